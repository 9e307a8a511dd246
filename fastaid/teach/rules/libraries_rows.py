"""Functions written for the rows of a table that pandas called with its columns, or with single values."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.python_source import cell_trees, near, replaced, shown, text_of
from fastaid.teach.scene import Frame, Scene

OVER_COLUMNS = ("apply", "progress_apply", "agg", "aggregate", "transform")
ANY = (KeyError, AttributeError, TypeError, AssertionError, ValueError, IndexError)


@dataclass(frozen=True)
class Handed:
    """A function that the learner's line hands to pandas."""

    frame: Frame
    call: ast.Call
    table: Any  # whose columns the function reads
    owner: str  # "songs", the table as it is written
    is_column: bool  # given to a column's apply or map, not to the table's
    parameter: str
    reads: tuple[str, ...]  # the columns that it asks its parameter for
    in_brackets: tuple[str, ...]  # those of them asked as `row['a']`, which no single value has

    @property
    def method(self) -> str:
        return last_name(self.call.func)

    @property
    def function(self) -> str:
        """The function's name; "the function" for a lambda."""
        written = self.call.args[0]
        return f"`{written.id}`" if isinstance(written, ast.Name) else "the function"


def handed(scene: Scene) -> Handed | None:
    """The learner's call of `apply`, `map` or `transform` that failed, with what its function reads."""
    if not any(one.module.startswith("pandas.core") for one in scene.frames):
        return None
    for frame in reversed(scene.frames):
        call = frame.call if frame.is_learners else None
        if call is None or not call.args or not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr not in (*OVER_COLUMNS, "map", "applymap"):
            continue
        node = _plain(call.func.value)
        held, column = frame.value(node), False
        if not is_table(held) and isinstance(node, (ast.Subscript, ast.Attribute)):
            node, column = node.value, True
            held = frame.value(node)
        if not is_table(held):
            return None
        parameter, reads, bracketed = _read(scene, call.args[0])
        known = [tuple(one for one in words if one in held.columns) for words in (reads, bracketed)]
        return Handed(frame, call, held, text_of(node), column, parameter, known[0], known[1])
    return None


def _plain(node: ast.expr) -> ast.expr:
    return ast.parse(ast.unparse(node), mode="eval").body


def _read(scene: Scene, written: ast.expr) -> tuple[str, list[str], list[str]]:
    """A function's first parameter, the names that it is asked for, and those asked in brackets."""
    source: ast.Lambda | ast.FunctionDef | None = written if isinstance(written, ast.Lambda) else None
    if isinstance(written, ast.Name):
        source = next(
            (
                one
                for _, tree in cell_trees(scene)
                for one in ast.walk(tree)
                if isinstance(one, ast.FunctionDef) and one.name == written.id
            ),
            None,
        )
    if source is None or not source.args.args:
        return "", [], []
    name = source.args.args[0].arg
    names: list[str] = []
    bracketed: list[str] = []
    for node in ast.walk(source):
        if not isinstance(node, (ast.Subscript, ast.Attribute)):
            continue
        if not isinstance(node.value, ast.Name) or node.value.id != name:
            continue
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
        elif isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            names.append(node.slice.value)
            bracketed.append(node.slice.value)
    return name, list(dict.fromkeys(names)), list(dict.fromkeys(bracketed))


def _axis(found: Handed) -> str:
    """What was written for `axis`; "" where it was left out."""
    given = found.frame.argument(found.call, 1, "axis")
    return ast.unparse(given) if given is not None else ""


def _by_rows(found: Handed) -> str:
    """The call with axis=1, as a call of the table."""
    new = ast.parse(ast.unparse(found.call), mode="eval").body
    assert isinstance(new, ast.Call)
    assert isinstance(new.func, ast.Attribute)
    line = anew(found.call, axis="1", drop=("na_action",))
    before = ast.unparse(new)
    new.func.value = ast.parse(found.owner, mode="eval").body
    if new.func.attr != "progress_apply":
        new.func.attr = "apply"
    new.args = new.args[:1]
    new.keywords = [one for one in new.keywords if one.arg not in ("axis", "na_action")]
    new.keywords.append(ast.keyword("axis", ast.Constant(1)))
    target = line[: line.index(" = ") + 3] if " = " in line and not before.startswith(line[:8]) else ""
    return target + ast.unparse(new)


