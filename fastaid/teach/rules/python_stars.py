"""`f(**x)` where x is no dict: a list, a tuple, a tensor."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene


@rule(TypeError)
def two_stars_of_no_dict(scene: Scene) -> Diagnosis | None:
    """`self.model(**x)` where x is a list or a tensor."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or "after **" not in scene.message:
        return None
    word = next((one for one in call.keywords if one.arg is None), None)
    held: Any = frame.value(word.value) if word is not None else UNKNOWN
    if word is None or held is UNKNOWN or isinstance(held, dict):
        return None
    text = text_of(word.value)
    is_listy = isinstance(held, (list, tuple))
    if not text or not (is_listy or is_tensor(held) or held is None):
        return None
    others = [one for one in call.keywords if one is not word]
    new = ast.Starred(word.value) if is_listy else word.value
    line = ast.unparse(ast.Call(call.func, [*call.args, new], others))
    if held is None:
        return Diagnosis(
            f"`**{text}`: `{text}` is None.",
            "Two stars hand on the items of a dict by their names.",
            "",
            "Find out why it was not filled.",
        )
    return Diagnosis(
        f"`**{text}` hands on the items of a dict by their names; `{text}` is {described(held)}.",
        "A list has no names: its items go by their places, with one star."
        if is_listy
        else "A tensor is one single argument: it is given without stars.",
        replaced(frame, call, line),
        "Write (the order must be that of the function's arguments):"
        if is_listy and len(held) > 1
        else "Write:",
    )
