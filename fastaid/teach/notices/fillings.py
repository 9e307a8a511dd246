"""Missing values that `fillna` left, as what it was given goes by other row labels."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column, origin, place_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import UNKNOWN, is_of, is_table

MOST_ROWS = 500_000
AVERAGES = ("mean", "median", "max", "min", "first", "last")


@check("fillna(", needs="pandas")
def filled_by_labels(cell: Cell) -> Iterator[Notice]:
    """`df.fillna(df.mode())`: a table fills only rows of its own labels."""
    for call in cell.calls("fillna"):
        given = call.args[0] if call.args else keyword(call, "value")
        target = _target(cell, call)
        if given is None or target is None or not isinstance(call.func, ast.Attribute):
            continue
        said = _by_mode(cell, call, target, given) or _by_groups(cell, call, target, given)
        left = _left(cell, target) if said else {}
        if said and left:
            start, fix = said
            n = f"{counted(sum(left.values()), 'value')} of {listed([f'`{one}`' for one in left], 4)}"
            are = "is" if sum(left.values()) == 1 else "are"
            yield Notice(
                f"{start}, so {n} {are} still NaN. {fix}",
                hash(ast.dump(call)),
                card="cleaning-data",
            )
            return


def _target(cell: Cell, call: ast.Call) -> ast.expr | None:
    """Where the filled values are: the name they are given, or the table that is filled in place."""
    func = call.func
    if constant(keyword(call, "inplace")) is True:
        return func.value if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) else None
    for node in cell.of(ast.Assign):
        if node.value is call and len(node.targets) == 1:
            return node.targets[0]
    return None


def _left(cell: Cell, target: ast.expr) -> dict[str, int]:
    """How many values each column still misses, of columns that have values."""
    if isinstance(target, ast.Name):
        held = held_by(cell, target)
        if is_column(held) and len(held) <= MOST_ROWS:
            n = int(held.isna().sum())
            return {target.id: n} if 0 < n < len(held) else {}
        names = list(held.columns) if is_table(held) and held.columns.is_unique else []
    else:
        held, names = place_of(cell, target)
    if held is None or held is UNKNOWN or len(held) > MOST_ROWS:
        return {}
    counts = {str(one): int(held[one].isna().sum()) for one in names}
    return {one: n for one, n in counts.items() if 0 < n < len(held)}


def _source(cell: Cell, given: ast.expr) -> ast.expr | None:
    """The expression behind a name."""
    if not isinstance(given, ast.Name):
        return given
    return origin(cell, given.id) if cell.bound[given.id] <= 1 else None


def _by_mode(cell: Cell, call: ast.Call, target: ast.expr, given: ast.expr) -> tuple[str, str] | None:
    """`df.mode()` whole, by itself or under a name, or one column of it."""
    picked = given
    if isinstance(given, (ast.Subscript, ast.Attribute)) and isinstance(given.value, ast.Name):
        table, _ = place_of(cell, given)
        picked = given.value if table is not None else given
    made = _source(cell, picked)
    if (
        not isinstance(made, ast.Call)
        or last_name(made.func) != "mode"
        or not isinstance(made.func, ast.Attribute)
    ):
        return None
    if isinstance(picked, ast.Name):
        held = held_by(cell, picked)
        is_whole = is_table(held) and picked is given
        if held is UNKNOWN or not is_of(held.index, "pandas", "RangeIndex"):
            return None
    else:
        column = held_by(cell, made.func.value)
        is_whole = is_table(column)
        if column is UNKNOWN:
            return None
    kind = "a table" if is_whole else "a Series"
    start = f"`{text_of(given)}` is {kind}, one row for each most frequent value, and `fillna` fills only rows of " \
        f"the same index (0, …)"  # fmt: skip
    if isinstance(given, ast.Name):
        return start, f"Take the first row and fill again: `{given.id} = {text_of(made)}.iloc[0]`."
    return start, f"Take the first row: `{_filled(call, target, given, f'{text_of(given)}.iloc[0]')}`."


def _filled(call: ast.Call, target: ast.expr, given: ast.expr, right: str) -> str:
    """The line with another argument."""
    rest = [f"{one.arg}={text_of(one.value)}" for one in call.keywords if one.arg and one.value is not given]
    line = f"{text_of(call.func)}({', '.join([right, *rest])})"
    return line if constant(keyword(call, "inplace")) is True else f"{text_of(target)} = {line}"


def _by_groups(cell: Cell, call: ast.Call, target: ast.expr, given: ast.expr) -> tuple[str, str] | None:
    """`df.groupby('Pclass').Age.mean()`: one value a group, under the group's label."""
    made = _source(cell, given)
    if not isinstance(made, ast.Call) or made.args or last_name(made.func) not in AVERAGES:
        return None
    groups = [one for one in below(made) if isinstance(one, ast.Call) and last_name(one.func) == "groupby"]
    key = constant(groups[0].args[0]) if len(groups) == 1 and groups[0].args else UNKNOWN
    base = groups[0].func if groups else None
    table: Any = cell.value(base.value) if isinstance(base, ast.Attribute) else None
    chain = made.func.value if isinstance(made.func, ast.Attribute) else None
    if not isinstance(key, str) or not is_table(table) or key not in table.columns or chain is None:
        return None
    filled: Any = held_by(cell, call.func.value)  # type: ignore[attr-defined]
    if filled is UNKNOWN or filled.index.name == key or not (is_column(filled) or is_table(filled)):
        return None
    if is_column(filled) and chain is groups[0]:
        return None  # a whole table for a column is an error of its own
    word = last_name(made.func)
    right = f"{text_of(chain)}.transform({word!r})"
    return (
        f"`{text_of(given)}` has one row for each `{key}`, and `fillna` goes by the index of the rows, not by `{key}`",
        f"`transform` gives each row the value of its group: `{_filled(call, target, given, right)}`.",
    )
