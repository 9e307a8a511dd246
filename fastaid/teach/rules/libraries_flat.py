"""Predictions of two dimensions where a column of a table takes one value for each row."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_learner, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import statement_at, text_of
from fastaid.teach.scene import Frame, Scene

# Methods that change the kind of a value and not its shape.
SAME_SHAPE = ("numpy", "cpu", "detach", "float", "sigmoid", "double", "softmax")


def _base(frame: Frame, node: ast.expr) -> tuple[ast.expr, Any]:
    """An expression less `.numpy()` and the like, and what it stands for."""
    held = frame.value(node)
    while held is UNKNOWN and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr not in SAME_SHAPE:
            break
        node = node.func.value
        held = frame.value(node)
    return node, held


def _columns(line: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """What a statement gives to the columns of a table: their names as written, and the values."""
    for node in ast.walk(line):
        if isinstance(node, ast.Call) and last_name(node.func) in ("DataFrame", "assign", "Series", "insert"):
            yield from (
                (one.arg, one.value) for one in node.keywords if one.arg and last_name(node.func) == "assign"
            )
            if last_name(node.func) == "Series" and node.args:
                yield "", node.args[0]
            if last_name(node.func) == "insert" and len(node.args) > 2:
                yield text_of(node.args[1]), node.args[2]
        if isinstance(node, ast.Dict):
            yield from ((text_of(key), one) for key, one in zip(node.keys, node.values, strict=True) if key)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            yield text_of(node.targets[0].slice), node.value


@rule(ValueError, needs="pandas")
def table_column_of_two_dimensions(scene: Scene) -> Diagnosis | None:
    """`pd.DataFrame({'id': ids, 'label': preds.numpy()})`, and preds has a column for each class."""
    here = scene.here
    line = statement_at(here) if here is not None else None
    if here is None or line is None or scene.within("pandas") is None:
        return None
    if "imension" not in scene.message and "1D array" not in scene.message:
        return None
    for column, node in _columns(line):
        base, held = _base(here, node)
        if not (is_tensor(held) or is_array(held)) or len(shape(held)) != 2:
            continue
        return _told(scene, here, line, column, node, base, held)
    return None


def _told(
    scene: Scene, here: Frame, line: ast.stmt, column: str, node: ast.expr, base: ast.expr, held: Any
) -> Diagnosis:
    rows, n = shape(held)
    text, whole = text_of(base), text_of(node)
    number = "dim" if is_tensor(held) else "axis"
    what = f"`{text}` has shape {(rows, n)}: {rows} rows of {n} value{'' if n == 1 else 's'}."
    place = f"The column {column}" if column.startswith(("'", '"')) else "A column of a table"
    cause = f"{place} takes one value for each row, so one dimension."
    rest = whole.removeprefix(text) if whole.startswith(text) else ""
    learn = next((name for name, one in scene.live(object) if is_learner(one)), "")
    if n == 1:
        new, how = f"{text}[:, 0]{rest}", "Take the one column out:"
    else:
        rest = ".numpy()" if is_tensor(held) and (".numpy()" in rest or not rest) else ""
        new, how = f"{text}.argmax({number}=1){rest}", "For the number of the most probable class:"
        one = f" (the probability of class 1 is `{text}[:, 1]`)"
        how = f"The most probable class, as a number{one}:"
    mended = text_of(line, 300).replace(whole, new, 1) if whole else ""
    is_alone = not line.col_offset and here.function == "<module>"
    return Diagnosis(
        what,
        cause,
        mended if mended and is_alone else new,
        how,
        card="predictions" if learn else "rank-and-shape",
    )
