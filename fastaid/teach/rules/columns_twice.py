"""A table with two columns of one name: asked by that name it gives a table in place of a column."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import node_at, origin, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

SAYS = re.compile(
    r"not 1-dimensional|is not unique|duplicate labels|uniquely valued|to the single column|duplicate keys|"
    r"truth value of a (Series|DataFrame)|'DataFrame' object has no attribute|not 'Series'|1-dimensional"
)


@rule(Exception, needs="pandas")
def same_name_twice(scene: Scene) -> Diagnosis | None:
    """`df['id']` where `df` has two columns 'id'."""
    frame = scene.here
    if frame is None or not SAYS.search(scene.message):
        return None
    found = next(_doubled(frame), None)
    if found is None:
        return None
    text, table, name = found
    error = scene.error
    if isinstance(error, AttributeError) and not _is_of_the_name(error.obj, name):
        return None  # what was asked for and is not there has nothing to do with the name
    columns = table.loc[:, [one == name for one in table.columns]]
    n = columns.shape[1]
    is_same = all(columns.iloc[:, 0].equals(columns.iloc[:, i]) for i in range(1, n))
    made = origin(scene, frame, text) if text.isidentifier() else None
    why = f"Asked for {name!r}, pandas gives {'both' if n == 2 else f'all {n}'}: a table, where one column is wanted."
    if isinstance(made, ast.Call) and last_name(made.func) == "concat":
        why += " `pd.concat` keeps the columns of every table."
    is_name = re.fullmatch(r"[\w.]+", text) is not None
    return Diagnosis(
        f"`{text or 'The table'}` has {counted(n, 'column')} named {name!r}.",
        why,
        f"{text} = {text}.loc[:, ~{text}.columns.duplicated()]" if is_name else "",
        f"Keep the first of them ({'they hold the same' if is_same else 'their values differ: look which is meant'})"
        + (", before this line:" if is_name else "."),
    )


def _is_of_the_name(obj: Any, name: Any) -> bool:
    return is_table(obj) and set(obj.columns) == {name}


def _doubled(frame: Frame) -> Iterator[tuple[str, Any, Any]]:
    """Tables of the running line, as they are written, with a name in use that several columns have."""
    statement, node = statement_at(frame), node_at(frame)
    for one in ast.walk(statement) if statement is not None else ():
        if isinstance(one, (ast.Subscript, ast.Attribute)):
            table = frame.value(one.value)
            asked = one.attr if isinstance(one, ast.Attribute) else frame.value(one.slice)
            for name in _several(table, asked) if is_table(table) else ():
                yield text_of(one.value), table, name
        if isinstance(one, ast.Call):
            yield from _given(frame, one, is_running=one is node)


def _given(frame: Frame, call: ast.Call, *, is_running: bool) -> Iterator[tuple[str, Any, Any]]:
    """Tables that a call works on: what `groupby`, `merge`, `pd.concat` were given."""
    holder = [call.func.value] if isinstance(call.func, ast.Attribute) else []
    values = [*call.args, *(one.value for one in call.keywords)]
    listed = [
        part for one in values for part in (one.elts if isinstance(one, (ast.List, ast.Tuple)) else [one])
    ]
    tables = [(one, held) for one in (*holder, *listed) if is_table(held := frame.value(one))]
    for node, table in tables:
        for one in values:
            for name in _several(table, frame.value(one)):
                yield text_of(node), table, name
    if is_running and last_name(call.func) in ("concat", "reindex", "append"):
        for node, table in tables:
            for name in _several(table, list(table.columns)):
                yield text_of(node), table, name


def _several(table: Any, asked: Any) -> list[Any]:
    """The names among those asked for that more than one column has."""
    names = list(table.columns)
    wanted = asked if isinstance(asked, (list, tuple)) else [asked]
    return [one for one in wanted if isinstance(one, (str, int)) and names.count(one) > 1]
