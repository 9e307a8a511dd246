"""Networks that end in relu or sigmoid, for targets that these can never give."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.logits import model_called, raw
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.notices.values import MOST_NUMBERS, last_layer, loaders_of
from fastaid.teach.objects import is_learner, is_module, is_of, is_table, is_tensor, stored

MOST_ITEMS = 2_000
LOSSES = (
    "mse_loss",
    "MSELoss",
    "MSELossFlat",
    "mse",
    "l1_loss",
    "L1Loss",
    "L1LossFlat",
    "mae",
    "SmoothL1Loss",
    "HuberLoss",
)
SPAN = {"relu": (0.0, float("inf")), "sigmoid": (0.0, 1.0)}
ROOM = 1e-3  # beyond the span, of its size


@dataclass(frozen=True)
class End:
    """What a network does last."""

    word: str  # "relu" or "sigmoid"
    fix: str


@check(".fit", "mse_loss(", "l1_loss(", "MSELoss", "L1Loss", needs="torch")
def targets_out_of_reach(cell: Cell) -> Iterator[Notice]:
    """`return F.relu(self.fc2(x))` for targets below zero."""
    for name, model, targets in [*_of_learners(cell), *_by_hand(cell)]:
        end = _end(cell, name, model)
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


def _of_learners(cell: Cell) -> Iterator[tuple[str, Any, list[float]]]:
    for name, learn in cell.live(is_learner):
        loss = stored(learn).get("loss_func")
        word = str(getattr(loss, "__name__", "")) or type(loss).__name__
        if word in LOSSES or type(loss).__name__ in LOSSES or _is_flat_mse(loss):
            yield f"{name}.model", stored(learn).get("model"), _targets_of(stored(learn).get("dls"))


def _is_flat_mse(loss: Any) -> bool:
    """MSELossFlat is a function that makes a BaseLoss of nn.MSELoss."""
    return type(stored(loss).get("func")).__name__ in LOSSES


def _by_hand(cell: Cell) -> Iterator[tuple[str, Any, list[float]]]:
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
            yield text_of(raw(given).func), model, _ends([targets])  # type: ignore[arg-type,attr-defined]


def _targets_of(dls: Any) -> list[float]:
    data: Any = (loaders_of(dls) or [{}])[0].get("dataset")
    if is_of(data, "torch.utils.data", "TensorDataset"):
        return _ends([data.tensors[-1]])
    if is_of(data, "fastai.tabular.core", "Tabular"):
        table: Any = stored(data).get("items")
        names = list(stored(data).get("y_names") or ())
        columns = [table[one] for one in names if one in table.columns] if is_table(table) else []
        columns = [one for one in columns if getattr(one.dtype, "kind", "") in "if" and len(one)]
        return [float(end) for one in columns for end in (one.min(), one.max())]
    if type(data) is list and all(type(item) is tuple for item in data[:MOST_ITEMS]):
        return _ends([item[-1] for item in data[:MOST_ITEMS]])
    return []


def _ends(values: list[Any]) -> list[float]:
    """The smallest and the largest of tensors and numbers; [] where something else is among them."""
    found: list[float] = []
    for one in values:
        if is_tensor(one) and one.is_floating_point() and 0 < one.numel() <= MOST_NUMBERS:
            if one.device.type != "cpu":
                return []
            found += [float(one.detach().min()), float(one.detach().max())]
        elif type(one) is float:
            found.append(one)
        else:
            return []
    return found


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
