"""What an optimizer or a scheduler is asked for: the learning rate stands in its groups of parameters."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, node_at, replaced, statement_at
from fastaid.teach.scene import Scene


@rule(AttributeError, needs="torch")
def rate_as_an_attribute(scene: Scene) -> Diagnosis | None:
    """`opt.lr`, `scheduler.lr`."""
    here = scene.here
    node = node_at(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.Attribute):
        return None
    held, name, text = here.value(node.value), node.attr, ast.unparse(node.value)
    if is_of(held, "torch.optim", "Optimizer"):
        groups = stored(held).get("param_groups") or [{}]
        wanted = "lr" if name in ("lr", "learning_rate", "rate") else name
        if wanted not in groups[0] or wanted == "params":
            return None
        return Diagnosis(
            f"`{text}`, an optimizer ({type(held).__name__}), has no attribute `{name}`.",
            "Each group of parameters may have its own settings, so they stand in its groups; mostly there is one.",
            replaced(here, node, f"{text}.param_groups[0]['{wanted}']"),
            "Take it from the first group:",
            card="sgd-and-optimizers",
        )
    if is_of(held, "torch.optim.lr_scheduler", "LRScheduler") and name in ("lr", "last_lr", "current_lr"):
        return Diagnosis(
            f"`{text}`, a scheduler ({type(held).__name__}), has no attribute `{name}`.",
            "It gives the rates it set last as a list, one for each group of parameters.",
            replaced(here, node, f"{text}.get_last_lr()[0]"),
            "Take the first of them:",
            card="learning-rate-schedule",
        )
    return None


@rule(RuntimeError, needs="torch")
def hook_without_a_gradient(scene: Scene) -> Diagnosis | None:
    """`x.register_hook(f)` of a tensor that has no gradient."""
    here = scene.here
    call = call_at(here) if here is not None else None
    func = call.func if call is not None else None
    if here is None or not isinstance(func, ast.Attribute) or func.attr != "register_hook":
        return None
    held, text = here.value(func.value), ast.unparse(func.value)
    if not is_tensor(held) or held.requires_grad:
        return None
    line = statement_at(here)
    again = ast.unparse(line) if isinstance(line, (ast.Assign, ast.Expr)) else ast.unparse(call)  # type: ignore[arg-type]
    return Diagnosis(
        f"`{text}` does not require a gradient, so none ever comes to a hook of it.",
        "A tensor's hook runs when its gradient is calculated.",
        f"{text}.requires_grad_()\n{again}" if held.is_floating_point() else "",
        "Ask for its gradient first, before it is used:"
        if held.is_floating_point()
        else "Only tensors of floats have a gradient.",
        card="gradient",
    )
