"""Instance norm of a map that has a single pixel left."""

from __future__ import annotations

from math import prod
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.layer_calls import Failing, failing_layer, model_name
from fastaid.teach.scene import Scene

SHRINKING = ("Conv", "MaxPool", "AvgPool")


@rule(ValueError, needs="torch")
def instance_norm_of_one_pixel(scene: Scene) -> Diagnosis | None:
    """Instance norm takes mean and spread within each map, and one pixel has no spread."""
    failed = failing_layer(scene)
    if failed is None or not type(failed.layer).__name__.startswith("InstanceNorm"):
        return None
    comes = shape(failed.given) if is_tensor(failed.given) else ()
    if len(comes) < 3 or prod(comes[2:]) != 1:
        return None
    first = shape(failed.first) if is_tensor(failed.first) else ()
    path = _path(failed)
    model = model_name(scene, failed.model)
    size = " × ".join(map(str, comes[2:]))
    larger = _larger(failed.model, first)
    how = "Leave this norm out (a map of one pixel needs none)"
    if larger:
        now, new = (" × ".join(map(str, one)) for one in (first[2:], larger))
        how += f"; or give larger pictures, {new} in place of {now}"
    kind = type(failed.layer).__name__
    return Diagnosis(
        f"{failed.quoted} got maps of {size}, one pixel each: shape {comes}.",
        f"nn.{kind} takes the mean and spread of each map by itself, and one value has no spread."
        + (f" The layers before shrink {' × '.join(map(str, first[2:]))} to {size}." if larger else ""),
        f"{model}{path} = nn.Identity()" if path else "",
        f"{how}:" if path else f"{how}.",
        card="batch-normalization",
    )


def _path(failed: Failing) -> str:
    """Where the layer is in the network, as code: ".blocks[4][1]"."""
    for path, held in failed.model.named_modules() if is_module(failed.model) else ():
        if held is failed.layer and path:
            return "".join(f"[{one}]" if one.isdigit() else f".{one}" for one in path.split("."))
    return ""


def _larger(model: Any, first: tuple[int, ...]) -> tuple[int, ...]:
    """A size of pictures that leaves more than one pixel; () where it is not the strides that make them so small."""
    if (
        len(first) != 4
        or not is_module(model)
        or any("Adaptive" in type(one).__name__ for one in model.modules())
    ):
        return ()
    steps = 1
    for one in model.modules():
        if type(one).__name__.startswith(SHRINKING):
            stride = stored(one).get("stride") or 1
            steps *= stride if isinstance(stride, int) else max(stride)
    side = min(first[2:])
    return tuple(2 * n for n in first[2:]) if steps > 1 and side // steps < 2 else ()
