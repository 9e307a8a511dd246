"""Pictures of fractions that are made whole numbers: all becomes 0."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import is_array, is_tensor, shape

MOST_NUMBERS = 20_000_000
# Calls whose result holds the same numbers.
SAME_NUMBERS = frozenset({
    "permute", "transpose", "squeeze", "unsqueeze", "view", "reshape", "cpu", "detach", "numpy", "clone", "contiguous",
    "moveaxis", "float", "copy", "expand_dims", "array", "asarray", "flatten",
})  # fmt: skip
WHOLE = ("uint8", "int", "int32", "int64", "long", "byte", "uint16", "int16", "short")
MASK = re.compile(r"(?i)mask|msk|seg|label|lbl|^gt|_gt|targ|annot|^y_?|^m$|binary|bool")
PROBABILITY = re.compile(r"(?i)prob|pred|logit|sigm|heat|conf")


@check(
    "astype(",
    "uint8",
    ".byte",
    ".int",
    ".long",
    ".short",
    "int16",
    "int32",
    "int64",
    ", int",
    "int'",
    "dtype",
    needs="numpy",
)
def fractions_cut_to_zero(cell: Cell) -> Iterator[Notice]:
    """`(img / 255).astype(np.uint8)`, and a picture from 0 to 1 that is cast as it is."""
    casts = [(call, *found) for call in cell.of(ast.Call) if (found := made_whole(call)) is not None]
    if not casts:
        return
    made = {id(part): name for name, value in cell.assigned() for part in below(value)}
    for call, given, kind in casts:
        base, divided = _source(given)
        if base is None or is_local(base) or MASK.search(base.id):
            continue
        name = made.get(id(call), "")
        if MASK.search(name or "x"):
            continue
        if divided is not None:
            notice = _after_division(cell, call, given, base, name)
        else:
            notice = _as_it_is(cell, call, given, base, kind, name)
        if notice is not None:
            yield notice
            return


def made_whole(call: ast.Call) -> tuple[ast.expr, str] | None:
    """What is made whole numbers, and the word for these: `x.astype(np.uint8)` → x, "uint8"."""
    word, func = last_name(call.func), call.func
    if isinstance(func, ast.Attribute) and word in ("byte", "int", "long", "short") and not call.args:
        return func.value, word
    if isinstance(func, ast.Attribute) and word in ("astype", "to", "type") and call.args:
        kind = _kind(call.args[0])
        return (func.value, kind) if kind in WHOLE else None
    if word == "uint8" and len(call.args) == 1:
        return call.args[0], word
    if word in ("array", "asarray", "tensor", "as_tensor") and call.args:
        kind = _kind(keyword(call, "dtype") or (call.args[1] if len(call.args) > 1 else None))
        return (call.args[0], kind) if kind in WHOLE else None
    return None


def _kind(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return last_name(node) if node is not None else ""


def _source(node: ast.expr) -> tuple[ast.Name | None, ast.BinOp | None]:
    """The name below calls that keep the numbers, and the division by 255 among them."""
    divided = None
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and divided is None:
            if constant(node.right) not in (255, 256, 255.0):
                return None, None
            divided, node = node, node.left
        elif isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call) and last_name(node.func) in SAME_NUMBERS:
            func = node.func
            is_method = isinstance(func, ast.Attribute) and text_of(func.value) not in (
                "np",
                "numpy",
                "torch",
            )
            if not is_method and not node.args:
                return None, None
            node = func.value if is_method and isinstance(func, ast.Attribute) else node.args[0]
        else:
            return None, None
    return node, divided


def _after_division(cell: Cell, call: ast.Call, given: ast.expr, base: ast.Name, name: str) -> Notice | None:
    is_there = name != base.id and cell.bound[base.id] <= 1
    if not (_has_grey(cell.value(base)) if is_there else _is_all_zero(cell.names.get(name))):
        return None
    kept = f"{text_of(given)}" if not isinstance(given, ast.BinOp) else f"({text_of(given)})"
    is_torch = is_tensor(cell.names.get(name)) or is_tensor(cell.value(base))
    right = f"{kept}.float()" if is_torch else f"{kept}.astype(np.float32)"
    return Notice(
        f"`{text_of(call)}`: after the division the values lie between 0 and 1, and whole numbers drop what is behind "
        f"the point, so every pixel below 255 became 0. Keep floats: `{f'{name} = ' if name else ''}{right}`.",
        hash(ast.dump(call)),
        card="tensor",
    )


def _as_it_is(
    cell: Cell, call: ast.Call, given: ast.expr, base: ast.Name, kind: str, name: str
) -> Notice | None:
    """A picture of floats from 0 to 1, cast to bytes without being multiplied."""
    if kind not in ("uint8", "byte") or name == base.id or cell.bound[base.id] > 1:
        return None
    held = looked_at(cell.value(base))
    if held is None or held.ndim < 2 or size_of(held) < 64 or not _is_of_fractions(held):
        return None
    how = ".byte()" if kind == "byte" else text_of(call)[len(text_of(given)) :]
    if not text_of(call).startswith(text_of(given)):
        how = ".astype(np.uint8)" if is_array(held) else ".byte()"
    right = f"({text_of(given)} * 255){how}"
    if PROBABILITY.search(base.id):
        right = f"({text_of(given)} > 0.5){how}"
    start = f"{name} = " if name else ""
    return Notice(
        f"`{text_of(call)}` drops what is behind the point, and the values of `{base.id}` lie between 0 and 1: all "
        f"below 1 became 0. Write `{start}{right}`.",
        hash(ast.dump(call)),
        card="tensor",
    )


def looked_at(held: Any) -> Any:
    """A tensor or an array that may be looked at, else None."""
    if is_tensor(held):
        is_near = held.device.type == "cpu" and not held.is_sparse and 0 < held.numel() <= MOST_NUMBERS
        return held.detach() if is_near and not held.is_complex() else None
    return held if is_array(held) and held.dtype.kind in "uif" and 0 < held.size <= MOST_NUMBERS else None


def size_of(held: Any) -> int:
    """How many numbers it holds."""
    return math.prod(shape(held))


def _is_of_fractions(held: Any) -> bool:
    """Whether it holds floats from 0 to 1 most of which are neither."""
    is_float = held.is_floating_point() if is_tensor(held) else held.dtype.kind == "f"
    if not is_float or not (float(held.min()) >= 0 and float(held.max()) <= 1):
        return False
    return float(((held > 0) & (held < 1)).sum()) > 0.2 * size_of(held)


def _has_grey(held: Any) -> bool:
    """Whether it holds values between 0 and 255, not only these two as a mask does."""
    data = looked_at(held)
    return data is not None and float(data.max()) > 1 and bool(((data > 0) & (data < 255)).any())


def _is_all_zero(held: Any) -> bool:
    data = looked_at(held)
    return data is not None and size_of(data) >= 64 and not bool((data != 0).any())
