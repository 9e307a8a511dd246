"""An optimizer, or what makes one, given to a Learner as its loss function."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Scene

MAKERS = {"OptimWrapper", "Optimizer", "Adam", "AdamW", "SGD", "RMSprop", "Adagrad", "RAdam", "Adadelta"}


@rule(TypeError, AttributeError, AssertionError, RuntimeError, ValueError, needs="fastai.learner")
def optimizer_for_a_loss(scene: Scene) -> Diagnosis | None:
    """`Learner(dls, model, loss_func=opt_func)`: the optimizer goes in as opt_func."""
    learn = learner_in(scene)
    func: Any = stored(learn).get("loss_func")
    if learn is None or func is None or scene.within("fastai.learner") is None or not _makes_optimizer(func):
        return None
    made, name = next(_makings(scene), None), learner_name(scene, learn)
    shown = getattr(func, "__name__", "") or getattr(getattr(func, "func", None), "__name__", "")
    loss = _loss_for(learn)
    fix = f"{name}.loss_func = {loss}"
    if made is not None and len(made.args) > 2:
        optimizer, *others = (ast.unparse(one) for one in made.args[2:4])
        rest = [one for one in made.keywords if one.arg not in ("loss_func", "opt_func")]
        bare = ast.Call(made.func, made.args[:2], rest)
        written = {one.arg: ast.unparse(one.value) for one in made.keywords if one.arg}
        other = (others or [written.get("opt_func", "")])[0]
        new = anew(bare, {"loss_func": other or loss, "opt_func": optimizer})
        around = getattr(made, "parent", None)
        fix = f"{ast.unparse(around.targets[0])} = {new}" if isinstance(around, ast.Assign) else new
    elif made is not None:
        written = {one.arg: ast.unparse(one.value) for one in made.keywords if one.arg}
        optimizer = written.get("loss_func", "")
        if optimizer:
            other = written.get("opt_func", "")
            fix = anew(made, {"loss_func": other or loss, "opt_func": optimizer})
    return Diagnosis(
        f"The Learner got an optimizer as its loss function: `{shown or 'loss_func'}`.",
        "`loss_func` compares predictions with targets; what changes the weights is `opt_func`.",
        fix,
        "Give each under its own name:",
        card="loss-function",
    )


def _makes_optimizer(func: Any) -> bool:
    """Whether it is an optimizer, its class, or a function that does nothing but make one."""
    func = func.func if is_of(func, "functools", "partial") else func
    kinds = [getattr(library(home), "Optimizer", None) for home in ("torch.optim", "fastai.optimizer")] + [
        getattr(library("fastai.optimizer"), "OptimWrapper", None)
    ]
    every = tuple(one for one in kinds if isinstance(one, type))
    if isinstance(func, every) or (isinstance(func, type) and issubclass(func, every)):
        return True
    if not isinstance(func, FunctionType):
        return False
    if func.__module__ == "fastai.optimizer":
        return True
    first = next(iter(inspect.signature(func).parameters), "")
    return bool(MAKERS & set(func.__code__.co_names)) and first.startswith("param")


def _makings(scene: Scene) -> Iterator[ast.Call]:
    """The learner's calls that made a Learner with a loss function."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.Assign):
                setattr(one.value, "parent", one)  # noqa: B010  as `executing` has it
        for one in ast.walk(tree):
            is_made = isinstance(one, ast.Call) and last_name(one.func).lower().endswith("learner")
            if isinstance(one, ast.Call) and is_made and (len(one.args) > 2 or "loss_func" in _words(one)):
                yield one


def _words(call: ast.Call) -> list[str]:
    return [str(one.arg) for one in call.keywords]


def _loss_for(learn: Any) -> str:
    """A loss that fits the targets of the batch at hand."""
    yb = stored(learn).get("yb")
    target: Any = yb[0] if isinstance(yb, (tuple, list)) and yb else None
    return "MSELossFlat()" if is_tensor(target) and target.is_floating_point() else "CrossEntropyLossFlat()"
