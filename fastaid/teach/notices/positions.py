"""Positions of rows that are given to fastai as the training and the validation part."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from numbers import Integral
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import may_meet
from fastaid.teach.objects import UNKNOWN, is_array, is_of

MOST_POSITIONS = 50_000  # are compared
OF_ONE_PART = re.compile(r"(?i)train|trn|val|test|tst")  # a list's name: given twice, it is a slip
FEW = 20  # at both ends of a list tell what is in it


@check("splits", needs="fastai")
def splits_overlap(cell: Cell) -> Iterator[Notice]:
    """`splits=(train_idx, valid_idx)` with the same positions in both."""
    for call in cell.of(ast.Call):
        given = keyword(call, "splits")
        if given is None:
            continue
        parts = [cell.value(one) for one in given.elts] if isinstance(given, ast.Tuple) else cell.value(given)
        if not isinstance(parts, (tuple, list)) and not is_of(parts, "fastcore.foundation", "L"):
            continue
        both = [_positions(one) for one in list(parts)[:2]]
        if len(both) < 2 or not both[0] or not both[1]:
            continue
        names = f"`{text_of(given)}`"
        if isinstance(given, ast.Tuple):
            names = " and ".join(f"`{text_of(one)}`" for one in given.elts[:2])
        if parts[0] is parts[1] and not OF_ONE_PART.search(names):
            continue  # all rows for both, as for a last fit on everything
        n = len(set(both[0]) & set(both[1])) if _can_overlap(*both) else 0
        if not n or not all(map(_are_numbers, both)):
            continue
        yield Notice(
            f"{counted(n, 'row')} {'is' if n == 1 else 'are'} in both parts of `splits` ({names}): training and "
            "validation overlap, so what is measured looks better than it is. Each position may stand in one part "
            "only; `splits = RandomSplitter()(df)` makes such parts.",
            hash(ast.dump(call)),
            card="validation-set",
        )
        return


def _can_overlap(first: list[int], second: list[int]) -> bool:
    """Whether the two may have positions in common: whole stretches by their ends, long lists by some of each."""
    if all(
        one[-1] - one[0] == len(one) - 1 and one == list(range(one[0], one[-1] + 1))
        for one in (first, second)
    ):
        return max(first[0], second[0]) <= min(first[-1], second[-1])
    return may_meet(first, second, int)


def _positions(held: Any) -> list[int]:
    """Whole numbers of a list, an L, a range or an array; [] for anything else."""
    if held is UNKNOWN or not (
        isinstance(held, (list, tuple, range)) or is_array(held) or is_of(held, "fastcore.foundation", "L")
    ):
        return []
    if len(held) > MOST_POSITIONS or (is_array(held) and held.ndim != 1):
        return []
    found = held.tolist() if is_array(held) else list(held)
    return found if _are_numbers([*found[:FEW], *found[-FEW:]]) else []


def _are_numbers(found: list[Any]) -> bool:
    return all(issubclass(one, Integral) for one in set(map(type, found)))
