"""Functions that call themselves for ever: what each kind of them lacks."""

from __future__ import annotations

import ast
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.python_source import function_at, kind_of, own_nodes
from fastaid.teach.scene import Frame


def each_other(names: list[str], depth: str) -> Diagnosis:
    """Two functions that call each other."""
    return Diagnosis(
        f"`{names[0]}` and `{names[1]}` call each other without end ({depth} deep).",
        "None of them ever returns without calling the other.",
        "    if …: return …",
        f"Begin `{names[0]}` with the case that ends it:",
    )


def of_a_property(frame: Frame) -> Diagnosis | None:
    """A property that asks for itself."""
    owner, name = frame.names.get("self"), frame.function
    if function_at(frame) is None or owner is None or not _is_property(owner, name):
        return None
    return Diagnosis(
        f"The property `{name}` of `{type(owner).__name__}` asks for `self.{name}`: that is itself.",
        "So it runs itself again and again.",
        f"return self._{name}",
        "Keep the value under another name, also where it is set:",
    )


def of_attributes(frame: Frame) -> Diagnosis | None:
    """`__getattr__` and the like, which use what they stand for."""
    name = frame.function
    if name not in ("__getattr__", "__setattr__", "__getattribute__"):
        return None
    return Diagnosis(
        f"`{name}` uses `self.…`, which calls `{name}` again, for ever.",
        "Inside it the object's attributes must be reached without it.",
        f"super().{name}({', '.join(_arguments(frame)[1:])})",
        "Call the original:",
    )


def without_end(frame: Frame, depth: str) -> Diagnosis:
    """A function whose ending case is missing or never reached."""
    arguments, name = _arguments(frame), frame.function
    fix = f"def {name}({', '.join(arguments)}):\n    if …: return …   # the end"
    if name == "<lambda>":
        name = _name_of_code(frame)
        fix = f"{name} = lambda {', '.join(arguments)}: … if … else …   # the end first"
    values = ", ".join(
        f"`{one}` is {kind_of(frame.names[one])}"
        for one in arguments[:2]
        if one in frame.names and one != "self"
    )
    return Diagnosis(
        f"`{name}` calls itself without end ({depth} deep)."
        + (f" In the last call {values}." if values else ""),
        "Its ending condition is never reached: what it passes on does not come nearer to it."
        if _has_test(frame)
        else "Nothing in it returns without calling itself again: the case that ends it is missing.",
        fix,
        "Let it return without a further call in the smallest case:",
    )


def _arguments(frame: Frame) -> tuple[str, ...]:
    code = frame.scope.f_code
    return code.co_varnames[: code.co_argcount]


def _has_test(frame: Frame) -> bool:
    function = function_at(frame)
    return function is not None and any(
        isinstance(one, (ast.If, ast.IfExp)) for one in own_nodes(function.body)
    )


def _name_of_code(frame: Frame) -> str:
    """The variable that holds a lambda."""
    for name, held in list(frame.scope.f_globals.items()):
        if isinstance(held, FunctionType) and held.__code__ is frame.scope.f_code:
            return name
    return "the lambda"


def _is_property(owner: Any, name: str) -> bool:
    return any(isinstance(vars(kind).get(name), property) for kind in type(owner).__mro__)
