"""Models inside of another one: nn.DataParallel, and an nn.Sequential made of a model's parts."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.scene import Frame, Scene


def _has(model: Any, name: str) -> bool:
    """Whether a network has an attribute, without running code of its own."""
    kept = stored(model)
    tables = ("_modules", "_parameters", "_buffers")
    return any(name in kept.get(one, {}) for one in tables) or name in kept or hasattr(type(model), name)


@rule(AttributeError, needs="torch")
def asked_of_the_wrapper(scene: Scene) -> Diagnosis | None:
    """`model.encoder` where model is nn.DataParallel(model)."""
    here = scene.here
    node = node_at(here) if here is not None else None
    held = here.value(node.value) if here is not None and isinstance(node, ast.Attribute) else None
    if here is None or not isinstance(node, ast.Attribute) or not is_module(held):
        return None
    if not is_of(held, "torch.nn", "DataParallel") and not is_of(
        held, "torch.nn.parallel", "DistributedDataParallel"
    ):
        return None
    inner, text = stored(held)["_modules"].get("module"), ast.unparse(node.value)
    if _has(held, node.attr) or not is_module(inner) or not _has(inner, node.attr):
        return None
    return Diagnosis(
        f"`{text}` is an nn.{type(held).__name__} around a `{type(inner).__name__}`; it has no `{node.attr}` itself.",
        "It only shares out the batches. The network is inside of it, under the name `module`.",
        replaced(here, node, f"{text}.module.{node.attr}"),
        "Ask the network inside:",
    )


@rule(AttributeError, needs="torch")
def asked_of_its_parts(scene: Scene) -> Diagnosis | None:
    """`backbone.fc` where backbone is nn.Sequential(*list(resnet.children())[:-1])."""
    here = scene.here
    node = node_at(here) if here is not None else None
    held: Any = here.value(node.value) if here is not None and isinstance(node, ast.Attribute) else None
    if here is None or not isinstance(node, ast.Attribute) or not is_of(held, "torch.nn", "Sequential"):
        return None
    if _has(held, node.attr):
        return None
    text = ast.unparse(node.value)
    source = _made_of(scene, here, text)
    model = here.value(source) if source is not None else None
    if source is None or not is_module(model) or not _has(model, node.attr):
        return None
    whole = ast.unparse(source)
    left_out = not any(one is stored(model)["_modules"].get(node.attr) for one in held)
    more = f" `{node.attr}` itself was left out." if left_out else ""
    return Diagnosis(
        f"`{text}` is an nn.Sequential of the parts of `{whole}`; it has no `{node.attr}`.",
        f"In a Sequential the layers have numbers in place of their names.{more}",
        replaced(here, node, f"{whole}.{node.attr}"),
        "Ask the whole model:",
        card="body-and-head",
    )


def _made_of(scene: Scene, here: Frame, name: str) -> ast.expr | None:
    """The model of `name = nn.Sequential(*list(model.children())[:-1])`."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if not isinstance(one, ast.Assign) or ast.unparse(one.targets[0]) != name:
                continue
            for call in ast.walk(one.value):
                func = call.func if isinstance(call, ast.Call) else None
                if isinstance(func, ast.Attribute) and last_name(func) in ("children", "named_children"):
                    return func.value
    return None
