"""What learn.validate gives: the loss, and one number for each metric of the Learner."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import assigned, last_name
from fastaid.teach.scene import Frame, Scene

# The metric that a name speaks of.
MEANT = (("acc", "accuracy"), ("err", "error_rate"), ("f1", "F1Score()"), ("rmse", "rmse"), ("mae", "mae"))


@rule(ValueError, TypeError, IndexError, needs="fastai.learner")
def metrics_missing(scene: Scene) -> Diagnosis | None:
    """`loss, acc = learn.validate()` of a Learner with fewer or more metrics than names."""
    here = scene.here
    if here is None or not (scene.is_raised_by_learner or isinstance(scene.error, IndexError)):
        return None
    call, wanted, names = _asked(scene, here)
    if call is None or not isinstance(call.func, ast.Attribute) or call.func.attr != "validate":
        return None
    learn = here.value(call.func.value)
    metrics = stored(learn).get("_metrics") if is_learner(learn) else None
    if metrics is None or len(metrics) + 1 == wanted:
        return None
    have = [_named(one) for one in metrics]
    text, owner = ast.unparse(call), ast.unparse(call.func.value)
    gives = f"the loss and {listed([f'`{one}`' for one in have])}" if have else "the loss alone"
    what = f"`{text}` gives {counted(len(have) + 1, 'value')}, {gives}; {counted(wanted, 'value')} are asked for."
    cause = f"`validate` returns the loss, and one number for each metric; `{owner}` has " + (
        f"{counted(len(have), 'metric')}." if have else "no metrics."
    )
    if len(have) + 1 > wanted:
        # A metric's own name would hide the function.
        left = ", ".join([*names, *(f"{one}_value" for one in have[max(len(names) - 1, 0) :])])
        return Diagnosis(what, cause, f"{left} = {text}", "Write a name for each:", card="metrics")
    more = [found for one in names[len(have) + 1 :] if (found := _meant(scene, one)) and found not in have]
    line = ast.unparse(whole) if (whole := statement(here)) is not None else ""
    if len(have) + 1 + len(more) != wanted or not 0 < len(line) < 100 or "\n" in line:
        return Diagnosis(
            what,
            cause,
            "",
            "Give the Learner its metrics when it is made: `metrics=accuracy`.",
            card="metrics",
        )
    return Diagnosis(
        what,
        cause,
        f"{owner}.metrics = [{', '.join([*have, *more])}]\n{line}",
        f"Give it the metric (or make it so: `Learner(…, metrics={more[0]})`):",
        card="metrics",
    )


def _asked(scene: Scene, here: Frame) -> tuple[ast.Call | None, int, list[str]]:
    """The call of validate, how many values are asked of it, and the names for them."""
    whole = statement(here)
    if isinstance(scene.error, IndexError):
        node = here.node
        if not isinstance(node, ast.Subscript) or type(at := here.value(node.slice)) is not int or at < 1:
            return None, 0, []
        held = assigned(scene, node.value.id) if isinstance(node.value, ast.Name) else node.value
        name = last_name(whole.targets[0]) if isinstance(whole, ast.Assign) else "accuracy"
        return (held if isinstance(held, ast.Call) else None), at + 1, [""] * at + [name or "accuracy"]
    if "unpack" not in scene.message or not isinstance(whole, ast.Assign):
        return None, 0, []
    target = whole.targets[0]
    if not isinstance(whole.value, ast.Call) or not isinstance(target, (ast.Tuple, ast.List)):
        return None, 0, []
    if any(isinstance(one, ast.Starred) for one in target.elts):
        return None, 0, []
    return whole.value, len(target.elts), [ast.unparse(one) for one in target.elts]


def _named(metric: Any) -> str:
    func = stored(metric).get("func")
    return str(getattr(func, "__name__", "") or type(metric).__name__)


def _meant(scene: Scene, name: str) -> str:
    found = next((one for word, one in MEANT if re.search(rf"(^|_){word}", name.lower())), "")
    return found if found.removesuffix("()") in scene.names else ""
