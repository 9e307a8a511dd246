"""Callbacks and metrics given by position to fit, fine_tune and their sisters: they land in a number's place."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_learner, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import text_of
from fastaid.teach.scene import Frame, Scene

FITS = ("fit", "fit_one_cycle", "fine_tune", "fit_flat_cos", "fit_sgdr", "lr_find")
# What the parameters are for, where a number is meant.
MEANS = {
    "lr": "the learning rate",
    "lr_max": "the highest learning rate",
    "base_lr": "the learning rate",
    "div": "the number by which the learning rate is divided at the start",
    "div_final": "the number by which the learning rate is divided at the end",
    "pct_start": "the share of the training in which the learning rate rises",
    "wd": "the weight decay",
    "freeze_epochs": "the number of epochs with a frozen body",
    "lr_mult": "the number by which the rate of the first layers is divided",
    "n_epoch": "the number of epochs",
    "epochs": "the number of epochs",
    "n_cycles": "the number of cycles",
    "cycle_len": "the length of a cycle",
    "start_lr": "the lowest learning rate to try",
    "end_lr": "the highest learning rate to try",
    "num_it": "the number of iterations",
}


def _fitting(scene: Scene) -> tuple[Frame, ast.Call, str, Any] | None:
    """The learner's call of a way to fit that was running: its frame, the call, the method and its owner."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not isinstance(call.func, ast.Attribute) or call.func.attr not in FITS:
        return None
    owner = here.value(call.func.value)
    return (here, call, call.func.attr, owner) if is_learner(owner) else None


def _is_callback(held: Any) -> bool:
    many = held if isinstance(held, (list, tuple)) else [held]
    kind = [
        (isinstance(one, type) and _is_kind(one)) or is_of(one, "fastai.callback.core", "Callback")
        for one in many
    ]
    return bool(kind) and all(kind)


def _is_kind(held: type) -> bool:
    return any(
        one.__name__ == "Callback" and one.__module__ == "fastai.callback.core" for one in held.__mro__
    )


def _is_metric(held: Any) -> bool:
    many = held if isinstance(held, (list, tuple)) else [held]
    return bool(many) and all(
        is_of(one, "fastai.learner", "Metric") or str(getattr(one, "__module__", "")) == "fastai.metrics"
        for one in many
    )


@rule(TypeError, AttributeError, ValueError, AssertionError, IndexError, needs="fastai.learner")
def callback_by_position(scene: Scene) -> Diagnosis | None:
    """`learn.fit_one_cycle(3, 1e-2, early)`: the third place is `div`; callbacks go by name."""
    found = _fitting(scene)
    if found is None:
        return None
    here, call, method, owner = found
    try:
        names = list(inspect.signature(getattr(type(owner), method)).parameters)[1:]
    except (TypeError, ValueError, AttributeError):
        return None
    if any(isinstance(one, ast.Starred) for one in call.args):
        return None
    given = list(zip([*names, *[""] * len(call.args)], call.args, strict=False))
    given += [(one.arg, one.value) for one in call.keywords if one.arg]
    for name, node in given:
        held = _held(here, node)
        if name in ("", "cbs") or held is UNKNOWN or held is None:
            continue
        if name in MEANS and _is_callback(held):
            return _callback(here, call, node, name, held)
        if name in MEANS and _is_metric(held):
            return _metric(scene, call, node, name)
    return None


def _held(here: Frame, node: ast.expr) -> Any:
    """A value, or for a call such as `SaveModelCallback()` the class that is called."""
    if isinstance(node, (ast.List, ast.Tuple)):
        parts = [_held(here, one) for one in node.elts]
        return UNKNOWN if any(one is UNKNOWN for one in parts) else parts
    if isinstance(node, ast.Call):
        kind = here.value(node.func)
        return kind if isinstance(kind, type) else UNKNOWN
    return here.value(node)


def _without(call: ast.Call, node: ast.expr) -> ast.Call:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    place = next((i for i, one in enumerate(call.args) if one is node), None)
    if place is not None:
        del new.args[place]
        # What stood behind it would move up into its place.
        new.args = new.args[:place]
    new.keywords = [
        one for one, old in zip(new.keywords, call.keywords, strict=False) if old.value is not node
    ]
    return new


def _callback(here: Frame, call: ast.Call, node: ast.expr, name: str, held: Any) -> Diagnosis:
    places = [one for one in call.args if _is_callback(_held(here, one))]
    new = _without(call, node)
    new.args = [one for one in new.args if text_of(one, 400) not in {text_of(other, 400) for other in places}]
    wanted = [text_of(one, 400) for one in (places or [node])]
    cbs = f"[{', '.join(wanted)}]" if len(wanted) > 1 else wanted[0]
    old = next((one for one in new.keywords if one.arg == "cbs"), None)
    if old is not None:
        cbs = f"[*{text_of(old.value)}, {', '.join(wanted)}]"
        if not isinstance(old.value, ast.List):
            cbs = f"[{text_of(old.value)}, {', '.join(wanted)}]"
        new.keywords.remove(old)
    new.keywords.append(ast.keyword("cbs", ast.parse(cbs, mode="eval").body))
    one = held[0] if isinstance(held, (list, tuple)) else held
    kind = one.__name__ if isinstance(one, type) else type(one).__name__
    text = text_of(node)
    article = "an" if kind[0] in "AEIOU" else "a"
    said = f"`{text}`" if kind in text else f"`{text}`, {article} {kind}," if text else f"{article} {kind}"
    if call.func.attr == "lr_find":  # type: ignore[attr-defined]
        new.keywords.pop()
        many = ", ".join(wanted)
        fix = f"with {text_of(call.func.value)}.added_cbs([{many}]): {ast.unparse(new)}"  # type: ignore[attr-defined]
        how, by = "Add it for that run:", "`lr_find` takes no callbacks."
    else:
        fix, how, by = ast.unparse(new), "Name it:", "Callbacks go by name, as `cbs`."
    return Diagnosis(
        f"{said} landed in the parameter `{name}`: {MEANS[name]}.",
        f"What has no name goes to the parameters by position, and `{name}` stands at that place. {by}",
        fix,
        how,
        card="callbacks",
    )


def _metric(scene: Scene, call: ast.Call, node: ast.expr, name: str) -> Diagnosis:
    learn = text_of(call.func.value) if isinstance(call.func, ast.Attribute) else "learn"
    text = text_of(node)
    listed = text if isinstance(node, (ast.List, ast.Tuple)) else f"[{text}]"
    fix = f"{learn}.metrics = {listed}\n{ast.unparse(_without(call, node))}"
    return Diagnosis(
        f"`{text}` landed in the parameter `{name}`: {MEANS[name]}.",
        "Ways to fit take no metrics. Metrics belong to the Learner: `Learner(…, metrics=…)`.",
        fix,
        "Give them to the Learner (here to one that is made already):",
        card="metrics",
    )
