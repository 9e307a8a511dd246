"""A layer that is put into a network under a name that its forward never uses."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import lru_cache
from types import CodeType, FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_module, is_of, stored

ANY = "*"  # it goes through its parts, whatever they are called
GOES_THROUGH = frozenset({"_modules", "children", "named_children", "modules", "named_modules", "getattr"})
MODELS = ("torchvision.models", "timm.models")


@check("Linear(", "Sequential(", "Conv", "Head(", "Dropout(", "Flatten(", needs="torch")
def never_used_by_forward(cell: Cell) -> Iterator[Notice]:
    """`model.classifier = nn.Linear(512, 2)` for a resnet, whose last layer is `fc`."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Attribute) or not isinstance(node.value, ast.Call):
            continue
        model = cell.value(target.value)
        if not is_module(model) or text_of(target.value) == "self" or "forward" in stored(model):
            continue
        parts: dict[str, Any] = stored(model).get("_modules", {})
        layer = parts.get(target.attr)
        if not is_module(layer) or not weights_of(layer) or stored(model).get("_forward_hooks"):
            continue
        kind: Any = type(model)
        used = _used_by(kind)
        if not used or ANY in used or target.attr in used or _is_called(cell, target.attr):
            continue
        name = text_of(target.value)
        fix = _fix(model, name, node.value, layer, target.attr, used)
        yield Notice(
            f"`{text_of(target)}` is a new layer that {kind.__name__} never uses: its forward knows no "
            f"`{target.attr}`, so `{name}` answers as before. {fix}",
            id(model),
            card="body-and-head",
        )
        return


@lru_cache(64)
def _used_by(kind: type) -> frozenset[str]:
    """The names that a network's methods use, `__init__` apart."""
    found: set[str] = set()
    for one in kind.__mro__:
        if one.__module__.startswith("torch.nn"):
            return frozenset({ANY}) if one.__module__ != "torch.nn.modules.module" else frozenset(found)
        for name, method in vars(one).items():
            if isinstance(method, FunctionType) and name != "__init__":
                found |= _names(inspect.unwrap(method).__code__)
    return frozenset(found)


def _names(code: CodeType) -> set[str]:
    found = set(code.co_names)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found |= _names(inner)
    return found | ({ANY} if found & GOES_THROUGH else set())


def _is_called(cell: Cell, attribute: str) -> bool:
    """Whether code of the notebook calls the layer itself: `model.head(feats)`."""
    called = re.compile(rf"\.{attribute}\(")
    return any(called.search(one) for one in [*cells_run(cell), cell.source])


def _fix(model: Any, name: str, made: ast.Call, layer: Any, new: str, used: frozenset[str]) -> str:
    """The line that replaces the last layer of a library's network, or the layers that there are."""
    parts = [one for one, held in stored(model)["_modules"].items() if one in used and weights_of(held)]
    if not type(model).__module__.startswith(MODELS):
        names = ", ".join(f"`{one}`" for one in parts[-4:])
        return f"Use `self.{new}` in its forward, or replace a layer that it uses ({names})."
    place, last = _last(model, name, new)
    if not is_of(last, "torch.nn", "Linear") or not is_of(layer, "torch.nn", "Linear"):
        return f"Its last layer is `{place}`: replace that one."
    line = text_of(made)
    if last.in_features != layer.in_features:
        line = f"{text_of(made.func)}({last.in_features}, {layer.out_features})"
    return f"Its last layer is `{place}`. Write `{place} = {line}`."


def _last(model: Any, name: str, new: str) -> tuple[str, Any]:
    """The last layer with weights of a network, and how to write it: `model.classifier[6]`."""
    place, held = name, model
    while True:
        inner = [(one, part) for one, part in stored(held).get("_modules", {}).items() if part is not None]
        inner = [(one, part) for one, part in inner if weights_of(part) and (held is not model or one != new)]
        if not inner:
            return place, held
        one, held = inner[-1]
        place += f"[{one}]" if one.isdigit() else f".{one}"
