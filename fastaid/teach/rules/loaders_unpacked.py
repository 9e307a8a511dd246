"""Names that were to share out a whole loader, or a whole data set, as if it were one batch or one item."""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import loop_at, names_of, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

PARTS = {
    "train": (0, ""), "valid": (1, ""), "train_dl": (0, ""), "valid_dl": (1, ""),
    "train_ds": (0, "dataset"), "valid_ds": (1, "dataset"),
}  # fmt: skip


def held_at(frame: Frame, node: ast.expr) -> Any:
    """What an expression stands for, the parts of a DataLoaders too: `dls.train`, `learn.dls.valid_ds`, `dls[0]`."""
    found = frame.value(node)
    if found is not UNKNOWN:
        return found
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        held, place = held_at(frame, node.value), node.slice.value
        every: Any = stored(held).get("loaders") if is_dls(held) else None
        is_there = isinstance(every, list) and isinstance(place, int) and 0 <= place < len(every)
        return every[place] if is_there else UNKNOWN
    if not isinstance(node, ast.Attribute):
        return UNKNOWN
    held = held_at(frame, node.value)
    if is_learner(held):
        return stored(held).get(node.attr, UNKNOWN)
    if is_fastais(held) and node.attr == "dataset":
        return stored(held).get("dataset", UNKNOWN)
    at, inside = PARTS.get(node.attr, (-1, ""))
    loaders = stored(held).get("loaders") if is_dls(held) else None
    if not isinstance(loaders, list) or not 0 <= at < len(loaders):
        return UNKNOWN
    return stored(loaders[at]).get(inside, UNKNOWN) if inside else loaders[at]


def is_fastais(held: Any) -> bool:
    """Whether it is a loader of fastai."""
    return is_of(held, "fastai.data.load", "DataLoader")


def is_loader(held: Any) -> bool:
    """Whether it gives batches."""
    return is_fastais(held) or is_of(held, "torch.utils.data", "DataLoader")


def is_data_set(held: Any) -> bool:
    """Whether it gives items."""
    return is_of(held, "fastai.data.core", "Datasets", "TfmdLists") or is_of(
        held, "torch.utils.data", "Dataset"
    )


def unpacked(scene: Scene) -> tuple[Frame, ast.Tuple | ast.List, ast.expr, Any] | None:
    """The names, and the loader, iterator of a loader, or data set they are to share."""
    here = scene.here
    if here is None or "unpack" not in scene.message or loop_at(here) is not None:
        return None
    line = statement_at(here)
    target = line.targets[0] if isinstance(line, ast.Assign) else None
    if not isinstance(line, ast.Assign) or not isinstance(target, (ast.Tuple, ast.List)):
        return None
    held = held_at(here, line.value)
    if is_loader(held) or is_data_set(held) or is_dls(held) or is_iterator(here, line.value, held):
        return here, target, line.value, held
    return None


def is_iterator(frame: Frame, node: ast.expr, held: Any) -> bool:
    """Whether it goes through the batches of a loader: `iter(dl)`, or a variable that keeps one."""
    if isinstance(node, ast.Call):
        is_iter = isinstance(node.func, ast.Name) and node.func.id == "iter" and len(node.args) == 1
        return is_iter and is_loader(held_at(frame, node.args[0]))
    if isinstance(held, GeneratorType):  # fastai's loaders have no class of their own for it
        return held.gi_code.co_filename == getattr(library("fastai.data.load"), "__file__", None)
    return is_of(held, "torch.utils.data.dataloader", "_BaseDataLoaderIter")


@rule(ValueError, needs="torch")
def iterator_unpacked(scene: Scene) -> Diagnosis | None:
    """`xb, yb = iter(dl)`: it gives batch after batch, not the parts of one."""
    found = unpacked(scene)
    if found is None or not is_iterator(found[0], found[2], found[3]):
        return None
    names, text = names_of(found[1]), ast.unparse(found[2])
    return Diagnosis(
        f"`{text}` gives one batch after the other; taken apart, it gives all of them, one for each name.",
        f"`{names}` are the parts of a single batch, and `next` takes one batch.",
        f"{names} = next({text})",
        "Take the next batch:",
        card="batch",
    )


@rule(ValueError, TypeError, needs="torch")
def whole_loader_unpacked(scene: Scene) -> Diagnosis | None:
    """`xb, yb = dls.train`: a loader gives all its batches, a data set all its items."""
    found = unpacked(scene)
    if found is None:
        return None
    here, target, node, held = found
    names, text = names_of(target), text_of(node)
    if not text or is_iterator(here, node, held):
        return None
    if is_dls(held) or is_of(held, "torch.utils.data", "DataLoader"):
        return None  # the rule of loaders
    if is_data_set(held):
        return Diagnosis(
            f"`{text}` is a whole data set, not one item; taken apart, it gives all its items, one for each name.",
            f"`{names}` are the parts of a single item.",
            f"{names} = {text}[0]",
            "Take one item, for example the first:",
            card="dataloaders",
        )
    return Diagnosis(
        f"`{text}` is a whole loader (DataLoader), not one batch; taken apart, it gives all its batches, one for "
        "each name.",
        f"`{names}` are the inputs and targets of a single batch.",
        _batch(held, target, names, f"{text}.one_batch()"),
        "Take one batch:",
        card="dataloaders",
    )


def _batch(held: Any, target: ast.Tuple | ast.List, names: str, call: str) -> str:
    """The line that takes one batch, with one name where its number of parts is another one."""
    parts: Any = stored(stored(held).get("dataset")).get("tls")
    n = len(parts) if isinstance(parts, (list, tuple)) or is_of(parts, "fastcore.foundation", "L") else None
    return f"{names} = {call}" if n is None or n == len(target.elts) else f"batch = {call}"
