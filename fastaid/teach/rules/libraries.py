"""Tables of pandas: columns and rows that are not there, lengths, conditions, reading files."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries_gaps import of_some_rows, without_gaps
from fastaid.teach.rules.libraries_merges import is_pointer
from fastaid.teach.rules.libraries_separators import names_in_one
from fastaid.teach.rules.python_source import (
    call_at,
    code_of,
    near,
    node_at,
    replaced,
    shown,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

BY_COLUMN = (
    "groupby",
    "sort_values",
    "set_index",
    "drop",
    "merge",
    "pivot",
    "pivot_table",
    "dropna",
    "melt",
    "explode",
    "drop_duplicates",
    "duplicated",
    "nlargest",
    "nsmallest",
    "value_counts",
    "join",
    "plot",
)
PREDICTED = re.compile(r"pred|prob|y_?hat", re.IGNORECASE)
COLUMN_ARGUMENTS = (
    "by",
    "columns",
    "on",
    "left_on",
    "keys",
    "subset",
    "index",
    "values",
    "x",
    "y",
    "column",
    "labels",
)


def is_series(obj: Any) -> bool:
    """Whether it is a pandas Series."""
    return is_of(obj, "pandas", "Series")


def columns_of(table: Any) -> list[Any]:
    """A table's columns, the first 2,000."""
    return list(table.columns[:2000])


def _asked_columns(frame: Frame) -> tuple[ast.expr, Any, list[tuple[ast.expr, Any]]] | None:
    """The table of the learner's line, and the columns that it asks for, each with its expression."""
    node = node_at(frame)
    if isinstance(node, ast.Subscript):
        table = frame.value(_plain(node.value))
        key = node.slice
        if not is_table(table):
            return None
        if isinstance(key, ast.Tuple):
            return node.value, table, [(key, frame.value(key))]
        items = key.elts if isinstance(key, ast.List) else [key]
        return node.value, table, _values(frame, items, key)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BY_COLUMN:
        table = frame.value(node.func.value)
        if not is_table(table):
            return None
        asked: list[ast.expr] = list(node.args[:1]) + [
            one.value for one in node.keywords if one.arg in COLUMN_ARGUMENTS
        ]
        items = [
            item for one in asked for item in (one.elts if isinstance(one, (ast.List, ast.Tuple)) else [one])
        ]
        return node.func.value, table, _values(frame, items, None)
    return None


