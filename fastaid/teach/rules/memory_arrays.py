"""Arrays that are larger than the computer's memory."""

from __future__ import annotations

import ast
from math import prod
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.python_source import call_at, node_at, text_of
from fastaid.teach.scene import Frame, Scene

FILLED = ("zeros", "ones", "empty", "full")
SOME = 2**30  # bytes of a part that any computer holds
MOST_DIMS = 8


def _told(size: float) -> str:
    for unit in ("bytes", "KB", "MB", "GB", "TB", "PB"):
        if size < 1024 or unit == "PB":
            return f"{size:,.0f} {unit}" if size >= 10 or unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1024
    return ""


@rule(MemoryError, needs="numpy")
def array_too_large(scene: Scene) -> Diagnosis | None:
    """`np.zeros((1_000_000, 1024, 1024, 3))`: 8 bytes for each number."""
    n, kind = getattr(scene.error, "shape", None), getattr(scene.error, "dtype", None)
    itemsize = getattr(kind, "itemsize", 0)
    if not isinstance(n, tuple) or not itemsize or not 0 < len(n) <= MOST_DIMS or not all(n):
        return None
    size = prod(n) * itemsize
    product = " × ".join(f"{one:,}" for one in n)
    width = counted(itemsize, "byte")
    what = f"An array of shape {n} was asked for: {product} numbers of {width} ({kind}), {_told(size)}."
    frame = scene.here
    pair = _pair(frame, n) if frame is not None else None
    if pair is not None:
        return Diagnosis(
            what,
            f"Broadcasting stretches {pair} to this shape: every row meets every other.",
            "",
            "Take some rows at a time, in a loop.",
            card="broadcasting",
        )
    if len(n) < 3:
        return None  # the size itself is the mistake: memory_made
    fix, how = _smaller(scene, n, itemsize) if frame is not None else ("", "")
    return Diagnosis(
        what,
        "The whole array has to be in the computer's memory at once, and there is not that much.",
        fix,
        how or "Work through it in parts (as a DataLoader does with batches), or with a smaller dtype.",
    )


def _pair(frame: Frame, n: tuple[int, ...]) -> str | None:
    """The two operands that broadcasting has stretched: `a[:, None]` and `b[None]`."""
    node = node_at(frame)
    if not isinstance(node, ast.BinOp) or isinstance(node.op, ast.MatMult):
        return None
    held: list[Any] = [
        frame.value(one.value if isinstance(one, ast.Subscript) else one) for one in (node.left, node.right)
    ]
    if not all(is_array(one) for one in held) or any(one.size >= prod(n) for one in held):
        return None
    return f"`{text_of(node.left)}` and `{text_of(node.right)}`"


def _smaller(scene: Scene, n: tuple[int, ...], itemsize: int) -> tuple[str, str]:
    """The learner's line for a part that fits: fewer of the first dimension, or smaller numbers."""
    count = SOME // (prod(n[1:]) * itemsize)
    frame = next(one for one in reversed(scene.frames) if one.is_learners)
    call = call_at(frame)
    is_filled = call is not None and last_name(call.func) in FILLED
    if is_filled and call is not None and itemsize == 8 and prod(n) * 4 <= 4 * SOME and not _dtype(call):
        how = "float32 takes half of it, and networks calculate with it:"
        return anew(call, {"dtype": f"{ast.unparse(call.func).rpartition('.')[0] or 'np'}.float32"}), how
    if count < 1 or n[0] < 2:
        return "", ""
    for one in [each for each in scene.frames if each.is_learners]:
        outer = call_at(one)
        line = _with_number(one, outer, n[0], count) if outer is not None else ""
        if line:
            each = f"{count:,} of the first dimension take 1 GB"
            how = f"Keep a part in memory at a time, and go through the data as a DataLoader does ({each}):"
            return line, how
    return "", ""


def _dtype(call: ast.Call) -> bool:
    return len(call.args) > 1 or any(one.arg == "dtype" for one in call.keywords)


def _with_number(frame: Frame, call: ast.Call, old: int, new: int) -> str:
    """The call with another number in the place of one that it is given; "" where it is not given that one."""
    nodes: list[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
    nodes += [part for one in nodes if isinstance(one, (ast.Tuple, ast.List)) for part in one.elts]
    found = next((one for one in nodes if type(frame.value(one)) is int and frame.value(one) == old), None)
    if found is None or frame.value(found) is UNKNOWN:
        return ""
    text, place = anew(call), ast.unparse(found)
    head, _, arguments = text.partition(f"{ast.unparse(call.func)}(")
    return f"{head}{ast.unparse(call.func)}({arguments.replace(place, str(new), 1)}"
