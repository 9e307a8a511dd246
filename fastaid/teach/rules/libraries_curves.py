"""roc_auc_score and curves of scikit-learn with several classes, or with a column for each of two."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_table, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

SCORED = (
    "roc_auc_score",
    "roc_curve",
    "precision_recall_curve",
    "average_precision_score",
    "brier_score_loss",
)
CURVES = ("roc_curve", "precision_recall_curve")


def _scored(scene: Scene) -> tuple[Frame, ast.Call, str, ast.expr, ast.expr] | None:
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or last_name(call.func) not in SCORED or scene.within("sklearn") is None:
        return None
    true = here.argument(call, 0, "y_true")
    score = here.argument(call, 1, "y_score") or here.argument(call, 1, "y_proba")
    return (here, call, last_name(call.func), true, score) if true is not None and score is not None else None


def _size(held: Any) -> tuple[int, ...]:
    return shape(held) if is_tensor(held) or is_array(held) or is_table(held) else ()


def _classes(held: Any) -> int:
    """How many different values the true labels have; 0 where that is not known."""
    size = _size(held)
    if (
        len(size) != 1
        or size[0] > 1_000_000
        or getattr(getattr(held, "device", None), "type", "cpu") != "cpu"
    ):
        return 0
    return len(set(held.tolist()))


@rule(ValueError, IndexError, needs="sklearn")
def several_classes(scene: Scene) -> Diagnosis | None:
    """roc_auc_score(targs, preds) with three classes; two columns of probabilities for two classes."""
    found = _scored(scene)
    if found is None:
        return None
    here, call, name, true, score = found
    held, n = here.value(score), _classes(here.value(true))
    size = _size(held)
    text, truth = text_of(score), text_of(true)
    if len(size) == 2 and size[1] == 2 and n in (1, 2):
        return Diagnosis(
            f"`{text}` has shape {size}: a column for each of two classes. `{name}` takes one score for each item.",
            "With two classes that is the probability of class 1, the second column.",
            replaced(here, score, f"{text}[:, 1]" if not is_table(held) else f"{text}.iloc[:, 1]"),
            "Take the second column:",
            card="metrics",
        )
    if n < 3:
        return None
    if name != "roc_auc_score":
        column = f"{text}[:, 1]" if len(size) == 2 else "probs[:, 1]"
        return Diagnosis(
            f"`{truth}` has {n} classes, and `{name}` works with two.",
            "With several classes one is compared with all the others: one curve for each class.",
            f"{text_of(call.func)}({truth} == 1, {column})",
            "For class 1 write:",
            card="metrics",
        )
    return _of_several(here, call, score, truth, n, scene.message)


def _of_several(
    here: Frame, call: ast.Call, score: ast.expr, truth: str, n: int, message: str
) -> Diagnosis | None:
    """roc_auc_score where the true labels have three classes or more."""
    held, text = here.value(score), text_of(score)
    size = _size(held)
    if len(size) == 1:
        return Diagnosis(
            f"`{truth}` has {n} classes, and `{text}` is one value for each item.",
            "With several classes `roc_auc_score` needs the probabilities of all of them, a column for each, "
            "and `multi_class`.",
            f"{text_of(call.func)}({truth}, probs, multi_class='ovr')  # probs: {size[0]} rows, {n} columns",
            "Give it the probabilities before any argmax:",
            card="metrics",
        )
    if len(size) == 2 and "sum up" in message:
        soft = f"{text}.softmax(dim=1)" if is_tensor(held) else f"torch.tensor({text}).softmax(dim=1)"
        return Diagnosis(
            f"The rows of `{text}` do not add up to 1: they are no probabilities.",
            "The outputs of a model become probabilities by softmax.",
            replaced(here, score, soft),
            "Write:",
            card="softmax",
        )
    if len(size) == 2 and "multi_class" in message and size[1] == n:
        rest = [text_of(one) for one in call.args] + [
            f"{one.arg}={text_of(one.value)}" for one in call.keywords if one.arg not in (None, "multi_class")
        ]
        return Diagnosis(
            f"`{truth}` has {n} classes (`{text}` has {size[1]} columns); `roc_auc_score` is set up for two.",
            "With several classes it must be told how: 'ovr' compares each class with all the others (one vs rest), "
            "'ovo' each with each.",
            replaced(here, call, f"{text_of(call.func)}({', '.join(rest)}, multi_class='ovr')"),
            "Write:",
            card="metrics",
        )
    return None


@rule(TypeError, needs="sklearn")
def squared_gone(scene: Scene) -> Diagnosis | None:
    """`mean_squared_error(y, pred, squared=False)`: a function of its own today."""
    here = scene.here
    call = call_at(here) if here is not None else None
    name = last_name(call.func) if call is not None else ""
    if here is None or call is None or name not in ("mean_squared_error", "mean_squared_log_error"):
        return None
    asked = next((one for one in call.keywords if one.arg == "squared"), None)
    if asked is None or "'squared'" not in scene.message:
        return None
    is_root = here.value(asked.value) is False
    new = f"root_{name}" if is_root else name
    rest = [text_of(one, 100) for one in call.args]
    rest += [f"{one.arg}={text_of(one.value)}" for one in call.keywords if one.arg not in (None, "squared")]
    line = replaced(here, call, f"{new}({', '.join(rest)})")
    return Diagnosis(
        f"`{name}` has no argument `squared` any more.",
        f"scikit-learn 1.6 removed it: the root of the error is a function of its own, `root_{name}`."
        if is_root
        else "scikit-learn 1.6 removed it; the error is always the squared one.",
        f"from sklearn.metrics import {new}\n{line}" if is_root else line,
        "Write:",
    )
