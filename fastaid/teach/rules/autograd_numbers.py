"""A loss that a function of the learner's gave back as a plain number: the line in it. No rules of its own."""

from __future__ import annotations

import ast
from types import FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_module
from fastaid.teach.rules.code import assigned, tree_of
from fastaid.teach.rules.losses_returned import Staying
from fastaid.teach.rules.python_source import is_own, own_nodes
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene


def number_returned(scene: Scene, frame: Frame, node: ast.expr, held: Any) -> Diagnosis | None:
    """What to say of `loss.backward()` where a function took the number out; None where no function did."""
    call, at = _call(scene, frame, node)
    function = _function(frame, call) if call is not None else None
    written = source_of(function) if function is not None and is_own(function, scene.names) else None
    if function is None or not isinstance(written, ast.FunctionDef):
        return None
    found = _leaving(written, at)
    if found is None:
        return None
    old, new = found
    name, text = function.__name__, ast.unparse(node)
    shown = f"`{text}`" if len(text) < 30 else "It"
    return Diagnosis(
        f"{shown} is {described(held)}, a plain number: `{name}` returns it so.",
        f"`{old}` in `{name}` takes the number out of the tensor. A plain number does not know how it was calculated, "
        "so it has no backward().",
        new,
        f"Write in `{name}`, in place of that line (and `.item()` only where you print or add up):",
        card="gradient",
    )


def _call(scene: Scene, frame: Frame, node: ast.expr) -> tuple[ast.Call | None, int | None]:
    """The call that a loss came from, and its place where the call gives several things."""
    if isinstance(node, ast.Call):
        return node, None
    if (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Call)
        and isinstance(node.slice, ast.Constant)
    ):
        return node.value, node.slice.value if type(node.slice.value) is int else None
    tree = tree_of(scene, frame)
    lines = [one for one in assigned(tree, ast.unparse(node)) if isinstance(one, ast.Assign)] if tree else []
    before = [one for one in lines if one.lineno <= frame.line] or lines
    if not before or not isinstance(before[-1].value, ast.Call):
        return None, None
    target = before[-1].targets[0]
    texts = [ast.unparse(one) for one in target.elts] if isinstance(target, (ast.Tuple, ast.List)) else []
    return before[-1].value, texts.index(ast.unparse(node)) if ast.unparse(node) in texts else None


def _function(frame: Frame, call: ast.Call) -> Any:
    """The Python function that a call runs; None where that is not known."""
    held = frame.value(call.func)
    if isinstance(held, MethodType):
        return held.__func__
    if isinstance(held, FunctionType) or held is UNKNOWN:
        return None if held is UNKNOWN else held
    method = vars(type(held)).get("forward" if is_module(held) else "__call__")
    return method if isinstance(method, FunctionType) else None


def _leaving(written: ast.FunctionDef, at: int | None) -> tuple[str, str] | None:
    """The line of a function that takes the number out, and the line that does not; None where none is plain to see."""
    returns = [
        one for one in own_nodes(written.body) if isinstance(one, ast.Return) and one.value is not None
    ]
    if len(returns) != 1 or returns[0].value is None:
        return None
    value: ast.expr = returns[0].value
    if at is not None:
        if not isinstance(value, ast.Tuple) or at >= len(value.elts):
            return None
        value = value.elts[at]
    new = ast.unparse(Staying().visit(ast.parse(ast.unparse(value), mode="eval").body))
    if new != ast.unparse(value):
        whole = ast.unparse(returns[0])
        return whole, whole.replace(ast.unparse(value), new, 1)
    if not isinstance(value, ast.Name):
        return None
    for line in reversed(assigned(written, value.id)):
        text = ast.unparse(line)
        new = ast.unparse(Staying().visit(ast.parse(text)))
        if new != text and isinstance(line, ast.Assign):
            left, _, right = new.partition(" = ")
            return text, new if left != right else f"{new}   # or leave the line out"
    return None
