"""The number of the row as a feature: an index that was saved into the csv file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tables import tables_of
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.objects import is_table, library, stored

UNNAMED = re.compile(r"Unnamed: \d+$")
MOST_ROWS = 50_000
MOST_GAPS = 5  # a part of the rows leaves gaps


@check("Tabular", "tabular_learner", ".fit(", needs="pandas")
def saved_index_as_feature(cell: Cell) -> Iterator[Notice]:
    """`Unnamed: 0`, the index that to_csv wrote, is among the inputs of a model."""
    for name, column, subject in _among_inputs(cell):
        call, source = _read(cell)
        again = f"`{source} = {call[:-1]}, index_col=0)`" if call else "`pd.read_csv(file, index_col=0)`"
        yield Notice(
            f"{column!r} is the index that was saved with the csv file, the number of the row, and `{name}` has it as "
            f"a feature: where the rows are sorted it gives the answer away, and new rows have other numbers. Read "
            f"the file with {again} (and save it with `index=False`).",
            subject,
            card="tabular",
        )
        return


def _among_inputs(cell: Cell) -> Iterator[tuple[str, str, int]]:
    """Where such a column goes into a model."""
    if library("fastai") is not None:
        for name, data in tables_of(cell):
            inputs = [*(stored(data).get("cat_names") or ()), *(stored(data).get("cont_names") or ())]
            column = next((one for one in inputs if UNNAMED.match(str(one))), None)
            table: Any = stored(data).get("items")
            if column is not None and is_table(table) and _is_each_rows(table, column):
                yield name, column, id(data)
    for call in cell.calls("fit"):
        given: Any = cell.value(call.args[0]) if call.args else None
        if len(call.args) < 2 or not is_table(given):
            continue
        column = next((one for one in given.columns if UNNAMED.match(str(one))), None)
        if column is not None and _is_each_rows(given, column):
            yield text_of(call.args[0]), column, id(given)


def _is_each_rows(table: Any, column: str) -> bool:
    """Whether each row has a number of its own, at even steps (also after Normalize)."""
    if column not in table.columns or not 3 < len(table) <= MOST_ROWS or table[column].dtype.kind not in "if":
        return False
    values = sorted(table[column].tolist())
    step = min(after - before for before, after in pairwise(values))
    if not step > 0:
        return False
    places = [(one - values[0]) / step for one in values]
    return places[-1] < MOST_GAPS * len(values) and all(abs(one - round(one)) < 0.05 for one in places)


def _read(cell: Cell) -> tuple[str, str]:
    """The learner's read_csv, as text, and the variable it went to."""
    ran = cell.names.get("In")
    earlier = [one for one in ran[-20:] if isinstance(one, str)] if isinstance(ran, list) else []
    for source in [cell.source, *reversed(earlier)]:
        if "read_csv(" not in source:
            continue
        for node in nodes_in(parsed(source), ast.Assign):
            call, target = node.value, node.targets[0]
            if (
                isinstance(call, ast.Call)
                and last_name(call.func) == "read_csv"
                and isinstance(target, ast.Name)
            ):
                text = text_of(call)
                return (text, target.id) if "index_col" not in text and len(text) < 80 else ("", "")
    return "", ""
