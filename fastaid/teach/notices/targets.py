"""The numbers that a network is to predict, of the training part: their ends. No checks of its own."""

from __future__ import annotations

from typing import Any

from fastaid.errors import listed
from fastaid.teach.notices.getters import Unread, getter_of, items_read, own_function, result
from fastaid.teach.notices.values import MOST_NUMBERS, loaders_of
from fastaid.teach.objects import is_of, is_table, is_tensor, stored

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


def is_loss_of_numbers(loss: Any) -> bool:
    """Whether a loss compares predictions with targets number by number."""
    word = str(getattr(loss, "__name__", "")) or type(loss).__name__
    # MSELossFlat is a function that makes a BaseLoss of nn.MSELoss.
    is_flat = type(stored(loss).get("func")).__name__ in LOSSES
    return word in LOSSES or type(loss).__name__ in LOSSES or is_flat


def targets_of(dls: Any) -> list[float]:
    """Numbers among which are the smallest and the largest target; [] where they cannot be told."""
    loader = (loaders_of(dls) or [{}])[0]
    data: Any = loader.get("dataset")
    if _has_own_transforms(loader):
        return []
    if is_of(data, "torch.utils.data", "TensorDataset"):
        return ends([data.tensors[-1]])
    if is_of(data, "fastai.tabular.core", "Tabular"):
        return _of_columns(stored(data).get("items"), list(stored(data).get("y_names") or ()))
    if is_of(data, "fastai.data.core", "Datasets"):
        return _of_datasets(data)
    if type(data) is list and all(type(item) is tuple for item in data[:MOST_ITEMS]):
        return ends([item[-1] for item in data[:MOST_ITEMS]])
    return []


def named(dls: Any) -> str:
    """The columns that the targets are of, "" where they have no names."""
    data: Any = (loaders_of(dls) or [{}])[0].get("dataset")
    names = list(stored(data).get("y_names") or ()) if is_of(data, "fastai.tabular.core", "Tabular") else []
    for one in _target_steps(data)[:1]:
        if is_of(one, "fastai.data.transforms", "ColReader"):
            names = list(stored(one).get("cols") or ())
    return listed([f"`{one}`" for one in names], 3) if all(isinstance(one, str) for one in names) else ""


def _has_own_transforms(loader: dict[str, Any]) -> bool:
    """Whether transforms of the learner's may change the targets."""
    steps = [
        one
        for key in ("after_item", "before_batch", "after_batch")
        for one in stored(loader.get(key)).get("fs") or ()
    ]
    return any(
        type(one).__module__ == "__main__" or own_function(getter_of(one)) is not None for one in steps
    )


def _of_columns(table: Any, names: list[Any]) -> list[float]:
    if not is_table(table):
        return []
    found = [table[one] for one in names if one in table.columns]
    found += [table.iloc[:, one] for one in names if isinstance(one, int) and one not in table.columns]
    found = [one for one in found if getattr(one.dtype, "kind", "") in "if" and len(one)]
    return [float(end) for one in found for end in (one.min(), one.max())] if len(found) == len(names) else []


def _target_steps(data: Any) -> list[Any]:
    """What makes the targets of fastai's Datasets of one input and one target."""
    lists = stored(data).get("tls") if is_of(data, "fastai.data.core", "Datasets") else None
    return list(stored(stored(lists[1]).get("tfms")).get("fs") or ()) if lists and len(lists) == 2 else []


def _of_datasets(data: Any) -> list[float]:
    steps = _target_steps(data)
    if not steps or not is_of(steps[-1], "fastai.data.transforms", "RegressionSetup"):
        return []
    items, getters = stored(stored(data)["tls"][1]).get("items"), steps[:-1]
    is_column = len(getters) == 1 and is_of(getters[0], "fastai.data.transforms", "ColReader")
    if is_column and is_table(items):
        return _of_columns(items, list(stored(getters[0]).get("cols") or ()))
    found: list[float] = []
    try:
        for item in items_read(items, MOST_ITEMS):
            for one in getters:
                item = result(getter_of(one), item)
            found += _numbers(item)
    except (Unread, RecursionError):
        return []
    return found


def _numbers(held: Any) -> list[float]:
    every = held if isinstance(held, (list, tuple)) else [held]
    if not every or not all(type(one) in (int, float) for one in every):
        raise Unread
    return [float(one) for one in every]


def ends(values: list[Any]) -> list[float]:
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
