"""Methods of a table's column whose result is lost: `df.Age.fillna(0)`. Asked by results; no checks of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column, place_of
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_table, library

# Methods whose result has a value for each row, in the same order: it can be put in the column's place.
FOR_EACH_ROW = frozenset({
    "fillna", "ffill", "bfill", "replace", "astype", "round", "clip", "interpolate", "abs", "where", "mask", "add",
    "sub", "mul", "div", "infer_objects", "convert_dtypes",
})  # fmt: skip
OF_TEXTS = frozenset({
    "replace", "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "casefold", "swapcase", "zfill",
    "pad", "ljust", "rjust", "center", "slice", "normalize", "removeprefix", "removesuffix",
})  # fmt: skip
OF_PANDAS = ("to_datetime", "to_numeric", "to_timedelta")
ACCESSORS = ("str", "dt", "cat")
OF_CATEGORIES = frozenset({
    "set_categories", "rename_categories", "add_categories", "remove_categories", "remove_unused_categories",
    "reorder_categories", "as_ordered", "as_unordered",
})  # fmt: skip
OF_DATES = frozenset({"normalize", "floor", "ceil", "round", "tz_localize", "tz_convert"})
OF_ROWS = ("dropna", "sort_values", "drop_duplicates", "rename")
OF_COLUMNS = FOR_EACH_ROW | OF_TEXTS | OF_CATEGORIES | OF_DATES | {*OF_PANDAS, *OF_ROWS, "map"}
MORE = {"str": OF_TEXTS, "cat": OF_CATEGORIES, "dt": OF_DATES}


def column_lost(cell: Cell, call: ast.Call) -> str:
    """What to say of a call that makes a new column which nothing keeps; "" where it is not such a call."""
    func = call.func
    if not isinstance(func, ast.Attribute):
        return ""
    if func.attr in OF_PANDAS and cell.value(func.value) is library("pandas") and call.args:
        base: ast.expr = call.args[0]
    else:
        found = _base(call)
        if found is None:
            return ""
        base = found
    if isinstance(base, ast.Name) and not is_column(cell.value(base)):
        return ""
    if not isinstance(base, (ast.Name, ast.Attribute, ast.Subscript)) or not _is_held(cell, base):
        return ""
    fix = _fix(cell, call, base)
    kind = "column" if is_column(held_by(cell, base)) else "columns"
    if isinstance(base, ast.Name):
        kind = "Series"
    makes = "new ones, which are" if kind == "columns" else "a new one, which is"
    return (
        f"`{text_of(call)}` does not change the {kind} `{text_of(base)}`: it returns {makes} dropped. Write `{fix}`."
        if fix
        else ""
    )


def _is_held(cell: Cell, base: ast.expr) -> bool:
    """Whether it is a column, or some, of one of the notebook's tables."""
    held = held_by(cell, base)
    if isinstance(base, ast.Attribute):
        table: Any = cell.value(base.value)
        return is_column(held) and not hasattr(type(table), base.attr)  # df.size is no column
    return is_column(held) or is_table(held)


def _base(call: ast.Call) -> ast.expr | None:
    """The column that a chain of methods begins with, where each of them gives a new one and does nothing else."""
    node: ast.expr = call
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if any(one.arg in ("inplace", "out", "copy", None) for one in node.keywords):
            return None
        word, owner = node.func.attr, node.func.value
        is_more = isinstance(owner, ast.Attribute) and owner.attr in ACCESSORS
        if isinstance(owner, ast.Attribute) and is_more:
            if word not in MORE[owner.attr]:
                return None
            owner = owner.value
        elif word not in FOR_EACH_ROW and (node is not call or not (word in OF_ROWS or _is_mapped(node))):
            return None
        node = owner
    return node


def _is_mapped(call: ast.Call) -> bool:
    """`.map({'male': 0, 'female': 1})`: a function may do more than return a value, a dictionary does not."""
    is_one = len(call.args) == 1 and not call.keywords
    return last_name(call.func) == "map" and is_one and isinstance(call.args[0], ast.Dict)


def _fix(cell: Cell, call: ast.Call, base: ast.expr) -> str:
    """The line that keeps the result: rows are left out of, or sorted in, the whole table."""
    word = last_name(call.func)
    is_plain = isinstance(call.func, ast.Attribute) and call.func.value is base
    if word not in OF_ROWS or not is_plain:
        return f"{_target(cell, base)} = {text_of(call)}"
    if isinstance(base, ast.Name):
        return f"{base.id} = {text_of(call)}"
    table, names = place_of(cell, base)
    holder = base.value if isinstance(base, (ast.Attribute, ast.Subscript)) else None
    if table is None or len(names) != 1 or not isinstance(holder, ast.Name):
        return ""
    name, column = holder.id, names[0]
    given = "".join(f", {one.arg}={text_of(one.value)}" for one in call.keywords if one.arg == "ascending")
    if word == "rename":
        new = call.args[0] if call.args else keyword(call, "index")
        is_text = isinstance(new, ast.Constant) and isinstance(new.value, str)
        return (
            f"{name} = {name}.rename(columns={{{column!r}: {text_of(new)}}})"
            if new is not None and is_text
            else ""
        )
    if word == "dropna":
        return f"{name} = {name}.dropna(subset=[{column!r}])"
    return f"{name} = {name}.{word}({column!r}{given})"


def _target(cell: Cell, base: ast.expr) -> str:
    """The column as it can be set: `df['Age']` for `df.Age`."""
    if isinstance(base, ast.Attribute):
        return f"{text_of(base.value)}[{base.attr!r}]"
    return text_of(base)
