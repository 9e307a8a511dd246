"""A scheduler of PyTorch's that was given fastai's optimizer: what does the same in fastai. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, stored
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.scene import Scene


def of_fastai(scene: Scene, given: Any, node: ast.expr, call: ast.Call) -> Diagnosis:
    """The card for it."""
    text, kind = ast.unparse(node), last_name(call.func)
    learn = next(
        (name for name, one in scene.names.items() if is_learner(one) and stored(one).get("opt") is given), ""
    )
    if not learn and isinstance(node, ast.Attribute) and node.attr == "opt":
        learn = ast.unparse(node.value)
    what = f"`{text}` is fastai's own Optimizer; `{kind}` takes only an optimizer of torch.optim."
    if not learn or learn.startswith("_"):
        return Diagnosis(
            what,
            "fastai and PyTorch each have optimizers of their own, and PyTorch's schedulers change only the latter.",
            f"{text} = torch.optim.SGD(model.parameters(), lr=1e-2)",
            "In a loop of your own, make it with torch.optim (your own model and rate):",
            card="learning-rate-schedule",
        )
    return Diagnosis(
        what,
        "In a Learner the learning rate is changed by a callback, or by fit_one_cycle, which has a schedule built in.",
        _line(scene, learn, kind, stored(scene.names.get(learn)).get("lr")),
        "Give the schedule to fit (with your number of epochs):",
        card="learning-rate-schedule",
    )


def _line(scene: Scene, learn: str, kind: str, held: Any) -> str:
    rate = held if type(held) is float else 1e-2
    if kind == "ReduceLROnPlateau":
        # PyTorch's class of the same name may hide it.
        module = "from fastai.callback.tracker import ReduceLROnPlateau\n"
        return f"{module}{learn}.fit(10, {rate:g}, cbs=ReduceLROnPlateau(monitor='valid_loss'))"
    if kind in ("OneCycleLR", "CyclicLR"):
        return f"{learn}.fit_one_cycle(5, {rate:g})"
    schedule = "SchedCos" if "Cosine" in kind else "SchedExp"
    first = (
        ""
        if {"ParamScheduler", schedule} <= set(scene.names)
        else f"from fastai.callback.schedule import ParamScheduler, {schedule}\n"
    )
    return f"{first}{learn}.fit(5, cbs=ParamScheduler({{'lr': {schedule}({rate:g}, {rate / 10:g})}}))"
