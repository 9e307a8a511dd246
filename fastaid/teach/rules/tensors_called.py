"""Tensors that are called like a layer or a function."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import tree_of
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, needs="torch")
def parameter_called(scene: Scene) -> Diagnosis | None:
    """A Parameter, or a table of weights, in place of a layer: it is indexed, or multiplied by."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or len(call.args) != 1 or call.keywords:
        return None
    held = here.value(call.func)
    if not is_of(held, "torch.nn", "Parameter") or not held.ndim:
        return None
    given = here.value(call.args[0])
    if given is UNKNOWN:
        given = _indexed(here, call.args[0])
    text, asked = ast.unparse(call.func), ast.unparse(call.args[0])
    what = f"`{text}` is a Parameter, a tensor of shape {shape(held)}; it is no layer and cannot be called."
    if is_tensor(given) and given.is_floating_point():
        if not given.ndim or given.shape[-1] != held.shape[0] or held.ndim != 2:
            return None
        return Diagnosis(
            what,
            "A layer such as nn.Linear is called; a bare matrix of weights is multiplied by.",
            f"{asked} @ {text}",
            "Use the matrix product:",
            card="matrix-product",
        )
    if not (isinstance(given, int) or is_tensor(given)):
        return None
    fixes = [f"{ast.unparse(one.func)}[{ast.unparse(one.args[0])}]" for one in _alike(scene, here, call)]
    return Diagnosis(
        what,
        f"Its {counted(shape(held)[0], 'row')} {'is' if shape(held)[0] == 1 else 'are'} looked up by index, in square "
        "brackets. (nn.Embedding is a layer that does the same, and that one is called.)",
        "\n".join(fixes),
        "Write square brackets:",
        card="embeddings",
    )


def _indexed(here: Frame, node: ast.expr) -> Any:
    """The tensor that a part is taken from: its columns have the same type."""
    return here.value(node.value) if isinstance(node, ast.Subscript) else UNKNOWN


def _alike(scene: Scene, here: Frame, call: ast.Call) -> list[ast.Call]:
    """The call, with the others in the same function that call a Parameter."""
    tree = tree_of(scene, here)
    found = [
        one
        for one in (ast.walk(tree) if tree is not None else ())
        if isinstance(one, ast.Call)
        and len(one.args) == 1
        and is_of(here.value(one.func), "torch.nn", "Parameter")
    ]
    found.sort(key=lambda one: (one.lineno, one.col_offset))
    return found[:4] if any(one is call for one in found) else [call]


