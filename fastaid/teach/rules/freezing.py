"""Learner.freeze, unfreeze and freeze_to: which of them takes a number."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module
from fastaid.teach.rules import rule
from fastaid.teach.rules.layers_as_tensors import module_at
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene

CARD = "freeze-and-unfreeze"
TAKES = {"freeze": "freezes all groups of layers but the last", "unfreeze": "trains all groups of layers"}


@rule(TypeError, needs="fastai")
def number_of_groups(scene: Scene) -> Diagnosis | None:
    """`learn.freeze(-2)`, `learn.unfreeze(3)`, `learn.freeze_to()`."""
    here = scene.here
    call = call_at(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    name, learn = call.func.attr, text_of(call.func.value)
    if not is_learner(here.value(call.func.value)) or not learn:
        return None
    given = [*call.args, *(one.value for one in call.keywords)]
    if name == "freeze_to" and not given and "missing" in scene.message:
        return Diagnosis(
            f"`{learn}.freeze_to` was not told up to which group of layers to freeze.",
            "It takes a number: with -1 the last group alone is trained, with -2 the last two.",
            f"{learn}.freeze_to(-2)",
            "Give it one:",
            card=CARD,
        )
    if name not in TAKES or len(given) != 1 or "argument" not in scene.message:
        return None
    what = f"`{learn}.{name}` takes nothing: it {TAKES[name]}. `{text_of(given[0])}` was given."
    number = here.value(given[0])
    if type(number) is int:
        return Diagnosis(
            what,
            f"Up to which group to freeze is said to `freeze_to`: {_trained(number)}",
            replaced(here, call, f"{learn}.freeze_to({text_of(given[0])})"),
            "Write:",
            card=CARD,
        )
    if is_module(module_at(here, given[0])):
        word = "False" if name == "freeze" else "True"
        return Diagnosis(
            what,
            "A Learner freezes by groups; a single layer is frozen by telling its weights.",
            f"{text_of(given[0])}.requires_grad_({word})",
            "Write:",
            card=CARD,
        )
    return None


def _trained(number: int) -> str:
    if number == -1:
        return "with -1 the last group alone is trained."
    if number < 0:
        return f"with {number} the last {-number} groups are trained."
    return f"with {number} the first {number} groups are frozen, the others are trained."
