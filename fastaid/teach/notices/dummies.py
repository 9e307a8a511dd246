"""Columns of get_dummies that stand for one thing in the training table and for another in the test table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.scalers import is_other, is_training, rest_of
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.objects import UNKNOWN, is_table

MOST_ROWS = 200_000
ALIGNED = frozenset(
    {"reindex", "align", "concat", "Categorical", "CategoricalDtype", "OneHotEncoder", "set_categories"}
)
Made = tuple[str, list[str], str]  # how the names are lost, the columns' names, and the call of get_dummies


@check("get_dummies", also=("@DataFrame",), needs="pandas", reached=True)
def columns_apart(cell: Cell) -> Iterator[Notice]:
    """`pd.get_dummies(train_df).values` and `pd.get_dummies(test_df).values`: each has columns of its own."""
    if not cell.live(is_table) or "get_dummies" not in cell.words or cell.words & ALIGNED:
        return
    made = dict(_made(cell))
    for name, (text, columns, call) in made.items():
        train = next((one for one in made if is_training(one.lower()) and rest_of(one) == rest_of(name)), "")
        if not train or not is_other(name.lower()) or made[train][1] == columns:
            continue
        theirs = made[train][1]
        if len(theirs) != len(columns):
            continue  # that raises an error
        at = next(i for i, one in enumerate(columns) if one != theirs[i])
        missing = [f"'{one}'" for one in columns if one not in theirs]
        yield Notice(
            f"`get_dummies` makes the columns of `{train}` and of `{name}` each from its own values: column {at} is "
            f"{theirs[at]!r} in the one and {columns[at]!r} in the other"
            + (f" ({listed(missing, 3)} is not in `{train}`)" if missing else "")
            + f", and `{text}` drops the names. Give the second the columns of the first: "
            f"`{call}.reindex(columns={made[train][2]}.columns, fill_value=0){text}`.",
            hash((train, name)),
            card="cleaning-data",
        )
        return


def _made(cell: Cell) -> Iterator[tuple[str, Made]]:
    """Tables by name, how their dummies lose their columns' names, and these names."""
    for node in cell.nodes:
        text = _values(node)
        if text:
            for name, columns, call in _columns(cell, node, {}):
                yield name, (text, columns, call)
        if not isinstance(node, ast.Call):
            continue
        written = cell.written(node.func)
        if not isinstance(written, ast.FunctionDef) or not node.args:
            continue
        given = dict(zip([one.arg for one in written.args.args], node.args, strict=False))
        returned = nodes_in(written, ast.Return)
        inner = below(returned[0].value) if len(returned) == 1 and returned[0].value is not None else []
        for one in inner:
            if text := _values(one):
                for name, columns, call in _columns(cell, one, given):
                    yield name, (text, columns, call)


def _values(node: ast.AST) -> str:
    """`… get_dummies(…).values`: ".values"."""
    inner: ast.expr | None = None
    word = ""
    if isinstance(node, ast.Attribute) and node.attr == "values":
        inner, word = node.value, ".values"
    elif (
        isinstance(node, ast.Call)
        and last_name(node.func) == "to_numpy"
        and isinstance(node.func, ast.Attribute)
    ):
        inner, word = node.func.value, ".to_numpy()"
    while isinstance(inner, ast.Call) and last_name(inner.func) in ("astype", "fillna"):
        inner = inner.func.value if isinstance(inner.func, ast.Attribute) else None
    is_made = isinstance(inner, ast.Call) and last_name(inner.func) == "get_dummies"
    return word if is_made else ""


def _columns(cell: Cell, node: ast.AST, given: dict[str, ast.expr]) -> Iterator[tuple[str, list[str], str]]:
    """The table that get_dummies is given, by its name, the columns that it makes, and the call with that table."""
    for call in below(node):
        if not isinstance(call, ast.Call) or last_name(call.func) != "get_dummies" or not call.args:
            continue
        holder, names = _chosen(cell, call.args[0])
        text = text_of(call)
        if isinstance(holder, ast.Name) and holder.id in given:
            text = re.sub(rf"\b{holder.id}\b", text_of(given[holder.id]), text)
            holder = given[holder.id]
        table = cell.value(holder) if holder is not None else UNKNOWN
        if not isinstance(holder, ast.Name) or not is_table(table) or len(table) > MOST_ROWS:
            continue
        if cell.bound[holder.id] > 1 or not table.columns.is_unique:
            continue
        chosen, dropped = names
        columns = [one for one in (chosen if chosen is not None else table.columns) if one not in dropped]
        if all(one in table.columns for one in columns):
            found = _dummies(cell, call, table, columns)
            if found is not None:
                yield holder.id, found, text


def _chosen(cell: Cell, node: ast.expr) -> tuple[ast.expr | None, tuple[list[str] | None, list[str]]]:
    """`df[['a', 'b']]`, `df.drop(columns='y')`, `df`: the table, and the columns taken and dropped."""
    if isinstance(node, ast.Subscript):
        held = cell.value(node.slice)
        return (node.value, (list(held), [])) if isinstance(held, (list, tuple)) else (None, (None, []))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "drop":
        given = keyword(node, "columns") or (node.args[0] if node.args and _is_of_columns(node) else None)
        held = cell.value(given)
        names = [held] if isinstance(held, str) else list(held) if isinstance(held, (list, tuple)) else None
        return (node.func.value, (None, names)) if names is not None else (None, (None, []))
    return (node, (None, [])) if isinstance(node, ast.Name) else (None, (None, []))


def _is_of_columns(call: ast.Call) -> bool:
    return constant(keyword(call, "axis")) in (1, "columns")


def _dummies(cell: Cell, call: ast.Call, table: Any, columns: list[str]) -> list[str] | None:
    """The names of the columns that a call makes of some columns of a table."""
    if any(one.arg not in ("columns", "dtype", "drop_first") for one in call.keywords):
        return None
    asked = cell.value(keyword(call, "columns")) if keyword(call, "columns") is not None else None
    if asked is UNKNOWN:
        return None
    encoded = list(asked) if isinstance(asked, (list, tuple)) else []
    if asked is None:
        encoded = [one for one in columns if str(table[one].dtype) in ("object", "category", "str", "string")]
    first = 1 if constant(keyword(call, "drop_first")) is True else 0
    found = [str(one) for one in columns if one not in encoded]
    for one in encoded:
        is_category = str(table[one].dtype) == "category"
        values = table[one].cat.categories if is_category else sorted(table[one].dropna().unique())
        found += [f"{one}_{value}" for value in list(values)[first:]]
    return found
