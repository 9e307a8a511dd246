"""Folds of rows that are sorted by class: a fold tests classes that its training rows do not have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_array, is_of, is_tensor, library

OF_FOLDS = ("cross_val_score", "cross_validate", "cross_val_predict")
MAKERS = ("KFold", "StratifiedKFold", "GroupKFold", "ShuffleSplit", "StratifiedShuffleSplit")
MOST_ROWS = 200_000
MOST_CLASSES = 100
FEWEST = 4  # items of a class, on the average


@check("KFold(", "shuffle=False", needs="sklearn")
def folds_of_sorted_classes(cell: Cell) -> Iterator[Notice]:
    """`KFold(3).split(X)`, where the rows are sorted by class and are not shuffled."""
    defined = in_definitions(cell)
    for call in cell.calls("KFold"):
        if id(call) in defined or constant(keyword(call, "shuffle")) is True:
            continue
        given = call.args[0] if call.args else keyword(call, "n_splits")
        n = cell.value(given) if given is not None else 5
        if type(n) is not int or n < 2 or len(call.args) > 1:
            continue
        for name, held in cell.live(_is_column):
            lost = _lost(held, n)
            if not lost or not _is_target(cell, name, call):
                continue
            yield Notice(
                f"`{text_of(call)}` cuts the rows in their order, and `{name}` is sorted by class: each fold tests "
                f"classes that its training rows do not have ({lost[0]!r}), so the model cannot know them. Write "
                f"`KFold(n_splits={n}, shuffle=True, random_state=0)`.",
                id(held),
                card="validation-set",
            )
            return


def _is_target(cell: Cell, name: str, fold: ast.Call) -> bool:
    """Whether a name stands for the targets that are cut into these folds."""
    kept = next((one for one, value in cell.assigned() if value is fold), "")
    for call in cell.calls(*OF_FOLDS):
        cv = keyword(call, "cv")
        if cv is not None and (cv is fold or (kept and text_of(cv) == kept)):
            return any(_names(one, name) for one in _third(call))
    if len([*cell.calls(*MAKERS)]) > 1:
        return False
    given = [one for call in cell.calls("fit", "score") for one in (*call.args[1:2], *_y(call))]
    if any(_names(one, name) for one in given):
        return True
    pairs = [(target, value) for target, value in cell.assigned() if isinstance(value, ast.Subscript)]
    return any(
        text_of(value.value) in (name, f"{name}.iloc") and target[:1] == "y" for target, value in pairs
    )


def _third(call: ast.Call) -> list[ast.expr]:
    return [*call.args[2:3], *_y(call)]


def _y(call: ast.Call) -> list[ast.expr]:
    return [one.value for one in call.keywords if one.arg == "y"]


def _names(node: ast.expr, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in below(node))


def _is_column(held: Any) -> bool:
    if library("pandas") is not None and is_of(held, "pandas", "Series"):
        return True
    return (is_array(held) or is_tensor(held)) and len(held.shape) == 1


def _lost(held: Any, n: int) -> list[Any]:
    """The classes of a fold none of which is among its training rows."""
    if not n <= len(held) <= MOST_ROWS or (is_tensor(held) and held.device.type != "cpu"):
        return []
    values = held.tolist()
    if not all(type(one) in (int, str, bool) for one in values):
        return []
    classes = set(values)
    if not 2 <= len(classes) <= MOST_CLASSES or len(values) < FEWEST * len(classes):
        return []
    start = 0
    for fold in range(n):
        end = start + len(values) // n + (fold < len(values) % n)
        inside, rest = set(values[start:end]), set(values[:start] + values[end:])
        if inside and not inside & rest:
            return sorted(inside)
        start = end
    return []
