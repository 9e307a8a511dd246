"""Parameters without a gradient: of a layer that forward never calls, or frozen. No rules of its own."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module
from fastaid.teach.rules.python_source import function_at, own_nodes, source_tree, statement_at
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene


def without_gradient(scene: Scene, frame: Frame, name: str, held: Any) -> Diagnosis | None:
    """Why one parameter of a loop over them all has no gradient, where others have one."""
    found = _owner(scene, frame, held)
    if found is None or not _is_looped(frame, name):
        return None
    text, model, full = found
    if not any(one.grad is not None for one in model.parameters()):
        return None  # no backward() at all
    layers = _layers_without(model)
    layer = full.rpartition(".")[0]
    what = f"`{name}.grad` is None: `{name}` is `{full}` of `{text}`, which got no gradient."
    if not held.requires_grad:
        cause = f"`{layer or full}` is frozen (requires_grad=False), so backward() leaves it out."
    elif layer and _is_unused(model, layer):
        cause = (
            f"`forward` of `{type(model).__name__}` never uses `self.{layer}`, so the loss does not depend on it. "
            "(Use the layer in `forward`, or take it out of `__init__`.)"
        )
    else:
        words = listed((f"`{one}`" for one in layers), 3)
        cause = f"The loss does not depend on it. Without a gradient {'is' if len(layers) == 1 else 'are'}: {words}."
    line = statement_at(frame)
    return Diagnosis(
        what,
        cause,
        _passed_over(name, line),
        "Pass over the parameters without a gradient:",
        card="gradient",
    )


def _owner(scene: Scene, frame: Frame, held: Any) -> tuple[str, Any, str] | None:
    """The network that a parameter belongs to, with its name and the parameter's."""
    places = {**scene.names, **frame.names}
    for text, one in places.items():
        if text.startswith("_") or not is_module(one):
            continue
        for full, parameter in one.named_parameters():
            if parameter is held:
                return text, one, full
    return None


def _is_looped(frame: Frame, name: str) -> bool:
    """Whether the name is that of a loop over the parameters."""
    function = function_at(frame)
    tree = source_tree(frame)
    body = function.body if function is not None else tree.body if tree is not None else []
    for node in own_nodes(body):
        if isinstance(node, (ast.For, ast.comprehension)) and name in {
            one.id for one in ast.walk(node.target) if isinstance(one, ast.Name)
        }:
            return True
    return False


def _layers_without(model: Any) -> list[str]:
    return list(
        dict.fromkeys(
            full.rpartition(".")[0] or full for full, one in model.named_parameters() if one.grad is None
        )
    )


def _is_unused(model: Any, layer: str) -> bool:
    """Whether no method of the network's class but `__init__` names the layer, or could call it unnamed."""
    first = layer.split(".")[0]
    methods = [
        held for kind in type(model).__mro__ for held in vars(kind).values()
        if isinstance(held, FunctionType) and not kind.__module__.startswith("torch")
    ]  # fmt: skip
    if not any(one.__name__ == "forward" for one in methods):
        return False
    for method in methods:
        if method.__name__ == "__init__":
            continue
        node = source_of(method)
        if node is None:
            return False
        for one in ast.walk(node):
            word = (
                one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", getattr(one, "value", ""))
            )
            if word in (
                first,
                "children",
                "modules",
                "named_children",
                "named_modules",
                "getattr",
                "_modules",
            ):
                return False
    return True


def _passed_over(name: str, line: ast.stmt | None) -> str:
    """The learner's line with a condition before it."""
    text = ast.unparse(line) if line is not None and not hasattr(line, "body") else ""
    if not text or "\n" in text or f"{name}.grad" not in text:
        return f"if {name}.grad is None: continue"
    if isinstance(line, (ast.Expr, ast.AugAssign)):
        return f"if {name}.grad is not None: {text}"
    return f"if {name}.grad is None: continue\n{text}"
