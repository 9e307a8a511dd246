"""Functions that call themselves for ever: what each kind of them lacks."""

from __future__ import annotations

import ast
import dis
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
        _why(frame, arguments),
        _end_for_text(frame, arguments) or fix,
        "Let it return without a further call in the smallest case:",
    )


def _why(frame: Frame, arguments: tuple[str, ...]) -> str:
    """Why it does not end, as far as its code and its last arguments tell."""
    if _text_of_one_letter(frame, arguments):
        return (
            "A text gives its letters, and a letter is a text too: its only part is the letter itself, again."
        )
    for one in arguments[:2]:
        held = frame.names.get(one)
        parts = list(held.values()) if type(held) is dict else held
        if type(parts) in (list, tuple) and any(part is held for part in parts):  # type: ignore[union-attr]
            return f"`{one}` holds itself, so its parts never come to an end."
    function = function_at(frame)
    kinds = {type(one) for one in own_nodes(function.body)} if function is not None else set()
    if kinds & {ast.If, ast.IfExp}:
        return "Its ending condition is never reached: what it passes on does not come nearer to it."
    is_branching = any("JUMP" in one.opname for one in dis.get_instructions(frame.scope.f_code))
    if (function is None and is_branching) or kinds & {
        ast.For,
        ast.While,
        ast.ListComp,
        ast.GeneratorExp,
        ast.SetComp,
        ast.DictComp,
        ast.BoolOp,
        ast.Try,
    }:
        return "What it passes on never comes to an end."
    return "Nothing in it returns without calling itself again: the case that ends it is missing."


def _text_of_one_letter(frame: Frame, arguments: tuple[str, ...]) -> str:
    """The argument that is a single letter whose parts the function goes through; "" where there is none."""
    function = function_at(frame)
    for node in own_nodes(function.body) if function is not None else ():
        source = getattr(node, "iter", None)
        if isinstance(source, ast.Name) and source.id in arguments:
            held = frame.names.get(source.id)
            if type(held) is str and len(held) == 1:
                return source.id
    return ""


def _end_for_text(frame: Frame, arguments: tuple[str, ...]) -> str:
    name = _text_of_one_letter(frame, arguments)
    return (
        f"def {frame.function}({', '.join(arguments)}):\n    if isinstance({name}, str): return …   # the end"
        if name
        else ""
    )


def _arguments(frame: Frame) -> tuple[str, ...]:
    code = frame.scope.f_code
    return code.co_varnames[: code.co_argcount]


def _name_of_code(frame: Frame) -> str:
    """The variable that holds a lambda."""
    for name, held in list(frame.scope.f_globals.items()):
        if isinstance(held, FunctionType) and held.__code__ is frame.scope.f_code:
            return name
    return "the lambda"


def _is_property(owner: Any, name: str) -> bool:
    return any(isinstance(vars(kind).get(name), property) for kind in type(owner).__mro__)
