"""What an argument means: from the meanings written here, comments beside it, docstrings, and what they point to."""

from __future__ import annotations

import ast
import re
import types
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from fastaid.facts.symbol import Meaning, Parameter
from fastaid.help.calls import Call, function_named
from fastaid.help.docstrings import Docstring, plain, read
from fastaid.help.meanings import NOTHING, Entry, entry
from fastaid.help.objects import (
    bases,
    code_of,
    doc_of,
    is_a,
    is_class,
    loaded,
    module_of,
    name_of,
    quietly,
    static,
    stored,
    unwrapped,
)
from fastaid.help.sources import head_of
from fastaid.help.stubs import torch_key

TYPES_OF_DEFAULT = {"True": "bool", "False": "bool", "()": "tuple", "[]": "list", "{}": "dict"}


def explainer(call: Call) -> Callable[[Parameter], Parameter]:
    """What adds meaning and type to the arguments of one Python function, from the first source that has them.

    The sources are looked up once for all of its arguments.
    """
    function = call.function
    written = written_on(call)
    docments = docments_of(function)
    docstrings = _docstrings(call)

    def explained(parameter: Parameter) -> Parameter:
        name, kind, text, origin = parameter.name, parameter.type, "", ""
        if name in written.parameters:  # first: some comments only repeat the type ("A `PadMode`")
            text, origin = written.parameters[name], f"fastaid, checked with {written.checked_with}"
        elif name in docments:
            text, origin = docments[name], module_of(function).split(".")[0]
        for doc, where in docstrings:
            typed, told = doc.parameters.get(name, ("", ""))
            kind = kind or _clean_type(typed)
            if not text and told:
                text, origin = told, f"docstring of {where}"
        return replace(
            parameter,
            type=kind or written.types.get(name, "") or type_of_default(parameter.default),
            meaning=Meaning(text, origin) if text else None,
        )

    return explained


def written_on(call: Call) -> Entry:
    """What is written here on the function of a call."""
    function = call.function
    if call.key:
        module, _, name = call.key.rpartition(".")
        found = entry(module, name)
        if found.parameters:
            return found
    if not call.is_python:
        key = torch_key(function) if not is_class(function) else ""
        return (
            entry("torch", key.removeprefix("torch."))
            if key
            else entry(module_of(function), name_of(function))
        )
    found = entry(module_of(function), function_named(function))
    if (found is NOTHING and function.__name__ == "__init__") or "<locals>" in function.__qualname__:
        # fastai's @module makes layers whose constructors are all one inner function.
        return entry(module_of(call.owner), name_of(call.owner)) if call.owner is not None else found
    return found


def _docstrings(call: Call) -> list[tuple[Docstring, str]]:
    """The docstrings that may describe a Python function's arguments, nearest first, with their names."""
    function = call.function
    found = [(read(doc_of(function), name_of(function)), name_of(function))]
    owner = call.owner
    if owner is None:
        return found + _seen(found[0][0])
    short = function.__name__
    if short in ("__init__", "__new__", "forward", "__call__"):
        found.append((read(doc_of(owner), name_of(owner)), name_of(owner)))
    is_made = short in ("__init__", "__new__")
    for cls in bases(owner):
        own = type.__dict__["__dict__"].__get__(cls)
        defined = unwrapped(own.get(short))
        if is_made and code_of(defined) is function.__code__ and cls is not owner:
            found.append((read(doc_of(cls), name_of(cls)), name_of(cls)))
        elif not is_made and is_a(defined, types.FunctionType) and defined.__code__ is not function.__code__:
            found.append((read(doc_of(defined), name_of(defined)), name_of(defined)))
    return found + _seen(found[0][0])


def _seen(doc: Docstring) -> list[tuple[Docstring, str]]:
    return [(followed_docstring(doc.see), doc.see)] if doc.see else []


def docments_of(function: Any) -> dict[str, str]:
    """The comments beside a function's parameters, and beside its return under "return"."""
    return _docments(function.__code__, function)


@lru_cache(maxsize=4096)
def _docments(code: types.CodeType, function: Any) -> dict[str, str]:
    """The comments beside the parameters in the source, fastai's own way to document."""
    if "#" not in head_of(code):
        return {}
    # fastcore's reader knows the dialect; what it cannot read costs the comments, not the answer.
    from fastcore.docments import docments

    bare = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, None, function.__closure__
    )
    bare.__module__, bare.__qualname__ = function.__module__, function.__qualname__
    found = quietly(lambda: docments(bare), {}) or {}
    return {
        name: plain(text)
        for name, text in found.items()
        if isinstance(text, str)
        and text
        and not re.match(r"(noqa|type:|pyright|pylint|pragma|fmt:|chkstyle)", text)
    }


def docstring_under(obj: Any, key: str) -> Docstring:
    """An object's docstring, taken apart; `key` is its public name, which heads it where it is C code."""
    return read(doc_of(obj), key.rsplit(".", 1)[-1] or name_of(obj))


def followed_docstring(see: str, depth: int = 0) -> Docstring:
    """The docstring of another name, as "See :func:`torch.add`" means it."""
    target = named(see)
    if target is None or depth > 2:
        return Docstring()
    doc = docstring_under(target, torch_key(target) if not is_class(target) else "")
    if not doc.parameters and doc.see and doc.see != see:
        return followed_docstring(doc.see, depth + 1)
    return doc


def named(dotted: str) -> Any:
    """The object of a dotted name in a loaded module, None where there is none."""
    dotted = dotted.strip("~. ")
    candidates = [dotted, f"torch.{dotted}"] if not dotted.startswith("torch.") else [dotted]
    for name in candidates:
        parts = name.split(".")
        for i in range(len(parts) - 1, 0, -1):
            held: Any = loaded(".".join(parts[:i]))
            if held is None:
                continue
            for part in parts[i:]:
                held = static(held, part) if is_class(held) else stored(held).get(part)
                if held is None:
                    break
            if held is not None:
                return held
    return None


def _clean_type(text: str) -> str:
    text = text.strip("() ").removesuffix(", optional").removesuffix(",optional")
    return "" if text == "optional" else text


def type_of_default(default: str | None) -> str:
    """The type that a default shows, "" where it shows none."""
    if default is None or default in ("None", "…"):
        return ""
    if default in TYPES_OF_DEFAULT:
        return TYPES_OF_DEFAULT[default]
    value = quietly(lambda: ast.literal_eval(default))
    if value is not None:
        return type(value).__name__
    if default.startswith("<") and default.endswith(">"):
        return default[1:-1]
    return ""
