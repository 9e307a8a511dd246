"""Numbers that overflow, are cut off, or stand in the wrong order."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, dtype, is_array, is_tensor, library

MOST_NUMBERS = 500_000  # so that computing anew takes less than a millisecond or two
SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
# Words of arithmetic that is meant to wrap around.
ON_PURPOSE = re.compile(
    r"(?i)modul|\bmod\b|%\s*256|checksum|hash|cipher|crypt|delta.?(cod|enc)|wraps?\b|wrap.?around|\b(en|de)code"
)


def _is_small_bytes(held: Any) -> bool:
    if is_tensor(held):
        return dtype(held) == "uint8" and held.device.type == "cpu" and held.numel() <= MOST_NUMBERS
    return is_array(held) and dtype(held) == "uint8" and held.size <= MOST_NUMBERS


def _widened(held: Any) -> Any:
    if is_tensor(held):
        torch = library("torch")
        return held.detach().as_subclass(torch.Tensor).int()
    return held.astype("int32") if is_array(held) else held


Given = Mapping[str, ast.expr]


@check("-", "+", "*", also=("@Tensor", "@ndarray"), needs="numpy")
def bytes_wrap_around(cell: Cell) -> Iterator[Notice]:
    """Arithmetic in uint8 below 0 or above 255 starts again at the other end."""
    if not any(_is_small_bytes(one) for one in cell.mentioned.values()):
        return
    for nodes, given in _places(cell):
        for node in nodes:
            if not isinstance(node, (ast.BinOp, ast.AugAssign)) or type(node.op) not in SIGNS:
                continue
            if isinstance(node, ast.BinOp):
                found = _wrapped(cell, node, given)
            else:
                found = _wrapped_in_place(cell, node) if not given else None
            if found is None or _is_modulo(cell, node, nodes):
                continue
            low, high, side, is_fixed = found
            text = text_of(node)
            true, shown = (low, low % 256) if low < 0 else (high, high % 256)
            wraps = f" ({true} becomes {shown})" if true != shown else ""
            fix = _with_room(node, side, is_fixed, is_tensor(_operand(cell, side, given)))
            yield Notice(
                f"`{text}` is computed in uint8, which holds only 0 to 255: the results wrap around{wraps}. "
                f"Convert first: `{fix}`.",
                hash(ast.dump(node)),
                card="tensor",
            )
            return


def _with_room(node: ast.BinOp | ast.AugAssign, side: ast.expr, is_fixed: bool, is_torch: bool) -> str:
    """The same line with one side made wider first; back to bytes where it makes a picture brighter or darker."""
    wide = text_of(side) + (
        (".int()" if is_fixed else ".float()") if is_torch else f".astype({'int' if is_fixed else 'float'})"
    )
    left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    texts = [wide if one is side else text_of(one) for one in (left, right)]
    whole = f"{texts[0]} {SIGNS[type(node.op)]} {texts[1]}"
    if is_fixed:
        whole = (
            f"({whole}).clamp(0, 255).byte()" if is_torch else f"np.clip({whole}, 0, 255).astype(np.uint8)"
        )
    return whole if isinstance(node, ast.BinOp) else f"{text_of(left)} = {whole}"


def _places(cell: Cell) -> Iterator[tuple[Sequence[ast.AST], Given]]:
    """The cell, and each function of the learner's that it calls, with what its parameters are given."""
    yield cell.nodes, {}
    for call, written in cell.own_calls:
        if isinstance(written, ast.FunctionDef):
            given = dict(zip([one.arg for one in written.args.args], call.args, strict=False))
            given |= {one.arg: one.value for one in call.keywords if one.arg}
            given = {
                name: one
                for name, one in given.items()
                if not isinstance(one, ast.Name) or cell.bound[one.id] <= 1
            }
            inside = below(written)
            for one in inside:
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
                    given.pop(one.id, None)
            if any(_is_small_bytes(cell.value(one)) for one in given.values()):
                yield inside, given


Wrapped = tuple[
    int, int, ast.expr, bool
]  # the smallest and the largest result, what to convert, whether by a number


def _wrapped(cell: Cell, node: ast.BinOp, given: Given) -> Wrapped | None:
    """`a - b`, computed anew with room enough."""
    sides = [node.left, node.right]
    if any(cell.bound[one.id] > 1 for one in sides if isinstance(one, ast.Name) and one.id not in given):
        return None
    if _assigns_to(cell, node, {one.id for one in sides if isinstance(one, ast.Name)}):
        return None
    left, right = (_operand(cell, one, given) for one in sides)
    if left is UNKNOWN or right is UNKNOWN or not (_is_small_bytes(left) or _is_small_bytes(right)):
        return None
    if not all(_is_small_bytes(one) or (type(one) is int and 0 <= one <= 255) for one in (left, right)):
        return None
    if (is_tensor(left) and is_array(right)) or (is_array(left) and is_tensor(right)):
        return None
    low, high = _range(left, right, type(node.op))
    if low >= 0 and high <= 255:
        return None
    return (
        low,
        high,
        node.left if _is_small_bytes(left) else node.right,
        type(left) is int or type(right) is int,
    )


