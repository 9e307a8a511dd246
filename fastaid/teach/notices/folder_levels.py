"""The folder above a file that tells its class, where a label function takes another. No checks of its own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.getters import getter_of, own_function
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_table

MOST_ITEMS = 2_000
DEEPEST = 4  # folders above a file are looked at


def right_folder(cell: Cell, only: Any, tfms: list[Any], items: Any) -> str:
    """What to write, where one folder above all files gives the label and the one below it has the classes."""
    if is_table(items) or not all(isinstance(one, Path) for one in list(items)[:MOST_ITEMS]):
        return ""
    parts = [
        one.parts[-DEEPEST - 1 : -1][::-1] for one in list(items)[:MOST_ITEMS]
    ]  # the nearest folder first
    depth = min(map(len, parts), default=0)
    levels = [{one[at] for one in parts} for at in range(depth)]
    taken = next((at for at, names in enumerate(levels) if names == {str(only)}), 0)
    classes = levels[0] if levels else set()
    if not taken or not 2 <= len(classes) <= max(2, len(parts) // 2):
        return ""
    function = next((one for step in tfms if (one := own_function(getter_of(step))) is not None), None)
    written = cell.definition(function) if function is not None else None
    shown = ", ".join(map(repr, sorted(classes)[:3]))
    start = f"The folders that the pictures are in are {shown}: "
    returned = [one.value for one in nodes_in(written, ast.Return)] if written is not None else []
    text = text_of(returned[0]) if len(returned) == 1 and returned[0] is not None else ""
    if function is not None and text.count(".parent" * (taken + 1)) == 1:
        line = f"return {text.replace('.parent' * (taken + 1), '.parent')}"
        levels_up = "one folder" if taken == 1 else f"{taken} folders"
        return f"{start}`{function.__name__}` goes {levels_up} too far up. Write `{line}` in it."
    return f"{start}take that one, `get_y=parent_label`."
