"""Schedulers that shall go on where they were: last_epoch, and the first learning rate of a fresh optimizer."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.python_source import call_at
from fastaid.teach.scene import Scene


@rule(KeyError, needs="torch.optim.lr_scheduler")
def no_first_rate(scene: Scene) -> Diagnosis | None:
    """`MultiStepLR(opt, …, last_epoch=9)` with an optimizer that has not had a scheduler yet."""
    inner = scene.within("torch.optim.lr_scheduler", "__init__")
    here = scene.here
    call = call_at(here) if here is not None else None
    if inner is None or here is None or call is None or "initial_lr" not in scene.message:
        return None
    optimizer = here.argument(call, 0, "optimizer")
    given = next((one.value for one in call.keywords if one.arg == "last_epoch"), None)
    last = inner.names.get("last_epoch")
    if optimizer is None or isinstance(optimizer, ast.Starred) or type(last) is not int:
        return None
    text = ast.unparse(optimizer)
    what = (
        f"`last_epoch` is {last}, so the scheduler is to go on; but `{text}` does not know the learning rate that it "
        "began with (`initial_lr`)."
    )
    if given is None:
        return None
    line = anew(call)
    return Diagnosis(
        what,
        "A scheduler notes that rate in the optimizer when it is made. A fresh optimizer has had none; -1, which is "
        "the default, means a fresh start.",
        f"for group in {text}.param_groups:\n    group.setdefault('initial_lr', group['lr'])\n{line}",
        "To go on, note it before (to begin anew, leave `last_epoch` out):",
        card="learning-rate-schedule",
    )
