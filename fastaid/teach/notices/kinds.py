"""What kinds of things a cell names: the classes of its variables, of a network's layers, of a learner's parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored


def kinds_of(cell: Cell) -> set[type]:
    """The classes of the variables that a cell names, and of what they are made of."""
    found = set(map(type, cell.mentioned.values()))
    return found.union(type(part) for _, held in cell.things for part in _parts(held))


def _parts(held: Any) -> Iterator[Any]:
    if is_learner(held):
        yield stored(held).get("loss_func")
        held = stored(held).get("model")
    if is_module(held):
        yield from parts_of(held)
    elif is_of(held, "torch.utils.data", "DataLoader"):
        yield from (stored(held).get("dataset"), stored(held).get("sampler"))
