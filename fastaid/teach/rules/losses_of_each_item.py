"""A loss function of the learner's that fastai asks for the loss of each item: it takes no `reduction`."""

from __future__ import annotations

import ast
import inspect
from functools import partial
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import keyword_given, last_name
from fastaid.teach.rules.python_source import is_own
from fastaid.teach.rules.step import LOSSES, learner_in, learner_name, source_of
from fastaid.teach.scene import Scene

MOST_LINES = 8


@rule(TypeError, needs="fastai.learner")
def asked_for_each_item(scene: Scene) -> Diagnosis | None:
    """`get_preds(with_loss=True)`, `plot_top_losses`: fastai gives the loss `reduction='none'`."""
    learn = learner_in(scene)
    if scene.within("fastai.learner", "get_preds") is None or "'reduction'" not in scene.message:
        return None
    if not is_learner(learn):
        return None
    given: Any = stored(learn).get("loss_func")
    function, kind = _written(given)
    if function is None or not is_own(function, scene.names) or _takes(function):
        return None
    here, written = scene.here, keyword_given(scene, "loss_func")
    source = written if isinstance(written, ast.Lambda) else source_of(function)
    asking = last_name(here.call.func) if here is not None and here.call is not None else "get_preds"
    name = kind or function.__name__
    shown = "the lambda of loss_func" if name == "<lambda>" else f"`{name}`"
    fix, how = (
        _mended(scene, source, function, kind, learner_name(scene, learn)) if source is not None else ("", "")
    )
    return Diagnosis(
        f"{shown[:1].upper() + shown[1:]} takes no argument `reduction`, and `{asking}` gives it `reduction='none'`.",
        "For a batch a loss is one number, the mean. Here fastai needs the loss of each item, and asks for it as of "
        "PyTorch's losses: 'none' means without the mean.",
        fix,
        how or f"Let {shown} take `reduction='mean'`, and return one loss for each item where it is 'none'.",
        card="loss-function",
    )


def _written(given: Any) -> tuple[Any, str]:
    """The function that calculates a loss, and the name of its class where it has one."""
    while isinstance(given, partial):
        given = given.func
    if isinstance(given, FunctionType):
        return given, ""
    method = "forward" if is_module(given) else "__call__"
    found = next((vars(one)[method] for one in type(given).__mro__ if method in vars(one)), None)
    return (found, type(given).__name__) if isinstance(found, FunctionType) else (None, "")


def _takes(function: FunctionType) -> bool:
    every = inspect.signature(function).parameters.values()
    return any(one.name == "reduction" or one.kind is one.VAR_KEYWORD for one in every)


def _mended(
    scene: Scene, source: ast.FunctionDef | ast.Lambda, function: FunctionType, kind: str, learn: str
) -> tuple[str, str]:
    """The function with the argument, and the words for it; ("", "") where its mean is not plain to see."""
    new = _Reduced().changed(source)
    if new is None:
        return "", ""
    text = ast.unparse(ast.fix_missing_locations(new))
    if text.count("\n") >= MOST_LINES:
        return "", ""
    if isinstance(source, ast.Lambda):
        return f"{learn}.loss_func = {text}", "Write:"
    written = keyword_given(scene, "loss_func")
    again = f"{learn}.loss_func = {ast.unparse(written) if written is not None else function.__name__}"
    if kind:
        return text, f"Write in `{kind}`; then run its cell, `{again}`, and this one again:"
    return f"{text}\n{again}", "Give it the argument, and the Learner the new function:"


class _Reduced(ast.NodeTransformer):
    """Gives a loss function the argument, and takes the mean only where it is asked for."""

    def __init__(self) -> None:
        self.passed = 0  # losses of PyTorch that take the argument too

    def changed(self, source: ast.FunctionDef | ast.Lambda) -> ast.FunctionDef | ast.expr | None:
        tree: Any = ast.parse(ast.unparse(source)).body[0]
        new: Any = tree.value if isinstance(tree, ast.Expr) else tree
        if new.args.kwarg or new.args.vararg or new.args.kwonlyargs:
            return None
        new.args.args.append(ast.arg("reduction"))
        new.args.defaults.append(ast.Constant("mean"))
        if isinstance(new, ast.Lambda):
            new.body = self._result(new.body)
            return new if self.passed else None
        new.decorator_list = []
        if not isinstance(new.body[-1], ast.Return) or new.body[-1].value is None:
            return None
        if sum(isinstance(one, ast.Return) for one in ast.walk(new)) > 1:
            return None
        last = new.body[-1]
        if isinstance(last.value, ast.Name):
            self._at_assignment(new, last)
        else:
            self._at_return(new, last)
        return new if self.passed else None

    def _at_assignment(self, new: ast.FunctionDef, last: ast.Return) -> None:
        """`loss = ….mean()` and `return loss`."""
        assert isinstance(last.value, ast.Name)
        name = last.value.id
        made = [
            one for one in new.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == name
        ]
        if not made:
            return
        bare = _without_mean(made[-1].value)
        if bare is not None:
            made[-1].value, self.passed = bare, 1
            last.value = _chosen(name)
        else:
            made[-1].value = self._result(made[-1].value)

    def _at_return(self, new: ast.FunctionDef, last: ast.Return) -> None:
        """`return ….mean()`."""
        assert last.value is not None
        bare = _without_mean(last.value)
        if bare is None:
            last.value = self._result(last.value)
            return
        self.passed = 1
        used = {one.id for one in ast.walk(new) if isinstance(one, ast.Name)}
        name = next(one for one in ("loss", "losses", "each") if one not in used)
        new.body[-1:] = [ast.Assign([ast.Name(name, ast.Store())], bare, lineno=0), ast.Return(_chosen(name))]

    def _result(self, node: ast.expr) -> ast.expr:
        """An expression of PyTorch's losses, each with the argument."""
        for one in ast.walk(node):
            is_loss = isinstance(one, ast.Call) and last_name(one.func) in LOSSES
            if (
                isinstance(one, ast.Call)
                and is_loss
                and not any(key.arg == "reduction" for key in one.keywords)
            ):
                one.keywords.append(ast.keyword("reduction", ast.Name("reduction", ast.Load())))
                self.passed += 1
        return node


def _without_mean(node: ast.expr) -> ast.expr | None:
    """`x.mean()` or `torch.mean(x)` → x; None for what takes no mean at its end."""
    if not isinstance(node, ast.Call) or last_name(node.func) != "mean" or node.keywords:
        return None
    assert isinstance(node.func, (ast.Attribute, ast.Name))
    if isinstance(node.func, ast.Attribute) and not node.args:
        return node.func.value
    is_library = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "torch"
    return node.args[0] if is_library and len(node.args) == 1 else None


def _chosen(name: str) -> ast.expr:
    return ast.parse(f"{name}.mean() if reduction == 'mean' else {name}", mode="eval").body
