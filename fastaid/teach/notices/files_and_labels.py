"""Files in one order and the labels of a table in another, put side by side."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import is_column, origin
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table

MOST_FILES = 100_000
TOGETHER = ("from_lists", "zip", "DataFrame", "train_test_split", "dict")


@check("from_lists(", "zip(", "dict(", "Dataset(", "DataFrame(", "train_test_split(", needs="pandas")
def in_another_order(cell: Cell) -> Iterator[Notice]:
    """`from_lists(path, sorted(files), df['label'].tolist())`: img_10 comes before img_2 in one of them."""
    for call in cell.of(ast.Call):
        if last_name(call.func) not in TOGETHER and not last_name(call.func).endswith("Dataset"):
            continue
        parts: list[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
        parts = [value for one in parts for value in (one.values if isinstance(one, ast.Dict) else [one])]
        named = [(one, held) for one in parts if (held := _held(cell, one)) is not None]
        files = next(((one, list(held)) for one, held in named if _are_files(held)), None)
        if files is None:
            continue
        for node, labels in ((one, list(held)) for one, held in named if len(held) == len(files[1])):
            if node is files[0]:
                continue
            tables = [pair for pair in cell.variables if is_table(pair[1])]
            said = _said(cell, tables, files, (node, labels))
            if said:
                yield Notice(said, hash(ast.dump(call)), card="labels-and-vocab")
                return


def _held(cell: Cell, node: ast.expr) -> Sequence[Any] | None:
    """A list, a column or an array that an expression stands for."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        if node.func.attr not in ("tolist", "to_list", "to_numpy"):
            return None
        node = node.func.value
    if isinstance(node, ast.Attribute) and node.attr == "values":
        node = node.value
    if isinstance(node, ast.Name) and cell.bound[node.id] > 1:
        return None
    held = cell.value(node)
    if held is UNKNOWN and isinstance(node, ast.Attribute):
        table = cell.value(node.value)
        held = table[node.attr] if is_table(table) and node.attr in table.columns else UNKNOWN
    is_list = isinstance(held, (list, tuple)) or is_of(held, "fastcore.foundation", "L") or is_column(held)
    if not is_list and not (is_array(held) and held.ndim == 1):
        return None
    return held if 3 <= len(held) <= MOST_FILES else None


def _are_files(held: Sequence[Any]) -> bool:
    first = next(iter(held))
    if isinstance(first, PurePath):
        return True
    return isinstance(first, str) and bool(PurePath(first).suffix) and "/" in first


def _said(
    cell: Cell,
    tables: list[tuple[str, Any]],
    files: tuple[ast.expr, list[Any]],
    labels: tuple[ast.expr, list[Any]],
) -> str:
    """What to say where the labels are a table's column, and its rows name the files in another order."""
    for name, table in tables:
        if (
            len(table) != len(labels[1])
            or not table.columns.is_unique
            or not _is_taken_from(cell, labels[0], name)
        ):
            continue
        column = next((one for one in table.columns if list(table[one]) == labels[1]), None)
        if column is None:
            continue
        for key in table.columns:
            ids = [str(one) for one in table[key]] if key != column else []
            for part in ("stem", "name"):
                names = [getattr(PurePath(one), part) for one in files[1]]
                if not ids or len(set(ids)) < len(ids) or set(ids) != set(names):
                    continue
                right = dict(zip(ids, labels[1], strict=True))
                wrong = [i for i, one in enumerate(names) if right[one] != labels[1][i]]
                if not wrong:
                    return ""
                return _text(cell, name, (str(key), str(column)), files, (labels[0], part, wrong[0], ids))
    return ""


def _is_taken_from(cell: Cell, node: ast.expr, table: str) -> bool:
    """Whether labels were read from a table; predictions that were written into one are not."""
    made = origin(cell, node.id) if isinstance(node, ast.Name) else node
    return made is not None and any(isinstance(one, ast.Name) and one.id == table for one in below(made))


def _text(
    cell: Cell,
    table: str,
    columns: tuple[str, str],
    files: tuple[ast.expr, list[Any]],
    found: tuple[ast.expr, str, int, list[str]],
) -> str:
    node, part, at, ids = found
    text = text_of(files[0])
    made = origin(cell, text) if text.isidentifier() else files[0]
    is_sorted = made is not None and "sorted(" in text_of(made)
    why = " (`sorted` orders names as text: 10 comes before 2)" if is_sorted else ""
    target = text_of(node) if isinstance(node, ast.Name) else "labels"
    file = "f" if isinstance(files[1][0], PurePath) else "Path(f)"
    line = (
        f"{target} = [{table}.set_index({columns[0]!r}).loc[{file}.{part}, {columns[1]!r}] for f in {text}]"
    )
    return (
        f"`{text}` and `{text_of(node)}` are not in the same order{why}: number {at} is the file "
        f"{PurePath(files[1][at]).name!r} and gets the label of {ids[at]!r}. Look each label up by the file's name: "
        f"`{line}`."
    )
