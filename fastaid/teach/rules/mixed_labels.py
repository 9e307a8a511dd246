"""MixUp and CutMix, which mix the labels themselves unless the loss function says how to do without."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import dtype, is_module, is_of, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.step import is_own, learner_in, returned
from fastaid.teach.scene import Scene


@rule(RuntimeError, needs="fastai.callback.mixup")
def labels_are_mixed(scene: Scene) -> Diagnosis | None:
    """MixUp with a loss function that has no y_int: class numbers cannot be mixed with a fraction."""
    frame = scene.within("fastai.callback.mixup", "before_batch")
    mixer = frame.names.get("self") if frame is not None else None
    if not is_of(mixer, "fastai.callback.mixup", "MixHandler") or stored(mixer).get("stack_y") is not False:
        return None
    learn = learner_in(scene)
    func: Any = stored(learn).get("loss_func")
    targets = stored(learn).get("yb")
    if not isinstance(targets, tuple) or len(targets) != 1 or not is_tensor(targets[0]):
        return None
    if targets[0].is_floating_point():
        return None
    is_function = is_own(scene, func)
    name = _called(func, is_function)
    inner = returned(func) if is_function else ""
    is_torchs = getattr(getattr(func, "func", func), "__name__", "") == "cross_entropy" and not is_function
    is_classes = is_of(func, "torch.nn", "CrossEntropyLoss") or _is_cross_entropy(inner) or is_torchs
    if not is_classes and any(word in inner + name for word in ("mse", "MSE", "l1_", "L1")):
        return None
    how = "fastai's own loss function for classes knows how (it has y_int):"
    learner = scene.name_of(learn) or "learn"
    fix = f"{learner}.loss_func = CrossEntropyLossFlat({_options(scene, func)})"
    if not is_classes:
        held = name if is_function and name.isidentifier() else scene.name_of(func) or f"{learner}.loss_func"
        how = "Use fastai's CrossEntropyLossFlat(), or give yours the mark y_int and an argument `reduction`, which "
        how += "must then give one loss for each item ('none'):"
        fix = f"{held}.y_int = True"
        if is_function and not is_module(func):
            fix = f"def {held}(pred, targ, reduction='mean'): …\n{fix}"
    return Diagnosis(
        f"`{type(mixer).__name__}` tried to mix the labels, which are class numbers ({dtype(targets[0])}): they "
        "have no fractions.",
        f"It mixes the losses instead, where the loss function has y_int=True. `{name}` has none.".replace(
            "`your loss function`", "Your loss function"
        ),
        fix,
        how,
        card="mixup",
    )


def _called(func: Any, is_function: bool) -> str:
    kind = type(func).__name__
    if is_function:
        return "your loss function" if func.__name__ == "<lambda>" else str(func.__name__)
    inner = getattr(func, "func", func)  # of a partial
    if getattr(inner, "__module__", "") == "torch.nn.functional":
        return f"F.{inner.__name__}"
    return f"nn.{kind}" if is_of(func, "torch.nn", kind) else kind


def _options(scene: Scene, func: Any) -> str:
    """What a partial sets, and the weights of a loss: they stay."""
    given = dict(getattr(func, "keywords", None) or {})
    weight = stored(func).get("_buffers", {}).get("weight") if is_module(func) else None
    if weight is not None:
        given["weight"] = weight
    names = {key: scene.name_of(value) if is_tensor(value) else repr(value) for key, value in given.items()}
    return ", ".join(f"{key}={text or key}" for key, text in names.items() if key != "reduction")


def _is_cross_entropy(text: str) -> bool:
    """Whether a function does no more than call cross_entropy with what it is given."""
    try:
        node = ast.parse(text, mode="eval").body if text else None
    except SyntaxError:
        return False
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] == "cross_entropy"
        and all(isinstance(one, ast.Name) for one in node.args)
    )
