"""Which row of a pandas table a data set was asked for when pandas had none of that label. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_of, is_table, stored
from fastaid.teach.rules.in_workers import is_from_worker, learners_line
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene

BY_LABEL = ("loc", "at")


@dataclass(frozen=True)
class Asked:
    """A table or a column with what was asked of it."""

    text: str  # "self.df['label']"
    held: Any
    index: str  # "idx"
    column: str = ""  # of `self.df.loc[idx, 'label']`
    accessor: str = ""  # "loc", "at"; "" for plain brackets

    @property
    def written(self) -> str:
        """The learner's own expression."""
        inside = f"{self.index}, {self.column}" if self.column else self.index
        return f"{self.text}.{self.accessor}[{inside}]" if self.accessor else f"{self.text}[{inside}]"

    @property
    def by_position(self) -> str:
        """The same row, found by its place."""
        column = f"[{self.column}]" if self.column else ""
        return f"{self.text}{column}.iloc[{self.index}]"

    def lacks(self, position: int) -> bool:
        """Whether a position is no label of the index, or no column of a table."""
        is_rows = bool(self.accessor) or is_of(self.held, "pandas", "Series")
        if is_rows and (is_table(self.held) or is_of(self.held, "pandas", "Series")):
            return 0 <= position < len(self.held) and position not in self.held.index
        return is_table(self.held) and position not in self.held.columns


def asked(scene: Scene, dataset: Any, position: int) -> Asked | None:
    """What was asked for a position that it lacks; of several on the failing line the first."""
    here = scene.here
    if here is not None and isinstance(here.node, ast.Subscript):
        found = _read(here.node, here.value)
        return found if found is not None and found.lacks(position) else None
    method = getattr(type(dataset), "__getitem__", None)
    source = source_of(method) if method is not None else None
    if source is None:
        return None

    def base(node: ast.expr) -> Any:
        if not isinstance(node, ast.Name):
            return UNKNOWN
        return dataset if node.id == "self" else scene.names.get(node.id, UNKNOWN)

    nodes = [one for one in ast.walk(source) if isinstance(one, ast.Subscript)]
    nodes = [one for one in nodes if not isinstance(one.slice, ast.Constant)]
    every = [_read(one, base) for one in sorted(nodes, key=lambda one: (one.lineno, one.col_offset))]
    lacking = [one for one in every if one is not None and one.lacks(position)]
    if is_from_worker(scene) and (line := learners_line(scene)[1].replace('"', "'")):
        lacking = [one for one in lacking if one.written in line]
    # One after the other: the first raises, and it is the same for all where they are asked the same.
    return lacking[0] if lacking and len({one.index for one in lacking}) == 1 else None


def _read(node: ast.Subscript, base: Callable[[ast.expr], Any]) -> Asked | None:
    owner, index, column, accessor = node.value, node.slice, "", ""
    if isinstance(node.value, ast.Attribute) and node.value.attr in BY_LABEL:
        owner, accessor = node.value.value, node.value.attr
        if isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
            index, column = node.slice.elts[0], ast.unparse(node.slice.elts[1])
    held = _resolved(owner, base)
    if held is UNKNOWN:
        return None
    return Asked(ast.unparse(owner), held, ast.unparse(index), column, accessor)


def _resolved(node: ast.expr, base: Callable[[ast.expr], Any]) -> Any:
    """What an expression stands for; a column of a table too: `self.df['label']`, `self.df.label`."""
    known = base(node)
    if known is not UNKNOWN:
        return known
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return _column(_resolved(node.value, base), node.slice.value)
    if isinstance(node, ast.Attribute):
        holder = _resolved(node.value, base)
        if holder is UNKNOWN or is_table(holder):
            return _column(holder, node.attr)
        return stored(holder).get(node.attr, UNKNOWN)
    return UNKNOWN


def _column(table: Any, name: Any) -> Any:
    return table[name] if is_table(table) and name in list(table.columns) else UNKNOWN
