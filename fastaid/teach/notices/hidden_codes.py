"""A column of codes whose missing values were filled: what it held before, and with what. No checks of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import place_of
from fastaid.teach.notices.inside import Inside
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import UNKNOWN, is_table

KEEPS = frozenset({"copy", "reset_index"})  # methods of a table after which its columns hold what they held
MOST_ROWS = 200_000


def column_before(cell: Cell, source: ast.expr, node: ast.stmt) -> Any:
    """The column that a statement reads, as it was before; UNKNOWN where it may have been another."""
    target = node.targets[0] if isinstance(node, ast.Assign) else None
    if not isinstance(source, (ast.Attribute, ast.Subscript)) or not isinstance(source.value, ast.Name):
        return UNKNOWN
    word = source.attr if isinstance(source, ast.Attribute) else constant(source.slice)
    table, is_own = source.value.id, target is not None and is_place(target, source)
    if not isinstance(cell, Inside):
        found, names = place_of(cell, source)
        is_kept = (
            found is not None
            and not is_own
            and cell.bound[table] == 0
            and _is_untouched(cell, table, word, node)
        )
        return found[names[0]] if is_kept else UNKNOWN
    if not is_table(cell.given.get(table)) or not _is_untouched(cell, table, word, node):
        return UNKNOWN
    held = cell.given[table]
    if is_own and not _is_copied(cell, table):
        return UNKNOWN  # the function changed what it was given
    return (
        held[word] if isinstance(word, str) and word in held.columns and held.columns.is_unique else UNKNOWN
    )


def is_place(node: ast.expr, other: ast.expr) -> bool:
    """Whether two expressions stand for one column: `df['a']` and `df.a`."""
    return _plain(node) == _plain(other)


def filled_with(cell: Cell, node: ast.Assign, call: ast.Call) -> Any:
    """The one value that a column holds after `fillna`, UNKNOWN where it holds others, or was not filled."""
    for one in cell.of(ast.Call):
        if last_name(one.func) != "fillna" or not one.args + one.keywords:
            continue
        fill = constant(one.args[0] if one.args else keyword(one, "value"))
        is_after = any(part is call for part in below(one)) or one.lineno > node.lineno
        made = _made(cell, node.targets[0])
        if fill is UNKNOWN or not is_after or made is None or not 0 < len(made) <= MOST_ROWS:
            continue
        if not bool(made.isna().any()) and bool((made == fill).all()):
            return fill
    return UNKNOWN


def _made(cell: Cell, target: ast.expr) -> Any:
    """The column that an assignment made: in the notebook's table, or in the one that the function returned."""
    found, names = place_of(cell, target)
    if found is not None:
        return found[names[0]]
    word = target.attr if isinstance(target, ast.Attribute) else constant(getattr(target, "slice", None))
    if not isinstance(cell, Inside) or not is_table(cell.result) or not isinstance(word, str):
        return None
    table = text_of(getattr(target, "value", target))
    if cell.returns is None or not any(
        text_of(one) == table for one in below(cell.returns) if isinstance(one, ast.Name)
    ):
        return None
    held = cell.result
    return held[word] if word in held.columns and held.columns.is_unique else None


def _plain(node: ast.expr) -> tuple[str, str]:
    """`df['a']` and `df.a` are one place."""
    word = node.attr if isinstance(node, ast.Attribute) else constant(getattr(node, "slice", None))
    return text_of(getattr(node, "value", node)), str(word)


def _is_copied(cell: Cell, table: str) -> bool:
    return any(name == table and isinstance(value, ast.Call) for name, value in cell.assigned())


def _is_untouched(cell: Cell, table: str, word: Any, node: ast.stmt) -> bool:
    """Whether nothing before a statement can have changed a column of a table but copies of the whole."""
    for one in cell.nodes:
        if getattr(one, "lineno", node.lineno) >= node.lineno or not isinstance(one, ast.stmt):
            continue
        if not any(isinstance(part, ast.Name) and part.id == table for part in below(one)):
            continue
        target = one.targets[0] if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
        if isinstance(target, ast.Name) and target.id == table and isinstance(one, ast.Assign):
            if not _is_copy(one.value, table):
                return False
        elif isinstance(target, ast.Subscript) and text_of(target.value) == table:
            if not isinstance(constant(target.slice), str) or constant(target.slice) == word:
                return False
        elif not isinstance(target, ast.Name):
            return False  # something is done with it
    return True


def _is_copy(value: ast.expr, table: str) -> bool:
    """`df.copy()`, and rows of it: `df[df.age > 3]`."""
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in KEEPS:
        value = value.func.value
    if isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Compare):
        value = value.value
    return isinstance(value, ast.Name) and value.id == table
