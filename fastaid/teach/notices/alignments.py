"""Columns put beside each other that pandas fits together by labels, where positions were meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column, place_of
from fastaid.teach.notices.tree import is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, library

MOST_ROWS = 500_000
SIGNS = (ast.Add, ast.Sub, ast.Mult, ast.Div)


@check("] =", "]=", needs="pandas")
def column_of_another_index(cell: Cell) -> Iterator[Notice]:
    """`adults['score'] = scores`: `scores` counts from 0, `adults` has the labels of a filtered table."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if len(node.targets) != 1 or not isinstance(target, ast.Subscript) or not _can_be(node.value):
            continue
        table, names = place_of(cell, target)
        if table is None or len(names) != 1 or not 1 < len(table) <= MOST_ROWS:
            continue
        index = _index(cell, node.value)
        if index is None:
            continue
        lost = table[names[0]].isna().to_numpy()
        if not lost.any() or not table.index.is_unique or not index.is_unique:
            continue
        if not (lost == ~table.index.isin(index)).all() or not _is_by_place(table.index, index):
            said = _by_group(cell, node, table, index) if lost.all() else ""
            if said:
                yield Notice(said, hash(ast.dump(node)), card="cleaning-data")
                return
            continue
        n = int(lost.sum())
        yield Notice(
            f"{_many(n, len(table))} of `{text_of(target)}` {'is' if n in (1, len(table)) else 'are'} NaN: pandas fits "
            f"rows together by the index, not by their order. {_labels(cell, node.value, index)}, and "
            f"`{text_of(target.value)}` has {_few(table.index)}. To keep the order: `{_by_order(node, target)}`.",
            hash(ast.dump(node)),
            card="cleaning-data",
        )
        return


def _can_be(value: ast.expr) -> bool:
    return isinstance(value, (ast.Name, ast.Attribute, ast.Subscript, ast.Call))


def _index(cell: Cell, node: ast.expr) -> Any:
    """The labels of a Series (or of a table of one column) without missing values; None for anything else."""
    if isinstance(node, ast.Name) and (is_local(node) or cell.bound[node.id] > 1):
        return None
    held = held_by(cell, node)
    if is_column(held):
        return held.index if len(held) <= MOST_ROWS and not bool(held.isna().any()) else None
    pandas: Any = library("pandas")
    if isinstance(node, ast.Call) and last_name(node.func) == "Series" and len(node.args) == 1:
        if any(one.arg in ("index", None) for one in node.keywords):
            return None
        given = _sized(cell, node.args[0])
        return pandas.RangeIndex(given) if given else None
    return None


def _sized(cell: Cell, node: ast.expr) -> int:
    """How many values there are without labels; 0 where it cannot be told."""
    held = cell.value(node)
    if isinstance(node, ast.Call) and last_name(node.func) in (
        "linspace",
        "arange",
        "rand",
        "randn",
        "zeros",
        "ones",
    ):
        counts = [cell.value(one) for one in node.args] or [UNKNOWN]
        measured = node.args[-1]
        if isinstance(measured, ast.Call) and last_name(measured.func) == "len" and len(measured.args) == 1:
            inner = cell.value(measured.args[0])
            return len(inner) if is_table(inner) or type(inner) is list else 0
        return counts[-1] if type(counts[-1]) is int else 0
    if type(held) in (list, tuple):
        return 0 if any(one is None or one != one for one in held) else len(held)
    if (is_array(held) or is_tensor(held)) and held.ndim == 1 and str(held.dtype) != "object":
        return len(held) if bool((held == held).all()) else 0
    return 0


def _is_by_place(mine: Any, other: Any) -> bool:
    """Whether rows go together by their order: as many, of other labels, and one of both just counted."""
    if len(mine) != len(other):
        return False
    n_shared = int(mine.isin(other).sum())
    if n_shared == len(mine):
        return False
    ranges = [_is_range(one) for one in (mine, other)]
    counted_on = [is_of(one, "pandas", "RangeIndex") for one in (mine, other)]
    if all(counted_on):  # moved on purpose by one or two rows
        return any(ranges) and n_shared == 0
    return any(ranges)


def _is_range(index: Any) -> bool:
    """Whether rows are numbered from 0."""
    return is_of(index, "pandas", "RangeIndex") and index.start == 0 and index.step == 1


