"""Arithmetic on tensors and arrays whose shapes do not fit: products, sums, reshaping."""

from __future__ import annotations

import ast
from math import prod

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.classes_compared import EQUALITIES, classes_compared
from fastaid.teach.rules.operands import Operand, Operation, operation, parts_of_tree
from fastaid.teach.scene import Scene

PRODUCTS = ("matmul", "mm", "bmm", "mv", "dot", "inner")
ELEMENTWISE = ("+", "-", "*", "/", "**", "//", "%", "&", "|", "^", "<", ">", "<=", ">=", "==", "!=")
# fmt: off
ELEMENTWISE_CALLS = (
    "add", "sub", "mul", "div", "pow", "eq", "ne", "lt", "gt", "maximum", "minimum", "where", "add_", "sub_",
    "mul_", "div_", "subtract", "multiply", "divide", "isclose",
)
# fmt: on


def two_shaped(done: Operation | None) -> tuple[Operand, Operand] | None:
    """The two operands of an operation, where both have a shape."""
    if done is None or len(done.operands) != 2 or not all(one.has_shape for one in done.operands):
        return None
    return done.operands[0], done.operands[1]


# Products -----------------------------------------------------------------------------------------------


@rule(RuntimeError, ValueError)
def product(scene: Scene) -> Diagnosis | None:
    """A matrix product needs as many columns on its left as there are rows on its right."""
    done = operation(scene)
    pair = two_shaped(done)
    if done is None or pair is None or done.name not in PRODUCTS:
        return None
    a, b = pair
    if not a.shape or not b.shape or _fit(done.name, a.shape, b.shape):
        return None
    inner = b.shape[-2] if len(b.shape) > 1 else b.shape[0]
    what = f"{a.name} has shape {a.shape} and {b.name} has shape {b.shape}."
    second = b.name
    if a.name == b.name:
        what, second = f"{a.name} has shape {a.shape}, and stands on both sides.", f"the second {b.name}"
    if (wrong := _wrong_rank(done, a, b)) is not None:
        return wrong
    if a.shape[-1] == inner:
        cause = f"`{done.name}` takes one batch with another: the sizes before the last two must be equal."
        return Diagnosis(
            what, cause, "", f"{a.shape[:-2]} and {b.shape[:-2]} are not.", card="matrix-product"
        )
    cause = (
        f"In a matrix product the last size of {a.name} ({a.shape[-1]}) must equal the "
        f"{'second to last' if len(b.shape) > 2 else 'first'} size of {second} ({inner})."
    )
    how, fix = _mended_product(done, a, b)
    return Diagnosis(what, cause, fix, how, card="matrix-product")


