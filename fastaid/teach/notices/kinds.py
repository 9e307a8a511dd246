"""What kinds of things a cell names: the classes of its variables, of a network's layers, of a learner's parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.run_by_libraries import own_objects
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored


def kinds_of(cell: Cell) -> set[type]:
    """The classes of the variables that a cell names, of what they are made of, and the learner's own behind them."""
    found = {type(part) for held in cell.mentioned.values() for part in _parts(held)}
    return found | {type(held) for held, _ in own_objects(cell)}


def _parts(held: Any) -> Iterator[Any]:
    yield held
    if is_learner(held):
        yield stored(held).get("loss_func")
        held = stored(held).get("model")
    if is_module(held):
        yield from parts_of(held)
    elif is_of(held, "torch.utils.data", "DataLoader"):
        yield from (stored(held).get("dataset"), stored(held).get("sampler"))
