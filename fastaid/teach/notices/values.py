"""What checks ask of live tensors, networks and data; bounded, and without running the learner's code."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from fastaid.errors import listed
from fastaid.teach.objects import is_array, is_dls, is_module, is_of, is_table, is_tensor, library, stored

MOST_NUMBERS = 2_000_000  # of a tensor are looked at


def numbers(held: Any) -> list[float]:
    """Numbers, or tensors of one number, as floats; [] where something else is among them."""
    if not isinstance(held, Sequence) and not is_of(held, "fastcore.foundation", "L"):
        return []
    found = []
    for one in list(held):
        if is_tensor(one) and one.numel() == 1:
            found.append(float(one.detach()))
        elif isinstance(one, (int, float)):
            found.append(float(one))
        elif one is None:
            found.append(math.inf)
        else:
            return []
    return found


def is_nan(value: float) -> bool:
    """Whether it is not a number."""
    return math.isnan(value)


def is_finite(held: Any) -> bool:
    """Whether all numbers of a tensor are finite; True where they are too many or on another device."""
    torch = library("torch")
    if not is_tensor(held) or not held.is_floating_point() or held.device.type != "cpu":
        return True
    if held.numel() > MOST_NUMBERS or held.is_sparse:
        return True
    with torch.no_grad():
        return bool(torch.isfinite(held.detach()).all())


# Networks with their parts, while a cell is looked at.
KEPT: ContextVar[dict[int, tuple[Any, list[Any]]] | None] = ContextVar("KEPT", default=None)


@contextmanager
def parts_kept() -> Iterator[None]:
    """Walk each network once inside the block: many checks ask for its parts, and a cell's end changes none."""
    token = KEPT.set({})
    try:
        yield
    finally:
        KEPT.reset(token)


def parts_of(model: Any) -> Sequence[Any]:
    """A network and its parts, read from the tables that torch keeps."""
    kept = KEPT.get()
    if kept is None:
        return _walked(model)
    if id(model) not in kept:
        kept[id(model)] = (model, _walked(model))
    return kept[id(model)][1]


def _walked(model: Any) -> list[Any]:
    found: dict[int, Any] = {}
    todo = [model]
    while todo:
        one = todo.pop()
        if id(one) not in found and is_module(one):
            found[id(one)] = one
            todo += reversed(stored(one).get("_modules", {}).values())
    return list(found.values())


def weights_of(model: Any) -> list[Any]:
    """Its parameters."""
    return [
        w for one in parts_of(model) for w in stored(one).get("_parameters", {}).values() if w is not None
    ]


def has_bad_weights(model: Any) -> bool:
    """Whether a parameter holds NaN or infinity; the last ones tell, as gradients reach them first."""
    weights = weights_of(model)
    return any(not is_finite(w) for w in (weights[-2:] + weights[:2]))


def random_parts(model: Any) -> list[str]:
    """The layers that behave otherwise in training mode: "Dropout", "BatchNorm2d"."""
    found = []
    for one in parts_of(model):
        kind = type(one).__name__
        if (is_of(one, "torch.nn.modules.dropout", "_DropoutNd") and one.p > 0) or (
            is_of(one, "torch.nn.modules.batchnorm", "_BatchNorm") and one.track_running_stats
        ):
            found.append(kind)
    return list(dict.fromkeys(found))


def last_layer(model: Any) -> Any:
    """The layer whose output a network returns: sure only in nn.Sequential, torchvision's `fc` and TabularModel."""
    if is_of(model, "fastai.tabular.model", "TabularModel"):
        model = stored(model).get("_modules", {}).get("layers")
    while is_of(model, "torch.nn", "Sequential"):
        inner = list(stored(model).get("_modules", {}).values())
        inner = [one for one in inner if not is_of(one, "torch.nn", "Identity", "Flatten")] or inner
        if not inner:
            return None
        model = inner[-1]
    if type(model).__module__.startswith("torchvision.models") and "fc" in stored(model).get("_modules", {}):
        return last_layer(stored(model)["_modules"]["fc"])
    return model


def loaders_of(dls: Any) -> list[dict[str, Any]]:
    """What each of fastai's data loaders stores."""
    return [stored(one) for one in (stored(dls).get("loaders") or [])] if is_dls(dls) else []


def broken_columns(dls: Any) -> str:
    """Where the data hold missing values: "column `age`", "" where nothing was found."""
    pandas = library("pandas")
    for loader in loaders_of(dls):
        data: Any = loader.get("dataset")
        if pandas is not None and is_of(data, "fastai.tabular.core", "Tabular"):
            table: Any = stored(data).get("items")
            names = list(stored(data).get("cont_names") or ())
            names += list(stored(data).get("y_names") or ())
            if is_table(table):
                bad = [f"`{n}`" for n in names if n in table.columns and bool(pandas.isna(table[n]).any())]
                if bad:
                    return f"the column{'s' if len(bad) > 1 else ''} {listed(bad)}"
        elif is_of(data, "torch.utils.data", "TensorDataset"):
            if any(not is_finite(one) for one in data.tensors):
                return "the tensors of the dataset"
        elif type(data) is list and all(type(item) is tuple for item in data[:2000]):
            are_bad = any(not is_finite(part) for item in data[:2000] for part in item)
            if are_bad:
                return "the items of the dataset"
    return ""


def is_probabilities(held: Any) -> bool:
    """Whether the rows of a tensor are probabilities already: none negative, each adding up to 1."""
    torch = library("torch")
    if not is_tensor(held) or held.ndim not in (1, 2) or not held.is_floating_point():
        return False
    if held.device.type != "cpu" or not 2 <= held.numel() <= MOST_NUMBERS or held.shape[-1] < 2:
        return False
    with torch.no_grad():
        data = held.detach().float().as_subclass(torch.Tensor)
        is_one_hot = bool(((data == 0) | (data == 1)).all())
        in_range = bool(((data >= 0) & (data <= 1)).all())
        return in_range and not is_one_hot and bool(((data.sum(-1) - 1).abs() < 1e-3).all())


def shape_of(held: Any) -> tuple[int, ...] | None:
    """A tensor's or an array's shape."""
    return tuple(int(n) for n in held.shape) if is_tensor(held) or is_array(held) else None
