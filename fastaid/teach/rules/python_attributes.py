"""Attributes and methods that a value has not: another type's, misspelt, or a name that hides a module."""

from __future__ import annotations

import ast
import importlib.util
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import successor
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_as_tensors import is_tensors_own
from fastaid.teach.rules.hooks import hook_that_sets
from fastaid.teach.rules.notebook_imports import own_file
from fastaid.teach.rules.python_calls import misspelt_init
from fastaid.teach.rules.python_source import (
    COURSE_PACKAGES,
    abbreviated,
    code_of,
    is_of_course,
    kind_of,
    near,
    node_at,
    origin,
    replaced,
    sets,
    takes_nothing,
    text_of,
)
from fastaid.teach.rules.python_words import ELSEWHERE, PATH_METHODS
from fastaid.teach.scene import Frame, Scene

PLAIN = (str, list, tuple, dict, set, frozenset, int, float, complex, bytes, bool, range)
LAZY = (
    "map",
    "filter",
    "zip",
    "generator",
    "enumerate",
    "reversed",
    "dict_keys",
    "dict_values",
    "dict_items",
)


def _asked(scene: Scene) -> tuple[Frame, ast.Attribute, Any, str] | None:
    """The learner's `x.name`: its frame, the expression, the object and the name."""
    error, frame = scene.error, scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if not isinstance(error, AttributeError) or frame is None or not isinstance(node, ast.Attribute):
        return None
    if isinstance(node.ctx, ast.Store):
        # An error of setting an attribute does not tell the object.
        return frame, node, frame.value(node.value), node.attr
    return (frame, node, error.obj, node.attr) if node.attr == error.name else None


@rule(AttributeError)
def name_hides_module(scene: Scene) -> Diagnosis | None:
    """An imported function has taken its module's name: `from time import time`."""
    found = _asked(scene)
    if found is None or not isinstance(found[1].value, ast.Name):
        return None
    frame, node, obj, wrong = found
    name = found[1].value.id
    if isinstance(obj, ModuleType) or obj is None:
        return None
    try:
        module = __import__("sys").modules.get(name)
        held = vars(module).get(wrong) if isinstance(module, ModuleType) else None
    except TypeError:
        return None
    if held is None or not isinstance(module, ModuleType):
        return None
    # What a variable hides, is told by covered_libraries.
    if not isinstance(obj, (type, FunctionType, BuiltinFunctionType)):
        return None
    if getattr(obj, "__module__", "") != name and vars(module).get(name) is not obj:
        return None
    called = text_of(node)
    direct = obj is held
    return Diagnosis(
        f"`{name}` is {kind_of(obj)} here, not the module; it has no `.{wrong}`.",
        f"`from {name} import {name}` took the {'class' if isinstance(obj, type) else 'function'} "
        "out of the "
        f"module of the same name.",
        replaced(frame, node, name)
        if direct
        else f"import {name}\n{frame.text}"
        if len(frame.text) < 70
        else called,
        "It is already what you want:"
        if direct
        else f"Import the module itself (other lines then need `{name}.{name}`):",
    )


