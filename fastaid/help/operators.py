"""Operators explained with the operands at hand: which method runs, and what shape comes out."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from fastaid.facts.symbol import Example, SymbolFacts
from fastaid.help.expressions import Unresolved, resolve
from fastaid.help.native import native_source
from fastaid.help.objects import is_a, loaded, quietly, static, type_name, words
from fastaid.help.state import state_of

# (symbol, method, torch's function, what it does)
BINARY: dict[type[ast.AST], tuple[str, str, str, str]] = {
    ast.Add: ("+", "__add__", "add", "adds, item by item"),
    ast.Sub: ("-", "__sub__", "sub", "subtracts, item by item"),
    ast.Mult: ("*", "__mul__", "mul", "multiplies item by item; the matrix product is `@`"),
    ast.Div: ("/", "__truediv__", "div", "divides, item by item"),
    ast.FloorDiv: ("//", "__floordiv__", "floor_divide", "divides and rounds down, item by item"),
    ast.Mod: ("%", "__mod__", "remainder", "gives the remainder of a division, item by item"),
    ast.Pow: ("**", "__pow__", "pow", "raises to a power, item by item"),
    ast.MatMult: (
        "@",
        "__matmul__",
        "matmul",
        "is the matrix product: rows of the left times columns of the right, summed",
    ),
    ast.BitAnd: (
        "&",
        "__and__",
        "bitwise_and",
        "is a bitwise and; for tensors of bools, a logical and, item by item",
    ),
    ast.BitOr: (
        "|",
        "__or__",
        "bitwise_or",
        "is a bitwise or; for tensors of bools, a logical or, item by item",
    ),
    ast.BitXor: ("^", "__xor__", "bitwise_xor", "is a bitwise exclusive or; a power is `**`"),
    ast.LShift: ("<<", "__lshift__", "bitwise_left_shift", "shifts bits to the left"),
    ast.RShift: (">>", "__rshift__", "bitwise_right_shift", "shifts bits to the right"),
    ast.Eq: ("==", "__eq__", "eq", "compares for equality; tensors item by item, giving a tensor of bools"),
    ast.NotEq: (
        "!=",
        "__ne__",
        "ne",
        "compares for inequality; tensors item by item, giving a tensor of bools",
    ),
    ast.Lt: ("<", "__lt__", "lt", "compares; tensors item by item, giving a tensor of bools"),
    ast.LtE: ("<=", "__le__", "le", "compares; tensors item by item, giving a tensor of bools"),
    ast.Gt: (">", "__gt__", "gt", "compares; tensors item by item, giving a tensor of bools"),
    ast.GtE: (">=", "__ge__", "ge", "compares; tensors item by item, giving a tensor of bools"),
    ast.In: ("in", "__contains__", "", "tells whether the right holds the left"),
    ast.NotIn: ("not in", "__contains__", "", "tells whether the right lacks the left"),
    ast.Is: (
        "is",
        "",
        "",
        "tells whether both are one and the same object; equal values are compared with `==`",
    ),
    ast.IsNot: ("is not", "", "", "tells whether they are two different objects"),
    ast.And: ("and", "__bool__", "", "gives the left if that is false, else the right; tensors need `&`"),
    ast.Or: ("or", "__bool__", "", "gives the left if that is true, else the right; tensors need `|`"),
}
UNARY: dict[type[ast.AST], tuple[str, str, str, str]] = {
    ast.USub: ("-", "__neg__", "neg", "changes the sign, item by item"),
    ast.UAdd: ("+", "__pos__", "positive", "gives the value as it is"),
    ast.Invert: (
        "~",
        "__invert__",
        "bitwise_not",
        "flips every bit; for tensors of bools, not, item by item",
    ),
    ast.Not: ("not", "__bool__", "", "is true where the value is false"),
}
BY_SYMBOL = {symbol: kind for kind, (symbol, *_) in {**UNARY, **BINARY}.items()}


def describe_operator(
    text: str,  # "x@a", "-x", "x == y", or the operator alone: "@"
    names: Mapping[str, Any],
) -> SymbolFacts | None:
    """What an operator does with its operands; None where the text is no operation."""
    alone = BY_SYMBOL.get(text.strip())
    if alone is not None:
        return _facts(text.strip(), alone, [])
    tree = quietly(lambda: ast.parse(text.strip(), mode="eval").body)
    if isinstance(tree, ast.BinOp):
        return _facts(text.strip(), type(tree.op), _operands([tree.left, tree.right], names))
    if isinstance(tree, ast.Compare) and len(tree.ops) == 1:
        return _facts(text.strip(), type(tree.ops[0]), _operands([tree.left, *tree.comparators], names))
    if isinstance(tree, ast.BoolOp):
        return _facts(text.strip(), type(tree.op), _operands(tree.values, names))
    if isinstance(tree, ast.UnaryOp) and not isinstance(tree.operand, ast.Constant):
        return _facts(text.strip(), type(tree.op), _operands([tree.operand], names))
    return None


Operand = tuple[str, Any, bool]  # source, value, whether it is known


def _operands(nodes: list[ast.expr], names: Mapping[str, Any]) -> list[Operand]:
    found: list[Operand] = []
    for node in nodes:
        source = ast.unparse(node)
        try:
            found.append((source, resolve(source, names).obj, True))
        except Unresolved:
            found.append((source, None, False))
    return found


def _facts(text: str, kind: type[ast.AST], operands: list[Operand]) -> SymbolFacts:
    symbol, method, function, sentence = (
        (UNARY if len(operands) == 1 else BINARY).get(kind) or BINARY.get(kind) or UNARY[kind]
    )
    known = [value for _, value, is_known in operands if is_known]
    tensors = [value for value in known if _shape(value) is not None]
    key, notes, example = "", [], None
    torch = loaded("torch")
    is_torch = torch is not None and any(is_a(value, torch.Tensor) for value in known)
    if is_torch and function:
        key = f"torch.{function}"
        inside = ", ".join(source for source, _, _ in operands)
        notes.append(
            f"Here `{symbol}` runs `torch.Tensor.{method}`, the same as `torch.{function}({inside})`."
        )
    elif known and method:
        at = 1 if method == "__contains__" and len(known) > 1 else 0
        held = type(known[at])
        has = static(held, method) is not None
        if has:
            notes.append(f"Here `{symbol}` runs `{held.__name__}.{method}`.")
    if len(operands) == 2 and len(tensors) == 2:
        notes.append(_shapes(symbol, operands))
    if symbol == "@":
        notes.append(
            "Of tensors with more than two axes the leading ones are broadcast and the last two multiplied."
        )
        example = Example("torch.ones(2, 3) @ torch.ones(3, 4)  # shape (2, 4)", "fastaid")
    source = native_source(key) if key else None
    return SymbolFacts(
        name=text,
        role="operator",
        what=f"operator {symbol}",
        summary=f"`{symbol}` {sentence}.",
        notes=tuple(note for note in notes if note),
        state=tuple((source, _said(value, is_known), "") for source, value, is_known in operands),
        example=example,
        source=(source,) if source else (),
        returns=_returned(symbol, operands, tensors),
        key=key,
    )


def _said(value: Any, is_known: bool) -> str:
    if not is_known:
        return "not known without running it"
    shape = _shape(value)
    if shape is not None:
        dtype = dict(state_of(value)).get("dtype", "")
        return f"{type_name(value)}, shape {shape}, {dtype}".rstrip(", ")
    return f"{type_name(value)}, {words(value)}"


def _shape(value: Any) -> tuple[int, ...] | None:
    text = dict(state_of(value)).get("shape")
    return quietly(lambda: tuple(ast.literal_eval(text))) if text else None


def _shapes(symbol: str, operands: list[Operand]) -> str:
    left, right = _shape(operands[0][1]), _shape(operands[1][1])
    assert left is not None
    assert right is not None
    out = matmul_shape(left, right) if symbol == "@" else broadcast_shape(left, right)
    shown = f"{left} {symbol} {right}"
    if out is None:
        why = (
            f"the last axis of the left ({left[-1] if left else 'none'}) is not the "
            f"{'first' if len(right) < 2 else 'last but one'} of the right ({right[-2:][0] if right else 'none'})"
            if symbol == "@"
            else "axes counted from the last must be equal, or one of them 1"
        )
        return f"Shapes: {shown} do not fit: {why}."
    return f"Shapes: {shown} → {out}."


def broadcast_shape(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...] | None:
    """The shape two shapes broadcast to, None where they do not fit.

    >>> broadcast_shape((4, 1), (3,))
    (4, 3)
    """
    out: list[int] = []
    for i in range(1, max(len(left), len(right)) + 1):
        a = left[-i] if i <= len(left) else 1
        b = right[-i] if i <= len(right) else 1
        if a != b and 1 not in (a, b):
            return None
        out.append(b if a == 1 else a)
    return tuple(reversed(out))


def matmul_shape(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...] | None:
    """The shape of a matrix product, None where the shapes do not fit.

    >>> matmul_shape((2, 3), (3, 4))
    (2, 4)
    >>> matmul_shape((5, 2, 3), (3,))
    (5, 2)
    """
    if not left or not right:
        return None
    if left[-1] != (right[-2] if len(right) > 1 else right[-1]):
        return None
    batch = broadcast_shape(left[:-2], right[:-2])
    if batch is None:
        return None
    return (*batch, *left[-2:-1], *(right[-1:] if len(right) > 1 else ()))


def _returned(symbol: str, operands: list[Operand], tensors: list[Any]) -> str:
    if len(operands) != 2 or len(tensors) != 2:
        return ""
    left, right = _shape(operands[0][1]), _shape(operands[1][1])
    assert left is not None
    assert right is not None
    out = matmul_shape(left, right) if symbol == "@" else broadcast_shape(left, right)
    return f"{type_name(tensors[0])} of shape {out}" if out is not None else ""
