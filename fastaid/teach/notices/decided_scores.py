"""Scores of a ranking that are given decided classes, 0 and 1, in place of probabilities."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.inside import Inside
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import shape_of
from fastaid.teach.objects import UNKNOWN, stored

SCORES = (
    "y_score",
    "y_proba",
    "y_prob",
    "y_pred",
    "probas_pred",
)  # the second argument, as sklearn's versions call it
OF_RANKS = (
    "roc_auc_score", "roc_curve", "average_precision_score", "precision_recall_curve", "log_loss", "brier_score_loss",
)  # fmt: skip


@check(*(f"{name}(" for name in OF_RANKS), needs="sklearn")
def classes_for_probabilities(cell: Cell) -> Iterator[Notice]:
    """`roc_auc_score(y, model.predict(X))`: every score is 0 or 1, so nothing is left to rank."""
    for call in cell.calls(*OF_RANKS):
        held: Any = cell.value(call.func)
        if not str(getattr(held, "__module__", "")).startswith("sklearn.metrics"):
            continue
        given = (
            call.args[1]
            if len(call.args) > 1
            else next(filter(None, (keyword(call, n) for n in SCORES)), None)
        )
        right = _probabilities(cell, given) if given is not None else ""
        if not right or given is None:
            continue
        name = last_name(call.func)
        yield Notice(
            f"`{text_of(given)}` holds decided classes (such as 0 and 1), and `{name}` {_wants(name)} probabilities: "
            f"how sure the model was is lost, so the result is another. Write `{text_of(_with(call, given, right))}`.",
            hash(ast.dump(call)),
            card="metrics",
        )
        return


def _wants(name: str) -> str:
    return "measures" if name.endswith("loss") else "ranks the items by"


def _with(call: ast.Call, given: ast.expr, right: str) -> ast.expr:
    """The call with other scores."""
    other = ast.parse(right, mode="eval").body
    args = [other if one is given else one for one in call.args]
    keywords = [ast.keyword(one.arg, other if one.value is given else one.value) for one in call.keywords]
    return ast.Call(call.func, args, keywords)


def _probabilities(cell: Cell, node: ast.expr) -> str:
    """The scores that decided classes were made of, as code; "" where it is not sure that they are such."""
    if isinstance(node, ast.Name):
        made = origin(cell, node.id)
        if made is None and isinstance(cell, Inside):
            return ""
        return _probabilities(cell, made) if made is not None and not isinstance(made, ast.Name) else ""
    if isinstance(node, ast.Compare):
        limit = constant(node.comparators[0])
        is_above = len(node.ops) == 1 and isinstance(node.ops[0], (ast.Gt, ast.GtE))
        return text_of(node.left) if is_above and isinstance(limit, float) and 0 < limit < 1 else ""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    func, base = node.func, node.func.value
    if func.attr in ("astype", "int", "long", "float", "numpy", "cpu", "tolist") or (
        func.attr == "round" and not node.args
    ):
        inner = _probabilities(cell, base)
        return inner or (text_of(base) if func.attr == "round" else "")
    if func.attr == "predict" and node.args:
        return _of_model(cell.value(base), f"{text_of(base)}.{{}}({text_of(node.args[0])})")
    if func.attr == "argmax" and _has_two(cell, base):
        return f"{text_of(base)}[:, 1]"
    return ""


def _has_two(cell: Cell, node: ast.expr) -> bool:
    """Whether something has a column for each of two classes."""
    size = shape_of(cell.value(node))
    return size is not None and len(size) == 2 and size[1] == 2


def _of_model(model: Any, call: str) -> str:
    """How a classifier of scikit-learn's way gives probabilities, or the scores it decides by."""
    if model is UNKNOWN:
        return ""
    kind = model
    for _ in range(4):  # what a pipeline ends in, what a search found
        steps = stored(kind).get("steps")
        kind = (
            steps[-1][1] if isinstance(steps, list) and steps else stored(kind).get("best_estimator_", kind)
        )
    module = type(kind).__module__
    if not module.startswith(("sklearn.", "xgboost.", "lightgbm.", "catboost.")):
        return ""
    classes = stored(kind).get("classes_")
    if classes is not None and len(classes) != 2:
        return ""
    methods = dir(type(kind))
    has_probabilities = "predict_proba" in methods and stored(kind).get("probability", True)
    if has_probabilities:
        return call.format("predict_proba") + "[:, 1]"
    return call.format("decision_function") if "decision_function" in methods else ""
