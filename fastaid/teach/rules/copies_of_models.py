"""copy.deepcopy of a tensor that was calculated, or of a model that keeps one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, replaced, statement_at
from fastaid.teach.scene import Scene


def _kept(model: Any) -> Iterator[tuple[str, Any]]:
    """Where a model's parts keep tensors that were calculated: the path, and what holds them."""
    for name, part in model.named_modules():
        before = f".{name}" if name else ""
        for key, held in list(stored(part).items()):
            if key.startswith("_"):
                continue
            items = (
                held.values()
                if isinstance(held, dict)
                else held
                if isinstance(held, (list, tuple))
                else [held]
            )
            if any(is_tensor(one) and one.grad_fn is not None for one in list(items)[:100]):
                yield f"{before}.{key}", held


@rule(RuntimeError, needs="torch")
def of_what_was_calculated(scene: Scene) -> Diagnosis | None:
    """`copy.deepcopy(model)` after a forward pass whose result the model keeps."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or scene.within("torch._tensor", "__deepcopy__") is None:
        return None
    if last_name(call.func) != "deepcopy" or not call.args or "deepcopy protocol" not in scene.message:
        return None
    held, text = here.value(call.args[0]), ast.unparse(call.args[0])
    why = "deepcopy copies only leaf tensors, those that a calculation begins with; it cannot copy the recording behind"
    if is_tensor(held):
        return Diagnosis(
            f"`{text}` is the result of a calculation, with a gradient's recording behind it.",
            f"{why} it.",
            replaced(here, call, f"{text}.detach().clone()"),
            "Copy its numbers, cut off from the recording:",
            card="gradient",
        )
    found = next(_kept(held), None) if is_module(held) else None
    if found is None:
        return None
    path, what = found
    cleared = f"{text}{path}.clear()" if isinstance(what, (dict, list)) else f"{text}{path} = None"
    line = statement_at(here)
    again = ast.unparse(line) if isinstance(line, (ast.Assign, ast.Expr)) else ast.unparse(call)
    return Diagnosis(
        f"`{text}{path}` keeps the result of a calculation, from the last time the model ran.",
        f"{why} such a result.",
        f"{cleared}\n{again}",
        "Take it out before (or keep it with `.detach()` in forward, or copy before the model runs):",
        card="gradient",
    )
