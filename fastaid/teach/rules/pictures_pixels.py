"""Single pixels and pasted pictures of PIL."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.rules.python_source import call_at, code_of, replaced, text_of
from fastaid.teach.scene import Scene


@rule(IndexError, needs="PIL")
def pixel_outside(scene: Scene) -> Diagnosis | None:
    """`im.getpixel((x, y))`: image index out of range."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or last_name(call.func) not in ("getpixel", "putpixel") or not call.args:
        return None
    picture = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    at = frame.value(call.args[0])
    if (
        not is_picture(picture)
        or type(at) is not tuple
        or len(at) != 2
        or not all(type(one) is int for one in at)
    ):
        return None
    width, height = picture.size  # type: ignore[union-attr]
    name = text_of(call.func.value)  # type: ignore[attr-defined]
    is_turned = at[1] < width and at[0] < height
    node = call.args[0]
    turned = (
        replaced(frame, node, f"({', '.join(code_of(one) for one in reversed(node.elts))})")
        if is_turned and isinstance(node, ast.Tuple)
        else ""
    )
    return Diagnosis(
        f"`{name}` is {width} wide and {height} high; there is no pixel {at}.",
        f"Pixels are counted from 0: x to {width - 1}, y to {height - 1}. PIL takes x first, then y (an array takes "
        "the row first).",
        turned,
        "Turned round it is there:" if turned else "Let the loops end at the width and the height.",
    )


@rule(ValueError, needs="PIL")
def mask_without_transparency(scene: Scene) -> Diagnosis | None:
    """`a.paste(b, (0, 0), b)`: bad transparency mask, as `b` has no transparency."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if (
        frame is None
        or call is None
        or last_name(call.func) != "paste"
        or "transparency mask" not in scene.message
    ):
        return None
    node = frame.argument(call, 2, "mask")
    mask = frame.value(node)
    if node is None or not is_picture(mask):
        return None
    text = text_of(node)
    return Diagnosis(
        f"`{text}` was given as the mask; its mode is {mask.mode!r}, which tells nothing of transparency.",
        "A mask says how much of each pixel is pasted: it is a picture of mode '1', 'L' or 'RGBA'.",
        replaced(frame, node, f"{code_of(node)}.convert('RGBA')"),
        "Write (or leave the mask out, to paste all of it):",
    )
