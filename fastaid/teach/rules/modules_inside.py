"""What belongs to a layer was asked of the Sequential around it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene


@rule(AttributeError, needs="torch")
def of_a_layer_inside(scene: Scene) -> Diagnosis | None:
    """`net.classifier.in_features` where classifier is a Sequential that ends with a Linear."""
    last, here = scene.last, scene.here
    node = here.node if here is not None else None
    if last is None or last.function != "__getattr__" or last.module != "torch.nn.modules.module":
        return None
    holder, name = last.names.get("self"), last.names.get("name")
    if here is None or not isinstance(node, ast.Attribute) or node.attr != name or len(scene.frames) < 2:
        return None
    if scene.frames[-2] is not here or not is_of(holder, "torch.nn", "Sequential", "ModuleList"):
        return None
    owners = [found for found in _inside(holder) if _has(found[1], node.attr)]
    if not owners:
        return None
    text = ast.unparse(node.value)
    # One layer in place of all of them takes what the first of them took.
    is_first = node.attr.startswith("in_") and _is_replaced(scene, text)
    path, owner = owners[0 if is_first else -1]
    kinds = [type(one).__name__ for one in stored(holder)["_modules"].values()]
    shown = f" ({', '.join(kinds)})" if len(kinds) <= 5 else ""
    more = f" ({counted(len(owners), 'layer')} in it have one.)" if len(owners) > 1 else ""
    return Diagnosis(
        f"`{text}` is an nn.{type(holder).__name__} of {counted(len(kinds), 'layer')}{shown}; it has no `{name}`.",
        f"`{name}` belongs to a layer inside it: `{text}{path}` is the {type(owner).__name__}.{more}",
        replaced(here, node, f"{text}{path}.{name}"),
        "Ask that layer:",
        card="transfer-learning" if node.attr == "in_features" else "",
    )


def _inside(holder: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The layers in a network in their order, each with the code that leads to it."""
    is_numbered = is_of(holder, "torch.nn", "Sequential", "ModuleList")
    for key, part in stored(holder).get("_modules", {}).items():
        if not is_module(part):
            continue
        step = f"[{key}]" if is_numbered and key.isdigit() else f".{key}"
        yield step, part
        if depth < 6:
            yield from ((f"{step}{rest}", one) for rest, one in _inside(part, depth + 1))


def _has(layer: Any, name: str) -> bool:
    held = stored(layer)
    tables = (held, held.get("_parameters", {}), held.get("_buffers", {}), held.get("_modules", {}))
    return any(table.get(name) is not None for table in tables)


def _is_replaced(scene: Scene, text: str) -> bool:
    return any(
        isinstance(node, ast.Assign) and any(ast.unparse(one) == text for one in node.targets)
        for node in ast.walk(scene.tree or ast.Module([], []))
    )
