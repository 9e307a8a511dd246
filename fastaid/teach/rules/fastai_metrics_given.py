"""What is given as metrics= and is no metric: not made, called, in quotes, a function of sklearn's."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_tensor, library, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai_metrics import (
    ANY,
    MADE,
    OF_SKLEARN,
    Failed,
    failed_metric,
    instead,
    metrics_line,
)
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.step import is_own, learner_name
from fastaid.teach.scene import Frame, Scene


@rule(*ANY, needs="fastai.metrics")
def not_made(scene: Scene) -> Diagnosis | None:
    """A metric such as F1Score was given without parentheses."""
    found = failed_metric(scene)
    name = getattr(found.func, "__name__", "") if found is not None else ""
    if found is None or getattr(found.func, "__module__", "") != "fastai.metrics" or not name[:1].isupper():
        return None
    many = is_tensor(found.pred) and found.pred.ndim == 2 and shape(found.pred)[1] > 2
    averaged = name in MADE.values() and name != "RocAuc"
    new = f'{name}(average="macro")' if many and averaged else f"{name}()"
    return instead(
        scene,
        found,
        new,
        f"The metric `{name}` was given without parentheses.",
        f"`{name}` is a function that makes the metric. Without parentheses fastai calls it with the "
        "predictions, which it "
        "takes for its options.",
    )


@rule(TypeError, needs="fastai.metrics")
def not_callable(scene: Scene) -> Diagnosis | None:
    """Something in metrics= is no function: a name in quotes, None, a number."""
    found = failed_metric(scene)
    if found is None or (found.func is None and "NoneType" not in scene.message) or callable(found.func):
        return None
    if is_of(found.metric, "fastai.metrics", "AccumMetric") or "callable" not in scene.message:
        return None
    name = learner_name(scene, found.learn)
    if isinstance(found.func, str):
        metrics = library("fastai.metrics")
        word = found.func.removeprefix("metrics.")
        held = getattr(metrics, word, None)
        new = (word if word[:1].islower() else f"{word}()") if callable(held) else "accuracy"
        near = (
            "" if callable(held) else " " + did_you_mean(word, [one for one in dir(metrics) if one[0] != "_"])
        )
        return Diagnosis(
            f"The metric {found.func!r} is a text, in quotes.",
            f"fastai wants the metric itself, a function, not its name.{near.rstrip()}",
            metrics_line(scene, found, new),
            "Write it without quotes:",
            card="metrics",
        )
    is_number = is_tensor(found.func) or isinstance(found.func, (int, float))
    shown = "a number, the result of a metric" if is_number else described(found.func)
    return Diagnosis(
        f"One of the metrics is {shown}.",
        "metrics= takes functions that fastai calls with predictions and targets after each batch, in one flat list.",
        f"{name}.metrics = [accuracy, error_rate]",
        "Give the functions themselves:",
        card="metrics",
    )


@rule(TypeError, needs="fastai.metrics")
def was_called(scene: Scene) -> Diagnosis | None:
    """A metric was called where it should be handed over: metrics=accuracy()."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or call.args:
        return None
    func, text = frame.value(call.func), ast.unparse(call.func)
    is_metric = getattr(func, "__module__", "") == "fastai.metrics" and callable(func)
    made = is_of(func, "fastai.metrics", "AccumMetric")
    if (not is_metric and not made) or "missing" not in scene.message:
        return None
    options = ", ".join(ast.unparse(one) for one in call.keywords)
    new = f"partial({text}, {options})" if options else text
    kind = "is a finished metric" if made else "is a function that needs predictions and targets"
    if text[:1].isupper() and not made:
        return None
    return Diagnosis(
        f"`{ast.unparse(call)}` calls the metric.",
        f"`{text}` {kind}; fastai calls it itself, after each batch. It must be given, not called.",
        f"metrics={_uncalled(frame, call, new)}",
        "Pass it without parentheses:"
        if not options
        else "Set its option with partial, which does not call it:",
        card="metrics",
    )


