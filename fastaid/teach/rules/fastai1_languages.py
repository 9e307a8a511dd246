"""Language models as fastai 1 made them: the weights were named by an address of `URLs`."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.scene import Scene

MAKING = ("language_model_learner", "text_classifier_learner")
GONE = ("pretrained_model", "bptt")


@rule(AttributeError, needs="fastai")
def weights_by_address(scene: Scene) -> Diagnosis | None:
    """`language_model_learner(data, pretrained_model=URLs.WT103)`."""
    held = getattr(scene.error, "obj", None)
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if held is None or held is not getattr(library("fastai.data.external"), "URLs", None):
        return None
    around = parent(node)
    call = parent(around) if isinstance(around, ast.keyword) else around
    if frame is None or not isinstance(call, ast.Call) or last_name(call.func) not in MAKING:
        return None
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    place = next((i for i, one in enumerate(call.args) if one is node), None)
    if place is not None:
        new.args[place] = ast.Name("AWD_LSTM", ast.Load())
    new.keywords = [one for one in new.keywords if one.arg not in GONE]
    if len(new.args) == 1 and not any(one.arg == "arch" for one in new.keywords):
        new.args.append(ast.Name("AWD_LSTM", ast.Load()))
    text = ast.unparse(node) if isinstance(node, ast.expr) else "URLs"
    argument = f"`{around.arg}={text}`" if isinstance(around, ast.keyword) else f"`{text}`"
    return Diagnosis(
        f"{argument} is of fastai 1: `{last_name(call.func)}` of fastai 2 takes no address of weights.",
        "It takes the architecture, AWD_LSTM, and finds the weights that were trained on Wikipedia by itself "
        "(pretrained=True is the default).",
        replaced(frame, call, ast.unparse(new)),
        "Write:",
        card="language-model",
    )
