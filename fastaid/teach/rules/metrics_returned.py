"""What a metric of the learner's gives back to fastai."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai_metrics import failed_metric
from fastaid.teach.rules.step import is_own, returned, source_of
from fastaid.teach.scene import Scene


@rule(RuntimeError, needs="fastai.metrics")
def number_for_each_item(scene: Scene) -> Diagnosis | None:
    """A metric gives a number for each item; batches of different sizes cannot be added up."""
    found, last = failed_metric(scene), scene.last
    if found is None or last is None or last.function != "accumulate" or last.module != "fastai.learner":
        return None
    total: Any = stored(found.metric).get("total")
    if not is_own(scene, found.func) or not is_tensor(total) or total.numel() < 2:
        return None
    name = found.func.__name__
    called = "the lambda in metrics=" if name == "<lambda>" else f"`{name}`"
    begun = "" if name == "<lambda>" else "return "
    return Diagnosis(
        f"The metric {called} returned a tensor of shape {shape(total)}, one value for each item, in place of one "
        "number.",
        "fastai adds up what a metric returns for each batch; this batch has another size, so the tensors do not "
        "fit each other.",
        f"{begun}{_averaged(found.func)}",
        f"Take the mean in {called}:",
        card="metrics",
    )


def _averaged(func: Any) -> str:
    """The returned expression with its mean taken."""
    body, node = returned(func) or "value", source_of(func)
    # A comparison gives True and False, of which there is no mean.
    is_compared = node is not None and any(isinstance(one, ast.Compare) for one in ast.walk(node))
    mean = ".float().mean()" if is_compared else ".mean()"
    is_closed = isinstance(
        ast.parse(body, mode="eval").body, (ast.Name, ast.Call, ast.Attribute, ast.Subscript)
    )
    return f"{body}{mean}" if is_closed else f"({body}){mean}"
