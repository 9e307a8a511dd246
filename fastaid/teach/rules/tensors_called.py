"""Tensors that are called like a layer or a function."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import tree_of
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, needs="torch")
def parameter_called(scene: Scene) -> Diagnosis | None:
    """A Parameter, or a table of weights, in place of a layer: it is indexed, or multiplied by."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or len(call.args) != 1 or call.keywords:
        return None
    held = here.value(call.func)
    if not is_of(held, "torch.nn", "Parameter") or not held.ndim:
        return None
    given = here.value(call.args[0])
    if given is UNKNOWN:
        given = _indexed(here, call.args[0])
    text, asked = ast.unparse(call.func), ast.unparse(call.args[0])
    what = f"`{text}` is a Parameter, a tensor of shape {shape(held)}; it is no layer and cannot be called."
    if is_tensor(given) and given.is_floating_point():
        if not given.ndim or given.shape[-1] != held.shape[0] or held.ndim != 2:
            return None
        return Diagnosis(
            what,
            "A layer such as nn.Linear is called; a bare matrix of weights is multiplied by.",
            f"{asked} @ {text}",
            "Use the matrix product:",
            card="matrix-product",
        )
    if not (isinstance(given, int) or is_tensor(given)):
        return None
    fixes = [f"{ast.unparse(one.func)}[{ast.unparse(one.args[0])}]" for one in _alike(scene, here, call)]
    return Diagnosis(
        what,
        f"Its {counted(shape(held)[0], 'row')} {'is' if shape(held)[0] == 1 else 'are'} looked up by index, in square "
        "brackets. (nn.Embedding is a layer that does the same, and that one is called.)",
        "\n".join(fixes),
        "Write square brackets:",
        card="embeddings",
    )


def _indexed(here: Frame, node: ast.expr) -> Any:
    """The tensor that a part is taken from: its columns have the same type."""
    return here.value(node.value) if isinstance(node, ast.Subscript) else UNKNOWN


def _alike(scene: Scene, here: Frame, call: ast.Call) -> list[ast.Call]:
    """The call, with the others in the same function that call a Parameter."""
    tree = tree_of(scene, here)
    found = [
        one
        for one in (ast.walk(tree) if tree is not None else ())
        if isinstance(one, ast.Call)
        and len(one.args) == 1
        and is_of(here.value(one.func), "torch.nn", "Parameter")
    ]
    found.sort(key=lambda one: (one.lineno, one.col_offset))
    return found[:4] if any(one is call for one in found) else [call]
