"""Inputs and targets that are far from 1: an ordinary learning rate is too high for them. No checks of its own."""

from __future__ import annotations

import math
from typing import Any

from fastaid.teach.notices.broken_data import name_of
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.targets import MOST_ITEMS, ends, is_loss_of_numbers, targets_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, is_tensor, stored

LARGE = 100.0
ORDINARY = 0.1  # a higher rate is at fault itself


def large_numbers(cell: Cell, name: str, learn: dict[str, Any], lr: float) -> str:
    """What to say of large inputs or targets of a learner whose loss exploded at a rate that is not high; else ""."""
    if lr > ORDINARY:
        return ""
    dls = learn.get("dls")
    anew = f"then make the data and `{name}` anew: the weights are spoilt"
    high, of_inputs = _inputs(cell, dls)
    if high > LARGE:
        return f"the inputs go up to {high:.3g}, so that even small steps (lr={lr:.3g}) overshoot. {of_inputs}, {anew}."
    targets = targets_of(dls) if is_loss_of_numbers(learn.get("loss_func")) else []
    high = max(map(abs, targets), default=0.0)
    if LARGE < high < math.inf:
        return (
            f"the targets go up to {high:.3g}, so that even small steps (lr={lr:.3g}) overshoot. Train on smaller "
            f"numbers, the targets divided by {high:.1g} for instance, {anew}."
        )
    return ""


def _inputs(cell: Cell, dls: Any) -> tuple[float, str]:
    """The largest input of the training part, and how it is scaled."""
    data: Any = (loaders_of(dls) or [{}])[0].get("dataset")
    if is_of(data, "torch.utils.data", "Subset"):
        data = stored(data).get("dataset")
    if is_of(data, "fastai.tabular.core", "Tabular"):
        return _columns(data), "Put `Normalize` into `procs=[Categorify, FillMissing, Normalize]`"
    first: list[Any] = []
    if is_of(data, "torch.utils.data", "TensorDataset"):
        first = [data.tensors[0]]
    elif type(data) is list and all(type(item) is tuple for item in data[:MOST_ITEMS]):
        first = [item[0] for item in data[:MOST_ITEMS]]
    if not first or not all(is_tensor(one) for one in first):
        return 0.0, ""
    high = max(map(abs, ends(first)), default=0.0)
    called = name_of(cell, first[0])
    how = (
        f"`{called} = ({called} - {called}.mean(0)) / ({called}.std(0) + 1e-7)`"
        if called
        else "(x - mean) / std"
    )
    return (high if math.isfinite(high) else 0.0), f"Scale them: {how}"


def _columns(data: Any) -> float:
    """The largest number of the columns that Normalize has not seen."""
    steps = list(stored(stored(data).get("procs")).get("fs") or ())
    table: Any = stored(data).get("items")
    names = list(stored(data).get("cont_names") or ())
    if not is_table(table) or any(is_of(one, "fastai.data.transforms", "Normalize") for one in steps):
        return 0.0
    found = [
        float(abs(table[one]).max())
        for one in names
        if one in table.columns and table[one].dtype.kind in "if"
    ]
    high = max(found, default=0.0)
    return high if math.isfinite(high) else 0.0
