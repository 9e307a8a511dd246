"""Hooks: what they store is there only after the model has run."""

from __future__ import annotations

import ast
from functools import partial
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import calls_in, tree_of
from fastaid.teach.rules.python_source import is_own, statement_at
from fastaid.teach.scene import Frame, Scene

VARARGS = 0x04  # of a function's code: it takes *args
HOOKS = {
    (2, "inp"): "the layer and the tuple of its inputs",
    (3, "outp"): "the layer, the tuple of its inputs and its output",
    (3, "grad_out"): "the layer, the gradients of its inputs and those of its outputs",
}


def hook_that_sets(kind: type, name: str) -> tuple[str, bool] | None:
    """The method that sets an attribute and is registered as a hook, and whether for the backward pass."""
    functions = [one for one in vars(kind).values() if isinstance(one, FunctionType)]
    for one in functions:
        if name not in one.__code__.co_names:
            continue
        for other in functions:
            words = other.__code__.co_names
            registers = [word for word in words if word.startswith("register_") and word.endswith("hook")]
            if registers and one.__name__ in words:
                return one.__name__, "backward" in registers[0]
    return None


@rule(AttributeError, needs="torch")
def not_run_yet(scene: Scene) -> Diagnosis | None:
    """A hook's stored output is asked for before the model has run."""
    frame, error = scene.here, scene.error
    node = frame.node if frame is not None else None
    if not isinstance(error, AttributeError) or frame is None or not isinstance(node, ast.Attribute):
        return None
    kind, wrong = type(error.obj), str(error.name)
    if not scene.is_raised_by_learner or node.attr != wrong or kind.__module__ != "__main__":
        return None
    found = hook_that_sets(kind, wrong)
    if found is None:
        return None
    method, is_backward = found
    text = ast.unparse(node.value)
    run = "loss.backward()" if is_backward else _run_of_model(scene, frame, kind.__name__)
    line = statement_at(frame)
    around = _with(scene, frame, text)
    after = ast.unparse(line) if line is not None and not isinstance(line, ast.With) else f"{text}.{wrong}"
    fix = f"{around}:\n    {run}\n    {after}" if around else f"{run}\n{after}"
    when = "backward() runs" if is_backward else "the model runs (forward)"
    return Diagnosis(
        f"`{text}` has no `{wrong}` yet.",
        f"`{method}` sets it, and is a hook: PyTorch calls it when {when}. That has not happened since `{text}` was "
        "made; a run before does not count.",
        fix,
        f"{'Call backward()' if is_backward else 'Run the model'} after the hook is registered, then ask:",
        card="hooks",
    )


@rule(TypeError, needs="torch")
def hook_arguments(scene: Scene) -> Diagnosis | None:
    """A hook with fewer or more parameters than PyTorch calls it with."""
    last = scene.last
    if last is None or not last.module.startswith("torch.") or "argument" not in scene.message:
        return None
    held = last.names.get("hook", last.names.get("user_hook"))
    done = 0
    while isinstance(held, partial):
        done += len(held.args)
        held = held.func
    is_plain = isinstance(held, FunctionType) and is_own(held, scene.names)
    network = last.names.get("self")
    wanted: tuple[str, ...]
    if not is_plain or held.__name__ not in (*scene.message.split("(")[0].split("."), "<lambda>"):
        return None
    is_before = stored(network).get("_forward_pre_hooks") or {}
    if last.module == "torch.utils.hooks":
        wanted, when = ("module", "grad_in", "grad_out"), "a backward hook"
    elif any(_bare(one) is held for one in is_before.values()):
        wanted, when = ("module", "inp"), "a forward pre-hook"
    else:
        wanted, when = ("module", "inp", "outp"), "a forward hook"
    code = held.__code__
    names = list(code.co_varnames[: code.co_argcount])
    own = names[done:]
    if len(own) == len(wanted) or code.co_flags & VARARGS:
        return None
    right = [*names[:done], *_parameters(own, list(wanted))]
    is_lambda = held.__name__ == "<lambda>"
    fix = f"lambda {', '.join(right)}: …" if is_lambda else f"def {held.__name__}({', '.join(right)}):"
    return Diagnosis(
        f"The hook `{held.__name__}` takes {listed(f'`{one}`' for one in own) or 'nothing'}; PyTorch calls it with "
        f"{len(wanted)} arguments.",
        f"As {when} it is given {HOOKS[len(wanted), wanted[-1]]}, in this order, each time.",
        fix,
        f"Give it {len(wanted)} parameters, also those that it does not use; then register it again:",
        card="hooks",
    )


def _bare(held: Any) -> Any:
    while isinstance(held, partial):
        held = held.func
    return held


def _parameters(own: list[str], wanted: list[str]) -> list[str]:
    """The parameters that a hook needs, by the learner's names where they tell which is which."""
    if len(own) > len(wanted):
        return own[-len(wanted) :]
    if len(own) == len(wanted) - 1 and own:
        return (
            [own[0], *wanted[1 : len(wanted) - len(own) + 1], *own[1:]]
            if len(own) > 1
            else [own[0], wanted[-1]]
        )
    return [*wanted[:-1], own[-1]] if len(own) == 1 else wanted


def _with(scene: Scene, frame: Frame, text: str) -> str:
    tree = tree_of(scene, frame)
    for one in ast.walk(tree) if tree is not None else ():
        if isinstance(one, ast.With) and one.lineno <= frame.line <= (one.end_lineno or 0):
            for item in one.items:
                if item.optional_vars is not None and ast.unparse(item.optional_vars) == text:
                    return f"with {', '.join(ast.unparse(part) for part in one.items)}"
    return ""


def _run_of_model(scene: Scene, frame: Frame, kind: str) -> str:
    """The line that ran the model, as it stands in the cell; else one that would."""
    tree: Any = tree_of(scene, frame)
    roots = [
        ast.unparse(_root(call.args[0]))
        for name, call in (calls_in(tree) if tree is not None else ())
        if name == kind and call.args
    ]
    model = roots[-1] if roots else "model"
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, (ast.Assign, ast.Expr)) or not isinstance(node.value, ast.Call):
            continue
        call = node.value
        func = ast.unparse(call.func)
        if func in (model, f"{model}.eval()", f"{model}.train()") and call.args:
            return ast.unparse(node)
    return f"{model}(x)"


def _root(node: ast.expr) -> ast.expr:
    while isinstance(node, ast.Subscript):
        node = node.value
    return node
