"""The labels of a dataset's items in their order, where these can be told without running the learner's code."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise
from pathlib import Path
from typing import Any

from fastaid.teach.notices.data import items_of, vocabulary
from fastaid.teach.objects import is_of, is_table, is_tensor, stored

MOST_ITEMS = 20_000
FEWEST = 8  # a validation set of fewer is a toy
MOST_LABELS = 5_000  # of a list are read, one by one


def labels_of(data: Any, most: int | None = None) -> list[Any]:
    """The classes that are a dataset's targets, or those of its first items; [] where they are not at hand."""
    if is_of(data, "torch.utils.data", "TensorDataset"):
        held = data.tensors[-1]
        is_plain = held.ndim == 1 and not held.is_floating_point() and held.device.type == "cpu"
        return [int(one) for one in held.tolist()] if is_plain and len(held) <= MOST_ITEMS else []
    if is_of(data, "fastai.data.core", "Datasets"):
        return labels_of_items(data, most)
    if is_of(data, "fastai.tabular.core", "Tabular"):
        return _labels_of_rows(data)
    if type(data) is not list or not FEWEST <= len(data) <= MOST_LABELS:
        return []
    found: list[Any] = [one[-1] if type(one) is tuple and len(one) == 2 else None for one in data[:most]]
    if all(type(one) is int for one in found):
        return found
    are_numbers = all(is_tensor(one) and one.ndim == 0 and not one.is_floating_point() for one in found)
    return [int(one) for one in found if one.device.type == "cpu"] if are_numbers else []


def labels_of_items(data: Any, most: int | None = None) -> list[Any]:
    """Of fastai's Datasets: what its own label functions read from the items."""
    found, items = vocabulary(data), items_of(data)
    if found is None or found.is_multi or items is None or len(items) > MOST_LABELS or not found.tfms:
        return []
    first, known = found.tfms[0], {*found.classes}
    if is_table(items):
        column = _column(items, first)
        labels = [] if column is None else list(column[:most])
    else:
        is_pattern = is_of(first, "fastai.data.transforms", "RegexLabeller")
        if is_pattern or stored(first).get("_name") == "RegexLabeller":
            return []
        files = list(items)[:most]
        # A function of the learner's may read the folder too: then its classes are the folders' names.
        if not files or not isinstance(files[0], Path) or files[0].parent.name not in known:
            return []
        if not all(isinstance(one, Path) for one in files):
            return []
        labels = [one.parent.name for one in files]
    return labels if all(isinstance(one, Hashable) and one in known for one in labels) else []


def _labels_of_rows(data: Any) -> list[Any]:
    """Of fastai's tables of rows: the classes behind the numbers that the target was given."""
    table: Any = stored(data).get("items")
    names = list(stored(data).get("y_names") or ())
    if len(names) != 1 or not is_table(table) or names[0] not in table.columns or len(table) > MOST_LABELS:
        return []
    steps = list(stored(stored(data).get("procs")).get("fs") or ())
    step = next((one for one in steps if is_of(one, "fastai.data.transforms", "Categorize")), None)
    vocab, codes = list(stored(step).get("vocab") or ()), table[names[0]]
    if (
        not vocab
        or codes.dtype.kind not in "iu"
        or not len(codes)
        or not 0 <= codes.min() <= codes.max() < len(vocab)
    ):
        return []
    return [vocab[one] for one in codes.tolist()]


def _column(table: Any, reader: Any) -> Any:
    if not is_of(reader, "fastai.data.transforms", "ColReader") or stored(reader).get("label_delim"):
        return None
    columns = list(stored(reader).get("cols") or ())
    if len(columns) != 1 or stored(reader).get("pref") or stored(reader).get("suff"):
        return None
    if isinstance(columns[0], int):
        return table.iloc[:, columns[0]]
    return table[columns[0]] if columns[0] in table.columns else None


def are_sorted(train: list[Any], valid: list[Any]) -> bool:
    """Whether the items come class by class, and the validation part is the end of the last one or the beginning."""
    n = len(train) + len(valid)
    return len(valid) >= 3 and n >= FEWEST and (_runs(train, valid) or _runs(valid, train))


def _runs(first: list[Any], second: list[Any]) -> bool:
    """Whether each class comes in one piece."""
    whole = [*first, *second]
    return 1 + sum(bool(one != other) for one, other in pairwise(whole)) == len(set(whole))
