"""A classifier of convolutions whose outputs still have height and width when the loss gets them."""

from __future__ import annotations

import ast
from math import prod
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.losses import loss_of_tensors
from fastaid.teach.rules.python_source import origin
from fastaid.teach.rules.step import OF_CLASSES, OF_NUMBERS, LossCall, learner_name, returned
from fastaid.teach.scene import Scene


@rule(RuntimeError, ValueError, needs="torch")
def still_a_picture(scene: Scene) -> Diagnosis | None:
    """`F.cross_entropy` of outputs (16, 2, 1, 1) and labels (16,): Flatten is missing at the end of the model."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.pred.ndim < 3 or found.targ.ndim != 1 or found.targ.is_floating_point():
        return None
    n, places = shape(found.pred), prod(shape(found.pred)[2:])
    if n[0] != shape(found.targ)[0] or n[1] < 2 or (len(n) != 4 and places > 1):
        return None
    name, model = _model(scene, found)
    fix, how = _mended(scene, found, name, model, places)
    subject = f"`{name}`" if name else "The model"
    each = (
        f"Each picture has one label, and {n[1]} numbers for each of {places} places."
        if places > 1
        else "The last convolution leaves height and width there, even where they are 1."
    )
    return Diagnosis(
        f"{subject} gives the shape {n}; the loss needs {n[:2]} for labels of shape {shape(found.targ)}.",
        f"{each} "
        + (
            f"`{found.name}` takes the last dimension for the classes."
            if found.is_flat
            else "With so many dimensions cross-entropy takes it for a segmentation, with a label for each pixel."
        ),
        fix,
        how,
        sure="certain" if places == 1 else "likely",
        card="cross-entropy",
    )


def _model(scene: Scene, found: LossCall) -> tuple[str, Any]:
    """The model that made the outputs, with the learner's name for it."""
    if found.learn is not None:
        model = stored(found.learn).get("model")
        return scene.name_of(model) or f"{learner_name(scene, found.learn)}.model", model
    here = scene.here
    node = here.argument(found.call, 0, "input") if here is not None and found.call is not None else None
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        made = origin(scene, frame, node.id) if isinstance(node, ast.Name) else node
        if isinstance(made, ast.Call) and is_module(model := frame.value(made.func)):
            return ast.unparse(made.func), model
    return "", None


def _mended(scene: Scene, found: LossCall, name: str, model: Any, places: int) -> tuple[str, str]:
    is_plain = is_of(model, "torch.nn", "Sequential")
    if is_plain:
        pool = [f"{name}.append(nn.AdaptiveAvgPool2d(1))"] if places > 1 else []
        what = "Pool them to one place, and flatten" if pool else "Flatten it"
        return "\n".join([*pool, f"{name}.append(nn.Flatten())"]), f"{what} at the end of the model:"
    end = ".mean((2, 3))" if places > 1 else ".flatten(1)"
    body = returned(type(model).forward) if type(model).__module__ == "__main__" else ""
    what = "Take the mean over all places" if places > 1 else "Flatten it"
    if body:
        return f"return {body}{end}", f"{what} at the end of `forward` of `{type(model).__name__}`:"
    if found.call is None:
        return "", f"{what} at the end of the model (nn.Flatten)."
    return found.line(scene, f"{found.pred_text}{end}", found.targ_text), f"{what}:"


@rule(RuntimeError, needs="torch")
def same_numbers_in_another_shape(scene: Scene) -> Diagnosis | None:
    """`nn.L1Loss()` of predictions (8, 30) and targets (8, 5, 6): as many numbers for each item, in another shape."""
    found = loss_of_tensors(scene, *OF_NUMBERS)
    if found is None or shape(found.pred) == shape(found.targ) or found.pred.numel() != found.targ.numel():
        return None
    came, wanted = shape(found.pred), shape(found.targ)
    if len(came) < 2 or not wanted or came[0] != wanted[0] or len(came) == len(wanted):
        return None
    flat = {"mse_loss": "MSELossFlat()", "l1_loss": "L1LossFlat()"}.get(found.kind, "")
    pred, targ = found.texts
    is_plain = found.call is None and bool(flat)
    return Diagnosis(
        f"The predictions have shape {came}, the targets {wanted}: as many numbers for each item, in another shape.",
        f"`{found.name}` compares place by place, so both must have the same shape.",
        f"{learner_name(scene, found.learn)}.loss_func = {flat}"
        if is_plain
        else found.line(scene, f"{pred}.view_as({targ})", targ),
        "fastai's loss puts all numbers in a row first:"
        if is_plain
        else "Give the predictions the targets' shape:",
        card="loss-function",
    )
