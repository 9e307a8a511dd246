"""Columns of texts compared with numbers, and the other way round: no row is equal."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import is_of, is_table

MOST_ROWS = 500_000
MOST_DIFFERENT = 5_000


@check("==", "!=", ".isin(", needs="pandas")
def number_and_text(cell: Cell) -> Iterator[Notice]:
    """`df[df['label'] == 1]` where the column holds the texts '1' and '0'."""
    for column, other, node, sign in _comparisons(cell):
        asked, held = _asked(cell, other), _column(cell, column)
        are_numbers = getattr(getattr(held, "dtype", None), "kind", "") in "iufb"
        if not asked or held is None or are_numbers != isinstance(asked[0], str):
            continue
        values = _different(held)
        if not values or not _differ(values, asked):
            continue
        name = next((one.id for one in below(column) if isinstance(one, ast.Name)), "")
        if text_of(column) in _changed(cell) or cell.bound[name] > 1:
            continue
        first = asked[0]
        are_texts = isinstance(values[0], str)
        kinds = ("texts", "a number") if are_texts else ("numbers", "a text")
        other_kind = repr(str(first)) if are_texts else str(_number(str(first)))
        written = [repr(str(one)) if are_texts else str(_number(str(one))) for one in asked]
        right = (
            f"{text_of(column)}.isin([{', '.join(written)}])"
            if sign == "isin"
            else (f"{text_of(column)} {sign} {other_kind}")
        )
        result = "True for every row" if sign == "!=" else "False for every row"
        yield Notice(
            f"`{text_of(node)}` is {result}: `{text_of(column)}` holds {kinds[0]}, such as {values[0]!r}, and "
            f"{first!r} is {kinds[1]}. Write `{right}`{_cast(cell, column, values) if are_texts else ''}.",
            hash(ast.dump(node)),
        )
        return


def _changed(cell: Cell) -> set[str]:
    """The columns that the cell itself gives new values."""
    return {
        text_of(target)
        for node in cell.of(ast.Assign)
        for target in node.targets
        if isinstance(target, (ast.Subscript, ast.Attribute))
    }


def _cast(cell: Cell, column: ast.expr, values: list[str]) -> str:
    """How to make numbers of a column of texts, where all can be."""
    if any(_number(one) is None for one in values) or bool(_column(cell, column).isna().any()):
        return ""
    kind = "int" if all(one.strip().lstrip("+-").isdigit() for one in values) else "float"
    return f", or change the column: `{text_of(column)} = {text_of(column)}.astype({kind})`"


def _comparisons(cell: Cell) -> Iterator[tuple[ast.expr, ast.expr, ast.expr, str]]:
    for node in cell.of(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            sign = "==" if isinstance(node.ops[0], ast.Eq) else "!="
            left, right = node.left, node.comparators[0]
            pair = (right, left) if isinstance(left, ast.Constant) else (left, right)
            yield (*pair, node, sign)
    for call in cell.calls("isin"):
        if isinstance(call.func, ast.Attribute) and len(call.args) == 1:
            yield call.func.value, call.args[0], call, "isin"


def _column(cell: Cell, node: ast.expr) -> Any:
    """The Series that `s`, `df['a']` or `df.a` stands for."""
    if isinstance(node, ast.Name) and not is_local(node):
        held = cell.names.get(node.id)
        return held if is_of(held, "pandas", "Series") else None
    if isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.value, ast.Name):
        table: Any = None if is_local(node.value) else cell.names.get(node.value.id)
        key = node.attr if isinstance(node, ast.Attribute) else constant(node.slice)
        if is_table(table) and isinstance(key, str) and list(table.columns).count(key) == 1:
            return table[key]
    return None


def _different(column: Any) -> list[Any]:
    """The different values of a column, where all are texts or all are numbers."""
    if column is None or not 0 < len(column) <= MOST_ROWS:
        return []
    kind = str(column.dtype)
    if not (kind in ("object", "str", "string", "category") or kind.startswith(("int", "uint", "float"))):
        return []
    values = list(column.dropna().unique()[:MOST_DIFFERENT])
    if all(isinstance(one, str) for one in values):
        return values
    are_numbers = all(hasattr(one, "__float__") and not isinstance(one, (str, bool)) for one in values)
    return [one.item() if hasattr(one, "item") else one for one in values] if are_numbers else []


def _asked(cell: Cell, node: ast.expr) -> list[Any]:
    """The numbers or the texts that the column is compared with."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        found = [constant(one) for one in node.elts]
    elif isinstance(node, ast.Name) and cell.bound[node.id] <= 1:
        found = [cell.value(node)]
    else:
        found = [constant(node)]
    are_plain = all(type(one) in (int, float) for one in found) or all(type(one) is str for one in found)
    return found if found and are_plain else []


def _differ(values: list[Any], asked: list[Any]) -> bool:
    """Whether one side holds as texts what the other holds as numbers, and the column has one that was asked for."""
    if isinstance(values[0], str) == isinstance(asked[0], str):
        return False
    here = {_number(str(one)) for one in values} - {None}
    wanted = [_number(str(one)) for one in asked]
    return None not in wanted and bool(here & set(wanted))


def _number(text: str) -> float | int | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if value.is_integer() else value
