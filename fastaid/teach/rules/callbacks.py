"""Callbacks of the learner's own, and the Recorder, which is one too."""

from __future__ import annotations

import ast
import difflib
import dis
import inspect
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_learner, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.fastai1 import EVENTS
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.methods_anew import taken_from, written_with
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.rules.step import learner_name
from fastaid.teach.scene import Scene

# What the Learner holds while it trains, under the names that others give it.
# fmt: off
AT_THE_LEARNER = {
    "preds": "pred", "predictions": "pred", "prediction": "pred", "output": "pred", "outputs": "pred", "y_pred": "pred",
    "y_hat": "pred", "logits": "pred", "inputs": "x", "input": "x", "images": "x", "targets": "y", "target": "y",
    "labels": "y", "label": "y", "y_true": "y", "train_loss": "loss", "batch_loss": "loss", "optimizer": "opt",
    "optim": "opt", "net": "model", "network": "model", "criterion": "loss_func", "loss_fn": "loss_func",
    "batch_idx": "iter", "iteration": "iter", "batch": "xb", "epochs": "n_epoch", "n_epochs": "n_epoch",
    "is_training": "training", "dataloader": "dl", "dataloaders": "dls", "data": "dls",
}
# fmt: on
BEFORE_BATCH = ("before_fit", "before_epoch", "before_train", "before_validate", "after_fit", "after_epoch")
BEFORE_PRED = (*BEFORE_BATCH, "before_batch")
# What the Recorder has only after a fit.
RECORDED = ("losses", "values", "lrs", "iters", "hps", "metric_names")


@rule(AttributeError, needs="fastai.learner")
def recorder_before_fit(scene: Scene) -> Diagnosis | None:
    """The Recorder was asked before there was a fit."""
    here = scene.here
    if here is None or not isinstance(here.node, (ast.Call, ast.Attribute)):
        return None
    node = here.node.func if isinstance(here.node, ast.Call) else here.node
    if (
        not isinstance(node, ast.Attribute)
        or not isinstance(node.value, ast.Attribute)
        or node.value.attr != "recorder"
    ):
        return None
    learn = here.value(node.value.value)
    recorder = next(
        (one for one in stored(learn).get("cbs") or () if is_of(one, "fastai.learner", "Recorder")), None
    )
    if not is_learner(learn) or recorder is None or getattr(scene.error, "name", None) not in RECORDED:
        return None
    missing, text = str(scene.error.name), ast.unparse(node)  # type: ignore[attr-defined]
    name = learner_name(scene, learn)
    if missing in stored(recorder):
        return None
    first = f"{name}.lr_find()" if "lr_find" in node.attr else f"{name}.fit_one_cycle(1)"
    is_done = "values" in stored(recorder)
    why = (
        "It keeps the schedule of fit_one_cycle or another scheduled fit, to its end; plain fit has none."
        if is_done and missing == "hps"
        else f"The Recorder fills {missing} while training, and `{name}` has not been trained since it was made."
    )
    return Diagnosis(
        f"`{text}` has nothing to show yet: the recorder has no {missing}.",
        why + " (The message names the model, because a Learner passes on what it does not find.)",
        f"{first}\n{ast.unparse(here.node)}",
        "Train first:" if "lr_find" not in node.attr else "Run lr_find first:",
        card="training-log",
    )


@rule(AttributeError, needs="fastai.callback.core")
def callbacks_own_attribute(scene: Scene) -> Diagnosis | None:
    """A callback of the learner's reads an attribute that it never made."""
    here = scene.here
    node = here.node if here is not None else None
    if here is None or not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return None
    callback = here.value(node.value)
    if (
        node.value.id != "self"
        or not is_of(callback, "fastai.callback.core", "Callback")
        or node.attr in stored(callback)
    ):
        return None
    if getattr(scene.error, "name", None) != node.attr or scene.frames.index(here) + 1 >= len(scene.frames):
        return None
    kind, line = type(callback).__name__, ast.unparse(statement(here) or node)
    other = _nearly(stored_by(type(callback)) | set(stored(callback)), node.attr)
    if other:
        fix = replaced(here, node, f"self.{other}")
        return Diagnosis(
            f"In `{kind}.{here.function}`, `self.{node.attr}` does not exist; another method makes `self.{other}`.",
            "The two names differ. What a callback does not have it looks for in the Learner, and that in the model, "
            "so the message blames the model.",
            fix,
            "Write the same name in both (in each line that has it):",
            card="callbacks",
        )
    if own := _of_the_learner(scene, node.attr, here.function, line):
        return Diagnosis(
            f"In `{kind}.{here.function}`, `self.{node.attr}` does not exist; the Learner calls it `{own}`.",
            "A callback finds in `self` what the Learner holds at the moment, by the Learner's names. (What neither "
            "has is looked for in the model, so the message blames the model.)",
            replaced(here, node, f"self.{own}"),
            "Write:",
            card="callbacks",
        )
    start = "[]" if f"{node.attr}.append" in line else "{}" if f"{node.attr}[" in line else "0"
    return Diagnosis(
        f"In `{kind}.{here.function}`, `self.{node.attr}` does not exist.",
        "Neither the callback nor the Learner has made it. What a callback does not have it looks for in the "
        "Learner, and that in "
        "the model, so the message blames the model.",
        f"def before_fit(self):\n    self.{node.attr} = {start}",
        "Make it when training begins (in the callback):",
        card="callbacks",
    )


