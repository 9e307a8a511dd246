"""Layers that run one after another, by nn.Sequential or a loop. No rules of its own."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, stored
from fastaid.teach.rules.layer_calls import Failing
from fastaid.teach.rules.operands import parts_of_tree
from fastaid.teach.rules.python_source import call_at, statement_at
from fastaid.teach.scene import Scene

CHILDREN = ("items", "children", "named_children", "values", "modules", "named_modules")


def layer_of_a_loop(failed: Failing) -> tuple[str, str] | None:
    """`for name, layer in model._modules.items(): x = layer(x)`, where the model's own forward flattens in between."""
    frame = failed.call
    if frame is None:
        return None
    for loop in parts_of_tree(frame, ast.For):
        if not isinstance(loop, ast.For) or not isinstance(loop.iter, ast.Call):
            continue
        func, target = loop.iter.func, loop.target
        if not isinstance(func, ast.Attribute) or func.attr not in CHILDREN:
            continue
        names = [one.id for one in ast.walk(target) if isinstance(one, ast.Name)]
        layer = next((one for one in names if frame.names.get(one) is failed.model), "")
        key = next((one for one in names if isinstance(frame.names.get(one), str)), "")
        if not layer or not loop.lineno <= frame.line <= (loop.end_lineno or 0):
            continue
        if key:
            test = f"{key} == {frame.names[key]!r}"
        elif is_of(failed.model, "torch.nn", "Linear"):
            test = f"isinstance({layer}, nn.Linear)"
        else:
            return None
        line = failed.called_with(f"{{0}}.flatten(1) if {test} else {{0}}")
        whole = statement_at(frame)
        if isinstance(whole, ast.Assign) and line:
            line = f"{ast.unparse(whole.targets[0])} = {line}"
        owner = (
            func.value.value
            if isinstance(func.value, ast.Attribute) and func.value.attr == "_modules"
            else func.value
        )
        model = frame.value(owner)
        parts = stored(model).get("_modules", {}) if is_module(model) else {}
        alone = (
            f" (or loop over `{ast.unparse(owner)}.features` alone, if the features are what you want)"
            if "features" in parts
            else ""
        )
        how = "The loop runs the layers and leaves out the model's forward, which flattens. Flatten before this one"
        return line, f"{how}{alone}:"
    return None


def in_a_row(
    scene: Scene, what: str, network: Any, needed: list[str], given: tuple[Any, ...]
) -> Diagnosis | None:
    """A layer that wants several things stands in an nn.Sequential, which hands on one."""
    at = next((one for one in reversed(scene.frames) if one.function == "forward"), None)
    row: Any = at.names.get("self") if at is not None else None
    if at is None or not is_of(row, "torch.nn", "Sequential") or not any(one is network for one in row):
        return None
    cause = "nn.Sequential hands one thing on from layer to layer, so no more than that came."
    if type(network).__name__.startswith("MaxUnpool"):
        size = network.kernel_size
        return Diagnosis(
            what,
            f"{cause} `indices` are what the nn.MaxPool2d before gives with `return_indices=True`.",
            f"nn.Upsample(scale_factor={size[0] if isinstance(size, tuple) else size})",
            "In a Sequential put a layer that needs no indices in its place:",
        )
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or here.value(call.func) is not row or not call.args:
        return None
    text, x = ast.unparse(call.func), ast.unparse(call.args[0])
    missing = needed[len(given) :]
    if not all(one in here.names for one in missing):
        missing = [one if one in here.names else f"{one}" for one in missing]
    run = f"layer({x}, {', '.join(missing)})"
    takes = [_takes(one) for one in row]
    if len(set(takes)) > 1:
        run += f" if isinstance(layer, {type(network).__name__}) else layer({x})"
    return Diagnosis(
        what,
        cause,
        f"for layer in {text}:\n    {x} = {run}",
        f"Go through the layers yourself, in place of `{ast.unparse(call)}`:",
    )


def _takes(layer: Any) -> int:
    """How many things a layer's forward must be given."""
    try:
        every = inspect.signature(type(layer).forward).parameters.values()
    except (TypeError, ValueError):
        return 1
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return len([one for one in every if one.default is one.empty and one.kind in kinds]) - 1
