"""Chosen at random: from nothing, or from a text in the place of the array."""

from __future__ import annotations

import ast
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, kind_of, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene


def _drawn(scene: Scene, *names: str) -> tuple[Frame, ast.Call, ast.expr, Any] | None:
    """The learner's call of a function of numpy.random, with what it draws from."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or last_name(call.func) not in names or not call.args:
        return None
    function = frame.value(call.func)
    owner = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN
    if isinstance(owner, ModuleType):
        is_random = owner.__name__ in ("numpy.random", "random")
    else:
        owners = (owner, getattr(function, "__self__", None))
        is_random = any(
            is_of(one, "numpy.random", "RandomState", "Generator") or is_of(one, "random", "Random")
            for one in owners
        )
    given = call.args[0]
    return (frame, call, given, frame.value(given)) if is_random else None


@rule(ValueError, IndexError)
def chosen_from_nothing(scene: Scene) -> Diagnosis | None:
    """`np.random.choice([])`, `random.choice(files)`: there is nothing to choose from."""
    found = _drawn(scene, "choice", "choices")
    if found is None or "empty" not in scene.message:
        return None
    _, call, given, held = found
    sized = (
        is_array(held) or type(held) in (list, tuple, range, str) or is_of(held, "fastcore.foundation", "L")
    )
    if held is UNKNOWN or not sized or len(held) or not isinstance(given, (ast.Name, ast.Attribute)):
        return None
    text = text_of(given)
    return Diagnosis(
        f"`{text}` is empty ({kind_of(held)}): `{text_of(call.func)}` has nothing to choose from.",
        "Nothing was put into it: what fills it found no item, or did not run.",
        f"print(len({text}))",
        f"See why nothing comes into `{text}` (a condition that is never true, a folder without files):",
    )


@rule(IndexError, TypeError, ValueError, needs="numpy")
def text_instead_of_an_array(scene: Scene) -> Diagnosis | None:
    """`np.random.permutation(a)` where `a` has become a text."""
    found = _drawn(scene, "permutation", "shuffle", "choice")
    if found is None or type(found[3]) is not str:
        return None
    _, call, given, held = found
    text = text_of(given)
    made = origin(scene, found[0], given.id) if isinstance(given, ast.Name) else None
    before = f" `{text} = …` gave it the text." if made is not None else ""
    return Diagnosis(
        f"`{text}` is {kind_of(held)}; `{last_name(call.func)}` takes an array, a list or a whole number.",
        f"A text is no row of values.{before}",
        replaced(found[0], given, f"list({text})") if made is None else "",
        "For its letters:"
        if made is None
        else f"If `{text}` was an array before, run the cell that makes it again, and give the text another name (a "
        "remark is written with #).",
    )
