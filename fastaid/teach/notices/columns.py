"""Columns and tables that expressions stand for, told without running anything. No checks of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, parsed, text_of
from fastaid.teach.objects import UNKNOWN, is_of, is_table, library

MOST_CELLS = 50  # of the notebook's earlier ones are looked through


def is_column(held: Any) -> bool:
    """Whether it is a pandas Series."""
    return library("pandas") is not None and is_of(held, "pandas", "Series")


def place_of(cell: Cell, node: ast.AST) -> tuple[Any, list[str]]:
    """The table and the columns of `df['a']`, `df.a`, `df[names]`, `df.loc[:, 'a']`; (None, []) for anything else."""
    holder: ast.expr | None = None
    names: Any = UNKNOWN
    if isinstance(node, ast.Attribute):
        holder, names = node.value, node.attr
    elif isinstance(node, ast.Subscript):
        holder, part = node.value, node.slice
        if isinstance(holder, ast.Attribute) and holder.attr == "loc" and isinstance(part, ast.Tuple):
            is_every_row = len(part.elts) == 2 and text_of(part.elts[0]) == ":"
            holder, part = holder.value, part.elts[-1]
            if not is_every_row:
                return None, []
        names = _names(cell, part)
    table: Any = cell.value(holder) if isinstance(holder, ast.expr) else None
    found = [names] if isinstance(names, str) else list(names) if isinstance(names, (list, tuple)) else []
    if not is_table(table) or not found or not all(isinstance(one, str) for one in found):
        return None, []
    known = [one for one in found if one in table.columns]
    return (table, known) if known and table.columns.is_unique else (None, [])


def _names(cell: Cell, part: ast.expr) -> Any:
    """Names of columns; for the variable of a loop all that it went through."""
    for loop in cell.of(ast.For) if isinstance(part, ast.Name) else []:
        is_its = isinstance(part, ast.Name) and text_of(loop.target) == part.id
        if is_its and any(one is part for one in below(loop)):
            held = cell.value(loop.iter)
            return list(held) if isinstance(held, (list, tuple)) else cell.value(part)
    return cell.value(part)


def held_by(cell: Cell, node: ast.AST) -> Any:
    """The table or the column that an expression stands for, UNKNOWN where it is neither or cannot be told."""
    if isinstance(node, ast.Name):
        held = cell.value(node)
        return held if is_table(held) or is_column(held) else UNKNOWN
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        table, names = place_of(cell, node)
        if table is not None:
            own = node.attr if isinstance(node, ast.Attribute) else cell.value(node.slice)
            if isinstance(own, str):
                return table[own] if own in table.columns else UNKNOWN
            return table[names]
    return UNKNOWN


def assignments(cell: Cell) -> Iterator[tuple[ast.expr, ast.expr]]:
    """`target = value` with one target, the latest of the notebook first: of this cell, then of earlier ones."""
    ran = cell.names.get("In")
    earlier = [one for one in ran[-MOST_CELLS:] if isinstance(one, str)] if isinstance(ran, list) else []
    for source in dict.fromkeys([cell.source, *reversed(earlier)]):
        tree = cell.tree if source == cell.source else parsed(source)
        for node in reversed([one for one in tree.body if isinstance(one, ast.Assign)]):
            if len(node.targets) == 1:
                yield node.targets[0], node.value


def origin(cell: Cell, name: str) -> ast.expr | None:
    """What a name was last given."""
    found = (
        value for target, value in assignments(cell) if isinstance(target, ast.Name) and target.id == name
    )
    return next(found, None)
