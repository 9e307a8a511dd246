"""The place of the largest of one output, which is always the first: metrics and answers that cannot change."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.training import CLASS_METRICS, FITS, NUMBER_LOSSES
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import last_layer, shape_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, stored

# Of these losses another check tells.
TOLD = (
    *NUMBER_LOSSES,
    "mse_loss",
    "l1_loss",
    "mse",
    "CrossEntropyLoss",
    "CrossEntropyLossFlat",
    "cross_entropy",
)
LAST = (1, -1)


@check(*(f".{name}" for name in FITS), "earner(", ".validate", needs="fastai")
def accuracy_of_one_output(cell: Cell) -> Iterator[Notice]:
    """`metrics=accuracy` for a network with one output: it takes class 0 for the answer of every row."""
    for name, learn in cell.live(is_learner):
        words = [
            (word, metric)
            for metric in list(stored(learn).get("_metrics") or ())
            if (word := getattr(func := stored(metric).get("func"), "__name__", "")) in CLASS_METRICS[:2]
            and getattr(func, "__module__", "") == "fastai.metrics"
        ]
        ends_at = _above(stored(learn).get("model")) if words else None
        if ends_at is None or loss_word(stored(learn).get("loss_func")) in TOLD:
            continue
        fix = "metrics=accuracy_multi" if ends_at == "0" else "metrics=partial(accuracy_multi, sigmoid=False)"
        yield Notice(
            f"`{words[0][0]}` takes the largest of a row's outputs for the answer, and the model of `{name}` has one "
            f"output: the answer is class 0 for every row. For one output with yes or no write `{fix}`.",
            id(learn),
            card="metrics",
        )


def _above(model: Any) -> str | None:
    """From where on the one output of a network says yes; None where it has several, or that is not known."""
    layer: Any = last_layer(model)
    if is_of(layer, "torch.nn", "Sigmoid") and is_of(model, "torch.nn", "Sequential"):
        inner = list(stored(model).get("_modules", {}).values())
        before: Any = last_layer(inner[-2]) if len(inner) > 1 and inner[-1] is layer else None
        return "0.5" if is_of(before, "torch.nn", "Linear") and before.out_features == 1 else None
    return "0" if is_of(layer, "torch.nn", "Linear") and layer.out_features == 1 else None


@check("argmax(", "max(")
def largest_of_one_output(cell: Cell) -> Iterator[Notice]:
    """`model(x).argmax(1)` and `_, preds = torch.max(out, 1)` of one column."""
    networks = {id(held): held for _, held in cell.calls_of(is_module)}
    if all(_above(one) is None for one in networks.values()):
        return
    for name, call, given in _largest(cell):
        made = given
        if isinstance(given, ast.Name):
            values = [value for one, value in _made(cell) if one == given.id]
            made = values[-1] if values else given
        above = _above(cell.value(made.func)) if isinstance(made, ast.Call) else None
        held = cell.value(given) if cell.bound[getattr(given, "id", "")] <= 1 else UNKNOWN
        shape = shape_of(held) if is_tensor(held) else None
        if above is None or (shape is not None and (len(shape) != 2 or shape[1] != 1)):
            continue
        text = text_of(given)
        yield Notice(
            f"`{text_of(call)}` looks for the place of the largest of one output: it is 0 for every row. One output "
            f"says yes above {above}: `{name} = ({text}.squeeze(1) > {above}).long()`.",
            hash(ast.dump(call)),
            card="predictions",
        )
        return


def _largest(cell: Cell) -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """The name of an answer, the call that took the largest along the rows, and of what."""
    for call in cell.calls("argmax", "max"):
        func = call.func
        if not isinstance(func, ast.Attribute):
            continue
        is_torchs = text_of(func.value) == "torch"
        args = call.args if is_torchs else [func.value, *call.args]
        dim = keyword(call, "dim") or (args[1] if len(args) > 1 else None)
        if not args or constant(dim) not in LAST:
            continue
        if last_name(func) == "argmax":
            yield next((one for one, value in cell.assigned() if value is call), "preds"), call, args[0]
        for node in cell.of(ast.Assign) if last_name(func) == "max" else []:
            target = node.targets[0]
            is_pair = isinstance(target, ast.Tuple) and len(target.elts) == 2 and node.value is call
            if is_pair and isinstance(target, ast.Tuple):
                yield text_of(target.elts[1]), call, args[0]
            elif isinstance(node.value, ast.Subscript) and node.value.value is call:
                yield text_of(target), call, args[0]


def _made(cell: Cell) -> Iterator[tuple[str, ast.Call]]:
    """Names, and the networks' calls that they were assigned; in functions too."""
    for node in cell.of(ast.Assign):
        target, value = node.targets[0], node.value
        if isinstance(value, ast.Call) and isinstance(target, ast.Name) and is_module(cell.value(value.func)):
            yield target.id, value
