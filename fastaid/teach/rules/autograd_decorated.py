"""Training inside of no_grad: by a decorator of the training function, or around the call of it or of a fit."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import function_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

OFF = ("no_grad", "inference_mode")


def _is_off(node: ast.expr) -> bool:
    """`torch.no_grad()`, `no_grad`, `torch.set_grad_enabled(False)`."""
    func = node.func if isinstance(node, ast.Call) else node
    if last_name(func) in OFF:
        return True
    given = node.args[0] if isinstance(node, ast.Call) and node.args else None
    return last_name(func) == "set_grad_enabled" and isinstance(given, ast.Constant) and given.value is False


def _around(frame: Frame) -> tuple[ast.With, ast.expr] | None:
    """The `with torch.no_grad():` that the running line stands in."""
    function = function_at(frame)
    tree = function if function is not None else source_tree(frame) if frame.function == "<module>" else None
    found = None
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.With) or not node.lineno < frame.line <= (node.end_lineno or 0):
            continue
        found = next(((node, one.context_expr) for one in node.items if _is_off(one.context_expr)), found)
        if any(last_name(getattr(one.context_expr, "func", None)) == "enable_grad" for one in node.items):
            found = None
    return found


@rule(RuntimeError, needs="torch")
def trained_without_gradients(scene: Scene) -> Diagnosis | None:
    """`@torch.no_grad()` on the training function; `with torch.no_grad(): learn.fit(1)`."""
    if scene.within("torch.autograd") is None or "require grad" not in scene.message:
        return None
    if not library("torch").is_grad_enabled():
        return None
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        function = function_at(frame)
        for mark in function.decorator_list if function is not None else ():
            if _is_off(mark) and function is not None:
                text = text_of(mark)
                return Diagnosis(
                    f"`{function.name}` is marked with `@{text}`, and backward() is called in it.",
                    f"`{text}` stops the recording that backward() needs, for all that runs in the function. It is "
                    "for validation.",
                    f"def {function.name}({text_of(function.args) or ast.unparse(function.args)}):  # without @{text}",
                    "Take the decorator away:",
                    card="gradient",
                )
        around = _around(frame)
        if around is not None and frame is scene.here and "backward" in frame.text:
            return None  # what it goes back through stands there too: autograd_lost
        if around is not None:
            text, line = text_of(around[1]), frame.text
            return Diagnosis(
                f"`{line}` stands under `with {text}:`.",
                f"`{text}` stops the recording that backward() needs, also in the functions that are called there.",
                line,
                "Take it out of the `with` (which is for validation and predictions):",
                card="gradient",
            )
    return None
