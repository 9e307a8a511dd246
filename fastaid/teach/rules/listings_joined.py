"""Names that `os.listdir` gave, opened without the folder that they are in."""

from __future__ import annotations

import ast
import os
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, path_written, trees
from fastaid.teach.rules.on_disk import names_in
from fastaid.teach.rules.python_source import replaced, source_tree, text_of
from fastaid.teach.scene import Frame, Scene


def bare_name(scene: Scene) -> tuple[Frame, ast.expr, str, Path] | None:
    """Where a name of a listing was used: the frame, the expression, the listed folder as written, and its path."""
    error = scene.error
    name = error.filename if isinstance(error, FileNotFoundError) else None
    if not isinstance(name, (str, Path)) or not str(name) or os.sep in str(name) or Path(name).exists():
        return None
    name = str(name)
    for frame in scene.frames:
        if not frame.is_learners:
            continue
        used = _used(frame, name)
        found = _listed(scene, frame, name) if used is not None else None
        if used is not None and found is not None:
            return frame, used, *found
    return None


def _used(frame: Frame, name: str) -> ast.expr | None:
    """The variable, or the item of a list, that stands for the name on the running line."""
    tree = source_tree(frame)
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.expr) and node.lineno != frame.line:
            continue
        if not isinstance(node, (ast.Name, ast.Subscript)) or not isinstance(node.ctx, ast.Load):
            continue
        held = frame.value(node)
        if type(held) is str and held == name:
            return node
    return None


def _listed(scene: Scene, frame: Frame, name: str) -> tuple[str, Path] | None:
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or last_name(node.func) != "listdir" or len(node.args) != 1:
                continue
            path = path_written(frame, node.args[0])
            if path is not None and name in names_in(path) and text_of(node.args[0]):
                return text_of(node.args[0]), path
    return None


@rule(FileNotFoundError)
def name_without_folder(scene: Scene) -> Diagnosis | None:
    """`for f in os.listdir(folder): open(f)`: listdir gives bare names."""
    found = bare_name(scene)
    if found is None:
        return None
    frame, node, folder, path = found
    text, name = text_of(node), str(getattr(scene.error, "filename", ""))
    is_loose = "os" not in scene.names
    joined = f"{'Path' if is_loose and 'Path' in scene.names else 'os.path.join'}({folder}, {text})"
    line, call = replaced(frame, node, joined), frame.call
    if call is not None and last_name(call.func) in ("rename", "replace") and len(call.args) == 2:
        # Without its folder the new name would be one in the working directory.
        new = f"os.path.join({folder}, {ast.unparse(call.args[1])})"
        line = f"{ast.unparse(call.func)}({joined}, {new})"
    return Diagnosis(
        f"`{text}` is `{name}`, the bare name of what is in `{path}`; here it is looked for in the working "
        "directory, where there is none.",
        "`os.listdir` gives names only, without the folder.",
        line,
        "Join folder and name:",
        card="pathlib",
    )
