"""Tensors that are not what the call that made them reads like."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN

CLASSES = ("Tensor", "FloatTensor", "LongTensor", "IntTensor", "DoubleTensor", "HalfTensor")
DTYPES = {"LongTensor": "long", "IntTensor": "int", "DoubleTensor": "double", "HalfTensor": "half"}
FILLS = frozenset({"out", "init", "copy_", "resize_"})


@check(*(f".{kind}(" for kind in CLASSES))
def room_for_numbers(cell: Cell) -> Iterator[Notice]:
    """`torch.Tensor(5)` is room for five numbers, not the number five."""
    inside = {
        id(one)
        for kind in (ast.FunctionDef, ast.Lambda, ast.ClassDef)
        for part in cell.of(kind)
        for one in below(part)
    }
    for call in cell.calls(*CLASSES):
        if (
            id(call) in inside
            or len(call.args) != 1
            or call.keywords
            or not isinstance(call.func, ast.Attribute)
        ):
            continue
        if text_of(call.func.value) != "torch" or text_of(call.args[0]).startswith("*"):
            continue
        given = call.args[0]
        n = constant(given)
        is_literal = n is not UNKNOWN
        n = cell.value(given) if not is_literal else n
        if type(n) is not int or n < 0 or _is_filled(cell, call, is_literal):
            continue
        kind = DTYPES.get(call.func.attr, "")
        right = (
            f"torch.tensor({text_of(given)}{f', dtype=torch.{kind}' if kind else '.' if is_literal else ''})"
        )
        yield Notice(
            f"`{text_of(call)}` is not the number {n}: it makes room for {n} numbers, which hold what was in the "
            f"memory before. For the number write `{right}` with a small t; for {n} zeros `torch.zeros({n})`.",
            hash(ast.dump(call)),
            card="tensor",
        )
        return


def _is_filled(cell: Cell, call: ast.Call, is_literal: bool) -> bool:
    """Whether numbers are put into it: in place, by nn.init, by `out=`; where a name gives the size, to be safe."""
    name = next((one for one, value in cell.assigned() if value is call), "")
    if not name:
        # `torch.Tensor(5).uniform_()`, `nn.Parameter(torch.Tensor(n))`, `x.new(…)`
        holders = [one for one in cell.of(ast.Attribute) if one.value is call]
        wrapped = [one for one in cell.calls("Parameter", "empty_like", "type") if call in one.args]
        return any(one.attr.endswith("_") or one.attr in ("shape", "size") for one in holders) or bool(
            wrapped
        )
    if not is_literal:
        reads = [one for one in cell.of(ast.Name) if one.id == name and isinstance(one.ctx, ast.Load)]
        if not reads:
            return True
    for node in cell.of(ast.Subscript):
        if isinstance(node.value, ast.Name) and node.value.id == name and isinstance(node.ctx, ast.Store):
            return True
    for inner in cell.of(ast.Call):
        word = last_name(inner.func)
        names = {one.id for one in nodes_in(inner, ast.Name)}
        if name in names and (word.endswith("_") or any(one.arg in FILLS for one in inner.keywords)):
            return True
    return any(isinstance(node.target, ast.Name) and node.target.id == name for node in cell.of(ast.For))
