"""Weights that are read from a file, and never put into the network."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import Inside, came_in, in_definitions
from fastaid.teach.notices.loaded import names_in
from fastaid.teach.notices.loop_parts import base_of
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_module

READS = ("torch.load", "load_file", "safetensors.torch.load_file")


@check("load(", "load_file(", "state_dict().update(")
def read_and_not_loaded(cell: Cell) -> Iterator[Notice]:
    """`state = torch.load('best.pth')`, then `return model.eval()`: the weights are those of the start."""
    if "load_state_dict" in cell.words:
        return
    defined = in_definitions(cell)
    loads = {one.id for one in cell.of(ast.Name) if isinstance(one.ctx, ast.Load) and id(one) not in defined}
    nodes: list[ast.Assign | ast.Expr] = [*cell.of(ast.Assign), *cell.of(ast.Expr)]
    for node in nodes:
        name, call = _read(node)
        if call is None or id(call) in defined or name in loads or not call.args:
            continue
        owner, model = _network(cell, name, call)
        names = names_in(came_in(cell, call.args[0], call)) if is_module(model) else {}
        wanted = {one for one, _ in model.named_parameters()} if is_module(model) else set()
        inner = "" if wanted and wanted <= set(names) else _inner(names, wanted)
        if not wanted or inner is None:
            continue
        state = (name or text_of(call)) + inner
        yield Notice(
            f"`{text_of(call)}` only reads the file: nothing puts its weights into `{owner}`, which has those it was "
            f"made with. Write `{owner}.load_state_dict({state})`"
            + (f" after it, before `{owner}` is used." if name else " in its place."),
            hash(text_of(call)),
            card="saving-weights",
        )
        return


def _read(node: ast.Assign | ast.Expr) -> tuple[str, ast.Call | None]:
    """The name that what is read gets, "" for none, and the call that reads it."""
    call = node.value
    if not isinstance(call, ast.Call) or text_of(call.func) not in READS:
        return "", None
    if isinstance(node, ast.Expr):
        return "", call
    target = node.targets[0]
    return (target.id, call) if isinstance(target, ast.Name) else ("", None)


def _network(cell: Cell, name: str, call: ast.Call) -> tuple[str, Any]:
    """The network that the weights are for: the one that a function returns, or the one that is asked after it."""
    if isinstance(cell, Inside):
        returned = cell.returns
        owner = base_of(returned) if returned is not None else ""
        return (owner, cell.result) if owner and is_module(cell.result) else ("", None)
    if not name and cell.shown is not None and cell.shown.value is call:
        return "", None  # shown on purpose
    for used, model in cell.live(lambda one: is_module(one) and bool(weights_of(one))):
        asked = [
            one
            for one in cell.of(ast.Call)
            if text_of(one.func) in (used, f"{used}.eval") and one.lineno >= call.lineno
        ]
        if any(last_name(one.func) == used for one in asked):
            return used, model
    return "", None


def _inner(names: dict[str, Any], wanted: set[str]) -> str | None:
    """The key under which the weights stand in the file; None where they are not in it."""
    for key, held in names.items():
        if isinstance(held, dict) and wanted and wanted <= set(held):
            return f"[{key!r}]"
    return None
