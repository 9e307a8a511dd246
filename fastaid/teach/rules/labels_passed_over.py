"""A label that could not be read while the classes were collected: fastai passes over that error."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_workers import function_of
from fastaid.teach.scene import Scene

MAKING = "fastai.data.transforms"
MOST_ROWS = 100_000


@rule(AttributeError, needs="fastai")
def classes_never_collected(scene: Scene) -> Diagnosis | None:
    """A getter raised an AttributeError for one item; so the vocab was never made."""
    frame = scene.last
    held = frame.names.get("self") if frame is not None and frame.module == MAKING else None
    if not is_of(held, MAKING, "Categorize") or stored(held).get("vocab") is not None:
        return None
    made = scene.within("fastai.data.core", "setup")
    lists = made.names.get("self") if made is not None else None
    kind = type(held).__name__
    if not is_of(lists, "fastai.data.core", "TfmdLists"):
        name = scene.name_of(held)
        return Diagnosis(
            f"`{name or kind}` has no list of classes (vocab) yet.",
            f"`{kind}` collects the classes when a data set is made, or is given them.",
            f"{name or 'cat'} = {kind}(vocab=['cat', 'dog'])   # the names of your classes",
            "Give them:",
            card="labels-and-vocab",
        )
    items = stored(lists).get("items")
    getters = [one for one in stored(stored(lists).get("tfms")).get("fs") or () if one is not held]
    found = _missing(scene, items, getters) if is_table(items) else None
    return found or _some_item(scene, items, getters)


def _missing(scene: Scene, items: Any, getters: list[Any]) -> Diagnosis | None:
    """A column that the getter reads has gaps."""
    for step in getters:
        function = function_of(step)
        for column in columns_read(items, step, function):
            gaps = items[column].iloc[:MOST_ROWS].isna().to_numpy().nonzero()[0]
            if not len(gaps):
                continue
            table = source_of(scene, items)
            reader = f"`{function.__name__}`" if isinstance(function, FunctionType) else "The getter"
            if reader == "`<lambda>`":
                reader = "The lambda that reads it"
            rows = (
                f"row {int(gaps[0])}"
                if len(gaps) == 1
                else f"{counted(len(gaps), 'row')}, the first is row {int(gaps[0])}"
            )
            return Diagnosis(
                f"The column `{column}` of `{table}` is empty (NaN) in {rows}.",
                f"{reader} fails on such a row. fastai passes over that error while it collects the "
                "classes; so there is no list of classes (vocab), which is the None of the message.",
                f"{table} = {table}.dropna(subset=[{column!r}])",
                "Leave out the rows without a label before making the data (or fill them: "
                f"`{table}[{column!r}].fillna('…')`):",
                card="labels-and-vocab",
            )
    return None


def _some_item(scene: Scene, items: Any, getters: list[Any]) -> Diagnosis | None:
    """Only that a getter failed is known: which item it was, the learner can find out."""
    function = next((one for step in getters if isinstance(one := function_of(step), FunctionType)), None)
    name = scene.name_of(function) if function is not None else ""
    if not name:
        return None
    source = source_of(scene, items)
    loop = f"for i, o in {source}.iterrows():" if is_table(items) else f"for o in {source}:"
    return Diagnosis(
        f"`{name}` failed for one of the items, though not for the first.",
        "fastai passes over an AttributeError while it collects the classes; so there is no list of classes "
        "(vocab), which is the None of the message. Often a pattern finds nothing in one name, or a label is missing.",
        f"{loop}\n    try: {name}(o)\n    except AttributeError as e: print(o, e)",
        f"See for which it fails, and leave those out or mend `{name}`:",
        sure="likely",
        card="labels-and-vocab",
    )


def columns_read(items: Any, step: Any, function: Any) -> list[Any]:
    """The columns of a table that a getter reads, by its source's words; the function is not run."""
    columns = list(items.columns)
    if is_of(step, MAKING, "ColReader"):
        cols = list(stored(step).get("cols") or ())
        return [columns[one] if type(one) is int and one < len(columns) else one for one in cols]
    if not isinstance(function, FunctionType):
        return []
    codes = [function.__code__]
    # One step further: a function of the learner's that the getter calls.
    called = (function.__globals__.get(name) for name in function.__code__.co_names)
    codes += [
        one.__code__ for one in called if isinstance(one, FunctionType) and one.__module__ == "__main__"
    ]
    words = {word for code in codes for word in _words(code)}
    named = [one for one in columns if one in words]
    return named or [one for i, one in enumerate(columns) if i in {w for w in words if type(w) is int}]


def _words(code: CodeType) -> Iterator[Any]:
    """The strings, numbers and attributes that stand in a function."""
    yield from code.co_names
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _words(one)
        elif isinstance(one, (str, int)) and not isinstance(one, bool):
            yield one


def source_of(scene: Scene, items: Any) -> str:
    """What the learner calls the items; fastai may have copied them."""
    here = scene.here
    call = here.call if here is not None else None
    nodes = [*call.args, *(one.value for one in call.keywords)] if call is not None else []
    for node in nodes:
        assert here is not None
        held = here.value(node)
        if is_table(items) and is_table(held) and list(held.columns) == list(items.columns):
            return ast.unparse(node)
        is_list = isinstance(held, list) or is_of(held, "fastcore.foundation", "L")
        if not is_table(items) and is_list and len(held) == len(items):
            return ast.unparse(node)
        if not is_table(items) and isinstance(held, (str, Path)):
            return f"get_image_files({ast.unparse(node)})"
    alike = (
        name
        for name, one in scene.live(object)
        if is_table(items) and is_table(one) and list(one.columns) == list(items.columns)
    )
    return scene.name_of(items) or next(alike, "df" if is_table(items) else "items")
