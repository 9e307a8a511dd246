"""Functions that make the path of a mask, or of another target, from the path of a picture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.in_workers import function_of, own_message, transform_lists, transforms
from fastaid.teach.rules.on_disk import exists, names_in
from fastaid.teach.scene import Scene

Function = ast.FunctionDef | ast.Lambda


@rule(FileNotFoundError, needs="fastai")
def targets_are_named_otherwise(scene: Scene) -> Diagnosis | None:
    """get_y makes labels/7.png, and the masks are called 7_P.png."""
    path = _missing(scene)
    if path is None or exists(path) or not exists(path.parent):
        return None
    found = _similar(path)
    if found is None or any(is_table(stored(one).get("items")) for one in transform_lists(scene)):
        return None  # the functions are given rows, not files: label_paths_of_rows
    for name, function in _getters(scene):
        written = _written(scene, name, function)
        if written is None:
            continue
        given, result = written
        end = f"{{{given}.suffix}}" if found.suffix == path.suffix else found.suffix
        before, _, after = found.stem.partition(path.stem)
        own = f"f'{before}{{{given}.stem}}{after}{end}'"
        folder = _folder(result, given, path)
        line = f"{folder}/{own}"
        is_lambda = function.__name__ == "<lambda>"
        fix = f"{name} = lambda {given}: {line}" if is_lambda else f"def {name}({given}): return {line}"
        return Diagnosis(
            f"`{name}` made the path `{path}`, and there is no such file. In `{path.parent}` there is `{found.name}`.",
            f"The files there are called otherwise than the pictures: for `{path.stem}` it is `{found.name}`. "
            f"`{name}` must make that name.",
            fix,
            "Write the pattern of the names into the function:",
            card="getters",
        )
    return None


def _missing(scene: Scene) -> Path | None:
    name = getattr(scene.error, "filename", None)
    if not isinstance(name, (str, Path)):
        quoted = own_message(scene).rpartition(": ")[2].strip()
        name = quoted[1:-1] if quoted[:1] in "'\"" and "No such file" in scene.message else None
    return Path(name) if name else None


def _similar(path: Path) -> Path | None:
    """The file in the folder whose name is the missing one's with something before or after it."""
    others = [Path(one) for one in names_in(path.parent)]
    for one in others:
        before, has, after = one.stem.partition(path.stem)
        # Of 7, 17 and 71 are no variants.
        apart = not before[-1:].isalnum() and not after[:1].isdigit()
        if has and apart and one.stem != path.stem:
            return one
    return next((one for one in others if one.stem == path.stem and one.suffix != path.suffix), None)


def _getters(scene: Scene) -> Iterator[tuple[str, FunctionType]]:
    """The learner's functions among the transforms that were at work, with their names."""
    seen = set()
    for step in transforms(scene):
        held: Any = function_of(step)
        held = stored(step).get("func") if held is None and is_of(step, "functools", "partial") else held
        if isinstance(held, FunctionType) and held.__globals__ is scene.names and held not in seen:
            seen.add(held)
            yield scene.name_of(held) or held.__name__.replace("<lambda>", "get_y"), held


def _written(scene: Scene, name: str, function: FunctionType) -> tuple[str, ast.expr | None] | None:
    """The parameter of a function, and the expression that it returns; None where it is not found."""
    if function.__code__.co_argcount != 1:
        return None
    given = function.__code__.co_varnames[0]
    for tree in trees(scene):
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.FunctionDef)
                and node.name == function.__name__
                and len(node.args.args) == 1
            ):
                last = node.body[-1]
                return given, last.value if isinstance(last, ast.Return) else None
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Lambda):
                continue
            if any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
                return given, node.value.body
    return given, None


def _folder(result: ast.expr | None, given: str, path: Path) -> str:
    """The part of `path/'labels'/o.name` before the name."""
    if isinstance(result, ast.BinOp) and isinstance(result.op, ast.Div):
        left = result.left
        if not any(isinstance(one, ast.Call) for one in ast.walk(left)):
            return ast.unparse(left).replace(" / ", "/")
    return f"Path('{path.parent}')"
