"""What checks ask of live tensors, networks and data; bounded, and without running the learner's code."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from fastaid.errors import listed
from fastaid.teach.objects import is_array, is_dls, is_module, is_of, is_table, is_tensor, library, stored

MOST_NUMBERS = 2_000_000  # of a tensor are looked at
FEW_NUMBERS = 10_000  # of a tensor are read in microseconds
FEWEST_ROWS = 20  # of predictions: what they are shows in a few
FEWEST_DRAWN = 200  # of a list's items; all of a shorter one
MEETINGS = 8  # are expected among those that are drawn, where all of the second list is in the first one
MOST_DRAWN = 2_048  # however long the lists are


def numbers(held: Any) -> list[float]:
    """Numbers, or tensors of one number, as floats; [] where something else is among them."""
    if not isinstance(held, Sequence) and not is_of(held, "fastcore.foundation", "L"):
        return []
    found = []
    for one in list(held):
        if is_tensor(one) and one.numel() == 1:
            found.append(float(one.item()))
        elif isinstance(one, (int, float)):
            found.append(float(one))
        elif one is None:
            found.append(math.inf)
        else:
            return []
    return found


def may_meet(first: Sequence[Any], second: Sequence[Any], key: Callable[[Any], Any]) -> bool:
    """Whether two lists of items can have items in common; of long ones, so many that it would change a metric.

    A few of each are drawn, as in a company of a few two people have one birthday: where a third of the second list
    is in the first one, nine times in ten an item is drawn from both.
    """
    n = math.isqrt(MEETINGS * max(len(first), len(second)))
    n = max(FEWEST_DRAWN, min(n, MOST_DRAWN))
    return bool(in_both(_drawn(first, n, 0), _drawn(second, n, 1), key))


def in_both(first: Sequence[Any], second: Sequence[Any], key: Callable[[Any], Any]) -> list[Any]:
    """The items of the second list that are in the first one too."""
    known = set(map(key, first))
    return [one for one in second if key(one) in known]


def _drawn(items: Sequence[Any], n: int, draw: int) -> Sequence[Any]:
    if len(items) <= n or library("numpy") is None:
        return items
    places = (_draws()[draw][:n] * len(items)).astype(int)
    return [items[place] for place in places.tolist()]


@cache
def _draws() -> Any:
    """Two rows of numbers between 0 and 1, drawn once."""
    numpy = library("numpy")  # and not Python's own `random`: a file of the learner's may have that name
    return numpy.random.default_rng(0).random((2, MOST_DRAWN))


def spread(held: Any, most: int) -> Any:
    """Rows of a tensor, an array or a table, from its beginning to its end; all of a short one."""
    return held[:: max(1, len(held) // most)]


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
    plain = held.detach()
    # A sum of finite numbers may be infinite, one with a nan or an infinity among them is never finite.
    return math.isfinite(plain.sum().item()) or bool(torch.isfinite(plain).all())


# Networks with their parts and parameters, while a cell is looked at.
KEPT: ContextVar[dict[int, tuple[Any, list[Any], list[Any]]] | None] = ContextVar("KEPT", default=None)


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
    return _kept(model)[1]


def weights_of(model: Any) -> list[Any]:
    """Its parameters."""
    return _kept(model)[2]


def _kept(model: Any) -> tuple[Any, list[Any], list[Any]]:
    kept = KEPT.get()
    found = kept.get(id(model)) if kept is not None else None
    if found is None:
        parts = _walked(model)
        tables = (stored(one).get("_parameters") for one in parts)
        found = model, parts, [w for table in tables if table for w in table.values() if w is not None]
        if kept is not None:
            kept[id(model)] = found
    return found


def _walked(model: Any) -> list[Any]:
    found: dict[int, Any] = {}
    todo = [model] if is_module(model) else []
    while todo:
        one = todo.pop()
        if one is None or id(one) in found:
            continue
        found[id(one)] = one
        inner = stored(one).get("_modules")  # modules, or None
        if inner:
            todo += reversed(inner.values())
    return list(found.values())


def has_bad_weights(model: Any) -> bool:
    """Whether a parameter holds NaN or infinity; the last ones tell, as gradients reach them first."""
    weights = weights_of(model)
    # No part is spared once one is broken, and those of few numbers are soon read.
    weights = [w for w in weights if w.numel() <= FEW_NUMBERS] or weights[-1:]
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
        rows = (
            held.detach()
            if held.ndim == 1
            else spread(held.detach(), FEW_NUMBERS // held.shape[1] + FEWEST_ROWS)
        )
        data = rows.float().as_subclass(torch.Tensor)
        is_one_hot = bool(((data == 0) | (data == 1)).all())
        in_range = bool(((data >= 0) & (data <= 1)).all())
        return in_range and not is_one_hot and bool(((data.sum(-1) - 1).abs() < 1e-3).all())


def shape_of(held: Any) -> tuple[int, ...] | None:
    """A tensor's or an array's shape."""
    return tuple(int(n) for n in held.shape) if is_tensor(held) or is_array(held) else None
