"""`df.loc('a')`: the indexers of pandas take square brackets."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.gaps_in_texts import column_of
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Scene

INDEXERS = {"loc": "rows (and columns) by their labels", "iloc": "rows (and columns) by their numbers",
            "at": "one value by its labels", "iat": "one value by its numbers"}  # fmt: skip


@rule(Exception, needs="pandas")
def indexer_called(scene: Scene) -> Diagnosis | None:
    """`df.loc('2019-05-15')`, `df.iloc(0, 1)`: no axis has that name."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    # `df.iloc(0)` alone raises nothing: what is asked of it then does.
    inner = node.value if isinstance(node, (ast.Subscript, ast.Attribute)) else node
    call = inner if isinstance(inner, ast.Call) else None
    func = call.func if call is not None else None
    if frame is None or call is None or not isinstance(func, ast.Attribute) or func.attr not in INDEXERS:
        return None
    held = frame.value(func.value)
    is_held = is_table(held) or column_of(frame, func.value) is not None
    if not is_held or call.keywords or not call.args:
        return None
    inside = ", ".join(ast.unparse(one) for one in call.args)
    return Diagnosis(
        f"`{text_of(func)}` was called with round parentheses.",
        f"`{func.attr}` takes {INDEXERS[func.attr]}, in square brackets. What stands in round ones is taken for an "
        "axis.",
        replaced(frame, call, f"{ast.unparse(func)}[{inside}]"),
        "Write:",
    )


@rule(TypeError, needs="pandas")
def lists_for_columns(scene: Scene) -> Diagnosis | None:
    """`df['saved'] = ['income'] - ['debt']`: the table's name is missing before the brackets."""
    frame = scene.here
    node = frame.node if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.BinOp) or "list" not in scene.message:
        return None
    lists = [one for one in ast.walk(node) if isinstance(one, ast.List)]
    words = [frame.value(one.elts[0]) for one in lists if len(one.elts) == 1]
    if not lists or len(words) != len(lists) or not all(isinstance(one, str) for one in words):
        return None
    tables = [
        (name, held)
        for name, held in [*frame.names.items(), *scene.names.items()]
        if is_table(held) and not name.startswith("_") and all(one in list(held.columns) for one in words)
    ]
    tables = [one for i, one in enumerate(tables) if not any(one[1] is other[1] for other in tables[:i])]
    if len(tables) != 1:
        return None
    name = tables[0][0]
    line = ast.unparse(node)
    for one in lists:
        line = line.replace(ast.unparse(one), f"{name}{ast.unparse(one)}")
    return Diagnosis(
        f"`{ast.unparse(lists[0])}` alone is a list with one text in it, not the column of `{name}`.",
        "A column is asked of its table: the table's name stands before the square brackets, each time.",
        replaced(frame, node, line),
        "Write:",
    )
