"""Predictions and targets in the wrong order."""

from __future__ import annotations

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described
from fastaid.teach.rules import rule
from fastaid.teach.rules.losses import FAILS, loss_of_tensors
from fastaid.teach.rules.step import OF_CLASSES
from fastaid.teach.scene import Scene


@rule(*FAILS, needs="torch")
def of_cross_entropy(scene: Scene) -> Diagnosis | None:
    """Cross-entropy got the classes first and the predictions second."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.pred.is_floating_point() or not found.targ.is_floating_point():
        return None
    if found.targ.ndim != found.pred.ndim + 1:
        return None
    pred, targ = found.texts
    return Diagnosis(
        f"`{found.name}` got {described(found.pred)} as the prediction and {described(found.targ)} as the target.",
        "The two arguments are swapped: the order is first the predictions (a number for each class), then "
        "the targets (whole class numbers).",
        found.line(scene, targ, pred),
        "Swap them:",
        card="cross-entropy",
    )
