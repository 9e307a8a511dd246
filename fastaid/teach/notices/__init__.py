"""Mistakes that raise nothing: one file for each family, one function for each cause.

A check looks at a cell that ended well: its source, and the live objects it names. It yields a Notice
where a mistake shows, and never on code that is right. Checks run after every cell: one that has nothing
to look for must cost microseconds, so each names the words without which it is not asked.
"""

from __future__ import annotations

import importlib
import logging
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import ModuleType

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import MOST_SOURCES
from fastaid.teach.objects import library

log = logging.getLogger(__name__)
MOST_SHOWN = 3  # of one cell
MOST_BODIES = 256  # functions of which is kept who asks for them
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
    words: tuple[str, ...]  # any of them must stand in the cell
    needs: str  # a library without which the mistake cannot be
    within: bool = True  # it looks at the bodies of the learner's functions that a cell calls, too


def check(*words: str, needs: str = "torch", within: bool = True) -> Callable[[Looking], Looking]:
    """Mark a function as a check of cells that hold any of these words, and of functions' bodies."""

    def mark(look: Looking) -> Looking:
        family = look.__module__.rpartition(".")[2]
        look.check = Check(f"{family}.{look.__name__}", look, words, needs, within)  # type: ignore[attr-defined]
        return look

    return mark


def checks_in(module: ModuleType) -> list[Check]:
    """A family's checks in the order they are written."""
    return [held.check for held in vars(module).values() if isinstance(getattr(held, "check", None), Check)]


@cache
def family(name: str) -> tuple[Check, ...]:
    """The checks of one file."""
    return tuple(checks_in(importlib.import_module(f"{__name__}.{name}")))


@cache
def every_check() -> tuple[Check, ...]:
    """All families."""
    return tuple(one for found in sorted(pkgutil.iter_modules(__path__)) for one in family(found.name))


@cache
def _known(has_library: bool) -> tuple[tuple[Check, ...], dict[str, list[int]]]:
    """The checks that can have something to say (a notebook without torch imports few), and who asks for a word."""
    checks = every_check() if has_library else tuple(one for name in OF_PYTHON for one in family(name))
    askers: dict[str, list[int]] = {}
    for number, one in enumerate(checks):
        for word in one.words:
            askers.setdefault(word, []).append(number)
    return checks, askers


def asked(cell: Cell) -> Iterator[Check]:
    """The checks of whose words one stands in the cell: each word is looked for once."""
    for one in _asked(cell.source, any(library(name) is not None for name in LIBRARIES)):
        if library(one.needs) is not None:
            yield one


@lru_cache(MOST_SOURCES)
def _asked(source: str, has_library: bool) -> tuple[Check, ...]:
    checks, askers = _known(has_library)
    return tuple(checks[n] for n in sorted({n for word in askers if word in source for n in askers[word]}))


@lru_cache(MOST_BODIES)
def _asked_within(source: str, has_library: bool) -> tuple[Check, ...]:
    """The checks that look into functions, of whose words one stands in this body."""
    return tuple(one for one in _asked.__wrapped__(source, has_library) if one.within)


def notices_of(cell: Cell) -> list[Notice]:
    """What there is to say about a cell. Never raises."""
    from fastaid.teach.notices.values import parts_kept

    found: list[Notice] = []
    with parts_kept():
        for one in asked(cell):
            found += _said(one, cell)
        told = {_of_family(said) for said in found if said.subject}
        try:
            texts = {said.text for said in found}
            found += [
                said
                for said in _said_within(cell)
                if _of_family(said) not in told and said.text.partition(": ")[2] not in texts
            ]
        except Exception:
            log.debug("the functions of a cell could not be looked at", exc_info=True)
    return found


def _of_family(said: Notice) -> tuple[str, int]:
    """A family's checks may look into functions in a way of their own: once is enough for each object."""
    return said.rule.partition(".")[0], said.subject


def _said_within(cell: Cell) -> list[Notice]:
    """What the checks that look into functions have to say about those that the cell calls."""
    from fastaid.teach.notices.inside import functions_of

    has_library = any(library(name) is not None for name in LIBRARIES)
    return [
        part.placed(said)
        for part in functions_of(cell, lambda body: _asked_within(body, has_library))
        for one in _asked_within(part.source, has_library)
        if library(one.needs) is not None
        for said in _said(one, part)
    ]


def _said(one: Check, cell: Cell) -> list[Notice]:
    """What a check has to say about a cell. Never raises."""
    found = []
    try:
        for said in one.look(cell):
            found.append(replace(said, rule=one.name))
    except Exception:
        log.debug("check %s failed", one.name, exc_info=True)
    return found
