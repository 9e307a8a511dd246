"""A folder's name that a loop, or a line run once, has given to one of the files in it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import joined_twice, rule
from fastaid.teach.rules.covered_lines import LONGEST, Taken, failing_line, taken_by
from fastaid.teach.rules.in_code import last_name, path_written
from fastaid.teach.rules.lines_again import last_line
from fastaid.teach.rules.python_source import node_at, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

LISTINGS = ("ls", "iterdir", "glob", "rglob", "listdir", "get_image_files", "get_files", "get_text_files")


@rule(NotADirectoryError, FileNotFoundError, TypeError)
def by_what_is_in_it(scene: Scene) -> Diagnosis | None:
    """`for path in path.ls(): …`, and then `path/'test.csv'`: path is the last of the files."""
    frame, asked = scene.here, _asked(scene)
    if frame is None or not isinstance(asked, (str, Path)) or joined_twice.path_joined_twice(scene):
        return None
    statement = statement_at(frame)
    for name in _names(frame, statement):
        held = frame.names.get(name, scene.names.get(name, UNKNOWN))
        taken = taken_by(scene, frame, name) if isinstance(held, (str, Path)) else None
        if (
            taken is None
            or taken.is_local
            or name not in scene.names
            or not _is_below(Path(asked), Path(held))
        ):
            continue
        before = _before(scene, name, taken)
        is_itself = Path(asked) == Path(held)
        if before is None or (is_itself and not isinstance(scene.error, NotADirectoryError)):
            continue
        if before.was.is_dir() and (is_itself or (before.was / Path(asked).relative_to(held)).exists()):
            return _told(scene, name, Path(held), taken, before)
    return None


def _asked(scene: Scene) -> Any:
    """The path that was asked for; also of `path/'a.txt'` where path is a text of a loop over os.listdir."""
    frame = scene.here
    node = frame.node if frame is not None else None
    if isinstance(scene.error, OSError) or frame is None:
        return getattr(scene.error, "filename", None)
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return None
    left, right = frame.value(node.left), frame.value(node.right)
    return f"{left}/{right}" if type(left) is str and type(right) is str else None


def _names(frame: Frame, statement: ast.stmt | None) -> list[str]:
    node = node_at(frame) or statement
    parts = [*ast.walk(node)] if node is not None else []
    return list(dict.fromkeys(one.id for one in parts if isinstance(one, ast.Name)))


def _is_below(asked: Path, held: Path) -> bool:
    return held == asked or held in asked.parents


@dataclass(frozen=True)
class Before:
    """What a name stood for."""

    code: str
    was: Path


def _before(scene: Scene, name: str, taken: Taken) -> Before | None:
    """The folder that the name stood for; None where the line did not take what is in it."""
    node, held = taken.node, Path(scene.names[name])
    source = node.iter if isinstance(node, ast.For) else node.value if isinstance(node, ast.Assign) else None
    if source is None or name not in (one.id for one in ast.walk(source) if isinstance(one, ast.Name)):
        return None
    calls = [last_name(one.func) for one in ast.walk(source) if isinstance(one, ast.Call)]
    if isinstance(node, ast.For) and not any(one in LISTINGS for one in calls):
        return None
    if isinstance(node, ast.Assign) and (
        not held.is_file() or not (isinstance(source, ast.BinOp) or {*calls} & {"joinpath", "join"})
    ):
        return None
    line = last_line(scene, name, (taken.cell, node.lineno) if taken.cell else None)  # type: ignore[attr-defined]
    code = line.text.partition(" = ")[2] if line is not None and name not in line.names else ""
    was = path_written(scene.top, line.value) if line is not None and scene.top is not None and code else None
    if not code or len(code) > LONGEST:
        is_text = isinstance(scene.names[name], str)
        return Before(repr(str(held.parent)) if is_text else f"Path({str(held.parent)!r})", held.parent)
    return Before(code, was or held.parent)


def _told(scene: Scene, name: str, held: Path, taken: Taken, before: Before) -> Diagnosis:
    is_loop = isinstance(taken.node, ast.For)
    where = f" in cell [{taken.cell}]" if taken.cell else ""
    line = taken.line.rstrip(":") or f"for {name} in …"
    lines = [f"{name} = {before.code}"]
    again = failing_line(scene.top) if scene.top is not None else ""
    other = "file" if name != "file" else "one"
    cause = (
        f"The loop `{line}`{where} gave `{name}` each of them, one after the other."
        if is_loop
        else f"`{line}`{where} gave the folder's name to one of the things in it."
    )
    how = f"`{other} = {line.partition(' = ')[2]}`"
    if isinstance(taken.node, ast.For):
        target = re.sub(rf"\b{name}\b", other, ast.unparse(taken.node.target).strip("()"))
        how = f"`for {target} in {text_of(taken.node.iter) or '…'}`"
    return Diagnosis(
        f"`{name}` is `{held}` now, no longer the folder that it was.",
        cause,
        "\n".join([*lines, *([again] if again else [])]),
        f"Give it the folder again, and take another name there ({how}):",
        card="pathlib",
    )
