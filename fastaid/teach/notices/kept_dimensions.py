"""Rows divided by what was computed of them, where it meets the columns: a square hides that a dimension is gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.casts import looked_at
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import Inside, last_stores, stores
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor, shape

REDUCES = frozenset(
    {"sum", "mean", "std", "var", "max", "amax", "min", "amin", "norm", "logsumexp", "median"}
)
VALUES = ("max", "min", "median")  # torch's give places too
MOST_ROWS = 2_000
CLOSE = 1e-3


@check("sum(", "mean(", "std(", "max(", "norm(", "logsumexp(")
def rows_meet_columns(cell: Cell) -> Iterator[Notice]:
    """`e / e.sum(-1)` of 10 rows and 10 columns: each column is divided by the sum of a row."""
    made = {id(value): name for name, value in cell.assigned()}
    for node in cell.of(ast.BinOp):
        if not isinstance(node.op, (ast.Div, ast.Sub)):
            continue
        found = _reduced(node.right)
        if found is None or not _is_of_itself(node.left, found[0]):
            continue
        base, call = found
        before = _before(cell, node, base)
        held = before if before is not None else _after(cell, node, made.get(id(node), ""))
        if held is None or held.ndim != 2 or not 1 < shape(held)[0] == shape(held)[1] <= MOST_ROWS:
            continue
        if _dimension(call, base) not in (1, -1):
            continue
        if bool((held == held.T).all()) if before is not None else _are_columns_right(held, node, call):
            continue  # rows and columns are alike
        yield _notice(cell, node, base, call, shape(held)[0])
        return


def _notice(cell: Cell, node: ast.BinOp, base: ast.expr, call: ast.Call, n: int) -> Notice:
    result, is_torch = text_of(node.right), not _is_numpys(cell, base)
    word = "keepdim=True" if is_torch else "keepdims=True"
    right = result.replace(text_of(call), f"{text_of(call)[:-1]}, {word})", 1)
    left = text_of(node.left)
    left = (
        f"({left})"
        if isinstance(node.left, ast.BinOp) and isinstance(node.op, ast.Div) and left[0] != "("
        else left
    )
    sign, done = ("/", "divided by") if isinstance(node.op, ast.Div) else ("-", "lowered by")
    return Notice(
        f"`{result}` has one number for each of the {n} rows, but its shape ({n},) lines up with the {n} columns: each "
        f"column is {done} the {last_name(call.func)} of a row, and only because there are as many rows as columns "
        f"there is no error. Keep the dimension: `{left} {sign} {right}`.",
        hash(ast.dump(node)),
        card="broadcasting",
    )


def _reduced(node: ast.expr) -> tuple[ast.expr, ast.Call] | None:
    """What `e.sum(-1)`, `torch.sum(e, dim=1)`, `x.max(1).values` is computed of, and the call."""
    is_values = isinstance(node, ast.Attribute) and node.attr == "values"
    if is_values or (isinstance(node, ast.Subscript) and constant(node.slice) == 0):
        node = node.value  # type: ignore[attr-defined]
    if not isinstance(node, ast.Call) or last_name(node.func) not in REDUCES:
        return None
    if keyword(node, "keepdim") is not None or keyword(node, "keepdims") is not None:
        return None
    func = node.func
    is_method = isinstance(func, ast.Attribute) and text_of(func.value) not in (
        "torch",
        "np",
        "numpy",
        "torch.linalg",
    )
    base = func.value if is_method and isinstance(func, ast.Attribute) else next(iter(node.args), None)
    if isinstance(func, ast.Name) or base is None or (is_method and len(node.args) > 1):
        return None
    return base, node


def _dimension(call: ast.Call, base: ast.expr) -> Any:
    given = keyword(call, "dim") or keyword(call, "axis")
    places = [one for one in call.args if one is not base]
    return constant(given if given is not None else next(iter(places), None))


def _is_of_itself(left: ast.expr, base: ast.expr) -> bool:
    """Whether the left side has the same rows: `e`, `x - x.mean(0)`, `torch.exp(x)`."""
    while isinstance(left, ast.BinOp) and text_of(left) != text_of(base):
        left = left.left
    return text_of(left) == text_of(base)


def _before(cell: Cell, node: ast.BinOp, base: ast.expr) -> Any:
    """The square that was computed of, None where it is not at hand."""
    if not isinstance(base, ast.Name) or is_local(base):
        return None
    is_given = not any(one.lineno < node.lineno for one in stores(cell, base.id))
    if isinstance(cell, Inside) and base.id in cell.given and is_given:
        return looked_at(cell.given[base.id])
    return looked_at(cell.value(base)) if last_stores(cell).get(base.id, 0) < node.lineno else None


def _after(cell: Cell, node: ast.BinOp, name: str) -> Any:
    """What came out, None where it is not at hand."""
    result: Any = cell.names.get(name) if name and cell.bound[name] <= 2 else UNKNOWN
    if name and last_stores(cell).get(name, 0) > node.lineno:
        result = UNKNOWN
    if isinstance(cell, Inside) and cell.returns is node:
        result = cell.result
    elif cell.shown is not None and cell.shown.value is node:
        result = cell.names.get("_", UNKNOWN)
    return looked_at(result) if is_tensor(result) or is_array(result) else None


def _are_columns_right(result: Any, node: ast.BinOp, call: ast.Call) -> bool:
    """Whether each column came out as a row should: its mean 0, its sum 1."""
    word, wanted = last_name(call.func), 1 if isinstance(node.op, ast.Div) else 0
    if not hasattr(result, word):
        return True  # it cannot be told
    found = getattr(result, word)(0)
    found = found[0] if type(found) is not type(result) else found
    return bool((abs(found - wanted) < CLOSE).all())


def _is_numpys(cell: Cell, base: ast.expr) -> bool:
    """Whether it is an array of numpy's, told by any value at hand."""
    values = [cell.value(one) for one in below(base) if isinstance(one, ast.expr)]
    if isinstance(cell, Inside):
        values += [cell.result, *cell.given.values()]
    return any(is_array(one) for one in values) and not any(is_tensor(one) for one in values)