@rule(TypeError, needs="torch")
def function_overwritten(scene: Scene) -> Diagnosis | None:
    """`loss_fn = loss_fn(pred, y)`: the name of the function now holds what it gave."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or "not callable" not in scene.message:
        return None
    held = here.value(call.func)
    if not is_tensor(held) or is_of(held, "torch.nn", "Parameter") or not isinstance(call.func, ast.Name):
        return None
    name = call.func.id
    given = [
        (one.value, tree)
        for tree in trees(scene)
        for one in sorted(
            (one for one in ast.walk(tree) if isinstance(one, ast.Assign)), key=lambda one: -one.lineno
        )
        if any(isinstance(part, ast.Name) and part.id == name for part in one.targets)
    ]
    over = next((one for one, _ in given if isinstance(one, ast.Call) and _is_name(one.func, name)), None)
    made = next((one for one, _ in given if one is not over and _makes_callable(here, one)), None)
    if made is None:
        return None
    other = {
        "loss": "loss_value",
        "criterion": "loss",
        "loss_fn": "loss",
        "loss_func": "loss",
        "model": "preds",
    }.get(name, f"{name}_value")
    line = f"{name} = {ast.unparse(made)}"
    if over is not None:
        return Diagnosis(
            f"`{name}` is a tensor now: `{name} = {ast.unparse(over)}` put what it gave under its own name.",
            "A name holds one thing at a time, so the function is gone after the first call.",
            f"{line}\n{other} = {ast.unparse(over)}",
            "Make it anew, and give the result another name:",
        )
    return Diagnosis(
        f"`{name}` is a tensor now, and was called like a function.",
        f"Another value was put under this name after `{line}`; a name holds one thing at a time.",
        line,
        "Make it anew, and give the tensor another name:",
    )


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _makes_callable(here: Frame, node: ast.expr) -> bool:
    """Whether an expression gives a layer, a loss or a function: `nn.L1Loss()`, `F.cross_entropy`."""
    if isinstance(node, ast.Call):
        kind = here.value(node.func)
        return isinstance(kind, type) and any("__call__" in vars(one) for one in kind.__mro__[:-1])
    return isinstance(node, (ast.Attribute, ast.Lambda)) and (
        isinstance(node, ast.Lambda) or (callable(held := here.value(node)) and held is not UNKNOWN)
    )


@rule(TypeError, needs="torch")
def tensor_called(scene: Scene) -> Diagnosis | None:
    """`probs(0)`, `w(x)`, `(a + b)(c)`: square brackets, or a `*`, were meant."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or not scene.is_raised_by_learner or call.keywords:
        return None
    if not scene.message.endswith("object is not callable"):
        return None
    held = _held(here, call.func)
    is_made = (
        isinstance(call.func, ast.BinOp) and "Tensor" in scene.message.partition("'")[2].partition("'")[0]
    )
    if not is_tensor(held) and not is_made:
        return None
    text, given = text_of(call.func, 40), [here.value(one) for one in call.args]
    words = [text_of(one, 40) for one in call.args]
    inside = ", ".join(words)
    if not text or not all(words):
        return None
    if is_made:
        return (
            _product(here, call, f"`({text})` is a tensor", f"({text})", inside) if len(given) == 1 else None
        )
    size = "one number" if not held.ndim else f"shape {shape(held)}"
    what = f"`{text}` is a tensor ({size})"
    if not given:
        cause = "Parentheses behind a name call it like a function; a tensor is none."
        return Diagnosis(f"{what}, not a function.", cause, replaced(here, call, text), "Leave them out:")
    if held.ndim >= len(given) and all(_is_index(one) for one in given):
        return Diagnosis(
            f"{what}; round parentheses call it like a function.",
            "Its items are taken with square brackets.",
            replaced(here, call, f"{text}[{inside}]"),
            "Write:"
            if held.ndim > 1 or not _is_word(call.args)
            else f"Write (for a product `{text} * {inside}`):",
            card="indexing-and-masks",
        )
    is_number = len(given) == 1 and (
        isinstance(given[0], (int, float)) or is_tensor(given[0]) or given[0] is UNKNOWN
    )
    other = _function_like(scene, here, text)
    if other and not isinstance(given[0], (int, float)):
        return Diagnosis(
            f"{what}; it was called like a function.",
            f"`{other}` can be called; `{text}` is a result.",
            replaced(here, call.func, other),
            "Call that one:",
            sure="likely",
        )
    return _product(here, call, what, text, inside) if is_number and given[0] is not UNKNOWN else None


def _held(here: Frame, node: ast.expr) -> Any:
    """What is called; of `x.grad()` the gradient."""
    held = here.value(node)
    holder: Any = here.value(node.value) if isinstance(node, ast.Attribute) else None
    return (
        holder.grad if held is UNKNOWN and is_tensor(holder) and holder.is_leaf and _is_grad(node) else held
    )


def _is_grad(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "grad"


def _is_word(given: list[ast.expr]) -> bool:
    return len(given) == 1 and isinstance(given[0], ast.Name)


def _product(here: Frame, call: ast.Call, what: str, text: str, inside: str) -> Diagnosis:
    is_sum = isinstance(call.args[0], (ast.BinOp, ast.Compare, ast.IfExp, ast.BoolOp))
    return Diagnosis(
        f"{what}; the parentheses behind it call it like a function.",
        "In a formula the sign of a product may be left out; Python needs the `*` (`@` for a product of matrices).",
        replaced(here, call, f"{text} * ({inside})" if is_sum else f"{text} * {inside}"),
        "If a product is meant:",
        sure="likely",
    )


def _is_index(value: Any) -> bool:
    """A whole number, a slice, or a mask or indices."""
    if is_tensor(value):
        return not value.is_floating_point() and not value.is_complex()
    return isinstance(value, (int, slice)) or (
        isinstance(value, list) and all(type(one) is int for one in value)
    )


def _function_like(scene: Scene, here: Frame, text: str) -> str:
    """Another name that can be called and is like this one: `loss_fn` of `loss`, `model` of `preds`."""
    if not text.isidentifier():
        return ""
    ends = ("fn", "func", "function", "f")
    alike = [f"{text}_{end}" for end in ends] + [f"{text}{end}" for end in ends]
    if text in ("loss", "l"):
        alike += ["loss_fn", "loss_func", "criterion", "crit", "loss_function"]
    if text.startswith(("pred", "out", "acts", "logits", "yhat", "y_hat")):
        alike += ["model", "net"]
    names = {**scene.names, **here.names}
    return next((one for one in alike if callable(names.get(one))), "")
