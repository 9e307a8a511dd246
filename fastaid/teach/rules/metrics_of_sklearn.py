"""A metric of sklearn's that was called without any data: `metrics=f1_score(average='macro')`."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.fastai_metrics import OF_SKLEARN
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene

OF_SCORES = ("scoring", "scorer")


@rule(TypeError, needs="sklearn.metrics")
def called_without_data(scene: Scene) -> Diagnosis | None:
    """`f1_score(average='macro')` where the metric itself is meant."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or call.args or "missing" not in scene.message:
        return None
    function = here.value(call.func)
    name, home = str(getattr(function, "__name__", "")), str(getattr(function, "__module__", ""))
    if not home.startswith("sklearn.metrics") or not name or isinstance(function, type):
        return None
    if any(one.arg in ("y_true", "y_pred", "y_score", "y_prob", None) for one in call.keywords):
        return None
    text = text_of(call.func)
    what = f"`{text}` was called without data: it wants the targets and the predictions."
    now = "A function of sklearn's calculates at once, and gives a number."
    rest = [f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords]
    around = parent(call)
    if isinstance(around, ast.keyword) and around.arg in OF_SCORES:
        made = f"sklearn.metrics.make_scorer({', '.join([text, *rest])})"
        return Diagnosis(
            what,
            f"{now} Here a function is wanted, which `make_scorer` makes of it.",
            "import sklearn.metrics\n" + replaced(here, call, made),
            "Write:",
        )
    made = _twin(scene, name, rest)
    if not made:
        return Diagnosis(
            what,
            now,
            replaced(here, call, f"{text}({', '.join(['y_true', 'y_pred', *rest])})"),
            "Give it both, the targets first (under the names that they have in your notebook):",
        )
    return Diagnosis(
        what,
        f"{now} A Learner calls its metrics itself, after each epoch; fastai's own is `{made.split('(')[0]}`.",
        replaced(here, call, made),
        "Take fastai's:",
        card="metrics",
    )


def _twin(scene: Scene, name: str, given: list[str]) -> str:
    """fastai's metric for a function of sklearn's, as a Learner takes it; "" where no Learner is at hand."""
    word, bracket, rest = OF_SKLEARN.get(name, "").partition("(")
    held = getattr(library("fastai.metrics"), word, None) if word else None
    if held is None or not ("learner" in scene.cell.lower() or "metrics=" in scene.cell or _has_data(scene)):
        return ""
    return f"{word}({', '.join(given) or rest.removesuffix(')')})" if bracket else word


def _has_data(scene: Scene) -> bool:
    return any(is_dls(held) or is_learner(held) for _, held in scene.live(object))
