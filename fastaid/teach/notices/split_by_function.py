"""A function of the learner's splits a table, and the parts share rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.scalers import is_other, is_training
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_table

LEAST = 0.2  # of the smaller part: a series may take a few rows of history with it


@check(
    "val",
    "test",
    "tst",
    "VAL",
    "Val",
    "TEST",
    "Test",
    "TST",
    also=("@written",),
    needs="pandas",
    within=False,
)
def rows_in_both_parts(cell: Cell) -> Iterator[Notice]:
    """`train_df, valid_df = split(df)`, where a row is in both."""
    for node in cell.of(ast.Assign):
        target, call = node.targets[0], node.value
        if not isinstance(target, ast.Tuple) or not isinstance(call, ast.Call):
            continue
        names = [one.id for one in target.elts if isinstance(one, ast.Name) and cell.bound[one.id] == 1]
        written = cell.written(call.func)
        held: list[tuple[str, Any]] = [(name, cell.names.get(name)) for name in names]
        tables = [pair for pair in held if is_table(pair[1])]
        for (name, first), (other_name, second) in combinations(tables if written is not None else [], 2):
            is_pair = is_training(name.lower()) and is_other(other_name.lower())
            if not is_pair or not (first.index.is_unique and second.index.is_unique) or not len(second):
                continue
            both = second.index.intersection(first.index)
            if len(both) < max(1, LEAST * len(second)) or list(first.columns) != list(second.columns):
                continue
            # A new numbering would give other rows the same numbers.
            if not first.loc[both].equals(second.loc[both]):
                continue
            yield Notice(
                f"{counted(len(both), 'row')} of the {len(second)} of `{other_name}` are in `{name}` too, as "
                f"`{text_of(call.func)}` splits: what is measured there looks better than it is. Let the parts have no "
                "row in common; `sklearn.model_selection.train_test_split` makes such parts.",
                hash((name, other_name, cell.source)),
                card="validation-set",
            )
            return
