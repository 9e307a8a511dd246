"""An embedding that gets what another layer has made: several embeddings stand side by side, not in a row."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import a
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, dtype, is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.layer_calls import Failing, failing_layer, model_name
from fastaid.teach.rules.python_source import origin, statement_at
from fastaid.teach.rules.step import is_own
from fastaid.teach.scene import Frame, Scene

WHY = (
    "gives floats. An embedding is a table whose rows are looked up by whole numbers, so it comes first, where the "
    "data come in."
)


@rule(RuntimeError, needs="torch")
def after_another_layer(scene: Scene) -> Diagnosis | None:
    """`nn.Sequential(nn.Embedding(…), nn.Embedding(…))`, or `x = self.emb2(x)` after `x = self.emb1(x)`."""
    failed = failing_layer(scene, "Embedding")
    if failed is None or not is_tensor(failed.given) or not dtype(failed.given).startswith("float"):
        return None
    if failed.is_input:
        return None  # the data themselves
    return _in_sequential(scene, failed) or _in_forward(scene, failed)


def _in_sequential(scene: Scene, failed: Failing) -> Diagnosis | None:
    frame = next(
        (
            one
            for one in reversed(scene.frames)
            if one.function == "forward" and is_of(one.names.get("self"), "torch.nn", "Sequential")
        ),
        None,
    )
    layers = list(frame.names["self"].children()) if frame is not None else []
    at = next((i for i, one in enumerate(layers) if one is failed.layer), 0)
    if frame is None or not at:
        return None
    before, whole = layers[at - 1], frame.names["self"]
    holder, name = _holder(failed.model, whole)
    text = f"self.{name}" if name and is_own(scene, getattr(type(holder), "forward", None)) else ""
    shown = text or model_name(scene, whole)
    what = f"`{shown}` hands {described(failed.given)} to its layer {at}, an embedding: what layer {at - 1} gave."
    if not all(is_of(one, "torch.nn", "Embedding") for one in layers):
        return _told(what, before, "", "Put the embedding first in the Sequential.")
    inputs = _given(scene, whole)
    given = _argument(scene, text) if text else ""
    fits = is_tensor(inputs) and inputs.ndim == 2 and shape(inputs)[1] == len(layers)
    if not given or not fits:
        return _told(what, before, "", "Give each embedding its own column, and put the results together.")
    line = f"torch.cat([one({given}[:, i]) for i, one in enumerate({text})], 1)"
    return _told(
        what,
        before,
        f"{text} = nn.ModuleList({text})  # at the end of __init__\n{given} = {line}  # in forward",
        "Keep them in a ModuleList, and give each its own column:",
    )


def _in_forward(scene: Scene, failed: Failing) -> Diagnosis | None:
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or here.value(call.func) is not failed.layer or not call.args:
        return None
    given = call.args[0]
    made = origin(scene, here, given.id) if isinstance(given, ast.Name) else given
    if not isinstance(made, ast.Call) or not is_module(before := here.value(made.func)):
        return None
    first, second = ast.unparse(made.func), ast.unparse(call.func)
    what = f"`{second}` was given {described(failed.given)}: what `{first}` gave."
    if not is_of(before, "torch.nn", "Embedding"):
        return _told(what, before, "", f"Call `{second}` on the data themselves, before `{first}`.")
    inputs = _given(scene, here.names.get("self"))
    source = ast.unparse(made.args[0]) if made.args else ""
    statement = statement_at(here)
    target = ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else "x"
    fits = is_tensor(inputs) and inputs.ndim == 2 and shape(inputs)[1] == 2 and source.isidentifier()
    return _told(
        what,
        before,
        f"{target} = torch.cat([{first}({source}[:, 0]), {second}({source}[:, 1])], 1)" if fits else "",
        "In place of both lines, give each its own column:"
        if fits
        else "Give each embedding its own column of the data, and put the results together.",
    )


def _told(what: str, before: Any, fix: str, how: str) -> Diagnosis | None:
    if not any(True for _ in before.parameters()):
        return None  # a Flatten gives floats only where it got some
    kind = a(before)
    return Diagnosis(what, f"{kind[0].upper()}{kind[1:]} {WHY}", fix, how, card="embeddings")


def _holder(model: Any, part: Any) -> tuple[Any, str]:
    """The network that a part stands in, and its name there."""
    for one in model.modules() if is_module(model) else ():
        for name, held in stored(one).get("_modules", {}).items():
            if held is part:
                return one, name
    return None, ""


def _given(scene: Scene, module: Any) -> Any:
    """What a module was called with."""
    for frame in scene.frames:
        if frame.function == "_call_impl" and frame.names.get("self") is module:
            return (frame.names.get("args") or (None,))[0]
    return None


def _argument(scene: Scene, text: str) -> str:
    """The variable that the learner's forward gave to `self.…`."""
    frames: list[Frame] = [one for one in scene.frames if one.is_learners and one.call is not None]
    for frame in reversed(frames):
        call = frame.call
        if call is not None and ast.unparse(call.func) == text and call.args:
            given = ast.unparse(call.args[0])
            return given if given.isidentifier() else ""
    return ""
