"""Predictions of a table whose rows with gaps were left out: they are fewer than its rows. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.libraries_merges import plain
from fastaid.teach.rules.python_source import code_of, origin
from fastaid.teach.scene import Frame, Scene


def without_gaps(target: ast.Subscript, value: ast.expr, frame: Frame, count: int) -> Diagnosis | None:
    """`test['p'] = model.predict(test[cols].dropna())`: the rows with gaps have no prediction."""
    text, key = ast.unparse(target.value), ast.unparse(target.slice)
    table = frame.value(plain(target.value))
    made = next(
        (
            one
            for one in ast.walk(value)
            if isinstance(one, ast.Call)
            and last_name(one.func) == "dropna"
            and isinstance(one.func, ast.Attribute)
        ),
        None,
    )
    if made is None or not is_table(table):
        return None
    whole = ast.unparse(value)
    dropped = ast.unparse(made)
    if not dropped.startswith(text) or whole == dropped:
        return None
    lost = len(table) - count
    return Diagnosis(
        f"`{text}` has {counted(len(table), 'row')}; there are {counted(count, 'value')} for it: `dropna` left out "
        f"{counted(lost, 'row')} with gaps.",
        "Each value belongs to a row that was kept, so they cannot go in from the top.",
        f"rows = {dropped}\n{text}.loc[rows.index, {key}] = {whole.replace(dropped, 'rows', 1)}",
        "Give them to those rows (the others get NaN; for a value in every row, fill the gaps with `fillna` instead):",
    )


def of_some_rows(
    scene: Scene, target: ast.Subscript, value: ast.expr, frame: Frame, count: int
) -> Diagnosis | None:
    """`X = test[cols].dropna()`, then `test['p'] = model.predict(X)`: values for the rows that X has."""
    table, code = frame.value(plain(target.value)), code_of(value)
    found = _some_rows(scene, frame, value, target, count, 0) if count < len(table) and code else None
    if found is None:
        return None
    name, rows, made = found
    text, lost = ast.unparse(target.value), counted(len(table) - count, "row")
    left = table.loc[~table.index.isin(rows.index)]
    columns = list(getattr(rows, "columns", [rows.name if is_column(rows) else None]))
    gaps = left[[one for one in columns if one in left.columns]].isna()
    why = " with gaps (NaN)" if len(gaps.columns) and bool(gaps.any(axis=1).all()) else ""
    what = f"`{made.partition(' = ')[2] or name}`"
    line = f"{text}.loc[{name}.index, {ast.unparse(target.slice)}] = {code}"
    return Diagnosis(
        f"`{text}` has {counted(len(table), 'row')}; there are {counted(count, 'value')} for it.",
        f"{what} leaves out {lost} of `{text}`{why}. Each value belongs to a row that was kept, so they cannot "
        "go in from the top.",
        f"{made}\n{line}" if made else line,
        "Give them to those rows (the others get NaN"
        + ("; for a value in every row, fill the gaps with `fillna` instead):" if why else "):"),
    )


def is_column(held: Any) -> bool:
    """Whether it is a pandas Series."""
    return is_of(held, "pandas", "Series")


Rows = tuple[str, Any, str]  # their name, the rows, and the line that makes them where they have no name yet


def _some_rows(
    scene: Scene, frame: Frame, value: ast.expr, target: ast.Subscript, count: int, depth: int
) -> Rows | None:
    """The part of a table that some values were made for, also where an array lies between."""
    table = frame.value(plain(target.value))
    for one in ast.walk(value):
        if (
            isinstance(one, ast.Call)
            and last_name(one.func) == "dropna"
            and isinstance(one.func, ast.Attribute)
        ):
            kept = _without_gaps_of(frame, one, one.func.value, table)
            if kept is not None and len(kept) == count:
                return "rows", kept, f"rows = {ast.unparse(one)}"
        if not isinstance(one, ast.Name):
            continue
        held = frame.value(plain(one))
        if (is_table(held) or is_column(held)) and held is not table and _is_part(held, table, count):
            return one.id, held, ""
        made = origin(scene, frame, one.id) if depth < 3 and held is not table else None
        found = _some_rows(scene, frame, made, target, count, depth + 1) if made is not None else None
        if found is not None:
            return found
    return None


def _without_gaps_of(frame: Frame, call: ast.Call, holder: ast.expr, table: Any) -> Any:
    """The rows that `test[columns].dropna()` keeps; None where something else is asked for."""
    if call.args or call.keywords:
        return None
    if frame.value(plain(holder)) is table:
        return table.dropna()
    if not isinstance(holder, ast.Subscript) or frame.value(plain(holder.value)) is not table:
        return None
    names = frame.value(plain(holder.slice))
    names = [names] if isinstance(names, str) else names
    known = type(names) is list and all(isinstance(one, str) and one in table.columns for one in names)
    return table[names].dropna() if known else None


def _is_part(rows: Any, table: Any, count: int) -> bool:
    """Whether these are some rows of a table under the labels that they have there."""
    if len(rows) != count or not (rows.index.is_unique and table.index.is_unique):
        return False
    # The index of a groupby has a name: its labels are no rows.
    if list(rows.index.names) != list(table.index.names) or not bool(rows.index.isin(table.index).all()):
        return False
    if not rows.index.equals(table.index[:count]):
        return True
    # The first labels may be new ones, of reset_index: then the values tell.
    columns = [one for one in getattr(rows, "columns", ()) if one in table.columns]
    return bool(columns) and bool(rows[columns].equals(table.loc[rows.index, columns]))
