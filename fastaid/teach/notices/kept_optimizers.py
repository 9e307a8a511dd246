"""A learner's opt_func that is set when the learner has its optimizer already."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.training import fits
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_learner, is_of, library, stored


@check(".opt_func", needs="fastai")
def opt_func_too_late(cell: Cell) -> Iterator[Notice]:
    """`learn.opt_func = SGD` after a first fit: training goes on with the optimizer that it made."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Attribute) or target.attr != "opt_func":
            continue
        learn, name = cell.value(target.value), text_of(target.value)
        if not is_learner(learn) or not any(
            one == name and call.lineno > node.lineno for one, _, call in fits(cell)
        ):
            continue
        mine, wanted = _steps(stored(learn).get("opt")), _made_by(stored(learn).get("opt_func"))
        if not mine or not wanted or mine == wanted:
            continue
        yield Notice(
            f"`{text_of(node)}` changed nothing: `{name}` had its optimizer already (a first fit or freeze "
            f"makes it, vision_learner too) and goes on with it. Write `{name}.create_opt()` in the "
            "line after it, then fit.",
            id(learn),
            card="sgd-and-optimizers",
        )
        return


def _steps(optimizer: Any) -> list[Any]:
    """What an optimizer does in a step: fastai's functions, or torch's class."""
    inner = stored(optimizer).get("opt")
    if is_of(inner, "torch.optim", "Optimizer"):
        return [type(inner)]
    if not is_of(optimizer, "fastai.optimizer", "Optimizer"):
        return []
    found = list(stored(optimizer).get("cbs") or ())
    return [one.func if isinstance(one, partial) else one for one in found]


def _made_by(func: Any) -> list[Any]:
    """The same of the optimizer that fastai's own function would make; [] where that is the learner's function."""
    inner = func.func if isinstance(func, partial) else func
    if getattr(inner, "__module__", "") != "fastai.optimizer" or not callable(inner):
        return []
    kind = func.keywords.get("opt") if isinstance(func, partial) else None
    if isinstance(inner, type):  # OptimWrapper
        return [kind] if isinstance(kind, type) else []
    torch: Any = library("torch")
    if torch is None:
        return []
    return _steps(func([[torch.zeros(1, requires_grad=True)]], lr=0.1))
