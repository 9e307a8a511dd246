"""OpenCV's imread, which gives None in place of an error, and the line that meets the None."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_broken import looks_like
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.on_disk import as_path, exists
from fastaid.teach.rules.paths import not_there
from fastaid.teach.rules.python_source import code_of, node_at, origin, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

# A call with the wrong arguments fails for that, whatever they hold.
OF_ARGUMENTS = re.compile(r"positional argument|keyword argument|required argument|multiple values")
MEETING = (
    AttributeError,
    TypeError,
    ValueError,
    RuntimeError,
)  # what Python and libraries raise where they meet None
GIVES_NONE = "OpenCV's `imread` returns None where it cannot read a picture; the error comes later."


def of_opencv(frame: Frame, node: ast.expr | None) -> str:
    """The name of the function of cv2 that an expression stands for: `cv2.resize` → "resize"; "" for others."""
    module = library("cv2")
    if module is None or not isinstance(node, (ast.Name, ast.Attribute)):
        return ""
    name = last_name(node)
    if isinstance(node, ast.Attribute):
        return name if frame.value(node.value) is module else ""
    held = frame.value(node)
    return name if held is not UNKNOWN and held is vars(module).get(name, UNKNOWN) else ""


@rule(Exception, needs="cv2")
def picture_not_read(scene: Scene) -> Diagnosis | None:
    """`img = cv2.imread('dogs.jpg')` of a file that is not there, then `img.shape`."""
    frame = scene.here
    is_met = (isinstance(scene.error, MEETING) or is_opencvs(scene.error)) and not OF_ARGUMENTS.search(
        scene.message
    )
    found = _none_from_imread(scene, frame) if frame is not None and is_met else None
    if frame is None or found is None:
        return None
    name, call = found
    written = frame.argument(call, 0, "filename")
    path = path_given(frame, written)
    text = text_of(call)
    what = f"`{name}` is None: " if name else ""
    came = f"`{text}` read no picture." if text else "`imread` read no picture."
    if path is None:
        code = code_of(written)
        return Diagnosis(
            f"{what}{came}",
            f"{GIVES_NONE} The file is not there, or is no picture.",
            f"import os\nprint({code}, os.path.exists({code}))" if code else "",
            "Look whether the file is there:" if code else "Look whether the file is there.",
            sure="likely",
        )
    if not exists(path):
        gone = not_there(scene, path)
        if gone is None:
            return None
        why = f"{GIVES_NONE} {gone.cause}"
        return replace(gone, what=f"{what}{came} {gone.what}", cause=why, sure="certain")
    if path.is_dir():
        return Diagnosis(
            f"{what}{came} `{path}` is a folder.",
            GIVES_NONE,
            f"files = get_image_files('{path}')\n{code_of(call.func)}(str(files[0]))"
            if "get_image_files" in scene.names
            else f"os.listdir('{path}')",
            "Give the path of one file:",
        )
    if is_what := looks_like(path):
        return Diagnosis(
            f"{what}{came} `{path}` is there, but {is_what}.",
            GIVES_NONE,
            "",
            "Copy or download the file anew.",
        )
    is_fastai = "PILImage" in scene.names
    return Diagnosis(
        f"{what}{came} `{path}` is there, but OpenCV cannot read it as a picture.",
        GIVES_NONE,
        f"PILImage.create('{path}')" if is_fastai else f"from PIL import Image\nImage.open('{path}')",
        "See whether PIL opens it; if not, copy or download the file anew:",
        sure="likely",
    )


def _none_from_imread(scene: Scene, frame: Frame) -> tuple[str, ast.Call] | None:
    """A name of the running line that is None as imread gave it, with the call; the name is "" where there is none."""
    line = node_at(frame) or statement_at(frame)
    for node in _parts(line):
        if isinstance(node, ast.Call):
            if of_opencv(frame, node.func) == "imread" and _is_met(scene, line, node):
                path = path_given(frame, frame.argument(node, 0, "filename"))
                if path is not None and (not exists(path) or path.is_dir() or looks_like(path)):
                    return "", node
            continue
        if not isinstance(node, ast.Name) or frame.value(node) is not None:
            continue
        source = origin(scene, frame, node.id)
        if isinstance(source, ast.Call) and of_opencv(frame, source.func) == "imread":
            return node.id, source
    return None


def _parts(line: ast.AST | None) -> Iterator[ast.AST]:
    """The names and calls of what was running."""
    for node in ast.walk(line) if line is not None else ():
        if isinstance(node, (ast.Name, ast.Call)):
            yield node


def _is_met(scene: Scene, line: ast.AST | None, call: ast.Call) -> bool:
    """Whether what imread gives is used at once, in the part of the line that failed."""
    return call is not line and ("None" in scene.message or is_opencvs(scene.error))


def is_opencvs(error: BaseException) -> bool:
    """Whether it is an error of OpenCV's own."""
    kind = getattr(library("cv2"), "error", None)
    return isinstance(kind, type) and isinstance(error, kind)


def path_given(frame: Frame, node: ast.expr | None) -> Path | None:
    """The path that an expression stands for: `str(path)`, `os.path.join(folder, name)`, `f'{folder}/a.jpg'`."""
    found = _text(frame, node)
    return as_path(found) if found is not None else None


def _text(frame: Frame, node: ast.expr | None) -> str | None:
    held: Any = frame.value(node)
    if isinstance(held, (str, Path)):
        return str(held)
    parts: list[str | None] = []
    if isinstance(node, ast.Call) and node.args and not node.keywords:
        parts = [_text(frame, one) for one in node.args]
        name = last_name(node.func)
        if name not in ("str", "fspath", "join", "Path") or (name == "join" and not _is_path_join(node.func)):
            return None
        return os.path.join(*[one or "" for one in parts]) if None not in parts else None
    if isinstance(node, ast.JoinedStr):
        parts = [_text(frame, one) for one in node.values]
    elif isinstance(node, ast.FormattedValue) and node.format_spec is None:
        inner: Any = frame.value(node.value)
        return str(inner) if isinstance(inner, (str, int, Path)) else _text(frame, node.value)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Div)):
        parts = [
            _text(frame, node.left),
            "/" if isinstance(node.op, ast.Div) else "",
            _text(frame, node.right),
        ]
    return "".join(one or "" for one in parts) if parts and None not in parts else None


def _is_path_join(func: ast.expr) -> bool:
    """`os.path.join`, and not the `join` of a text."""
    return isinstance(func, ast.Attribute) and last_name(func.value) == "path"
