"""Scores of several classes laid flat beside one label for each item: `roc_curve(y.ravel(), y_pred.ravel())`."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene

FLAT = ("ravel", "flatten")
OF_SCORES = (
    *("roc_curve", "roc_auc_score", "precision_recall_curve", "average_precision_score"),
    *("brier_score_loss", "det_curve"),
)
PASSING = ("detach", "cpu", "numpy", "float", "to_numpy")  # methods that keep the shape


@rule(ValueError, needs="sklearn")
def columns_laid_flat(scene: Scene) -> Diagnosis | None:
    """A table of scores, (64, 2), became 128 numbers beside 64 labels."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.within("sklearn") is not None else None
    if frame is None or call is None or len(call.args) < 2 or "inconsistent number" not in scene.message:
        return None
    for at in (1, 0):
        node, other = call.args[at], call.args[1 - at]
        flat = _flattened(scene, frame, node)
        if flat is None:
            continue
        made, inner, held = flat
        rows, columns = shape(held)
        if columns < 2 or _count(scene, frame, other) != rows:
            continue
        text, source = text_of(made), text_of(inner)
        name = last_name(call.func)
        is_scores = at == 1 and name in OF_SCORES
        if not source or (is_scores and columns > 2):
            return None
        new = f"{source}[:, 1]" if is_scores else f"{source}.argmax(1)"
        kind = "scores of" if at == 1 else "columns for"
        return Diagnosis(
            f"`{source}` has shape ({rows}, {columns}), {kind} {columns} classes; flat, as `{text}`, these are "
            f"{rows * columns} numbers for {rows} items.",
            f"`{name}` compares item by item: it wants one number for each, "
            + ("the score of class 1." if is_scores else "the number of its class."),
            replaced(frame, node, new),
            "Take the column of class 1:" if is_scores else "Take the class with the highest number:",
            card="metrics",
        )
    return None


def _flattened(scene: Scene, frame: Frame, node: ast.expr) -> tuple[ast.expr, ast.expr, Any] | None:
    """What lays a table of two axes flat, how the table is written, and the table."""
    made = origin(scene, frame, node.id) if isinstance(node, ast.Name) else node
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute):
        return None
    is_reshape = made.func.attr in ("reshape", "view") and [text_of(one) for one in made.args] == ["-1"]
    if not (made.func.attr in FLAT or is_reshape):
        return None
    inner = made.func.value
    held = _held(frame, inner)
    return (made, inner, held) if held is not UNKNOWN and held.ndim == 2 else None


def _held(frame: Frame, node: ast.expr) -> Any:
    held = frame.value(node)
    if is_array(held) or is_tensor(held):
        return held
    is_passed = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PASSING
    )
    return _held(frame, node.func.value) if is_passed else UNKNOWN  # type: ignore[attr-defined]


def _count(scene: Scene, frame: Frame, node: ast.expr) -> int:
    """How many items there are on the other side; -1 where that is not in sight."""
    flat = _flattened(scene, frame, node)
    held = flat[2] if flat is not None else _held(frame, node)
    if held is UNKNOWN:
        value = (
            node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        )
        held = _held(frame, value) if value is not None else UNKNOWN
    if held is UNKNOWN:
        listed = frame.value(node)
        return len(listed) if isinstance(listed, (list, tuple)) else -1
    return int(held.numel() if is_tensor(held) else held.size)
