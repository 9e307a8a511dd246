"""Comparing, sorting and adding up things of different types."""

from __future__ import annotations

import ast
from itertools import islice, pairwise
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, kind_of, node_at, origin, replaced, text_of
from fastaid.teach.rules.python_types import number_in
from fastaid.teach.scene import Frame, Scene

NUMBERS = (int, float, bool)


@rule(TypeError)
def cannot_be_compared(scene: Scene) -> Diagnosis | None:
    """`"5" > 3`: text and numbers have no order between them."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Compare) or "not supported between" not in scene.message:
        return None
    every = [node.left, *node.comparators]
    for first, second in pairwise(every):
        a, b = frame.value(first), frame.value(second)
        if a is UNKNOWN and isinstance(first, ast.Call) and text_of(first.func) == "input":
            a = ""
        if {type(a), type(b)} <= {str, int, float} and (type(a) is str) != (type(b) is str):
            side, text = (first, a) if type(a) is str else (second, b)
            kind = number_in(text) or ("float" if type(a) is float or type(b) is float else "int")
            told = f"`{text_of(first)}` is {kind_of(a)}, `{text_of(second)}` is {kind_of(b)}"
            return Diagnosis(
                f"{told}: text and a number cannot be compared.",
                "Digits in quotes (also what `input` or a file gives) are text until they are made a number.",
                replaced(frame, side, f"{kind}({text_of(side)})"),
                "Turn the text into a number:",
                sure="certain" if number_in(text) or text == "" else "likely",
            )
        for one, value in ((first, a), (second, b)):
            if isinstance(value, (FunctionType, MethodType, BuiltinFunctionType)):
                return Diagnosis(
                    f"`{text_of(one)}` is {kind_of(value)} itself; it was not called.",
                    "Without parentheses a name stands for the function, not for what it returns.",
                    replaced(frame, one, f"{text_of(one)}()"),
                    "Call it:",
                )
        if type(a) is list and type(b) in (int, float):
            if _is_of_scores(a, b):
                return Diagnosis(
                    f"`{text_of(first)}` is {kind_of(a)}, `{text_of(second)}` is {kind_of(b)}: they "
                    "cannot be compared.",
                    "A list is not compared item by item. An array of numpy is.",
                    replaced(frame, first, f"np.array({text_of(first)})"),
                    "Make an array of it:",
                )
            return Diagnosis(
                f"`{text_of(first)}` is {kind_of(a)}, `{text_of(second)}` is {kind_of(b)}: they "
                "cannot be compared.",
                "A list is not compared item by item. (An array of numpy is.)",
                replaced(frame, first, f"len({text_of(first)})"),
                "If its length is meant:",
                sure="likely",
            )
        if (a is None) != (b is None) and a is not UNKNOWN and b is not UNKNOWN:
            return _none_compared(scene, frame, node, first if a is None else second)
    return None


def _is_of_scores(items: list[Any], limit: float) -> bool:
    """Whether each item of a list is meant: scores, compared with a fraction that no length can reach."""
    kinds = ("float", "Tensor", "TensorBase", "float32", "float64")
    is_each = bool(items) and all(type(one).__name__ in kinds for one in items[:1000])
    return (
        is_each
        and (limit != int(limit) or type(limit) is float)
        and all(
            getattr(one, "device", None) is None or (one.device.type == "cpu" and not one.requires_grad)
            for one in items[:1000]
        )
    )


def _none_compared(scene: Scene, frame: Frame, node: ast.Compare, side: ast.expr) -> Diagnosis:
    source = origin(scene, frame, side.id) if isinstance(side, ast.Name) else None
    text, came = text_of(side), text_of(source)
    cause = f"It came from `{came}`, which gave None here. " if came not in ("", "None") else ""
    return Diagnosis(
        f"`{text}` is None; `{text_of(node)}` needs a value that has an order.",
        cause + "None stands for no value: it is neither smaller nor larger than anything.",
        replaced(frame, node, f"{text} is not None and {ast.unparse(node)}"),
        "Find out why there is no value, or ask first whether there is one:",
    )


@rule(TypeError)
def sum_of_texts(scene: Scene) -> Diagnosis | None:
    """`sum` over texts, or over numbers with a text or None among them."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or text_of(call.func) != "sum" or not call.args:
        return None
    held, text = frame.value(call.args[0]), text_of(call.args[0])
    if type(held) not in (list, tuple, set):
        return None
    odd = next((one for one in held if type(one) not in NUMBERS), UNKNOWN)
    if odd is UNKNOWN or not isinstance(odd, (str, list, type(None))):
        return None
    fix = f"sum(x for x in {text} if x is not None)"
    if odd is not None:
        fix = f"sum(float(x) for x in {text})" if isinstance(odd, str) else f"sum({text}, [])"
    return Diagnosis(
        f"`{text}` holds {kind_of(odd)}; `sum` adds numbers.",
        "It begins with 0 and adds one item after the other; to 0 only a number can be added.",
        fix,
        "If they are digits, make numbers of them:"
        if type(odd) is str
        else "To join the lists:"
        if type(odd) is list
        else "Leave the None out:",
    )


@rule(TypeError)
def mixed_order(scene: Scene) -> Diagnosis | None:
    """Sorting, or looking for the largest, among things of different types."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if (
        frame is None
        or call is None
        or not scene.is_raised_by_learner
        or "not supported between" not in scene.message
    ):
        return None
    func = call.func
    word = text_of(func).rpartition(".")[2]
    if word not in ("sorted", "min", "max", "sort") or any(one.arg == "key" for one in call.keywords):
        return None
    items = func.value if word == "sort" and isinstance(func, ast.Attribute) else frame.argument(call, 0)
    held = frame.value(items)
    if type(held) not in (list, tuple, set, dict) or items is None:
        return None
    kinds = list(dict.fromkeys(type(one).__name__ for one in islice(held, 100_000)))
    text = text_of(items)
    if len(kinds) == 1 and kinds[0] == "dict":
        first = next(iter(held))
        key = next(iter(first), "key")
        given = f"{text}, key=lambda d: d[{key!r}]" if word != "sort" else f"key=lambda d: d[{key!r}]"
        return Diagnosis(
            f"`{text}` holds dicts, and dicts have no order.",
            "Python must be told by which of their values to sort.",
            f"{text_of(func)}({given})",
            "Write:",
        )
    if len(kinds) < 2:
        return None
    if "NoneType" in kinds:
        n = sum(one is None for one in held)
        return Diagnosis(
            f"`{text}` holds {n} time{'' if n == 1 else 's'} None among its {len(held)} items.",
            "None has no order: it cannot be smaller or larger than another value.",
            f"{'sorted' if word == 'sort' else word}([x for x in {text} if x is not None])",
            "Leave the None out:",
        )
    to = "str" if "str" in kinds else "float"
    return Diagnosis(
        f"`{text}` holds items of different types: {', '.join(kinds[:4])}.",
        "Text and numbers have no order between them.",
        f"{text}.sort(key={to})" if word == "sort" else f"{word}({text}, key={to})",
        "Make them of one type first, or compare them as text:",
    )
