"""Predictions of a table whose rows with gaps were left out: they are fewer than its rows. No rules of its own."""

from __future__ import annotations

import ast

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.libraries_merges import plain
from fastaid.teach.scene import Frame


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
