"""Numbers that overflow, are cut off, or stand in the wrong order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, dtype, is_array, is_tensor, library

MOST_NUMBERS = 500_000  # so that computing anew takes less than a millisecond or two
SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


def _is_small_bytes(held: Any) -> bool:
    if is_tensor(held):
        return dtype(held) == "uint8" and held.device.type == "cpu" and held.numel() <= MOST_NUMBERS
    return is_array(held) and dtype(held) == "uint8" and held.size <= MOST_NUMBERS


def _widened(held: Any) -> Any:
    if is_tensor(held):
        torch = library("torch")
        return held.detach().as_subclass(torch.Tensor).int()
    return held.astype("int32") if is_array(held) else held


@check(" - ", "-", "+", "*")
def bytes_wrap_around(cell: Cell) -> Iterator[Notice]:
    """Arithmetic in uint8 below 0 or above 255 starts again at the other end."""
    for node in cell.of(ast.BinOp):
        if type(node.op) not in SIGNS:
            continue
        sides = [node.left, node.right]
        if any(cell.bound[one.id] > 1 for one in sides if isinstance(one, ast.Name)):
            continue
        if _assigns_to(cell, node, {one.id for one in sides if isinstance(one, ast.Name)}):
            continue
        left, right = (_operand(cell, one) for one in sides)
        if left is UNKNOWN or right is UNKNOWN or not (_is_small_bytes(left) or _is_small_bytes(right)):
            continue
        if not all(_is_small_bytes(one) or (type(one) is int and 0 <= one <= 255) for one in (left, right)):
            continue
        if (is_tensor(left) and is_array(right)) or (is_array(left) and is_tensor(right)):
            continue
        low, high = _range(left, right, type(node.op))
        if low >= 0 and high <= 255:
            continue
        text, name = (
            text_of(node),
            text_of(next(one for one in sides if not isinstance(one, ast.Constant))),
        )
        true, shown = (low, low % 256) if low < 0 else (high, high % 256)
        cast = ".float()" if is_tensor(left) or is_tensor(right) else ".astype(float)"
        yield Notice(
            f"`{text}` is computed in uint8, which holds only 0 to 255: the results wrap around ({true} becomes "
            f"{shown}). Convert first: `{name}{cast} {SIGNS[type(node.op)]} …`.",
            hash(ast.dump(node)),
            card="tensor",
        )
        return


def _operand(cell: Cell, node: ast.expr) -> Any:
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        return constant(node)
    if isinstance(node, ast.Name):
        return cell.value(node)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        held, at = cell.value(node.value), cell.value(node.slice)
        places = at if isinstance(at, tuple) else (at,)
        is_plain = all(isinstance(one, int) for one in places) and cell.bound[node.value.id] <= 1
        if is_plain and _is_small_bytes(held):
            return held[at]
    return UNKNOWN


def _assigns_to(cell: Cell, node: ast.AST, names: set[str]) -> bool:
    """`a = a - b`: what `a` is now is the result."""
    return any(name in names and any(one is node for one in below(value)) for name, value in cell.assigned())


def _range(left: Any, right: Any, sign: type) -> tuple[int, int]:
    """The smallest and the largest result, had it been computed with room enough."""
    first, second = _widened(left), _widened(right)
    if sign is ast.Sub:
        found = first - second
    elif sign is ast.Add:
        found = first + second
    else:
        found = first * second
    return (int(found.min()), int(found.max())) if getattr(found, "size", 1) else (0, 0)


@check("=")
def fraction_into_integers(cell: Cell) -> Iterator[Notice]:
    """A fraction assigned into an integer tensor or array loses what is behind the point."""
    for node in cell.of(ast.Assign):
        if not isinstance(node.targets[0], ast.Subscript):
            continue
        target = node.targets[0].value
        value = constant(node.value)
        if not isinstance(target, ast.Name) or not isinstance(value, float) or value.is_integer():
            continue
        held = cell.value(target)
        if (is_tensor(held) or is_array(held)) and dtype(held).startswith(("int", "uint")):
            how = ".float()" if is_tensor(held) else ".astype(float)"
            yield Notice(
                f"`{target.id}` holds integers ({dtype(held)}), so {value} was cut to {int(value)}. Make it float "
                f"before: `{target.id} = {target.id}{how}`.",
                hash(ast.dump(node)),
                card="tensor",
            )


@check("half(", "float16", "torch.half")
def half_overflow(cell: Cell) -> Iterator[Notice]:
    """float16 ends at 65504: what is larger becomes inf."""
    torch = library("torch")
    for name, call in cell.assigned():
        held: Any = cell.names.get(name)
        if not is_tensor(held) or dtype(held) != "float16" or held.device.type != "cpu":
            continue
        if cell.bound[name] > 1 or held.numel() > MOST_NUMBERS:
            continue
        data = held.detach().as_subclass(torch.Tensor)
        sources = [cell.value(one) for one in below(call) if isinstance(one, ast.Name)]
        had = any(
            is_tensor(one) and one.is_floating_point() and bool(torch.isinf(one.detach()).any())
            for one in sources
        )
        if bool(torch.isinf(data).any()) and not had and "inf" not in cell.words:
            yield Notice(
                f"`{name}` holds inf: float16 ends at 65504, and a value is larger. Keep it in float32 "
                "(or bfloat16, which goes as far as float32).",
                id(held),
                card="mixed-precision",
            )


@check("argmax()")
def one_maximum_of_all(cell: Cell) -> Iterator[Notice]:
    """`preds.argmax() == y` compares one number for the whole batch with every target."""
    for node in cell.of(ast.Compare):
        if not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            continue
        call, other = node.left, node.comparators[0]
        if not isinstance(call, ast.Call):
            call, other = other, call
        if not isinstance(call, ast.Call) or last_name(call.func) != "argmax" or call.keywords:
            continue
        given = call.func.value if isinstance(call.func, ast.Attribute) and not call.args else None
        if not isinstance(given, ast.Name):
            continue
        shape, targets = shape_of(cell.value(given)), shape_of(cell.value(other))
        if (
            shape
            and targets
            and len(shape) == 2
            and shape[1] > 1
            and len(targets) == 1
            and 1 < targets[0] == shape[0]
        ):
            yield Notice(
                f"`{text_of(call)}` without a dimension is one number, the place of the largest of all "
                f"{shape[0]}×{shape[1]} values, and it is compared with every target. Write "
                f"`{given.id}.argmax(dim=1)`: one answer for each of the {shape[0]} rows.",
                hash(ast.dump(node)),
                card="accuracy-and-error-rate",
            )


@check("view(", "reshape(")
def channels_scrambled(cell: Cell) -> Iterator[Notice]:
    """view or reshape does not move the channels to the end: it scrambles the picture."""
    for call in cell.calls("view", "reshape"):
        if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
            continue
        name = call.func.value.id
        before = shape_of(cell.value(call.func.value))
        sizes = (
            call.args[0].elts if call.args and isinstance(call.args[0], (ast.Tuple, ast.List)) else call.args
        )
        after = tuple(constant(one) for one in sizes)
        if before is None or len(before) not in (3, 4) or len(after) != len(before) or cell.bound[name] > 1:
            continue
        if _assigns_to(cell, call, {name}):
            continue
        channels, height, width = before[-3:]
        is_moved = (
            after[-3:] == (height, width, channels) and channels in (3, 4) and channels < min(height, width)
        )
        if is_moved and after[:-3] == before[:-3]:
            order = "1, 2, 0" if len(before) == 3 else "0, 2, 3, 1"
            yield Notice(
                f"`{text_of(call)}` does not move the channels of `{name}` {before} to the end: it fills the new "
                f"shape in the old order, which scrambles the picture. Write `{name}.permute({order})`.",
                hash(ast.dump(call)),
                card="rank-and-shape",
            )


@check("//", "int(")
def accuracy_cut_off(cell: Cell) -> Iterator[Notice]:
    """An accuracy computed with // or int() is 0, or 1 where all is right."""
    for name, value in cell.assigned():
        is_cut = isinstance(value, ast.BinOp) and isinstance(value.op, ast.FloorDiv)
        divided = value.args[0] if isinstance(value, ast.Call) and len(value.args) == 1 else None
        if isinstance(value, ast.Call) and last_name(value.func) == "int":
            is_cut = isinstance(divided, ast.BinOp) and isinstance(divided.op, ast.Div)
        held = cell.names.get(name)
        words = name.lower().split("_")
        if is_cut and any(one in words for one in ("acc", "accuracy")) and _is_zero(held):
            text = text_of(value).replace("//", "/")
            text = text_of(divided) if divided is not None else text
            yield Notice(
                f"`{name}` is cut to a whole number, so it is 0 unless everything is right. Write `{name} = {text}`.",
                hash(ast.dump(value)),
                card="accuracy-and-error-rate",
            )


def _is_zero(held: Any) -> bool:
    if is_tensor(held):
        return held.numel() == 1 and float(held) == 0
    return isinstance(held, (int, float)) and held == 0
