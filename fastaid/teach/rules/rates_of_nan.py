"""lr_find without a single loss to choose from: they are NaN from the first batch on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.step import learner_name, values
from fastaid.teach.rules.tabular_data import made_by
from fastaid.teach.scene import Scene

MOST_READ = 2_000  # items of a data set
FEWEST = 5  # losses that a suggestion needs


@rule(IndexError, RuntimeError, ValueError, TypeError, needs="fastai.learner")
def no_loss_left(scene: Scene) -> Diagnosis | None:
    """NaN among the inputs, the targets or the weights, so lr_find sees no loss that is a number."""
    frame = scene.within("fastai.callback.schedule", "lr_find")
    learn = frame.names.get("self") if frame is not None else None
    left: Any = frame.names.get("losses") if frame is not None else None
    if learn is None or not is_tensor(left) or left.numel() >= FEWEST:
        return None
    losses = stored(stored(learn).get("recorder")).get("losses") or []
    if not losses or not any(math.isnan(float(one)) for one in losses[: len(losses) // 10 + FEWEST]):
        return None
    what = "The loss was NaN (no number) from the beginning, so `lr_find` has no point to choose a rate from."
    name = learner_name(scene, learn)
    model: Any = stored(learn).get("model")
    if is_module(model) and any(_has_nan(one) for one in model.parameters()):
        return Diagnosis(
            what,
            f"The weights of `{name}.model` are NaN already: an earlier training went wrong (a learning rate that was "
            "too high, or NaN in the data).",
            "",
            f"Make `{name}` anew with its own line, then find the rate before any training.",
            card="learning-rate-finder",
        )
    loader = (stored(stored(learn).get("dls")).get("loaders") or [None])[0]
    dataset = stored(loader).get("dataset")
    return _of_table(scene, what, name, dataset) or _of_tensors(scene, what, dataset) or _unknown(what, name)


def _has_nan(tensor: Any) -> bool:
    held = values(tensor)
    return held is not None and held.is_floating_point() and bool(held.isnan().any())


def _of_table(scene: Scene, what: str, name: str, dataset: Any) -> Diagnosis | None:
    table: Any = stored(dataset).get("items")
    made = made_by(scene)
    if not is_of(dataset, "fastai.tabular.core", "Tabular") or not is_table(table) or made is None:
        return None
    numbers = [one for one in table.columns if table[one].dtype.kind == "f" and bool(table[one].isna().any())]
    targets = [one for one in list(stored(dataset).get("y_names") or ()) if one in numbers]
    shown = targets or numbers
    if not shown:
        return None
    text = listed((f"`{one}`" for one in shown), 4)
    where = "The target" if targets else "The column" if len(shown) == 1 else "The columns"
    verb = "has" if len(shown) == 1 else "have"
    return Diagnosis(
        what,
        f"{where} {text} {verb} missing values (NaN), and every loss calculated from them is NaN.",
        f"{made.table} = {made.table}.dropna(subset={targets!r})"
        if targets
        else made.changed({"procs": "[Categorify, FillMissing, Normalize]"}),
        f"{'Leave out the rows without a target' if targets else 'Let FillMissing fill them'}, then make the data and "
        f"`{name}` anew:",
        card="tabular-procs",
    )


def _of_tensors(scene: Scene, what: str, dataset: Any) -> Diagnosis | None:
    for at, tensor in _parts(dataset):
        if not _has_nan(tensor):
            continue
        word = next(
            (
                word
                for word, one in scene.live(object)
                if is_tensor(one) and one.untyped_storage().data_ptr() == tensor.untyped_storage().data_ptr()
            ),
            "",
        )
        is_input = at == 0
        part = "inputs" if is_input else "targets"
        given = f"`{word}`, the {part}," if word else f"The {part} of the training set"
        has = "has" if word else "have"
        return Diagnosis(
            what,
            f"{given} {has} missing values (NaN), and every loss calculated from them is NaN.",
            f"{word}.nan_to_num_(0)" if word and is_input else "",
            "Fill them, here with 0 in place:"
            if word and is_input
            else f"Fill them{' in' if is_input else ', or leave those items out,'} where the data set is made.",
            card="learning-rate-finder",
        )
    return None


def _parts(dataset: Any) -> Iterator[tuple[int, Any]]:
    """The tensors of a data set that stands in memory, with their place in an item."""
    if is_of(dataset, "torch.utils.data", "TensorDataset"):
        yield from enumerate(stored(dataset).get("tensors") or ())
    for one in dataset[:MOST_READ] if type(dataset) is list else ():
        for at, part in enumerate(one) if type(one) in (tuple, list) else ():
            if is_tensor(part):
                yield at, part


def _unknown(what: str, name: str) -> Diagnosis:
    return Diagnosis(
        what,
        "Most likely the inputs or targets have missing values (NaN), or the loss takes the logarithm of 0 or of a "
        "negative number.",
        f"[one.isnan().any() for one in {name}.dls.one_batch()]",
        "Look for NaN in a batch:",
        sure="likely",
        card="learning-rate-finder",
    )
