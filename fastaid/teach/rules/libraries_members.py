"""What a table or a column of pandas has not: attributes, methods of older versions, calls."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_table, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.arrays_as_tensors import is_tensors_own
from fastaid.teach.rules.libraries import columns_of, is_series
from fastaid.teach.rules.libraries_separators import names_in_one
from fastaid.teach.rules.python_source import (
    call_at,
    kind_of,
    near,
    node_at,
    replaced,
    shown,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, needs="pandas")
def table_called(scene: Scene) -> Diagnosis | None:
    """`df('x')` or `df.age()`: a table or column is no function."""
    frame = scene.here
    call = call_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or "not callable" not in scene.message:
        return None
    value, text = frame.value(call.func), text_of(call.func)
    if value is UNKNOWN and isinstance(call.func, ast.Attribute):
        table = frame.value(call.func.value)
        value = table[call.func.attr] if is_table(table) and call.func.attr in columns_of(table) else UNKNOWN
    if not is_series(value) and not is_table(value):
        return None
    inside = ", ".join(text_of(one) for one in call.args)
    return Diagnosis(
        f"`{text}` is {kind_of(value)}, not a function.",
        "Round parentheses call a function; columns and rows are taken with square brackets.",
        replaced(frame, call, f"{text}[{inside}]" if inside else text),
        "Write:",
    )


def _near_label(row: Any, wrong: str) -> str:
    """The label of a row that was meant: its columns are its index. "" for a column."""
    labels = [one for one in row.index[:2000] if isinstance(one, str)]
    if not labels or len(labels) < len(row.index[:2000]):
        return ""
    methods = near(wrong, [one for one in dir(type(row)) if not one.startswith("_")], 0.85)
    return "" if methods else next(iter(near(wrong, labels, 0.65)), "")


@rule(AttributeError, needs="pandas")
def column_as_attribute(scene: Scene) -> Diagnosis | None:
    """`df.name` where no such column or method exists; what newer versions have taken away."""
    error, frame = scene.error, scene.here
    node = node_at(frame) if frame is not None else None
    if not isinstance(error, AttributeError) or frame is None or not isinstance(node, ast.Attribute):
        return None
    obj: Any = error.obj
    wrong = str(error.name)
    text = text_of(node.value) or "df"
    if not (is_table(obj) or is_series(obj)) or node.attr != wrong:
        return None
    if wrong in GONE:
        return _taken_out(frame, wrong, text)
    joined = names_in_one(scene, text, columns_of(obj), wrong) if is_table(obj) else None
    if joined is not None:
        return joined
    if is_tensors_own(obj, wrong):
        return None
    if is_series(obj):
        found = _label_of_a_row(frame, node, obj, text) or _of_a_series(frame, node, text)
    else:
        found = _of_one_column(frame, node, obj, text)
    return found or _misspelt(frame, node, obj, text)


def _taken_out(frame: Frame, wrong: str, text: str) -> Diagnosis:
    """What older versions of pandas had."""
    fix, now = GONE[wrong]
    if wrong == "append" and (call := call_of(frame)) is not None:
        fix = _joined(frame, call, text)
    by = "pandas 2.0" if wrong in GONE_WITH_2 else "A newer version"
    call = call_of(frame)
    given = text_of(call.args[0], 100) if call is not None and call.args else "…"
    fix = fix.replace("{x}", text).replace("{a}", given or "…")
    return Diagnosis(
        f"pandas has no `.{wrong}` any more.", f"{by} removed it; {now} does it today.", fix, "Write:"
    )


def _label_of_a_row(frame: Frame, node: ast.Attribute, obj: Any, text: str) -> Diagnosis | None:
    meant = _near_label(obj, node.attr)
    if not meant:
        return None
    return Diagnosis(
        f"`{text}` is a Series; it has no `{node.attr}`.",
        f"Its labels (of a table's row: the columns): {shown(list(obj.index[:2000]))}.",
        replaced(frame, node, f"{text}.{meant}" if meant.isidentifier() else f"{text}[{meant!r}]"),
        "Write:",
    )


def _of_a_series(frame: Frame, node: ast.Attribute, text: str) -> Diagnosis | None:
    """What a table has, and what strings and dates have, asked of a column."""
    wrong = node.attr
    if wrong == "columns":
        return Diagnosis(
            f"`{text}` is a single column (Series); it has no columns.",
            "One pair of square brackets gives a Series, two a table.",
            f"{text}.to_frame()",
            "To make a table of it:",
        )
    if hasattr(str, wrong):
        return Diagnosis(
            f"`{text}` is a column (Series); it has no `.{wrong}`.",
            "Methods of strings are reached through `.str`, which does it for each row.",
            replaced(frame, node, f"{text}.str.{wrong}"),
            "Write:",
        )
    if wrong in ("year", "month", "day", "hour", "weekday", "dayofweek", "date", "minute"):
        return Diagnosis(
            f"`{text}` is a column (Series); it has no `.{wrong}`.",
            "Parts of dates are reached through `.dt`.",
            f"pd.to_datetime({text}).dt.{wrong}",
            "Write:",
        )
    return None


def _of_one_column(frame: Frame, node: ast.Attribute, obj: Any, text: str) -> Diagnosis | None:
    """A method of columns, asked of a whole table."""
    if not hasattr(library("pandas").Series, node.attr):
        return None
    column = columns_of(obj)[0] if len(obj.columns) else "column"
    return Diagnosis(
        f"`{text}` is a whole table; `.{node.attr}` is a method of one column.",
        f"Its columns: {shown(columns_of(obj))}.",
        replaced(frame, node, f"{text}[{column!r}].{node.attr}"),
        "Name a column, such as:",
        sure="likely",
    )


def _misspelt(frame: Frame, node: ast.Attribute, obj: Any, text: str) -> Diagnosis | None:
    """A column or method of nearly that name; else the columns that a table has."""
    wrong = node.attr
    columns = [one for one in columns_of(obj) if isinstance(one, str)] if is_table(obj) else []
    close = _alike(obj, columns, wrong)
    if not close and not columns:
        return None
    best = close[0] if close else ""
    fix = f"{text}[{best!r}]" if best in columns else f"{text}.{best}" if best else f"{text}.columns"
    return Diagnosis(
        f"`{text}` is {kind_of(obj)}; it has no column and no method `{wrong}`."
        if is_table(obj)
        else f"`{text}` is a column (Series); it has no `.{wrong}`.",
        f"Its columns: {shown(columns)}." if columns else f"It has `{best}`.",
        replaced(frame, node, fix) if best else fix,
        "Write:" if best else "Take one of its columns:",
        sure="likely",
    )


def _alike(obj: Any, columns: list[str], wrong: str) -> list[str]:
    """The columns, or else the methods, whose names are nearly the wrong one."""
    for one in columns:
        if re.sub(r"\W", "_", one.strip()).lower() == wrong.lower() and one != wrong:
            return [one]
    names = [one for one in dir(type(obj)) if not one.startswith("_")]
    return near(wrong, columns, 0.65) or near(wrong, names, 0.75)


GONE = {
    "append": ("{x} = pd.concat([{x}, {a}])",
        "`pd.concat` with a list of tables (a row as a table: `pd.DataFrame([row])`)"),
    "ix": ("{x}.loc[…]   # by label\n{x}.iloc[…]  # by place", "`loc` (by label) or `iloc` (by place)"),
    "as_matrix": ("{x}.to_numpy()", "`to_numpy`"), "iteritems": ("{x}.items()", "`items`"),
    "get_value": ("{x}.at[…]", "`at`"),
    "set_value": ("{x}.at[…] = …", "`at`"), "applymap": ("{x}.map({a})", "`map`"),
    "mad": ("({x} - {x}.mean()).abs().mean()", "a line of your own"),
    "sort": ("{x}.sort_values('column')", "`sort_values`"), "order": ("{x}.sort_values()", "`sort_values`"),
    "lookup": ("{x}.loc[…]", "`loc`"), "convert_objects": ("{x}.infer_objects()", "`infer_objects`"),
    "select": ("{x}.loc[…]", "`loc`"), "rename_axis_": ("", ""), "to_matrix": ("{x}.to_numpy()", "`to_numpy`"),
    "weekofyear": ("{x}.isocalendar().week", "`isocalendar().week`"), "swaplevel_": ("", ""),
}  # fmt: skip
GONE_WITH_2 = ("append", "iteritems", "mad", "lookup", "weekofyear")


def call_of(frame: Frame) -> ast.Call | None:
    """The call of the method that is not there."""
    statement = statement_at(frame)
    for one in ast.walk(statement) if statement is not None else ():
        if isinstance(one, ast.Call) and one.func is node_at(frame) and one.args:
            return one
    return None


def _joined(frame: Frame, call: ast.Call, text: str) -> str:
    """The line with `pd.concat` in place of `append`."""
    pandas = library("pandas")
    held = frame.scope.f_globals.items()
    pd = next((name for name, one in held if one is pandas and not name.startswith("_")), "pd")
    kept = next((one for one in call.keywords if one.arg == "ignore_index"), None)
    end = f"], ignore_index={text_of(kept.value)})" if kept is not None else "])"
    assert isinstance(call.func, ast.Attribute)
    is_of_table = is_table(frame.value(call.func.value))
    new = f"{pd}.concat([{text}, {_as_tables(frame, call.args[0], pd, is_of_table)}{end}"
    around = statement_at(frame)
    if isinstance(around, ast.Expr) and around.value is call:
        return f"{text} = {new}"
    if isinstance(around, ast.Assign) and around.value is call:
        return f"{' = '.join(ast.unparse(one) for one in around.targets)} = {new}"
    return replaced(frame, call, new)


def _as_tables(frame: Frame, node: ast.expr, pd: str, is_of_table: bool) -> str:
    """What was appended, as `pd.concat` takes it: tables for a table, columns for a column."""
    text, value = text_of(node, 100) or "…", frame.value(node)
    if not is_of_table:
        return text
    if isinstance(node, ast.Dict) or type(value) is dict:
        return f"{pd}.DataFrame([{text}])"
    if is_series(value) or (isinstance(node, ast.Call) and text.startswith((f"{pd}.Series(", "Series("))):
        return f"{text}.to_frame().T"
    first = node.elts[0] if isinstance(node, ast.List) and node.elts else None
    if (type(value) is list and value) or first is not None:
        item = value[0] if type(value) is list and value else frame.value(first)
        is_row = type(item) is dict or is_series(item) or isinstance(first, ast.Dict)
        return f"{pd}.DataFrame({text})" if is_row else f"*{text}" if is_table(item) else text
    return text
