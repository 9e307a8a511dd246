"""A wrong path in the learner's line, written anew. No rules of its own."""

from __future__ import annotations

import ast
from pathlib import Path

from fastaid.teach.rules.in_code import path_written
from fastaid.teach.rules.python_source import replaced, text_of
from fastaid.teach.scene import Scene


def path_anew(
    scene: Scene,
    wrong: Path,
    right: Path,
) -> (
    str
):  # "dls = pets.dataloaders(path/'images', bs=4)"; "path = Path('pets/images')" where a variable holds it
    """The line that gives another path, as the learner gave the wrong one."""
    here = scene.here
    call = here.call if here is not None else None
    given = [*call.args, *(one.value for one in call.keywords)] if call is not None else []
    for node in given:
        if here is None or path_written(here, node) != wrong:
            continue
        if isinstance(node, ast.Name):
            return f"{node.id} = Path('{right}')"
        if isinstance(node, ast.BinOp):
            left = path_written(here, node.left)
            if left is not None and right.is_relative_to(left):
                rest = right.relative_to(left).as_posix()
                return replaced(here, node, f"{text_of(node.left)}/'{rest}'")
        return replaced(here, node, f"Path('{right}')")
    return f"path = Path('{right}')"
