"""Errors that the learner's own code raises on purpose: the condition behind them."""

from __future__ import annotations

import ast
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import (
    call_at,
    function_at,
    kind_of,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


@rule(Exception)
def raised_on_purpose(scene: Scene) -> Diagnosis | None:
    """A `raise` in the learner's own function: the condition that led to it."""
    frame = scene.last
    if is_of(scene.error, "torch", "OutOfMemoryError") or "DataLoader worker" in scene.message:
        return None
    if frame is None or not frame.is_learners or frame.function == "<module>" or len(scene.frames) < 2:
        return None
    statement = statement_at(frame)
    function = function_at(frame)
    if not isinstance(statement, ast.Raise) or statement.exc is None or function is None:
        return None
    test = next(
        (one for one in ast.walk(function) if isinstance(one, ast.If) and statement in one.body), None
    )
    if test is None or not text_of(test.test):
        return None
    known = []
    for node in dict.fromkeys(one.id for one in ast.walk(test.test) if isinstance(one, ast.Name)):
        value = frame.value(ast.parse(node, mode="eval").body)
        if value is not UNKNOWN and not isinstance(value, (FunctionType, type)) and not callable(value):
            known.append(f"`{node}` is {_value(value)}")
    if not known:
        return None
    caller = scene.frames[-2]
    call = text_of(call_at(caller)) if caller.is_learners and call_at(caller) is not None else ""
    return Diagnosis(
        f"`{frame.function}` raised this itself: line {statement.lineno} of {_place(frame)} says so if "
        f"`{text_of(test.test)}`.",
        f"That was true: {'; '.join(known[:3])}.",
        "",
        (f"Give `{call}` another value, " if call else "Give it another value, ")
        + f"or change `{frame.function}`.",
        sure="certain",
    )


def _place(frame: Frame) -> str:
    """What the lines are counted in, as a traceback counts them."""
    is_file = Path(frame.file).suffix == ".py" and Path(frame.file).is_file()
    is_cell = "ipykernel" in frame.file or "ipython-input" in frame.file or not is_file
    return "its cell" if is_cell else f"`{Path(frame.file).name}`"


def _value(value: Any) -> str:
    if type(value) in (dict, list, set, tuple) and len(value) <= 4:
        text = repr(value) if all(type(one) in (str, int, float, bool) for one in value) else ""
        if 0 < len(text) < 60:
            return f"the {type(value).__name__} {text}"
    return kind_of(value)


@rule(AssertionError)
def assert_compares(scene: Scene) -> Diagnosis | None:
    """A learner's own assert: both of its sides."""
    frame = scene.last
    statement = statement_at(frame) if frame is not None and frame.is_learners else None
    if frame is None or not isinstance(statement, ast.Assert) or not isinstance(statement.test, ast.Compare):
        return None
    left, right = statement.test.left, statement.test.comparators[0]
    a, b = _seen(frame, left), _seen(frame, right)
    if a is UNKNOWN or b is UNKNOWN or len(statement.test.comparators) > 1:
        return None
    return Diagnosis(
        f"The `assert` of line {statement.lineno} does not hold: `{text_of(left)}` is {_value(a)}"
        + (
            f", `{text_of(right)}` is {_value(b)}."
            if not isinstance(right, ast.Constant)
            else f", not {_value(b)}."
            if isinstance(statement.test.ops[0], (ast.Eq, ast.Is))
            else "."
        ),
        f"`assert {text_of(statement.test)}` stops where its condition is false.",
        "",
        "Find out which of the two is wrong: the value, or what the assert expects.",
    )


def _seen(frame: Frame, node: ast.expr) -> Any:
    if isinstance(node, ast.Call) and text_of(node.func) == "len" and node.args:
        held = frame.value(node.args[0])
        return len(held) if type(held) in (list, tuple, dict, set, str) else UNKNOWN
    return frame.value(node)
