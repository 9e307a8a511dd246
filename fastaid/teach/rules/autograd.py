"""Gradients: tensors changed in place, graphs used twice, losses that no gradient can come from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis, Sure
from fastaid.teach.objects import UNKNOWN, described, is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd_numbers import number_returned
from fastaid.teach.rules.autograd_steps import in_place_of, steps_that_rebind
from fastaid.teach.rules.autograd_unused import without_gradient
from fastaid.teach.rules.code import (
    assigned,
    holds_call,
    names_in,
    statement,
    tree_of,
    without_keyword,
)
from fastaid.teach.rules.losses_means import own_mean
from fastaid.teach.rules.python_source import replaced, source_tree, text_of
from fastaid.teach.scene import Frame, Scene


def backward_call(scene: Scene) -> tuple[Frame, ast.Call, ast.expr, Any] | None:
    """The learner's call of backward(), the expression before the dot, and its value."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr != "backward"
    ):
        return None
    return frame, call, call.func.value, frame.value(call.func.value)


@rule(RuntimeError, needs="torch")
def leaf_in_place(scene: Scene) -> Diagnosis | None:
    """A tensor with requires_grad was changed in place while gradients are recorded."""
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or "leaf" not in scene.message:
        return None
    line = statement(frame)
    target = _changed(line)
    if line is None or target is None:
        return None
    held = frame.value(target.value if isinstance(target, ast.Subscript) else target)
    if not is_tensor(held) or not held.requires_grad:
        return None
    name, text = ast.unparse(target), ast.unparse(line)
    what = f"`{name}` requires a gradient and was changed in place."
    is_sum = isinstance(line, ast.AugAssign) and isinstance(line.op, ast.Add) and ".grad" not in text
    if is_sum and isinstance(target, ast.Name) and held.numel() == 1:
        return Diagnosis(
            what,
            f"`{name}` was made with requires_grad=True and is a leaf; a running sum must not be one. The "
            "gradient comes "
            "from the losses that are added.",
            f"{name} = 0.\n# and in the loop:\n{name} = {name} + {ast.unparse(line.value)}",  # type: ignore[attr-defined]
            "Start from a plain 0:",
            card="gradient",
        )
    return Diagnosis(
        what,
        "PyTorch records every calculation with it for the gradient, and overwriting it would break that "
        "record." + (" A step of the optimizer must not be recorded." if "grad" in text else ""),
        "\n    ".join(["with torch.no_grad():", *_changed_together(frame, line, target)]),
        "Change it where nothing is recorded:",
        card="gradient",
    )


def _changed_together(frame: Frame, line: ast.stmt, target: ast.expr) -> list[str]:
    """The running line and those right after it that change the same tensor in place."""
    found, name = [ast.unparse(line)], _holder(target)
    for part in _after(frame, line):
        changed = _changed(part)
        if changed is None or _holder(changed) != name:
            break
        found.append(ast.unparse(part))
    return found


def _holder(target: ast.expr) -> str:
    return ast.unparse(target.value if isinstance(target, ast.Subscript) else target)


def _after(frame: Frame, line: ast.stmt) -> list[ast.stmt]:
    """The statements that follow one in its block."""
    tree = source_tree(frame)
    for one in ast.walk(tree) if tree is not None else ():
        for body in (getattr(one, "body", None), getattr(one, "orelse", None)):
            for i, part in enumerate(body if isinstance(body, list) else ()):
                if part.lineno == line.lineno and type(part) is type(line):
                    return [*(body or [])][i + 1 :]
    return []


def _changed(line: ast.stmt | None) -> ast.expr | None:
    if isinstance(line, ast.AugAssign):
        return line.target
    if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Subscript):
        return line.targets[0]
    if isinstance(line, ast.Expr) and isinstance(line.value, ast.Call):
        func = line.value.func
        if isinstance(func, ast.Attribute) and func.attr.endswith("_") and not func.attr.endswith("__"):
            return func.value
    return None


def backwards_in(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call of backward()."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "backward"
        ):
            yield node


@rule(RuntimeError, needs="torch")
def not_scalar(scene: Scene) -> Diagnosis | None:
    """backward() of a tensor with more than one number."""
    found = backward_call(scene)
    if found is None or found[1].args or any(one.arg != "retain_graph" for one in found[1].keywords):
        return None
    frame, _, node, held = found
    if not is_tensor(held):
        held = frame.names.get(ast.unparse(node))
    if held is None and (last := scene.within("torch._tensor", "backward")) is not None:
        held = last.names.get("self")
    if not is_tensor(held) or held.numel() < 2 or not held.requires_grad:
        return None
    name = text_of(node) or "The loss"
    what = f"`{name}` has shape {tuple(held.shape)}: {held.numel():,} numbers."
    if isinstance(node, ast.Call) and (own := own_mean(scene, frame.value(node.func))) is not None:
        return Diagnosis(
            what,
            f"backward() starts from one single number (a scalar). `{own.name}` returns a loss for each item.",
            own.fix,
            f"Take the mean in `{own.name}`:",
            card="gradient",
        )
    mean = f"{ast.unparse(node)}.mean()"
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        mean = f"({ast.unparse(node)}).mean()"
    return Diagnosis(
        what,
        "backward() starts from one single number (a scalar), the loss. Several losses must first be reduced to one.",
        replaced(frame, node, mean) if found[1].keywords else f"{mean}.backward()",
        "Take the mean (or the sum):",
        card="gradient",
    )


