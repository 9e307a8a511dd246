"""Targets that are not between 0 and 1, for a loss of yes and no."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.targets import targets_of
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.notices.values import MOST_NUMBERS, loaders_of
from fastaid.teach.objects import UNKNOWN, is_learner, is_module, is_of, is_tensor, stored

# BCELoss looks at its targets itself.
BINARY = frozenset({
    "BCEWithLogitsLoss", "BCEWithLogitsLossFlat", "binary_cross_entropy_with_logits", "MultiLabelSoftMarginLoss",
})  # fmt: skip
FUNCTION = "binary_cross_entropy_with_logits"
ROOM = 0.5  # labels of 1.2 or -0.1 are a trick of those who train GANs
MOST_ITEMS = 2_000


@check("oss", "crit", "BCE", "with_logits")
def labels_beyond_one(cell: Cell) -> Iterator[Notice]:
    """`nn.BCEWithLogitsLoss()(pred, y)` with labels 1 and 2: its loss has no lowest value."""
    for call in cell.of(ast.Call):
        if len(call.args) < 2 or not _is_binary(cell, call):
            continue
        found = _ends(_target(cell, call.args[1]))
        if found is not None and _are_beyond(*found):
            text = text_of(call.args[1])
            new = _mended(text, *found)
            fix = _advice(*found)
            if new:
                fix += f": `{text_of(call.func)}({text_of(call.args[0])}, {new})`"
            yield _notice(text, text_of(call.func), found, fix, hash(ast.dump(call)))
            return


@check(".fit", "earner(")
def labels_beyond_one_in_learner(cell: Cell) -> Iterator[Notice]:
    """The same, where a learner has the loss."""
    for name, learn in cell.live(is_learner):
        loss = loss_word(stored(learn).get("loss_func"))
        found = _ends_of(stored(learn).get("dls")) if loss in BINARY else None
        if found is None or not _are_beyond(*found):
            continue
        fix = f"{_advice(*found)}, before the data go into `{name}.dls`"
        yield _notice(f"{name}.dls", loss, found, fix, id(learn))


def _notice(name: str, loss: str, found: tuple[float, float], fix: str, subject: int) -> Notice:
    return Notice(
        f"The targets in `{name}` go from {found[0]:.4g} to {found[1]:.4g}, but {loss} is for yes and no: they must "
        f"lie between 0 and 1. With others the loss falls below 0 without end. {fix}.",
        subject,
        card="cross-entropy",
    )


def _advice(low: float, high: float) -> str:
    if high - low == 1:
        return f"Subtract {low:.4g}" if low > 0 else f"Add {-low:.4g}"
    if (low, high) == (-1, 1):
        return "Bring -1 and 1 to 0 and 1"
    if low == 0 and high in (255, 100):
        return f"Divide by {high:.4g}"
    if not low.is_integer() or not high.is_integer():
        return "Bring them between 0 and 1 (leave a normalization of them out), or take `nn.MSELoss()` for such numbers"
    return "Make them 0 and 1 (for several classes, take `nn.CrossEntropyLoss()` with an output for each)"


def _mended(text: str, low: float, high: float) -> str:
    """The targets as they should be, "" where that is not sure."""
    if not text.replace("_", "").replace(".", "").isalnum():
        text = f"({text})"
    if high - low == 1:
        return f"{text} - {low:.4g}" if low > 0 else f"{text} + {-low:.4g}"
    if (low, high) == (-1, 1):
        return f"({text} + 1) / 2"
    return f"{text} / {high:.4g}" if low == 0 and high in (255, 100) else ""


def _are_beyond(low: float, high: float) -> bool:
    return low <= -ROOM or high >= 1 + ROOM


def _is_binary(cell: Cell, call: ast.Call) -> bool:
    held = cell.value(call.func)
    if isinstance(call.func, ast.Call):
        return last_name(call.func.func) in BINARY  # nn.BCEWithLogitsLoss()(pred, y)
    if last_name(call.func) == FUNCTION:
        return held is UNKNOWN or str(getattr(held, "__module__", "")).startswith("torch")
    is_loss = is_module(held) or str(type(held).__module__).startswith("fastai.losses")
    return is_loss and loss_word(held) in BINARY


def _target(cell: Cell, node: ast.expr) -> Any:
    """What a loss is given as targets; for a batch of a loop that is gone, all targets of the loader."""
    held = cell.value(node)
    if held is not UNKNOWN or not isinstance(node, ast.Name):
        return held
    for loop in nodes_in(cell.tree, ast.For):
        names = [getattr(one, "id", "") for one in getattr(loop.target, "elts", ())]
        data: Any = stored(cell.value(loop.iter)).get("dataset") if names[1:] == [node.id] else None
        if is_of(data, "torch.utils.data", "TensorDataset"):
            return data.tensors[-1]
    return UNKNOWN


def _ends(held: Any) -> tuple[float, float] | None:
    """The smallest and the largest number of a tensor."""
    if not is_tensor(held) or held.device.type != "cpu" or not 1 < held.numel() <= MOST_NUMBERS:
        return None
    if held.is_complex() or held.is_sparse:
        return None
    low, high = (float(one) for one in held.detach().aminmax())
    return (low, high) if low <= high else None  # not where there is a nan


def _ends_of(dls: Any) -> tuple[float, float] | None:
    """Those of the targets in a learner's training data."""
    data: Any = (loaders_of(dls) or [{}])[0].get("dataset")
    found = targets_of(dls)
    if not found and type(data) is list and all(type(item) is tuple for item in data[:MOST_ITEMS]):
        parts = [item[-1] for item in data[:MOST_ITEMS]]
        if all(is_tensor(one) and one.numel() == 1 and one.device.type == "cpu" for one in parts):
            found = [float(one.detach()) for one in parts]
        elif all(type(one) in (int, float) for one in parts):
            found = [float(one) for one in parts]
    return (min(found), max(found)) if found and max(found) >= min(found) else None
