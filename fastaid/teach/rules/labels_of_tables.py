"""Labels that are looked up in a table, where the look-up gives a column or a row in place of one value."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from types import FunctionType
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.in_workers import function_of, transform_lists
from fastaid.teach.rules.python_source import is_of_course
from fastaid.teach.scene import Scene, latest_first

MAKING = "fastai.data.transforms"
MOST_READ = 2_000
ENDS_OF_LOOKUPS = ("tolist()", "to_list()", ".values", "to_numpy()", "unique()")
LABEL_WORDS = ("label", "breed", "class", "category", "target", "species", "kind", "tag")


@rule(TypeError, needs="fastai")
def lookup_for_a_label(scene: Scene) -> Diagnosis | None:
    """`df[df['id'] == f.stem]['breed']`: a column of one row, where a label is wanted."""
    labels = odd_labels(scene)
    if not labels:
        return None
    function = next(_getters(scene), None)
    first = next((one for one in labels if len(one)), None)
    if first is None:
        return _nothing_found(labels, function)
    if function is None:
        return _no_getter(scene, first)
    returned = _returned(scene, function)
    text = ast.unparse(returned) if returned is not None else "…"
    taken, how = _one_of(first, text)
    name = function.__name__
    own = "The function that gives the label" if name == "<lambda>" else f"`{name}`"
    empty = sum(1 for one in labels if not len(one))
    more = f" For {counted(empty, 'item')} it is empty: no row fits, so there is no label." if empty else ""
    return Diagnosis(
        f"{own} returns {_described(first)}, not a label.{more}",
        "To select rows of a DataFrame gives rows, also when only one fits. A label is one value, such as a text.",
        _line(scene, function, returned, taken),
        how,
        card="getters",
    )


def odd_labels(scene: Scene) -> list[Any]:
    """The labels while the classes are collected, where they came out of a table and are no single values."""
    frame = scene.within(MAKING, "setups")
    held = frame.names.get("self") if frame is not None else None
    if not is_of(held, MAKING, "Categorize") or is_of(held, MAKING, "MultiCategorize"):
        return []
    made = scene.within(MAKING, "__init__")
    found: Any = made.names.get("col") if made is not None else None
    if not is_of(found, "fastcore.foundation", "L"):
        return []
    try:
        labels = list(islice(found, MOST_READ))
    except Exception:  # noqa: BLE001  they are made as they are asked for, and this is what fails
        return []
    if labels and all(_is_pandas(one) for one in labels):
        return labels
    # `.tolist()` and `.values` make lists and arrays of it.
    if not labels or not all(type(one) is list or _is_array(one) for one in labels):
        return []
    if any(getattr(one, "ndim", 1) != 1 or len(one) > 1 for one in labels):
        return []
    function = next(_getters(scene), None)
    returned = _returned(scene, function) if function is not None else None
    is_lookup = returned is not None and ast.unparse(returned).endswith(ENDS_OF_LOOKUPS)
    return labels if is_lookup else []


def _is_pandas(held: Any) -> bool:
    return is_of(held, "pandas", "Series", "Index") or is_table(held)


def _is_array(held: Any) -> bool:
    return is_array(held) or is_of(held, "pandas.api.extensions", "ExtensionArray")


def _getters(scene: Scene) -> Iterator[FunctionType]:
    """The learner's own functions on the way to a label."""
    lists = next(transform_lists(scene), None)
    for step in stored(stored(lists).get("tfms")).get("fs") or ():
        function = function_of(step)
        if isinstance(function, FunctionType) and not is_of_course(function):
            yield function


def _described(held: Any) -> str:
    if is_table(held):
        return f"a DataFrame of {counted(len(held), 'row')}"
    if is_of(held, "pandas", "Series") and _is_row(held):
        return f"a Series, a whole row of the table ({listed(map(str, held.index), 3)})"
    kind = "an array" if _is_array(held) else "an Index" if is_of(held, "pandas", "Index") else ""
    kind = kind or ("a list" if type(held) is list else "a Series (a column of the selected rows)")
    return f"{kind} of {counted(len(held), 'value')}"