@rule(*ANY, needs="pandas")
def without_axis(scene: Scene) -> Diagnosis | None:
    """`df.apply(f)` with a function that reads columns of a row: apply goes over the columns."""
    found = handed(scene)
    if (
        found is None
        or found.is_column
        or _axis(found) in ("1", "'columns'")
        or not _has_failed(scene, found)
    ):
        return None
    asks = f"`{found.parameter}`" if found.parameter else "its argument"
    key = _key(scene) or next(iter(found.reads), "")
    if found.method in ("map", "applymap"):
        what = f"`{found.method}` calls {found.function} with each single value; it asks {asks} for {key!r}."
        cause = "A single value has no columns. A whole row comes from `apply` with `axis=1`."
    else:
        given = "a column, not a row"
        what = f"{found.function[:1].upper()}{found.function[1:]} asks {asks} for {key!r}; {asks} is {given}."
        cause = (
            f"`{found.owner}.{found.method}` goes over the columns (axis=0) unless it is told otherwise. With "
            "`axis=1` the function gets one row after the other, and a row has the columns' names."
        )
    return Diagnosis(what, cause, _by_rows(found), "Go over the rows:")


def _key(scene: Scene) -> str:
    """The name that was asked for and not found."""
    error = scene.error
    if isinstance(error, AttributeError):
        return str(error.name or "")
    held = error.args[0] if isinstance(error, KeyError) and error.args else ""
    return held if isinstance(held, str) else ""


def _has_failed(scene: Scene, found: Handed) -> bool:
    """Whether a column's name was asked of something that is no row."""
    if found.method in ("map", "applymap", "transform") and not isinstance(
        scene.error, (KeyError, AttributeError)
    ):
        is_inside = scene.is_raised_by_learner or found.method == "transform"
        return bool(found.in_brackets) and is_inside and not _is_json(scene, found)
    key = _key(scene)
    if not key or key not in found.table.columns:
        return False
    if isinstance(scene.error, AttributeError):
        return is_of(scene.error.obj, "pandas", "Series")
    # Raised by pandas, as it looked for the name in a column.
    return not scene.is_raised_by_learner and any(
        is_of(one.names.get("self"), "pandas", "Series") and one.function == "__getitem__"
        for one in scene.frames
    )


def _is_json(scene: Scene, found: Handed) -> bool:
    """Whether the value that was handed over is text that holds keys of its own."""
    held = scene.here.names.get(found.parameter) if scene.here is not None else None
    return isinstance(held, str) and held.lstrip()[:1] in ("{", "[")


@rule(TypeError, needs="pandas")
def of_one_column(scene: Scene) -> Diagnosis | None:
    """`df['a'].apply(f)` with a function for rows, or with `axis=1`: a column's apply hands single values."""
    found = handed(scene)
    if found is None or not found.is_column:
        return None
    column = text_of(found.call.func.value) if isinstance(found.call.func, ast.Attribute) else ""
    has_axis = any(one.arg == "axis" for one in found.call.keywords) and "'axis'" in scene.message
    is_wrong = (
        isinstance(scene.error, TypeError) and scene.is_raised_by_learner and not _is_json(scene, found)
    )
    if found.in_brackets and (has_axis or is_wrong):
        asks = f"{found.function} asks `{found.parameter}` for {shown(found.in_brackets, 3)}"
        return Diagnosis(
            f"`{column}.{found.method}` hands over one value of the column after the other; {asks}.",
            f"A single value has no columns. A row of `{found.owner}` comes from `{found.owner}.apply(…, axis=1)`.",
            _by_rows(found),
            "Apply it to the rows of the table:",
        )
    if not has_axis or found.method not in ("apply", "map", "progress_apply"):
        return None
    return Diagnosis(
        f"`{column}` is one column: its `{found.method}` has no `axis`, and handed it on to {found.function}.",
        "`axis` chooses between the rows and the columns of a whole table. A column has only values.",
        anew(found.call, drop=("axis",)),
        "Leave it out:",
    )


@rule(KeyError, needs="pandas")
def key_of_a_row(scene: Scene) -> Diagnosis | None:
    """`df.apply(lambda row: row['titel'], axis=1)`: the row has no such column."""
    found, key, frame = handed(scene), _key(scene), scene.here
    node = frame.node if frame is not None else None
    if (
        found is None
        or found.is_column
        or _axis(found) not in ("1", "'columns'")
        or scene.is_raised_by_learner
    ):
        return None
    if frame is None or not isinstance(node, ast.Subscript) or not key or key in found.table.columns:
        return None
    if not is_of(frame.value(node.value), "pandas", "Series") or frame.value(node.slice) != key:
        return None
    close = near(key, [one for one in found.table.columns if isinstance(one, str)])
    return Diagnosis(
        f"`{text_of(node.value)}` is a row of `{found.owner}`, which has no column {key!r}.",
        f"Its columns: {shown(found.table.columns)}.",
        replaced(frame, node.slice, repr(close[0])) if close and isinstance(node.slice, ast.Constant) else "",
        "Write:" if close else "Ask for one of them.",
        sure="certain" if close else "likely",
    )
