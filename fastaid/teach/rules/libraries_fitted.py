"""A model or transformer that was fitted, and then made anew."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import call_at, text_of
from fastaid.teach.scene import Frame, Scene

USES = ("transform", "predict", "predict_proba", "score", "inverse_transform", "decision_function")


@rule(Exception, needs="sklearn")
def made_anew(scene: Scene) -> Diagnosis | None:
    """`enc.fit(train)`, later `enc = OneHotEncoder(…)` and `enc.transform(test)`: the new one knows nothing."""
    frame = scene.here
    call = call_at(frame) if frame is not None and type(scene.error).__name__ == "NotFittedError" else None
    if (
        frame is None
        or call is None
        or not isinstance(call.func, ast.Attribute)
        or call.func.attr not in USES
    ):
        return None
    holder = call.func.value
    name, held = text_of(holder), frame.value(holder)
    if not isinstance(holder, ast.Name) or not is_of(held, "sklearn.base", "BaseEstimator"):
        return None
    fitted = _fit_before(scene, frame, name, held)
    if fitted is None:
        return None
    given = ", ".join([*map(ast.unparse, fitted.args), *(ast.unparse(one) for one in fitted.keywords)])
    return Diagnosis(
        f"`{name}` ({type(held).__name__}) was made anew, and this new one has not been trained (fitted) yet.",
        f"`{text_of(fitted) or 'fit'}` trained the one before; what it learned went with it. "
        f"`{call.func.attr}` needs one that was fitted.",
        f"{name}.fit({given})",
        "After the line that makes it, write:",
    )


def _fit_before(scene: Scene, frame: Frame, name: str, held: Any) -> ast.Call | None:
    """The call that fitted what had the name before, where all that it was given is still there."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            func = node.func if isinstance(node, ast.Call) else None
            if not isinstance(node, ast.Call) or not isinstance(func, ast.Attribute) or not node.args:
                continue
            if last_name(func) not in ("fit", "fit_transform") or text_of(func.value) != name:
                continue
            words = [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
            return node if all(word in scene.names for word in words) else None
    return None
