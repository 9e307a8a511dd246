"""Numbers that are too large for float16, and became inf."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import is_column
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_array, is_table, library

MOST_NUMBERS = 2_000_000
MOST_COLUMNS = 300
NEAR_THE_END = 4096.0  # of float16, which goes to 65504: inf beside smaller numbers has another cause


@check("float16", needs="numpy")
def too_large_for_float16(cell: Cell) -> Iterator[Notice]:
    """`df[col].astype(np.float16)` of prices."""
    cast = _cast(cell)
    if cast is None:
        return
    for name, held in cell.live(_has_numbers):
        found = _columns(name, held)
        if not found:
            continue
        first, n = next(iter(found.items()))
        are = f"{listed([f'`{one}`' for one in found], 3)} {'hold' if len(found) > 1 else 'holds'}"
        right = text_of(cast).replace("float16", "float32")
        yield Notice(
            f"{are} inf: float16 goes only to 65504, and {counted(n, 'larger number')} of `{first}` became inf "
            f"(and the others kept 3 digits). Take float32: `{right}`, and load the data anew.",
            hash((name, tuple(found))),
            card="tensor",
        )
        return


def _cast(cell: Cell) -> ast.AST | None:
    """The line that makes float16 of something, or the call."""
    calls = [one for one in cell.of(ast.Call) if _is_cast(one)]
    if not calls:
        return None
    lines = (one for one in cell.of(ast.Assign) if any(part is calls[0] for part in below(one.value)))
    return next(lines, calls[0])


def _is_cast(call: ast.Call) -> bool:
    given = [text_of(one) for one in (*call.args, *(one.value for one in call.keywords))]
    is_small = any(one.strip("'") in ("float16", "np.float16", "numpy.float16") for one in given)
    return is_small and last_name(call.func) in ("astype", "array", "asarray", "DataFrame", "Series")


def _has_numbers(held: Any) -> bool:
    return is_table(held) or is_column(held) or is_array(held)


def _columns(name: str, held: Any) -> dict[str, int]:
    """Where float16 holds inf, with how many."""
    if is_table(held):
        if len(held.columns) > MOST_COLUMNS or not held.columns.is_unique:
            return {}
        small = [one for one, kind in held.dtypes.items() if str(kind) == "float16"]
        return {f"{name}[{one!r}]": n for one in small if (n := _lost(held[one].to_numpy()))}
    n = _lost(held.to_numpy() if is_column(held) else held)
    return {name: n} if n else {}


def _lost(held: Any) -> int:
    """How many numbers of a float16 array are inf, where others come near its end."""
    if not is_array(held) or str(held.dtype) != "float16" or not 0 < held.size <= MOST_NUMBERS:
        return 0
    numpy: Any = library("numpy")
    bad = numpy.isinf(held)
    if not bad.any():
        return 0
    rest = held[numpy.isfinite(held)]
    return int(bad.sum()) if not rest.size or float(numpy.abs(rest).max()) >= NEAR_THE_END else 0
