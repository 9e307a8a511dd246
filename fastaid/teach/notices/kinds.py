"""What kinds of things a cell names: the classes of its variables, of a network's layers, of a learner's parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from fastaid.teach.notices.cell import PLAIN, Cell
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored

MOST_HELD = 20  # of a list, or attributes of an object, are looked at
CONTAINERS = frozenset({list, tuple, dict})


def kinds_of(cell: Cell) -> set[type]:
    """The classes of the variables that a cell names, and of what they are made of."""
    found = set(map(type, cell.mentioned.values()))
    found.update(type(part) for _, held in cell.things for part in _parts(held))
    found.update(type(part) for held in cell.mentioned.values() for part in _inner(held))
    return found


def _parts(held: Any) -> Iterator[Any]:
    if is_learner(held):
        yield stored(held).get("loss_func")
        held = stored(held).get("model")
    if is_module(held):
        yield from parts_of(held)
    elif is_of(held, "torch.utils.data", "DataLoader"):
        yield from (stored(held).get("dataset"), stored(held).get("sampler"))


def _inner(held: Any) -> Iterator[Any]:
    """The networks and learners in a list, a dictionary or an object that is neither."""
    kind = type(held)
    if kind in CONTAINERS:
        inner = held.values() if kind is dict else held
    elif kind in PLAIN or is_module(held) or is_learner(held):
        return
    else:
        inner = stored(held).values()
    for one in islice(inner, MOST_HELD):
        if type(one) not in PLAIN and (is_module(one) or is_learner(one)):
            yield from _parts(one)