def _wrapped_in_place(cell: Cell, node: ast.AugAssign) -> Wrapped | None:
    """`photo += 80`: where the sum is below 80, it has wrapped."""
    by, held = constant(node.value), cell.value(node.target)
    if (
        type(by) is not int
        or not 1 < by <= 255
        or not isinstance(node.target, ast.Name)
        or is_local(node.target)
    ):
        return None
    name = node.target.id
    later = [one for one in cell.nodes if getattr(one, "lineno", 0) > node.lineno]
    is_changed_later = any(
        isinstance(one, (ast.Name, ast.Subscript))
        and isinstance(one.ctx, ast.Store)
        and getattr(one.value if isinstance(one, ast.Subscript) else one, "id", "") == name
        for one in later
    )
    if is_changed_later or not _is_small_bytes(held) or not getattr(held, "size", 1):
        return None
    data = _widened(held)
    if isinstance(node.op, ast.Add):
        wrapped = data[data < by]
        return (0, int(wrapped.max()) + 256, node.target, True) if len(wrapped) else None
    if isinstance(node.op, ast.Sub):
        wrapped = data[data > 255 - by]
        return (int(wrapped.min()) - 256, 255, node.target, True) if len(wrapped) else None
    return (0, 255, node.target, True) if bool((data % by != 0).any()) else None


def _is_modulo(cell: Cell, node: ast.BinOp | ast.AugAssign, nodes: Sequence[ast.AST]) -> bool:
    """Whether it is meant to wrap around: words say so, or the cell also undoes it."""
    if ON_PURPOSE.search(cell.source):
        return True
    if not isinstance(node, ast.BinOp) or isinstance(node.op, ast.Mult):
        return False
    undoes = ast.Add if isinstance(node.op, ast.Sub) else ast.Sub
    made = {id(value): name for name, value in cell.assigned()}
    sides = {text_of(node.left), text_of(node.right)}
    for one in nodes:
        if not isinstance(one, ast.BinOp) or not isinstance(one.op, undoes):
            continue
        others = {text_of(one.left), text_of(one.right)}
        if sides & others and (made.get(id(node)) in others or made.get(id(one)) in sides):
            return True
    return False


def _operand(cell: Cell, node: ast.expr, given: Given) -> Any:
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        return constant(node)
    if isinstance(node, ast.Name):
        return cell.value(given.get(node.id, node))
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        held, at = cell.value(given.get(node.value.id, node.value)), cell.value(node.slice)
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


@check("] =", "]=", needs="numpy")
def fraction_into_integers(cell: Cell) -> Iterator[Notice]:
    """A fraction assigned into an integer tensor or array loses what is behind the point."""
    for node in cell.of(ast.Assign):
        if not isinstance(node.targets[0], ast.Subscript):
            continue
        target = node.targets[0].value
        value = constant(node.value)
        held = cell.value(target) if isinstance(target, ast.Name) else UNKNOWN
        if isinstance(target, ast.Name) and value is UNKNOWN and is_cut_to_zero(cell, node.value, held):
            yield _scaled_into_integers(cell, target.id, node, held)
            return
        if not isinstance(target, ast.Name) or not isinstance(value, float) or value.is_integer():
            continue
        if (is_tensor(held) or is_array(held)) and dtype(held).startswith(("int", "uint")):
            how = ".float()" if is_tensor(held) else ".astype(float)"
            yield Notice(
                f"`{target.id}` holds integers ({dtype(held)}), so {value} was cut to {int(value)}. Make it float "
                f"before: `{target.id} = {target.id}{how}`.",
                hash(ast.dump(node)),
                card="tensor",
            )


def is_cut_to_zero(cell: Cell, value: ast.expr, held: Any) -> bool:
    """Whether numbers between 0 and 1 are stored where only whole ones have room."""
    if not (is_tensor(held) or is_array(held)) or not dtype(held).startswith(("int", "uint")):
        return False
    n = held.numel() if is_tensor(held) else held.size
    if not 1 < n <= MOST_NUMBERS or (is_tensor(held) and held.device.type != "cpu") or int(held.max()) > 1:
        return False
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div):
        return False
    by, whole = cell.value(value.right), cell.value(value.left)
    if not isinstance(by, (int, float)) or by <= 1:
        return False
    if not (is_tensor(whole) or is_array(whole)):
        return by in (255, 255.0)  # pictures, by the number that they are divided by
    return 0 < float(whole.max()) <= by and bool(((whole % by) != 0).any())


def _scaled_into_integers(cell: Cell, name: str, node: ast.Assign, held: Any) -> Notice:
    kind = "torch.float32" if is_tensor(held) else "np.float32"
    made = next(
        (value for one, value in cell.assigned() if one == name and isinstance(value, ast.Call)), None
    )
    fix = f"{name} = {name}.to(torch.float32)" if is_tensor(held) else f"{name} = {name}.astype(np.float32)"
    if made is not None and keyword(made, "dtype") is not None:
        fix = f"{name} = {text_of(made)}".replace(
            f"dtype={text_of(keyword(made, 'dtype') or made)}", f"dtype={kind}"
        )
    return Notice(
        f"`{name}` holds integers ({dtype(held)}), so the numbers between 0 and 1 that `{text_of(node.value)}` gives "
        f"are cut to 0 when they are stored. Make it float before: `{fix}`.",
        hash(ast.dump(node)),
        card="tensor",
    )


@check("@Tensor")
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
        if bool(torch.isinf(data).any()) and not had and "inf" not in cell.source:
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
