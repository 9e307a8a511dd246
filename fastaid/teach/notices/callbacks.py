"""Callbacks for fastai's Learner."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.loop_parts import LOOPS
from fastaid.teach.notices.tree import below, nodes_in, nodes_of, text_of
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


# What the learner goes on with after an event: by the name that is read, the attribute it is handed back to.
HANDED_ON = {
    "before_batch": {"x": "xb", "xb": "xb", "y": "yb", "yb": "yb"},
    "after_pred": {"pred": "pred", "y": "yb", "yb": "yb"},
    "after_loss": {"loss": "loss_grad", "loss_grad": "loss_grad"},  # backward() runs on loss_grad
}
# What an event of fastai 1 could answer, and how it is said in fastai 2.
OF_ANSWERS = {
    "stop_training": "raise CancelFitException()",
    "stop_epoch": "raise CancelEpochException()",
    "skip_step": "raise CancelStepException()",
    "skip_zero": "raise CancelBatchException()",
    "last_input": "self.learn.xb = ({},)",
    "last_target": "self.learn.yb = ({},)",
    "last_output": "self.learn.pred = {}",
    "last_loss": "self.learn.loss_grad = {}",
}
INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
MEASURES = frozenset(
    {
        "item",
        "tolist",
        "numpy",
        "mean",
        "std",
        "sum",
        "max",
        "min",
        "argmax",
        "size",
        "len",
        "int",
        "float",
        "print",
    }
)


def _methods(cell: Cell) -> Iterator[tuple[ast.ClassDef, type, ast.FunctionDef, Sequence[str]]]:
    """The methods of the Callbacks that the cell defines, with the names of fastai's events."""
    callback = getattr(library("fastai.callback.core"), "Callback", None)
    if callback is None:
        return
    for node in cell.tree.body:
        kind = cell.names.get(node.name) if isinstance(node, ast.ClassDef) else None
        if not isinstance(node, ast.ClassDef) or not isinstance(kind, type) or not issubclass(kind, callback):
            continue
        for method in node.body:
            if isinstance(method, ast.FunctionDef) and not method.decorator_list:
                yield node, kind, method, callback._methods


@check("class ", needs="fastai")
def event_never_called(cell: Cell) -> Iterator[Notice]:
    """A method of a Callback that is named like an event, and is none of fastai 2's."""
    for node, kind, method, events in _methods(cell):
        event = _meant(method.name, events)
        if event and not is_called(cell, kind, method.name):
            yield Notice(_text(node.name, method, event), hash((node.name, method.name)), card="callbacks")


@check("class ", needs="fastai")
def change_is_lost(cell: Cell) -> Iterator[Notice]:
    """An event computes a new batch, output or loss, and leaves it in a variable of its own."""
    for node, _, method, _ in _methods(cell):
        handed_on = HANDED_ON.get(method.name, {})
        for name, made in _left_alone(method) if handed_on else ():
            read = _learners_own(method, name, made, handed_on)
            if read and (name in handed_on or name in _names([made])):
                to = handed_on[read]
                back = f"({name},)" if to in ("xb", "yb") else name
                yield Notice(
                    f"`{method.name}` of `{node.name}` computes a new `{name}` and leaves it in a variable of its own: "
                    f"the learner goes on with what it had. Hand it back at the end of `{method.name}`: "
                    f"`self.learn.{to} = {back}`.",
                    hash((node.name, method.name, name)),
                    card="callbacks",
                )


@check("class ", needs="fastai")
def answer_is_not_read(cell: Cell) -> Iterator[Notice]:
    """`return {'stop_training': True}` in an event: fastai 2 does not look at what a callback returns."""
    for node, _, method, events in _methods(cell):
        for line in _answers(method) if method.name in events else ():
            found = _wanted_by(line.value, method.name)
            if found is None:
                continue
            what, right = found
            last = f"{text_of(line)}` "
            yield Notice(
                f"`{last}in `{method.name}` of `{node.name}` does nothing: fastai 2 does not look at what a callback "
                f"returns{what}. Write `{right}` in its place.",
                hash((node.name, method.name, last)),
                card="callbacks",
            )
            return


def _answers(method: ast.FunctionDef) -> list[ast.Return]:
    """The lines by which a method of its own returns something."""
    inner = {id(one) for part in below(method)[1:] if isinstance(part, INNER) for one in below(part)}
    return [one for one in nodes_in(method, ast.Return) if one.value is not None and id(one) not in inner]


def _wanted_by(value: ast.expr | None, event: str) -> tuple[str, str] | None:
    """What was to come of a value that is returned, and the line that does it in fastai 2."""
    if isinstance(value, ast.Dict):
        keys = [constant(one) for one in value.keys]
        for key, given in zip(keys, value.values, strict=True):
            if key in OF_ANSWERS and constant(given) is not False:
                right = OF_ANSWERS[key].format(text_of(given))
                if right.startswith("raise ") and constant(given) is not True:
                    right = f"if {text_of(given)}: {right}"
                return " (that was so in fastai 1)", right
        return None
    if isinstance(value, ast.Constant) and value.value is True and event in ("after_epoch", "after_validate"):
        return "", "raise CancelFitException()"
    if isinstance(value, ast.Call) and last_name(value.func).startswith("Cancel"):
        return "", f"raise {text_of(value)}"
    return None


def _left_alone(method: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """Variables whose last value is computed and never read, with that value."""
    last: dict[str, ast.Assign] = {}
    for line in nodes_in(method, ast.Assign):
        if len(line.targets) == 1 and isinstance(line.targets[0], ast.Name):
            last[line.targets[0].id] = line
    in_loops = {id(one) for loop in nodes_of(method) if isinstance(loop, LOOPS) for one in below(loop)}
    for name, line in last.items():
        reads = [
            one for one in nodes_in(method, ast.Name) if one.id == name and isinstance(one.ctx, ast.Load)
        ]
        if id(line) in in_loops or not _is_computed(line.value):
            continue
        if all(one.lineno < line.lineno or any(one is part for part in below(line)) for one in reads):
            yield name, line.value


def _is_computed(value: ast.expr) -> bool:
    """Whether it is a new tensor: no part of another, and nothing that is changed in place."""
    calls = [one for one in below(value) if isinstance(one, ast.Call)]
    if any(last_name(one.func).endswith("_") for one in calls):
        return False
    return isinstance(value, ast.BinOp) or (
        isinstance(value, ast.Call) and last_name(value.func) not in MEASURES
    )


def _learners_own(method: ast.FunctionDef, name: str, made: ast.expr, known: Mapping[str, str]) -> str:
    """The learner's attribute that a variable was read from, or is computed from; "" for any other."""
    sources = [line.value for line in nodes_in(method, ast.Assign) if name in _names(line.targets)] + [made]
    for one in sources:
        for part in below(one):
            if isinstance(part, ast.Attribute) and part.attr in known and _is_learner(part.value):
                return part.attr
    return ""


def _names(targets: Sequence[ast.expr]) -> set[str]:
    return {one.id for target in targets for one in below(target) if isinstance(one, ast.Name)}


def _is_learner(node: ast.expr) -> bool:
    return text_of(node) in ("self", "self.learn")


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


def is_called(cell: Cell, kind: Any, name: str) -> bool:
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
