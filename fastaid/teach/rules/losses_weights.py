"""Weights for unbalanced classes, given to a loss function."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_module, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import assigned, keyword_given
from fastaid.teach.rules.step import learner_in, learner_name
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
    classes, name = pred.shape[1], scene.name_of(weight)
    shown = f"`{name}`, given as weight," if name and name != "weight" else "weight"
    if weight.numel() != classes:
        new = f"torch.ones({classes})"
        return Diagnosis(
            f"{shown} has {weight.numel()} numbers, the model gives {classes} outputs.",
            "The loss needs one weight for each class.",
            _given_anew(
                scene, weight, name or "weight", f"{new}  # then {name or 'weight'}[i] = … for class i"
            ),
            f"Give it {classes} weights, before the loss is made:",
            card="unbalanced-classes",
        )
    if weight.dtype == pred.dtype or weight.device != pred.device:
        return None
    return Diagnosis(
        f"{shown} is {described(weight)}, the predictions are {str(pred.dtype).removeprefix('torch.')}.",
        "The weights of the classes must have the dtype of the predictions.",
        _given_anew(scene, weight, name or "weight", f"{name or 'weight'}.float()"),
        "Make them float before they are given to the loss:",
        card="unbalanced-classes",
    )


def _given_anew(scene: Scene, weight: Any, name: str, new: str) -> str:
    """The line that gives the weights another value, and the one that makes the loss of them."""
    is_named = bool(scene.name_of(weight))
    first, learn = f"{name} = {new}", learner_in(scene)
    # A loss that is made keeps the tensor that it was given.
    holders = [
        (word, one) for word, one in scene.names.items() if _holds(one, weight) and not word.startswith("_")
    ]
    if holders:
        word, made = holders[0][0], assigned(scene, holders[0][0])
    else:
        held = stored(learn).get("loss_func") if learn is not None else None
        word, made = f"{learner_name(scene, learn)}.loss_func", keyword_given(scene, "loss_func")
        made = made if _holds(held, weight) else None
    if not isinstance(made, ast.Call):
        return first
    if is_named:
        return f"{first}\n{word} = {ast.unparse(made)}"
    at = next((one.value for one in made.keywords if one.arg == "weight"), None) or (
        made.args[0] if made.args else None
    )
    if at is None:
        return first
    inside = f"{ast.unparse(at)}.float()" if ".float()" in new else new.partition("  #")[0]
    return f"{word} = {with_argument(made, 0, 'weight', inside)}"


def _holds(held: Any, weight: Any) -> bool:
    inner = stored(held).get("func") if is_of(held, "fastai.losses", "BaseLoss") else held
    return is_module(inner) and stored(inner).get("_buffers", {}).get("weight") is weight
