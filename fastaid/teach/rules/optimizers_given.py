"""A whole model where its parameters are wanted: clipping gradients, loops over weights."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import loop_at, node_at, replaced, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

OF_PARAMETERS = (
    "clip_grad_norm_",
    "clip_grad_value_",
    "clip_grad_norm",
    "get_total_norm",
    "clip_grads_with_norm_",
    "parameters_to_vector",
)
# What a parameter has, and a layer has not.
OF_A_PARAMETER = (
    "grad",
    "data",
    "numel",
    "shape",
    "norm",
    "detach",
    "add_",
    "mul_",
    "copy_",
    "lerp_",
    "size",
    "mean",
)


@rule(AttributeError, TypeError, needs="torch")
def model_for_parameters(scene: Scene) -> Diagnosis | None:
    """`clip_grad_norm_(model, 1.0)`, `zip(ema, model)`: a model is not its parameters."""
    here = scene.here
    node = node_at(here) if here is not None else None
    if here is None:
        return None
    if isinstance(node, ast.Call) and last_name(node.func) in OF_PARAMETERS and node.args:
        return _told(here, node.args[0], f"`{text_of(node.func)}`")
    if isinstance(node, ast.Call) and last_name(node.func) == "zip" and "itera" in scene.message:
        found = next((one for one in node.args if is_module(here.value(one))), None)
        return _told(here, found, "A loop over the weights") if found is not None else None
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in OF_A_PARAMETER:
        return _in_loop(here, node.value) if is_module(here.value(node.value)) else None
    loop = loop_at(here)
    if loop is not None and "not iterable" in scene.message and is_module(here.value(loop.iter)):
        names = {one.attr for one in ast.walk(loop) if isinstance(one, ast.Attribute)}
        return _told(here, loop.iter, "A loop over the weights") if names & set(OF_A_PARAMETER) else None
    return None


def _in_loop(here: Frame, name: ast.Name) -> Diagnosis | None:
    """`for p in model: p.grad.zero_()` of a Sequential, which gives its layers."""
    tree = source_tree(here)
    for loop in ast.walk(tree) if tree is not None else ():
        if not isinstance(loop, ast.For) or not loop.lineno <= here.line <= (loop.end_lineno or 0):
            continue
        if name.id not in {one.id for one in ast.walk(loop.target) if isinstance(one, ast.Name)}:
            continue
        is_zip = isinstance(loop.iter, ast.Call) and last_name(loop.iter.func) == "zip"
        given = loop.iter.args if is_zip and isinstance(loop.iter, ast.Call) else [loop.iter]
        models = [one for one in given if is_module(here.value(one))]
        if not models:
            return None
        new = text_of(loop.iter, 200)
        if is_zip:
            parts = (f"{text_of(one)}.parameters()" if one in models else text_of(one) for one in given)
            new = f"zip({', '.join(parts)})"
        else:
            new = f"{new}.parameters()"
        return Diagnosis(
            f"`{name.id}` is a layer (`{type(here.value(name)).__name__}`), not a parameter.",
            f"A loop over `{text_of(models[0])}` goes through its layers; `parameters()` gives the weights.",
            f"for {text_of(loop.target).strip('()')} in {new}:",
            "Begin the loop with:",
            card="parameters-and-activations",
        )
    return None


def _told(here: Frame, node: ast.expr, wants: str) -> Diagnosis | None:
    held, text = here.value(node), text_of(node)
    if not (is_module(held) or is_learner(held)) or not text:
        return None
    model = f"{text}.model" if is_learner(held) else text
    what = "a Learner" if is_learner(held) else f"a model (`{type(held).__name__}`)"
    return Diagnosis(
        f"`{text}` is {what}, not its parameters.",
        f"{wants} needs the weights themselves, which `parameters()` gives.",
        replaced(here, node, f"{model}.parameters()"),
        "Write:",
        card="parameters-and-activations",
    )
