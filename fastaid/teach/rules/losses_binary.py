"""Binary cross-entropy: yes or no for each of several labels, or for one."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.losses import another_loss, loss_of_tensors
from fastaid.teach.rules.squeezed_batches import lost_in_a_loss
from fastaid.teach.rules.step import OF_LABELS, LossCall, is_whole, values
from fastaid.teach.scene import Scene


@rule(ValueError, RuntimeError, needs="torch")
def sizes(scene: Scene) -> Diagnosis | None:
    """Binary cross-entropy with a column of predictions and a flat list of targets, or the other way round."""
    found = loss_of_tensors(scene, *OF_LABELS)
    if found is None or shape(found.pred) == shape(found.targ) or found.pred.numel() != found.targ.numel():
        return None
    if lost_in_a_loss(scene) is not None:
        return None
    pred, targ = found.texts
    to_float = "" if found.targ.is_floating_point() else ".float()"
    p, t = shape(found.pred), shape(found.targ)
    if not p or not t:
        pred, targ = (
            (f"{pred}.view_as({targ})", f"{targ}{to_float}") if not p else (pred, f"{targ}.view_as({pred})")
        )
    elif p == (*t, 1):
        pred, targ = pred, f"{targ}.unsqueeze(1){to_float}"
    elif t == (*p, 1):
        pred, targ = pred, f"{targ}.squeeze(1){to_float}"
    else:
        targ = f"{targ}.view_as({pred}){to_float}"
    return Diagnosis(
        f"The prediction has shape {p}, the target {t}.",
        f"`{found.name}` compares number by number, so both must have the same shape"
        + (", and the target must be float." if to_float else "."),
        found.line(scene, pred, targ),
        "Give the target the shape of the prediction:",
        card="rank-and-shape",
    )


@rule(ValueError, RuntimeError, needs="torch")
def one_class_per_item(scene: Scene) -> Diagnosis | None:
    """Binary cross-entropy with an output for each class and one class number for each item."""
    found = loss_of_tensors(scene, *OF_LABELS)
    if (
        found is None
        or found.pred.ndim != 2
        or shape(found.targ)
        not in (
            (shape(found.pred)[0],),
            (shape(found.pred)[0], 1),
        )
    ):
        return None
    outputs = shape(found.pred)[1]
    if outputs < 2 or not is_whole(found.targ):
        return None
    pred, targ = found.texts
    to_long = "" if dtype(found.targ) == "int64" else ".long()"
    return Diagnosis(
        f"The model gives {outputs} outputs for an item, shape {shape(found.pred)}; the target is one class "
        f"number each, shape {shape(found.targ)}.",
        f"`{found.name}` (multi-label) compares every output with a target of its own. One class number per "
        "item needs cross-entropy.",
        another_loss(scene, found, "", "CrossEntropyLossFlat()")
        if found.call is None and not to_long
        else found.line(scene, pred, f"{targ}{to_long}", "F.cross_entropy"),
        "Use the loss for one class per item:",
        card="cross-entropy",
    )


@rule(RuntimeError, needs="torch")
def target_is_not_float(scene: Scene) -> Diagnosis | None:
    """Binary cross-entropy with whole numbers as targets."""
    found = loss_of_tensors(scene, *OF_LABELS)
    if found is None or found.targ.is_floating_point() or shape(found.pred) != shape(found.targ):
        return None
    pred, targ = found.texts
    return Diagnosis(
        f"The target `{targ}` is {described(found.targ)}.",
        f"`{found.name}` calculates with the targets, so they must be float like the predictions, not "
        f"{dtype(found.targ)}.",
        found.line(scene, pred, f"{targ}.float()"),
        "Make the target float:",
        card="multi-label-classification",
    )


@rule(RuntimeError, needs="torch")
def out_of_range(scene: Scene) -> Diagnosis | None:
    """Binary cross-entropy without sigmoid: raw outputs, or targets outside 0 to 1."""
    found = loss_of_tensors(scene, "binary_cross_entropy")
    if found is None or shape(found.pred) != shape(found.targ):
        return None
    held, targets = values(found.pred), values(found.targ)
    if held is None or targets is None or bool(held.isnan().any()):
        return None
    pred, targ = found.texts
    low, high = float(held.min()), float(held.max())
    if low < 0 or high > 1:
        return Diagnosis(
            f"The predictions `{pred}` go from {low:.3g} to {high:.3g}.",
            f"`{found.name}` wants probabilities between 0 and 1. These are raw outputs (logits): the sigmoid "
            "is missing.",
            _with_sigmoid(found, pred, targ)
            if found.call is not None
            else another_loss(scene, found, "", "BCEWithLogitsLossFlat()"),
            "Use the loss that applies the sigmoid itself:",
            card="sigmoid",
        )
    low, high = float(targets.min()), float(targets.max())
    if low >= 0 and high <= 1:
        return None
    if low >= 0 and 128 < high <= 255 and len(targets.unique()) > 2:
        return Diagnosis(
            f"The targets `{targ}` go from {low:g} to {high:g}, as the pixels of a picture do.",
            f"`{found.name}` takes targets between 0 and 1.",
            found.line(scene, pred, f"{targ} / 255"),
            "Bring the pixels to 0 to 1 (best where the pictures are read, so that the model gets them so too):",
            card="normalization",
        )
    return Diagnosis(
        f"The targets `{targ}` go from {low:g} to {high:g}.",
        f"`{found.name}` takes targets between 0 and 1: 1 for yes, 0 for no.",
        found.line(scene, pred, f"({targ} > {low:g}).float()"),
        "Make them zeros and ones:",
        card="multi-label-classification",
    )


def _with_sigmoid(found: LossCall, pred: str, targ: str) -> str:
    """The loss that applies the sigmoid, with the options of the learner's own call."""
    func = found.call.func if found.call is not None else None
    if isinstance(func, (ast.Attribute, ast.Name)) and ast.unparse(func).endswith("binary_cross_entropy"):
        rest = "".join(f", {ast.unparse(one)}" for one in found.call.keywords)  # type: ignore[union-attr]
        return f"{ast.unparse(func)}_with_logits({pred}, {targ}{rest})"
    return f"nn.BCEWithLogitsLoss()({pred}, {targ})"
