"""Data that were looked at before: the same loaders stand in many cells of a notebook. No checks of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import stored

if TYPE_CHECKING:
    from fastaid.teach.notices import Check

# fastai's DataLoaders, with what tells that they are as they were, and the checks that had nothing to say of them.
_settled: WeakKeyDictionary[Any, tuple[list[int], frozenset[str]]] = WeakKeyDictionary()


def open_checks(checks: Sequence[Check], cell: Cell) -> Sequence[Check]:
    """The checks without those of data that had nothing to say of any data of the cell."""
    if not any(one.of_data for one in checks):
        return checks
    known = [_known(dls) for _, dls in cell.loaders()]
    done = frozenset.intersection(*known) if known else frozenset()
    return [one for one in checks if one.name not in done]


def settle(checks: Iterable[Check], told: set[str], cell: Cell) -> None:
    """Remember the checks of data that had nothing to say."""
    silent = frozenset(one.name for one in checks if one.of_data and one.name not in told)
    if silent:
        for _, dls in cell.loaders():
            _settled[dls] = (_state(dls), _known(dls) | silent)


def _known(dls: Any) -> frozenset[str]:
    state, names = _settled.get(dls, ([], frozenset[str]()))
    return names if names and state == _state(dls) else frozenset()


def _state(dls: Any) -> list[int]:
    """What changes where loaders get other data: their datasets, the items and the classes of these, their number."""
    found: list[int] = []
    for loader in loaders_of(dls):
        data = loader.get("dataset")
        found += (id(data), loader.get("n") or 0)
        for one in stored(data).get("tls") or ():
            inner = stored(one)
            found += (id(inner.get("items")), id(inner.get("tfms")))
    return found
