"""LBFGS, which calculates the loss several times in a step: it is given a function that does."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import tree_of
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Frame, Scene

MOST = 4  # lines of the function


@rule(TypeError, needs="torch")
def closure_missing(scene: Scene) -> Diagnosis | None:
    """`opt.step()` of an LBFGS."""
    here = scene.here
    call = call_at(here) if here is not None else None
    func = call.func if call is not None else None
    if (
        here is None
        or call is None
        or not isinstance(func, ast.Attribute)
        or func.attr != "step"
        or call.args
    ):
        return None
    held, text, tree = here.value(func.value), ast.unparse(func.value), tree_of(scene, here)
    if not is_of(held, "torch.optim", "LBFGS") or "closure" not in scene.message or tree is None:
        return None
    backwards = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.Call)
        and isinstance(one.func, ast.Attribute)
        and one.func.attr == "backward"
        and isinstance(one.func.value, ast.Name)
        and one.lineno < call.lineno
    ]
    if not backwards:
        return None
    last = max(backwards, key=lambda one: one.lineno)
    loss = last.func.value.id  # type: ignore[attr-defined]
    lines = _made(here, tree, loss, last.lineno)
    if not lines:
        return None
    inside = [f"{text}.zero_grad()", *lines, ast.unparse(last), f"return {loss}"]
    return Diagnosis(
        f"`{text}` is an LBFGS, and its step() was called with nothing.",
        "It calculates the loss several times in one step, so it is given a function that does: gradients to zero, "
        "loss, backward, and the loss returned.",
        "def closure():\n" + "\n".join(f"    {one}" for one in inside) + f"\n{text}.step(closure)",
        "Put the lines into a function:",
        card="sgd-and-optimizers",
    )


def _made(here: Frame, tree: ast.AST, loss: str, before: int) -> list[str]:
    """The assignments that the loss was calculated by, from what requires a gradient on."""
    last: dict[str, ast.Assign] = {}
    for one in sorted(
        (one for one in ast.walk(tree) if isinstance(one, ast.Assign)), key=lambda one: one.lineno
    ):
        if len(one.targets) == 1 and isinstance(one.targets[0], ast.Name) and one.lineno < before:
            last[one.targets[0].id] = one
    found: list[ast.Assign] = []
    waiting = [loss]
    while waiting:
        name = waiting.pop()
        made = last.get(name)
        held: Any = here.names.get(name)
        if made is None or made in found or not is_tensor(held) or held.grad_fn is None:
            continue
        found.append(made)
        waiting += [one.id for one in ast.walk(made.value) if isinstance(one, ast.Name)]
    return (
        [ast.unparse(one) for one in sorted(found, key=lambda one: one.lineno)] if len(found) <= MOST else []
    )
