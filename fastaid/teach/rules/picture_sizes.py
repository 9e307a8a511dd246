"""Pictures of PIL: sizes and places that are one tuple, and modes that a JPEG cannot hold."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.pictures import is_picture
from fastaid.teach.scene import Frame, Scene

# Methods with the place of their tuple, how many numbers it has, and what they are.
TUPLES = {
    "resize": (0, 2, "(width, height)"),
    "thumbnail": (0, 2, "(width, height)"),
    "transform": (0, 2, "(width, height)"),
    "new": (1, 2, "(width, height)"),
    "paste": (1, 2, "(left, top)"),
    "crop": (0, 4, "(left, top, right, bottom)"),
    "getpixel": (0, 2, "(x, y)"),
    "putpixel": (0, 2, "(x, y)"),
    "rectangle": (0, 4, "(left, top, right, bottom)"),
    "ellipse": (0, 4, "(left, top, right, bottom)"),
    "line": (0, 4, "(x0, y0, x1, y1)"),
}
MODES = {
    "RGBA": "has a channel for transparency (alpha), which JPEG cannot hold",
    "LA": "has a channel for transparency (alpha), which JPEG cannot hold",
    "PA": "has a channel for transparency (alpha), which JPEG cannot hold",
    "P": "keeps numbers of colours in a palette, which JPEG cannot hold",
}


@rule(TypeError, ValueError, needs="PIL")
def loose_numbers(scene: Scene) -> Diagnosis | None:
    """`img.resize(224, 224)`: PIL takes a size as one tuple."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    method = call.func.attr
    if method not in TUPLES or not _is_of_pil(scene, here, call.func):
        return None
    at, n, means = TUPLES[method]
    numbers = [node for node in call.args[at : at + n] if _is_number(here, node)]
    is_one = method in ("resize", "thumbnail") and len(numbers) == 1 == len(call.args)
    if len(numbers) != n and not is_one:
        return None
    whole = f"({', '.join(ast.unparse(one) for one in (numbers * 2 if is_one else numbers))})"
    rest = [ast.unparse(one) for one in call.args[at + n :]] + [ast.unparse(one) for one in call.keywords]
    given = [*(ast.unparse(one) for one in call.args[:at]), whole, *rest]
    line = f"{ast.unparse(call.func)}({', '.join(given)})"
    around = parent(call)
    if isinstance(around, ast.Assign) and around.value is call:
        line = f"{ast.unparse(around.targets[0])} = {line}"
    loose = "one number" if is_one else f"{n} numbers, one by one"
    return Diagnosis(
        f"`{method}` was given {loose}: `{', '.join(ast.unparse(one) for one in numbers)}`.",
        f"PIL's `{method}` takes them together, as one tuple {means}; what follows it means something else.",
        line,
        "Put them into parentheses of their own:",
    )


def _is_of_pil(scene: Scene, here: Frame, func: ast.Attribute) -> bool:
    held: Any = here.value(func.value)
    if (
        is_picture(held)
        or is_of(held, "PIL.ImageDraw", "ImageDraw")
        or getattr(held, "__name__", "") == "PIL.Image"
    ):
        return True
    last = scene.last
    is_inside = last is not None and last.module in ("PIL.Image", "PIL.ImageDraw")
    return isinstance(func.value, (ast.Call, ast.Subscript)) and (
        is_inside or scene.message.startswith("Image.")
    )


def _is_number(here: Frame, node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_number(here, node.left) and _is_number(here, node.right)
    return type(here.value(node)) in (int, float)


@rule(OSError, needs="PIL")
def not_for_jpeg(scene: Scene) -> Diagnosis | None:
    """A picture with transparency, or with a palette, is saved as a JPEG."""
    inner, here = scene.within("PIL.JpegImagePlugin"), scene.here
    call = here.call if here is not None else None
    if inner is None or here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    held: Any = inner.names.get("im")
    if call.func.attr != "save" or not is_picture(held) or held.mode not in MODES or not call.args:
        return None
    text = ast.unparse(call.func.value)
    rest = ", ".join([*(ast.unparse(one) for one in call.args), *(ast.unparse(one) for one in call.keywords)])
    return Diagnosis(
        f"`{text}` has the mode {held.mode!r} and is saved as a JPEG.",
        f"Such a picture {MODES[held.mode]}. JPEG holds plain colours, mode 'RGB'.",
        f"{text}.convert('RGB').save({rest})",
        "Convert it first (or save it under a name that ends in .png):",
    )
