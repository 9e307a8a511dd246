"""torch.distributions: numbers that are no probabilities, no spread, or no numbers at all."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.scene import Scene

PLACES = {"probs": 0, "logits": 1, "loc": 0, "scale": 1}
WITH_LOGITS = ("Categorical", "OneHotCategorical", "Bernoulli", "Multinomial", "Binomial", "Geometric")


@rule(ValueError, needs="torch.distributions")
def not_allowed_values(scene: Scene) -> Diagnosis | None:
    """`Categorical(net(x))` with raw outputs, `Normal(mu, sigma)` with a negative spread, NaN."""
    inner = scene.within("torch.distributions.distribution", "__init__")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or inner is not scene.last or here is None or call is None:
        return None
    name: Any = inner.names.get("param")
    kind = last_name(call.func)
    outer = next((one for one in scene.frames if one.function == "__init__" and name in one.names), None)
    held: Any = outer.names.get(name) if outer is not None else inner.names.get("value")
    place = 1 if kind == "Binomial" and name == "probs" else PLACES.get(str(name), -1)
    node = here.argument(call, place if place >= 0 else None, str(name))
    if (
        name not in PLACES
        or not is_tensor(held)
        or node is None
        or type(inner.names.get("self")).__name__ != kind
    ):
        return None
    text = ast.unparse(node)
    if bool(held.isnan().any()):
        return Diagnosis(
            f"`{text}`, the `{name}` of `{kind}`, holds NaN (not a number): shape {shape(held)}.",
            "NaN comes from what was calculated before: NaN in the data, or weights that have become NaN in training "
            "(a learning rate that is too high, a log or a division of 0).",
            "[name for name, p in model.named_parameters() if p.isnan().any()]",
            "Look first whether the weights hold NaN (your own name for the model); if none is listed, it is the data:",
        )
    low, high = float(held.min()), float(held.max())
    if name == "probs" and kind in WITH_LOGITS and (low < 0 or high > 1):
        others = [one for one in call.args if one is not node]
        rest = [ast.unparse(one) for one in others]
        rest += [ast.unparse(one) for one in call.keywords if one.arg != "probs"]
        new = f"{ast.unparse(call.func)}({', '.join([*rest, f'logits={text}'])})"
        return Diagnosis(
            f"`{text}` goes from {low:.3g} to {high:.3g}; `{kind}` takes it for probabilities.",
            "Probabilities lie between 0 and 1. These look like raw outputs of a network (logits): neither softmax nor "
            "sigmoid was applied.",
            replaced(here, call, new),
            "Say that they are logits; the probabilities are worked out of them:",
            card="softmax",
        )
    if name == "scale" and low <= 0:
        new = f"nn.functional.softplus({text}) + 1e-6"
        line = _with(call, node, new)
        return Diagnosis(
            f"`{text}`, the `scale` (spread) of `{kind}`, goes down to {low:.3g}.",
            "A spread is greater than 0. A network's output can be any number, so it needs a function that makes it "
            "positive: softplus or exp.",
            replaced(here, call, line),
            "Make it positive:",
        )
    return None


def _with(call: ast.Call, old: ast.expr, new: str) -> str:
    args = [new if one is old else ast.unparse(one) for one in call.args]
    args += [f"{one.arg}={new}" if one.value is old else ast.unparse(one) for one in call.keywords]
    return f"{ast.unparse(call.func)}({', '.join(args)})"
