"""torch.func's vmap: a function for one item, run for all items of a batch at once."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import calls_in, tree_of
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.python_source import call_at, replaced, statement_at
from fastaid.teach.scene import Frame, Scene

MODULE = "torch._functorch"


def _made(scene: Scene) -> ast.Call | None:
    """The learner's `vmap(…)`."""
    for frame in reversed(scene.frames):
        call = frame.call if frame.is_learners else None
        if call is not None and isinstance(call.func, ast.Call) and last_name(call.func.func) == "vmap":
            return call.func
    found = {
        ast.unparse(one): one
        for tree in trees(scene)
        for name, one in calls_in(tree)
        if name == "vmap" and one.args
    }
    return next(iter(found.values())) if len(found) == 1 else None


@rule(RuntimeError, needs="torch._functorch")
def random_numbers(scene: Scene) -> Diagnosis | None:
    """Dropout, or torch.rand, inside of vmap."""
    if scene.within(MODULE) is None or "randomness error mode" not in scene.message:
        return None
    made = _made(scene)
    drops = any(type(one.names.get("self")).__name__.startswith("Dropout") for one in scene.frames)
    source = "Dropout draws random numbers" if drops else "The function draws random numbers"
    line = (
        anew(made, randomness="'different'") if made is not None else "vmap(function, randomness='different')"
    )
    return Diagnosis(
        f"{source} inside of vmap.",
        "vmap runs the function for all items at once, so it must be told whether each item gets numbers of its own "
        "('different') or all the same ('same').",
        line.rpartition(" = ")[2] if line.startswith("(") else line,
        "Tell it" + (" (or switch dropout off with `model.eval()` before):" if drops else ":"),
    )


@rule(RuntimeError, needs="torch._functorch")
def asks_for_a_value(scene: Scene) -> Diagnosis | None:
    """`if x.sum() > 1:`, `x.item()` inside of vmap: there is no single value, there is one for each item."""
    here = scene.here
    is_if = "data-dependent control flow" in scene.message
    if here is None or scene.within(MODULE) is None or not (is_if or ".item()" in scene.message):
        return None
    cause = "vmap runs the function for all items at once, so a tensor stands for as many numbers as there are items."
    if not is_if:
        call = call_at(here)
        text = ast.unparse(call) if call is not None else ".item()"
        bare = (
            ast.unparse(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else ""
        )
        return Diagnosis(
            f"`{text}` asks for one number inside of vmap.",
            cause,
            bare,
            "Leave it a tensor, without `.item()`:",
        )
    line = statement_at(here)
    tree = tree_of(scene, here)
    branch = _branch(tree, line) if isinstance(line, ast.If) and tree is not None else ""
    test = ast.unparse(line.test) if isinstance(line, (ast.If, ast.While)) else "the condition"
    return Diagnosis(
        f"`{'while' if isinstance(line, ast.While) else 'if'} {test}` decides by the value of a tensor inside of vmap.",
        f"{cause} An `if` can go only one way for all of them.",
        branch,
        "Work out both and choose for each item with torch.where:"
        if branch
        else "Work out both ways, and choose for each item with `torch.where(condition, a, b)`.",
    )


def _branch(tree: ast.AST, line: ast.If) -> str:
    """Both ways of an `if`, in one torch.where."""
    test = ast.unparse(line.test)
    if len(line.body) != 1 or len(line.orelse) > 1:
        return ""
    one: Any = line.body[0]
    other: Any = line.orelse[0] if line.orelse else None
    if isinstance(one, ast.Return) and other is None:
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            if isinstance(body, list) and any(ast.dump(part) == ast.dump(line) for part in body):
                at = next(i for i, part in enumerate(body) if ast.dump(part) == ast.dump(line))
                other = body[at + 1] if at + 1 < len(body) else None
    if isinstance(one, ast.Return) and isinstance(other, ast.Return) and one.value and other.value:
        return f"return torch.where({test}, {ast.unparse(one.value)}, {ast.unparse(other.value)})"
    if isinstance(one, ast.Assign):
        name = ast.unparse(one.targets[0])
        if other is None:
            return f"{name} = torch.where({test}, {ast.unparse(one.value)}, {name})"
        if isinstance(other, ast.Assign) and ast.unparse(other.targets[0]) == name:
            return f"{name} = torch.where({test}, {ast.unparse(one.value)}, {ast.unparse(other.value)})"
    return ""


@rule(IndexError, RuntimeError, ValueError, needs="torch._functorch")
def no_batch_inside(scene: Scene) -> Diagnosis | None:
    """The network inside of vmap gets one item, and its forward takes a batch."""
    if scene.within(MODULE, "_flat_vmap") is None or scene.last is None:
        return None
    if (
        not isinstance(scene.error, IndexError)
        or not scene.is_raised_by_learner
        or scene.last.function != "forward"
    ):
        return None
    for frame in reversed(scene.frames):
        call = frame.call if frame.is_learners else None
        if call is None or last_name(call.func) != "functional_call" or len(call.args) < 3:
            continue
        given = call.args[2]
        parts = given.elts if isinstance(given, ast.Tuple) else [given]
        if not parts or any(_has_batch(frame, one) for one in parts):
            return None
        inside = ", ".join(f"{ast.unparse(one)}.unsqueeze(0)" for one in parts)
        inside = f"({inside},)" if len(parts) == 1 else f"({inside})"
        line = f"{ast.unparse(call.func)}({ast.unparse(call.args[0])}, {ast.unparse(call.args[1])}, {inside})"
        text = ast.unparse(parts[0])
        whole = statement_at(frame)
        if isinstance(whole, ast.Assign) and whole.value is call:
            line = f"{ast.unparse(whole.targets[0])} = {line}"
        return Diagnosis(
            f"Inside of vmap `{text}` is one item, without a batch dimension: shape {shape(frame.value(parts[0]))}.",
            "vmap takes the batch apart and gives the function one item at a time; the network's forward is written "
            "for a batch.",
            line,
            "Make it a batch of one:",
            sure="likely",
            card="rank-and-shape",
        )
    return None


def _has_batch(frame: Frame, node: ast.expr) -> bool:
    return (
        "unsqueeze" in ast.unparse(node)
        or "None" in ast.unparse(node)
        or not hasattr(frame.value(node), "shape")
    )


@rule(TypeError, needs="torch._functorch")
def parameters_first(scene: Scene) -> Diagnosis | None:
    """`func, params = make_functional(net); func(x)`: such a function has no weights of its own."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or scene.within("torch._functorch.make_functional") is None:
        return None
    if "missing" not in scene.message or len(call.args) != 1:
        return None
    held = [
        name
        for name, one in {**scene.names, **here.names}.items()
        if isinstance(one, tuple) and one and all(is_of(part, "torch.nn", "Parameter") for part in one)
    ]
    text, name = ast.unparse(call.func), held[0] if len(held) == 1 else "params"
    return Diagnosis(
        f"`{text}` got one argument, and took it for the weights.",
        "What make_functional gives has no weights of its own: they come first, then the input.",
        replaced(here, call, f"{text}({name}, {ast.unparse(call.args[0])})"),
        "Give it the weights first:",
    )
