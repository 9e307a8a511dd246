"""Callbacks for fastai's Learner."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Sequence
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.objects import library

NEAR = 0.86  # "after_ephoch" is a slip for "after_epoch", "after_reset" is another word
# The events of fastai 1, and what fastai 2 calls them.
OF_FASTAI_1 = {
    "on_train_begin": "before_fit",
    "on_epoch_begin": "before_epoch",
    "on_batch_begin": "before_batch",
    "on_loss_begin": "after_pred",
    "on_backward_begin": "after_loss",
    "on_backward_end": "before_step",
    "on_step_end": "after_step",
    "on_batch_end": "after_batch",
    "on_epoch_end": "after_epoch",
    "on_train_end": "after_fit",
}
# What other libraries, and fastai 2 before its release, call them.
ELSEWHERE = {
    "begin_fit": "before_fit",
    "begin_epoch": "before_epoch",
    "begin_train": "before_train",
    "begin_batch": "before_batch",
    "begin_validate": "before_validate",
    "on_fit_begin": "before_fit",
    "on_fit_start": "before_fit",
    "on_fit_end": "after_fit",
    "on_train_start": "before_fit",
    "on_epoch_start": "before_epoch",
    "on_train_epoch_start": "before_train",
    "on_train_epoch_end": "after_train",
    "on_batch_start": "before_batch",
    "on_train_batch_start": "before_batch",
    "on_train_batch_begin": "before_batch",
    "on_train_batch_end": "after_batch",
    "on_validation_begin": "before_validate",
    "on_validation_start": "before_validate",
    "on_validation_end": "after_validate",
    "on_validation_epoch_end": "after_validate",
    "on_test_begin": "before_validate",
    "on_test_end": "after_validate",
    "on_after_backward": "after_backward",
    "on_before_zero_grad": "after_step",
}


@check("class ", needs="fastai")
def event_never_called(cell: Cell) -> Iterator[Notice]:
    """A method of a Callback that is named like an event, and is none of fastai 2's."""
    callback = getattr(library("fastai.callback.core"), "Callback", None)
    if callback is None:
        return
    for node in cell.tree.body:
        kind = cell.names.get(node.name) if isinstance(node, ast.ClassDef) else None
        if not isinstance(node, ast.ClassDef) or not isinstance(kind, type) or not issubclass(kind, callback):
            continue
        for method in node.body:
            if not isinstance(method, ast.FunctionDef) or method.decorator_list:
                continue
            event = _meant(method.name, callback._methods)
            if event and not _is_used(cell, kind, method.name):
                yield Notice(
                    _text(node.name, method, event), hash((node.name, method.name)), card="callbacks"
                )


def _text(class_name: str, method: ast.FunctionDef, event: str) -> str:
    arguments = method.args
    has_more = len(arguments.args) > 1 or arguments.kwonlyargs or arguments.vararg or arguments.kwarg
    whose = " (it is an event of fastai 1)" if method.name in OF_FASTAI_1 else ""
    also = ", without further arguments: it finds everything in `self` and `self.learn`" if has_more else ""
    return (
        f"`{method.name}` of `{class_name}` is never called: fastai 2 has no event of that name{whose}. "
        f"Name it `{event}`: write `def {event}(self):`{also}."
    )


def _meant(name: str, events: Sequence[str]) -> str:
    """The event that a method's name stands for, "" where it is an event or nothing of the kind."""
    if name in events or name.startswith("_"):
        return ""
    known = OF_FASTAI_1.get(name) or ELSEWHERE.get(name)
    if known:
        return known
    close = difflib.get_close_matches(name.lower(), events, n=1, cutoff=NEAR)
    return close[0] if close else ""


def _is_used(cell: Cell, kind: Any, name: str) -> bool:
    """Whether something calls it after all: the class itself, a class that it inherits from, the cell."""
    if any(name in vars(base) for base in kind.__mro__[1:]):
        return True
    own = [one for base in kind.__mro__ for one in vars(base).values() if isinstance(one, FunctionType)]
    if any(name in one.__code__.co_names for one in own):
        return True
    return any(
        (isinstance(node, ast.Attribute) and node.attr == name)
        or (isinstance(node, ast.Constant) and node.value == name)
        for node in cell.nodes
    )
