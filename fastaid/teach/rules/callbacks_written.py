"""Callbacks of the learner's own: what they are made with, what they call a batch, and errors without a word."""

from __future__ import annotations

import ast
from types import FrameType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.methods_anew import NOT_YET, OF_LEARNER
from fastaid.teach.rules.python_source import call_at, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene, scene_of


@rule(NameError, needs="fastai.callback.core")
def name_of_the_learners(scene: Scene) -> Diagnosis | None:
    """`xb` in a method of a callback, where it is `self.x`."""
    frame, name = scene.last, getattr(scene.error, "name", None)
    callback = frame.names.get("self") if frame is not None and frame.is_learners else None
    if frame is None or not isinstance(name, str) or not is_of(callback, "fastai.callback.core", "Callback"):
        return None
    known = "learn" if name in ("learn", "learner") else OF_LEARNER.get(name, "")
    if not known or known in NOT_YET.get(frame.function, ()) or isinstance(scene.error, UnboundLocalError):
        return None
    if known != "learn" and not frame.function.startswith(("before_", "after_")):
        return None  # a method of the learner's, which may mean something else
    line = statement_at(frame)
    node = next((one for one in ast.walk(line or frame.node or ast.Pass()) if _is_name(one, name)), None)
    if node is None:
        return None
    return Diagnosis(
        f"There is no variable `{name}` in `{type(callback).__name__}.{frame.function}`.",
        "A callback is given nothing: it finds what the training works with at `self`"
        + (", where the Learner has put itself." if known == "learn" else f", as `self.{known}`."),
        replaced(frame, node, f"self.{known}"),
        "Write:",
        card="callbacks",
    )


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)


@rule(TypeError, needs="fastai.callback.core")
def made_with_a_learner(scene: Scene) -> Diagnosis | None:
    """`PrintLoss(learn)`, as in fastai 1: a callback of fastai 2 is made without the Learner."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "positional argument" not in scene.message:
        return None
    base: Any = library("fastai.callback.core").Callback
    kind, rest = here.value(call.func), [one for one in call.args if not is_learner(here.value(one))]
    is_super = isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
    if is_super and isinstance(here.names.get("self"), base):
        kind = type(here.names["self"])
    if not isinstance(kind, type) or not issubclass(kind, base) or len(rest) == len(call.args):
        return None
    text = ", ".join(ast.unparse(one) for one in rest)
    named = ", ".join(f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords if one.arg)
    given = ", ".join(one for one in (text, named) if one)
    learner = next(text_of(one) for one in call.args if is_learner(here.value(one)))
    return Diagnosis(
        f"`{kind.__name__}` is made with `{learner}`, and a callback of fastai 2 takes no Learner.",
        "In fastai 1 it did. Now the Learner that is given a callback by `cbs=` shows itself to it, as `self.learn`.",
        replaced(here, call, f"{ast.unparse(call.func)}({given})"),
        "Make it without:",
        card="callbacks",
    )


def inner_error(scene: Scene) -> tuple[BaseException, Scene] | None:
    """The error without a message that fastai could not pass on, and its place."""
    last, inner = scene.last, scene.error.__context__
    is_there = last is not None and last.module == "fastai.callback.core" and last.function == "__call__"
    if not is_there or inner is None or inner.args or not isinstance(scene.error, IndexError):
        return None
    return inner, scene_of(inner, scene.names, scene.cell)


def raised_in(error: BaseException) -> FrameType | None:
    """The frame that an error was raised in."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place.tb_frame if place is not None else None


@rule(IndexError, needs="fastai.callback.core")
def error_without_words(scene: Scene) -> Diagnosis | None:
    """`assert x.shape[1] == 3` in a callback: fastai fails at an error that has no message."""
    found, last = inner_error(scene), scene.last
    place = found[1].here if found is not None else None
    if found is None or place is None or last is None:
        return None
    callback, event = last.names.get("self"), last.names.get("event_name")
    kind = type(found[0]).__name__
    line = statement_at(place)
    test = line.test if isinstance(line, ast.Assert) else None
    what = (
        f"`{text_of(test, 80)}` is not true"
        if test is not None and text_of(test, 80)
        else f"{kind} was raised"
    )
    return Diagnosis(
        f"In `{type(callback).__name__}.{event}` {what}: `{text_of(line, 90) or place.text}`.",
        f"fastai adds its own words to the message of an error in a callback. This {kind} has no message, so the "
        "IndexError is shown in its place.",
        _with_words(place, line, kind),
        "Give it a message that shows what is there:" if test is not None else "Give it a message:",
        card="callbacks",
    )


def _with_words(place: Frame, line: ast.stmt | None, kind: str) -> str:
    if isinstance(line, ast.Assert):
        shown = line.test.left if isinstance(line.test, ast.Compare) else ast.Constant("what is wrong")
        return f"assert {ast.unparse(line.test)}, {ast.unparse(shown)}"
    return f"raise {kind}('what is wrong')" if isinstance(line, ast.Raise) else ""
