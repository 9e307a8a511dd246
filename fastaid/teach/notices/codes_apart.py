"""Words and categories that a function numbers anew for each part of the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.columns import held_by, is_column
from fastaid.teach.notices.scalers import is_other, is_training, rest_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_tensor

GIVEN = (ast.Name, ast.Attribute, ast.Subscript)
MOST_TEXTS = 2_000
MOST_TOKENS = 100_000


@check("val", "test", "tst")
def numbered_anew(cell: Cell) -> Iterator[Notice]:
    """`train_ids = numericalize(train_texts)`, `valid_ids = numericalize(valid_texts)`: two vocabularies."""
    found: dict[str, tuple[str, ast.Call]] = {}
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or len(call.args) != 1 or not isinstance(call.args[0], GIVEN):
            continue
        words = {one.id for one in below(call.args[0]) if isinstance(one, ast.Name)}
        if cell.bound[name] == 1 and all(cell.bound[one] <= 1 for one in words):
            found[text_of(call.args[0])] = (name, call)
    for given, (name, call) in found.items():
        train = next(
            (one for one in found if is_training(one.lower()) and rest_of(one) == rest_of(given)), ""
        )
        if not train or not is_other(given.lower()) or text_of(found[train][1].func) != text_of(call.func):
            continue
        if cell.written(call.func) is None:
            continue
        both = [
            _numbering(_value(cell, found[one][1].args[0]), cell.names.get(found[one][0]))
            for one in (train, given)
        ]
        if both[0] is None or both[1] is None:
            continue
        word = next((one for one in both[1] if both[0].get(one, both[1][one]) != both[1][one]), None)
        if word is None:
            continue
        function = text_of(call.func)
        yield Notice(
            f"`{function}` numbers what it is given anew at each call: {word!r} is {both[0][word]} in "
            f"`{found[train][0]}` and {both[1][word]} in `{name}`, so the same number means another thing in each. "
            f"Make the numbering once, from `{train}`, outside of `{function}`, and use it for both (with a number of "
            "its own for what is not in it).",
            hash((function, given)),
            card="labels-and-vocab",
        )
        return


def _value(cell: Cell, node: ast.expr) -> Any:
    held = held_by(cell, node)
    return cell.value(node) if held is UNKNOWN else held


def _numbering(texts: Any, numbers: Any) -> dict[str, int] | None:
    """Which number each word or category got; None where they are not numbered one by one."""
    items = _texts(texts)
    rows = _rows(numbers)
    if items is None or rows is None or len(items) != len(rows):
        return None
    if all(isinstance(one, int) for one in rows):
        return _paired([(one, row) for one, row in zip(items, rows, strict=True)])
    for split in (str.split, list):
        tokens = [split(one) for one in items]
        if all(isinstance(row, list) and len(row) == len(own) for own, row in zip(tokens, rows, strict=True)):
            return _paired(
                [pair for own, row in zip(tokens, rows, strict=True) for pair in zip(own, row, strict=True)]
            )
    return None


def _paired(pairs: Sequence[tuple[Any, Any]]) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for word, number in pairs[:MOST_TOKENS]:
        if type(number) is not int or found.setdefault(word, number) != number:
            return None
    # Codes differ from one word to another; a length or a hash that collides is no numbering.
    return found if len(found) > 1 and len(set(found.values())) == len(found) else None


def _texts(held: Any) -> list[str] | None:
    is_list = isinstance(held, (list, tuple)) or is_column(held) or is_of(held, "fastcore.foundation", "L")
    if not is_list or not 1 < len(held) <= MOST_TEXTS:
        return None
    found = list(held)
    return found if all(isinstance(one, str) for one in found) else None


def _rows(held: Any) -> list[Any] | None:
    """Whole numbers, one for each item, or a list of them for each."""
    if is_tensor(held) or is_array(held) or is_column(held):
        held = held.tolist()
    if not isinstance(held, (list, tuple)) or len(held) > MOST_TEXTS:
        return None
    return [one.tolist() if is_tensor(one) or is_array(one) or hasattr(one, "item") else one for one in held]
