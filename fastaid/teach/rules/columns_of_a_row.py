"""A model that reads columns of its batch was given a single row."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_module, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.scene import Frame, Scene

COLUMN = re.compile(r"\b(\w+)\[:, ?\w+\]")


@rule(IndexError, needs="torch")
def row_without_batch(scene: Scene) -> Diagnosis | None:
    """`x[:,0]` in a model's forward, and `x` has one dimension: a pair, not a batch of pairs."""
    last = scene.last
    if last is None or not is_module(last.names.get("self")):
        return None
    held: Any = None
    name = next((one for one in COLUMN.findall(last.text) if _is_row(held := last.names.get(one))), "")
    outer = _outer(scene, held) if name else None
    if outer is None:
        return None
    frame, call, given = outer
    n = shape(held)[0]
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    for i, one in enumerate(call.args):
        if one in given:
            new.args[i] = ast.parse(f"({ast.unparse(one)})[None]", mode="eval").body
    text = next((ast.unparse(one) for one in given if frame.value(one) is held), ast.unparse(given[0]))
    column = next((found[0] for found in COLUMN.finditer(last.text) if found[1] == name), f"{name}[:,0]")
    row = "a pair" if n == 2 else f"a row of {n}"
    return Diagnosis(
        f"`{text}` has the shape ({n},): {row}, without the dimension of the batch.",
        f"The model reads columns, `{column}`: it takes a batch of shape (rows, {n}), also for a single row.",
        ast.unparse(new),
        "`[None]` makes a batch of one row:",
        card="batch",
    )


def _is_row(held: Any) -> bool:
    return is_tensor(held) and held.ndim == 1


def _outer(scene: Scene, held: Any) -> tuple[Frame, ast.Call, list[ast.expr]] | None:
    """The learner's call of the model with that tensor, and its arguments that are single rows."""
    for frame in reversed(scene.frames[:-1]):
        call = frame.call if frame.is_learners else None
        if call is None:
            continue
        rows = [one for one in call.args if _is_row(frame.value(one))]
        if any(frame.value(one) is held for one in rows):
            return frame, call, rows
        # A tensor that is made in the call itself has no value to be read again.
        if len(call.args) == 1 and frame.value(call.args[0]) is UNKNOWN and is_module(frame.value(call.func)):
            return (frame, call, [call.args[0]]) if isinstance(call.args[0], ast.Call) else None
    return None
