"""Folders without pictures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.objects import UNKNOWN, is_of

MAKING = ("mkdir", "makedirs", "mkdtemp", "download_images", "download_url", "untar_data", "urlretrieve")
MOST_FILES = 300  # of a folder are looked at


@check("get_image_files(", needs="fastai")
def no_pictures(cell: Cell) -> Iterator[Notice]:
    """`get_image_files` of a folder that is not there, or holds no pictures, finds none and does not complain."""
    for name, call in cell.assigned():
        if (
            not isinstance(call, ast.Call)
            or last_name(call.func) != "get_image_files"
            or cell.bound[name] > 1
        ):
            continue
        found: Any = cell.names.get(name)
        path = _path(cell, call.args[0] if call.args else None)
        if not is_of(found, "fastcore.foundation", "L") or len(found) or path is None or path.is_file():
            continue
        if _is_made_or_filled(cell):
            return  # an empty folder was meant, or the pictures come later
        if any(one.arg in (None, "folders", "recurse") for one in call.keywords) or len(call.args) > 1:
            continue
        yield Notice(f"`{name}` is empty: get_image_files found no pictures. {_why(path)}", id(found))


def _is_made_or_filled(cell: Cell) -> bool:
    """Whether the cell makes a folder, or fetches pictures into one."""
    return any(True for _ in cell.calls(*MAKING))


def _path(cell: Cell, node: ast.expr | None) -> Path | None:
    if isinstance(node, ast.Call) and last_name(node.func) == "Path" and len(node.args) == 1:
        node = node.args[0]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = _path(cell, node.left), cell.value(node.right)
        return left / right if left is not None and isinstance(right, (str, Path)) else None
    if isinstance(node, ast.Name) and cell.bound[node.id] > 1:
        return None
    held: Any = cell.value(node) if node is not None else UNKNOWN
    return Path(held) if isinstance(held, (str, Path)) else None


def _why(path: Path) -> str:
    if path.is_dir():
        inside = [one.name for one in islice(path.iterdir(), MOST_FILES)]
        if not inside:
            return f"The folder `{path}` is empty."
        return f"In `{path}` there is nothing that ends like a picture's name, only {listed(inside, 4)}."
    above = next((one for one in path.parents if one.is_dir()), None)
    if above is None:
        return f"There is no folder `{path}`."
    missing = path.relative_to(above).parts[0]
    folders = sorted(
        one.name for one in islice(above.iterdir(), MOST_FILES) if one.is_dir() and one.name[:1] != "."
    )
    near = did_you_mean(missing, folders, n=1)
    there = f" The folders there: {listed(folders, 4)}." if folders and not near else ""
    where = f"`{above}`" if str(above) != "." else "the folder that the notebook runs in"
    return f"There is no `{missing}` in {where}. {near}{there}".strip()
