"""Arguments given by position that land in another parameter, which takes them without a word."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_of, library

LEARNERS = ("vision_learner", "unet_learner", "cnn_learner")
TRACKERS = ("EarlyStoppingCallback", "ReduceLROnPlateau")
Slip = tuple[int, str, str]  # which argument, the parameter it came to, the one that was meant


@check(
    *(f"{name}(" for name in (*LEARNERS, *TRACKERS, "collab_learner", "Resize")),
    ".fit_one_cycle(",
    needs="fastai",
)
def landed_elsewhere(cell: Cell) -> Iterator[Notice]:
    """`vision_learner(dls, resnet18, accuracy)`: the third parameter is `normalize`."""
    for called, module, slip in CALLS:
        for call in cell.calls(called):
            if any(isinstance(one, ast.Starred) for one in call.args):
                continue
            if not _is_fastais(cell, call, called, module):
                continue
            found = slip(cell, call)
            if found is None or any(one.arg == found[2] for one in call.keywords):
                continue
            at, taken, meant = found
            given = text_of(call.args[at])
            right = f"{meant}={given}" if meant != "size" else f"({text_of(call.args[0])}, {given})"
            if meant == "size":
                what = f"the size is {text_of(call.args[0])}×{text_of(call.args[0])}"
            else:
                what = f"`{meant}` was not given"
            yield Notice(
                f"`{given}` stands at place {at + 1} of `{called}`, which is the parameter `{taken}`: {what}. Write "
                f"`{_written(call, at, right, meant)}`.",
                hash(ast.dump(call)),
                card="documentation-and-help",
            )
            return


def _is_fastais(cell: Cell, call: ast.Call, called: str, module: str) -> bool:
    if called == "fit_one_cycle":
        return isinstance(call.func, ast.Attribute) and is_learner(cell.value(call.func.value))
    known = getattr(library(module), called, None)
    return known is not None and cell.value(call.func) is known


def _written(call: ast.Call, at: int, right: str, meant: str) -> str:
    """The call with the argument under its name."""
    before = [text_of(one) for one in call.args[:at]]
    if meant == "size":
        before = []
    after = [text_of(one) for one in call.args[at + 1 :]]
    words = [
        text_of(one.value) if one.arg is None else f"{one.arg}={text_of(one.value)}" for one in call.keywords
    ]
    if after:  # what follows would stand at the wrong place too
        return f"{right}" if meant != "size" else f"{text_of(call.func)}({right}, …)"
    return f"{text_of(call.func)}({', '.join([*before, right, *words])})"


def _of_a_learner(cell: Cell, call: ast.Call) -> Slip | None:
    """What stands where `normalize` is expected."""
    if len(call.args) < 3:
        return None
    held = cell.value(call.args[2])
    meant = _kind_of(cell, call.args[2], held)
    return (2, "normalize", meant) if meant else None


def _kind_of(cell: Cell, node: ast.expr, held: Any) -> str:
    if held is UNKNOWN and isinstance(node, (ast.List, ast.Tuple)) and node.elts:
        kinds = {_kind_of(cell, one, cell.value(one)) for one in node.elts}
        return kinds.pop() if len(kinds) == 1 else ""
    if held is UNKNOWN and isinstance(node, ast.Call):
        held = cell.value(node.func)
        callback = getattr(library("fastai.callback.core"), "Callback", ())
        if isinstance(held, type):
            if isinstance(callback, type) and issubclass(held, callback):
                return "cbs"
            return "loss_func" if held.__name__.endswith(("Loss", "LossFlat")) else ""
        is_metric = getattr(held, "__module__", "") == "fastai.metrics"
        return "metrics" if is_metric else ""
    if isinstance(held, (list, tuple)) and held:
        return _kind_of(cell, node, held[0])
    if is_of(held, "fastai.callback.core", "Callback"):
        return "cbs"
    if is_of(held, "torch.nn", "Module") or is_of(held, "fastai.losses", "BaseLoss"):
        return "loss_func"
    if type(held) is int and held > 1:
        return "n_out"
    if is_of(held, "fastai.learner", "Metric"):
        return "metrics"
    if callable(held) and not isinstance(held, type):
        return _kind_of_function(held)
    return ""


def _kind_of_function(held: Any) -> str:
    name, module = str(getattr(held, "__name__", "")), str(getattr(held, "__module__", ""))
    if module == "torch.nn.functional":
        return "loss_func"
    if module == "fastai.optimizer":
        return "opt_func"
    if module == "fastai.metrics":
        return "metrics"
    return "metrics" if module == "__main__" and "loss" not in name.lower() and name != "<lambda>" else ""


def _of_collab(cell: Cell, call: ast.Call) -> Slip | None:
    """A range where `use_nn` is expected: it counts as True."""
    held: Any = cell.value(call.args[2]) if len(call.args) > 2 else None
    is_range = isinstance(held, (tuple, list)) and len(held) == 2
    is_range = is_range and all(isinstance(one, (int, float)) for one in held)
    return (2, "use_nn", "y_range") if is_range else None


def _of_one_cycle(cell: Cell, call: ast.Call) -> Slip | None:
    """A small number where `div` is expected: by 0.1 the rate would begin at ten times the highest."""
    held = constant(call.args[2]) if len(call.args) == 3 else None
    return (2, "div", "wd") if isinstance(held, float) and 0 < held < 1 else None


def _of_resize(cell: Cell, call: ast.Call) -> Slip | None:
    """A height and a width, where the second parameter is `method`."""
    if len(call.args) != 2:
        return None
    both = [cell.value(one) for one in call.args]
    return (1, "method", "size") if all(type(one) is int for one in both) and both[0] != both[1] else None


def _of_a_tracker(cell: Cell, call: ast.Call) -> Slip | None:
    """A number of epochs where `min_delta` is expected."""
    held = constant(call.args[2]) if len(call.args) == 3 else None
    return (2, "min_delta", "patience") if type(held) is int and held >= 1 else None


CALLS: list[tuple[str, str, Callable[[Cell, ast.Call], Slip | None]]] = [
    *((name, "fastai.vision.learner", _of_a_learner) for name in LEARNERS),
    *((name, "fastai.callback.tracker", _of_a_tracker) for name in TRACKERS),
    ("collab_learner", "fastai.collab", _of_collab),
    ("Resize", "fastai.vision.augment", _of_resize),
    ("fit_one_cycle", "fastai.callback.schedule", _of_one_cycle),
]
