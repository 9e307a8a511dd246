"""fastai's Normalize, made without from_stats."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene

TRANSFORMS = "fastai.data.transforms"


@rule(TypeError, RuntimeError, AttributeError, ValueError, needs="fastai")
def without_from_stats(scene: Scene) -> Diagnosis | None:
    """`Normalize(*imagenet_stats)` keeps two lists, where tensors of shape (1, 3, 1, 1) are needed."""
    made = next(
        (held for _, held in scene.holding("self", lambda one: is_of(one, TRANSFORMS, "Normalize"))), None
    )
    if made is None:
        return None
    mean, std = stored(made).get("mean"), stored(made).get("std")
    if mean is None or (is_tensor(mean) and is_tensor(std)):
        return None
    call = _written(scene)
    text = ast.unparse(call) if call is not None else "Normalize(…)"
    is_pair = isinstance(mean, tuple) and std is None
    return Diagnosis(
        f"`{text}` has {described(mean)} as its mean" + (" and no std." if std is None else "."),
        "`Normalize` calculates with tensors of shape (1, 3, 1, 1), one number for each channel. "
        "`Normalize.from_stats` makes them of two lists, the means and the stds"
        + (": `*` hands a pair over as two." if is_pair else "."),
        _mended(call, is_pair),
        "Write:",
        card="data-augmentation",
    )


@rule(TypeError, needs=TRANSFORMS)
def stats_not_unpacked(scene: Scene) -> Diagnosis | None:
    """`Normalize.from_stats(imagenet_stats)`: it takes the means and the stds as two."""
    here = scene.here
    call = here.call if here is not None and scene.is_raised_by_learner else None
    if here is None or call is None or last_name(call.func) != "from_stats" or len(call.args) != 1:
        return None
    held, text = here.value(call.args[0]), ast.unparse(call.args[0])
    if "'std'" not in scene.message or not isinstance(held, (tuple, list)) or len(held) != 2:
        return None
    return Diagnosis(
        f"`from_stats` takes two lists, the means and the stds; `{text}` was given for the means alone.",
        f"`{text}` is a pair of both. A star hands its parts over as two arguments.",
        f"{ast.unparse(call.func)}(*{text})",
        "Write:",
        card="data-augmentation",
    )


def _written(scene: Scene) -> ast.Call | None:
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) == "Normalize":
                return node
    return None


def _mended(call: ast.Call | None, is_pair: bool) -> str:
    if call is None or not (call.args or call.keywords):
        return "Normalize.from_stats(*imagenet_stats)"
    parts = [ast.unparse(one) for one in call.args]
    if is_pair and len(parts) == 1:
        parts = ["*" + parts[0]]
    parts += [ast.unparse(one) for one in call.keywords]
    return f"{ast.unparse(call.func)}.from_stats({', '.join(parts)})"
