"""A function that measures a network, with gradients on, while the network is in training mode."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.modes import ANSWERS, JUDGES, effect, is_no_grad
from fastaid.teach.notices.tree import FUNCTIONS, below, kept, text_of
from fastaid.teach.notices.values import random_parts
from fastaid.teach.objects import is_module, stored

MEASURES = re.compile(r"(?i)eval|valid|predict|infer|(^|_)(test|score|acc)")
ROUNDS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp)
OTHERWISE = frozenset({"backward", "train", "eval", "step", "zero_grad", "requires_grad"})
SPREAD = frozenset({"std", "var", "quantile", "percentile", "entropy", "stack_samples"})


@check("(", also=("@written",))
def without_eval(cell: Cell) -> Iterator[Notice]:
    """`evaluate(model, valid_dl)`, where nobody wrote `model.eval()`; under no_grad another check tells."""
    for call, written in cell.own_calls:
        if not isinstance(written, FUNCTIONS[:2]) or not MEASURES.search(written.name):
            continue
        if cell.words & {"eval", "Learner"} or not kept(written, "measures", _measures):
            continue
        called = {text_of(one.func) for one in below(written) if isinstance(one, ast.Call)}
        names = [one.arg for one in written.args.args]
        for parameter, given in [
            *zip(names, call.args, strict=False),
            *((k.arg, k.value) for k in call.keywords),
        ]:
            model = cell.value(given)
            if parameter not in called or not is_module(model) or not stored(model).get("training"):
                continue
            layers = random_parts(model)
            if layers:
                name = text_of(given)
                yield Notice(
                    f"`{written.name}` measures `{name}` in training mode: {effect(layers)}. Write `{name}.eval()` "
                    f"before it, and `{name}.train()` before training goes on.",
                    id(model),
                    card="train-and-eval-mode",
                )
                return


def _measures(written: ast.AST) -> bool:
    """Whether a function goes over a loader and compares answers, and neither trains nor looks for the spread."""
    nodes = below(written)
    words = {one.attr for one in nodes if isinstance(one, ast.Attribute)}
    words |= {last_name(one.func) for one in nodes if isinstance(one, ast.Call)}
    if words & (OTHERWISE | SPREAD) or any(is_no_grad(one) for one in nodes if isinstance(one, ast.expr)):
        return False
    is_judged = bool(words & (ANSWERS | JUDGES)) or any("loss" in one for one in words)
    return is_judged and any(isinstance(one, ROUNDS) for one in nodes)
