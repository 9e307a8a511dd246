"""torchvision's ToPILImage and to_pil_image: arrays and tensors that are no picture as they are."""

from __future__ import annotations

import ast
from math import prod
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_array, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import replaced, text_of
from fastaid.teach.scene import Frame, Scene

TRANSFORMS = "torchvision.transforms"
MOST_VALUES = 10_000_000
WANTED = "A picture has whole numbers from 0 to 255 in uint8, one byte each (or floats from 0 to 1)."


@rule(TypeError, ValueError, needs="torchvision")
def not_a_picture(scene: Scene) -> Diagnosis | None:
    """ToPILImage was given int64 numbers, a batch, or channels at the wrong place."""
    inner = scene.within(f"{TRANSFORMS}.functional", "to_pil_image")
    if inner is None or inner is not scene.last:
        return None
    held, frame, node = _given(scene, inner)
    if not (is_tensor(held) or is_array(held)):
        return None
    text = text_of(node)
    name = f"`{text}`" if text else "What `ToPILImage` was given"
    x = (
        text
        if node is None or isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call))
        else f"({text})"
    )
    comes, what = shape(held), f"{name} is {described(held)}."
    if len(comes) not in (2, 3):
        if len(comes) != 4:
            return None
        cause = f"`ToPILImage` takes one picture, and this is a batch of {comes[0]}."
        return Diagnosis(
            what, cause, _line(frame, node, f"{x or 'x'}[0]"), "Take one of them:", card="rank-and-shape"
        )
    turned = _turned(held, x or "x")
    if turned:
        order, line = turned
        return Diagnosis(
            what,
            f"{order}",
            _line(frame, node, _as_bytes(held, line)),
            "Change the order:",
            card="rank-and-shape",
        )
    kind = dtype(held) if is_tensor(held) else str(held.dtype)
    if kind == "uint8" or kind.startswith(("float", "bfloat")):
        return None
    line = _as_bytes(held, x or "x")
    return Diagnosis(
        what,
        f"{WANTED} `ToPILImage` does not convert {kind}.",
        _line(frame, node, line) if text else line,
        "Make bytes of them:" if text else "Make bytes of them before:",
        card="transforms",
    )


def _given(scene: Scene, inner: Frame) -> tuple[Any, Frame | None, ast.expr | None]:
    """The array or tensor, and the learner's expression for it."""
    held = inner.names.get("pic")
    for frame in scene.frames:
        if frame.module.startswith(TRANSFORMS) and is_of(frame.names.get("self"), TRANSFORMS, "ToPILImage"):
            held = next((frame.names[one] for one in ("pic", "inpt") if one in frame.names), held)
            break
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not call.args:
        return held, None, None
    value: Any = here.value(call.args[0])
    if is_tensor(value) or is_array(value):
        is_it = (
            value is held
            or value.size == getattr(held, "size", None)
            or _begins_with_it(here.value(call.func))
        )
        return (value, here, call.args[0]) if is_it else (held, None, None)
    is_first = _begins_with_it(here.value(call.func)) or isinstance(call.func, ast.Call)
    return (held, here, call.args[0]) if is_first else (held, None, None)


def _begins_with_it(called: Any) -> bool:
    """Whether what was called hands its argument to ToPILImage, or to to_pil_image, as it is."""
    if is_of(called, TRANSFORMS, "Compose"):
        steps = stored(called).get("transforms")
        return isinstance(steps, (list, tuple)) and bool(steps) and _begins_with_it(steps[0])
    return is_of(called, TRANSFORMS, "ToPILImage") or getattr(called, "__name__", "") == "to_pil_image"


def _turned(held: Any, text: str) -> tuple[str, str] | None:
    """Channels that stand at the wrong end: what is said of it, and the code that turns them."""
    n = shape(held)
    if len(n) != 3:
        return None
    if is_tensor(held) and n[0] > 4 and n[2] in (1, 3, 4):
        return (
            "Of a tensor `ToPILImage` wants channels first; here they come last.",
            f"{text}.permute(2, 0, 1)",
        )
    if is_array(held) and n[2] > 4 and n[0] in (1, 3, 4):
        return (
            "Of an array `ToPILImage` wants channels last; here they come first.",
            f"{text}.transpose(1, 2, 0)",
        )
    return None


def _as_bytes(held: Any, text: str) -> str:
    kind = dtype(held) if is_tensor(held) else str(held.dtype)
    if kind == "uint8" or kind.startswith(("float", "bfloat")):
        return text
    few = 0 < prod(shape(held)) < MOST_VALUES and kind != "bool"
    if few and (held.min() < 0 or held.max() > 255):
        text = f"(({text} - {text}.min()) / ({text}.max() - {text}.min()) * 255)"
    new = f"{text}.byte()" if is_tensor(held) else f"{text}.astype(np.uint8)"
    return f"{new} * 255" if kind == "bool" else new


def _line(frame: Frame | None, node: ast.expr | None, new: str) -> str:
    return replaced(frame, node, new) if frame is not None and node is not None else new
