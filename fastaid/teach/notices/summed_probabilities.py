"""Probabilities that are added up, and compared with a threshold as if they had been averaged."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_tensor

MOST_NUMBERS = 1_000_000


@check("softmax")
def sum_against_a_threshold(cell: Cell) -> Iterator[Notice]:
    """`probs += model(x).softmax(1)` for four views, then `probs.max(1).values > 0.9`."""
    defined = in_definitions(cell)
    for node in cell.of(ast.AugAssign):
        target = node.target
        if id(node) in defined or not isinstance(node.op, ast.Add) or not isinstance(target, ast.Name):
            continue
        if not isinstance(node.value, ast.Call) or last_name(node.value.func) != "softmax":
            continue
        compared = next((one for one in cell.of(ast.Compare) if _is_threshold(one, target.id)), None)
        times = _times(cell, target) if compared is not None else 0
        if times < 2 or compared is None:
            continue
        name = target.id
        yield Notice(
            f"`{name}` is the sum of {times} predictions: each of its rows adds up to {times}, not to 1, so "
            f"`{text_of(compared)}` is true too often. After the loop write `{name} = {name} / {times}`.",
            hash(text_of(node)),
            card="test-time-augmentation",
        )
        return


def _is_threshold(node: ast.Compare, name: str) -> bool:
    """`probs > 0.9`, `probs.max(1).values >= t`."""
    held = constant(node.comparators[0])
    is_part = isinstance(held, float) and 0 < held < 1
    return is_part and any(isinstance(one, ast.Name) and one.id == name for one in below(node.left))


def _times(cell: Cell, node: ast.expr) -> int:
    """What each row of a tensor adds up to, where that is a whole number and the same for all."""
    held = cell.value(node)
    if not is_tensor(held) or held.ndim != 2 or not 2 <= held.numel() <= MOST_NUMBERS:
        return 0
    if held.device.type != "cpu":
        return 0
    sums = held.detach().double().sum(1)
    first = round(float(sums[0]))
    return first if bool(((sums - first).abs() < 1e-3).all()) else 0
