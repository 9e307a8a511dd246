"""Tables that are put in order by dates or numbers that are texts: 01/12 comes before 02/01."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.columns import is_column
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_table

DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})( .*)?$")
NUMBER = re.compile(r"\d+(\.\d+)?$")
MOST_ROWS = 200_000


@check("sort_values(", needs="pandas")
def sorted_by_letters(cell: Cell) -> Iterator[Notice]:
    """`df.sort_values('date')`, where date holds the texts '01/12/2022' and '02/01/2022'."""
    defined = in_definitions(cell)
    for call in cell.calls("sort_values"):
        given = call.args[0] if call.args else keyword(call, "by")
        column = (
            constant(given) if not isinstance(given, ast.List) else constant(next(iter(given.elts), None))
        )
        if not isinstance(column, str) or keyword(call, "key") is not None or id(call) in defined:
            continue
        if not isinstance(call.func, ast.Attribute):
            continue
        name, held = _table(cell, call, column)
        found = _kind(held) if held is not None else ""
        if not found:
            continue
        owner = text_of(call.func.value) if isinstance(call.func.value, ast.Name) else name
        first, then = _apart(held, found)
        made = f"pd.to_numeric({owner}[{column!r}])"
        if found != "number":
            made = f"pd.to_datetime({owner}[{column!r}]{', dayfirst=True' if found == 'day' else ''})"
        yield Notice(
            f"`{column}` holds texts, so `{text_of(call)}` goes by their signs: {first!r} comes before {then!r}. "
            f"Before sorting write `{owner}[{column!r}] = {made}`.",
            hash(text_of(call)),
            card="dates-as-features" if found != "number" else "tabular",
        )
        return


def _table(cell: Cell, call: ast.Call, column: str) -> tuple[str, Any]:
    """The table that was put in order, or the one that came of it, and its column of texts."""
    names = [text_of(call.func.value)] if isinstance(call.func, ast.Attribute) else []
    names += [name for name, value in cell.assigned() if any(one is call for one in below(value))]
    for name in names:
        table: Any = cell.names.get(name)
        if is_table(table) and table.columns.is_unique and column in table.columns:
            held = table[column]
            is_text = is_column(held) and str(held.dtype) in ("object", "str", "string")
            if is_text and 3 <= len(held) <= MOST_ROWS:
                return name, held
    return "", None


def _kind(held: Any) -> str:
    """Dates that begin with the "day" or the "month", or a "number"; "" where texts are none, or in order."""
    texts = held.dropna().tolist()
    if len(texts) < 3 or not all(type(one) is str for one in texts):
        return ""
    if all(NUMBER.match(one) for one in texts):
        kind = "number"
    else:
        parts = [DATE.match(one) for one in texts]
        if not all(parts):
            return ""
        firsts = {int(one[1]) for one in parts if one}
        seconds = {int(one[3]) for one in parts if one}
        if max(firsts) > 12 and max(seconds) <= 12:
            kind = "day"
        elif max(seconds) > 12 and max(firsts) <= 12:
            kind = "month"
        else:
            return ""  # it cannot be told which is the day
    return kind if _apart(held, kind) != ("", "") else ""


def _apart(held: Any, kind: str) -> tuple[str, str]:
    """Two neighbours in the order of the texts that are the wrong way round."""
    texts = sorted(set(held.dropna().tolist()))
    for one, other in pairwise(texts):
        if _key(one, kind) > _key(other, kind):
            return one, other
    return "", ""


def _key(text: str, kind: str) -> tuple[float, ...]:
    if kind == "number":
        return (float(text),)
    found = DATE.match(text)
    if found is None:
        return ()
    first, second, year = float(found[1]), float(found[3]), float(found[4])
    return (year, second, first) if kind == "day" else (year, first, second)
