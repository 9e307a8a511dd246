"""Two optimizers of one network, beside another network that no optimizer holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_module, is_of, library, stored


@dataclass(frozen=True)
class Twin:
    """An optimizer of a network that another optimizer has too."""

    name: str
    model: str
    made: str  # how it was made


@check("backward", also=("step",), reached=True)
def one_network_for_both(cell: Cell) -> Iterator[Notice]:
    """`opt_g = Adam(critic.parameters())` beside `opt_c = Adam(critic.parameters())`."""
    if not {"backward", "step"} <= cell.words:
        return
    pairs = _written(cell) or _live(cell)
    if len(pairs) != 2:
        return
    tuned = {id(w) for _, one in cell.optimizers for w in _tuned(one)}
    for name, model in cell.live(_is_network):
        mine = weights_of(model)
        if name == pairs[0].model or any(id(w) in tuned for w in mine) or f"{name}.parameters" in cell.source:
            continue
        if not all(w.requires_grad for w in mine) or not any(w.grad is not None for w in mine):
            continue
        wrong = next((one for one in pairs if _is_of(one.name, name)), pairs[1])
        other = next(one for one in pairs if one is not wrong)
        new = re.sub(rf"\b{re.escape(wrong.model)}\b", name, wrong.made)
        yield Notice(
            f"`{wrong.name}` holds the parameters of `{wrong.model}`, as `{other.name}` does: no optimizer holds those "
            f"of `{name}`, so `{name}` never changes. Write `{wrong.name} = {new}`.",
            id(model),
            card="sgd-and-optimizers",
        )
        return


def _is_network(held: Any) -> bool:
    return is_module(held) and bool(weights_of(held))


def _written(cell: Cell) -> list[Twin]:
    """Two optimizers that the cell makes of one network."""
    kind = getattr(library("torch.optim"), "Optimizer", None)
    found: dict[str, list[Twin]] = {}
    for name, value in cell.assigned():
        if not isinstance(value, ast.Call) or not value.args or cell.bound[name] != 1:
            continue
        made = cell.value(value.func)
        if kind is None or not isinstance(made, type) or not issubclass(made, kind):
            continue
        source = re.match(r"(?:list\()?(\w+)\.parameters\(\)\)?$", text_of(value.args[0]))
        if source:
            found.setdefault(source[1], []).append(Twin(name, source[1], text_of(value)))
    return next((twins for twins in found.values() if len(twins) == 2), [])


def _live(cell: Cell) -> list[Twin]:
    """Two optimizers, made earlier, that hold the same parameters."""
    held = cell.live(lambda one: is_of(one, "torch.optim", "Optimizer"))
    if len(held) < 2:
        return []
    ids = {name: frozenset(id(w) for w in _tuned(one)) for name, one in held}
    for name, one in held:
        twins = [other for other in ids if other != name and ids[other] == ids[name] and ids[name]]
        if len(twins) != 1 or stored(one) is stored(cell.names[twins[0]]):
            continue
        models = [word for word, model in cell.variables if _holds(model, ids[name])]
        if models:
            return [_twin(cell, one, models[0]) for one in (twins[0], name)]
    return []


def _twin(cell: Cell, name: str, model: str) -> Twin:
    held: Any = cell.names[name]
    rate = stored(held)["param_groups"][0].get("lr")
    return Twin(name, model, f"torch.optim.{type(held).__name__}({model}.parameters(), lr={rate})")


def _holds(model: Any, ids: frozenset[int]) -> bool:
    return is_module(model) and {id(w) for w in weights_of(model)} == ids


def _tuned(optimizer: Any) -> list[Any]:
    return [w for group in stored(optimizer).get("param_groups") or [] for w in group["params"]]


def _is_of(optimizer: str, model: str) -> bool:
    """`opt_g` for `generator`, `optD` for `D`."""
    end = re.sub(r"(?i)^(optimizer|optim|opt)_?", "", optimizer).lower()
    return bool(end) and (model.lower().startswith(end) or model.lower().endswith("_" + end))
