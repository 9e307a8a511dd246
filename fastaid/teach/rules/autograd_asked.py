"""`torch.autograd.grad` asked for the gradient of a tensor that the output was not calculated from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import cell_trees, function_at, is_own, text_of
from fastaid.teach.rules.step import models_in, source_of
from fastaid.teach.scene import Frame, Scene

UNUSED = re.compile(
    r"Tensor at index (\d+) appears to not have been used|Tensors appears to not have been used"
)
MAKING = ("tensor", "Tensor", "FloatTensor", "as_tensor", "from_numpy", "array", "asarray")
LEAVING = ("tolist", "detach", "numpy", "item")
SWITCHES = ("requires_grad_", "requires_grad")
MOST_NAMES = 12
Step = tuple[ast.AST, str, set[str]]  # the code, the function that it stands in, and what that is given


class Uncut(ast.NodeTransformer):
    """Takes away what ends the record of a calculation, and keeps what it was done to."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def _bare(self, node: ast.expr) -> ast.expr:
        self.taken |= {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        name = last_name(node.func)
        if isinstance(node.func, ast.Attribute) and name in LEAVING and not node.args:
            return self._bare(node.func.value)
        if name in MAKING and len(node.args) == 1 and not isinstance(node.args[0], (ast.List, ast.Constant)):
            return self._bare(node.args[0])
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        return self._bare(node.value) if node.attr == "data" else node


@rule(RuntimeError, needs="torch")
def asks_for_none(scene: Scene) -> Diagnosis | None:
    """The gradient of a tensor that has no requires_grad."""
    frame, here = scene.within("torch.autograd", "grad"), scene.here
    call = here.call if here is not None else None
    if frame is None or here is None or call is None or "does not require grad" not in scene.message:
        return None
    outputs, given = here.argument(call, 0, "outputs"), here.argument(call, 1, "inputs")
    nodes = given.elts if isinstance(given, (ast.Tuple, ast.List)) else [given]
    node = next((one for one in nodes if is_tensor(held := here.value(one)) and not held.requires_grad), None)
    if not isinstance(node, ast.Name) or outputs is None:
        return None
    steps = [step for step, function, _ in _steps(scene, here, outputs) if not function]
    line = next((one for one in steps if isinstance(one, ast.Assign) and _mentions(one.value, node.id)), None)
    return Diagnosis(
        f"`{node.id}` does not ask for gradients: its requires_grad is False.",
        "PyTorch records only calculations with tensors that have requires_grad=True, from the moment they have it.",
        f"{node.id}.requires_grad_()" + (f"\n{ast.unparse(line)}" if line is not None else ""),
        "Ask for them, then calculate again:"
        if line is not None
        else "Ask for them before anything is calculated:",
        card="gradient",
    )


def _mentions(node: ast.AST, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))


@rule(RuntimeError, needs="torch")
def not_in_the_graph(scene: Scene) -> Diagnosis | None:
    """The input of `grad` is no part of what led to its output."""
    found, frame, here = UNUSED.search(scene.message), scene.within("torch.autograd", "grad"), scene.here
    call = here.call if here is not None else None
    if found is None or frame is None or here is None or call is None or len(call.args) < 1:
        return None
    inputs = frame.names.get("inputs_tuple", frame.names.get("t_inputs"))
    at = int(found[1] or 0)
    if not isinstance(inputs, tuple) or at >= len(inputs) or not is_tensor(inputs[at]):
        return None
    outputs, given = here.argument(call, 0, "outputs"), here.argument(call, 1, "inputs")
    if outputs is None or given is None or not text_of(outputs):
        return None
    parameter = _parameter(scene, inputs[at])
    if parameter:
        return _of_a_layer(call, text_of(outputs), *parameter)
    node = given.elts[at] if isinstance(given, (ast.Tuple, ast.List)) and at < len(given.elts) else given
    name = text_of(node)
    if not isinstance(node, ast.Name):
        return None
    steps = list(_steps(scene, here, outputs))
    return _cut(name, text_of(outputs), steps) or _switched_later(name, text_of(outputs), steps, scene, here)


def _parameter(scene: Scene, tensor: Any) -> tuple[str, str] | None:
    for name, model in models_in(scene):
        for path, held in model.named_parameters():
            if held is tensor:
                return name, path
    return None


def _of_a_layer(call: ast.Call, output: str, model: str, path: str) -> Diagnosis:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    new.keywords.append(ast.keyword("allow_unused", ast.Constant(True)))
    layer = path.rpartition(".")[0]
    which = f"the layer `{model}.{layer}`" if layer else f"`{model}.{path}`"
    return Diagnosis(
        f"`{output}` was calculated without {which}: its parameter `{path}` has no gradient.",
        "A layer that `forward` does not use plays no part in the result.",
        ast.unparse(new),
        "Use the layer in `forward` or take it away; or allow it, which gives None for its gradient:",
        card="gradient",
    )


