"""Infinite numbers in the columns of a table that a learner trains on."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, library, stored

MOST_ROWS = 2_000_000
MOST_CELLS = 60  # of the notebook are read for where a column was made
LOGS = ("log", "log2", "log10")


def infinite_column(cell: Cell, name: str, dls: Any) -> str:
    """What to say of a column with -inf or inf; "" where no column has one."""
    found = _column(cell, dls)
    if found is None:
        return ""
    table, column, is_target, n, is_below = found
    part = "target column" if is_target else "column"
    sign = "-inf" if is_below else "inf"
    made = _made(cell, column)
    where = f"`{table}[{column!r}]`" if table else f"`{column}`"
    text = f"The loss is nan because the {part} {where} holds {sign} in {counted(n, 'row')}"
    if made is not None and last_name(made.func) in LOGS and is_below:
        given = text_of(made.args[0])
        right = f"{table}[{column!r}] = np.log1p({given})"
        text += f": `{text_of(made)}` of 0 is -inf. Write `{right}` (log of 1 + x, which is 0 for 0)"
    else:
        text += f": {'a log of 0' if is_below else 'a division by 0'} gives that. Mend the column"
        if table:
            text += f", or leave these rows out: `{table} = {table}[np.isfinite({table}[{column!r}])]`"
    return f"{text}, then make `dls` and `{name}` anew."


def _column(cell: Cell, dls: Any) -> tuple[str, str, bool, int, bool] | None:
    """The table's name, the column, whether it is the target, how many rows, whether they are -inf."""
    for loader in loaders_of(dls):
        data: Any = loader.get("dataset")
        if not is_of(data, "fastai.tabular.core", "Tabular"):
            continue
        targets = list(stored(data).get("y_names") or ())
        for column in [*targets, *(stored(data).get("cont_names") or ())]:
            # Normalize makes nan of a column with inf: the learner's own table still has it.
            for name, held in [*_tables(cell, column), ("", stored(data).get("items"))]:
                n, is_below = _infinite(held, column)
                if n:
                    return name, column, column in targets, n, is_below
    return None


def _tables(cell: Cell, column: str) -> list[tuple[str, Any]]:
    tables = [pair for pair in cell.variables if is_table(pair[1])]
    tables.sort(key=lambda pair: pair[0] not in cell.mentioned)
    return [pair for pair in tables if column in pair[1].columns]


def _infinite(table: Any, column: str) -> tuple[int, bool]:
    numpy: Any = library("numpy")
    if not is_table(table) or column not in table.columns or len(table) > MOST_ROWS:
        return 0, False
    values = table[column]
    if getattr(values, "ndim", 0) != 1 or getattr(values.dtype, "kind", "") != "f":
        return 0, False
    bad = numpy.isinf(values.to_numpy())
    return int(bad.sum()), bool((values.to_numpy()[bad] < 0).all())


def _made(cell: Cell, column: str) -> ast.Call | None:
    """The call that made a column, in this cell or an earlier one."""
    earlier = [one for one in list(cell.names.get("In") or [])[-MOST_CELLS:] if isinstance(one, str)]
    for source in [cell.source, *reversed(earlier)]:
        if not re.search(rf"{re.escape(column)}\b", source):
            continue
        for node in nodes_in(parsed(source), ast.Assign):
            target = node.targets[0]
            key = target.slice.value if _is_column(target) else None  # type: ignore[attr-defined]
            if key == column and isinstance(node.value, ast.Call) and len(node.value.args) == 1:
                return node.value
    return None


def _is_column(target: ast.expr) -> bool:
    return isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant)
