"""A target of two numbers that is learnt as a quantity, and metrics that are no single number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.data import vocabulary
from fastaid.teach.notices.training import FITS, fits
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_array, is_learner, is_of, is_table, is_tensor, shape, stored

FEWEST_ROWS = 20
OF_NUMBERS = frozenset({"MSELossFlat", "BaseLoss", "MSELoss", "L1LossFlat"})
MOST_CELLS = 100


@check("tabular_learner(", needs="fastai")
def classes_learnt_as_numbers(cell: Cell) -> Iterator[Notice]:
    """`Survived` holds 0 and 1 as numbers, and no y_block says that these are classes."""
    for call in cell.calls("tabular_learner"):
        is_asked = any(one.arg in (None, "loss_func", "y_range", "metrics", "n_out") for one in call.keywords)
        if is_asked or "RegressionBlock" in cell.source:
            continue
        for name, learn in cell.live(is_learner):
            if getattr(stored(learn).get("loss_func"), "__class__", type).__name__ not in OF_NUMBERS:
                continue
            data = (loaders_of(stored(learn).get("dls")) or [{}])[0].get("dataset")
            found = _two_numbers(data)
            if found is None or any("RegressionBlock" in one for one in _earlier(cell)):
                continue
            column, values = found
            yield Notice(
                f"`{column}` holds only {values[0]} and {values[1]}, and as they are numbers `{name}` learns a "
                "quantity (a regression with a mean squared error), not two classes. For classes add "
                f"`y_block=CategoryBlock()` beside `y_names={column!r}`, and make the dls and `{name}` anew.",
                id(learn),
                card="tabular",
            )
            return


def _earlier(cell: Cell) -> list[str]:
    return [one for one in list(cell.names.get("In") or ())[-MOST_CELLS:] if isinstance(one, str)]


def _two_numbers(data: Any) -> tuple[str, list[int]] | None:
    """The only target of a table, and its values, where these are two whole numbers."""
    if not is_of(data, "fastai.tabular.core", "Tabular") or is_of(data, "fastai.collab", "TabularCollab"):
        return None
    table: Any = stored(data).get("items")
    names = list(stored(data).get("y_names") or ())
    if len(names) != 1 or not is_table(table) or len(table) < FEWEST_ROWS or names[0] not in table.columns:
        return None
    column = table[names[0]]
    values = sorted(column.unique().tolist()) if column.dtype.kind in "iuf" else []
    if len(values) != 2 or values[1] - values[0] not in (1, 2) or any(one != int(one) for one in values):
        return None
    return str(names[0]), [int(one) for one in values]


@check(*(f".{name}" for name in FITS), ".validate", needs="fastai")
def metric_of_each_item(cell: Cell) -> Iterator[Notice]:
    """A metric returns a number for each item of the batch, not one for all."""
    for name, learn, _ in fits(cell):
        loaders = loaders_of(stored(learn).get("dls"))
        sizes = {one.get("bs") for one in loaders}
        for metric in list(stored(learn).get("_metrics") or ()):
            func, total = stored(metric).get("func"), stored(metric).get("total")
            if not isinstance(func, FunctionType) or func.__module__ != "__main__":
                continue
            n = shape(total)[0] if (is_tensor(total) or is_array(total)) and len(shape(total)) else 0
            if n < 2 or n not in sizes:
                continue
            found = vocabulary(loaders[0].get("dataset"))
            if found is not None and len(found.classes) == n:
                continue
            yield Notice(
                f"The metric `{func.__name__}` of `{name}` returns {n} numbers, one for each item of the batch; a "
                f"metric is one number. {_mean(cell, func)}",
                id(learn) + hash(func.__name__),
                card="metrics",
            )
            return


def _mean(cell: Cell, func: FunctionType) -> str:
    written = cell.definition(func)
    returns = nodes_in(written, ast.Return) if written is not None else []
    if len(returns) != 1 or returns[0].value is None:
        return "Take the mean: `….float().mean()`."
    value = returns[0].value
    text = text_of(value)
    text = text if isinstance(value, (ast.Name, ast.Call, ast.Attribute)) else f"({text})"
    is_whole = any(isinstance(one, ast.Compare) for one in below(written)) if written is not None else True
    return f"Return the mean: `return {text}{'.float()' if is_whole else ''}.mean()`."