def _by_group(cell: Cell, node: ast.Assign, table: Any, index: Any) -> str:
    """One value a group, under the group's label, of which the rows of a table know nothing."""
    key = index.name
    if not isinstance(key, str) or key not in table.columns or table.index.name == key:
        return ""
    if table.index.isin(index).any() or not bool(table[key].isin(index).any()):
        return ""
    target, source = node.targets[0], text_of(node.value)
    if not isinstance(target, ast.Subscript):
        return ""
    holder = text_of(target.value)
    return (
        f"Every value of `{text_of(target)}` is NaN: `{source}` has one row for each {key!r} ({_few(index)}), and "
        f"pandas looks for the index of `{holder}` in it ({_few(table.index)}). Look each row's {key!r} up: "
        f"`{text_of(target)} = {holder}[{key!r}].map({source})`."
    )


def _many(n: int, of: int) -> str:
    return "Every value" if n == of else counted(n, "value")


def _few(index: Any) -> str:
    shown = [one.item() if hasattr(one, "item") else one for one in list(index[:3])]
    return ", ".join(repr(one) for one in shown) + (", …" if len(index) > 3 else "")


def _labels(cell: Cell, node: ast.expr, index: Any) -> str:
    name = text_of(node)
    return f"`{name if len(name) <= 50 else 'The Series'}` has the labels {_few(index)}"


def _by_order(node: ast.Assign, target: ast.Subscript) -> str:
    if isinstance(node.value, ast.Call):
        return f"{text_of(target)} = {text_of(node.value)[:-1]}, index={text_of(target.value)}.index)"
    return f"{text_of(target)} = {text_of(node.value)}.values"


@check(
    "-",
    "+",
    "*",
    "/",
    "concat(",
    "DataFrame(",
    also=("@DataFrame", "@Series", "@dict", "@list", "@tuple", "@SimpleNamespace", "@own"),
    needs="pandas",
)
def put_together_by_labels(cell: Cell) -> Iterator[Notice]:
    """`y_valid - preds`, `pd.concat([X_valid, preds], axis=1)`: as many rows, of other labels."""
    for node, parts in _together(cell):
        held = [(text_of(one), _labels_of(cell, one, node)) for one in parts]
        known = [(name, index) for name, index in held if index is not None]
        if len(known) != len(parts) or any(not 1 < len(one) <= MOST_ROWS for _, one in known):
            continue
        name, index = known[0]
        other = next((one for one in known[1:] if one[1].is_unique and _is_by_place(index, one[1])), None)
        if other is None or not index.is_unique:
            continue
        n = len(index.union(other[1]))
        first, second = (known[0], other) if not _is_range(index) else (other, known[0])
        fixed = _numbered_anew(text_of(node), first[0])
        whole = text_of(node) if len(text_of(node)) <= 60 else "this"
        yield Notice(
            f"`{name}` and `{other[0]}` have {len(index):,} rows each, and together {n:,}, with NaN: pandas fits rows "
            f"together by the index in `{whole}`, not by their order. `{first[0]}` has the labels {_few(first[1])}, "
            f"`{second[0]}` {_few(second[1])}. Number the rows anew: `{fixed}`.",
            hash(ast.dump(node)),
            card="cleaning-data",
        )
        return


def _numbered_anew(text: str, name: str) -> str:
    """A line where a name counts its rows from 0."""
    its = re.compile(rf"(?<![\w.'\"]){re.escape(name)}(?!\w)")
    return its.sub(lambda found: f"{found[0]}.reset_index(drop=True)", text, count=1)


def _together(cell: Cell) -> Iterator[tuple[ast.expr, list[ast.expr]]]:
    for node in cell.of(ast.BinOp):
        sides = [node.left, node.right]
        are_names = type(node.op) in SIGNS and all(isinstance(one, ast.Name) for one in sides)
        if are_names and all(is_column(held_by(cell, one)) for one in sides):
            yield node, sides
    for call in cell.calls("concat"):
        given = call.args[0] if call.args else None
        if constant(keyword(call, "axis")) in (1, "columns") and isinstance(given, (ast.List, ast.Tuple)):
            yield call, list(given.elts)
    for call in cell.calls("DataFrame"):
        if len(call.args) == 1 and isinstance(call.args[0], ast.Dict) and not call.keywords:
            yield call, list(call.args[0].values)


def _labels_of(cell: Cell, node: ast.expr, whole: ast.expr) -> Any:
    """The index of a Series or a table, as it was where it was put together."""
    if isinstance(node, ast.Name):
        again = [one for one in cell.of(ast.Name) if one.id == node.id and isinstance(one.ctx, ast.Store)]
        if is_local(node) or len(again) > 1 or any(one.lineno >= whole.lineno for one in again):
            return None
        held = held_by(cell, node)
        is_known = is_table(held) or is_column(held)
        return held.index if is_known and len(held) <= MOST_ROWS else None
    held = held_by(cell, node)
    return held.index if is_column(held) or is_table(held) else _index(cell, node)
