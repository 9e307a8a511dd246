"""Weights for unbalanced classes, given to a loss function."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_module, is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene


@rule(RuntimeError, TypeError, ValueError, needs="torch")
def class_weights(scene: Scene) -> Diagnosis | None:
    """weight= of a loss: a list, of another length than the classes, or of another dtype."""
    made = next(
        (one for one, _ in scene.holding("self", lambda held: is_module(held)) if "weight" in one.names), None
    )
    frame = scene.here
    call = frame.call if frame is not None else None
    if made is not None and made.module == "torch.nn.modules.loss" and call is not None and frame is not None:
        given = made.names["weight"]
        if given is None or is_tensor(given):
            return None
        text = _weight_text(call)
        is_array_given = is_array(given) or is_of(given, "pandas", "Series")
        return Diagnosis(
            f"weight is {described(given)}.",
            "The weights of the classes must be a float tensor, with a number for each class.",
            f"torch.tensor({text}{'.tolist()' if is_array_given else ''}, dtype=torch.float)"
            if text
            else "torch.tensor(weights, dtype=torch.float)",
            "For weight, give:",
            card="unbalanced-classes",
        )
    return _weights_in_use(scene)


def _weight_text(call: ast.Call) -> str:
    return next((ast.unparse(one.value) for one in call.keywords if one.arg == "weight"), "")


def _weights_in_use(scene: Scene) -> Diagnosis | None:
    inner = scene.within("torch.nn.functional")
    if inner is None or inner.function not in ("cross_entropy", "nll_loss"):
        return None
    weight: Any = inner.names.get("weight")
    pred: Any = inner.names.get("input")
    if not is_tensor(weight) or not is_tensor(pred) or pred.ndim < 2 or weight.ndim != 1:
        return None
    classes = pred.shape[1]
    if weight.numel() != classes:
        return Diagnosis(
            f"weight has {weight.numel()} numbers, the model gives {classes} outputs.",
            "The loss needs one weight for each class.",
            f"weight = torch.ones({classes})  # then weight[i] = … for class i",
            f"Give it {classes} weights:",
            card="unbalanced-classes",
        )
    if weight.dtype == pred.dtype or weight.device != pred.device:
        return None
    return Diagnosis(
        f"weight is {described(weight)}, the predictions are {str(pred.dtype).removeprefix('torch.')}.",
        "The weights of the classes must have the dtype of the predictions.",
        "weight = weight.float()",
        "Make them float before they are given to the loss:",
        card="unbalanced-classes",
    )