def _steps(scene: Scene, frame: Frame, outputs: ast.expr) -> Iterator[Step]:
    """The code that an output came from, nearest first."""
    own = function_at(frame)
    trees: list[ast.AST] = [own] if own is not None else [tree for _, tree in cell_trees(scene)]
    waiting: list[ast.AST] = [outputs]
    seen: set[str] = set()
    while waiting and len(seen) < MOST_NAMES:
        node = waiting.pop(0)
        yield node, "", set()
        yield from _inside(frame, node)
        for one in ast.walk(node):
            if not isinstance(one, ast.Name) or one.id in seen or not isinstance(one.ctx, ast.Load):
                continue
            seen.add(one.id)
            line = next((line for tree in trees if (line := _last_assigned(tree, one.id)) is not None), None)
            if line is not None:
                waiting.append(line)


def _inside(frame: Frame, node: ast.AST) -> Iterator[Step]:
    """The lines of the learner's functions that a part calls."""
    for one in ast.walk(node):
        function = frame.value(one.func) if isinstance(one, ast.Call) else None
        if function is None or not is_own(function, frame.scope.f_globals):
            continue
        tree = source_of(function)
        for part in ast.walk(tree) if isinstance(tree, ast.FunctionDef) else ():
            if isinstance(part, (ast.Return, ast.Assign)):
                yield (
                    part,
                    function.__name__,
                    set(function.__code__.co_varnames[: function.__code__.co_argcount]),
                )


def _last_assigned(tree: ast.AST, name: str) -> ast.Assign | None:
    found = [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in one.targets)
    ]
    return max(found, key=lambda one: one.lineno, default=None)


def _cut(name: str, output: str, steps: list[Step]) -> Diagnosis | None:
    """A new tensor on the way, which knows nothing of the input."""
    ways = _derived(name, steps)
    if ways is None:
        return None  # it was never on the way
    for step, function, parameters in steps:
        targets = step.targets if isinstance(step, ast.Assign) and not function else []
        value = getattr(step, "value", None)
        if not isinstance(value, ast.expr) or any(
            isinstance(one, ast.Name) and one.id == name for one in targets
        ):
            continue
        old, uncut = ast.unparse(value), Uncut()
        new = uncut.visit(ast.parse(old, mode="eval").body)
        if not uncut.taken & (parameters if function else ways):
            continue
        better = ast.unparse(new) + (".clone()" if isinstance(new, ast.Name) else "")
        where = f" in `{function}`" if function else ""
        begin = ast.unparse(step).removesuffix(old)
        return Diagnosis(
            f"`{output}` is not connected with `{name}`: `{old}`{where} makes a new tensor of its numbers.",
            f"A gradient goes back along the calculations, from `{output}` to `{name}`. A tensor that was made anew, "
            "or detached, has no way back.",
            f"{begin}{better}",
            f"Keep to the tensor itself{where}"
            + (" (clone copies it and stays connected):" if "clone" in better else ":"),
            card="gradient",
        )
    return None


def _derived(name: str, steps: list[Step]) -> set[str] | None:
    """The variables on the way from a tensor to the output; None where it is not used on it."""
    found, is_used = {name}, False
    for step, function, _ in reversed(steps):
        value = getattr(step, "value", step)
        words = {one.id for one in ast.walk(value) if isinstance(one, ast.Name)}
        if not function and words & found:
            is_used = True
            found |= {one.id for one in getattr(step, "targets", []) if isinstance(one, ast.Name)}
    return found if is_used else None


def _switched_later(
    name: str, output: str, steps: list[Step], scene: Scene, frame: Frame
) -> Diagnosis | None:
    """`img.requires_grad_()` after the output was calculated from it."""
    own = function_at(frame)
    made = next(
        (
            step
            for step, function, _ in steps
            if isinstance(step, ast.Assign) and not function and _mentions(step.value, name)
        ),
        None,
    )
    if made is None:
        return None
    trees: list[ast.AST] = [own] if own is not None else [tree for _, tree in cell_trees(scene)]
    for at, tree in enumerate(trees):
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Expr, ast.Assign)) or not _switches(node, name):
                continue
            home = next((i for i, one in enumerate(trees) if any(part is made for part in ast.walk(one))), 0)
            if at > home or (at == home and node.lineno < made.lineno):
                return None
            return Diagnosis(
                f"`{ast.unparse(node)}` came after `{ast.unparse(made)}`.",
                f"When `{output}` was calculated, `{name}` did not ask for gradients, so nothing was recorded of it.",
                f"{ast.unparse(node)}\n{ast.unparse(made)}",
                "Ask for them first, then calculate:",
                card="gradient",
            )
    return None


def _switches(node: ast.Expr | ast.Assign, name: str) -> bool:
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        is_set = isinstance(target, ast.Attribute) and target.attr == "requires_grad"
        if is_set and isinstance(target, ast.Attribute) and text_of(target.value) == name:
            return True
        if not (isinstance(target, ast.Name) and target.id == name):
            return False
    func = node.value.func if isinstance(node.value, ast.Call) else None
    return isinstance(func, ast.Attribute) and func.attr == "requires_grad_" and text_of(func.value) == name
