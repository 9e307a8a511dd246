"""Texts of a column split into columns of their own: how many there are, and where they go."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries_tables import column_at
from fastaid.teach.rules.python_source import statement_at, text_of
from fastaid.teach.scene import Frame, Scene

MOST_ROWS = 100_000  # are split once more


class _Split(NamedTuple):
    names: list[str]  # of the new columns
    table: str
    call: ast.Call
    n: int  # of columns that it gives
    longest: str  # a text with that many parts


@rule(ValueError, needs="pandas")
def split_into_other_columns(scene: Scene) -> Diagnosis | None:
    """`df[['a', 'b']] = df['name'].str.split(' ', expand=True)` where a text has three parts."""
    frame = scene.here
    found = _split(frame) if frame is not None and "same length as key" in scene.message else None
    if found is None or found.n == len(found.names):
        return None
    given, wanted = counted(found.n, "column"), counted(len(found.names), "column")
    if found.n < len(found.names):
        fix, how = _assignment(found, found.names[: found.n]), f"Name {given}:"
    else:
        fix, how = _assignment(found, found.names, limit=True), "Split no further than that:"
    return Diagnosis(
        f"`{text_of(found.call, 100)}` gives {given}: {found.longest!r} is the text with the most parts. "
        f"On the left stand {wanted}.",
        "Each new column needs a name, and each name a column.",
        fix,
        how,
    )


@rule(ValueError, needs="pandas")
def split_unpacked(scene: Scene) -> Diagnosis | None:
    """`df['a'], df['b'] = df['name'].str.split(' ', expand=True)`: a table taken apart gives its column names."""
    frame = scene.here
    found = _split(frame) if frame is not None and "unpack" in scene.message else None
    if found is None:
        return None
    return Diagnosis(
        f"`{text_of(found.call, 100)}` is a table of {counted(found.n, 'column')}. Python takes it apart into the "
        "names of its columns, not into the columns.",
        "pandas hands out the columns where all new ones stand in one list.",
        _assignment(found, found.names, limit=found.n > len(found.names)),
        "Write:",
        sure="certain" if found.n >= len(found.names) else "likely",
    )


def splits_columns(frame: Frame) -> bool:
    """Whether a column's texts are to become columns."""
    return _split(frame) is not None


def _split(frame: Frame) -> _Split | None:
    statement = statement_at(frame)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Call):
        return None
    call, target = statement.value, statement.targets[0]
    func = call.func
    is_split = isinstance(func, ast.Attribute) and func.attr in ("split", "rsplit") and _has(call, "expand")
    if not is_split or not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Attribute):
        return None
    names, table = _columns(target)
    column = column_at(frame, func.value.value)  # before .str
    if not names or column is None or not 0 < len(column) <= MOST_ROWS:
        return None
    given = [one.value for one in call.args if isinstance(one, ast.Constant)]
    limit = next((one.value for one in call.keywords if one.arg == "n"), None)
    if len(given) != len(call.args) or len(given) > 1 or limit is not None:
        return None
    separator = next((one.value for one in call.keywords if one.arg == "pat"), None)
    pattern: Any = separator.value if isinstance(separator, ast.Constant) else (given or [None])[0]
    parts = column.str.split(pattern).str.len()
    if not parts.notna().any():
        return None
    return _Split(names, table, call, int(parts.max()), str(column.loc[parts.idxmax()]))


def _has(call: ast.Call, name: str) -> bool:
    return any(
        one.arg == name and isinstance(one.value, ast.Constant) and one.value.value is True
        for one in call.keywords
    )


def _columns(target: ast.expr) -> tuple[list[str], str]:
    """The new columns of `df[['a', 'b']]` and of `df['a'], df['b']`, and their table."""
    if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.List):
        return [ast.unparse(one) for one in target.slice.elts], ast.unparse(target.value)
    if not isinstance(target, (ast.Tuple, ast.List)):
        return [], ""
    every = [one for one in target.elts if isinstance(one, ast.Subscript)]
    tables = {ast.unparse(one.value) for one in every}
    if len(every) != len(target.elts) or len(tables) != 1:
        return [], ""
    return [ast.unparse(one.slice) for one in every], tables.pop()


def _assignment(found: _Split, names: list[str], limit: bool = False) -> str:
    """All new columns in one list, with no more splits than there are names."""
    text = ast.unparse(found.call)
    if limit:
        text = text.replace("expand=True", f"n={len(names) - 1}, expand=True")
    return f"{found.table}[[{', '.join(names)}]] = {text}"
