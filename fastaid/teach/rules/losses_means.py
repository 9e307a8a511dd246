"""A loss function of the learner's that returns a loss for each item: where its mean belongs. No rules of its own."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from fastaid.teach.objects import is_module
from fastaid.teach.rules.step import is_own, source_of
from fastaid.teach.scene import Scene


@dataclass(frozen=True)
class OwnMean:
    """A function of the learner's, and the line that returns the mean."""

    name: str  # "my_loss", "RankLoss.forward"
    fix: str


def own_mean(scene: Scene, func: Any) -> OwnMean | None:
    """The line of a loss function, or of a loss class's forward, with its mean; None where it is not the learner's."""
    name, function = getattr(func, "__name__", ""), func
    if not isinstance(func, FunctionType):
        method = "forward" if is_module(func) else "__call__"
        name, function = f"{type(func).__name__}.{method}", vars(type(func)).get(method)
    node = source_of(function) if is_own(scene, function) else None
    if node is None:
        return None
    if isinstance(node, ast.Lambda):
        return OwnMean("the lambda", f"lambda {ast.unparse(node.args)}: {_mean(node.body)}")
    returns = [one for one in ast.walk(node) if isinstance(one, ast.Return) and one.value is not None]
    if len(returns) != 1 or returns[0].value is None:
        return None
    return OwnMean(name, f"return {_mean(returns[0].value)}")


def _mean(node: ast.expr) -> str:
    text = ast.unparse(node)
    is_whole = isinstance(node, (ast.Call, ast.Name, ast.Attribute, ast.Subscript))
    return f"{text}.mean()" if is_whole else f"({text}).mean()"
