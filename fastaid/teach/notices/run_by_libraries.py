"""The learner's methods that libraries call: `forward` of a loss, `__getitem__` of a dataset. No checks of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.teach.notices.cell import Cell, body_of
from fastaid.teach.notices.inside import NOTHING, Inside, Names, inside
from fastaid.teach.notices.tree import FUNCTIONS
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, stored

METHODS = ("forward", "__call__", "__getitem__", "__len__")
MOST_PARTS = 40  # of the learner's own classes are looked at


def own_objects(cell: Cell) -> list[tuple[Any, ast.ClassDef]]:
    """Networks, losses and datasets of the learner's own classes that the cell names, with their classes."""
    return [(held, kind) for held, kind, _ in cell.once(_own_objects)]


def bodies(cell: Cell, *words: str) -> Iterator[tuple[str, Cell]]:
    """The cell and the methods behind it that libraries call, if any of the words stands there; each with its place."""
    if any(word in cell.source for word in words):
        yield "", cell
    if isinstance(cell, Inside):
        return  # the cell that calls it has shown them
    for held, kind, made in cell.once(_own_objects):
        for name in METHODS:
            method = vars(made).get(name)
            written = cell.definition(method) if isinstance(method, FunctionType) else None
            if isinstance(written, FUNCTIONS[:2]) and any(word in body_of(written) for word in words):
                part = inside(cell, ast.Call(NOTHING, [], []), written, cell.names)
                if held is not None:
                    part = Inside(
                        part.source, Names({"self": held}, frozenset(), part.names), function=written
                    )
                yield f"In `{name}` of `{kind.name}`: ", part


def methods_of(kind: ast.ClassDef, *names: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """A class's methods of these names."""
    return [one for one in kind.body if isinstance(one, FUNCTIONS[:2]) and one.name in names]


def _own_objects(cell: Cell) -> list[tuple[Any, ast.ClassDef, type]]:
    found: dict[int, tuple[Any, ast.ClassDef, type]] = {}
    held = [one for name, one in cell.things if name[:1] != "_"]
    for one in [inner for outer in held for inner in _behind(outer)][:MOST_PARTS]:
        kind = cell.definition(type(one))
        if isinstance(kind, ast.ClassDef):
            found.setdefault(id(kind), (one, kind, type(one)))
    for call, written in cell.own_calls:
        made = cell.value(call.func)
        if isinstance(written, ast.ClassDef) and isinstance(made, type):
            found.setdefault(id(written), (None, written, made))
    return list(found.values())


def _behind(held: Any) -> Iterator[Any]:
    """What is of the learner's own class in an object."""
    if is_learner(held):
        kept = stored(held)
        for one in (kept.get("model"), kept.get("loss_func"), kept.get("dls")):
            yield from _behind(one)
    elif is_module(held):
        yield from (one for one in parts_of(held) if type(one).__module__ == "__main__")
    elif is_dls(held):
        for loader in list(stored(held).get("loaders") or ())[:1]:
            yield from _behind(stored(loader).get("dataset"))
    elif is_of(held, "torch.utils.data", "DataLoader", "Subset"):
        yield from _behind(stored(held).get("dataset"))
    elif type(held).__module__ == "__main__" and not isinstance(held, type):
        yield held
