"""Two losses of one forward pass, with an optimizer's step between their backward calls. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, stored
from fastaid.teach.rules.code import tree_of
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Frame, Scene


def stepped_before(scene: Scene, what: str) -> Diagnosis | None:
    """`opt_D.step()` changed D, and G_loss still hangs on what D gave before."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if (
        here is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr != "backward"
    ):
        return None
    loss, tree = call.func.value, tree_of(scene, here)
    if not isinstance(loss, (ast.Name, ast.Attribute)) or tree is None:
        return None
    text_of_loss = ast.unparse(loss)
    before = sorted(
        (one for one in ast.walk(tree) if isinstance(one, ast.stmt) and one.lineno < call.lineno),
        key=lambda one: one.lineno,
    )
    for step, opt in _steps(here, before):
        model = _changed(here, tree, opt)
        if not model:
            continue
        stale = _stale(before, text_of_loss, model, step.lineno)
        if stale:
            text, name = ast.unparse(step), ast.unparse(stale[0].targets[0])
            on = "" if name == text_of_loss else f" still hangs on `{name}`, which"
            return Diagnosis(
                what,
                f"`{text}` changed the weights of `{model}`; `{text_of_loss}`{on} was calculated with the old ones.",
                "\n".join(ast.unparse(one) for one in stale),
                f"Calculate it anew after `{text}`, before `{ast.unparse(call)}`:",
                card="in-place-methods",
            )
    return None


def _steps(here: Frame, before: list[ast.stmt]) -> list[tuple[ast.stmt, Any]]:
    """The optimizers that have stepped, the last first."""
    found = []
    for one in reversed(before):
        call = one.value if isinstance(one, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "step":
            held = here.value(call.func.value)
            if is_of(held, "torch.optim", "Optimizer"):
                found.append((one, held))
    return found


def _changed(here: Frame, tree: ast.AST, opt: Any) -> str:
    """The network that is called in these lines, and whose weights an optimizer holds."""
    ids = {id(p) for group in stored(opt).get("param_groups", ()) for p in group["params"]}
    for one in ast.walk(tree):
        if not isinstance(one, ast.Call) or not isinstance(one.func, (ast.Name, ast.Attribute)):
            continue
        held = here.value(one.func)
        if is_module(held) and any(id(p) in ids for p in held.parameters()):
            return ast.unparse(one.func)
    return ""


def _names(node: ast.AST) -> list[str]:
    """What an expression reads, also `self.loss_G`."""
    return [ast.unparse(one) for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute))]


def _stale(before: list[ast.stmt], loss: str, model: str, step: int) -> list[ast.Assign]:
    """From the first use of the network's old weights to the loss: the assignments between."""
    last: dict[str, ast.Assign] = {}
    for one in before:
        if (
            isinstance(one, ast.Assign)
            and len(one.targets) == 1
            and isinstance(one.targets[0], (ast.Name, ast.Attribute))
        ):
            last[ast.unparse(one.targets[0])] = one
    chain: list[ast.Assign] = []

    def hangs(name: str, seen: frozenset[str]) -> bool:
        made = last.get(name)
        if made is None or name in seen:
            return False
        called = [ast.unparse(one.func) for one in ast.walk(made.value) if isinstance(one, ast.Call)]
        is_old = model in called and made.lineno < step
        uses = dict.fromkeys(_names(made.value))
        deeper = [hangs(one, seen | {name}) for one in uses if one != name]
        if (is_old or any(deeper)) and made not in chain:
            chain.append(made)
        return is_old or any(deeper)

    return sorted(chain, key=lambda one: one.lineno) if hangs(loss, frozenset()) and len(chain) <= 4 else []


def in_order(tree: ast.AST | None) -> str:
    """The learner's own zero_grad, backward and step lines, each kind together; "" where there are many."""
    kinds: dict[str, list[str]] = {"zero_grad": [], "backward": [], "step": []}
    for one in sorted(
        (one for one in ast.walk(tree or ast.Module([], [])) if isinstance(one, ast.Expr)),
        key=lambda one: one.lineno,
    ):
        call = one.value
        name = call.func.attr if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) else ""
        if name in kinds and ast.unparse(one) not in kinds[name]:
            kinds[name].append(ast.unparse(one))
    lines = [line for part in kinds.values() for line in part]
    return "\n".join(lines) if len(kinds["backward"]) > 1 and kinds["step"] and len(lines) <= 8 else ""
