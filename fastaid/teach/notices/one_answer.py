"""argmax without a dimension: one number for all rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, is_of, is_table, is_tensor

SEQUENCES = (list, tuple)


@check("argmax(", needs="numpy")
def one_label_for_all_rows(cell: Cell) -> Iterator[Notice]:
    """`sub['label'] = preds.argmax()` writes one number into every row."""
    for call in cell.calls("argmax"):
        given = _argument(call)
        if given is None or cell.bound[given.id] > 1:
            continue
        held = cell.value(given)
        shape = shape_of(held)
        if not shape or len(shape) != 2 or shape[0] < 2 or shape[1] < 2:
            continue
        what = _column(cell, call, shape[0]) or _looked_up(cell, call, shape)
        if not what:
            continue
        dim = "dim=1" if is_tensor(held) else "axis=1"
        yield Notice(
            f"`{text_of(call)}` without a dimension is one number, the place of the largest of all "
            f"{shape[0]}×{shape[1]} values; {what}. Write `{given.id}.argmax({dim})`: one answer for each of the "
            f"{shape[0]} rows.",
            hash(ast.dump(call)),
            card="predictions",
        )
        return


def _argument(call: ast.Call) -> ast.Name | None:
    """What the largest is looked for in, where no dimension is given."""
    if call.keywords or not isinstance(call.func, ast.Attribute):
        return None
    base = call.func.value
    if isinstance(base, ast.Name) and base.id in ("np", "torch", "numpy"):
        given = call.args[0] if len(call.args) == 1 else None
        return given if isinstance(given, ast.Name) else None
    return base if isinstance(base, ast.Name) and not call.args else None


def _column(cell: Cell, call: ast.Call, n: int) -> str:
    """The column of as many rows that it was written into."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Subscript) or not any(one is call for one in below(node.value)):
            continue
        if not isinstance(target.slice, ast.Constant) or not _is_alone(node.value, call):
            continue
        table = cell.value(target.value)
        if is_table(table) and len(table) == n:
            return f"`{text_of(target)}` has it in all rows"
    return ""


def _is_alone(value: ast.expr, call: ast.Call) -> bool:
    """Whether nothing is done with the number but to make it plain, or to look up its class."""
    while value is not call:
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and len(value.args) == 1:
            value = value.args[0]
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and not value.args:
            value = value.func.value
        elif isinstance(value, ast.Subscript):
            value = value.slice
        else:
            return False
    return True


def _looked_up(cell: Cell, call: ast.Call, shape: tuple[int, ...]) -> str:
    """The list of classes in which it was looked up."""
    for node in cell.of(ast.Subscript):
        if not _is_alone(node.slice, call) or node.slice is UNKNOWN:
            continue
        classes = cell.value(node.value)
        is_list = isinstance(classes, SEQUENCES) or is_of(classes, "fastai.data.transforms", "CategoryMap")
        is_list = is_list or is_of(classes, "fastcore.foundation", "L")
        is_vocab = isinstance(node.value, ast.Attribute) and node.value.attr == "vocab"
        if (is_list and len(classes) == shape[1]) or (is_vocab and not is_list):
            return f"`{text_of(node)}` takes it for the class of all rows"
    return ""
