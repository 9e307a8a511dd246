"""A PIL picture used as if it were an array: indexed, measured with len, compared, looped over."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.pictures import TENSOR_ONLY, is_picture
from fastaid.teach.rules.python_source import code_of, loop_at, node_at, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

NO_NUMBERS = "PIL keeps a picture in its own form. Rows, columns and channels come from an array made of it."
# What arrays have beside what `pictures.picture_is_no_tensor` knows.
OF_ARRAYS = ("astype", "max", "min", "sum", "std", "var", "flatten", "ravel", "argmax", "argmin", "tolist", "any",
             "all", "clip", "copy_", "swapaxes", "nbytes", "itemsize")  # fmt: skip


@rule(TypeError, AttributeError, needs="PIL")
def used_as_an_array(scene: Scene) -> Diagnosis | None:
    """`im[4:10, 4:10]`, `len(im)`, `im > 100`, `im.max()`: a picture has no numbers of its own."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None:
        return None
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(scene.error, AttributeError)
    ):
        node = node.func
    if isinstance(node, ast.Attribute):
        return _attribute(scene, frame, node)
    if not isinstance(scene.error, TypeError):
        return None
    if isinstance(node, ast.Subscript):
        return _indexed(scene, frame, node)
    if isinstance(node, ast.Call):
        is_len = isinstance(node.func, ast.Name) and node.func.id == "len" and len(node.args) == 1
        return _measured(frame, node, node.args[0]) if is_len else None
    if isinstance(node, (ast.Compare, ast.UnaryOp)):
        parts = [node.operand] if isinstance(node, ast.UnaryOp) else [node.left, *node.comparators]
        part = next((one for one in parts if is_picture(frame.value(one))), None)
        return _computed(frame, part) if part is not None else None
    loop = loop_at(frame) if "not iterable" in scene.message else None
    return _looped(frame, loop) if loop is not None and is_picture(frame.value(loop.iter)) else None


def _said(frame: Frame, node: ast.expr, wrong: str) -> str:
    held: Any = frame.value(node)
    about = f" (mode {held.mode!r}, {held.size[0]} wide, {held.size[1]} high)" if is_picture(held) else ""
    return f"`{text_of(node) or 'It'}` is a PIL picture{about}: {wrong}."


def _picture(scene: Scene, frame: Frame, node: ast.expr) -> bool:
    """Whether an expression is a picture; of a call's result the message tells."""
    held = frame.value(node)
    if held is UNKNOWN and isinstance(node, ast.Call):
        return "ImageFile' object" in scene.message or "'PILImage' object" in scene.message
    return is_picture(held) and not hasattr(type(held), "__getitem__")


def _indexed(scene: Scene, frame: Frame, node: ast.Subscript) -> Diagnosis | None:
    if not _picture(scene, frame, node.value):
        return None
    text = code_of(node.value)
    if isinstance(node.ctx, ast.Store):
        statement = statement_at(frame)  # the node itself is only the target
        value = code_of(statement.value) if isinstance(statement, ast.Assign) else ""
        if not value or not isinstance(node.value, ast.Name):
            return None
        pixels = "pixels" if "pixels" not in frame.names else "arr"
        place = ast.unparse(node.slice)
        place = place[1:-1] if isinstance(node.slice, ast.Tuple) and place.startswith("(") else place
        line = f"{pixels}[{place}] = {value}"
        return Diagnosis(
            _said(frame, node.value, "its pixels cannot be set with square brackets"),
            NO_NUMBERS,
            f"{pixels} = np.array({text})\n{line}\n{text} = Image.fromarray({pixels})",
            "Change the array, and make a picture of it again:",
        )
    crop = _crop(node.slice)
    return Diagnosis(
        _said(frame, node.value, "it cannot be indexed with square brackets"),
        NO_NUMBERS + (f" A part of the picture, as a picture, is `{text}.crop({crop})`." if crop else ""),
        replaced(frame, node.value, f"np.array({text})"),
        "Make an array of it first (rows, then columns):",
        card="rank-and-shape",
    )


def _crop(index: ast.expr) -> str:
    """`4:10, 2:8` as (left, top, right, bottom)."""
    parts = index.elts[:2] if isinstance(index, ast.Tuple) and len(index.elts) >= 2 else []
    if len(parts) != 2 or not all(isinstance(one, ast.Slice) and one.step is None for one in parts):
        return ""
    rows, columns = parts
    assert isinstance(rows, ast.Slice)
    assert isinstance(columns, ast.Slice)
    if rows.upper is None or columns.upper is None:
        return ""
    first = [ast.unparse(one.lower) if one.lower is not None else "0" for one in (columns, rows)]
    last = [ast.unparse(columns.upper), ast.unparse(rows.upper)]
    whole = [*first, *last]
    return "" if any(one.startswith("-") for one in whole) else f"({', '.join(whole)})"


def _measured(frame: Frame, call: ast.Call, node: ast.expr) -> Diagnosis | None:
    if not is_picture(frame.value(node)):
        return None
    text = code_of(node)
    return Diagnosis(
        _said(frame, node, "it has no length"),
        "A picture has a size, (width, height). (len of an array of it would be its height.)",
        replaced(frame, call, f"{text}.size"),
        f"Ask for its size (`{text}.width`, `{text}.height` alone):",
    )


def _computed(frame: Frame, node: ast.expr) -> Diagnosis:
    return Diagnosis(
        _said(frame, node, "it cannot be compared or computed with"),
        NO_NUMBERS,
        replaced(frame, node, f"np.array({code_of(node)})"),
        "Make an array of it first:",
    )


def _looped(frame: Frame, loop: ast.For) -> Diagnosis:
    return Diagnosis(
        _said(frame, loop.iter, "it cannot be looped over"),
        NO_NUMBERS,
        f"for {ast.unparse(loop.target)} in np.array({code_of(loop.iter)}):",
        "Loop over the rows of an array:",
    )


def _attribute(scene: Scene, frame: Frame, node: ast.Attribute) -> Diagnosis | None:
    held = getattr(scene.error, "obj", None)
    if not is_picture(held) or node.attr not in OF_ARRAYS or node.attr in TENSOR_ONLY:
        return None
    if hasattr(type(held), node.attr) or not is_of(held, "PIL.Image", "Image"):
        return None
    return Diagnosis(
        _said(frame, node.value, f"it has no `{node.attr}`"),
        f"`{node.attr}` belongs to arrays. {NO_NUMBERS}",
        replaced(frame, node.value, f"np.array({code_of(node.value)})"),
        "Make an array of it first:",
    )
