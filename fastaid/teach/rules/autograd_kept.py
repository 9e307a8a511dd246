"""A state that a model keeps from one batch to the next, with its graph: where to cut it. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, stored
from fastaid.teach.rules.step import is_own, learner_name, source_of
from fastaid.teach.scene import Scene


@dataclass(frozen=True)
class Kept:
    """A part of a model with the attributes that still have a history."""

    part: Any
    text: str  # the part as the notebook names it: "model", "learn.model.rnn"; "" where it has no name
    names: dict[str, Any]

    def cut(self, holder: str) -> str:
        """The lines that cut the graph."""
        return "\n".join(
            f"{holder}.{name} = {_cut(f'{holder}.{name}', held)}" for name, held in self.names.items()
        )


def _cut(text: str, held: Any) -> str:
    if is_tensor(held):
        return f"{text}.detach()"
    inner = f"one.detach() for one in {text}"
    return f"tuple({inner})" if isinstance(held, tuple) else f"[{inner}]"


def _has_history(held: Any) -> bool:
    parts = held if isinstance(held, (tuple, list)) else (held,)
    return (
        bool(parts) and all(is_tensor(one) for one in parts) and any(one.grad_fn is not None for one in parts)
    )


def state_kept(scene: Scene, learn: Any) -> Diagnosis | None:
    """A recurrent model's hidden state that was not detached."""
    for kept in _kept(scene, learn):
        forward = source_of(getattr(type(kept.part), "forward", None))
        name = f"self.{next(iter(kept.names))}"
        place = _place(forward, kept, has_loop=learn is None)
        if place is None:
            continue
        fix, how = place
        return Diagnosis(
            f"`{name}` still holds the calculation of the batch before.",
            "backward() went through the graph a second time: the state kept from one batch to the next reaches "
            "back into a graph that was already used and freed.",
            fix,
            how,
            card="recurrent-network",
        )
    return None


def _kept(scene: Scene, learn: Any) -> Iterator[Kept]:
    models = {name: one for name, one in list(scene.names.items()) if is_module(one) and name[:1] != "_"}
    if learn is not None:
        models = {f"{learner_name(scene, learn)}.model": stored(learn).get("model"), **models}
    for text, model in models.items():
        for path, part in model.named_modules() if is_module(model) else ():
            names = {name: one for name, one in stored(part).items() if name[:1] != "_" and _has_history(one)}
            if names and is_own(scene, getattr(type(part), "forward", None)):
                yield Kept(part, f"{text}.{path}" if path else text, names)


def _place(forward: ast.AST | None, kept: Kept, *, has_loop: bool) -> tuple[str, str] | None:
    """The lines, and where they go; None where nothing is taken over from the batch before."""
    kind = type(kept.part).__name__
    loop = (kept.cut(kept.text), "Keep the numbers and cut the graph, at the end of each turn of the loop:")
    if not has_loop:
        how = f"In `{kind}`, keep the numbers and cut the graph in `forward`, before it returns:"
        loop = (kept.cut("self"), how)
    if not isinstance(forward, ast.FunctionDef):
        return loop
    orders = [_order(forward, name) for name in kept.names]
    if not any(is_set for is_set, _ in orders):
        return loop
    if not any(is_carried for _, is_carried in orders):
        return None
    last = forward.body[-1]
    how = (
        f"In `{kind}`, keep the numbers and cut the graph at the end of `forward`; then make the model anew:"
    )
    if not isinstance(last, ast.Return) or last.value is None:
        return loop
    returns = [one for one in ast.walk(forward) if isinstance(one, ast.Return)]
    if len(returns) > 1:
        return loop
    given = ast.unparse(last.value)
    is_plain = isinstance(last.value, ast.Name)
    lines = [kept.cut("self"), f"return {given if is_plain else 'out'}"]
    return "\n".join(lines if is_plain else [f"out = {given}", *lines]), how


def _order(forward: ast.FunctionDef, name: str) -> tuple[bool, bool]:
    """Whether forward sets an attribute of self, and whether it reads it before."""
    found = [
        one
        for one in ast.walk(forward)
        if isinstance(one, ast.Attribute)
        and one.attr == name
        and isinstance(one.value, ast.Name)
        and one.value.id == "self"
    ]
    added = {id(one.target) for one in ast.walk(forward) if isinstance(one, ast.AugAssign)}
    sets = [one.lineno for one in found if isinstance(one.ctx, ast.Store)]
    reads = [one.lineno for one in found if isinstance(one.ctx, ast.Load) or id(one) in added]
    return bool(sets), bool(sets and reads and min(reads) <= min(sets))
