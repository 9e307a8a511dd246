"""`shift` in the wrong direction: what is called yesterday's is tomorrow's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import Inside, in_definitions
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_table, library

PAST = re.compile(r"(?i)(^|_)(yesterday|prev|previous|lag\d*|before|ago|past|last)(_|$|\d)")
FUTURE = re.compile(r"(?i)(^|_)(tomorrow|next|future|ahead|lead\d*)(_|$|\d)")
MOST_ROWS = 500_000
SHARE = 0.8  # of the steps from row to row go forward in time


@check(".shift(", needs="pandas")
def in_the_wrong_direction(cell: Cell) -> Iterator[Notice]:
    """`df['sales_yesterday'] = df.sales.shift(-1)`."""
    if "ascending=False" in cell.source or "[::-1]" in cell.source:
        return
    defined = in_definitions(cell)
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        column = constant(target.slice) if isinstance(target, ast.Subscript) else None
        if not isinstance(column, str) or id(node) in defined:
            continue
        calls = [
            one for one in below(node.value) if isinstance(one, ast.Call) and last_name(one.func) == "shift"
        ]
        given = next(iter(calls[0].args), keyword(calls[0], "periods")) if len(calls) == 1 else None
        n = constant(given) if given is not None else 1
        if not calls or type(n) is not int or n == 0:
            continue
        is_past, is_future = bool(PAST.search(column)), bool(FUTURE.search(column))
        if is_past == is_future or (n < 0) != is_past or not _goes_forward(cell):
            continue
        here, there = ("the row after it", "later") if n < 0 else ("the row before it", "earlier")
        new = text_of(node).replace(text_of(calls[0]), _turned(calls[0], -n))
        yield Notice(
            f"`{column}` holds the value of {here}: `{text_of(calls[0]).rpartition('.')[2]}` takes a {there} one, as "
            f"the rows go forward in time. Write `{new}`.",
            hash(text_of(node)),
            card="train-valid-test",
        )
        return


def _turned(call: ast.Call, n: int) -> str:
    new = ast.Call(call.func, [ast.Constant(n)], [one for one in call.keywords if one.arg != "periods"])
    return ast.unparse(new)


def _goes_forward(cell: Cell) -> bool:
    """Whether the rows of a table that the cell has, or returns, go forward in time."""
    held = [one for _, one in cell.live(is_table)]
    if isinstance(cell, Inside):
        held += [one for one in (cell.result, *cell.given.values()) if is_table(one)]
    found = [forward for one in held if (forward := _forward(one)) is not None]
    return bool(found) and all(found)


def _forward(table: Any) -> bool | None:
    """The same of one table; None where it has no column of dates."""
    pandas = library("pandas")
    if pandas is None or not 3 <= len(table) <= MOST_ROWS:
        return None
    dates = [table[one] for one in table.columns if str(table[one].dtype).startswith("datetime64")]
    if str(table.index.dtype).startswith("datetime64"):
        dates.append(table.index.to_series())
    if not dates:
        return None
    steps = dates[0].diff().dropna()
    moved = steps[steps != pandas.Timedelta(0)]
    return len(moved) > 0 and bool((moved > pandas.Timedelta(0)).mean() >= SHARE)
