"""Methods that are written into a table, as their parentheses were left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_table

OF_COLUMNS = (
    "mean",
    "median",
    "mode",
    "min",
    "max",
    "sum",
    "std",
    "var",
    "count",
    "nunique",
    "unique",
    "first",
)
MOST_ROWS = 1_000_000


@check(*(f".{name}" for name in OF_COLUMNS), needs="pandas")
def method_not_called(cell: Cell) -> Iterator[Notice]:
    """`df['Age'].fillna(df['Age'].median)`: the method itself stands in the empty cells."""
    called = {id(call.func) for call in cell.of(ast.Call)}
    if all(id(one) in called for one in cell.of(ast.Attribute) if one.attr in OF_COLUMNS):
        return
    called |= in_definitions(cell)
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        for method, way in _given(node):
            if id(method) in called or method.attr not in OF_COLUMNS or not _is_of_pandas(cell, method):
                continue
            if way == "column" and not isinstance(target, ast.Subscript):
                continue
            held = (
                held_by(cell, target)
                if isinstance(target, (ast.Name, ast.Attribute, ast.Subscript))
                else None
            )
            if way == "column" and not (is_column(held) and _holds_methods(held)):
                continue
            text = text_of(method)
            call = f"{text}()[0]" if method.attr == "mode" else f"{text}()"
            new = text_of(node).replace(text, call, 1) if text_of(node).count(text) == 1 else ""
            fix = f"Write `{new}`." if new and len(new) < 120 else f"Write `{call}`."
            yield Notice(
                f"`{text}` without parentheses is the method, not a number: the method itself was written into the "
                f"table. {fix} Make the table anew first.",
                hash(text_of(node)),
                card="cleaning-data",
            )
            return


def _given(node: ast.Assign) -> Iterator[tuple[ast.Attribute, str]]:
    """Attributes that are filled in as values, and the way."""
    if isinstance(node.value, ast.Attribute):
        yield node.value, "column"
    for call in below(node.value):
        if not isinstance(call, ast.Call):
            continue
        word, value = last_name(call.func), keyword(call, "value")
        given = call.args[:1] if word == "fillna" else call.args[1:3] if word in ("replace", "where") else []
        is_numpys = word != "where" or text_of(call.func) in ("np.where", "numpy.where")
        for one in [*given, *([value] if value is not None and word in ("fillna", "replace") else [])]:
            for inner in one.values if isinstance(one, ast.Dict) else [one]:
                if isinstance(inner, ast.Attribute) and is_numpys:
                    yield inner, word


def _is_of_pandas(cell: Cell, method: ast.Attribute) -> bool:
    """Whether its owner is a table or a column; as attribute, a method goes before a column of its name."""
    owner = held_by(cell, method.value)
    return is_table(owner) or is_column(owner)


def _holds_methods(held: Any) -> bool:
    return str(held.dtype) == "object" and len(held) <= MOST_ROWS and any(callable(one) for one in held[:1])
