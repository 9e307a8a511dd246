"""Image.fromarray: pictures from arrays, lists and tensors that are not as PIL wants them."""

from __future__ import annotations

import ast
import math
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene

MOST_VALUES = 10_000_000
WANTED = "PIL wants an array of uint8 (whole numbers from 0 to 255), (height, width) or (height, width, 3)."


@rule(TypeError, AttributeError, ValueError, needs="PIL")
def fromarray(scene: Scene) -> Diagnosis | None:
    """PIL makes pictures of uint8 arrays with channels last."""
    inner, frame = scene.within("PIL.Image", "fromarray"), scene.here
    call = frame.call if frame is not None else None
    if inner is None or frame is None or call is None or last_name(call.func) != "fromarray" or not call.args:
        return None
    held: Any = inner.names.get("obj")
    written = call.args[0]
    text = ast.unparse(written)
    if not isinstance(written, (ast.Name, ast.Attribute, ast.Subscript, ast.Call)):
        text = f"({text})"
    if isinstance(held, list) and held and isinstance(held[0], (list, int)):
        new = f"{ast.unparse(call.func)}(np.array({text}, dtype=np.uint8))"
        what = f"`{text}` is {described(held)}, not an array."
        return Diagnosis(what, WANTED, replaced(frame, call, new), "Make an array of it:")
    if not (is_tensor(held) or is_array(held)):
        return None
    order, turned, rank = _turned(held, text)
    if rank not in (2, 3):
        return None
    if is_array(held) and not order and str(held.dtype) == "uint8":
        return None
    values, new = _as_bytes(held, turned)
    how = "Bring it to that form:"
    if not values and is_tensor(held) and not order:
        how = "Make an array of it:"
    return Diagnosis(
        f"`{ast.unparse(written)}` is {described(held)}{order}.",
        f"{WANTED}{values}",
        replaced(frame, call, f"{ast.unparse(call.func)}({new})"),
        how,
        card="rank-and-shape" if order else "",
    )


def _turned(held: Any, text: str) -> tuple[str, str, int]:
    """What is unusual in its shape, the code that turns it to a picture's, and how many dimensions it has then."""
    n, order = shape(held), ""
    if len(n) == 4:
        order = f": a batch of {n[0]}" if n[0] != 1 else ": a batch of one picture"
        text, n = f"{text}[0]", n[1:]
    if len(n) != 3:
        return order, text, len(n)
    turn = "permute" if is_tensor(held) else "transpose"
    if n[0] in (3, 4) and n[-1] not in (3, 4):
        return f"{order}, channels first: (channels, height, width)", f"{text}.{turn}(1, 2, 0)", 3
    if n[0] == 1:
        return f"{order}, with a dimension of one channel in front", f"{text}[0]", 2
    if n[-1] == 1:
        return f"{order}, with a dimension of one channel at its end", f"{text}[..., 0]", 2
    if n[-1] in (2, 3, 4):
        return order, text, 3
    return f"{order}: {n[0]} grey pictures, or {n[0]} channels", f"{text}[0]", 2


def _as_bytes(held: Any, text: str) -> tuple[str, str]:
    """What is unusual in its numbers, and the code that makes bytes of them."""
    kind, said = str(held.dtype).removeprefix("torch."), ""
    if is_tensor(held):
        text += ".detach()" if held.requires_grad else ""
        text += ".cpu()" if held.device.type != "cpu" else ""
    if kind.startswith(("float", "bfloat")):
        said, text = _scaled(held, text)
    elif kind != "uint8":
        said = " These are True and False." if kind == "bool" else f" These are of {kind}."
    if is_tensor(held):
        text = text if kind == "uint8" else f"{text}.byte()"
        return said, f"({text} * 255).numpy()" if kind == "bool" else f"{text}.numpy()"
    text = text if kind == "uint8" else f"{text}.astype(np.uint8)"
    return said, f"{text} * 255" if kind == "bool" else text


def _scaled(held: Any, text: str) -> tuple[str, str]:
    """Where floats lie, and the code that brings them to 0 to 255."""
    is_small = 0 < math.prod(shape(held)) < MOST_VALUES
    low, high = (float(held.min()), float(held.max())) if is_small else (0.0, 1.0)
    if low < 0:
        said = f" These go from {low:.2g} to {high:.2g}, as after normalizing."
        return said, f"(({text} - {text}.min()) / ({text}.max() - {text}.min()) * 255)"
    return (" These go from 0 to 1.", f"({text} * 255)") if high <= 1 else (" These are floats.", text)
