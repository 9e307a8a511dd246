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

COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")


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
    call, tree = frame.call, source_tree(frame)
    # What the call was given comes before another use of the name on the line.
    nodes = [*(call.args if call is not None else ()), *(ast.walk(tree) if tree is not None else ())]
    for node in nodes:
        if isinstance(node, ast.expr) and node.lineno != frame.line:
            continue
        if not isinstance(node, (ast.Name, ast.Subscript)) or not isinstance(node.ctx, ast.Load):
            continue
        held = frame.value(node)
        if type(held) is str and held == name:
            return node
    return None


def _listed(scene: Scene, frame: Frame, name: str) -> tuple[str, Path] | None:
    # What a comprehension goes over is known to the frame that it stands in.
    at = scene.frames.index(frame)
    outer = scene.frames[at - 1] if frame.function in COMPREHENSIONS and at else frame
    for tree in trees(scene):
        for node in ast.walk(tree):
            walked = _walked(node, frame, name)
            if walked is not None:
                return walked
            if not isinstance(node, ast.Call) or last_name(node.func) != "listdir" or len(node.args) != 1:
                continue
            path = path_written(outer, node.args[0])
            if path is not None and name in names_in(path) and text_of(node.args[0]):
                return text_of(node.args[0]), path
    return None


def _walked(node: ast.AST, frame: Frame, name: str) -> tuple[str, Path] | None:
    """The folder of a round of `for root, dirs, files in os.walk(…)` that has a file of that name."""
    if not isinstance(node, (ast.For, ast.comprehension)) or not isinstance(node.target, ast.Tuple):
        return None
    if (
        not isinstance(node.iter, ast.Call)
        or last_name(node.iter.func) != "walk"
        or len(node.target.elts) != 3
    ):
        return None
    root = node.target.elts[0]
    held = frame.value(root)
    if not isinstance(root, ast.Name) or not isinstance(held, str) or name not in names_in(Path(held)):
        return None
    return root.id, Path(held)


@rule(FileNotFoundError)
def name_without_folder(scene: Scene) -> Diagnosis | None:
    """`for f in os.listdir(folder): open(f)`: listdir gives bare names."""
    found = bare_name(scene)
    if found is None:
        return None
    frame, node, folder, path = found
    text, name = text_of(node), str(getattr(scene.error, "filename", ""))
    tree = source_tree(frame) or ast.Module([], [])
    lister = "walk" if any(_walked(one, frame, name) for one in ast.walk(tree)) else "listdir"
    is_loose = "os" not in scene.names
    joined = f"{'Path' if is_loose and 'Path' in scene.names else 'os.path.join'}({folder}, {text})"
    line, call = replaced(frame, node, joined), frame.call
    if line == joined and call is not None and node in call.args:
        line = ast.unparse(call).replace(f"({text}", f"({joined}", 1)
    if call is not None and last_name(call.func) in ("rename", "replace") and len(call.args) == 2:
        # Without its folder the new name would be one in the working directory.
        new = f"os.path.join({folder}, {ast.unparse(call.args[1])})"
        line = f"{ast.unparse(call.func)}({joined}, {new})"
    return Diagnosis(
        f"`{text}` is `{name}`, the bare name of what is in `{path}`; here it is looked for in the working "
        "directory, where there is none.",
        f"`os.{lister}` gives names only, without the folder.",
        line,
        "Join folder and name:",
        card="pathlib",
    )


@rule(FileNotFoundError)
def name_of_a_path(scene: Scene) -> Diagnosis | None:
    """`Image.open(p.name)`: the name alone, where the path itself is at hand."""
    name = getattr(scene.error, "filename", None)
    if not isinstance(name, str) or os.sep in name or Path(name).exists():
        return None
    for frame in scene.frames:
        call = frame.call if frame.is_learners else None
        for node in call.args if call is not None else ():
            held = (
                frame.value(node.value) if isinstance(node, ast.Attribute) and node.attr == "name" else None
            )
            if not isinstance(held, Path) or held.name != name or not held.exists() or call is None:
                continue
            text = ast.unparse(node.value)  # type: ignore[attr-defined]
            line = replaced(frame, node, text)
            return Diagnosis(
                f"`{text}.name` is `{name}`, the bare name; the file is in `{held.parent}`.",
                f"`{text}` is the whole path, with the folder.",
                line if line != text else ast.unparse(call).replace(ast.unparse(node), text, 1),
                "Give the path itself:",
                card="pathlib",
            )
    return None
