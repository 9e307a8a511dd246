"""Backward passes written by hand, which keep each gradient as an attribute of its tensor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import names_in, tree_of
from fastaid.teach.rules.in_code import trees
from fastaid.teach.scene import Frame, Scene


@rule(AttributeError, needs="torch")
def not_set_yet(scene: Scene) -> Diagnosis | None:
    """`out.g` is read by a layer's backward step before the loss's step has set it."""
    frame, error = scene.here, scene.error
    node = frame.node if frame is not None else None
    if not isinstance(error, AttributeError) or frame is None or not isinstance(node, ast.Attribute):
        return None
    wrong = str(error.name)
    if not is_tensor(error.obj) or node.attr != wrong or not scene.is_raised_by_learner:
        return None
    steps = list(_steps(scene, wrong))
    if not steps:
        return None
    text, outer, call = _in_caller(scene, frame, ast.unparse(node.value))
    what = f"`{text}` has no `.{wrong}` yet: the gradient of the loss with respect to `{text}` was never set."
    cause = f"`{wrong}` is no attribute of PyTorch's; your backward steps set it, each from the one behind it, so "
    cause += "the loss comes first."
    later = _later(scene, outer, steps, (text, wrong), call)
    if later:
        return Diagnosis(what, cause, later, "This line sets it and must run before:", card="gradient")
    first = next((one for one in steps if not _reads(one, wrong)), None)
    if first is not None and first.args.args:
        given = [text, *(_named(scene, one.arg) for one in first.args.args[1:])]
        return Diagnosis(
            what, cause, f"{first.name}({', '.join(given)})", "Call the loss's step first:", card="gradient"
        )
    fix = _of_squares(scene, outer, text, wrong)
    how = "First set it from the loss (this is for the mean of squares), before the first layer's step:"
    return Diagnosis(
        what, cause, fix, how if fix else f"First set `{text}.{wrong}` from the loss.", card="gradient"
    )


def _steps(scene: Scene, name: str) -> Iterator[ast.FunctionDef]:
    """The functions that set such an attribute of something they are given."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.FunctionDef) and _sets(one, name):
                yield one


def _sets(function: ast.FunctionDef, name: str) -> list[str]:
    return [
        ast.unparse(target.value)
        for line in ast.walk(function)
        if isinstance(line, ast.Assign)
        for target in line.targets
        if isinstance(target, ast.Attribute) and target.attr == name
    ]


def _reads(function: ast.FunctionDef, name: str) -> bool:
    return any(
        isinstance(one, ast.Attribute) and one.attr == name and isinstance(one.ctx, ast.Load)
        for one in ast.walk(function)
    )


def _in_caller(scene: Scene, frame: Frame, text: str) -> tuple[str, Frame, ast.Call | None]:
    """What a function's argument is called where it was called: `out` → `scores`."""
    at = scene.frames.index(frame)
    outer = scene.frames[at - 1] if at else frame
    call = outer.call if outer is not frame else None
    code = frame.scope.f_code
    if call is None or text not in code.co_varnames[: code.co_argcount]:
        return text, frame, None
    given = outer.argument(call, code.co_varnames.index(text), text)
    return (ast.unparse(given), outer, call) if given is not None else (text, outer, call)


def _later(
    scene: Scene, outer: Frame, steps: list[ast.FunctionDef], asked: tuple[str, str], call: ast.Call | None
) -> str:
    """A call further down that would have set it."""
    text, wrong = asked
    tree = tree_of(scene, outer)
    named = {one.name: one for one in steps}
    for one in ast.walk(tree) if tree is not None else ():
        if not isinstance(one, ast.Call) or one.lineno <= outer.line or one is call:
            continue
        step = named.get(ast.unparse(one.func))
        if step is None:
            continue
        names = [arg.arg for arg in step.args.args]
        for name, given in zip(names, one.args, strict=False):
            if ast.unparse(given) == text and name in _sets(step, wrong):
                return ast.unparse(one)
    return ""


def _of_squares(scene: Scene, outer: Frame, text: str, name: str) -> str:
    """The gradient of a mean of squares, where a difference from the targets was calculated."""
    tree = tree_of(scene, outer)
    out: Any = outer.names.get(text)
    for line in ast.walk(tree) if tree is not None else ():
        if not isinstance(line, ast.Assign) or not isinstance(line.value, ast.BinOp):
            continue
        if not isinstance(line.value.op, ast.Sub) or text not in names_in(line.value.left):
            continue
        diff = ast.unparse(line.targets[0])
        held: Any = outer.names.get(diff)
        if is_tensor(held) and is_tensor(out) and out.ndim - held.ndim in (0, 1):
            return f"{text}.{name} = 2 * {diff}{'[:, None]' if out.ndim > held.ndim else ''} / len({diff})"
    return ""


def _named(scene: Scene, name: str) -> str:
    """An argument's own name, or a variable that can stand for it."""
    for one in (name, "wanted", "y", "yb", "y_train", "trn_y", "targ", "targets"):
        if is_tensor(scene.names.get(one)):
            return one
    return name
