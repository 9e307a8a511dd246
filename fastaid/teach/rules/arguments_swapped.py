"""Arguments in the wrong order: predictions and targets, data and model, files and label function."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_dls, is_learner, is_module, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.losses import FAILS, loss_of_tensors
from fastaid.teach.rules.step import OF_CLASSES
from fastaid.teach.scene import Frame, Scene


@rule(*FAILS, needs="torch")
def of_cross_entropy(scene: Scene) -> Diagnosis | None:
    """Cross-entropy got the classes first and the predictions second."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.pred.is_floating_point() or not found.targ.is_floating_point():
        return None
    if found.targ.ndim != found.pred.ndim + 1:
        return None
    pred, targ = found.texts
    return Diagnosis(
        f"`{found.name}` got {described(found.pred)} as the prediction and {described(found.targ)} as the target.",
        "The two arguments are swapped: the order is first the predictions (a number for each class), then "
        "the targets (whole class numbers).",
        found.line(scene, targ, pred),
        "Swap them:",
        card="cross-entropy",
    )


def _is_list(held: Any) -> bool:
    return isinstance(held, (list, tuple)) or is_of(held, "fastcore.foundation", "L")


def _is_function(held: Any) -> bool:
    return callable(held) and not _is_list(held) and not is_dls(held) and not is_module(held)


# What fastai's parameters take, by their names, and in words.
TAKES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "path": (lambda held: isinstance(held, (str, Path)), "the folder"),
    "fnames": (_is_list, "the list of files"),
    "label_func": (_is_function, "the function that makes the label"),
    "pat": (lambda held: isinstance(held, (str, re.Pattern)), "the pattern"),
    "dls": (is_dls, "the DataLoaders"),
    "arch": (_is_function, "the architecture"),
    "model": (is_module, "the model"),
    "learn": (is_learner, "the Learner"),
    "dl": (
        lambda held: is_of(held, "torch.utils.data", "DataLoader") or is_of(held, LOAD, "DataLoader"),
        "the loader",
    ),
}
LOAD = "fastai.data.load"
ANY = (TypeError, AssertionError, AttributeError, ValueError, KeyError, IndexError, NotImplementedError)


@rule(*ANY, needs="fastai")
def of_fastai(scene: Scene) -> Diagnosis | None:
    """`vision_learner(resnet18, dls)`: two arguments of a fastai function in each other's place."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    below = scene.frames[scene.frames.index(here) + 1 :][:3]
    inner = next((one for one in below if one.function in (last_name(call.func), "__init__")), None)
    if inner is None or not inner.module.startswith("fastai."):
        return None
    code = inner.scope.f_code
    names = [one for one in code.co_varnames[: code.co_argcount] if one not in ("self", "cls")]
    given = list(zip(names, call.args, strict=False))
    for (i, (one, _)), (j, (other, _)) in combinations(enumerate(given), 2):
        if one in TAKES and other in TAKES and _are_swapped(inner, one, other):
            args = list(call.args)
            args[i], args[j] = args[j], args[i]
            texts = [ast.unparse(part) for part in args]
            texts += [f"{part.arg}={ast.unparse(part.value)}" for part in call.keywords if part.arg]
            around = parent(call)
            target = ""
            if isinstance(around, ast.Assign) and around.value is call:
                target = f"{ast.unparse(around.targets[0])} = "
            word = last_name(call.func)
            order = ", ".join(names[: len(call.args)])
            return Diagnosis(
                f"`{word}` got `{ast.unparse(call.args[i])}` as `{one}` and `{ast.unparse(call.args[j])}` "
                f"as `{other}`.",
                f"The two arguments are in the wrong order, swapped: `{word}({order}, …)` wants {TAKES[one][1]} "
                f"({ORDINAL[i]}) before {TAKES[other][1]} ({ORDINAL[j]}).",
                f"{target}{ast.unparse(call.func)}({', '.join(texts)})",
                "Swap them:",
            )
    return None


ORDINAL = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _are_swapped(inner: Frame, one: str, other: str) -> bool:
    first, second = inner.names.get(one), inner.names.get(other)
    is_one, is_other = TAKES[one][0], TAKES[other][0]
    return not is_one(first) and not is_other(second) and is_one(second) and is_other(first)
