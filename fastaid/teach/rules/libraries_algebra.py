"""Matrices of numpy: products whose sizes do not fit, inverses that do not exist."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, code_of, replaced, text_of
from fastaid.teach.scene import Frame, Scene


def _of_numpy(scene: Scene, *names: str) -> tuple[Frame, ast.Call, list[Any]] | None:
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or last_name(call.func) not in names or not call.args:
        return None
    return frame, call, [frame.value(one) for one in call.args]


@rule(ValueError, needs="numpy.linalg")
def inverse_of_what_has_none(scene: Scene) -> Diagnosis | None:
    """`np.linalg.inv(X)`: X is not square, or its rows depend on each other."""
    found = _of_numpy(scene, "inv", "solve", "det", "eig", "cholesky")
    if found is None or type(scene.error).__name__ != "LinAlgError":
        return None
    frame, call, (held, *_) = found
    text, word = text_of(call.args[0]) or "the matrix", last_name(call.func)
    given = code_of(call.args[0])
    if "Singular" in scene.message:
        new = (
            f"np.linalg.pinv({given})"
            if word == "inv"
            else f"np.linalg.lstsq({_inside(call)}, rcond=None)[0]"
        )
        return Diagnosis(
            f"`{text}` has no inverse (it is singular): one of its rows follows from the others.",
            "Of columns that say the same, as two that are multiples, no single solution can be computed.",
            replaced(frame, call, new) if word in ("inv", "solve") else "",
            "Leave out the column that repeats another, or take the nearest there is:"
            if word in ("inv", "solve")
            else "Leave out the column that repeats another.",
        )
    if "must be square" not in scene.message or not is_array(held):
        return None
    rows = shape(held)
    return Diagnosis(
        f"`{text}` has shape {rows}; `{word}` takes a square matrix, with as many rows as columns.",
        "Only a square matrix has an inverse.",
        replaced(frame, call, f"np.linalg.pinv({given})") if word == "inv" else "",
        "The pseudoinverse, which any matrix has, serves for least squares:"
        if word == "inv"
        else "Look at its shape first.",
    )


def _inside(call: ast.Call) -> str:
    return ", ".join(ast.unparse(one) for one in call.args[:2])


@rule(ValueError, needs="numpy")
def product_of_other_sizes(scene: Scene) -> Diagnosis | None:
    """`np.dot(a, b)`, `a.dot(b)`: shapes (3,2) and (3,2) not aligned."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    sizes = re.match(r"shapes \(([\d,]*)\) and \(([\d,]*)\) not aligned", scene.message)
    if frame is None or call is None or sizes is None or last_name(call.func) != "dot" or not call.args:
        return None
    owner = frame.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
    nodes = (
        [call.func.value, *call.args]
        if is_array(owner) and isinstance(call.func, ast.Attribute)
        else call.args
    )
    a, b = (tuple(int(n) for n in one.split(",") if n) for one in sizes.groups())
    if len(nodes) < 2:
        return None
    left, right = (
        text_of(one) or word for one, word in zip(nodes, ("the first", "the second"), strict=False)
    )
    turned = ""
    if len(a) == len(b) == 2 and a[1] == b[1]:
        turned = replaced(frame, nodes[1], f"{code_of(nodes[1])}.T")
    elif len(a) == 2 and a[0] == b[0]:
        turned = replaced(frame, nodes[0], f"{code_of(nodes[0])}.T")
    return Diagnosis(
        f"`{left}` has shape {a}, `{right}` has shape {b}: their matrix product does not exist.",
        f"The last size of the first, {a[-1] if a else 1}, must be the first size of the second, {b[0] if b else 1}.",
        turned,
        "Where the rows are what they share, turn one round with `.T`:"
        if turned
        else "Look at both shapes; for a product item by item write `*`.",
    )


@rule(ValueError, needs="numpy")
def row_to_append(scene: Scene) -> Diagnosis | None:
    """`np.append(table, [1, 2, 3], axis=0)`: a row is a table of one row."""
    found = _of_numpy(scene, "append", "vstack", "concatenate")
    if found is None or "same number of dimensions" not in scene.message:
        return None
    frame, call, values = found
    if (
        last_name(call.func) != "append"
        or len(values) < 2
        or not is_array(values[0])
        or len(shape(values[0])) != 2
    ):
        return None
    row = call.args[1]
    size = (
        shape(values[1])
        if is_array(values[1])
        else (len(values[1]),)
        if type(values[1]) in (list, tuple)
        else ()
    )
    if len(size) != 1:
        return None
    text = text_of(call.args[0])
    return Diagnosis(
        f"`{text}` has two dimensions (shape {shape(values[0])}), and what is appended has one.",
        "A row of a table is added as a table with one row: in one more pair of square brackets.",
        replaced(frame, row, f"[{code_of(row)}]"),
        "Write (and keep the result: `append` gives a new array):",
    )
