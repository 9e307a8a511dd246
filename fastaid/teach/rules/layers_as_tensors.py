"""A layer that is used as if it were its weights: `emb.squeeze()`, `net[0].shape`, `emb[3]`."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, is_of, is_tensor, library, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene


@rule(AttributeError, needs="torch")
def asked_like_a_tensor(scene: Scene) -> Diagnosis | None:
    """`learn.model.i_bias.squeeze()`: what only its weights have."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    node = node.func if isinstance(node, ast.Call) else node
    asked = getattr(scene.error, "name", None)
    if frame is None or not isinstance(node, ast.Attribute) or node.attr != asked:
        return None
    layer = getattr(scene.error, "obj", None)
    # Raised in an error of the layer's own code, it would tell of another object.
    named = module_at(frame, node.value)
    if (
        (named is not None and named is not layer)
        or not _has_weights(layer)
        or not hasattr(library("torch").Tensor, node.attr)
    ):
        return None
    if frame.function == "forward":
        return None  # its result may be meant as well
    return _told(frame, node.value, layer, f"has no `.{asked}`; a tensor has")


@rule(TypeError, needs="torch")
def indexed_like_a_tensor(scene: Scene) -> Diagnosis | None:
    """`emb[3]`, `net[0][0]`, `self.emb[x]` in a forward."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or "not subscriptable" not in scene.message:
        return None
    layer, text, key = module_at(frame, node.value), text_of(node.value), text_of(node.slice)
    if not _has_weights(layer) or not text or not key:
        return None
    given = frame.value(node.slice)
    if is_of(layer, "torch.nn", "Embedding") and is_tensor(given) and not given.is_floating_point():
        return Diagnosis(
            f"`{text}` is an nn.Embedding, a layer; square brackets take nothing out of it.",
            "It is called, like any layer, and gives the row of each number.",
            replaced(frame, node, f"{text}({key})"),
            "Write round parentheses:",
            card="embeddings",
        )
    return (
        None
        if frame.function == "forward"
        else _told(frame, node.value, layer, "cannot be indexed; a tensor can")
    )


@rule(TypeError, needs="torch")
def given_like_a_tensor(scene: Scene) -> Diagnosis | None:
    """`torch.sum(emb)`: a layer where a function of torch takes a tensor."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or frame.function == "forward":
        return None
    for node in (*call.args, *(one.value for one in call.keywords)):
        layer = module_at(frame, node)
        if _has_weights(layer) and f"must be Tensor, not {type(layer).__name__}" in scene.message:
            return _told(frame, node, layer, "is none for this function")
    return None


def module_at(frame: Frame, node: ast.AST | None) -> Any:
    """The module that an expression stands for, also `net[0]` and `learn.model`; None for anything else."""
    held = frame.value(node)
    if is_module(held):
        return held
    if isinstance(node, ast.Attribute):
        holder = frame.value(node.value)
        if is_learner(holder) and node.attr == "model":
            return stored(holder).get("model")
        holder = module_at(frame, node.value)
        return stored(holder).get("_modules", {}).get(node.attr) if holder is not None else None
    if isinstance(node, ast.Subscript):
        parts = list(stored(module_at(frame, node.value)).get("_modules", {}).values())
        at = frame.value(node.slice)
        return parts[at] if type(at) is int and -len(parts) <= at < len(parts) else None
    return None


def _has_weights(layer: Any) -> bool:
    return is_module(layer) and is_tensor(stored(layer).get("_parameters", {}).get("weight"))


def _told(frame: Frame, node: ast.expr, layer: Any, lacks: str) -> Diagnosis | None:
    text = text_of(node)
    if not text:
        return None
    weight = stored(layer)["_parameters"]["weight"]
    kind = type(layer).__name__
    is_table = is_of(layer, "torch.nn", "Embedding")
    more = "" if is_table else f" What it makes of data comes from a call: `{text}(x)`."
    return Diagnosis(
        f"`{text}` is a layer ({kind}), not a tensor: it {lacks}.",
        f"A layer keeps its numbers in `weight`, here a tensor of shape {shape(weight)}.{more}",
        replaced(frame, node, f"{text}{weights_of(node)}"),
        "Take its weights:",
        sure="certain" if is_table else "likely",
        card="parameters-and-activations",
    )


def weights_of(node: ast.expr) -> str:
    """What leads from a layer to its numbers where they are needed: `.weight`; "" where the layer itself is."""
    around = parent(node)
    if isinstance(around, ast.Attribute) and hasattr(library("torch.nn").Embedding, around.attr):
        return ""
    if isinstance(around, ast.Attribute) and around.attr in ("weight", "bias"):
        return ""
    if isinstance(around, ast.Call) and around.func is node:
        return ""
    chain, at = [], around
    while isinstance(at, (ast.Attribute, ast.Call, ast.Subscript)):
        chain += [at.attr] if isinstance(at, ast.Attribute) else []
        at = parent(at)
    # numpy takes no tensor that has a gradient.
    return ".weight.detach()" if "numpy" in chain and not {"detach", "data"} & {*chain} else ".weight"
