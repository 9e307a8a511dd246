"""Columns asked of a part of a table that no variable holds: `df[df.a > 1]['b']`, a group, a row."""

from __future__ import annotations

import ast
import difflib
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries import columns_of, is_series
from fastaid.teach.rules.python_source import near, node_at, replaced, shown, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

AS_NEAR = 0.05  # how much less alike a second word may be, and still be meant as well
MOST_LABELS = 2000


@dataclass(frozen=True)
class Asked:
    """A learner's `part[key]` that pandas did not find."""

    frame: Frame
    node: ast.Subscript
    held: Any  # the table, the Series or the groups
    key: Any  # what was not found
    text: str  # how the part is written

    @property
    def written(self) -> ast.expr | None:
        """The place of the line where the key stands as a text; None where it comes from elsewhere."""
        key = self.node.slice
        parts = key.elts if isinstance(key, (ast.List, ast.Tuple)) else [key]
        return next((one for one in parts if isinstance(one, ast.Constant) and one.value == self.key), None)


def _asked(scene: Scene) -> Asked | None:
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    below = scene.frames[scene.frames.index(frame) + 1]
    if below.function != "__getitem__" or not below.module.startswith("pandas.core"):
        return None
    held, key = below.names.get("self"), below.names.get("key")
    names = _names(held)
    if names is None:
        return None
    missing = [one for one in key if one not in names] if type(key) is list else [key]
    if not missing or type(missing[0]) not in (str, int) or missing[0] in names:
        return None
    return Asked(frame, node, held, missing[0], text_of(node.value) or "it")


def _names(held: Any) -> list[Any] | None:
    """What a part can be asked for; None where it is nothing of pandas."""
    if is_table(held):
        return columns_of(held)
    if is_series(held):
        return list(held.index) if len(held) <= MOST_LABELS else list(held.index[:MOST_LABELS])
    table = stored(held).get("obj") if is_of(held, "pandas.core.groupby", "DataFrameGroupBy") else None
    return columns_of(table) if is_table(table) else None


@rule(KeyError, needs="pandas")
def no_such_column(scene: Scene) -> Diagnosis | None:
    """`df[df['price'] > 1]['ciy']`, `df.groupby('city')['prise']`, `row['City']`: no column of that name."""
    asked = _asked(scene)
    if asked is None:
        return None
    names = _names(asked.held) or []
    if is_series(asked.held):
        return _of_a_series(asked, names)
    what = f"`{asked.text}` has no column {asked.key!r}."
    if is_table(asked.held) and asked.key in asked.held.index.names:
        return Diagnosis(
            what,
            f"{asked.key!r} is its index now: the labels of the rows, not a column.",
            replaced(asked.frame, asked.node.value, f"{asked.text}.reset_index()"),
            "Make it a column again:",
        )
    root = _root(asked)
    table: Any = asked.frame.value(root)
    if is_table(table) and asked.key in columns_of(table):
        return Diagnosis(
            what,
            f"`{text_of(root)}` has it, and `{asked.text}` left it out; its columns: {shown(names)}.",
            f"{text_of(root)}[{asked.key!r}]",
            f"In `{text_of(root)}` it still is:",
        )
    return _spelled(asked, names, what, f"Its columns: {shown(names)}.", "columns")


def _of_a_series(asked: Asked, names: list[Any]) -> Diagnosis | None:
    """A row, or a column, that has no such label."""
    if not names or len(asked.held) > MOST_LABELS or ".str." in asked.text:
        return None  # parts of each text: python_splits speaks of them
    if isinstance(asked.key, int):
        is_place = -len(names) <= asked.key < len(names)
        return Diagnosis(
            f"`{asked.text}` has no item with the label {asked.key}.",
            f"Square brackets go by the labels of the index ({shown(names, 4)}), not by place. After filtering, "
            "sorting or a split the two differ.",
            replaced(asked.frame, asked.node, f"{asked.text}.iloc[{text_of(asked.node.slice)}]")
            if is_place
            else f"{asked.text}.index",
            "By place, counted from 0:" if is_place else "Its labels are:",
        )
    if not all(isinstance(one, str) for one in names):
        return None
    return _spelled(asked, names, f"`{asked.text}` has no {asked.key!r}.", f"It has {shown(names)}.", "index")


def _root(asked: Asked) -> ast.expr | None:
    """The variable that a part was taken from."""
    at: ast.expr = asked.node.value
    if isinstance(at, ast.Name):
        return None
    while isinstance(at, (ast.Attribute, ast.Subscript, ast.Call)):
        at = at.func if isinstance(at, ast.Call) else at.value
    return ast.Name(at.id, ast.Load()) if isinstance(at, ast.Name) else None


def _spelled(asked: Asked, names: list[Any], what: str, known: str, listing: str) -> Diagnosis:
    """The names there are, and the one that is meant."""
    key, written = str(asked.key), asked.written
    if written is None:
        what = f"{what[:-1]} (from `{text_of(asked.node.slice) or 'the list'}`)."
    stray = next((one for one in names if isinstance(one, str) and one.strip() == key.strip()), None)
    if stray is not None:
        known = f"It has {stray!r}: a space counts."
    close = [stray] if stray is not None else near(key, names)
    if not close or written is None:
        return _listed(asked, what, known, listing)
    likely = _alike(key, close, asked)
    if close[0].lower() == key.lower() and close[0] != key:
        known += " Capitals count."
    others = " or ".join(repr(one) for one in likely[1:])
    return Diagnosis(
        what,
        known,
        replaced(asked.frame, written, repr(likely[0])),
        f"Most likely this one is meant, or {others}:" if others else "Most likely this one is meant:",
    )


def _listed(asked: Asked, what: str, known: str, listing: str) -> Diagnosis:
    """What to do where no name resembles the one that was asked for."""
    if is_series(asked.held) and ".value_counts(" in asked.text:
        new = f"{asked.text}.get({text_of(asked.node.slice)}, 0)"
        return Diagnosis(
            what,
            f"{known} It counts only what occurs.",
            replaced(asked.frame, asked.node, new),
            "Take 0 where it does not occur:",
        )
    is_plain = isinstance(asked.node.value, ast.Name)
    how = "All its names:" if is_plain else "Ask for one of them."
    return Diagnosis(what, known, f"{asked.text}.{listing}" if is_plain else "", how)


def _alike(key: str, close: list[str], asked: Asked) -> list[str]:
    """The names that are as near as the nearest; first the one that the same line speaks of."""
    share = {one: difflib.SequenceMatcher(None, key.lower(), one.lower()).ratio() for one in close}
    best = max(share.values())
    equal = [one for one in close if share[one] >= best - AS_NEAR]
    line = statement_at(asked.frame)
    words = (
        {one.value for one in ast.walk(line) if isinstance(one, ast.Constant)} if line is not None else set()
    )
    spoken = [one for one in equal if one in words]
    return spoken if len(spoken) == 1 else equal
