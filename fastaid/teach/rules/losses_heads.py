"""A new last layer for a model that gives too many or too few numbers. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_module, is_of, stored
from fastaid.teach.rules.heads_named import path_to_last
from fastaid.teach.rules.python_source import origin
from fastaid.teach.rules.step import LossCall, last_linear, learner_name
from fastaid.teach.scene import Scene


def new_last_layer(scene: Scene, found: LossCall, outputs: int, wanted: int) -> str:
    """The line that puts a layer with other outputs at the end of the model; the layer alone where it is not known."""
    model, text = _model(scene, found)
    layer = last_linear(model)
    size = f"{layer.in_features}, " if layer is not None else "…, "
    path = path_to_last(model) if layer is not None and layer.out_features == outputs else ""
    if not text or not path:
        return f"nn.Linear({size}{wanted})  # the model's last layer"
    bias = "" if layer.bias is not None else ", bias=False"
    line = f"{text}{path} = nn.Linear({size}{wanted}{bias})"
    # The optimizer that the fit made knows the old layer's weights.
    return line if found.learn is None else f"{line}\n{learner_name(scene, found.learn)}.create_opt()"


def _model(scene: Scene, found: LossCall) -> tuple[Any, str]:
    """The model that made the predictions, with the learner's name for it."""
    if found.learn is not None:
        model = stored(found.learn).get("model")
        return model, scene.name_of(model) or f"{learner_name(scene, found.learn)}.model"
    here = scene.here
    given = found.call.args[0] if found.call is not None and found.call.args else None
    if here is not None and isinstance(given, ast.Name):
        given = origin(scene, here, given.id)  # preds = net(x)
    if here is None or not isinstance(given, ast.Call):
        return None, ""
    held = here.value(given.func)
    is_whole = held is not UNKNOWN and is_module(held) and not is_of(held, "torch.nn", "Linear")
    return (held, ast.unparse(given.func)) if is_whole else (None, "")
