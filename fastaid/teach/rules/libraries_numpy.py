"""Functions and methods of numpy whose arguments do not fit, or that arrays have not."""

from __future__ import annotations

import ast
import re
from math import prod
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_as_tensors import is_tensors_own
from fastaid.teach.rules.python_source import call_at, kind_of, near, node_at, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

LIST_METHODS = {
    "append": "np.append({x}, {a})",
    "extend": "np.concatenate([{x}, {a}])",
    "index": "np.where({x} == {a})[0][0]",
    "insert": "np.insert({x}, {a})",
    "remove": "{x}[{x} != {a}]",
    "count": "({x} == {a}).sum()",
    "pop": "{x}[:-1]",
    "push": "np.append({x}, {a})",
    "length": "len({x})",
    "len": "len({x})",
    "add": "np.append({x}, {a})",
}
TABLE_METHODS = (
    "head", "iloc", "loc", "columns", "values", "describe", "isnull", "value_counts", "dropna", "fillna", "unique",
    "groupby",
)  # fmt: skip


@rule(AttributeError, needs="numpy")
def method_of_lists(scene: Scene) -> Diagnosis | None:
    """`array.append` and other methods that only lists or tables have."""
    error, frame = scene.error, scene.here
    if (
        not isinstance(error, AttributeError)
        or frame is None
        or not is_array(error.obj)
        or not scene.is_raised_by_learner
        or (is_tensors_own(error.obj, str(error.name)) and error.name not in LIST_METHODS)
    ):
        return None
    node, wrong = node_at(frame), str(error.name)
    if not isinstance(node, ast.Attribute) or node.attr != wrong:
        return None
    held: Any = error.obj
    text = text_of(node.value) or "x"
    if str(held.dtype) == "object" and held.size and _is_axes(held):
        return None
    if wrong in LIST_METHODS:
        return _of_a_list(frame, node, held, text)
    if wrong in TABLE_METHODS:
        return Diagnosis(
            f"`{text}` is {kind_of(held)}; `.{wrong}` belongs to a table of pandas.",
            "`.values` or a function of numpy has made an array of the table.",
            f"pd.DataFrame({text}).{wrong}",
            "Make a table of it again:",
            sure="likely",
        )
    close = near(wrong, [one for one in dir(held) if not one.startswith("_")], 0.75)
    if not close:
        return None
    return Diagnosis(
        f"`{text}` is {kind_of(held)}; it has no `.{wrong}`.",
        f"It has `.{'`, `.'.join(close)}`.",
        replaced(frame, node, f"{text}.{close[0]}"),
        "Write:",
        sure="likely",
    )


def _of_a_list(frame: Frame, node: ast.Attribute, held: Any, text: str) -> Diagnosis:
    calls = (one for one in ast.walk(statement_at(frame) or ast.Pass()) if isinstance(one, ast.Call))
    call = next((one for one in calls if one.func is node), None)
    inside = ", ".join(text_of(one) for one in call.args) if call is not None and call.args else "…"
    fix = LIST_METHODS[node.attr].replace("{x}", text).replace("{a}", inside)
    is_new = node.attr in ("append", "extend", "insert", "push", "add")
    return Diagnosis(
        f"`{text}` is {kind_of(held)}; arrays have no `.{node.attr}`.",
        "An array has a fixed size. "
        + ("A longer one is made anew." if is_new else "That is a method of lists."),
        f"{text} = {fix}" if is_new and text.isidentifier() else fix,
        "Write:",
    )


def _is_axes(held: Any) -> bool:
    return type(held.flat[0]).__module__.startswith("matplotlib")


