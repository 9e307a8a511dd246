"""Recurrent layers that take the steps of time first, in networks that give them the batch first."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.run_by_libraries import methods_of, own_objects
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_of, stored

TURNS = frozenset({"transpose", "permute", "swapaxes", "movedim", "rearrange", "T", "mT"})
OVER = ("mean", "max", "amax", "sum")


@check("@RNNBase")
def last_of_the_batch(cell: Cell) -> Iterator[Notice]:
    """`o, _ = self.lstm(x)` and `o[:, -1]`, where the layer was made without batch_first."""
    for held, kind in own_objects(cell):
        layers = [one for one, part in stored(held).get("_modules", {}).items() if _is_time_first(part)]
        for forward in methods_of(kind, "forward") if layers else []:
            for layer in layers:
                found = _used(forward, layer)
                if found is None:
                    continue
                output, part = found
                yield Notice(
                    f"`self.{layer}` of {kind.name} takes the steps of time first, then the batch: so "
                    f"`{text_of(part)}` goes along the batch, not along the steps, and a batch is read as "
                    f"one sequence. {_fix(kind, forward, layer, output)}",
                    id(held),
                    card="recurrent-network",
                )
                return


def _is_time_first(held: Any) -> bool:
    return is_of(held, "torch.nn", "RNNBase") and not stored(held).get("batch_first")


def _used(forward: ast.AST, layer: str) -> tuple[str, ast.expr] | None:
    """The name of a layer's outputs, and the place where their last one, or their mean, is taken along dimension 1."""
    stored_ = [one.id for one in nodes_in(forward, ast.Name) if isinstance(one.ctx, ast.Store)]
    names = set()
    for node in nodes_in(forward, ast.Assign):
        target, value = node.targets[0], node.value
        if isinstance(value, ast.Subscript) and constant(value.slice) == 0 and isinstance(target, ast.Name):
            value = value.value
        elif isinstance(target, ast.Tuple) and isinstance(target.elts[0], ast.Name):
            target = target.elts[0]
        else:
            continue
        if isinstance(value, ast.Call) and text_of(value.func) == f"self.{layer}":
            names.add(target.id)
    names = {one for one in names if stored_.count(one) == 1}
    for part in nodes_in(forward, ast.Subscript):
        if isinstance(part.value, ast.Name) and part.value.id in names and isinstance(part.slice, ast.Tuple):
            first, second, *rest = part.slice.elts
            if text_of(first) == ":" and constant(second) == -1 and all(text_of(one) == ":" for one in rest):
                return part.value.id, part
    for call in nodes_in(forward, ast.Call):
        owner = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr in OVER else None
        dim = keyword(call, "dim") or (call.args[0] if call.args else None)
        if isinstance(owner, ast.Name) and owner.id in names and constant(dim) == 1:
            return owner.id, call
    return None


def _fix(kind: ast.ClassDef, forward: ast.AST, layer: str, output: str) -> str:
    words = {one.attr for one in nodes_in(forward, ast.Attribute)}
    if words & TURNS:
        return f"The last step of each item is `{output}[-1]`."
    for node in nodes_in(kind, ast.Assign):
        value = node.value
        is_made = text_of(node.targets[0]) == f"self.{layer}" and isinstance(value, ast.Call)
        if is_made and "batch_first" not in text_of(value):
            return f"Write `self.{layer} = {text_of(value)[:-1]}, batch_first=True)`."
    return f"Make `self.{layer}` with `batch_first=True`."