@rule(AttributeError)
def no_such_part_of_module(scene: Scene) -> Diagnosis | None:
    """A module has no function or submodule of that name."""
    found = _asked(scene)
    if found is None or not isinstance(found[2], ModuleType):
        return None
    frame, node, module, wrong = found
    name = module.__name__
    if name.partition(".")[0] in COURSE_PACKAGES and successor(wrong) is not None:
        return None
    if own_file(name.partition(".")[0]) is not None and name == "__main__":
        return None
    try:
        is_part = hasattr(module, "__path__") and importlib.util.find_spec(f"{name}.{wrong}") is not None
    except (ImportError, ValueError):
        is_part = False
    if is_part:
        return Diagnosis(
            f"`{wrong}` is a module inside the package `{name}`, and has not been imported.",
            f"`import {name}` does not import every module inside it.",
            f"import {name}.{wrong}",
            "Import it by its own name:",
        )
    names = [one for one in vars(module) if not one.startswith("_")]
    close = near(wrong, names, 0.75)
    inner = vars(module).get(name.rpartition(".")[2])
    if inner is not None and hasattr(inner, wrong):
        inside = f"{text_of(node.value)}.{name.rpartition('.')[2]}"
        return Diagnosis(
            f"The module `{name}` has no `{wrong}`; what is called `{inside}` inside it has.",
            f"`import {name}` gives the name to the whole module, and it holds a class or function of "
            "the same name.",
            replaced(frame, node, f"{inside}.{wrong}"),
            "Write:",
        )
    if not close:
        return None
    return Diagnosis(
        f"The module `{name}` has no `{wrong}`.",
        f"It has `{'`, `'.join(close)}`." + (" Capitals count." if close[0].lower() == wrong.lower() else ""),
        replaced(frame, node, f"{text_of(node.value)}.{close[0]}"),
        "Write:",
        sure="likely",
    )


@rule(AttributeError)
def method_of_another_type(scene: Scene) -> Diagnosis | None:
    """`'abc'.append`, `[…].split`, `{…}.has_key`: what this type writes instead."""
    found = _asked(scene)
    if found is None or type(found[2]) not in PLAIN:
        return None
    frame, node, obj, wrong = found
    text = text_of(node.value, 30) or "x"
    kind = type(obj)
    if kind is str and wrong in PATH_METHODS:
        return Diagnosis(
            f"`{text}` is a string; `.{wrong}` is a method of a `Path`.",
            "A path written as a string has only the methods of strings.",
            f"from pathlib import Path\n{text} = Path({text})"
            if text.isidentifier()
            else f"Path({text}).{wrong}",
            "Make it a Path:",
        )
    wrong = _known_slip(kind, wrong)
    entry = next((ELSEWHERE[one, wrong] for one in (kind, *kind.__mro__) if (one, wrong) in ELSEWHERE), None)
    if kind is dict and wrong in obj:
        return Diagnosis(
            f"`{text}` is a dict; '{wrong}' is one of its keys, not an attribute.",
            "A dict's items are reached with square brackets.",
            replaced(frame, node, f"{text}['{wrong}']"),
            "Write:",
        )
    if kind is dict and isinstance(node.ctx, ast.Store):
        return Diagnosis(
            f"`{text}` is a dict; its items are not attributes.",
            "A dict's item gets its value with square brackets.",
            replaced(frame, node, f"{text}['{wrong}']"),
            "Write:",
        )
    if entry is None:
        return _nearest(frame, node, obj, wrong)
    cause, how, fix = entry
    arguments = ""
    call = (
        next(
            (
                one
                for one in ast.walk(ast.parse(frame.text.strip() or "0"))
                if isinstance(one, ast.Call)
                and isinstance(one.func, ast.Attribute)
                and one.func.attr == node.attr
            ),
            None,
        )
        if _parses(frame.text)
        else None
    )
    if call is not None:
        arguments = ", ".join(text_of(one) for one in call.args)
    return Diagnosis(
        f"`{text}` is {kind_of(obj)}; {_plural(kind)} have no `.{wrong}`.",
        cause,
        fix.replace("{x}", text).replace("{a}", arguments or ("" if call and wrong == "split" else "…")),
        how or "Write:",
    )


def _known_slip(kind: type, wrong: str) -> str:
    """`lenght` for `length`: the word of another language that was meant."""
    close = (
        near(wrong, [name for one, name in ELSEWHERE if one is kind], 0.8) if not hasattr(kind, wrong) else []
    )
    own = near(wrong, [one for one in dir(kind) if not one.startswith("_")], 0.8)
    return close[0] if close and not own else wrong


def _parses(text: str) -> bool:
    try:
        ast.parse(text.strip())
    except (SyntaxError, ValueError):
        return False
    return True


def _plural(kind: type) -> str:
    names = {str: "strings", int: "whole numbers", float: "numbers", dict: "dicts", bool: "True and False"}
    return names.get(kind, f"{kind.__name__}s")


