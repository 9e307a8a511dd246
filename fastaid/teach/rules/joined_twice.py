"""A cell that ran twice: the same folder was joined to a path, or entered, a second time."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.on_disk import exists, working_folder
from fastaid.teach.scene import Scene, latest_first

LONGEST = 60  # characters of a line that is shown again


@rule(FileNotFoundError, NotADirectoryError)
def path_joined_twice(scene: Scene) -> Diagnosis | None:
    """`path = path/'train'` ran twice: the path ends in train/train."""
    name = getattr(scene.error, "filename", None)
    missing = (
        Path(name) if isinstance(name, (str, os.PathLike)) and isinstance(os.fspath(name), str) else None
    )
    if missing is None or exists(missing):
        return None
    for variable, line, joined in _joins(scene):
        part = _text(scene, joined)
        once = _once(missing, Path(part)) if part else None
        if once is None:
            continue
        folder = once[0]
        return Diagnosis(
            f"There is no `{missing}`: `{part}` is in it twice. `{folder}` does exist.",
            f"`{line}` adds `{part}` to what `{variable}` already is, and `{variable}` had it already: most often "
            "because the cell was run twice.",
            _set_anew(scene, variable, joined, folder),
            f"Set `{variable}` from the start, so that the line may run again:",
        )
    return None


def _joins(scene: Scene) -> Iterator[tuple[str, str, ast.expr]]:
    """Lines that add to a path of the same name: the variable, the line, what is added."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            adds = isinstance(node, ast.AugAssign) and isinstance(node.op, (ast.Div, ast.Add))
            if adds and isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                yield node.target.id, ast.unparse(node), node.value
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            variable, line = node.targets[0].id, ast.unparse(node)
            added = _added(node.value, variable)
            if added is not None and len(line) <= LONGEST:
                yield variable, line, added


def _added(value: ast.expr, variable: str) -> ast.expr | None:
    if isinstance(value, ast.BinOp) and isinstance(value.op, (ast.Div, ast.Add)):
        first, added = value.left, value.right
    elif isinstance(value, ast.Call) and last_name(value.func) in ("join", "joinpath"):
        given = value.args if last_name(value.func) == "join" else [_holder(value), *value.args]
        if len(given) != 2:
            return None
        first, added = given
    else:
        return None
    return added if isinstance(first, ast.Name) and first.id == variable else None


def _holder(call: ast.Call) -> ast.expr:
    return call.func.value if isinstance(call.func, ast.Attribute) else call.func


def _text(scene: Scene, node: ast.expr) -> str:
    held = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Name):
        held = scene.names.get(node.id)
    return str(held).strip("/") if isinstance(held, (str, Path)) else ""


def _once(path: Path, part: Path) -> tuple[Path, Path] | None:
    """The folder with the part once, and the whole path so, where both are there and the doubled is not."""
    parts, n = path.parts, len(part.parts)
    for i in range(len(parts) - 2 * n + 1):
        if parts[i : i + n] == part.parts == parts[i + n : i + 2 * n]:
            folder, whole = Path(*parts[: i + n]), Path(*parts[: i + n], *parts[i + 2 * n :])
            doubled = Path(*parts[: i + 2 * n])
            return (folder, whole) if exists(folder) and not exists(doubled) else None
    return None


def _set_anew(scene: Scene, variable: str, joined: ast.expr, folder: Path) -> str:
    """The variable's first value with the part joined once."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            if node.targets[0].id != variable or _added(node.value, variable) is not None:
                continue
            first = ast.unparse(node.value)
            is_path = isinstance(node.value, ast.Call) and last_name(node.value.func) in (
                "Path",
                "untar_data",
            )
            if is_path and len(first) <= LONGEST:
                return f"{variable} = {first}/{ast.unparse(joined)}"
    is_text = isinstance(scene.names.get(variable), str)
    return f"{variable} = {str(folder)!r}" if is_text else f"{variable} = Path({str(folder)!r})"


@rule(FileNotFoundError)
def folder_entered_twice(scene: Scene) -> Diagnosis | None:
    """`os.chdir('data')` ran twice: the notebook is in the folder already."""
    frame = scene.here
    call = frame.call if frame is not None else None
    name = getattr(scene.error, "filename", None)
    if call is None or last_name(call.func) != "chdir" or not isinstance(name, (str, Path)):
        return None
    folder, here = Path(name), Path.cwd()
    if folder.is_absolute() or exists(folder) or not folder.parts:
        return None
    if here.parts[-len(folder.parts) :] != folder.parts:
        return None
    return Diagnosis(
        f"There is no folder `{folder}` in `{working_folder()}`: the notebook is in `{folder}` already.",
        f"`{ast.unparse(call)}` was run a second time. It looks for `{folder}` below the folder where the notebook "
        "is now.",
        f"os.chdir({str(here)!r})",
        "Run it once only, or give the whole path, which may run again:",
    )
