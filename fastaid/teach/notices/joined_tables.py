"""Tables that were joined or put below each other, and have rows that nobody meant."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_table

MOST_ROWS = 200_000


@check("merge(", needs="pandas")
def rows_repeated_by_a_merge(cell: Cell) -> Iterator[Notice]:
    """`train = train.merge(info, on='breed')` where a breed stands in info twice."""
    for name, call in cell.assigned():
        found = _merge(call)
        if found is None or cell.bound[name] > 1:
            continue
        left, right, keys, how = found
        held: Any = cell.names.get(name)
        other: Any = cell.value(right)
        if not is_table(held) or not is_table(other) or max(len(held), len(other)) > MOST_ROWS:
            continue
        if not all(key in held.columns and key in other.columns for key in keys) or text_of(right) == name:
            continue
        mine = other.merge(held[keys].drop_duplicates(), on=keys)
        is_double = mine.duplicated(keys, keep=False)
        before = _rows_before(held, mine, keys)
        n = round(sum(before.values()))
        if not bool(is_double.any()) or n >= len(held):
            continue
        are_same = bool(mine.duplicated().any())
        are_rare = int(is_double.sum()) * 2 <= len(mine)  # else it is one to many, and meant so
        is_grown = text_of(left) == name and how == "left" and (are_rare or are_same)
        is_double_left = max(before.values()) > 1  # many to many: no key is unique
        if not is_grown and not (is_double_left and (are_same or how == "left")):
            continue
        on = keys[0] if len(keys) == 1 else keys
        first = mine[is_double].iloc[0][keys[0]]
        once = f"{text_of(right)}.drop_duplicates({on!r})"
        fix = re.sub(rf"(?<=[(,])( ?){text_of(right)}(?=[,)])", rf"\g<1>{once}", text_of(call), count=1)
        yield Notice(
            f"`{name}` has {counted(len(held), 'row')}, {n} before the merge: "
            f"{listed([f'`{key}`' for key in keys])} is not unique in `{text_of(right)}` ({first!r} stands there "
            f"{int((mine[keys[0]] == first).sum())} times), so rows were repeated. To keep one for each: "
            f"`{name} = {fix}`.",
            hash(ast.dump(call)),
        )
        return


def _merge(call: ast.expr) -> tuple[ast.expr, ast.expr, list[str], str] | None:
    """The left and the right table of a merge, the columns it goes by, and `how`."""
    if (
        not isinstance(call, ast.Call)
        or last_name(call.func) != "merge"
        or not isinstance(call.func, ast.Attribute)
    ):
        return None
    is_function = text_of(call.func.value) in ("pd", "pandas")
    tables = call.args[:2] if is_function else [call.func.value, *call.args[:1]]
    on = keyword(call, "on")
    if len(tables) != 2 or on is None or not all(isinstance(one, ast.Name) for one in tables):
        return None
    keys = [constant(one) for one in on.elts] if isinstance(on, (ast.List, ast.Tuple)) else [constant(on)]
    how = constant(keyword(call, "how"))
    is_plain = all(isinstance(one, str) for one in keys) and how in (UNKNOWN, "left", "inner")
    return (tables[0], tables[1], keys, how if how is not UNKNOWN else "") if is_plain else None


def _rows_before(held: Any, right: Any, keys: list[str]) -> dict[Any, float]:
    """How many rows of the left table there were of each key, told by the merged one."""
    times = right.groupby(keys).size().to_dict()
    counts = held.groupby(keys, dropna=False).size().to_dict()
    return {key: n / times.get(key, 1) for key, n in counts.items()}


@check("concat(", needs="pandas")
def row_number_twice(cell: Cell) -> Iterator[Notice]:
    """`df = pd.concat([a, b])`, then `df.drop(0)`: two rows have the number 0."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or last_name(call.func) != "concat" or not call.args:
            continue
        if any(one.arg != "sort" for one in call.keywords) or not isinstance(
            call.args[0], (ast.List, ast.Tuple)
        ):
            continue
        tables = [(text_of(one), cell.value(one)) for one in call.args[0].elts]
        if (
            len(tables) < 2
            or not all(is_table(held) for _, held in tables)
            or any(one == name for one, _ in tables)
        ):
            continue
        if cell.words & {"reset_index", "set_index"}:
            continue
        for node, label in _asked(cell, name, call.lineno):
            holders = [one for one, held in tables if label in held.index]
            if len(holders) < 2:
                continue
            right = f"{name} = {text_of(call)[:-1]}, ignore_index=True)"
            does = "drops" if isinstance(node, ast.Call) else "gives"
            yield Notice(
                f"`{name}` has {len(holders)} rows with the index {label}, of "
                f"{listed([f'`{one}`' for one in holders])}: concat keeps the old numbers, so `{text_of(node)}` "
                f"{does} all of them. Number the rows anew: `{right}`.",
                hash(ast.dump(call)),
            )
            return


def _asked(cell: Cell, name: str, after: int) -> Iterator[tuple[ast.expr, int]]:
    """`df.drop(0)`, `df.loc[0]`, `df.loc[0, 'a']`, `df.at[0, 'a']` below a line, with the number."""
    for node in nodes_in(cell.tree, ast.Subscript):
        base = node.value
        if isinstance(base, ast.Attribute) and base.attr in ("loc", "at") and text_of(base.value) == name:
            place = (
                node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
            )
            label = constant(place)
            if type(label) is int and node.lineno > after:
                yield node, label
    for call in cell.calls("drop"):
        is_rows = (
            isinstance(call.func, ast.Attribute) and text_of(call.func.value) == name and len(call.args) == 1
        )
        if (
            is_rows
            and call.lineno > after
            and not any(one.arg in ("axis", "columns") for one in call.keywords)
        ):
            label = constant(call.args[0])
            if type(label) is int:
                yield call, label
