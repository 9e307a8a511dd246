"""A log of 0 in a loss, and a division by the spread of a column that is the same in every row."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import MOST_NUMBERS
from fastaid.teach.objects import is_array, is_table, is_tensor, library

LOGS = ("log", "log2", "log10")
SPREADS = frozenset({"std", "max", "ptp", "amax", "nanstd"})


@check("log(", "log2(", "log10(")
def log_of_zero(cell: Cell) -> Iterator[Notice]:
    """`-(targs * probs.log()).mean()`, where one of the probabilities is exactly 0."""
    for name, value in cell.assigned():
        held: Any = cell.names.get(name)
        if cell.bound[name] > 1 or not is_tensor(held) or held.numel() != 1 or held.device.type != "cpu":
            continue
        number = float(held.detach()) if held.is_floating_point() else 0.0
        if number - number == 0:  # finite
            continue
        for call in below(value):
            found = (
                _zeros(cell, call) if isinstance(call, ast.Call) and last_name(call.func) in LOGS else None
            )
            if found is None:
                continue
            base, n, whole, upper = found
            at = "1" if upper else "0"
            fix = (
                f"{base} = {base}.clamp(1e-7, 1 - 1e-7)"
                if upper or whole
                else f"{base} = {base}.clamp(min=1e-7)"
            )
            yield Notice(
                f"`{name}` is {number}, because `{text_of(call)}` is -inf where `{base}` is {at} "
                f"({counted(n, 'value')}): a log of 0. Keep it away from that, before this line: `{fix}`.",
                hash(ast.dump(call)),
                card="cross-entropy",
            )
            return


def _zeros(cell: Cell, call: ast.Call) -> tuple[str, int, bool, bool] | None:
    """The variable whose log is taken, how many zeros, whether all are from 0 to 1, and whether 1 is subtracted."""
    func = call.func
    given = call.args[0] if call.args else getattr(func, "value", None)
    is_upper = isinstance(given, ast.BinOp) and isinstance(given.op, ast.Sub) and constant(given.left) == 1
    base = given.right if is_upper and isinstance(given, ast.BinOp) else given
    held: Any = cell.value(base) if isinstance(base, ast.Name) and cell.bound[base.id] <= 1 else None
    if not is_tensor(held) or held.device.type != "cpu" or not 0 < held.numel() <= MOST_NUMBERS:
        return None
    data = held.detach()
    n = int((data == (1 if is_upper else 0)).sum())
    is_whole = bool(((data >= 0) & (data <= 1)).all())
    return (text_of(base), n, is_whole, bool(is_upper)) if n and isinstance(base, ast.Name) else None


@check(".std(", ".max(", "ptp(", "np.std(", "torch.std(", needs="numpy")
def spread_of_zero(cell: Cell) -> Iterator[Notice]:
    """`(x - x.mean(0)) / x.std(0)`, where a column of x is the same in every row."""
    for name, value in cell.assigned():
        if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div) or cell.bound[name] > 1:
            continue
        if not isinstance(value.left, ast.BinOp) or not isinstance(value.left.left, ast.Name):
            continue
        base = value.left.left.id
        held, first = cell.names.get(name), cell.names.get(base)
        if base == name or cell.bound[base] > 1 or not _divides_by_spread(cell, value.right):
            continue
        columns = _the_same(first, held)
        if not columns:
            continue
        are = "columns" if len(columns) > 1 else "column"
        right = f"{name} = {text_of(value.left)}".replace(text_of(value.left), f"({text_of(value.left)})")
        yield Notice(
            f"The {are} {listed([str(one) for one in columns], 3)} of `{base}` {'are' if len(columns) > 1 else 'is'} "
            f"the same in every row, so the division is 0/0, and `{name}` has nan there. Write "
            f"`{right} / ({text_of(value.right)} + 1e-7)`.",
            hash(name),
            card="normalization",
        )
        return


def _divides_by_spread(cell: Cell, right: ast.expr) -> bool:
    parts: list[ast.AST] = [right]
    names = {one.id for one in below(right) if isinstance(one, ast.Name)}
    for node in cell.of(ast.Assign):  # `low, high = …` too
        if names & {one.id for target in node.targets for one in below(target) if isinstance(one, ast.Name)}:
            parts.append(node.value)
    return any(
        isinstance(one, ast.Call) and last_name(one.func) in SPREADS for part in parts for one in below(part)
    )


def _the_same(first: Any, held: Any) -> list[Any]:
    """The columns that are one number in all rows, and nan in the result."""
    if is_table(first) and is_table(held):
        if first.size > MOST_NUMBERS or not first.columns.is_unique:
            return []
        numeric = [one for one in held.columns if one in first.columns and first[one].dtype.kind in "iufb"]
        numeric = [one for one in numeric if not first[one].isna().any() and held[one].isna().all()]
        return [one for one in numeric if len(first) > 1 and first[one].nunique() == 1]
    are_alike = type(first) is type(held) and (is_tensor(first) or is_array(first))
    if not are_alike or first.ndim != 2 or tuple(first.shape) != tuple(held.shape) or first.shape[0] < 2:
        return []
    if is_tensor(first):
        if first.device.type != "cpu" or held.device.type != "cpu":
            return []
        first, held = first.detach().numpy(), held.detach().numpy()
    numpy: Any = library("numpy")
    if first.size > MOST_NUMBERS or first.dtype.kind not in "iuf" or held.dtype.kind != "f":
        return []
    same = (first == first[0]).all(0) & numpy.isnan(held).all(0)
    return [int(one) for one in numpy.flatnonzero(same)]
