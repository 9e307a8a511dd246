"""Numbers where a list is gone through: the result that took the list's name, a loop in a loop. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_tensor, shape
from fastaid.teach.rules.python_source import code_of, kind_of, origin, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

NUMBERS = (int, float, bool)


def _is_number(value: object) -> bool:
    return type(value) in NUMBERS or (
        is_of(value, "numpy", "generic") and not hasattr(type(value), "__iter__")
    )


def of_a_taken_name(scene: Scene, frame: Frame, expr: ast.expr) -> Diagnosis | None:
    """`a = sum(a) / len(a)`, and then `max(a)`: the result has the list's name."""
    value = frame.value(expr)
    if not isinstance(expr, ast.Name) or not _is_number(value):
        return None
    made = origin(scene, frame, expr.id)
    text = text_of(made)
    reads_itself = made is not None and any(
        isinstance(one, ast.Name) and one.id == expr.id for one in ast.walk(made)
    )
    makes_one = any(isinstance(one, ast.Call) for one in ast.walk(made)) if made is not None else False
    if not reads_itself or not makes_one or not text:
        return None
    return Diagnosis(
        f"`{expr.id}` is {_said(value)} here, no longer what it held before.",
        f"`{expr.id} = {text}` gave the name to a result computed from it; the values themselves are gone.",
        f"{expr.id}_result = {code_of(made)}",
        f"Give the result a name of its own, run the lines that make `{expr.id}` again, and use that name where the "
        "result is meant:",
    )


def loop_around(frame: Frame, name: str) -> ast.For | None:
    """The loop around the running line that gives a name its values."""
    tree = source_tree(frame)
    for one in ast.walk(tree) if tree is not None else ():
        is_around = isinstance(one, ast.For) and one.lineno <= frame.line <= (one.end_lineno or 0)
        if is_around and isinstance(one, ast.For) and text_of(one.target) == name:
            return one
    return None


def of_a_loop_of_numbers(frame: Frame, expr: ast.expr) -> Diagnosis | None:
    """`for row in a: for number in row:` where `a` has one dimension."""
    value = frame.value(expr)
    if not isinstance(expr, ast.Name) or not _is_number(value) or type(value) is int:
        return None
    tree = source_tree(frame)
    loops = [
        one
        for one in ast.walk(tree if tree is not None else ast.Module([], []))
        if isinstance(one, ast.For) and one.lineno <= frame.line <= (one.end_lineno or 0)
    ]
    outer = loop_around(frame, expr.id)
    inner = next((one for one in loops if text_of(one.iter) == expr.id), None)
    held = frame.value(outer.iter) if outer is not None else None
    if (
        outer is None
        or inner is None
        or not (is_array(held) or is_tensor(held) or type(held) in (list, tuple))
    ):
        return None
    whole = text_of(outer.iter)
    of = (
        f"has one dimension (shape {shape(held)})"
        if not isinstance(held, (list, tuple))
        else "is a list of numbers"
    )
    return Diagnosis(
        f"`{expr.id}` is {_said(value)}: there is nothing in it to go through.",
        f"`{whole}` {of}, so the outer loop gives its numbers one by one.",
        f"for {text_of(inner.target)} in {whole}:",
        "One loop is enough:",
    )


def _said(value: object) -> str:
    return kind_of(value) if type(value) in NUMBERS else f"the number {value}"