def _of_the_learner(scene: Scene, wrong: str, event: str, line: str) -> str:
    """What the Learner calls the thing that is meant, where it holds it now: `pred` of `self.preds`."""
    if any(f"self.{wrong}{after}" in line for after in (".append", ".extend", "[", " +=", " -=", ".update")):
        return ""  # something of the callback's own, which it never made
    # What was given to fit alone has let go of the Learner by now; the frames have it.
    held = stored(next((one for frame in scene.frames if is_learner(one := frame.names.get("self"))), None))
    own = AT_THE_LEARNER.get(wrong) or next(iter(difflib.get_close_matches(wrong, list(held), 1, 0.8)), "")
    # After an error the Learner has let go of the batch; what there was tells the event.
    early = {"pred": BEFORE_PRED, "loss": (*BEFORE_PRED, "after_pred")}.get(own, BEFORE_BATCH)
    is_of_batch = own in ("x", "y", "xb", "yb", "pred", "loss")
    if own not in ("x", "y") and (own not in held or own.startswith("_")):
        return ""
    return "" if is_of_batch and event in early else own


def stored_by(kind: type) -> set[str]:
    """The attributes that the methods of a learner's class set."""
    found: set[str] = set()
    for method in vars(kind).values():
        if inspect.isfunction(method):
            code = method.__code__
            found |= {str(one.argval) for one in dis.get_instructions(code) if one.opname == "STORE_ATTR"}
    return found


def _nearly(known: set[str], wrong: str) -> str:
    """A name that is a slip of the other: of a few letters, or one the beginning of the other."""
    names = sorted(one for one in known if one != wrong and not one.startswith("_"))
    return next(iter(difflib.get_close_matches(wrong, names, 1, 0.75)), "")


@rule(TypeError, needs="fastai.callback.core")
def callbacks_parameters(scene: Scene) -> Diagnosis | None:
    """An event of a callback that takes something other than self."""
    last = scene.last
    if last is None or last.module != "fastai.callback.core" or last.function != "__call__":
        return None
    callback, event = last.names.get("self"), last.names.get("event_name")
    kind = type(callback)
    method = next((vars(one).get(str(event)) for one in kind.__mro__ if event in vars(one)), None)
    if not inspect.isfunction(method) or (
        kind.__module__ != "__main__" and method.__globals__ is not scene.names
    ):
        return None
    names = list(inspect.signature(method).parameters.values())
    needed = [
        one
        for one in names
        if one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
    ]
    if len(needed) == 1:
        return None
    extra = [one.name for one in needed[1:]]
    line = taken_from(extra, "self", str(event))
    return Diagnosis(
        f"`{kind.__name__}.{event}` takes {', '.join(one.name for one in names) or 'no parameter, not even self'}.",
        "fastai calls the events of a callback without arguments: only self is allowed."
        + (
            f" What {listed(extra)} should be is found at the Learner"
            + (f": `{line}`." if line else " (self.learn, self.pred, self.loss, self.epoch).")
            if extra
            else ""
        ),
        written_with(method, "self", line),
        "Define it as:",
        card="callbacks",
    )


@rule(AttributeError, TypeError, needs="fastai.learner")
def no_callback(scene: Scene) -> Diagnosis | None:
    """cbs= got something that is no callback."""
    frame = scene.within("fastai.learner", "add_cb")
    if frame is None or scene.last is not frame:
        return None
    given = frame.names.get("cb")
    base = library("fastai.callback.core").Callback
    if isinstance(given, base):
        return None
    if isinstance(given, type) and issubclass(given, base):
        needed = [
            one.name
            for one in list(inspect.signature(given).parameters.values())
            if one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
        ]
        if not needed:
            return None
        return Diagnosis(
            f"The callback `{given.__name__}` was given without parentheses.",
            f"fastai then makes it without arguments, but it needs {listed(needed)}.",
            f"cbs={given.__name__}({', '.join(f'{one}=…' for one in needed)})",
            "Make it yourself:",
            card="callbacks",
        )
    shown = f"the text {given!r}" if isinstance(given, str) else described(given)
    if (own := _function_as_callback(scene, given)) is not None:
        return own
    fix = (
        f"cbs={given}()"
        if isinstance(given, str) and given.isidentifier() and given in scene.names
        else "cbs=[ShowGraphCallback()]"
    )
    return Diagnosis(
        f"cbs= got {shown}, which is no callback.",
        "cbs takes callbacks: objects made from classes such as SaveModelCallback.",
        fix,
        "Give callbacks:",
        card="callbacks",
    )


def _function_as_callback(scene: Scene, given: Any) -> Diagnosis | None:
    """A function of the learner's in cbs=: a callback is a class, with a method for each event."""
    here = scene.here
    call = here.call if here is not None else None
    name = scene.name_of(given) if isinstance(given, FunctionType) else ""
    if here is None or call is None or not name or given.__code__.co_argcount > 1:
        return None
    event = next((now for old, now in EVENTS.items() if old == name), "")
    event = event or (name if name in EVENTS.values() else "after_epoch")
    inside = f"{name}({'self.learn' if given.__code__.co_argcount else ''})"
    again = anew(call, {"cbs": "Own()"}) if any(one.arg == "cbs" for one in call.keywords) else "cbs=Own()"
    return Diagnosis(
        f"cbs= got the function `{name}`, which is no callback.",
        "A callback is an object of a class made from Callback. Its methods have the names of events, such as "
        "`after_epoch` or `after_batch`, and find the Learner in `self.learn`.",
        f"class Own(Callback):\n    def {event}(self): {inside}\n{again}",
        "Write:",
        card="callbacks",
    )