def _is_row(held: Any) -> bool:
    """Whether a Series is one row: its index holds the names of columns."""
    return held.ndim == 1 and len(held) > 1 and all(isinstance(one, str) for one in held.index)


def label_column(row: Any) -> str:
    """The column that most likely holds the labels, as code, by a row of the table."""
    names = list(row.index)
    texts = [one for one in names if isinstance(row[one], str)] or names
    named = (one for one in names if any(word in str(one).lower() for word in LABEL_WORDS))
    return repr(next(named, texts[-1]))


def _one_of(held: Any, text: str) -> tuple[str, str]:
    """The look-up, so that it gives one value, and the words that go with it."""
    first = "Take the one value out of it, with `.iloc[0]`:"
    if is_table(held):
        if len(held.columns) == 1:
            return f"{text}.iloc[0, 0]", first
        return f"{text}[{label_column(held.iloc[0])}].iloc[0]", "Choose the column and take its first value:"
    if is_of(held, "pandas", "Series"):
        if _is_row(held):
            return f"{text}[{label_column(held)}]", "Take the column with the label:"
        return f"{text}.iloc[0]", first
    return f"{text}[0]", "Take the one value out of it:"


def _returned(scene: Scene, function: Any) -> ast.expr | None:
    """What a function of the notebook's returns, where it has one return."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
                found = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
                return found[0] if len(found) == 1 else None
            if isinstance(node, ast.Lambda) and function.__name__ == "<lambda>":
                names = [one.arg for one in node.args.args]
                if names == list(function.__code__.co_varnames[: len(names)]) and _is_of_labels(tree, node):
                    return node.body
    return None


def _is_of_labels(tree: ast.Module, node: ast.Lambda) -> bool:
    """Whether a lambda stands where labels are made: `get_y=`, `label_func=`, or a name of its own."""
    around = [one for one in ast.walk(tree) if node in ast.iter_child_nodes(one)]
    return not any(isinstance(one, ast.keyword) and one.arg not in ("get_y", "label_func") for one in around)


def _line(scene: Scene, function: Any, returned: ast.expr | None, taken: str) -> str:
    """The function with another return."""
    if returned is None:
        return f"return {taken}"
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
                return ast.unparse(node).replace(f"return {ast.unparse(returned)}", f"return {taken}")
            own = node.value if isinstance(node, ast.Assign) else None
            if isinstance(own, ast.Lambda) and ast.unparse(own.body) == ast.unparse(returned):
                return ast.unparse(node).replace(ast.unparse(returned), taken)
    arguments = ", ".join(function.__code__.co_varnames[: function.__code__.co_argcount])
    made = f"lambda {arguments}: {taken}"
    return block_with(scene, get_y=made) or f"get_y={made}"


def _nothing_found(labels: list[Any], function: Any) -> Diagnosis | None:
    """The selection has no row for any item: what is compared is never equal."""
    if function is None or _is_array(labels[0]) or type(labels[0]) is list:
        return None
    name = function.__name__
    own = "The function that gives the label" if name == "<lambda>" else f"`{name}`"
    return Diagnosis(
        f"{own} returns {_described(labels[0])} for every item: an empty selection, not a label.",
        "What the function compares is never equal: often a name with its ending (`f.name`, 'a.jpg') and one without "
        "(`f.stem`, 'a'), or a number and a text.",
        "",
        "Print an item's name beside the column's first values, make the two alike, and take one value with "
        "`.iloc[0]`.",
        card="getters",
    )


def _no_getter(scene: Scene, row: Any) -> Diagnosis | None:
    """A DataBlock over a table that does not say where the labels are."""
    lists = next(transform_lists(scene), None)
    items: Any = stored(lists).get("items")
    if not is_table(items) or not is_of(row, "pandas", "Series") or len(row) != len(items.columns):
        return None
    getter = f"ColReader({label_column(row)})"
    return Diagnosis(
        f"The DataBlock has no `get_y`, so the label of an item is its whole row of the table, a Series of "
        f"{counted(len(row), 'value')}.",
        "The items are the rows of the DataFrame; a getter says which column is the label.",
        block_with(scene, get_y=getter) or f"get_y={getter}",
        "Name the column with the labels:",
        card="getters",
    )
