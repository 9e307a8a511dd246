"""The cases are cells, which fail when they are imported."""

collect_ignore = ["cases"]
