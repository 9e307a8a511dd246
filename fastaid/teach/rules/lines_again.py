"""The lines that a value came of, through other names, to be run again. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import FunctionType

from fastaid.teach.rules.covered_lines import outside_comprehensions
from fastaid.teach.rules.python_source import cells, given, is_bound
from fastaid.teach.scene import Scene

MOST_LINES = 4
LONGEST = 110
DEEPEST = 5


@dataclass(frozen=True)
class Line:
    """An assignment of the notebook's."""

    name: str
    value: ast.expr
    cell: int  # its number; 0 where cells have none
    row: int  # in its cell

    @property
    def place(self) -> tuple[int, int]:
        """When it ran: later ones are larger."""
        return self.cell, self.row

    @property
    def text(self) -> str:
        return f"{self.name} = {ast.unparse(self.value)}"

    @property
    def names(self) -> list[str]:
        """The names that it reads."""
        return [one.id for one in ast.walk(self.value) if isinstance(one, ast.Name)]


def last_line(scene: Scene, name: str, before: tuple[int, int] | None = None) -> Line | None:
    """The line of the notebook that gave a name its value, last; None where something else than `=` did."""
    newest, top = cells(scene)[-1][0], scene.top
    for number, text in reversed(cells(scene)):
        tree = _parsed(text)
        if tree is None:
            continue
        limit = top.line if number == newest and top is not None else 0
        if before is not None:
            if number > before[0]:
                continue
            limit = before[1] if number == before[0] else limit
        if not is_bound(tree.body, name, limit):
            continue
        found = [
            Line(name, value, number, node.lineno)
            for node in outside_comprehensions(tree.body)
            if isinstance(node, ast.Assign) and (value := given(node, name)) is not None
        ]
        found = [one for one in found if not limit or one.row < limit]
        is_last = found and not is_bound(_after(tree.body, found[-1].row), name, limit)
        return found[-1] if is_last else None
    return None


@lru_cache(maxsize=256)
def _parsed(text: str) -> ast.Module | None:
    """A cell that is Python; names are looked up in the same ones again and again."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _after(body: list[ast.stmt], row: int) -> list[ast.AST]:
    return [node for node in outside_comprehensions(body) if getattr(node, "lineno", 0) > row]


def lines_from(
    scene: Scene,
    name: str,  # of what is to be made again
    is_root: Callable[[str], bool],  # a name that is good as it is: the lines behind it are not wanted
    depth: int = 0,
) -> list[Line]:
    """The lines that made a name's value out of the roots, in their order; [] where it does not come of them."""
    line = last_line(scene, name) if depth <= DEEPEST else None
    if line is None or name in line.names:
        return []
    found: dict[str, Line] = {}
    is_of_root = False
    for word in dict.fromkeys(_read_by(scene, line)):
        if is_root(word):
            is_of_root = True
        elif word != name:
            for one in lines_from(scene, word, is_root, depth + 1):
                found[one.name] = one
    if not found and not is_of_root:
        return []
    return sorted([*found.values(), line], key=lambda one: one.place)


def _read_by(scene: Scene, line: Line) -> Iterator[str]:
    """The names that a line reads, and those that the notebook's functions in it read."""
    for word in line.names:
        held = scene.names.get(word)
        if isinstance(held, FunctionType) and held.__globals__ is scene.names:
            yield from (one for one in held.__code__.co_names if one in scene.names)
        else:
            yield word


def is_short(lines: list[Line]) -> bool:
    """Whether a card has room for them."""
    return len(lines) <= MOST_LINES and all(len(one.text) <= LONGEST for one in lines)
