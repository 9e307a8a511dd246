"""What objects are, without importing the libraries they come from, and in words for a learner."""

from __future__ import annotations

import sys
from typing import Any

from fastaid.errors import a, counted

UNKNOWN: Any = object()  # the value of an expression that would have to be run
# What reading a tensor's attribute tells without running anything.
PLAIN_READS = frozenset({"shape", "dtype", "device", "ndim", "requires_grad", "is_leaf", "T", "data"})


def library(name: str) -> Any:
    """A module that is already imported, None where it is not: then nothing of it is at hand."""
    return sys.modules.get(name)


def is_of(obj: Any, module: str, *names: str) -> bool:
    """Whether an object is an instance of a class, given by where it is defined."""
    found = sys.modules.get(module)
    if found is None:
        return False
    held = found.__dict__
    for name in names:
        kind = held.get(name)
        if isinstance(kind, type) and isinstance(obj, kind):
            return True
    return False


def is_kind(kind: type, module: str, *names: str) -> bool:
    """Whether a class is one of these, or made from one of them."""
    held = getattr(sys.modules.get(module), "__dict__", {})
    return any(isinstance(one := held.get(name), type) and issubclass(kind, one) for name in names)


def is_tensor(obj: Any) -> bool:
    """Whether it is a torch tensor."""
    return is_of(obj, "torch", "Tensor")


def is_array(obj: Any) -> bool:
    """Whether it is a numpy array."""
    return is_of(obj, "numpy", "ndarray")


def is_module(obj: Any) -> bool:
    """Whether it is a part of a network, or a whole one."""
    return is_of(obj, "torch.nn", "Module")


def is_learner(obj: Any) -> bool:
    """Whether it is a fastai Learner."""
    return is_of(obj, "fastai.learner", "Learner")


def is_dls(obj: Any) -> bool:
    """Whether it is fastai's DataLoaders."""
    return is_of(obj, "fastai.data.core", "DataLoaders")


def is_table(obj: Any) -> bool:
    """Whether it is a pandas DataFrame."""
    return is_of(obj, "pandas", "DataFrame")


def stored(obj: Any) -> dict[str, Any]:
    """An object's own attributes, without asking it."""
    try:
        found = object.__getattribute__(obj, "__dict__")
    except Exception:  # noqa: BLE001  no __dict__, or one that cannot be read
        return {}
    return found if isinstance(found, dict) else {}


def shape(obj: Any) -> tuple[int, ...]:
    """A tensor's or an array's shape."""
    return tuple(int(n) for n in obj.shape)


def dtype(obj: Any) -> str:
    """A tensor's or an array's dtype as a word: "float32"."""
    return str(obj.dtype).removeprefix("torch.")


def described(obj: Any) -> str:
    """An object in a few words: "a float32 tensor of shape (16, 3)", "a list of 4 items"."""
    if is_tensor(obj):
        where = "" if obj.device.type == "cpu" else f" on {obj.device}"
        return f"{_article(dtype(obj))} tensor of shape {shape(obj)}{where}"
    if is_array(obj):
        return f"{_article(dtype(obj))} array of shape {shape(obj)}"
    if is_table(obj):
        rows, columns = obj.shape
        return f"a DataFrame of {counted(rows, 'row')} and {counted(columns, 'column')}"
    if type(obj) in (list, tuple, dict, set):
        return f"a {type(obj).__name__} of {len(obj):,} item{'' if len(obj) == 1 else 's'}"
    if obj is None:
        return "None"
    return a(obj)


def _article(word: str) -> str:
    return (
        f"an {word}"
        if word.startswith(("i", "u", "a", "e", "o")) and not word.startswith("uint")
        else f"a {word}"
    )
