"""Built-in functions that a star import has replaced: `max` after `from numpy import *`, `open` after os's."""

from __future__ import annotations

import ast
import builtins
import inspect
from types import BuiltinFunctionType, FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.imports_covered import brought_by
from fastaid.teach.rules.python_source import call_at, function_at, text_of
from fastaid.teach.scene import Frame, Scene

SHORT = {
    "numpy": "import numpy as np",
    "torch": "import torch",
    "matplotlib.pyplot": "import matplotlib.pyplot as plt",
}
# Keywords that only Python's own have.
OWN_WORDS = {
    "max": ("key", "default"),
    "min": ("key", "default"),
    "sum": ("start",),
    "round": ("ndigits", "number"),
}


@rule(TypeError, ValueError, IndexError, AttributeError, RuntimeError)
def by_a_star(scene: Scene) -> Diagnosis | None:
    """`max(low, lr)` after `from numpy import *`: numpy's max takes an array and an axis."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    name = call.func.id if call is not None and isinstance(call.func, ast.Name) else ""
    own, held = (
        getattr(builtins, name, None),
        frame.value(call.func) if frame is not None and call is not None else None,
    )
    if frame is None or call is None or not callable(own) or held is own or held is UNKNOWN:
        return None
    if scene.names.get(name, UNKNOWN) is not held or not _is_meant(frame, call, name):
        return None
    star = next(
        (one for one in brought_by(scene, name) if one.line.endswith("import *") and one.held is held), None
    )
    if star is None:
        return None
    home = star.line.split()[1]
    taken = [word for word in dir(builtins) if _is_taken(scene, word, home)]
    words = [name, *(word for word in taken if word != name)]
    around: ast.AST = function_at(frame) or scene.tree or call
    used = {
        one.func.id
        for one in ast.walk(around)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    }
    instead = SHORT.get(home, f"import {home}")
    return Diagnosis(
        f"`{name}` is {home}'s function here, no longer Python's own"
        + (
            ": its second argument is the axis."
            if name in ("max", "min", "sum") and len(call.args) > 1
            else "."
        ),
        f"`{star.line}` brings all of its names, and these hide Python's: {listed([f'`{one}`' for one in words], 5)}.",
        f"from builtins import {', '.join(word for word in words if word == name or word in used)}",
        f"Take Python's own back, and run the cell again. In place of the star write `{instead}` in the first cell:",
    )


def _is_taken(scene: Scene, word: str, home: str) -> bool:
    held, own = scene.names.get(word, UNKNOWN), getattr(builtins, word)
    is_function = isinstance(own, (BuiltinFunctionType, FunctionType, type)) and not word.startswith("_")
    if (
        held is UNKNOWN
        or held is own
        or not is_function
        or (isinstance(own, type) and issubclass(own, BaseException))
    ):
        return False
    return str(getattr(held, "__module__", "") or home).split(".")[0] == home.split(".")[0]


def _is_meant(frame: Frame, call: ast.Call, name: str) -> bool:
    """Whether the call is one for Python's own function."""
    values = [frame.value(one) for one in call.args]
    words = [one.arg for one in call.keywords]
    if any(word in OWN_WORDS.get(name, ()) for word in words):
        return True
    if name in ("max", "min"):
        # Of numbers with texts Python's own could not tell the largest either.
        kinds = {type(one) is str for one in values if one is not UNKNOWN}
        return len(values) > 1 and not words and all(map(_is_plain, values)) and len(kinds) < 2
    if name in ("sum", "pow"):
        most = {"sum": 2, "pow": 3}[name]
        return len(values) == most and not words and not any(map(_has_axes, values))
    return (
        name in ("open", "input", "range", "filter", "map")
        and bool(values)
        and _takes(getattr(builtins, name), call)
    )


def _is_plain(held: Any) -> bool:
    return held is UNKNOWN or isinstance(held, (int, float, str))


def _has_axes(held: Any) -> bool:
    return is_tensor(held) or (is_array(held) and bool(held.ndim))


def _takes(function: Any, call: ast.Call) -> bool:
    """Whether Python's own function can be called so."""
    try:
        inspect.signature(function).bind(*call.args, **{one.arg: 0 for one in call.keywords if one.arg})
    except (TypeError, ValueError):
        return False
    return bool(text_of(call, 200))
