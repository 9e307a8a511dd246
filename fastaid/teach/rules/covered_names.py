"""A name of fastai's or torch's that the notebook gave to a value, and that is needed as what it was."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_tensor, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import taken_by
from fastaid.teach.rules.fastai_metrics import failed_metric
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.python_source import cell_trees, given, own_nodes, text_of
from fastaid.teach.scene import Scene

# Where names that the course's star imports bring are defined, and what to import them from.
HOMES = ("fastai.metrics", "fastai.losses", "fastai.vision.all", "fastai.tabular.all", "fastai.text.all",
         "fastai.basics", "torch.nn.functional", "torch", "sklearn.metrics")  # fmt: skip


@rule(TypeError, AttributeError, AssertionError, ValueError, needs="torch")
def given_to_a_value(scene: Scene) -> Diagnosis | None:
    """`accuracy = accuracy(preds, targs)`: afterwards `accuracy` is a number, and no function."""
    for name, held in _needed(scene):
        home = _home(scene, name)
        if home and not callable(held) and held is not None:
            return _told(scene, name, held, home)
    return None


def _needed(scene: Scene) -> Iterator[tuple[str, Any]]:
    """The names, with their values, that could not be called."""
    failed = failed_metric(scene)
    if failed is not None:
        for name, held in list(scene.names.items()):
            if held is failed.func and not name.startswith("_"):
                yield name, held
        return
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or "not callable" not in scene.message:
        return
    for node in [call.func, *call.args, *(one.value for one in call.keywords)]:
        held = frame.value(node) if isinstance(node, ast.Name) else UNKNOWN
        if isinstance(node, ast.Name) and held is not UNKNOWN and scene.names.get(node.id) is held:
            yield node.id, held


def _home(scene: Scene, name: str) -> str:
    """The module to import the name from, where a cell has imported it; "" where none has."""
    for _, tree in cell_trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or not node.module or node.level:
                continue
            words = [one.asname or one.name for one in node.names]
            if name in words and callable(vars(library(node.module) or object).get(name)):
                return node.module
            if words == ["*"] and callable(vars(library(node.module) or object).get(name)):
                first = (one for one in HOMES if _is_home(one, name))
                return next(first, node.module) if node.module.startswith("fastai") else node.module
    return ""


def _is_home(module: str, name: str) -> bool:
    held = vars(library(module) or object).get(name)
    # These hand on all of fastai's names; what they are asked for is their own.
    own = module not in ("fastai.metrics", "fastai.losses") or getattr(held, "__module__", "") == module
    return callable(held) and own


def _told(scene: Scene, name: str, held: Any, home: str) -> Diagnosis | None:
    made = _made(scene, name)
    is_number = isinstance(held, (int, float)) or (is_tensor(held) and not held.ndim)
    kind = "a number" if is_number else described(held)
    new = {"accuracy": "acc", "error_rate": "err"}.get(name, f"my_{name}")
    line = f"{name} = {text_of(made)}" if made is not None and text_of(made) else ""
    frame = scene.here
    taken = taken_by(scene, frame, name) if frame is not None and not line else None
    place = (
        f"`{taken.line}`" + (f" in cell [{taken.cell}]" if taken.cell else "") if taken and taken.line else ""
    )
    by = f"`{line}`" if line else place or f"A line that gave `{name}` a value"
    lines = [f"from {home} import {name}", f"{new} = {text_of(made)}" if line else ""]
    call = frame.call if frame is not None else None
    if call is not None and not line:
        lines.append(anew(call))
    return Diagnosis(
        f"`{name}` is {kind} now, no longer the function of `{home.partition('.')[0]}`.",
        f"{by} has overwritten it: a name holds one thing at a time, and the function was hidden by the value.",
        "\n".join(one for one in lines if one),
        f"Import `{name}` again, and keep the value under another name; then run the cell anew:",
    )


def _made(scene: Scene, name: str) -> ast.expr | None:
    """What the cells gave to the name, last."""
    for _, tree in cell_trees(scene):
        for node in reversed(list(own_nodes(tree.body))):
            value = given(node, name)
            if value is not None:
                return value
    return None
