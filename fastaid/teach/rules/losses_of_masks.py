"""Losses of the outputs of a segmentation model and its masks: the classes are on axis 1."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import dtype, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, functional, last_name
from fastaid.teach.rules.losses import another_loss, loss_of_tensors
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import OF_CLASSES, OF_LABELS, is_whole
from fastaid.teach.scene import Frame, Scene

OUTPUTS, MASKS = ("inp", "pred", "output", "input"), ("targ", "target")


@rule(ValueError, RuntimeError, AssertionError, IndexError, needs="fastai.losses")
def axis_of_the_classes(scene: Scene) -> Diagnosis | None:
    """`CrossEntropyLossFlat()(preds, masks)`: it takes the last axis, the width, for the classes."""
    found = _loss(scene)
    here = scene.here
    call = here.call if here is not None else None
    if found is None or here is None or call is None:
        return None
    loss, out, mask = found
    n, m, kind = shape(out), shape(mask), type(loss).__name__
    names = [ast.unparse(one) for one in call.args[:2]] if len(call.args) == 2 else ["the output", "the mask"]
    names = [f"`{one}`" if " " not in one else one for one in names]
    fix, how = _anew(scene, here, call, kind)
    return Diagnosis(
        f"{names[0]} has the shape {n}, {names[1]} {m}: a segmentation, with {n[1]} classes on axis 1.",
        f"`{kind}` was made with axis=-1: it takes the last axis, of {n[-1]}, for the classes. In segmentation the "
        "outputs are (batch, classes, height, width).",
        fix,
        how,
        card="segmentation",
    )


@rule(ValueError, RuntimeError, needs="torch")
def binary_for_many_classes(scene: Scene) -> Diagnosis | None:
    """Binary cross-entropy with a channel for each class and a mask of class numbers."""
    found = loss_of_tensors(scene, *OF_LABELS)
    if found is None or found.pred.ndim != 4 or not is_whole(found.targ):
        return None
    n, m = shape(found.pred), shape(found.targ)
    if n[1] < 2 or m not in ((n[0], *n[2:]), (n[0], 1, *n[2:])):
        return None
    pred, targ = found.texts
    targ += (".squeeze(1)" if len(m) == 4 else "") + ("" if dtype(found.targ) == "int64" else ".long()")
    return Diagnosis(
        f"The model gives {n[1]} channels, one for each class, shape {n}; the mask has one class number for each "
        f"pixel, shape {m}.",
        f"`{found.name}` compares number by number, so both would need one shape. Class numbers need cross-entropy, "
        "with the classes on axis 1.",
        another_loss(scene, found, "", "CrossEntropyLossFlat(axis=1)")
        if found.call is None
        else found.line(scene, pred, targ, f"{functional(scene)}.cross_entropy"),
        "Use the loss for one class for each pixel:",
        card="segmentation",
    )


@rule(ValueError, RuntimeError, needs="torch")
def mask_in_colours(scene: Scene) -> Diagnosis | None:
    """A mask that was read as a picture: three numbers for a pixel in place of a class number."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.pred.ndim != 4 or found.targ.ndim != 4 or found.targ.is_floating_point():
        return None
    n, m = shape(found.pred), shape(found.targ)
    last = m == (n[0], *n[2:], m[-1]) and m[-1] in (3, 4)
    if not last and not (m == (n[0], m[1], *n[2:]) and m[1] in (3, 4)):
        return None
    if not last and m == n:
        return None
    pred, targ = found.texts
    axis = -1 if last else 1
    one, first = found.targ.select(axis, 0), f"{targ}[..., 0]" if last else f"{targ}[:, 0]"
    is_grey = all(bool((found.targ.select(axis, i) == one).all()) for i in range(1, 3))
    is_short = bool(one.max() < n[1])
    what = (
        f"`{targ}`, the mask, has shape {m}: {m[axis]} numbers for each pixel, as a picture in colours has."
    )
    cause = f"`{found.name}` takes one class number for each pixel, shape {(n[0], *n[2:])}."
    if is_grey and is_short:
        return Diagnosis(
            what,
            f"{cause} Here the channels are alike: each of them is the class number.",
            found.line(scene, pred, first),
            "Take one of them (best where the masks are read: `.convert('L')`):",
            card="segmentation",
        )
    colours = f"{targ}.reshape(-1, {m[axis]})" if last else f"{targ}.movedim(1, -1).reshape(-1, {m[axis]})"
    pixels = targ if last else f"{targ}.movedim(1, -1)"
    return Diagnosis(
        what,
        f"{cause} Each colour stands for a class; write the list of colours once, in the order of the classes.",
        f"colours = {colours}.unique(dim=0)  # of all masks\n"
        f"{targ} = ({pixels}.unsqueeze(-2) == colours).all(-1).int().argmax(-1)",
        "Make class numbers of the colours:",
        card="segmentation",
    )


def _loss(scene: Scene) -> tuple[Any, Any, Any] | None:
    """The loss of the last axis with its outputs and masks."""
    for frame in scene.frames:
        if not frame.module.startswith("fastai.losses") or frame.function not in ("__call__", "forward"):
            continue
        loss = frame.names.get("self")
        out = next((frame.names[one] for one in OUTPUTS if one in frame.names), None)
        mask = next((frame.names[one] for one in MASKS if one in frame.names), None)
        axis = stored(loss).get("axis")
        if not is_tensor(out) or not is_tensor(mask) or type(axis) is not int:
            continue
        n, m = _before(scene, out, mask)
        is_mask = (
            len(n) == 4
            and len(m) in (3, 4)
            and n[0] == m[0]
            and n[2:] == m[-2:]
            and (len(m) == 3 or m[1] == 1)
        )
        if is_mask and axis in (-1, 3):
            held = _given(scene)
            return (loss, *held) if held is not None else (loss, out, mask)
    return None


def _given(scene: Scene) -> tuple[Any, Any] | None:
    """The two tensors of the learner's call, as they were."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or len(call.args) != 2:
        return None
    values = [here.value(one) for one in call.args]
    return (values[0], values[1]) if all(is_tensor(one) for one in values) else None


def _before(scene: Scene, out: Any, mask: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shapes before the loss made them flat."""
    held = _given(scene)
    return (shape(held[0]), shape(held[1])) if held is not None else (shape(out), shape(mask))


def _anew(scene: Scene, here: Frame, call: ast.Call, kind: str) -> tuple[str, str]:
    """The line that makes the loss with axis=1."""
    if isinstance(call.func, ast.Call):
        return replaced(here, call.func, anew(call.func, axis="1")), "Say that the classes are on axis 1:"
    made = assigned(scene, call.func.id) if isinstance(call.func, ast.Name) else None
    if isinstance(made, ast.Call) and isinstance(call.func, ast.Name) and last_name(made.func) == kind:
        new = ast.parse(ast.unparse(made), mode="eval").body
        assert isinstance(new, ast.Call)
        new.keywords = [one for one in new.keywords if one.arg != "axis"]
        new.keywords.append(ast.keyword("axis", ast.Constant(1)))
        return f"{call.func.id} = {ast.unparse(new)}", "Make it with the classes on axis 1:"
    if isinstance(call.func, (ast.Attribute, ast.Name)) and not ast.unparse(call.func).startswith("self."):
        return f"{ast.unparse(call.func)} = {kind}(axis=1)", "Make it with the classes on axis 1:"
    return f"{kind}(axis=1)", f"Where `{ast.unparse(call.func)}` is made, write:"
