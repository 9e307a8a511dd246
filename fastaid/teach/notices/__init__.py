"""Mistakes that raise nothing: one file for each family, one function for each cause.

A check looks at a cell that ended well: its source, and the live objects it names. It yields a Notice
where a mistake shows, and never on code that is right. Checks run after every cell: one that has nothing
to look for must cost microseconds, so each names the words without which it is not asked.
"""

from __future__ import annotations

import ast
import importlib
import logging
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.objects import library

log = logging.getLogger(__name__)
MOST_SHOWN = 3  # of one cell


@dataclass(frozen=True)
class Cell:
    """A cell that ran without an error."""

    source: str  # as Python: magics are calls
    names: Mapping[str, Any]  # the notebook's variables, after it

    @cached_property
    def tree(self) -> ast.Module:
        """The cell, parsed."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError):
            return ast.Module([], [])

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every part of it, functions defined in the cell included."""
        return list(ast.walk(self.tree))

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of a function or method by its last name: `learn.fit(…)` for "fit"."""
        for node in self.nodes:
            if isinstance(node, ast.Call) and _last_name(node.func) in names:
                yield node

    @cached_property
    def mentioned(self) -> dict[str, Any]:
        """The variables that the cell names, with their values."""
        words = {node.id for node in self.nodes if isinstance(node, ast.Name)}
        return {word: self.names[word] for word in words if word in self.names}

    def live(self, kind: Callable[[Any], bool]) -> Iterator[tuple[str, Any]]:
        """Variables of a kind that the cell names."""
        for name, held in self.mentioned.items():
            if kind(held):
                yield name, held


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


Looking = Callable[[Cell], Iterator[Notice]]


@dataclass(frozen=True)
class Check:
    """One mistake, and the words without which a cell cannot make it."""

    name: str  # "training.not_called"
    look: Looking
    words: tuple[str, ...]  # any of them must stand in the cell
    needs: str  # a library without which the mistake cannot be


def check(*words: str, needs: str = "torch") -> Callable[[Looking], Looking]:
    """Mark a function as a check of cells that hold any of these words."""

    def mark(look: Looking) -> Looking:
        family = look.__module__.rpartition(".")[2]
        look.check = Check(f"{family}.{look.__name__}", look, words, needs)  # type: ignore[attr-defined]
        return look

    return mark


def checks_in(module: ModuleType) -> list[Check]:
    """A family's checks in the order they are written."""
    return [held.check for held in vars(module).values() if isinstance(getattr(held, "check", None), Check)]


@cache
def every_check() -> tuple[Check, ...]:
    """All families."""
    names = sorted(one.name for one in pkgutil.iter_modules(__path__))
    return tuple(one for name in names for one in checks_in(importlib.import_module(f"{__name__}.{name}")))


def notices_of(cell: Cell) -> Iterator[Notice]:
    """What there is to say about a cell. Never raises."""
    for one in every_check():
        if library(one.needs) is None or not any(word in cell.source for word in one.words):
            continue
        try:
            for said in one.look(cell):
                yield replace(said, rule=one.name)
        except Exception:
            log.debug("check %s failed", one.name, exc_info=True)
