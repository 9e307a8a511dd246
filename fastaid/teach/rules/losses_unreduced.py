"""A loss with a value for each item where one number is wanted: `.mean()` is missing. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, stored
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import origin, replaced
from fastaid.teach.rules.step import LOSSES
from fastaid.teach.scene import Frame, Scene

WHY = "A loss is one number, the mean over the items of a batch."


def of_a_loss(
    scene: Scene,
    here: Frame,
    asked: ast.expr,  # what item(), float() or int() was asked of
    what: str,  # the sentence that tells how many values there are, without its full stop
) -> Diagnosis | None:
    """What to say of a loss that was not reduced to one number; None where it is no loss."""
    made = origin(scene, here, asked.id) if isinstance(asked, ast.Name) else asked
    if made is None:
        return None
    cause = _unreduced(here, made)
    is_named = (
        isinstance(asked, ast.Name) and "loss" in asked.id.lower() and isinstance(made, (ast.BinOp, ast.Call))
    )
    if not cause and not (is_named and _is_by_hand(made)):
        return None
    mean = f"({ast.unparse(made)}).mean()" if isinstance(made, ast.BinOp) else f"{ast.unparse(made)}.mean()"
    fix = f"{asked.id} = {mean}" if isinstance(asked, ast.Name) else replaced(here, asked, mean)
    return Diagnosis(
        f"{what}: one for each item.",
        f"{cause} {WHY}".strip(),
        fix,
        "Take the mean:",
        card="loss-function",
    )


def _unreduced(here: Frame, made: ast.expr) -> str:
    """Why a call of a loss function gives a value for each item; "" where it is no such call."""
    if not isinstance(made, ast.Call):
        return ""
    given = next((one.value for one in made.keywords if one.arg == "reduction"), None)
    if last_name(made.func) in LOSSES and isinstance(given, ast.Constant) and given.value == "none":
        return f"`{last_name(made.func)}` was called with reduction='none'."
    held: Any = here.value(made.func)
    if held is UNKNOWN:
        return ""
    has = {**stored(held), **stored(stored(held).get("func"))}
    return (
        f"`{ast.unparse(made.func)}` was made with reduction='none'."
        if has.get("reduction") == "none"
        else ""
    )


def _is_by_hand(made: ast.expr) -> bool:
    """Whether it is a difference's power or distance: `(pred - y)**2`, `(pred - y).abs()`."""
    if isinstance(made, ast.BinOp) and isinstance(made.op, ast.Pow):
        made = made.left
    elif isinstance(made, ast.Call) and last_name(made.func) in ("abs", "pow", "square"):
        parts = [getattr(made.func, "value", None), *made.args]  # `(a - b).pow(2)`, `torch.pow(a - b, 2)`
        return any(_is_difference(one) for one in parts)
    return _is_difference(made)


def _is_difference(node: ast.AST | None) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)
