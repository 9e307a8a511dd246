"""What was called and is no function: numbers, lists, attributes, modules."""

from __future__ import annotations

import ast
import builtins
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_shapes import failed_at
from fastaid.teach.rules.python_source import (
    call_at,
    is_of_course,
    kind_of,
    replaced,
    source_tree,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

NUMBERS = (int, float, bool)


@rule(TypeError)
def number_or_text_called(scene: Scene) -> Diagnosis | None:
    """`2(x + 1)`, `(1, 2)(3, 4)`, `scores(0)`, `df.shape()`."""
    frame = failed_at(scene, "not callable")
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None:
        return None
    func = call.func
    if isinstance(func, ast.Name) and hasattr(builtins, func.id):
        return None
    value = frame.value(func)
    if value is UNKNOWN and isinstance(func, (ast.Tuple, ast.List)):
        value = () if isinstance(func, ast.Tuple) else []
    text, inside = text_of(func), ", ".join(text_of(one) for one in call.args)
    if isinstance(func, (ast.Tuple, ast.List)) or (isinstance(func, ast.Constant) and type(value) is str):
        kind = {"tuple": "tuple", "list": "list", "str": "string"}[type(value).__name__]
        comma = _in_display(frame, call)
        return Diagnosis(
            f"A {kind} stands directly before parentheses: `{text_of(call)}`.",
            "Python reads that as calling it like a function. "
            + ("A comma is missing between the two." if comma else "Something is missing between the two."),
            f"{text}, ({inside})" if comma or kind != "string" else f"{text}.format({inside})",
            "Write the comma:" if comma or kind != "string" else "To put the value into the text:",
        )
    if isinstance(value, ModuleType) or value is UNKNOWN or value is None or callable(value):
        return _called_twice(frame, call) if value is UNKNOWN else None
    if isinstance(func, ast.Attribute):
        return _attribute_called(frame, call, func, value)
    if type(value) in NUMBERS:
        return Diagnosis(
            f"`{text}` is {kind_of(value)}, and parentheses after it call it like a function.",
            "For a product Python needs the `*`: it is not left out as in a formula.",
            replaced(frame, call, f"{text} * ({inside})"),
            "If a product is meant:",
            sure="certain" if isinstance(func, ast.Constant) else "likely",
        )
    is_indexable = type(value) in (list, tuple, dict, str) or is_array(value) or is_table(value)
    if is_indexable and len(call.args) == 1 and _goes_through(frame, text, inside):
        return Diagnosis(
            f"`{text}` is {kind_of(value)}; round parentheses call it like a function.",
            f"The loop goes through `{text}`, so `{inside}` is one of its items already.",
            replaced(frame, call, inside),
            "Use the item itself:",
        )
    if is_indexable and call.args and not call.keywords:
        return Diagnosis(
            f"`{text}` is {kind_of(value)}; round parentheses call it like a function.",
            "An item is taken with square brackets.",
            replaced(frame, call, f"{text}[{inside}]"),
            "Write:",
            sure="likely",
        )
    if is_indexable and not call.args and not call.keywords:
        return Diagnosis(
            f"`{text}` is {kind_of(value)}, not a function.",
            "Parentheses after a name call a function.",
            replaced(frame, call, text),
            "Leave the parentheses out:",
            sure="likely",
        )
    return None


def _goes_through(frame: Frame, text: str, item: str) -> bool:
    """Whether the line stands in a loop that goes through something item by item: `for x in things`."""
    tree = source_tree(frame)
    for one in ast.walk(tree) if tree is not None else ():
        parts = [one] if isinstance(one, ast.For) else getattr(one, "generators", [])
        is_around = getattr(one, "lineno", 0) <= frame.line <= (getattr(one, "end_lineno", 0) or 0)
        if is_around and any(text_of(part.iter) == text and text_of(part.target) == item for part in parts):
            return True
    return False


def _in_display(frame: Frame, call: ast.Call) -> bool:
    tree = source_tree(frame)
    return any(
        call in getattr(one, "elts", []) or call in getattr(one, "args", [])
        for one in (ast.walk(tree) if tree is not None else ())
    )


def _attribute_called(frame: Frame, call: ast.Call, func: ast.Attribute, value: Any) -> Diagnosis | None:
    holder = frame.value(func.value)
    if is_of_course(holder) and not is_tensor(holder):
        return None
    text, inside = text_of(func), ", ".join(text_of(one) for one in call.args)
    fix = f"{text}[{inside}]" if inside and hasattr(type(value), "__getitem__") else text
    return Diagnosis(
        f"`{text}` is {kind_of(value)}, not a method.",
        "Parentheses after it call it like a function; an attribute is written without them.",
        replaced(frame, call, fix),
        "Write:",
    )


def _called_twice(frame: Frame, call: ast.Call) -> Diagnosis | None:
    func = call.func
    if not isinstance(func, ast.Attribute):
        return None
    holder = frame.value(func.value)
    if (is_table(holder) or is_array(holder) or is_tensor(holder)) and func.attr in (
        "shape",
        "dtype",
        "columns",
        "T",
        "index",
        "size",
        "ndim",
        "dtypes",
        "values",
        "iloc",
        "loc",
    ):
        inside = ", ".join(text_of(one) for one in call.args)
        text = text_of(func)
        if func.attr == "size" and inside:  # a tensor's `size(0)`; an array's `size` is one number
            return Diagnosis(
                f"`{text}` is one number here, how many items there are in all; it is not called.",
                "`size(…)` with a dimension is a tensor's. Of an array, and of a table, each size is in `.shape`.",
                replaced(frame, call, f"{text_of(func.value)}.shape[{inside}]"),
                "Write:",
            )
        return Diagnosis(
            f"`{text}` is an attribute, not a method.",
            "Parentheses after it call it like a function; an attribute is written without them.",
            replaced(frame, call, f"{text}[{inside}]" if inside else text),
            "Write:",
        )
    return None


@rule(TypeError)
def module_called(scene: Scene) -> Diagnosis | None:
    """The module was called, and its function or class is meant: `tqdm(…)`, `datetime(…)`, `glob(…)`."""
    frame = failed_at(scene, "not callable")
    call = call_at(frame) if frame is not None else None
    module = frame.value(call.func) if frame is not None and call is not None else None
    if frame is None or call is None or not isinstance(module, ModuleType):
        return None
    name = module.__name__
    last = name.rpartition(".")[2]
    meant = next(
        (one for one, held in vars(module).items() if one.lower() == last.lower() and callable(held)), ""
    )
    meant = {
        "tqdm.auto": "tqdm",
        "tqdm.notebook": "tqdm",
        "PIL.Image": "open",
        "IPython.display": "display",
    }.get(name, meant)
    text = text_of(call.func)
    if not meant:
        return Diagnosis(
            f"`{text}` is the module `{name}`, and a module cannot be called.",
            "What is meant is one of the functions or classes inside it.",
            f"{text}.…({', '.join(text_of(one) for one in call.args)})",
            "Name it after a dot:",
        )
    return Diagnosis(
        f"`{text}` is the module `{name}`, and a module cannot be called.",
        f"`{meant}` is meant, which is inside that module.",
        replaced(frame, call.func, f"{text}.{meant}"),
        f"Name it after a dot (or import it: `from {name} import {meant}`):",
    )
