"""Layers that are made with an argument too few, or a share of activations above 1."""

from __future__ import annotations

import re
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene

MISSING = re.compile(r"missing \d+ required positional arguments?: (.+)$")
# What each argument is, and a usual value.
WHAT = {
    "kernel_size": ("how many pixels wide the kernel (the filter) is", "3"),
    "out_channels": ("the number of channels that come out", "16"),
    "in_channels": ("the number of channels that come in", "3"),
    "out_features": ("the number of values that come out", "10"),
    "in_features": ("the number of values that come in", ""),
    "num_features": ("the number of channels or features that come in", ""),
    "num_embeddings": ("how many different items there are", ""),
    "embedding_dim": ("how many numbers describe each item", "50"),
    "hidden_size": ("how many values the state has", "64"),
    "input_size": ("how many values each step has", ""),
    "output_size": ("the height and width that come out", "1"),
}


@rule(TypeError, needs="torch")
def argument_of_layer_missing(scene: Scene) -> Diagnosis | None:
    """`nn.Conv2d(3, 16)`: the kernel's size is missing."""
    here = scene.here
    call = call_at(here) if here is not None else None
    kind: Any = here.value(call.func) if here is not None and call is not None else None
    found = MISSING.search(scene.message)
    if here is None or call is None or found is None or not isinstance(kind, type):
        return None
    if (
        not kind.__module__.startswith("torch.nn.modules")
        or f"{kind.__name__}.__init__()" not in scene.message
    ):
        return None
    names = re.findall(r"'(\w+)'", found[1])
    if not names or any(one not in WHAT for one in names):
        return None
    told = listed([f"`{one}`, {WHAT[one][0]}" for one in names])
    new = ""
    if all(WHAT[one][1] for one in names) and text_of(call, 200):
        more = [f"{one}={WHAT[one][1]}" for one in names]
        more += ["padding=1"] if names == ["kernel_size"] and "Conv" in kind.__name__ else []
        old = text_of(call, 200)
        new = f"{old[:-1]}{', ' if call.args or call.keywords else ''}{', '.join(more)})"
    how = (
        "Give it (with padding=1 a kernel of 3 keeps the size):"
        if "padding=1" in new
        else "Give it, for example:"
    )
    return Diagnosis(
        f"`{text_of(call) or kind.__name__}` lacks {told}.",
        f"`nn.{kind.__name__}` cannot make its weights without."
        if "Pool" not in kind.__name__
        else "It has no default.",
        new,
        how if new else f"Give {listed([f'`{one}`' for one in names])} the number that fits your data.",
        card="convolution" if "Conv" in kind.__name__ else "",
    )


@rule(ValueError, needs="torch")
def dropout_in_percent(scene: Scene) -> Diagnosis | None:
    """`nn.Dropout(50)`: a share between 0 and 1."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "dropout probability" not in scene.message:
        return None
    node = next((one.value for one in call.keywords if one.arg in ("p", "dropout", "training")), None)
    is_functional = text_of(call.func).rpartition(".")[2].startswith("dropout")
    node = node if node is not None else here.argument(call, 1 if is_functional else 0, "p")
    p: Any = here.value(node) if node is not None else None
    if node is None or type(p) not in (int, float) or 0 <= p <= 1:
        return None
    new = f"{p / 100:g}" if 1 < p <= 100 else "0.5"
    return Diagnosis(
        f"The dropout probability is {p}.",
        "It is the share of the activations that are set to zero: a number between 0 and 1, not a percentage.",
        replaced(here, node, new),
        "Write it as a fraction:",
        card="dropout",
    )