@rule(AttributeError, TypeError, needs="torch")
def grad_is_none(scene: Scene) -> Diagnosis | None:
    """A tensor's .grad is None: no backward() has filled it."""
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or "NoneType" not in scene.message:
        return None
    line = statement(frame)
    for node in ast.walk(frame.node or line or ast.Module([], [])):
        if not isinstance(node, ast.Attribute) or node.attr != "grad":
            continue
        held = frame.value(node.value)
        if is_tensor(held) and (not held.is_leaf or held.grad is None):
            return _none_because(scene, frame, ast.unparse(node.value), node, held)
    return None


def _none_because(scene: Scene, frame: Frame, name: str, node: ast.Attribute, held: Any) -> Diagnosis:
    tree = tree_of(scene, frame)
    found = _made_anew(tree, name, node, held) if tree is not None else None
    found = found or without_gradient(scene, frame, name, held)
    return found or _not_asked_for(name, held) or _out_of_order(scene, frame, name, node)


def _no_gradient(name: str, cause: str, fix: str, how: str, sure: Sure = "certain") -> Diagnosis:
    what = f"`{name}.grad` is None, there is no gradient to work with."
    return Diagnosis(what, cause, fix, how, sure=sure, card="gradient")


def _made_anew(tree: ast.AST, name: str, node: ast.Attribute, held: Any) -> Diagnosis | None:
    """A step like `w = w - lr * w.grad`, after which the name stands for another tensor."""
    again = [one for one in assigned(tree, name) if name in names_in(getattr(one, "value", None))]
    if not again or isinstance(again[-1], ast.AugAssign):
        return None
    last = again[-1]
    # The new tensor may be a leaf again; that the step above this line ran shows that the old one had a gradient.
    is_leaf = held.is_leaf and held.requires_grad
    if is_leaf and not (f"{name}.grad" in ast.unparse(last) and last.lineno < node.lineno):
        return None
    steps = steps_that_rebind(tree)
    return _no_gradient(
        name,
        f"`{ast.unparse(last)}` made a new tensor called {name}. "
        + (
            "No backward() has run for it since: the gradient belongs to the old tensor."
            if is_leaf
            else "It is a result of a calculation, not the leaf tensor that requires a gradient."
        ),
        in_place_of(steps)
        if last in steps
        else f"with torch.no_grad():\n    {_in_place(last, name)}\n    {name}.grad.zero_()",
        "Change the old tensor in place instead:"
        if len(steps) < 2
        else "Change the old tensors in place instead:",
    )


def _not_asked_for(name: str, held: Any) -> Diagnosis | None:
    """Results of a calculation, and tensors without requires_grad, get no gradient."""
    if not held.is_leaf:
        return _no_gradient(
            name,
            f"`{name}` is the result of a calculation, not a leaf: gradients are kept only for the tensors that a "
            "calculation begins with.",
            f"{name} = {name}.detach().requires_grad_()",
            "Make it a leaf before the loss is calculated:",
        )
    if not held.requires_grad:
        return _no_gradient(
            name,
            f"`{name}` does not require a gradient, so backward() leaves it out.",
            f"{name}.requires_grad_()",
            "Ask for the gradient before the loss is calculated:",
        )
    return None


def _out_of_order(scene: Scene, frame: Frame, name: str, node: ast.Attribute) -> Diagnosis:
    """backward() has not run, or not for this tensor, or zero_grad() came after it."""
    tree = tree_of(scene, frame)
    if tree is not None and _is_zeroed_first(frame, tree, name, node):
        return _no_gradient(
            name,
            "In the first round backward() has not run yet: there is no gradient to set to zero.",
            f"if {name}.grad is not None: {name}.grad.zero_()",
            "Zero the gradients at the end of the loop, after the update of the weights; or leave the line where "
            "it is and check first:",
        )
    if tree is not None and any(call.lineno < node.lineno for call in backwards_in(tree)):
        return _no_gradient(
            name,
            f"backward() ran, but the loss does not depend on `{name}`; or zero_grad() came after it, which sets "
            "gradients back to None.",
            _in_order(scene, frame, name),
            f"Check that the loss is calculated from {name}, and keep this order:",
            "likely",
        )
    return _no_gradient(
        name,
        "A gradient is there only after loss.backward(), and zero_grad() takes it away again. backward() has "
        "not run since.",
        f"loss.backward()\n{ast.unparse(statement(frame) or node)}",
        "Call backward() on the loss first:",
    )


