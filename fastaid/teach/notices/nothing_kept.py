"""Work that leaves no trace, or is done twice: a copy of a network's weights, pictures that were scaled before."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_module, is_of, is_tensor, stored


@check("state_dict()")
def state_updated(cell: Cell) -> Iterator[Notice]:
    """`model.state_dict().update(weights)` changes a dictionary made for the moment, not the network."""
    for call in cell.calls("update"):
        made = call.func.value if isinstance(call.func, ast.Attribute) else None
        if not isinstance(made, ast.Call) or last_name(made.func) != "state_dict" or len(call.args) != 1:
            continue
        model = made.func.value if isinstance(made.func, ast.Attribute) else None
        if is_module(cell.value(model)) and model is not None:
            yield Notice(
                f"`{text_of(call)}` changes a dictionary that `state_dict()` makes anew each time, not the network: "
                f"the weights of `{text_of(model)}` are the old ones. Write "
                f"`{text_of(model)}.load_state_dict({text_of(call.args[0])})`.",
                hash(ast.dump(call)),
            )
            return


@check("/ 255", "/255", "/ 256", needs="torchvision")
def scaled_before(cell: Cell) -> Iterator[Notice]:
    """`ToTensor()(img) / 255`: it has divided by 255 itself."""
    for name, value in cell.assigned():
        held: Any = cell.names.get(name)
        if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div) or cell.bound[name] > 1:
            continue
        calls = [one for one in below(value.left) if isinstance(one, ast.Call) and _makes_tensor(cell, one)]
        if not calls or constant(value.right) not in (255, 256) or not is_tensor(held) or not held.numel():
            continue
        if held.device.type == "cpu" and held.is_floating_point() and 0 < float(held.max()) <= 1 / 255 + 1e-6:
            text = text_of(value.left)
            yield Notice(
                f"`{text_of(calls[0].func)}` divides a picture by 255 itself, and `{text_of(value)}` does it again: "
                f"the values of `{name}` go up to {float(held.max()):.2g} only. Write `{name} = {text}`.",
                hash(name),
                card="normalization",
            )
            return


def _makes_tensor(cell: Cell, call: ast.Call) -> bool:
    """A call of torchvision's ToTensor, made on the spot or before."""
    if last_name(call.func) == "to_tensor":
        held: Any = cell.value(call.func)
        return str(getattr(held, "__module__", "")).startswith("torchvision.")
    if isinstance(call.func, ast.Call):
        held = cell.value(call.func.func)
        return (
            isinstance(held, type)
            and held.__module__ == "torchvision.transforms.transforms"
            and held.__name__ == "ToTensor"
        )
    held = cell.value(call.func)
    steps: Any = (
        stored(held).get("transforms") if is_of(held, "torchvision.transforms", "Compose") else [held]
    )
    return bool(steps) and is_of(list(steps)[-1], "torchvision.transforms", "ToTensor")