def _uncalled(frame: Frame, call: ast.Call, new: str) -> str:
    """The whole list that a called metric stands in, with no metric called."""
    around = parent(call)
    if not isinstance(around, (ast.List, ast.Tuple)):
        return new
    texts = []
    for one in around.elts:
        func: Any = (
            frame.value(one.func) if isinstance(one, ast.Call) and not (one.args or one.keywords) else None
        )
        is_function = inspect.isfunction(func) and func.__module__ == "fastai.metrics"
        is_maker = is_function and func.__name__[:1].isupper()
        is_bare = isinstance(one, ast.Call) and is_function and not is_maker
        texts.append(
            new if one is call else ast.unparse(one.func if is_bare and isinstance(one, ast.Call) else one)
        )
    return f"[{', '.join(texts)}]"


@rule(*ANY, needs="fastai.metrics")
def of_sklearn(scene: Scene) -> Diagnosis | None:
    """A function of sklearn's was given as a metric."""
    found = failed_metric(scene)
    if found is None or not is_of(found.metric, "fastai.learner", "AvgMetric"):
        return None
    if is_own(scene, found.func):
        return _sklearn_inside(scene, found)
    func = getattr(found.func, "func", found.func)
    if not str(getattr(func, "__module__", "")).startswith("sklearn.metrics"):
        return None
    known = OF_SKLEARN.get(found.word, "")
    many = is_tensor(found.pred) and found.pred.ndim == 2 and shape(found.pred)[1] > 2
    if many and known in ("F1Score()", "Precision()", "Recall()", "Jaccard()"):
        known = known.replace("()", '(average="macro")')
    if many and known == "RocAucBinary()":
        known = "RocAuc()"
    new = known or f"skm_to_fastai({found.word})"
    return instead(
        scene,
        found,
        new,
        f"`{found.word}` is a function of sklearn.",
        "sklearn wants (targets, predicted classes) of all data at once; fastai calls a metric with (raw "
        "predictions, targets) of "
        "each batch. It must be wrapped"
        + (": skm_to_fastai does that, and fastai has this one ready." if known else "."),
    )


def _sklearn_inside(scene: Scene, found: Failed) -> Diagnosis | None:
    # The learner's own metric hands fastai's arguments on to sklearn.
    inner = next((one for one in scene.frames if one.module.startswith("sklearn.metrics")), None)
    if inner is None or not is_tensor(found.pred) or found.pred.ndim != 2 or shape(found.pred)[1] < 2:
        return None
    if not is_tensor(found.targ) or found.targ.ndim != 1:
        return None
    word = inner.function
    new = OF_SKLEARN.get(word, f"skm_to_fastai({word})")
    if shape(found.pred)[1] > 2 and new in ("F1Score()", "Precision()", "Recall()", "Jaccard()"):
        new = new.replace("()", '(average="macro")')
    return instead(
        scene,
        found,
        new,
        f"Your metric `{found.word}` hands its arguments on to sklearn's {word}.",
        "fastai calls a metric with (predictions, targets), the predictions being raw scores "
        f"{shape(found.pred)}; sklearn "
        "wants (targets, predicted classes). fastai has this metric ready, which sorts that out.",
    )


@rule(TypeError, needs="fastai.metrics")
def returns_nothing(scene: Scene) -> Diagnosis | None:
    """A metric of the learner's without a return."""
    found, last = failed_metric(scene), scene.last
    if found is None or last is None or last.function != "accumulate" or not is_own(scene, found.func):
        return None
    if "NoneType" not in scene.message or "callable" in scene.message:
        return None
    name = found.func.__name__
    return Diagnosis(
        f"The metric `{name}` returned None.",
        f"`{name}` ends without return (print only shows a value); fastai needs the number to average it.",
        f"def {name}(pred, targ):\n    return (pred.argmax(dim=-1) == targ).float().mean()",
        "Return the value, as in:",
        card="metrics",
    )