def _nearest(frame: Frame, node: ast.Attribute, obj: Any, wrong: str) -> Diagnosis | None:
    text = text_of(node.value, 30) or "x"
    kind = type(obj)
    close = near(wrong, [one for one in dir(kind) if not one.startswith("_")], 0.7)
    if close:
        return Diagnosis(
            f"`{text}` is {kind_of(obj)}; {_plural(kind)} have no `.{wrong}`.",
            f"The nearest name that they have is `.{close[0]}`.",
            replaced(frame, node, f"{text}.{close[0]}"),
            "Write:",
            sure="likely",
        )
    others = [one.__name__ for one in PLAIN if hasattr(one, wrong)]
    belongs = f" `.{wrong}` belongs to a {others[0]}." if others else ""
    if not others:
        return None
    return Diagnosis(
        f"`{text}` is {kind_of(obj)}; {_plural(kind)} have no `.{wrong}`.",
        f"A value has the methods of its type.{belongs}",
        f"print(type({text}), {text})",
        f"See what `{text}` holds and where it was made:",
        sure="likely",
    )


@rule(AttributeError)
def not_called(scene: Scene) -> Diagnosis | None:
    """A function or method was named without its parentheses: `df.head.shape`."""
    found = _asked(scene)
    if found is None or not isinstance(found[2], (FunctionType, MethodType, BuiltinFunctionType)):
        return None
    frame, node, obj, wrong = found
    held = frame.value(node.value)
    # Of a method the error tells only the function inside it.
    obj = held if isinstance(held, MethodType) and held.__func__ is obj else obj
    if is_of_course(getattr(obj, "__func__", obj)) and not isinstance(obj, MethodType):
        return None
    text = text_of(node.value)
    source = origin(scene, frame, node.value.id) if isinstance(node.value, ast.Name) else None
    is_named_so = not isinstance(node.value, ast.Name) or node.value.id == obj.__name__
    if not text or not (is_named_so or isinstance(source, (ast.Name, ast.Attribute))):
        return None
    return Diagnosis(
        f"`{text}` is {kind_of(obj)}, and was not called: a function has no `.{wrong}`.",
        "Without parentheses the name stands for the function itself, not for what it returns.",
        (f"{text} = {code_of(source)}({_wanted(scene, obj)})" if code_of(source) else "")
        if isinstance(source, ast.Attribute)
        else replaced(frame, node.value, f"{text}({_wanted(scene, obj)})"),
        "Write the parentheses (with its arguments, if it takes some):",
        sure="likely",
    )


def _wanted(scene: Scene, function: Any) -> str:
    """The arguments that a function cannot do without, by their names."""
    code, defaults = getattr(function, "__code__", None), getattr(function, "__defaults__", None) or ()
    if code is None:
        return ""
    names = code.co_varnames[isinstance(function, MethodType) : code.co_argcount - len(defaults)]
    # What a DataBlock calls its source is mostly a path.
    return ", ".join("path" if one == "source" and "path" in scene.names else one for one in names)


@rule(AttributeError)
def of_lazy_things(scene: Scene) -> Diagnosis | None:
    """`map`, `zip`, `dict.keys()` and generators are no lists."""
    found = _asked(scene)
    if found is None or type(found[2]).__name__ not in (*LAZY, "coroutine") or not hasattr(list, found[3]):
        return None
    frame, node, obj, wrong = found
    text = text_of(node.value)
    if type(obj).__name__ == "coroutine":
        return None
    return Diagnosis(
        f"`{text}` is a {type(obj).__name__}, not a list; it has no `.{wrong}`.",
        "It gives its items one by one. `list` collects them.",
        replaced(frame, node.value, f"list({text})"),
        "Make a list of it first:",
    )