def _fit(name: str, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    if (name == "mm" and (len(a), len(b)) != (2, 2)) or (name == "bmm" and (len(a), len(b)) != (3, 3)):
        return False
    if (name == "mv" and (len(a), len(b)) != (2, 1)) or (name == "dot" and (len(a), len(b)) != (1, 1)):
        return False
    if a[-1] != (b[-2] if len(b) > 1 else b[0]):
        return False
    return all(m == n or 1 in (m, n) for m, n in zip(a[:-2][::-1], b[:-2][::-1], strict=False))


def _wrong_rank(done: Operation, a: Operand, b: Operand) -> Diagnosis | None:
    ranks = {"mm": (2, 2), "bmm": (3, 3), "dot": (1, 1), "mv": (2, 1)}.get(done.name)
    if ranks is None or (len(a.shape), len(b.shape)) == ranks or is_array(a.value):
        return None
    takes = {"mm": "two matrices (2 dimensions each)", "bmm": "two batches of matrices (3 dimensions each)"}
    fits = _fit("matmul", a.shape, b.shape)
    return Diagnosis(
        f"{a.name} has shape {a.shape} and {b.name} has shape {b.shape}.",
        f"`{done.name}` takes {takes.get(done.name, 'vectors (1 dimension)')} and nothing else; "
        "`@` (`torch.matmul`) takes any number of dimensions.",
        f"{_around(a)} @ {_around(b)}" if fits else "",
        "Use the general product:" if fits else "The sizes do not fit either: print both `.shape`s.",
        card="matrix-product",
    )


def _around(one: Operand) -> str:
    return one.text if one.is_atom else f"({one.text})"


def _mended_product(done: Operation, a: Operand, b: Operand) -> tuple[str, str]:
    """What goes with the line, and the line."""
    m, n = a.shape, b.shape
    size = n[0] if len(n) == 1 else n[-2]
    left, right = _around(a), _around(b)
    if len(m) > 2 and len(n) == 2:
        for start in range(1, len(m) - 1):
            if prod(m[start:]) == size:
                kept = ", ".join(map(str, (-1, *m[1:start], size)))
                return (
                    f"Flatten each item of {a.name} to {size} numbers first:",
                    f"{a.then(f'reshape({kept})')} @ {right}",
                )
    if len(n) >= 2 and m[-1] == n[-1]:
        turned = b.then("T") if len(n) == 2 else b.then("transpose(-2, -1)")
        also = ""
        if m == n and len(m) == 2 and is_tensor(a.value):
            also = f"  # or, item by item: ({left} * {right}).sum(1)"
        return f"Transpose {b.name}, so that its {n[-1]} columns become rows:", f"{left} @ {turned}{also}"
    if len(m) == 2 and m[0] == size:
        return f"Transpose {a.name}, so that its {m[0]} rows become columns:", f"{a.then('T')} @ {right}"
    if len(n) >= 1 and n[-1] == (m[-2] if len(m) > 1 else m[0]):
        return "The other order fits:", f"{right} @ {left}"
    if len(n) == 2:
        whose = f"Make {b.name} with {m[-1]} rows, one for each column of {a.name}"
        return f"{whose}: shape ({m[-1]}, {n[1]}) instead of {n}.", ""
    return f"{b.name} needs {m[-1]} items, one for each column of {a.name}; it has {size}.", ""


# Broadcasting -------------------------------------------------------------------------------------------


@rule(RuntimeError, ValueError, needs="torch")
def broadcast(scene: Scene) -> Diagnosis | None:
    """Two shapes are compared from the right, and a pair of sizes is neither equal nor has a 1."""
    done = operation(scene)
    pair = two_shaped(done)
    if done is None or pair is None:
        return None
    if done.name not in ELEMENTWISE and done.name not in ELEMENTWISE_CALLS:
        return None
    a, b = pair
    if not a.is_tensor and not b.is_tensor:
        return None  # libraries_arrays speaks of arrays
    clash = clashing(a.shape, b.shape)
    if clash is None:
        return _grown_in_place(done, a, b)
    if done.name in EQUALITIES and a.node is not None and b.node is not None:
        meant = classes_compared(done.frame, (a.node, b.node))
        if meant is not None:
            return meant
    m, n = clash
    what = f"{a.name} has shape {a.shape} and {b.name} has shape {b.shape}: {m} against {n} does not fit."
    cause = "Shapes are compared from the last size backwards; each pair must be equal, or one of them 1."
    how, fix = _mended_sum(done, a, b)
    return Diagnosis(what, cause, fix, how, card="broadcasting")


def clashing(m: tuple[int, ...], n: tuple[int, ...]) -> tuple[int, int] | None:
    """The first sizes, from the right, that cannot be broadcast."""
    for i, j in zip(m[::-1], n[::-1], strict=False):
        if i != j and 1 not in (i, j):
            return i, j
    return None


def _grown_in_place(done: Operation, a: Operand, b: Operand) -> Diagnosis | None:
    if not done.is_in_place or len(b.shape) < len(a.shape) or b.shape == a.shape:
        return None
    if done.name not in ELEMENTWISE[:7]:
        return None
    return Diagnosis(
        f"The result would have another shape than {a.name} {a.shape}: {b.name} has shape {b.shape}.",
        f"`{done.text()}` writes the result into {a.name}, which cannot grow.",
        f"{a.text} = {a.text} {done.name} {_around(b)}" if isinstance(done.node, ast.AugAssign) else "",
        f"Make a new one, if a result of the larger shape is what you want; else look at {b.name}'s shape:",
        card="broadcasting",
    )


def _mended_sum(done: Operation, a: Operand, b: Operand) -> tuple[str, str]:
    long, short = (a, b) if len(a.shape) >= len(b.shape) else (b, a)
    m, n = long.shape, short.shape
    sign = done.name if done.name in ELEMENTWISE else ""

    def line(turned: str) -> str:
        first, second = (_around(long), turned) if long is a else (turned, _around(long))
        return f"{first} {sign} {second}" if sign else turned

    if len(n) == 1 and len(m) > 1 and n[0] in m:
        at = m.index(n[0])
        after = ", ".join(["None"] * (len(m) - at - 1))
        word = "row" if len(m) == 2 else "item" if at == 0 and m[0] != 3 else "channel"
        word = word if len(m) == 2 or at in (0, len(m) - 3) else "size"
        spread = f"{_around(short)}[:, {after}]"
        return f"One value of {short.name} for each {word} of {long.name}: give it sizes of 1 behind:", line(
            spread
        )
    if len(m) == len(n) + 1 and m[0] == n[0] and clashing(m, (n[0], 1, *n[1:])) is None:
        return f"Give {short.name} a size of 1 behind its first:", line(short.then("unsqueeze(1)"))
    if len(m) == len(n) == 2 and m == n[::-1]:
        return "Transposed it fits, if that is what is meant:", line(short.then("T"))
    if len(m) == len(n) == 4 and is_tensor(a.value):
        return _maps(a, b)
    if prod(m) == prod(n) and len(m) != len(n):
        return f"Both have {prod(m):,} values; give {short.name} the other's shape:", line(
            short.then(f"reshape({_around(long)}.shape)")
        )
    return (
        f"Neither can be stretched to the other: find where {a.name} and {b.name} got their sizes "
        "(another length, another split of the data).",
        f"print({a.text or 'a'}.shape, {b.text or 'b'}.shape)",
    )


def _maps(a: Operand, b: Operand) -> tuple[str, str]:
    """Feature maps of a network: a residual or a skip connection."""
    if a.shape[2:] != b.shape[2:]:
        return (
            f"The pictures differ in height or width, {a.shape[2:]} and {b.shape[2:]} "
            "(a stride, no padding, or a size that does not halve evenly): bring one to the other's size:",
            f"F.interpolate({b.text}, size={a.text}.shape[2:])",
        )
    return (
        f"The numbers of channels differ, {a.shape[1]} and {b.shape[1]}: pass one through a 1×1 convolution:",
        f"nn.Conv2d({b.shape[1]}, {a.shape[1]}, 1)",
    )


# Reshaping ----------------------------------------------------------------------------------------------

RESHAPING = ("view", "reshape", "view_", "resize", "unflatten")


def _asked(done: Operation) -> tuple[int, ...] | None:
    """The sizes that a reshape asks for."""
    sizes = [one.value for one in done.operands[1:]]
    if len(sizes) == 1 and isinstance(sizes[0], (tuple, list)):
        sizes = list(sizes[0])
    worked = [_number(done, i, size) for i, size in enumerate(sizes)]
    return tuple(one for one in worked if one is not None) if sizes and None not in worked else None


def _number(done: Operation, at: int, size: object) -> int | None:
    if isinstance(size, int):
        return size
    node = done.operands[at + 1].node if at + 1 < len(done.operands) else None
    return _arithmetic(done, node)


def _arithmetic(done: Operation, node: ast.AST | None) -> int | None:
    """A size that is written as a sum or product: `28 * 28`, `x.size(0)`."""
    if isinstance(node, ast.BinOp):
        left, right = _arithmetic(done, node.left), _arithmetic(done, node.right)
        if left is None or right is None:
            return None
        match node.op:
            case ast.Mult():
                return left * right
            case ast.Add():
                return left + right
            case ast.FloorDiv() if right:
                return left // right
        return None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "size":
        held = done.frame.value(node.func.value)
        at = done.frame.value(node.args[0]) if node.args else None
        return int(held.shape[at]) if is_tensor(held) and isinstance(at, int) else None
    if (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "shape"
    ):
        held, at = done.frame.value(node.value.value), done.frame.value(node.slice)
        return int(held.shape[at]) if hasattr(held, "shape") and isinstance(at, int) else None
    value = done.frame.value(node)
    return value if type(value) is int else None


@rule(RuntimeError, needs="torch")
def reshape_count(scene: Scene) -> Diagnosis | None:
    """A reshape keeps the number of values; the sizes asked for multiply to another one."""
    done = operation(scene)
    if done is None or done.name not in RESHAPING or not done.operands:
        return None
    x, asked = done.operands[0], _asked(done)
    if asked is None or not x.is_tensor:
        return None
    have, known = prod(x.shape), prod(n for n in asked if n != -1)
    if asked.count(-1) > 1 or (have % known == 0 if -1 in asked and known else have == known):
        return None
    what = f"{x.name} has shape {x.shape}: {have} values. `{done.name}` was asked for {asked}: "
    what += f"{known} does not divide them evenly." if -1 in asked else f"{known} values."
    cause = "Reshaping only rearranges; the sizes must multiply to the same number of values."
    n, rest = x.shape[0] if x.shape else 1, prod(x.shape[1:])
    if len(asked) == 2 and len(x.shape) > 1 and asked[1] != rest and asked[0] in (-1, n):
        here = f"{x.text}.shape[0]" if x.text and is_tensor(x.value) and x.is_atom else str(n)
        fix = x.then(f"{done.name}({here}, -1)")
        how = f"Each of the {n} items has {rest} values, not {asked[1]}. Let -1 count them:"
        if is_tensor(x.value) and _has_linear(done):
            how = f"{how[:-1]} (an nn.Linear behind it then needs in_features={rest}):"
        return Diagnosis(what, cause, fix, how, card="rank-and-shape")
    return Diagnosis(what, cause, "", f"Choose sizes whose product is {have}.", card="rank-and-shape")


def _has_linear(done: Operation) -> bool:
    names = parts_of_tree(done.frame, ast.Attribute)
    return any(isinstance(one, ast.Attribute) and one.attr == "Linear" for one in names)


@rule(RuntimeError, needs="torch")
def view_not_contiguous(scene: Scene) -> Diagnosis | None:
    """`view` cannot rearrange a tensor whose values do not lie in a row in memory."""
    done = operation(scene)
    if done is None or done.name != "view" or not done.operands or not is_tensor(done.operands[0].value):
        return None
    x = done.operands[0]
    if x.value.is_contiguous() or "stride" not in scene.message:
        return None
    arguments = ", ".join(one.text or "…" for one in done.operands[1:])
    return Diagnosis(
        f"{x.name} (shape {x.shape}) is not contiguous: its values do not lie in memory in that order.",
        "`permute`, `transpose`, `.T` and slicing only change how memory is read. `view` cannot follow that; "
        "`reshape` copies the values where it must.",
        x.then(f"reshape({arguments})"),
        "Use reshape in place of view (or `.contiguous()` before it):",
        card="rank-and-shape",
    )