def _in_order(scene: Scene, frame: Frame, name: str) -> str:
    """The steps of a round, with the learner's optimizer where there is one."""
    held = {**scene.names, **frame.names}
    opt = next(
        (
            key
            for key, one in held.items()
            if is_of(one, "torch.optim", "Optimizer") and not key.startswith("_")
        ),
        "",
    )
    if opt:
        return f"loss.backward()\n{opt}.step()\n{opt}.zero_grad()"
    return f"loss.backward()\nwith torch.no_grad():\n    {name} -= lr * {name}.grad\n    {name}.grad.zero_()"


def _is_zeroed_first(frame: Frame, tree: ast.AST, name: str, node: ast.Attribute) -> bool:
    """Whether `w.grad.zero_()` stands before the only backward()."""
    ran = statement(frame)
    lines = [call.lineno for call in backwards_in(tree)]
    return (
        bool(lines)
        and ran is not None
        and f"{name}.grad.zero_" in ast.unparse(ran)
        and min(lines) > node.lineno
    )


def _in_place(line: ast.stmt, name: str) -> str:
    value = getattr(line, "value", None)
    if isinstance(value, ast.BinOp) and isinstance(value.left, ast.Name) and value.left.id == name:
        return ast.unparse(ast.AugAssign(ast.Name(name, ast.Store()), value.op, value.right))
    return f"{name}.copy_({ast.unparse(value) if value is not None else '…'})"


@rule(AttributeError, needs="torch")
def backward_of_number(scene: Scene) -> Diagnosis | None:
    """backward() of a plain Python number: item() was called before."""
    frame = scene.here
    node = frame.node if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute) or node.attr != "backward":
        return None
    held = frame.value(node.value)
    held = getattr(scene.error, "obj", None) if held is UNKNOWN else held
    if not isinstance(held, (int, float)) and not is_of(held, "numpy", "number", "ndarray"):
        return None
    name = ast.unparse(node.value)
    if (made_in := number_returned(scene, frame, node.value, held)) is not None:
        return made_in
    tree = tree_of(scene, frame)
    made = assigned(tree, name) if tree is not None else []
    found = next((one for one in reversed(made) if holds_call(one, "item", "numpy", "tolist", "float")), None)
    line = ast.unparse(found) if found is not None else ""
    fix = f"{name}.backward()"
    if line.endswith(".item()"):
        fix = f"{line.removesuffix('.item()')}\n{name}.backward()\nprint({name}.item())"
    return Diagnosis(
        f"`{name}` is {described(held)}, a plain number.",
        (
            f"`{line}` took the number out of the tensor. "
            if line
            else "The number was taken out of its tensor. "
        )
        + "A plain number does not know how it was calculated, so it has no backward().",
        fix,
        "Keep the tensor for backward() and use item() only to print or to add up:",
        card="gradient",
    )


def _integers(frame: Frame, node: ast.expr) -> str:
    """The dtype of whole numbers: "int64" of a tensor, or of the call that makes it."""
    held = frame.value(node)
    if is_tensor(held):
        return str(held.dtype).removeprefix("torch.")
    is_made = isinstance(node, ast.Call) and ast.unparse(node.func) in (
        "torch.tensor",
        "tensor",
        "torch.randint",
    )
    return "int64" if is_made and not node.keywords else "integers"  # type: ignore[attr-defined]


@rule(RuntimeError, needs="torch")
def whole_numbers_with_grad(scene: Scene) -> Diagnosis | None:
    """requires_grad for a tensor of whole numbers."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or "require gradients" not in scene.message:
        return None
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method == "requires_grad_" and isinstance(call.func, ast.Attribute):
        text = ast.unparse(call.func.value)
        kept = f"{text} = " if isinstance(call.func.value, ast.Name) else ""
        return Diagnosis(
            f"`{text}` holds whole numbers ({_integers(frame, call.func.value)}).",
            "A gradient is a slope, so only float tensors can have one.",
            f"{kept}{text}.float().requires_grad_()",
            "Make it float first:",
            card="gradient",
        )
    if method not in ("tensor", "ones", "zeros", "randint", "arange", "full", "Parameter") and not isinstance(
        call.func, ast.Name
    ):
        return None
    if any(one.arg == "dtype" for one in call.keywords):
        call = without_keyword(call, "dtype")
    added = ", dtype=torch.float)" if method != "Parameter" else ")"
    text = ast.unparse(call)[:-1] + added if method != "Parameter" else f"{ast.unparse(call)[:-1]}.float())"
    return Diagnosis(
        f"`{ast.unparse(call)}` holds whole numbers (an int tensor).",
        "A gradient is a slope, so only float tensors can have one.",
        text,
        "Make it float:",
        card="gradient",
    )
