"""Tensors that a gradient still needs, changed in place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import calls_in, tree_of
from fastaid.teach.rules.step import learner_in, models_in, source_of
from fastaid.teach.rules.steps_between import in_order, stepped_before
from fastaid.teach.scene import Scene

SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
# Methods that end in _ and change the numbers.
CHANGING = (
    "add_",
    "sub_",
    "mul_",
    "div_",
    "fill_",
    "clamp_",
    "zero_",
    "exp_",
    "sigmoid_",
    "relu_",
    "tanh_",
    "copy_",
)


@rule(RuntimeError, needs="torch")
def needed_for_gradient(scene: Scene) -> Diagnosis | None:
    """A tensor was overwritten between the forward pass and backward()."""
    if scene.within("torch.autograd") is None or "modified by an inplace operation" not in scene.message:
        return None
    what = "A tensor that backward() still needed was changed in place."
    said = stepped_before(scene, what)
    if said is not None:
        return said
    if _steps_between(scene.tree):
        return Diagnosis(
            what,
            "The optimizer's step() changed the weights between two backward() calls that use the same forward pass "
            "(kept with retain_graph=True).",
            in_order(tree_of(scene, scene.here) if scene.here is not None else None)
            or "loss1.backward(retain_graph=True)\nloss2.backward()\nopt.step()",
            "Call every backward() first and step() after them, or calculate the second loss anew after step():",
            sure="likely",
            card="in-place-methods",
        )
    found = list(dict.fromkeys(_changes(scene)))
    if not found or len(found) > 3:
        return None
    line, better = found[0]
    more = f" (also `{found[1][0]}`)" if len(found) > 1 else ""
    return Diagnosis(
        what,
        f"`{line}` overwrites the tensor{more}; its old numbers are needed to calculate the gradient.",
        better,
        "Make a new tensor instead:",
        sure="likely",
        card="in-place-methods",
    )


def _steps_between(tree: ast.AST | None) -> bool:
    calls = sorted(
        (
            (call.lineno, call.col_offset, name)
            for name, call in (calls_in(tree) if tree is not None else ())
            if name in ("backward", "step")
        ),
    )
    order = [name for *_, name in calls]
    kept = tree is not None and "retain_graph" in ast.dump(tree)
    return kept and "step" in order and "backward" in order[order.index("step") :]


def _changes(scene: Scene) -> Iterator[tuple[str, str]]:
    here = scene.here
    for tree in _trees(scene):
        held: Any
        for node in ast.walk(tree):
            if isinstance(node, ast.AugAssign) and type(node.op) in SIGNS:
                held = None if here is None else here.value(node.target)
                is_number = isinstance(held, (int, float)) or (is_tensor(held) and held.grad_fn is None)
                has_history = is_tensor(held) and held.grad_fn is not None
                if has_history or not (is_number or _only_counts(node)) or _is_activation(tree, node):
                    target, value = ast.unparse(node.target), ast.unparse(node.value)
                    yield ast.unparse(node), f"{target} = {target} {SIGNS[type(node.op)]} {value}"
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
                held = None if here is None else here.value(node.targets[0].value)
                if is_tensor(held) and held.grad_fn is not None:
                    name = ast.unparse(node.targets[0].value)
                    yield ast.unparse(node), f"{name} = {name}.clone()\n{ast.unparse(node)}"
        for name, call in calls_in(tree):
            if name in CHANGING and isinstance(call.func, ast.Attribute) and "grad" not in ast.unparse(call):
                text = ast.unparse(call)
                yield text, f"{ast.unparse(call.func.value)}.{name[:-1]}({text.split('(', 1)[1]}"
    for name, model in models_in(scene):
        for part in model.modules():
            if is_of(part, "torch.nn", "ReLU", "LeakyReLU", "Dropout", "ELU") and part.inplace:
                yield f"nn.{type(part).__name__}(inplace=True)", f"nn.{type(part).__name__}()  # in {name}"


def _is_activation(tree: ast.AST, node: ast.AugAssign) -> bool:
    """Whether it changes what a layer or an activation gave, inside of a model's forward."""
    if not isinstance(node.target, ast.Name):
        return False
    for forward in ast.walk(tree):
        if not isinstance(forward, ast.FunctionDef) or forward.name != "forward":
            continue
        inside = list(ast.walk(forward))
        if not any(one is node for one in inside):
            continue
        return any(
            isinstance(one, ast.Assign)
            and one.lineno < node.lineno
            and isinstance(one.targets[0], ast.Name)
            and one.targets[0].id == node.target.id
            and isinstance(one.value, ast.Call)
            for one in inside
        )
    return False


def _only_counts(node: ast.AugAssign) -> bool:
    text = ast.unparse(node.value)
    return isinstance(node.value, ast.Constant) or ".item()" in text or "len(" in text


def _trees(scene: Scene) -> Iterator[ast.AST]:
    if scene.tree is not None:
        yield scene.tree
    learn: Any = learner_in(scene)
    models = [held for _, held in models_in(scene)] + ([learn.model] if learn is not None else [])
    seen: set[str] = set()
    for model in models:
        for part in model.modules() if is_module(model) else ():
            kind = type(part)
            if kind.__module__ == "__main__" and kind.__name__ not in seen:
                seen.add(kind.__name__)
                # A class of this cell is in its tree already.
                if (
                    f"class {kind.__name__}" not in scene.cell
                    and (tree := source_of(kind.forward)) is not None
                ):
                    yield tree