@rule(ValueError, IndexError, TypeError, needs="numpy")
def numpy_call(scene: Scene) -> Diagnosis | None:
    """reshape, concatenate, zeros and axis: the arguments do not fit the array."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None:
        return None
    word = text_of(call.func).rpartition(".")[2]
    values = [frame.value(one) for one in call.args]
    holder = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN
    if found := re.search(r"axis (-?\d+) is out of bounds for array of dimension (\d+)", scene.message):
        array = holder if is_array(holder) else next((one for one in values if is_array(one)), None)
        return _axis_too_high(scene, frame, call, array, found) if array is not None else None
    if word == "reshape" and is_array(holder) and "cannot reshape" in scene.message:
        return _reshaped(frame, call, holder, values)
    if word in ("concatenate", "vstack", "hstack", "stack", "column_stack"):
        return _joined(frame, call, word, values)
    if (
        word in ("zeros", "ones", "empty", "full")
        and len(values) >= 2
        and all(type(one) is int for one in values[:2])
        and "data type" in scene.message
    ):
        return _sizes_one_by_one(frame, call, word)
    if word in ("rand", "randn") and len(values) == 1 and isinstance(values[0], tuple):
        return _sizes_as_a_tuple(frame, call, word)
    if (
        word in ("array", "asarray")
        and len(call.args) > 1
        and not isinstance(values[0], (list, tuple))
        and not is_array(values[0])
    ):
        return _values_one_by_one(frame, call, word)
    return None


def _axis_too_high(scene: Scene, frame: Frame, call: ast.Call, array: Any, found: re.Match[str]) -> Diagnosis:
    n = int(found[2])
    text = scene.name_of(array) or "the array"
    return Diagnosis(
        f"`{text}` has {counted(n, 'dimension')} (shape {shape(array)}); there is no axis {found[1]}.",
        f"Axes are counted from 0, so the last is {n - 1}.",
        replaced(frame, call, _with_axis(call, n - 1)),
        "Its last axis is:",
    )


def _reshaped(frame: Frame, call: ast.Call, array: Any, values: list[Any]) -> Diagnosis | None:
    """A shape that holds more or fewer items."""
    wanted = tuple(values[0] if len(values) == 1 and isinstance(values[0], tuple) else values)
    text = text_of(call.func.value) if isinstance(call.func, ast.Attribute) else "x"
    if any(type(one) is not int for one in wanted):
        return None
    product = prod(wanted)
    free = "-1, " + ", ".join(map(str, wanted[1:]))
    rest = abs(product // (wanted[0] or 1)) if wanted else 0
    is_countable = bool(rest) and array.size % rest == 0 and -1 not in wanted
    return Diagnosis(
        f"`{text}` has {array.size:,} items (shape {shape(array)}); shape {wanted} would need {abs(product):,}.",
        "Reshaping keeps all items, no more and no less.",
        replaced(frame, call, f"{text}.reshape({free})") if is_countable else "",
        "Let numpy count the first size:"
        if is_countable
        else "Choose sizes whose product is the number of items.",
    )


def _sizes_one_by_one(frame: Frame, call: ast.Call, word: str) -> Diagnosis:
    """`np.zeros(2, 3)`."""
    sizes = ", ".join(text_of(one) for one in call.args)
    return Diagnosis(
        f"`{word}` takes the shape as one argument; `{text_of(call.args[1])}` was taken as the data type.",
        "Several sizes are given together, as a tuple.",
        replaced(frame, call, f"{text_of(call.func)}(({sizes}))"),
        "Write two pairs of parentheses:",
    )


def _sizes_as_a_tuple(frame: Frame, call: ast.Call, word: str) -> Diagnosis:
    """`np.random.rand((2, 3))`."""
    inside = text_of(call.args[0]).strip("()")
    return Diagnosis(
        f"`{word}` takes the sizes one by one, not as a tuple.",
        "Other functions of numpy take a tuple; this one does not.",
        replaced(frame, call, f"{text_of(call.func)}({inside})"),
        "Write:",
    )


def _values_one_by_one(frame: Frame, call: ast.Call, word: str) -> Diagnosis:
    """`np.array(1, 2)`."""
    inside = ", ".join(text_of(one) for one in call.args)
    return Diagnosis(
        f"`{word}` takes the values as one list; here they are {len(call.args)} arguments.",
        "The second argument is the data type.",
        replaced(frame, call, f"{text_of(call.func)}([{inside}])"),
        "Put them into square brackets:",
    )


def _with_axis(call: ast.Call, axis: int) -> str:
    keywords = [
        ast.keyword(one.arg, ast.Constant(axis)) if one.arg == "axis" else one for one in call.keywords
    ]
    named = any(one.arg == "axis" for one in call.keywords)
    arguments = list(call.args) if named else [*call.args[:-1], ast.Constant(axis)]
    return text_of(ast.Call(call.func, arguments, keywords), 100)


def _joined(frame: Frame, call: ast.Call, word: str, values: list[Any]) -> Diagnosis | None:
    if len(call.args) > 1 and is_array(values[0]) and is_array(values[1]):
        inside = ", ".join(text_of(one) for one in call.args)
        return Diagnosis(
            f"`{word}` takes the arrays together in one list; here they are {len(call.args)} arguments.",
            "The second argument is the axis.",
            replaced(frame, call, f"{text_of(call.func)}([{inside}])"),
            "Put them into square brackets:",
        )
    arrays = (
        [one for one in values[0] if is_array(one)] if values and type(values[0]) in (list, tuple) else []
    )
    if len(arrays) < 2:
        return None
    sizes = [shape(one) for one in arrays]
    names = (
        [text_of(one) for one in call.args[0].elts] if isinstance(call.args[0], (ast.List, ast.Tuple)) else []
    )
    told = ", ".join(
        f"{f'`{names[i]}`' if i < len(names) else 'one'} {size}" for i, size in enumerate(sizes[:4])
    )
    if len({len(one) for one in sizes}) > 1:
        low = min(range(len(sizes)), key=lambda i: len(sizes[i]))
        name = names[low] if low < len(names) else ""
        return Diagnosis(
            f"The arrays have different numbers of dimensions: {told}.",
            f"`{word}` joins arrays with equally many.",
            f"{name}[None, :]" if name else "",
            f"Give the flat one a further dimension, `{name}[None, :]` as a row or `{name}[:, None]` "
            "as a column:"
            if name
            else "Give the flat ones a further dimension with `[None, :]`.",
        )
    return Diagnosis(
        f"The shapes do not fit: {told}.",
        "Apart from the axis along which they are joined, all sizes must be equal."
        if word != "stack"
        else "`stack` needs arrays of exactly the same shape.",
        "",
        "Join along the axis where they differ (`axis=…`), or cut them to one size.",
    )
