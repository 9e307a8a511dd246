"""Files of numpy's that hold Python objects: they are read only when that is asked for."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.python_source import node_at, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene

FIRST = b"\x80"  # the first byte of a pickle
WHERE_READ = ("read_array", "load")


@rule(ValueError, needs="numpy")
def objects_in_array(scene: Scene) -> Diagnosis | None:
    """`np.load` of an array of objects, which was saved as a pickle."""
    frame, last = scene.here, scene.last
    if frame is None or last is None or last.module.split(".")[0] != "numpy":
        return None
    if (
        last.function not in WHERE_READ
        or "allow_pickle" not in scene.message
        or last.names.get("allow_pickle")
    ):
        return None
    found = _loading(scene, frame)
    if found is None:
        return None
    call, line = found
    given = text_of(call.args[0]) if call.args else "the file"
    if last.function == "load":
        return _no_array(last, given, line)
    node = node_at(frame)
    part = (
        f"`{text_of(node)}`"
        if isinstance(node, ast.Subscript) and text_of(node)
        else f"The file {_name(call)}"
    )
    return Diagnosis(
        f"{part} holds an array of Python objects (dtype object), such as rows of different lengths, lists or texts.",
        "Objects are saved as a pickle, which can run code when it is read: so by default `np.load` refuses it "
        "(`allow_pickle=False`).",
        line,
        "If the file is your own, or you trust who made it, allow it:",
    )


def _name(call: ast.Call) -> str:
    return f"`{text_of(call.args[0])}`" if call.args and text_of(call.args[0]) else "that is loaded"


def _loading(scene: Scene, frame: Frame) -> tuple[ast.Call, str] | None:
    """The learner's `np.load`, and its line with what is allowed: there, or where an npz file was opened."""
    node = node_at(frame)
    if isinstance(node, ast.Call) and last_name(node.func) == "load":
        new = _allowed(node)
        line = replaced(frame, node, new)
        return node, (anew(node, allow_pickle="True") if line == new else line)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        made = origin(scene, frame, node.value.id)
        if isinstance(made, ast.Call) and last_name(made.func) == "load":
            return made, f"{node.value.id} = {_allowed(made)}"
    inner = node.value if isinstance(node, ast.Subscript) else None
    if isinstance(inner, ast.Call) and last_name(inner.func) == "load":
        return inner, replaced(frame, inner, _allowed(inner))
    return None


def _allowed(call: ast.Call) -> str:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    new.keywords = [one for one in new.keywords if one.arg != "allow_pickle"]
    new.keywords.append(ast.keyword("allow_pickle", ast.Constant(True)))
    return ast.unparse(new)


def _no_array(last: Frame, given: str, line: str) -> Diagnosis | None:
    """A file that is no array of numpy's: a pickle, or something else."""
    held: Any = last.names.get("file")
    path = Path(held) if isinstance(held, (str, Path)) else None
    if path is None or not path.is_file():
        return None
    with path.open("rb") as file:
        first = file.read(1)
    what = f"`{given}` is no file of numpy's (`.npy`, `.npz`): it does not begin as one does."
    if first == FIRST:
        return Diagnosis(
            f"{what} It is a pickle.",
            "A pickle can run code when it is read: so by default `np.load` refuses it (`allow_pickle=False`).",
            line,
            "If you trust who made it, allow it:",
        )
    return Diagnosis(
        what,
        "`np.load` takes such a file for a pickle, and by default refuses those; but it is no pickle either: a text, a "
        "page that was downloaded in its place, or a damaged file.",
        f"open({given}, 'rb').read(200)",
        "Look at its beginning, then read it as what it is, or get it again:",
    )