@rule(AttributeError)
def of_own_class(scene: Scene) -> Diagnosis | None:
    """An object of the learner's own class has no such attribute (yet)."""
    found = _asked(scene)
    if found is None:
        return None
    frame, node, obj, wrong = found
    is_class = isinstance(obj, type)
    kind = obj if is_class else type(obj)
    if kind.__module__ != "__main__" or f"'{wrong}'" not in scene.message:
        return None
    if misspelt_init(kind) and "__init__" not in vars(kind):
        return None
    own = {name for one in kind.__mro__[:-1] if one.__module__ == "__main__" for name in vars(one)}
    held = set() if is_class else set(stored(obj))
    for table in ("_modules", "_parameters", "_buffers"):
        held |= set(stored(obj).get(table, {})) if not is_class else set()
    names = {one for one in own | held if not one.startswith("_")}
    text = text_of(node.value)
    setter = next(
        (name for one in kind.__mro__ for name, held_by in vars(one).items() if sets(held_by, wrong)), ""
    )
    close = near(wrong, names, 0.65)
    short = abbreviated(wrong, names & held) if not close else []
    if is_class and setter:
        return Diagnosis(
            f"`{text}` is the class; `{wrong}` is set by `{setter}` for each of its objects.",
            "The class itself has no such attribute.",
            f"obj = {text}()\nobj.{wrong}",
            "Make an object (with its arguments) and ask that:",
        )
    if setter and setter != "__init__" and setter != frame.function:
        if hook_that_sets(kind, wrong) is not None:
            return None
        is_plain = takes_nothing(getattr(kind, setter))
        return Diagnosis(
            f"`{text}` has no `{wrong}` yet.",
            f"`{wrong}` is set in the method `{setter}`, which has not run on this object.",
            f"{text}.{setter}()" if is_plain else "",
            f"Call `{setter}` first, or set `self.{wrong}` in `__init__`:"
            if is_plain
            else f"Call `{setter}` with its arguments first, or set `self.{wrong}` in `__init__`.",
        )
    if (close or short) and not setter:
        return Diagnosis(
            f"`{text}`, an object of `{kind.__name__}`, has no `{wrong}`.",
            f"It has `{'`, `'.join(close or short)}`.",
            replaced(frame, node, f"{text}.{(close or short)[0]}"),
            "Write:",
            sure="likely",
        )
    if not setter and not any(one.__module__ not in ("__main__", "builtins") for one in kind.__mro__):
        values = [f"`{one}`" for one in sorted(names & held)[:8]]
        methods = [f"`{one}`" for one in sorted(names - held)[:8]]
        parts = [f"holds {', '.join(values)}"] if values else ["holds no value"]
        parts += [f"has the method{'s' if len(methods) > 1 else ''} {', '.join(methods)}"] if methods else []
        return Diagnosis(
            f"`{text}`, an object of your class `{kind.__name__}`, has no `{wrong}`.",
            f"`{wrong}` was never set: the object {' and '.join(parts)}.",
            f"self.{wrong} = …",
            f"Set it in `__init__` of `{kind.__name__}`, or define a method of that name:",
            sure="likely",
        )
    return None


@rule(AttributeError)
def misspelt_attribute(scene: Scene) -> Diagnosis | None:
    """A library's object has an attribute of nearly that name."""
    found = _asked(scene)
    if found is None or isinstance(found[2], (ModuleType, type, *PLAIN)) or found[2] is None:
        return None
    frame, node, obj, wrong = found
    if type(obj).__module__ == "__main__" or successor(wrong) is not None or is_of_course(obj):
        return None
    names = [one for one in {*dir(type(obj)), *stored(obj)} if not one.startswith("_")]
    close = near(wrong, names, 0.78)
    if not close or abs(len(close[0]) - len(wrong)) > 3 or is_tensors_own(obj, wrong):
        return None
    text = text_of(node.value, 40) or "x"
    return Diagnosis(
        f"`{text}` is {kind_of(obj)}; it has no `.{wrong}`.",
        f"It has `.{'`, `.'.join(close)}`.",
        replaced(frame, node, f"{text}.{close[0]}"),
        "Write:",
        sure="possible",
    )
