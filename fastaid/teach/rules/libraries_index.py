"""The labels of a table's rows: a column that became them, and labels that stand for several rows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.columns_taken_out import taken_out
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.rules.python_source import statement_at
from fastaid.teach.scene import Frame, Scene

MOST_LABELS = 200_000


@rule(KeyError, AttributeError, needs="pandas")
def column_is_the_index(scene: Scene) -> Diagnosis | None:
    """`sales['date']` after `set_index('date')`: what labels the rows is no column."""
    frame = scene.here
    if frame is None:
        return None
    node = frame.node
    if isinstance(scene.error, AttributeError):
        pairs = [(node.value, node.attr)] if isinstance(node, ast.Attribute) else []
    else:
        pairs = list(_asked(frame, node))
    for owner, name in pairs:
        table = frame.value(owner)
        if not is_table(table) or name in table.columns or name not in list(table.index.names):
            continue
        if str(name) not in scene.message:
            continue
        text = ast.unparse(owner)
        told = taken_out(scene, table, name, text)
        why = (
            told.why if told is not None else "A groupby or set_index made it the index, which is no column."
        )
        one = f"{text}.index" if len(table.index.names) == 1 else f"{text}.index.get_level_values({name!r})"
        return Diagnosis(
            f"`{text}` has no column {name!r}: {name!r} is its index now, the labels of its rows.",
            why[:1].upper() + why[1:],
            f"{text} = {text}.reset_index()" if isinstance(owner, ast.Name) else one,
            f"Make it a column again (or ask the labels themselves: `{one}`):"
            if isinstance(owner, ast.Name)
            else "Ask the labels:",
        )
    return None


def _asked(frame: Frame, node: ast.AST | None) -> Iterator[tuple[ast.expr, Any]]:
    """Tables that were asked for columns, each with a name: `df['a']`, `df[['a', 'b']]`, `df.loc[:, 'a']`."""
    if not isinstance(node, ast.Subscript):
        return
    owner, given = node.value, node.slice
    if (
        isinstance(owner, ast.Attribute)
        and owner.attr == "loc"
        and isinstance(given, ast.Tuple)
        and given.elts[1:]
    ):
        owner, given = owner.value, given.elts[1]
    names = given.elts if isinstance(given, ast.List) else [given]
    for one in names:
        held = frame.value(one)
        if isinstance(held, str):
            yield owner, held


@rule(ValueError, needs="pandas")
def labels_of_several_rows(scene: Scene) -> Diagnosis | None:
    """`df['a'] = series` where the labels of the rows come twice, as after concat: they cannot be matched."""
    frame = scene.here
    is_said = "duplicate" in scene.message or "uniquely valued" in scene.message
    if frame is None or scene.is_raised_by_learner or not is_said:
        return None
    if not any(one.module.startswith("pandas.core") for one in scene.frames):
        return None
    found = next(_doubled(frame), None)
    if found is None:
        return None
    name, held = found
    again = held.index[held.index.duplicated()].unique()
    labels = listed([repr(_plain(one)) for one in again[:3]], 3)
    what = (
        f"The labels of the rows of `{name}` are not unique: {labels}{' and others' if len(again) > 3 else ''} "
        f"{'stands' if len(again) == 1 else 'stand'} for several rows ({counted(len(held), 'row')}, "
        f"{counted(int(held.index.nunique()), 'label')})."
    )
    cause = "pandas matches rows by their labels, so it cannot tell which row is meant."
    join = _join(scene, held)
    if join is not None:
        return Diagnosis(
            what,
            f"{cause} `{ast.unparse(join)}` kept the labels that each table had.",
            _renumbered(scene, join),
            "Number the rows anew where the tables are joined, and run the cells after that again:",
        )
    return Diagnosis(
        what,
        cause,
        f"{name} = {name}.reset_index(drop=True)",
        f"Number the rows anew where `{name}` is made, before other tables or columns are made from it:",
    )


def _plain(label: Any) -> Any:
    return label.item() if hasattr(label, "item") else label


def _doubled(frame: Frame) -> Iterator[tuple[str, Any]]:
    """Tables and columns of the running statement whose labels come twice; what is assigned first."""
    line = statement_at(frame)
    parts = (
        [line.value, *line.targets] if isinstance(line, ast.Assign) else [line] if line is not None else []
    )
    for part in parts:
        for one in ast.walk(part):
            held = frame.value(one) if isinstance(one, ast.Name) else None
            is_labelled = is_of(held, "pandas", "DataFrame", "Series")
            if is_labelled and len(held) <= MOST_LABELS and not held.index.is_unique:  # type: ignore[arg-type,union-attr]
                yield ast.unparse(one), held


def _join(scene: Scene, held: Any) -> ast.Call | None:
    """The call of concat that made the labels, where there is just one without `ignore_index`."""
    found: dict[str, ast.Call] = {}
    for tree in trees(scene):
        for one in ast.walk(tree):
            if not isinstance(one, ast.Call) or last_name(one.func) != "concat" or not one.args:
                continue
            if not _is_numbered(one) and _may_have_made(scene, one, held):
                found.setdefault(ast.unparse(one), one)
    return next(iter(found.values())) if len(found) == 1 else None


def _may_have_made(scene: Scene, join: ast.Call, held: Any) -> bool:
    """Whether the tables that were joined have as many rows, and labels in common, as far as they are known."""
    given = join.args[0]
    names = [getattr(one, "id", "") for one in given.elts] if isinstance(given, (ast.List, ast.Tuple)) else []
    parts: list[Any] = [scene.names.get(one) for one in names]
    if not parts or not all(is_of(one, "pandas", "DataFrame", "Series") for one in parts):
        return True
    labels = [label for one in parts for label in one.index[:MOST_LABELS]]
    return len(labels) >= len(held) and len(set(labels)) < len(labels)


def _is_numbered(call: ast.Call) -> bool:
    return any(one.arg in ("ignore_index", "keys", "axis") for one in call.keywords)


def _renumbered(scene: Scene, join: ast.Call) -> str:
    """The line of the concat with `ignore_index=True`."""
    call = ast.parse(ast.unparse(join), mode="eval").body
    assert isinstance(call, ast.Call)
    new = anew(call, {"ignore_index": "True"})
    for name in scene.names:
        value = assigned(scene, name) if name[:1] != "_" else None
        if value is not None and ast.unparse(value) == ast.unparse(join):
            return f"{name} = {new}"
    return new


def label_asked(scene: Scene, table: Any) -> str:
    """Why a column whose index is not 0, 1, 2, … cannot be read as a list can; "" where that is not the cause."""
    if not is_of(table, "pandas", "Series") or not len(table):
        return ""
    index = table.index
    label = next(iter(scene.error.args), None) if isinstance(scene.error, KeyError) else None
    if "could not determine the shape" in scene.message and index.dtype.kind in "iu":
        label = 0  # torch 2.14 says so where the first label is missing
    if type(label) is not int or label in index:
        return ""
    is_counted = index.name is None and index.dtype.kind in "iu"
    why = "rows were taken out" if is_counted and index.min() < label < index.max() else "it has others"
    return f"asks it for the labels 0, 1, 2, … one by one, and its index has no {label}: {why}"
