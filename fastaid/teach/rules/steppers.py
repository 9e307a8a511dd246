"""Steps of fastai's Optimizer that a learner writes: what one of them keeps for the next must be returned."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene


@rule(TypeError, needs="fastai.optimizer")
def state_not_returned(scene: Scene) -> Diagnosis | None:
    """`average_grad` calculates grad_avg and does not return it, so `momentum_step` lacks it."""
    inner = scene.within("fastai.optimizer", "step")
    if inner is None or inner is not scene.last:
        return None
    steps = list(stored(inner.names.get("self")).get("cbs") or ())
    failed, state = inner.names.get("cb"), inner.names.get("state")
    held = {**(state if isinstance(state, dict) else {}), **(inner.names.get("hyper") or {})}
    missing = [name for name in _needed(failed) if name not in held]
    if failed not in steps or len(missing) != 1:
        return None
    name, user = missing[0], getattr(failed, "__name__", "")
    before = steps[: steps.index(failed)]
    after = [one for one in steps[steps.index(failed) + 1 :] if name in _returned(source_of(one))]
    if after:
        other = after[0].__name__
        return Diagnosis(
            f"`{user}` needs `{name}`, which `{other}` returns; but `{other}` comes after it in `cbs`.",
            "An Optimizer calls its cbs in their order, and hands on what the earlier ones returned.",
            f"cbs=[{', '.join(one.__name__ for one in (*before, after[0], failed))}]",
            "Put them in this order:",
            card="momentum",
        )
    maker = next((one for one in before if name in _assigned(source_of(one))), None)
    if maker is None:
        return _not_a_hyper(user, name, before)
    return Diagnosis(
        f"`{user}` needs `{name}`. `{maker.__name__}` calculates it, but "
        + ("returns something else." if _returns(source_of(maker)) else "returns nothing."),
        "An Optimizer keeps for each parameter the dict that a step returns, and hands it to the next steps by name. "
        "What is not returned is lost.",
        f"return {{{name!r}: {name}}}",
        f"As the last line of `{maker.__name__}`:",
        card="momentum",
    )


def _not_a_hyper(user: str, name: str, before: list[Any]) -> Diagnosis | None:
    if not user or (before and any(source_of(one) is None for one in before)):
        return None
    return Diagnosis(
        f"`{user}` needs `{name}`, and nobody gives it.",
        f"A step of an Optimizer gets `p`, the values that were given to the Optimizer by name (`{name}=…`), and what "
        "the steps before it returned.",
        "",
        f"Give `{name}=` to the Optimizer, put a step before it that returns it in a dict, or give it a default.",
        sure="likely",
        card="sgd-and-optimizers",
    )


def _needed(step: Any) -> list[str]:
    """The parameters of a step that have no default, after the parameter tensor itself."""
    try:
        parameters = list(inspect.signature(step).parameters.values())[1:]
    except (TypeError, ValueError):
        return []
    placed = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [one.name for one in parameters if one.kind in placed and one.default is one.empty]


def _own(tree: ast.AST | None, *kinds: type) -> Iterator[Any]:
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, kinds):
            yield node


def _assigned(tree: ast.AST | None) -> set[str]:
    return {one.id for one in _own(tree, ast.Name) if isinstance(one.ctx, ast.Store)}


def _returns(tree: ast.AST | None) -> bool:
    return any(one.value is not None for one in _own(tree, ast.Return))


def _returned(tree: ast.AST | None) -> set[str]:
    """The names in the dicts that a step returns."""
    found: set[str] = set()
    for one in _own(tree, ast.Return):
        if isinstance(one.value, ast.Dict):
            found |= {str(key.value) for key in one.value.keys if isinstance(key, ast.Constant)}
        elif isinstance(one.value, ast.Call) and ast.unparse(one.value.func) == "dict":
            found |= {keyword.arg for keyword in one.value.keywords if keyword.arg}
    return found
