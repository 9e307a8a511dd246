"""`!cd folder`: it changes the folder of its own shell, not the notebook's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.on_disk import exists, working_folder
from fastaid.teach.rules.python_source import cells
from fastaid.teach.scene import Scene

# As it is written, and as IPython turns it into Python.
IN_SHELL = re.compile(
    r"""(?m)^\s*(?:!\s*|(?:\w+\.)?(?:get_ipython\(\)|os)\.system\(\s*['"]\s*)cd\s+([^\s'"&;|]+)\s*['")]*\s*$"""
)
MOST_CELLS = 10  # before this one


@rule(FileNotFoundError)
def in_a_shell_of_its_own(scene: Scene) -> Diagnosis | None:
    """`!cd data` and then a path that begins in data."""
    name = getattr(scene.error, "filename", None)
    if not isinstance(name, (str, Path)):
        return None
    path = Path(name)
    if path.is_absolute() or exists(path) or str(path).startswith("~"):
        return None
    for folder in _folders(scene):
        there = Path(folder).expanduser()
        if exists(there / path) and there.resolve() != Path(working_folder()):
            return Diagnosis(
                f"There is no `{path}` in `{working_folder()}`, the notebook's folder; it is in `{folder}`.",
                f"`!cd {folder}` starts a shell of its own, which goes to `{folder}` and ends. The notebook itself "
                "does not move.",
                f"%cd {folder}",
                f"Use the magic instead of `!cd` (or write the path from here, '{there / path}'):",
            )
    return None


def _folders(scene: Scene) -> Iterator[str]:
    texts = [scene.cell, *(text for _, text in reversed(cells(scene)[-MOST_CELLS:]))]
    for text in texts:
        yield from IN_SHELL.findall(text)