def _plain(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


def _values(frame: Frame, items: list[ast.expr], whole: ast.expr | None) -> list[tuple[ast.expr, Any]]:
    found: list[tuple[ast.expr, Any]] = []
    for one in items:
        value = frame.value(one)
        found += [(one, part) for part in value] if type(value) is list else [(one, value)]
    return found


@rule(KeyError, ValueError, needs="pandas")
def missing_column(scene: Scene) -> Diagnosis | None:
    """The table has no column of that name."""
    frame = scene.here
    asked = _asked_columns(frame) if frame is not None and not scene.is_raised_by_learner else None
    if (
        frame is None
        or asked is None
        or not (isinstance(scene.error, KeyError) or "usecols" in scene.message)
    ):
        return None
    node, table, wanted = asked
    columns, text = columns_of(table), text_of(node) or "the table"
    if not columns or is_pointer(table):
        return None  # libraries_bare tells of tables without data
    if len(wanted) > 1 and all(type(name) is int for _, name in wanted):
        return None  # libraries_positions tells of several places
    index_names = [name for name in table.index.names if name is not None]
    for expr, name in wanted:
        if (
            name is UNKNOWN
            or not isinstance(name, (str, int, tuple))
            or name in columns
            or name in index_names
        ):
            continue
        if isinstance(expr, ast.Tuple) and isinstance(name, tuple) and all(one in columns for one in name):
            inside = ", ".join(repr(one) for one in name)
            return Diagnosis(
                f"`{text}[{inside}]` asks for one column whose name is the pair ({inside}).",
                "Several columns are asked for with a list, which has square brackets of its own.",
                replaced(frame, expr, f"[{inside}]"),
                "Write two pairs of brackets:",
            )
        if str(name) not in scene.message:
            continue
        return names_in_one(scene, text, columns, name) or _no_column(frame, expr, name, columns, text, table)
    return None


def _no_column(
    frame: Frame, expr: ast.expr, name: Any, columns: list[Any], text: str, table: Any
) -> Diagnosis:
    known = f"Its columns: {shown(columns)}."
    stray = next((one for one in columns if isinstance(one, str) and one.strip() == str(name).strip()), None)
    if stray is not None:
        return Diagnosis(
            f"`{text}` has no column {name!r}; it has {stray!r}, with a space in its name.",
            "The space comes from the file's first line. It counts.",
            f"{text}.columns = {text}.columns.str.strip()",
            "Take the spaces off all names, right after reading:",
        )
    if isinstance(name, int) and not any(isinstance(one, int) for one in columns):
        return Diagnosis(
            f"`{text}[{name}]` asks for a column named {name}; `{text}` has none.",
            f"Square brackets after a table ask for a column by name. {known}",
            f"{text}.iloc[{name}]",
            "A row by its number is:",
        )
    close = near(str(name), columns)
    if name in list(table.index[:10_000]):
        return Diagnosis(
            f"`{text}` has no column {name!r}; {name!r} is a row's label.",
            "Square brackets ask for columns.",
            f"{text}.loc[{name!r}]",
            "The row is:",
        )
    return Diagnosis(
        f"`{text}` has no column {name!r}.",
        known + (" Capitals count." if close and close[0].lower() == str(name).lower() else ""),
        replaced(frame, expr, repr(close[0]))
        if close and isinstance(expr, ast.Constant)
        else f"{text}.columns",
        "Most likely this one is meant:"
        if close and isinstance(expr, ast.Constant)
        else "Take one of its columns; all their names are:",
    )


@rule(KeyError, needs="pandas")
def drop_without_axis(scene: Scene) -> Diagnosis | None:
    """`df.drop('column')` looks among the rows."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr != "drop"
        or not call.args
    ):
        return None
    table = frame.value(call.func.value)
    if (
        not is_table(table)
        or any(one.arg in ("columns", "axis") for one in call.keywords)
        or len(call.args) > 1
    ):
        return None
    value = frame.value(call.args[0])
    names = value if type(value) is list else [value]
    columns = columns_of(table)
    if not all(isinstance(one, (str, int)) and one in columns for one in names):
        return None
    text, what = text_of(call.func.value), text_of(call.args[0])
    return Diagnosis(
        f"`drop({what})` looked for rows of that name; in `{text}` it is a column.",
        "`drop` takes rows away unless it is told that columns are meant.",
        replaced(frame, call, f"{text}.drop(columns={what})"),
        "Write:",
    )


@rule(KeyError, TypeError, IndexError, ValueError, needs="pandas")
def loc_or_iloc(scene: Scene) -> Diagnosis | None:
    """`.loc` goes by labels, `.iloc` by numbers from 0."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Attribute):
        return None
    way, table = node.value.attr, frame.value(_plain(node.value.value))
    if way not in ("loc", "iloc") or not (is_table(table) or is_series(table)):
        return None
    text = text_of(node.value.value)
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    columns = columns_of(table) if is_table(table) else []
    if way == "iloc":
        return _by_place(frame, node, parts, (len(table), len(columns)), text)
    values = [frame.value(one) for one in parts]
    if len(values) == 2 and isinstance(values[1], str) and values[1] not in columns and is_table(table):
        joined = names_in_one(scene, text, columns, values[1])
        if joined is not None:
            return joined
        close = near(values[1], columns)
        return Diagnosis(
            f"`{text}` has no column {values[1]!r}.",
            f"Its columns: {shown(columns)}.",
            replaced(frame, parts[1], repr(close[0])) if close else f"{text}.columns",
            "Write:" if close else "Its names:",
        )
    first = values[0]
    if isinstance(first, str) and first in columns and len(values) == 1:
        return Diagnosis(
            f"`loc[{first!r}]` looks for a row of that name; {first!r} is a column.",
            "`loc` takes the row first, then the column.",
            f"{text}[{first!r}]",
            "The column is:",
        )
    return _no_such_label(table, first, text) if type(first) in (int, str) else None


def _by_place(
    frame: Frame, node: ast.Subscript, parts: list[ast.expr], sizes: tuple[int, int], text: str
) -> Diagnosis | None:
    """`iloc` of a name, or of a number that is too high."""
    for i, part in enumerate(parts):
        value = frame.value(part)
        size, thing = (sizes[0], "row") if i == 0 else (sizes[1], "column")
        if isinstance(value, str):
            return Diagnosis(
                f"`iloc` goes by numbers, and {value!r} is a name.",
                "`loc` goes by names (labels), `iloc` by places from 0.",
                replaced(frame, node.value, f"{text}.loc"),
                "Write:",
                sure="likely",
            )
        if type(value) is int and not -size <= value < size:
            return Diagnosis(
                f"`{text}` has {counted(size, thing)}; number {value} does not exist.",
                f"`iloc` counts from 0, so the last {thing} is {size - 1}.",
                replaced(frame, part, "-1"),
                f"The last {thing}:",
            )
    return None


def _no_such_label(table: Any, first: Any, text: str) -> Diagnosis | None:
    if first in table.index:
        return None
    labels, n = shown(list(table.index[:6]), 5), len(table)
    by_place = f"{text}.iloc[{first}]" if type(first) is int and -n <= first < n else f"{text}.index"
    return Diagnosis(
        f"`{text}` has no row with the label {first!r}.",
        f"`loc` goes by the index's labels ({labels} …), not by place: after filtering or sorting "
        "the two differ.",
        by_place,
        "By place, counted from 0:" if "iloc" in by_place else "Its labels are:",
    )


@rule(ValueError, TypeError, needs="pandas")
def other_length(scene: Scene) -> Diagnosis | None:
    """A new column, or the columns' names, are not as many as the table needs."""
    frame = scene.here
    statement = statement_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(statement, ast.Assign) or "ength" not in scene.message:
        return None
    target, value = statement.targets[0], frame.value(statement.value)
    count = (
        len(value)
        if type(value) in (list, tuple) or is_series(value) or is_of(value, "numpy", "ndarray")
        else None
    )
    if count is None and (
        found := re.search(r"Length of values \((\d+)\)|new values have (\d+)", scene.message)
    ):
        count = int(found[1] or found[2])
    given = text_of(statement.value, 40) or "the right side"
    if (
        isinstance(target, ast.Subscript)
        and is_table(table := frame.value(_plain(target.value)))
        and count is not None
    ):
        text = text_of(target.value)
        if count == len(table):
            return None
        if (without := without_gaps(target, statement.value, frame, count)) is not None:
            return without
        if (some := of_some_rows(scene, target, statement.value, frame, count)) is not None:
            return some
        given = given if text_of(statement.value, 40) else code_of(statement.value) or given
        what = (
            f"`{text}` has {counted(len(table), 'row')}; `{text_of(statement.value, 40) or 'the right side'}` has "
            f"{counted(count, 'value')}."
        )
        why = "A new column needs exactly one value for each row."
        if count < len(table) and PREDICTED.search(given):
            # From the top they would stand in the rows of others.
            how = f"Predict every row of `{text}`. Values of some rows go in by the labels of those: "
            return Diagnosis(what, why, "", f"{how}`{text}.loc[labels, {ast.unparse(target.slice)}] = …`.")
        return Diagnosis(
            what,
            why,
            f"{text_of(target)} = pd.Series({given})"
            if count < len(table)
            else f"{text_of(target)} = {given}[:len({text})]",
            "Make as many values as there are rows. "
            + (
                "To fill from the top and leave the rest empty (NaN):"
                if count < len(table)
                else "To take only the first of them:"
            ),
        )
    if (
        isinstance(target, ast.Attribute)
        and target.attr in ("columns", "index")
        and is_table(table := frame.value(target.value))
    ):
        size = len(table.columns) if target.attr == "columns" else len(table)
        if count is None or count == size:
            return None
        text = text_of(target.value)
        thing = "column" if target.attr == "columns" else "row"
        return Diagnosis(
            f"`{text}` has {counted(size, thing)}, and {counted(count, 'name')} were given.",
            "All names are set at once, one for each.",
            f"{text} = {text}.rename({'columns' if thing == 'column' else 'index'}={{'old': 'new'}})",
            "To rename only some:",
        )
    return None
