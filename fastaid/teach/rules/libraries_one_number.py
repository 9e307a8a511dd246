"""What takes one number, and was given an array, nan or infinity; what fits no place of an array."""

from __future__ import annotations

import ast
import math
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.gaps_in_texts import column_of
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    node_at,
    origin,
    replaced,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Scene


@rule(TypeError, needs="numpy")
def math_of_an_array(scene: Scene) -> Diagnosis | None:
    """`math.sin(x)` where `x` is an array."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not call.args or not scene.is_raised_by_learner:
        return None
    function, held = frame.value(call.func), frame.value(call.args[0])
    held = column_of(frame, call.args[0]) if held is UNKNOWN else held
    is_math = getattr(function, "__module__", "") == "math"
    many = is_array(held) or is_of(held, "pandas", "Series")
    if not is_math or not many or held.size == 1:
        return None
    word = str(getattr(function, "__name__", ""))
    name = {"fabs": "abs", "pow": "power", "gamma": ""}.get(word, word)
    if not name or not hasattr(library("numpy"), name):
        return None
    text = text_of(call.args[0])
    return Diagnosis(
        f"`{text_of(call.func)}` takes one number; `{text}` holds {counted(int(held.size), 'number')}.",
        f"The functions of `math` are for single numbers. numpy's `{name}` computes with each number of an array.",
        replaced(frame, call.func, f"np.{name}"),
        "Write:",
    )


@rule(ValueError, OverflowError)
def no_whole_number_of_it(scene: Scene) -> Diagnosis | None:
    """`int(float('nan'))`, `int(np.inf)`."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or last_name(call.func) != "int" or not scene.is_raised_by_learner:
        return None
    held = frame.value(call.args[0]) if call.args else UNKNOWN
    if not isinstance(held, float) or math.isfinite(held) or isinstance(call.args[0], ast.Constant):
        return None
    text = text_of(call.args[0])
    what = "nan, a missing value" if math.isnan(held) else "infinity"
    made = origin(scene, frame, text) if text.isidentifier() else None
    came = f" It came from `{text_of(made)}`." if text_of(made) else ""
    why = (
        "A gap in the data, or a computation without a result such as 0/0, gives nan."
        if math.isnan(held)
        else "A division by 0, or a number that grew too large, gives infinity."
    )
    return Diagnosis(
        f"`{text}` is {what}; there is no whole number for it.{came}",
        why,
        f"if np.isfinite({text}): {frame.text}"
        if isinstance(statement_at(frame), (ast.Assign, ast.Expr))
        else "",
        "Find out where it comes from (a gap can be filled with fillna); or leave such values out:",
    )


@rule(ValueError, needs="numpy")
def row_of_another_length(scene: Scene) -> Diagnosis | None:
    """`a[0] = [1, 2, 3]` where a row of `a` has two places."""
    frame = scene.here
    line = statement_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or not isinstance(line, ast.Assign)
        or "could not broadcast input array" not in scene.message
    ):
        return None
    target = line.targets[0]
    if not isinstance(target, ast.Subscript):
        return None
    held, value = frame.value(ast.parse(ast.unparse(target.value), mode="eval").body), frame.value(line.value)
    size = (
        shape(value)
        if is_array(value) or is_tensor(value)
        else (len(value),)
        if type(value) in (list, tuple)
        else None
    )
    if not is_array(held) or size is None:
        return None
    place, text = text_of(target), text_of(target.value)
    room = scene.message.rpartition("into shape ")[2].strip()
    return Diagnosis(
        f"What is put into `{place}` has shape {size}; there is room for {room}.",
        f"`{text}` has shape {shape(held)}, and an array keeps its size: a part of it is filled with as many values as "
        "it has places.",
        "",
        f"Make `{text}` with the right size, or give as many values as fit.",
    )


@rule(ValueError, needs="numpy")
def array_that_is_read_only(scene: Scene) -> Diagnosis | None:
    """`a = np.asarray(picture)`, and then `a[0] = 255`: assignment destination is read-only."""
    frame = scene.here
    line = statement_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or "read-only" not in scene.message or not isinstance(line, (ast.Assign, ast.AugAssign)):
        return None
    target = line.targets[0] if isinstance(line, ast.Assign) else line.target
    owner: Any = target.value if isinstance(target, ast.Subscript) else target
    held = frame.value(ast.parse(ast.unparse(owner), mode="eval").body)
    if not is_array(held) or held.flags.writeable:
        return None
    text = text_of(owner)
    made = origin(scene, frame, text) if text.isidentifier() else None
    came = f"`{text_of(made)}` gave" if text_of(made) else "It is"
    return Diagnosis(
        f"`{text}` is an array that can only be read.",
        f"{came} a look at values that belong to something else (a picture, a table, a file): it may not change them.",
        f"{text} = {text}.copy()\n{code_of(line) or frame.text}",
        "Make a copy of its own first:",
    )


@rule(TypeError, needs="numpy")
def texts_in_an_array(scene: Scene) -> Diagnosis | None:
    """`np.array(['1', '2']) + 1`: did not contain a loop with signature matching types."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or not isinstance(node, ast.BinOp)
        or not re.search("did not contain a loop|string multiply", scene.message)
    ):
        return None
    for part in (node.left, node.right):
        held = frame.value(part)
        if not is_array(held) or held.dtype.kind != "U":
            continue
        text = text_of(part)
        numbers = [
            one for one in held.ravel()[:20].tolist() if one.strip().lstrip("-").replace(".", "", 1).isdigit()
        ]
        kind = "float" if any("." in one for one in numbers) else "int"
        return Diagnosis(
            f"`{text}` is an array of texts, such as {held.ravel()[0].item()!r}; there is no computing with them."
            if held.size
            else f"`{text}` is an array of texts.",
            "One text among the values is enough for numpy to make texts of all of them; digits read from a file are "
            "texts too.",
            replaced(frame, part, f"{text}.astype({kind})")
            if numbers and len(numbers) == min(held.size, 20)
            else "",
            "Make numbers of them:"
            if numbers and len(numbers) == min(held.size, 20)
            else "Take out what is no number.",
        )
    return None
