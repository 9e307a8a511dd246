"""Abstract classes: objects of classes that lack a method which their base class demands."""

from __future__ import annotations

import ast
import difflib
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene


@rule(TypeError)
def abstract_method_missing(scene: Scene) -> Diagnosis | None:
    """`MeanModel()`, and MeanModel does not define what its abstract base class demands."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    kind: Any = frame.value(call.func) if frame is not None and call is not None else None
    if frame is None or call is None or not isinstance(kind, type) or "abstract" not in scene.message:
        return None
    missing = sorted(type.__dict__["__abstractmethods__"].__get__(kind)) if _is_abstract(kind) else []
    if not missing:
        return None
    if any(name in vars(kind) for name in missing):
        return _of_the_base(frame, call, kind, missing)
    owner = next(one for one in kind.__mro__ if missing[0] in vars(one))
    own = [
        name
        for name, held in vars(kind).items()
        if isinstance(held, FunctionType) and not hasattr(owner, name)
    ]
    near = difflib.get_close_matches(missing[0], own, 1, 0.7)
    head = f"def {missing[0]}({', '.join(_parameters(vars(owner)[missing[0]]))}):"
    return Diagnosis(
        f"`{kind.__name__}` does not define {listed(f'`{name}`' for name in missing)}"
        + (f"; it has `{near[0]}`." if near else "."),
        f"Its base class `{owner.__name__}` marks {'it' if len(missing) == 1 else 'them'} with @abstractmethod: only "
        "a class that defines every method so marked can make objects.",
        head if near else f"    {head}\n        …",
        f"Rename `{near[0]}`:" if near else f"Add it to `class {kind.__name__}`:",
    )


def _of_the_base(frame: Frame, call: ast.Call, kind: type, missing: list[str]) -> Diagnosis:
    """The abstract class itself was called."""
    below: list[Any] = type.__subclasses__(kind)
    ready = [one for one in below if not _is_abstract(one)]
    new = ready[-1].__name__ if ready else ""
    text = text_of(call.func)
    return Diagnosis(
        f"`{text}` is an abstract class: it marks {listed(f'`{name}`' for name in missing)} with @abstractmethod.",
        "It is a plan for other classes; objects are made of a class that inherits from it and defines every such "
        "method.",
        replaced(frame, call.func, new)
        if new
        else f"class My{kind.__name__}({text}):\n    def {missing[0]}(self): …",
        "Make an object of one of those:" if new else "Write such a class, and make the object of it:",
    )


def _is_abstract(kind: type) -> bool:
    return bool(kind.__flags__ & 1 << 20)  # Py_TPFLAGS_IS_ABSTRACT


def _parameters(held: Any) -> list[str]:
    code = getattr(getattr(held, "__func__", held), "__code__", None)
    return list(code.co_varnames[: code.co_argcount]) if code is not None else ["self"]
