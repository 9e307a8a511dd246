"""Networks that end in relu or sigmoid, for targets that these can never give."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.logits import model_called, raw
from fastaid.teach.notices.targets import LOSSES, ends, is_loss_of_numbers, targets_of
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.notices.values import last_layer
from fastaid.teach.objects import is_learner, is_module, is_of, stored

SPAN = {"relu": (0.0, float("inf")), "sigmoid": (0.0, 1.0)}
ROOM = 1e-3  # beyond the span, of its size

Find = Callable[[], list[float]]  # reads the targets


@dataclass(frozen=True)
class End:
    """What a network does last."""

    word: str  # "relu" or "sigmoid"
    fix: str


@check(".fit", "mse_loss(", "l1_loss(", "MSELoss", "L1Loss", needs="torch")
def targets_out_of_reach(cell: Cell) -> Iterator[Notice]:
    """`return F.relu(self.fc2(x))` for targets below zero."""
    for name, model, find in [*_of_learners(cell), *_by_hand(cell)]:
        end = _end(cell, name, model)
        targets = find() if end is not None else []  # thousands are read
        if end is None or not targets:
            continue
        low, high = min(targets), max(targets)
        first, last = SPAN[end.word]
        room = ROOM * max(abs(low), abs(high))
        if low >= first - room and high <= last + room:
            continue
        reach = "are never below 0" if end.word == "relu" else "lie between 0 and 1"
        yield Notice(
            f"`{name}` ends in {end.word}, so its outputs {reach}, but the targets go from {low:.4g} to {high:.4g}: "
            f"the model cannot reach those outside. {end.fix}",
            id(model),
            card="activation-functions",
        )
        return


def _of_learners(cell: Cell) -> Iterator[tuple[str, Any, Find]]:
    for name, learn in cell.live(is_learner):
        if is_loss_of_numbers(stored(learn).get("loss_func")):
            yield f"{name}.model", stored(learn).get("model"), partial(targets_of, stored(learn).get("dls"))


def _by_hand(cell: Cell) -> Iterator[tuple[str, Any, Find]]:
    """`F.mse_loss(net(xb), yb)` of the cell itself, with the last batch's targets."""
    made = dict(cell.assigned())
    for call in cell.of(ast.Call):
        if len(call.args) < 2:
            continue
        held = cell.value(call.func)
        if last_name(call.func) not in LOSSES and type(held).__name__ not in LOSSES:
            continue
        pred = raw(call.args[0])
        given = made.get(pred.id) if isinstance(pred, ast.Name) else pred
        model = model_called(cell, given) if given is not None else None
        targets = cell.value(raw(call.args[1]))
        if model is not None and isinstance(raw(given), ast.Call):  # type: ignore[arg-type]
            yield text_of(raw(given).func), model, partial(ends, [targets])  # type: ignore[arg-type,attr-defined]


def _end(cell: Cell, name: str, model: Any) -> End | None:
    """What a network does last, None where it is something else or cannot be told."""
    if not is_module(model):
        return None
    if type(model).__module__ == "__main__":
        return _end_of_forward(cell, model)
    word = _layer_word(last_layer(model))
    kind = type(last_layer(model)).__name__
    return End(word, f"Take the last `nn.{kind}()` out of `{name}`.") if word else None


def _layer_word(layer: Any) -> str:
    if is_of(layer, "torch.nn", "ReLU"):
        return "relu"
    return "sigmoid" if is_of(layer, "torch.nn", "Sigmoid") else ""


def _end_of_forward(cell: Cell, model: Any) -> End | None:
    kind = cell.definition(type(model))
    if not isinstance(kind, ast.ClassDef):
        return None
    forward = next(
        (one for one in kind.body if isinstance(one, ast.FunctionDef) and one.name == "forward"), None
    )
    returns = nodes_in(forward, ast.Return) if forward is not None else []
    if forward is None or len(returns) != 1 or returns[0].value is None or forward.body[-1] is not returns[0]:
        return None
    value, is_named = returns[0].value, False
    if isinstance(value, ast.Name):
        before = forward.body[-2] if len(forward.body) > 1 else None
        is_same = isinstance(before, ast.Assign) and text_of(before.targets[0]) == value.id
        if not is_same or not isinstance(before, ast.Assign):
            return None
        value, is_named = before.value, True
    value = raw(value)
    if not isinstance(value, ast.Call):
        return None
    word, inner = _called(model, value)
    if not word:
        return None
    if not inner:
        return End(word, f"Take the activation at the end of `{text_of(value.func)}` out.")
    line = f"{text_of(forward.body[-2].targets[0])} = {inner}" if is_named else f"return {inner}"  # type: ignore[attr-defined]
    return End(word, f"Leave it out at the end of forward: `{line}`.")


def _called(model: Any, call: ast.Call) -> tuple[str, str]:
    """The activation that a call is, and what stands in it."""
    word = last_name(call.func)
    is_own = isinstance(call.func, ast.Attribute) and text_of(call.func.value) == "self"
    if is_own:
        layer = stored(model).get("_modules", {}).get(word)
        inner = text_of(call.args[0]) if call.args and last_layer(layer) is layer else ""
        return _layer_word(last_layer(layer)), inner
    if word not in SPAN or not isinstance(call.func, ast.Attribute):
        return "", ""
    if call.args:
        return word, text_of(call.args[0])
    return word, text_of(call.func.value)
