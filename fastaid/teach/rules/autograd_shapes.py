"""backward() with a gradient of another shape than the loss; detach_() on a part of a tensor."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, loop_at, replaced, source_tree
from fastaid.teach.scene import Frame, Scene


def _items(here: Frame, node: ast.expr | None) -> list[ast.expr]:
    if isinstance(node, (ast.List, ast.Tuple)):
        return list(node.elts)
    return [node] if node is not None else []


def _tensor(here: Frame, node: ast.expr) -> Any:
    """A tensor that was given, also where it is made in the call: `torch.ones(1)`."""
    held = here.value(node)
    return held if is_tensor(held) else None


def _is_ones(here: Frame, node: ast.expr) -> bool:
    held = _tensor(here, node)
    if held is not None:
        return bool((held == 1).all())
    text = ast.unparse(node)
    return last_name(node.func if isinstance(node, ast.Call) else node) in ("ones", "ones_like") or bool(
        re.fullmatch(r"torch\.(Float)?[Tt]ensor\(\[1(\.0?)?\]\)", text)
    )


@rule(RuntimeError, needs="torch")
def gradient_of_another_shape(scene: Scene) -> Diagnosis | None:
    """`loss.backward(torch.ones(1))`: a loss has shape (), as old code did not know."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "Mismatch in shape: grad_output" not in scene.message:
        return None
    is_method = isinstance(call.func, ast.Attribute) and is_tensor(here.value(call.func.value))
    outputs = [call.func.value] if is_method else _items(here, here.argument(call, 0, "tensors"))  # type: ignore[attr-defined]
    grads = _items(
        here, here.argument(call, 0, "gradient") if is_method else here.argument(call, 1, "grad_tensors")
    )
    held = [_tensor(here, one) for one in outputs]
    if last_name(call.func) == "grad":
        return _of_grad(here, call)
    if last_name(call.func) != "backward" or not grads or any(one is None for one in held):
        return None
    text = ast.unparse(outputs[0])
    sizes = "each of them has" if len(outputs) > 1 else "it has"
    what = f"The gradient given to backward has another shape than `{text}`, {shape(held[0])}."
    if all(one.ndim == 0 for one in held) and all(_is_ones(here, one) for one in grads):
        first = ast.unparse(call.args[0]) if call.args and not is_method else ""
        new = f"{ast.unparse(call.func)}({first})"
        kept = [one for one in call.keywords if one.arg not in ("gradient", "grad_tensors", "tensors")]
        if kept:
            inside = ", ".join([*([first] if first else []), *(ast.unparse(one) for one in kept)])
            new = f"{ast.unparse(call.func)}({inside})"
        return Diagnosis(
            what,
            f"A loss is a single number: {sizes} shape (). For those the gradient is 1 by itself. (Before PyTorch 0.4 "
            "they had shape (1,).)",
            replaced(here, call, new),
            "Leave it out:",
            card="gradient",
        )
    if len(outputs) != 1 or len(grads) != 1:
        return None
    given = ast.unparse(grads[0])
    grad = _tensor(here, grads[0])
    if grad is not None and grad.numel() == held[0].numel():
        new = f"{text}.backward({given}.view_as({text}))"
    elif grad is not None and grad.numel() == 1:
        new = f"{text}.backward({given}.expand_as({text}))"
    else:
        return None
    return Diagnosis(
        what,
        f"`{given}` has shape {shape(grad)}. backward needs one number for each number of `{text}`, in the same shape.",
        replaced(here, call, new),
        "Give it that shape:",
        card="gradient",
    )


def _of_grad(here: Frame, call: ast.Call) -> Diagnosis | None:
    """`autograd.grad(outputs=d, inputs=x, grad_outputs=torch.ones(3, 1))`, where d has another shape."""
    output, given = here.argument(call, 0, "outputs"), here.argument(call, 2, "grad_outputs")
    held = here.value(output) if output is not None else None
    if output is None or given is None or not is_tensor(held) or not _is_ones(here, given):
        return None
    text, old = ast.unparse(output), ast.unparse(given)
    return Diagnosis(
        f"`grad_outputs` has another shape than `{text}`, {shape(held)}.",
        f"There is one number for each number of `{text}`; with ones, the gradients of all of them are added up.",
        ast.unparse(call).replace(old, f"torch.ones_like({text})", 1),
        "Make the ones like the outputs:",
        card="gradient",
    )


@rule(RuntimeError, needs="torch")
def detached_in_place(scene: Scene) -> Diagnosis | None:
    """`for s in state: s.detach_()`, where s is a part (a view) of another tensor."""
    here = scene.here
    call = call_at(here) if here is not None else None
    func = call.func if call is not None else None
    if here is None or "detach views in-place" not in scene.message or not isinstance(func, ast.Attribute):
        return None
    if func.attr != "detach_":
        return None
    text = ast.unparse(func.value)
    tree = source_tree(here)
    loop = loop_at(here) or next(
        (
            one
            for one in (ast.walk(tree) if tree is not None else ())
            if isinstance(one, ast.For)
            and isinstance(one.target, ast.Name)
            and one.target.id == text
            and one.lineno <= here.line <= (one.end_lineno or 0)
        ),
        None,
    )
    line = f"{text} = {text}.detach()"
    if loop is not None and isinstance(loop.iter, (ast.Name, ast.Attribute)):
        over = ast.unparse(loop.iter)
        kind = "tuple" if isinstance(here.value(loop.iter), tuple) else ""
        line = (
            f"{over} = {kind}({text}.detach() for {text} in {over})"
            if kind
            else (f"{over} = [{text}.detach() for {text} in {over}]")
        )
    return Diagnosis(
        f"`{text}` is a part (a view) of another tensor, and `detach_()` would cut it off in place.",
        "What shares its numbers with another tensor cannot be cut off alone. `detach()`, without the underscore, "
        "gives a new tensor of the same numbers.",
        line,
        "Take that:" if loop is None else "Take that, in place of the loop:",
        card="gradient",
    )
