"""Splitters that want other items than they are given."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with, data_block
from fastaid.teach.scene import Scene

MOST_FILES = 5_000


@rule(AssertionError, needs="fastai")
def column_of_files(scene: Scene) -> Diagnosis | None:
    """`ColSplitter` with files: only the rows of a table have a column that says which are for validation."""
    frame = scene.last
    if frame is None or frame.module != "fastai.data.transforms" or frame.function != "_inner":
        return None
    items: Any = frame.names.get("o")
    if "col" not in frame.names or "on" not in frame.names or is_table(items):
        return None
    is_list = isinstance(items, (list, tuple)) or is_of(items, "fastcore.foundation", "L")
    files = [one for one in islice(items, MOST_FILES) if isinstance(one, Path)] if is_list else []
    names = {one.parent.parent.name for one in files}
    splitter = (
        "GrandparentSplitter()" if {"train", "valid"} <= names else "RandomSplitter(valid_pct=0.2, seed=42)"
    )
    column = frame.names["col"]
    kind = f"files ({counted(len(items), 'Path')})" if files else described(items)
    how = (
        "The files lie in `train` and `valid`, so split by these folders:"
        if splitter.startswith("Grand")
        else "Split at random (or `GrandparentSplitter()` where the files lie in folders `train` and `valid`):"
    )
    has_block = data_block(scene) is not None
    line = block_with(scene, splitter=splitter) if has_block else ""
    return Diagnosis(
        f"`ColSplitter` reads the column {column!r} of a DataFrame; the items here are {kind}, not rows of a table.",
        "A table that is given to `dataloaders` is its items only without `get_items`; files have no columns.",
        line or (f"splitter={splitter}" if has_block else splitter),
        how,
        card="splitters",
    )
