"""Metrics that are classes of the learner's own: reset, accumulate and the property value."""

from __future__ import annotations

import ast
import inspect
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.callbacks import stored_by
from fastaid.teach.rules.callbacks_written import inner_error, raised_in
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.methods_anew import taken_from, written_with
from fastaid.teach.scene import Scene

RESULTS = (
    "result",
    "results",
    "compute",
    "score",
    "get_value",
    "val",
    "values",
    "get",
    "avg",
    "average",
    "mean",
)
COUNTS = ("n", "count", "total", "num", "size")


def _is_metric(obj: Any) -> bool:
    return is_of(obj, "fastai.learner", "Metric")


@rule(IndexError, NotImplementedError, needs="fastai.learner")
def no_value(scene: Scene) -> Diagnosis | None:
    """A Metric with `result()` in place of the property `value`."""
    found = inner_error(scene)
    frame = raised_in(found[0] if found is not None else scene.error)
    if (
        frame is None
        or frame.f_code.co_name != "value"
        or frame.f_globals.get("__name__") != "fastai.learner"
    ):
        return None
    metric = frame.f_locals.get("self")
    if not _is_metric(metric):
        return None
    kind = type(metric)
    own = [one for one in kind.__mro__ if one.__module__ == "__main__"]
    methods = {name: one for each in own for name, one in vars(each).items() if _is_result(name, one)}
    name = next(
        (one for one in RESULTS if one in methods), next(iter(methods), "") if len(methods) == 1 else ""
    )
    if not own:
        return None
    if name:
        fix = written_with(methods[name], "self", name="value", mark="@property")
        how = f"In `{kind.__name__}`, write it in place of `{name}`:"
    else:
        result = _share({word for each in own for word in stored_by(each)})
        fix = f"@property\ndef value(self): return {result}" if result else ""
        how = f"Add it to `{kind.__name__}`" + (":" if fix else ": `@property`, and `def value(self)`.")
    return Diagnosis(
        f"The metric `{kind.__name__}` has no property `value`"
        + (f"; its result is in the method `{name}`." if name else "."),
        "After each epoch fastai reads `value` of a Metric, without parentheses. Where it is missing, "
        "NotImplementedError is raised without a message"
        + (", and an IndexError is shown in its place." if found is not None else "."),
        fix,
        how,
        card="metrics",
    )


def _share(kept: set[str]) -> str:
    """`self.hits / self.n`, where a class keeps just a sum and a count."""
    count = next((one for one in COUNTS if one in kept), "")
    rest = sorted(kept - {count})
    return f"self.{rest[0]} / self.{count}" if count and len(rest) == 1 else ""


def _is_result(name: str, held: Any) -> bool:
    if not isinstance(held, FunctionType) or name in ("reset", "accumulate", "name") or name.startswith("__"):
        return False
    return held.__code__.co_argcount == 1


@rule(TypeError, needs="fastai.learner")
def parameters_of_accumulate(scene: Scene) -> Diagnosis | None:
    """`def accumulate(self, preds, targs)`: fastai gives it the Learner."""
    last = scene.last
    metric = last.names.get("met") if last is not None else None
    if last is None or last.module != "fastai.learner" or not _is_metric(metric):
        return None
    method = inspect.getattr_static(type(metric), "accumulate", None)
    if not isinstance(method, FunctionType) or method.__globals__ is not scene.names:
        return None
    needed = [
        one.name
        for one in inspect.signature(method).parameters.values()
        if one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
    ]
    if len(needed) == 2:
        return None
    kind, others = type(metric).__name__, [one for one in needed[1:] if one not in ("learn", "learner")]
    return Diagnosis(
        f"`{kind}.accumulate` takes {listed([f'`{one}`' for one in needed])}.",
        "fastai calls it after each batch with one thing, the Learner: `accumulate(self, learn)`. Predictions and "
        "targets are `learn.pred` and `learn.y`.",
        written_with(method, "self, learn", taken_from(others, "learn")),
        "Write:",
        card="metrics",
    )


@rule(AttributeError, needs="fastai.learner")
def not_reset(scene: Scene) -> Diagnosis | None:
    """A Metric adds to what its `reset` never made."""
    here, name = scene.here, getattr(scene.error, "name", None)
    node = here.node if here is not None else None
    metric = here.names.get("self") if here is not None else None
    if here is None or not _is_metric(metric) or getattr(scene.error, "obj", None) is not metric:
        return None
    if not isinstance(name, str) or name in stored(metric) or here.function not in ("accumulate", "value"):
        return None
    kind, line = type(metric).__name__, ast.unparse(statement(here) or node or ast.Pass())
    has_reset = isinstance(vars(type(metric)).get("reset"), FunctionType)
    start = "[]" if f"{name}.append" in line else "{}" if f"{name}[" in line else "0"
    return Diagnosis(
        f"`{kind}.{here.function}` reads `self.{name}`, which nothing has made.",
        "fastai calls `reset` of a Metric before each validation: there it begins anew"
        + (f"; this `reset` does not make `{name}`." if has_reset else f", and `{kind}` has no `reset`."),
        f"def reset(self):\n    self.{name} = {start}" if not has_reset else f"self.{name} = {start}",
        f"In `{kind}`, add:" if not has_reset else "In `reset`, add:",
        card="metrics",
    )
