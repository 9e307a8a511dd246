"""Samplers of torch's whose weights are not one for each item."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword
from fastaid.teach.notices.loaders import is_loader, size_of
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_array, is_of, is_tensor, shape, stored

MOST_LABELS = 200_000
MOST_CLASSES = 50


@check("ampler", "oader", also=("@WeightedRandomSampler",), reached=True)
def too_few_weights(cell: Cell) -> Iterator[Notice]:
    """`WeightedRandomSampler(class_weights, len(ds))`: a weight for each class, where each item needs one."""
    for name, sampler, n in _sampled(cell):
        weights: Any = stored(sampler).get("weights")
        if not is_tensor(weights) or weights.ndim != 1 or not n or weights.numel() >= n:
            continue
        k = int(weights.numel())
        yield Notice(
            f"`{name}` has {counted(k, 'weight')} for {counted(n, 'item')}: WeightedRandomSampler takes one weight for "
            f"each item, so only the first {counted(k, 'item')} (0 to {k - 1}) are ever drawn. "
            f"{_fix(cell, name, k, n)}",
            id(sampler),
            card="unbalanced-classes",
        )
        return


@check("WeightedRandomSampler", "sampler", also=("@WeightedRandomSampler",), reached=True)
def weights_of_the_frequent(cell: Cell) -> Iterator[Notice]:
    """`WeightedRandomSampler(counts[labels], n)`: the more often a class is there, the more often it is drawn."""
    for name, loader in cell.live(is_loader):
        sampler: Any = stored(loader).get("sampler")
        data: Any = stored(loader).get("dataset")
        if not _is_sampler(sampler) or not is_of(data, "torch.utils.data", "TensorDataset"):
            continue
        weights: Any = stored(sampler).get("weights")
        labels = data.tensors[-1]
        counts = _counts(labels)
        if counts is None or not is_tensor(weights) or weights.shape != labels.shape or len(counts) < 2:
            continue
        of_class = {c: {float(w) for w in weights[labels == c]} for c in counts}
        if any(len(one) != 1 for one in of_class.values()):
            continue
        order = sorted(counts, key=counts.__getitem__)
        held = [next(iter(of_class[c])) for c in order]
        are_uneven = counts[order[-1]] >= 2 * counts[order[0]]
        if are_uneven and held[-1] > held[0] > 0 and held == sorted(held):
            yield Notice(
                f"The weights in the sampler of `{name}` are larger the more often a class is there: class {order[-1]} "
                f"({counts[order[-1]]} items) has {held[-1]:.4g}, class {order[0]} ({counts[order[0]]} items) has "
                f"{held[0]:.4g}. So the batches become still more unequal. Take one divided by the counts: "
                "`weights = (1 / counts.float())[labels]`.",
                id(sampler),
                card="unbalanced-classes",
            )
            return


def _counts(labels: Any) -> dict[int, int] | None:
    """How often each class is there, None where a tensor holds no classes."""
    is_long = is_tensor(labels) and str(labels.dtype) == "torch.int64" and labels.device.type == "cpu"
    if not is_long or labels.ndim != 1 or not 1 < labels.numel() <= MOST_LABELS:
        return None
    values, times = labels.unique(return_counts=True)
    return dict(zip(values.tolist(), times.tolist(), strict=True)) if len(values) <= MOST_CLASSES else None


def _sampled(cell: Cell) -> Iterator[tuple[str, Any, int | None]]:
    """Samplers with how many items their dataset has."""
    named = {id(held): name for name, held in cell.live(_is_sampler)}
    for name, loader in cell.live(is_loader):
        sampler = stored(loader).get("sampler")
        if _is_sampler(sampler):
            yield (
                named.get(id(sampler), f"{name}.sampler"),
                sampler,
                _size(cell, stored(loader).get("dataset")),
            )
    for name, call in cell.assigned():  # before the loader is made: WeightedRandomSampler(weights, len(ds))
        sampler = cell.names.get(name)
        if not isinstance(call, ast.Call) or not _is_sampler(sampler):
            continue
        times = call.args[1] if len(call.args) > 1 else keyword(call, "num_samples")
        if isinstance(times, ast.Call) and text_of(times.func) == "len" and len(times.args) == 1:
            yield name, sampler, _size(cell, cell.value(times.args[0]))


def _is_sampler(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "WeightedRandomSampler")


def _size(cell: Cell, data: Any) -> int | None:
    """How many items a dataset has; of the learner's own classes, what they keep tells."""
    n = size_of(data)
    if n is not None or type(data).__module__ != "__main__":
        return n
    method = vars(type(data)).get("__len__")
    written = cell.definition(method)
    line = written.body[-1] if isinstance(written, ast.FunctionDef) else None
    call = line.value if isinstance(line, ast.Return) else None
    if not isinstance(call, ast.Call) or text_of(call.func) != "len" or len(call.args) != 1:
        return None
    given = call.args[0]
    is_own = isinstance(given, ast.Attribute) and text_of(given.value) == "self"
    held: Any = stored(data).get(given.attr) if isinstance(given, ast.Attribute) and is_own else None
    if is_tensor(held) or is_array(held):
        return shape(held)[0] if held.ndim else None
    is_sized = type(held) in (list, tuple) or is_of(held, "pandas", "DataFrame", "Series")
    return len(held) if is_sized else None


def _fix(cell: Cell, name: str, k: int, n: int) -> str:
    """The line that takes a weight for each item by its class, where the labels are at hand."""
    call = next(cell.calls("WeightedRandomSampler"), None)
    given = (call.args[0] if call.args else keyword(call, "weights")) if call is not None else None
    labels = [name for name, held in cell.variables if _are_labels(held, k, n)]
    if isinstance(given, ast.Name) and is_tensor(held := cell.value(given)) and held.ndim == 1 and labels:
        text = f"{given.id}[{labels[0]}]"
        made = f"{name} = WeightedRandomSampler({text}, num_samples={n})" if "." not in name else text
        return f"Take for each item the weight of its class: `{made}`."
    return "Take for each item the weight of its class: `weights = class_weights[labels]`."


def _are_labels(held: Any, k: int, n: int) -> bool:
    """Whether a tensor holds a class for each item."""
    is_long = is_tensor(held) and str(held.dtype) == "torch.int64" and held.device.type == "cpu"
    if not is_long or shape(held) != (n,):
        return False
    return int(held.min()) >= 0 and int(held.max()) == k - 1
