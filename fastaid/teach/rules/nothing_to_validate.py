"""No item is held out: what fastai measures on the validation set is None, and whatever asks for it fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.held_out_items import no_validation
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import cell_trees, function_at, own_nodes, statement_at
from fastaid.teach.scene import Frame, Scene

ASKING = ("get_preds", "validate", "tta")
RECORDED = ("values", "final_record", "metric_values")
CALLBACKS = ("fastai.callback.tracker", "fastai.callback.progress")


@rule(ValueError, TypeError, AttributeError, IndexError, needs="fastai")
def no_items_held_out(scene: Scene) -> Diagnosis | None:
    """`interp.plot_confusion_matrix()`, `SaveModelCallback()`, `preds.argmax(1)` without a validation set."""
    for learn, asked in _asked(scene):
        loaders: Any = stored(stored(learn).get("dls")).get("loaders") or ()
        if len(loaders) < 2 or stored(loaders[1]).get("n") != 0 or not stored(loaders[0]).get("n"):
            continue
        told = no_validation(scene, loaders[1])
        return replace(told, cause=f"{asked} {told.cause}")
    return None


def _asked(scene: Scene) -> Iterator[tuple[Any, str]]:
    """A Learner, and what was asked of its validation set."""
    frame, here = scene.within("fastai.interpret"), scene.here
    held = frame.names.get("self") if frame is not None else None
    if is_of(held, "fastai.interpret", "Interpretation") and stored(stored(held).get("dl")).get("n") == 0:
        yield stored(held).get("learn"), f"There is nothing that `{type(held).__name__}` could interpret."
    for module in CALLBACKS:
        frame, fit = scene.within(module, "after_epoch"), scene.within("fastai.learner")
        if frame is not None and fit is not None:
            # A callback is taken out of its Learner when the fit ends, by an error too.
            name = type(frame.names.get("self")).__name__
            yield (
                fit.names.get("self"),
                f"`{name}` reads the validation loss after each epoch: here it is None.",
            )
    frame = scene.within("fastai.learner", "tta")
    if frame is not None and stored(frame.names.get("dl")).get("n") == 0:
        yield frame.names.get("self"), "There is nothing to predict."
    if here is not None and scene.is_raised_by_learner:
        for call, learn in _calls(scene, here):
            yield learn, f"`{ast.unparse(call)}` has nothing to measure there, and gives None."


def _calls(scene: Scene, here: Frame) -> Iterator[tuple[ast.expr, Any]]:
    """What the failing line asks a Learner itself, and what made the names in it that are None."""
    line = statement_at(here)
    if line is None:
        return
    yield from _of_validation(here, line)
    words = {one.id for one in ast.walk(line) if isinstance(one, ast.Name) and here.value(one) is None}
    function = function_at(here)
    bodies = [function.body] if function is not None else []
    bodies += [tree.body for _, tree in cell_trees(scene)]
    for body in bodies:
        for one in own_nodes(body):
            targets = {part.id for part in ast.walk(one) if isinstance(part, ast.Name) and part.id in words}
            if isinstance(one, ast.Assign) and one is not line and targets:
                yield from _of_validation(here, one.value)


def _of_validation(here: Frame, node: ast.AST) -> Iterator[tuple[ast.expr, Any]]:
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in ASKING:
            learn = here.value(one.func.value)
            # Another loader may be given, by its name or its number.
            if (
                is_learner(learn)
                and not one.args
                and not any(k.arg in ("dl", "ds_idx") for k in one.keywords)
            ):
                yield one, learn
        elif isinstance(one, ast.Attribute) and one.attr in RECORDED:
            holder = one.value.value if last_name(one.value) == "recorder" else one.value  # type: ignore[attr-defined]
            learn = here.value(holder)
            if is_learner(learn):
                yield one, learn
