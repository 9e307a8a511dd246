"""Rows and columns asked for by their numbers where pandas goes by names: `X[train_idx]`, `df.loc[:, [0, 1]]`."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.libraries_tables import column_at
from fastaid.teach.rules.python_source import node_at, replaced, shown, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

MOST_NUMBERS = 1_000_000
LONGEST = 110


@rule(KeyError, needs="pandas")
def numbers_for_labels(scene: Scene) -> Diagnosis | None:
    """Whole numbers in brackets, of which pandas finds no names: places are asked for with `.iloc`."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    owner, is_loc = node.value, False
    if isinstance(owner, ast.Attribute) and owner.attr == "loc":
        owner, is_loc = owner.value, True
    held = _held(frame, owner)
    if held is None:
        return None
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if len(parts) > (2 if is_loc and is_table(held) else 1):
        return None
    text = text_of(owner)
    if is_loc and len(parts) == 2:
        return _in_loc(frame, node, parts, held, text)
    places = numbers_in(frame.value(parts[0])) or (_handed_on(scene) if len(parts) == 1 else [])
    if not places or not text:
        return None
    if is_table(held) and not is_loc:
        return _in_brackets(frame, node, parts[0], held, places, text)
    return _rows_by_label(frame, node, parts[0], held, places, text, is_loc)


def _handed_on(scene: Scene) -> Sequence[int]:
    """The numbers as pandas got them, where reading the learner's expression would run code: `idx[:n]`."""
    for one in scene.frames:
        if one.module.startswith("pandas.core") and one.function == "__getitem__" and "key" in one.names:
            return numbers_in(one.names["key"])
    return []


def _asked(frame: Frame, key: ast.expr) -> bool:
    """Whether an index is of numbers, as far as it can be read; a slice of an array is taken for one."""
    is_part = isinstance(key, ast.Subscript) and isinstance(key.slice, ast.Slice)
    return bool(numbers_in(frame.value(key.value if is_part and isinstance(key, ast.Subscript) else key)))


def _held(frame: Frame, owner: ast.expr) -> Any:
    """The table or the column that was asked, None where it is none or is not known."""
    held = frame.value(owner)
    if is_table(held) or is_series(held):
        return held
    return column_at(frame, owner)


def numbers_in(value: Any) -> Sequence[int]:
    """The whole numbers of a list, an array or a range; nothing where there is anything else in it."""
    if value is UNKNOWN or is_of(value, "pandas", "DataFrame"):
        return []
    if is_array(value) or is_of(value, "pandas", "Index", "Series"):
        is_whole = getattr(value.dtype, "kind", "") in "iu" and value.ndim == 1
        return value.tolist() if is_whole and 0 < len(value) <= MOST_NUMBERS else []
    if is_tensor(value):
        is_whole = value.ndim == 1 and not value.is_floating_point() and str(value.dtype) != "torch.bool"
        return value.tolist() if is_whole and 0 < len(value) <= MOST_NUMBERS else []
    if isinstance(value, (list, tuple, range)) or is_of(value, "fastcore.foundation", "L"):
        found = list(value)[:MOST_NUMBERS]
        is_whole = all(type(one) is int or is_of(one, "numpy", "integer") for one in found)
        return [int(one) for one in found] if found and is_whole else []
    return []


def _are_places(places: Sequence[int], size: int) -> bool:
    return min(places) >= -size and max(places) < size


def _in_brackets(
    frame: Frame, node: ast.Subscript, key: ast.expr, table: Any, places: Sequence[int], text: str
) -> Diagnosis | None:
    """`X[train_idx]`: brackets after a table ask for columns."""
    columns = list(table.columns[:2000])
    if any(one in columns for one in places):
        return None
    what = text_of(key, 48) or "…"
    said = (
        f"`{text}[{what}]` asks for columns named {shown(places, 3)}; `{text}` has none of that name.",
        f"Square brackets after a table ask for columns by name ({shown(columns, 4)}). "
        "Places are asked for with `.iloc`.",
    )
    is_literal = isinstance(key, ast.List)
    if is_literal and _are_places(places, len(columns)):
        line = replaced(frame, node, f"{text}.iloc[:, {ast.unparse(key)}]")
        return Diagnosis(*said, line, "The columns at these places are:")
    if not _are_places(places, len(table)):
        return None
    line = _all_of_line(frame, node, text, text) or replaced(frame, node, f"{text}.iloc[{ast.unparse(key)}]")
    return Diagnosis(*said, line, "The rows at these places are:")


def _all_of_line(frame: Frame, node: ast.Subscript, asked: str, text: str) -> str:
    """The statement with `.iloc` wherever it asks the table for rows in this way: `X[train_idx], X[valid_idx]`."""
    statement = statement_at(frame)
    if not isinstance(statement, (ast.Assign, ast.Return)) or statement.value is None:
        return ""
    value = ast.parse(ast.unparse(statement.value), mode="eval").body
    for one in ast.walk(value):
        if isinstance(one, ast.Subscript) and ast.unparse(one.value) == asked and _asked(frame, one.slice):
            one.value = ast.parse(f"{text}.iloc", mode="eval").body
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    line = ", ".join(ast.unparse(one) for one in parts)
    if isinstance(statement, ast.Assign):
        line = " = ".join([*(ast.unparse(one).strip("()") for one in statement.targets), line])
    else:
        line = f"return {line}"
    return line if len(line) <= LONGEST else ""


def _rows_by_label(
    frame: Frame,
    node: ast.Subscript,
    key: ast.expr,
    held: Any,
    places: Sequence[int],
    text: str,
    is_loc: bool,
) -> Diagnosis | None:
    """`y[train_idx]`, `df.loc[idx]`: some of the numbers are no labels of the rows."""
    labels = set(held.index.tolist()) if len(held) <= MOST_NUMBERS else set()
    lost = [one for one in places if one not in labels]
    if not lost or not _are_places(places, len(held)):
        return None
    thing = "rows" if is_table(held) else "items"
    return Diagnosis(
        f"`{text}` has no {thing} with the label{'' if len(lost) == 1 else 's'} {shown(lost, 3)}.",
        f"pandas goes by the labels of the index here ({shown(held.index[:3].tolist(), 3)} …), not by places: "
        "after filtering, dropping or shuffling rows the two differ.",
        _all_of_line(frame, node, text if not is_loc else f"{text}.loc", text)
        or replaced(frame, node, f"{text}.iloc[{ast.unparse(key)}]"),
        f"The {thing} at these places, counted from 0:",
    )


def _in_loc(
    frame: Frame, node: ast.Subscript, parts: list[ast.expr], table: Any, text: str
) -> Diagnosis | None:
    """`df.loc[1:, [0, 1]]`: `loc` wants the columns' names."""
    places = numbers_in(frame.value(parts[1]))
    columns = list(table.columns[:2000])
    if not places or any(one in columns for one in places) or not _are_places(places, len(columns)):
        return None
    names = [columns[one] for one in places]
    if not all(isinstance(one, str) for one in names):
        return None
    return Diagnosis(
        f"`loc` looked for columns named {shown(places, 3)}; the columns of `{text}` have other names.",
        f"`loc` goes by names: {shown(columns, 4)}. The {counted(len(places), 'column')} at these places "
        f"{'is' if len(places) == 1 else 'are'} {shown(names, 4)}.",
        replaced(frame, parts[1], repr(names)),
        "Name them:",
    )
