"""OpenCV's functions, given arrays that they do not take: empty, of other numbers, channels elsewhere."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.opencv_given import Asked, asked_of_opencv
from fastaid.teach.rules.python_source import origin, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

OF_COLOUR = ("uint8", "uint16", "float32")
# What these functions do not take (seen with OpenCV 5.0).
OTHERS = ("bool", "int8", "int32", "int64", "uint32", "uint64", "float16")
WITHOUT = ("resize", "GaussianBlur", "warpAffine")
MOST_VALUES = 10_000_000


@rule(Exception, needs="cv2")
def nothing_cut_out(scene: Scene) -> Diagnosis | None:
    """`crop = img[100:200, 100:200]` of a picture of 60 x 40: a part without pixels."""
    asked = asked_of_opencv(scene)
    if asked is None or not is_array(asked.picture) or asked.picture.size:
        return None
    frame, node = asked.frame, asked.node
    cut = origin(scene, frame, node.id) if isinstance(node, ast.Name) else node
    if not isinstance(cut, ast.Subscript) or not isinstance(cut.slice, ast.Tuple) or len(cut.slice.elts) < 2:
        return None
    whole: Any = frame.value(cut.value)
    if not is_array(whole) or whole.ndim not in (2, 3) or not whole.size:
        return None
    (height, width), (rows, columns) = shape(whole)[:2], cut.slice.elts[:2]
    of, rows_text, columns_text = text_of(cut.value), text_of(rows), text_of(columns)
    are_turned = _begins_within(frame, rows, width) and _begins_within(frame, columns, height)
    what = (
        f"`{asked.text}` has no pixels: `{of}` has {height} rows and {width} columns, and `{text_of(cut)}` takes rows "
        f"`{rows_text}` and columns `{columns_text}`."
    )
    if are_turned:
        return Diagnosis(
            what,
            "Rows (y) come first, then columns (x). They seem to be exchanged here.",
            f"{of}[{columns_text}, {rows_text}]",
            "Take:",
            sure="likely",
            card="rank-and-shape",
        )
    return Diagnosis(
        what,
        "Rows (y) come first, then columns (x), and the part begins where the picture has ended, or ends before it "
        "begins.",
        f"height, width = {of}.shape[:2]",
        "Choose rows and columns that lie within:",
        card="rank-and-shape",
    )


def _begins_within(frame: Frame, part: ast.expr, size: int) -> bool:
    """Whether a slice holds something of so many rows or columns."""
    if not isinstance(part, ast.Slice) or part.step is not None:
        return False
    begin: Any = frame.value(part.lower) if part.lower is not None else 0
    end: Any = frame.value(part.upper) if part.upper is not None else size
    return isinstance(begin, int) and isinstance(end, int) and 0 <= begin < min(end, size)


@rule(Exception, needs="cv2")
def colours_of_other_arrays(scene: Scene) -> Diagnosis | None:
    """`cvtColor` of float64, of one channel, of channels first, of a batch."""
    asked = asked_of_opencv(scene, "cvtColor")
    if asked is None or not is_array(asked.picture) or not asked.picture.size:
        return None
    held, text = asked.picture, asked.text
    code = text_of(asked.frame.argument(asked.call, 1, "code")).rpartition(".")[2]
    if held.ndim == 4:
        return Diagnosis(
            f"{asked.is_what}: a batch of {shape(held)[0]}.",
            "`cvtColor` takes one picture.",
            replaced(asked.frame, asked.node, f"{text}[0]"),
            "Take one of them:",
            card="rank-and-shape",
        )
    if held.ndim == 2 and code.startswith(("COLOR_BGR2", "COLOR_RGB2")):
        return _grey_already(asked, code)
    if held.ndim == 3 and shape(held)[0] in (1, 3, 4) and shape(held)[-1] not in (1, 2, 3, 4):
        return Diagnosis(
            f"{asked.is_what}: the channels come first.",
            "OpenCV has them last, (height, width, channels); PyTorch has them first.",
            replaced(asked.frame, asked.node, f"{text}.transpose(1, 2, 0)"),
            "Put the channels last:",
            card="rank-and-shape",
        )
    if str(held.dtype) in OF_COLOUR:
        return None
    return _converted(asked, "`cvtColor` takes uint8 (0 to 255), uint16 or float32 (0 to 1).")


def _grey_already(asked: Asked, code: str) -> Diagnosis:
    line = statement_at(asked.frame)
    is_kept = isinstance(line, ast.Assign) and line.value is asked.call and code.endswith("2GRAY")
    target = text_of(line.targets[0]) if isinstance(line, ast.Assign) else ""
    return Diagnosis(
        f"{asked.is_what}: it is grey already, without a dimension for channels.",
        f"`{code}` is for pictures of three channels.",
        f"{target} = {asked.text}" if is_kept and target else "",
        "Leave the conversion out:"
        if is_kept
        else "Leave the conversion out, or read the picture in colours.",
        card="rank-and-shape",
    )


@rule(Exception, needs="cv2")
def other_numbers(scene: Scene) -> Diagnosis | None:
    """`cv2.resize` of a mask of True and False, or of int64."""
    asked = asked_of_opencv(scene, *WITHOUT)
    held: Any = asked.picture if asked is not None else None
    if asked is None or not is_array(held) or held.ndim not in (2, 3) or str(held.dtype) not in OTHERS:
        return None
    takes = f"`{asked.name}` takes pictures of uint8 or float32, and masks of uint8."
    is_mask = asked.name == "resize" and held.ndim == 2 and not str(held.dtype).startswith("float")
    if not is_mask or len(asked.call.args) != 2 or asked.call.keywords:
        return _converted(asked, takes)
    func, size = asked.call.func, text_of(asked.call.args[1])
    module = text_of(func.value) if isinstance(func, ast.Attribute) else "cv2"
    new = f"{asked.text}.astype(np.{_kind_of(held)}), {size}, interpolation={module}.INTER_NEAREST"
    return Diagnosis(
        f"{asked.is_what}.",
        f"{takes} In a mask, `INTER_NEAREST` keeps the values as they are; otherwise new ones arise between them.",
        replaced(asked.frame, asked.call, f"{text_of(func)}({new})"),
        "Convert it:",
    )


def _converted(asked: Asked, takes: str) -> Diagnosis:
    """Numbers of a kind that a function does not take."""
    return Diagnosis(
        f"{asked.is_what}.",
        takes,
        replaced(asked.frame, asked.node, f"{asked.text}.astype(np.{_kind_of(asked.picture)})"),
        "Convert it:",
    )


def _kind_of(held: Any) -> str:
    """uint8 where the numbers are bytes, else float32."""
    if str(held.dtype) == "bool":
        return "uint8"
    if not 0 < held.size <= MOST_VALUES:
        return "float32"
    are_shares = str(held.dtype).startswith("float") and held.max() <= 1
    return "uint8" if held.min() >= 0 and held.max() <= 255 and not are_shares else "float32"
