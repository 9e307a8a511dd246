"""A value that numpy.random.choice gave, taken for a place."""

from __future__ import annotations

import ast

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import code_of, node_at, origin, text_of
from fastaid.teach.scene import Scene


@rule(IndexError, needs="numpy")
def value_for_a_place(scene: Scene) -> Diagnosis | None:
    """`k = np.random.choice(arms)`, and then `counts[k]`: choice gives a value of the array, not its place."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    index = node.slice if isinstance(node, ast.Subscript) else None
    value = frame.value(index) if frame is not None else UNKNOWN
    is_fraction = is_of(value, "numpy", "floating") and float(value) != int(value)
    if (
        frame is None
        or not isinstance(index, ast.Name)
        or not isinstance(node, ast.Subscript)
        or not is_fraction
    ):
        return None
    made = origin(scene, frame, index.id)
    if not isinstance(made, ast.Call) or last_name(made.func) != "choice" or not made.args:
        return None
    pool = frame.value(made.args[0])
    if not is_array(pool) and type(pool) not in (list, tuple):
        return None
    text = text_of(made.args[0])
    new = ast.parse(code_of(made), mode="eval").body
    assert isinstance(new, ast.Call)
    new.args[0] = ast.parse(f"len({text})", mode="eval").body
    return Diagnosis(
        f"`{index.id}` is {value}, one of the values of `{text}`, and was used as a place in `{text_of(node.value)}`.",
        f"`choice` gives a value out of what it is given. Given the number of places, {counted(len(pool), 'place')}, "
        "it gives a place.",
        f"{index.id} = {ast.unparse(new)}",
        "Choose a place:",
    )
