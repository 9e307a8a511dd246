"""Tables that hold no data: they have no columns at all, or are a pointer of Git LFS."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import names_in
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.libraries_members import GONE
from fastaid.teach.rules.libraries_merges import is_pointer, pointer
from fastaid.teach.rules.python_source import near, node_at, text_of
from fastaid.teach.scene import Frame, Scene


@rule(KeyError, AttributeError, needs="pandas")
def table_without_columns(scene: Scene) -> Diagnosis | None:
    """`df['Id']` of a table made of an empty list; of a file that stands for the real one."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or node is None:
        return None
    found = _table(frame, node)
    if found is None or _is_no_column(scene.error):
        return None
    text, table = found
    if is_pointer(table):
        return pointer(text)
    if len(table.columns) or not text:
        return None
    source = _empty_source(scene, frame, text)
    return Diagnosis(
        f"`{text}` has no columns at all: {len(table):,} rows, 0 columns.",
        f"It was made of `{source}`, which is empty." if source else "What it was made of held nothing.",
        f"print({source or text})",
        f"Look at what `{source or text}` holds, and why it was not filled:",
    )


def _is_no_column(error: BaseException) -> bool:
    """`table.append`, `table.colums`: what older versions had, or a method misspelt, and no column."""
    wrong = str(error.name) if isinstance(error, AttributeError) else ""
    obj = error.obj if isinstance(error, AttributeError) else None
    names = [one for one in dir(type(obj)) if not one.startswith("_")]
    return wrong in GONE or bool(wrong and is_table(obj) and near(wrong, names, 0.75))


def _table(frame: Frame, node: ast.AST) -> tuple[str, Any] | None:
    """The table that the running expression asks."""
    for one in ast.walk(node):
        if isinstance(one, ast.Name):
            held: Any = frame.value(ast.parse(one.id, mode="eval").body)
            if is_table(held) and (is_pointer(held) or not len(held.columns)):
                return one.id, held
    return None


def _empty_source(scene: Scene, frame: Frame, text: str) -> str:
    """The empty list or dict that the table was made of, as it is written."""
    made: ast.expr | None = None
    for tree in trees(scene):
        for line in ast.walk(tree):
            # `df = df.set_index('Id')` is what fails; what made the table stands before it.
            is_given = isinstance(line, ast.Assign) and text in [ast.unparse(one) for one in line.targets]
            if isinstance(line, ast.Assign) and is_given and text not in names_in(line.value):
                made = line.value
    for one in made.args if isinstance(made, ast.Call) else []:
        one = one.generators[0].iter if isinstance(one, ast.ListComp) else one
        held = frame.value(ast.parse(ast.unparse(one), mode="eval").body)
        is_listy = isinstance(held, (list, dict, tuple)) or is_of(held, "numpy", "ndarray")
        if held is not UNKNOWN and is_listy and not len(held):
            return text_of(one)
    return ""
