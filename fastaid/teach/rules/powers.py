"""`^` where a power is meant: in Python it combines bits."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import kind_of, text_of
from fastaid.teach.scene import Frame, Scene

FLOATS = "f"  # numpy's letter for floats
LONGEST = 110  # characters of a line that a card repeats


@rule(TypeError, RuntimeError, NotImplementedError)
def caret_as_power(scene: Scene) -> Diagnosis | None:
    """`x^2`: Python's power is `**`."""
    found = power_meant(scene)
    if found is None:
        return None
    here, node, base, power = found
    told = " and ".join(one for one in (_told(here, base), _told(here, power)) if one)
    line = _with_stars(here.text)
    return Diagnosis(
        "`^` is not a power in Python: it combines the bits of two whole numbers (“xor”)."
        + (f" Here {told}." if told else " Here it meets floats."),
        "Floats have no such bits, so it cannot be done. A power is written with two stars, `**`.",
        line if 0 < len(line) <= LONGEST else _with_stars(ast.unparse(node)),
        "Write:",
    )


def power_meant(scene: Scene) -> tuple[Frame, ast.AST, ast.expr, ast.expr] | None:
    """Where a `^` stands for a power: the whole, and what is next to the sign on both sides."""
    here = scene.here
    node = here.node if here is not None else None
    if (
        here is None
        or not isinstance(node, (ast.BinOp, ast.AugAssign))
        or not isinstance(node.op, ast.BitXor)
    ):
        return None
    left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    if any(isinstance(one, (ast.Compare, ast.BoolOp, ast.Not, ast.Invert)) for one in ast.walk(node)):
        return None  # it joins conditions
    base, power = _inner(left, is_left=True), _inner(right, is_left=False)
    if not _is_power(here.value(left), here.value(base), here.value(power), scene.message):
        return None
    if isinstance(here.value(right), str):
        return None
    if isinstance(getattr(node, "parent", None), ast.Compare) and not is_number(here.value(power)):
        return None  # `a > 0 ^ b`
    return here, node, base, power


def _inner(node: ast.expr, *, is_left: bool) -> ast.expr:
    """What stands next to the `^`, which binds more loosely than `+` and `*`: of `3*x^2 + y`, `x` and `2`."""
    while isinstance(node, (ast.BinOp, ast.UnaryOp)):
        if isinstance(node, ast.UnaryOp):
            if not is_left:
                break
            node = node.operand
        elif is_left:
            node = node.right
        else:
            node = node.left
    return node


def _is_power(whole: Any, base: Any, power: Any, message: str) -> bool:
    """Whether only a power can be meant: one side is a plain number, and floats have no bits to combine."""
    if any(isinstance(one, (str, bytes, list, tuple, dict)) for one in (whole, base, power)):
        return False
    if not is_number(power) and not is_number(base):
        return False
    if is_float(base) or is_float(power) or is_float(whole):
        return True
    # A part that would have to be run: what the message says of it.
    says = ("float", "ufunc 'bitwise_xor' not supported", "bitwise_xor_cpu")
    return any(one in message.lower() for one in says)


def is_number(held: Any) -> bool:
    """A plain number, not True or False."""
    return type(held) in (int, float) or is_of(held, "numpy", "integer", "floating")


def is_float(held: Any) -> bool:
    """A float, or a tensor, an array or a column of them."""
    if type(held) is float:
        return True
    if is_tensor(held):
        return bool(held.dtype.is_floating_point)
    if is_array(held) or is_of(held, "numpy", "generic") or is_of(held, "pandas", "Series"):
        return getattr(held.dtype, "kind", "") == FLOATS
    return is_of(held, "pandas", "DataFrame") and all(
        getattr(one, "kind", "") == FLOATS for one in held.dtypes
    )


def _told(here: Frame, node: ast.expr) -> str:
    held, text = here.value(node), text_of(node)
    if held is UNKNOWN or not text or not is_float(held) or isinstance(node, ast.Constant):
        return ""
    if is_of(held, "pandas", "Series"):
        return f"`{text}` is a column of floats"
    return f"`{text}` is {kind_of(held) if type(held) is float else described(held)}"


def _with_stars(text: str) -> str:
    """A line with each `^` outside of strings and comments made a power."""
    try:
        found = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return ""
    for one in reversed(found):
        if one.type == tokenize.OP and one.string in ("^", "^=") and one.start[0] == 1:
            at = one.start[1]
            text = f"{text[:at]}**{text[at + 1 :]}"
    return text
