"""Training inside of no_grad: by a decorator of the training function, or around the call of it or of a fit."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import calls_in
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import function_at, source_tree, text_of
from fastaid.teach.rules.step import is_own, source_of
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


def called_for(
    scene: Scene, frame: Frame, lines: Iterable[ast.AST], depth: int = 2
) -> Iterator[FunctionType]:
    """The learner's functions and methods that are called in some lines, and in these; decorated ones too."""
    for line in lines:
        for _, call in calls_in(line):
            function = _function(frame.value(call.func)) or _method(frame, call.func)
            if function is None or not is_own(scene, function):
                continue
            yield function
            inner = source_of(function) if depth > 1 else None
            if isinstance(inner, ast.FunctionDef):
                # What it calls is looked up among the notebook's names.
                yield from called_for(scene, scene.frames[0], inner.body, depth - 1)


def _function(held: Any) -> FunctionType | None:
    """A function, or what a decorator made of it."""
    held = getattr(held, "__func__", held)
    if not isinstance(held, FunctionType):
        return None
    found = inspect.unwrap(held)
    return found if isinstance(found, FunctionType) else None


def _method(frame: Frame, node: ast.expr) -> FunctionType | None:
    """A method of an object of the learner's: of `model.loss`."""
    if not isinstance(node, ast.Attribute):
        return None
    kind = type(frame.value(node.value))
    held = inspect.getattr_static(kind, node.attr, None) if kind.__module__ == "__main__" else None
    return _function(held)


def decorated_function(scene: Scene, history: Iterable[tuple[ast.AST, ast.AST]]) -> Diagnosis | None:
    """A function of the learner's with `@torch.no_grad()` that the loss was calculated in."""
    here = scene.here
    if here is None:
        return None
    for function in called_for(scene, here, [line for _, line in history]):
        node = source_of(function)
        for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
            if _is_off(mark) and isinstance(node, ast.FunctionDef) and _has_weights(function, node):
                text = text_of(mark)
                return Diagnosis(
                    f"`{node.name}` is marked with `@{text}`, and the loss was calculated in it.",
                    f"`{text}` stops the recording that backward() needs, for all that runs in the function. It is "
                    "for validation.",
                    f"def {node.name}({text_of(node.args) or ast.unparse(node.args)}):  # without @{text}",
                    "Take the decorator away:",
                    card="gradient",
                )
    return None


def _has_weights(function: FunctionType, node: ast.FunctionDef) -> bool:
    """Whether weights that can be trained take part; of data that are prepared no gradient is wanted."""
    taken = {one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)}
    if any(isinstance(call.func, ast.Name) and call.func.id in taken for _, call in calls_in(node)):
        return True  # model(xb), where the model is a parameter
    if any(ast.unparse(call.func).startswith("self") for _, call in calls_in(node)):
        return True
    words = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} - taken
    return any(_can_learn(function.__globals__.get(word)) for word in words)


def _can_learn(held: Any) -> bool:
    if is_learner(held):
        held = stored(held).get("model")
    if is_module(held):
        return any(one.requires_grad for one in held.parameters())
    return is_tensor(held) and bool(held.requires_grad)
