"""Mistakes that raise nothing: one file for each family, one function for each cause.

A check looks at a cell that ended well: its source, and the live objects it names. It yields a Notice
where a mistake shows, and never on code that is right. Checks run after every cell: one that has nothing
to look for must cost microseconds, so each names the words without which it is not asked.
"""

from __future__ import annotations

import importlib
import logging
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import ModuleType

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices.askers import Askers, numbers_in
from fastaid.teach.notices.cell import Cell, body_of
from fastaid.teach.objects import library

log = logging.getLogger(__name__)
MOST_SHOWN = 3  # of one cell
MOST_LISTS = 256  # of checks that are kept
OF_PYTHON = (
    "iterators",
    "later_values",
    "old_instances",
    "python",
    "repeated_rows",
    "results",
    "texts_alone",
)  # families that need no library
LIBRARIES = ("torch", "pandas", "sklearn")  # the others need one of these


Looking = Callable[[Cell], Iterator[Notice]]


@dataclass(frozen=True)
class Check:
    """One mistake, and the words without which a cell cannot make it."""

    name: str  # "training.not_called"
    look: Looking
    words: tuple[str, ...]  # any of them must stand in the cell; "@Learner" is an object of this class
    needs: str  # a library without which the mistake cannot be
    also: tuple[str, ...] = ()  # and any of these must
    within: bool = True  # it looks at the bodies of the learner's functions that a cell calls, too
    reached: bool = False  # its words may stand in these functions in place of the cell
    of_data: bool = False  # what it says depends on fastai's DataLoaders only: it is asked once of each


def check(
    *words: str,
    also: tuple[str, ...] = (),
    needs: str = "torch",
    within: bool = True,
    reached: bool = False,
    of_data: bool = False,
) -> Callable[[Looking], Looking]:
    """Mark a function as a check of cells that hold any of these words, and of functions' bodies."""

    def mark(look: Looking) -> Looking:
        family = look.__module__.rpartition(".")[2]
        name = f"{family}.{look.__name__}"
        look.check = Check(name, look, words, needs, also, within, reached, of_data)  # type: ignore[attr-defined]
        return look

    return mark


def checks_in(module: ModuleType) -> list[Check]:
    """A family's checks in the order they are written; another family's that it asks are not its own."""
    own = (held for held in vars(module).values() if getattr(held, "__module__", "") == module.__name__)
    return [held.check for held in own if isinstance(getattr(held, "check", None), Check)]


@cache
def family(name: str) -> tuple[Check, ...]:
    """The checks of one file."""
    return tuple(checks_in(importlib.import_module(f"{__name__}.{name}")))


@cache
def every_check() -> tuple[Check, ...]:
    """All families."""
    return tuple(one for found in sorted(pkgutil.iter_modules(__path__)) for one in family(found.name))


class Known:
    """The checks that can have something to say, and the words that they wait for."""

    def __init__(self, checks: tuple[Check, ...]):
        self.checks = checks
        self.askers = Askers([(one.words, one.also) for one in checks])
        # What the functions that a cell calls may say for it.
        self.reached = self.askers.bits_of([one.reached for one in checks])
        self.asked = lru_cache(MOST_LISTS)(self._asked)

    def around(self, cell: Cell) -> int:
        """What the learner's functions behind a cell say, and the kinds of things that it names."""
        from fastaid.teach.notices.inside import handed_over
        from fastaid.teach.notices.kinds import kinds_of
        from fastaid.teach.notices.run_by_libraries import own_objects

        try:
            found = 0
            behind = own_objects(cell)
            written = (*handed_over(cell), *(kind for _, kind in behind))
            for body in (*cell.bodies, *map(body_of, written)):
                found |= self.askers.heard(body)
            kinds = kinds_of(cell).union(type(held) for held, _ in behind)
            calls = self.askers.written if cell.bodies else 0
            return found & self.reached | self.askers.seen(kinds) | calls
        except Exception:
            log.debug("what is behind a cell could not be found", exc_info=True)
            return self.reached | self.askers.every_kind  # then anything may be

    def _asked(self, heard: int, within: bool) -> tuple[Check, ...]:
        """The checks that are to look; those that look into functions, too."""
        found = (self.checks[number] for number in numbers_in(self.askers.asked(heard)))
        return tuple(one for one in found if one.within or not within)


@cache
def _known(has_library: bool) -> Known:
    """A notebook without torch imports few."""
    return Known(every_check() if has_library else tuple(one for name in OF_PYTHON for one in family(name)))


def known() -> Known:
    """The checks of this notebook."""
    return _known(any(library(name) is not None for name in LIBRARIES))


def _looking(checks: Sequence[Check], cell: Cell) -> Iterator[Notice]:
    """What checks have to say about a cell. Never raises."""
    for one in checks:
        if library(one.needs) is None:
            continue
        try:
            for said in one.look(cell):
                yield replace(said, rule=one.name)
        except Exception:
            log.debug("check %s failed", one.name, exc_info=True)


def notices_of(cell: Cell) -> list[Notice]:
    """What there is to say about a cell. Never raises."""
    from fastaid.teach.notices.settled import open_checks, settle
    from fastaid.teach.notices.values import parts_kept

    found: list[Notice] = []
    with parts_kept():
        here = known()
        around = here.around(cell)
        asked = open_checks(here.asked(here.askers.heard(cell.source) | around, within=False), cell)
        found += _looking(asked, cell)
        told = {_of_family(said) for said in found if said.subject}
        try:
            texts = {said.text for said in found}
            found += [
                said
                for said in _said_within(cell, here, around)
                if _of_family(said) not in told and said.text.partition(": ")[2] not in texts
            ]
            settle(asked, {said.rule for said in found}, cell)
        except Exception:
            log.debug("the functions of a cell could not be looked at", exc_info=True)
    return found


def _of_family(said: Notice) -> tuple[str, int]:
    """A family's checks may look into functions in a way of their own: once is enough for each object."""
    return said.rule.partition(".")[0], said.subject


def _said_within(cell: Cell, here: Known, around: int) -> Iterator[Notice]:
    """What the checks that look into functions have to say about those that the cell calls."""
    from fastaid.teach.notices.inside import functions_of
    from fastaid.teach.notices.kinds import kinds_of

    askers = here.askers
    reached = (askers.heard(cell.source) | around) & here.reached  # what a call gives is written in the cell

    def may_ask(body: str) -> Sequence[Check]:
        return here.asked(askers.heard(body) | reached | askers.every_kind, within=True)

    for part in functions_of(cell, may_ask):
        heard = askers.heard(part.source) | reached | askers.seen(kinds_of(part))
        calls = askers.written if part.own_calls else 0
        for said in _looking(here.asked(heard | calls, within=True), part):
            yield part.placed(said)
