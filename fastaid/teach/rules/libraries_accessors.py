"""pandas' own words behind a dot, `.cat`, `.str`, `.dt`, where a column of that name was meant, or none fits."""

from __future__ import annotations

import ast
import re
from types import MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import in_full, parent
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

# What each is for; a series has them all, whatever it holds.
WORDS = {"cat": "categories", "str": "texts", "dt": "dates", "sparse": "sparse values", "list": "lists"}
ACCESSOR = re.compile(r"Can only use (?:the )?['`.]*(\w+)['`]* accessor")


def _asked(scene: Scene) -> tuple[Frame, ast.Attribute, Any] | None:
    """The `.cat` that was running, and the series before the dot."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute) or node.attr not in WORDS:
        return None
    if scene.within("pandas.core.accessor") is None and not ACCESSOR.search(scene.message):
        return None
    held = frame.value(node.value)
    if held is UNKNOWN:
        held = next((one.names.get("data") for one in reversed(scene.frames) if "data" in one.names), None)
    return (frame, node, held) if is_series(held) else None


@rule(AttributeError, needs="pandas")
def column_called_like_a_word(scene: Scene) -> Diagnosis | None:
    """`row.cat`, where the table has a column `cat`: pandas' word comes first."""
    asked = _asked(scene)
    if asked is None:
        return None
    frame, node, held = asked
    try:
        is_there = node.attr in held.index
    except TypeError:
        return None
    text = text_of(node.value)
    if not is_there or not text:
        return None
    return Diagnosis(
        f"`{text}.{node.attr}` is not the column {node.attr!r}.",
        f"`.{node.attr}` is a word of pandas' own (for {WORDS[node.attr]}), and it comes before a column of the same "
        "name. With brackets the column is read.",
        _bracketed(frame, node, f"{text}[{node.attr!r}]"),
        "Write:",
    )


@rule(TypeError, AttributeError, needs="pandas")
def column_called_like_a_method(scene: Scene) -> Diagnosis | None:
    """`row.rank`, `df.count`, where there is a column of that name: a method of pandas comes first."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or node is None or "method" not in scene.message:
        return None
    for one in ast.walk(node):
        held: Any = frame.value(one.value) if isinstance(one, ast.Attribute) else None
        labels = held.columns if is_table(held) else held.index if is_series(held) else ()
        if not isinstance(one, ast.Attribute) or one.attr not in list(labels):
            continue
        if isinstance(call := parent(one), ast.Call) and call.func is one:
            continue  # called: the method was meant
        if not callable(getattr(type(held), one.attr, None)):
            continue
        text = text_of(one.value)
        return Diagnosis(
            f"`{text}.{one.attr}` is not the column {one.attr!r}.",
            f"`{one.attr}` is also a method of pandas, and behind a dot that comes before a column of the same name. "
            "With brackets the column is read.",
            _bracketed(frame, one, f"{text}[{one.attr!r}]"),
            "Write:",
        )
    return None


@rule(TypeError, needs="fastai")
def labels_are_methods(scene: Scene) -> Diagnosis | None:
    """`get_y=lambda r: r.rank`: each label is the method of a row, and methods cannot be sorted."""
    if scene.within("fastai.data.transforms") is None or "method" not in scene.message:
        return None
    for frame in reversed(scene.frames):
        for held in list(frame.names.values()):
            items = stored(held).get("items", held)
            first = items[0] if isinstance(items, list) and items else None
            row: Any = getattr(first, "__self__", None) if isinstance(first, MethodType) else None
            if (
                not isinstance(first, MethodType)
                or not is_series(row)
                or first.__name__ not in list(row.index)
            ):
                continue
            name = first.__name__
            return Diagnosis(
                f"The labels are the method `{name}` of each row, not what the column {name!r} holds.",
                f"Behind a dot, as in `r.{name}`, a method of pandas comes before a column of the same name. With "
                "brackets the column is read.",
                f"get_y = ColReader({name!r})",
                f"Give this to the DataBlock (or `lambda r: r[{name!r}]`):",
                card="data-block",
            )
    return None


def _bracketed(frame: Frame, node: ast.Attribute, new: str) -> str:
    """The line with the brackets; of a long one the lambda alone, with the argument it is for."""
    line = replaced(frame, node, new)
    above = parent(node)
    while above is not None and not isinstance(above, (ast.Lambda, ast.stmt)):
        above = parent(above)
    if line != new or not isinstance(above, ast.Lambda):
        return line
    text = ast.unparse(above).replace(ast.unparse(node), new, 1)
    around = parent(above)
    return f"{around.arg}={text}" if isinstance(around, ast.keyword) and around.arg else text


@rule(AttributeError, needs="pandas")
def no_categories(scene: Scene) -> Diagnosis | None:
    """`.cat` of a column that is no category."""
    asked = _asked(scene)
    if asked is None or asked[1].attr != "cat":
        return None
    frame, node, held = asked
    text = text_of(node.value)
    if not text:
        return None
    column = node.value
    if isinstance(column, ast.Attribute) and is_table(frame.value(column.value)):
        text = f"{ast.unparse(column.value)}[{column.attr!r}]"
    is_kept = isinstance(column, (ast.Name, ast.Attribute, ast.Subscript))
    made = f"{text}.astype('category')"
    return Diagnosis(
        f"`{text}` is no category (its dtype is {held.dtype}); `.cat` works on categories only.",
        "pandas keeps a column of words as plain texts until it is made a category.",
        f"{text} = {made}" if is_kept else made,
        "Make it one first, then run the line again:" if is_kept else "Make it one first:",
    )


# What dates had in older versions, and today's word for it.
GONE_FROM_DATES = {
    "week": "isocalendar().week",
    "weekofyear": "isocalendar().week",
    "weekday_name": "day_name()",
}


@rule(AttributeError, needs="pandas")
def gone_from_dates(scene: Scene) -> Diagnosis | None:
    """`dates.dt.week`, `getattr(dates.dt, 'week')`: dates have it no longer."""
    error, frame = scene.error, scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(error, AttributeError) or str(error.name) not in GONE_FROM_DATES:
        return None
    name, kind = str(error.name), type(error.obj).__name__
    if kind not in ("DatetimeProperties", "DatetimeIndex", "Timestamp", "ArrowTemporalProperties"):
        return None
    own = GONE_FROM_DATES[name]
    own = own.replace("().week", "()[1]") if kind == "Timestamp" else own
    said = (
        f"Dates of pandas have no `{name}` any more.",
        f"Newer versions removed it; `{own}` does it today.",
    )
    if isinstance(node, ast.Attribute):
        return Diagnosis(*said, replaced(frame, node, f"{ast.unparse(node.value)}.{own}"), "Write:")
    if isinstance(node, ast.Call) and len(node.args) == 2 and text_of(node.func) == "getattr":
        dates, asked = (ast.unparse(one) for one in node.args)
        line = f"{dates}.{own} if {asked} == {name!r} else {ast.unparse(node)}"
        return Diagnosis(*said, in_full(frame, node, line), "Write:")
    return None
