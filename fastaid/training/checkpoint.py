"""A learner in the middle of a fit, in one file: enough to go on as if nothing had happened.

The file is one that `learn.load` takes: weights and optimizer, as `learn.save` writes them. What fastai's own
lacks (random numbers, the recorder, callbacks, the place in the schedule) lies beside the optimizer's state,
where `Optimizer.load_state_dict` does not look. Tensors and plain values only, so that reading it runs nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError
from fastaid.facts.events import from_json, to_json
from fastaid.facts.run import Run
from fastaid.training.randomness import random_states

VERSION = 1
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
OWN = "fastaid"  # the key beside "state" and "hypers"
NO_CHECKPOINT = "It was cut off or damaged, or something else wrote it."


@dataclass(frozen=True)
class Position:
    """Where in a run a checkpoint stands."""

    fit: int  # which fit of the run, from 0; fine_tune has two
    epoch: int = 0  # of that fit
    batch: int = 0  # training batches done in that epoch


@dataclass(frozen=True)
class Checkpoint:
    """What a file holds, checked for its form and not yet against a learner."""

    path: Path
    run: Run
    position: Position
    model: Mapping[str, Any]  # the net's state dict
    opt: Mapping[str, Any]  # "state" and "hypers", as fastai's optimizer has them
    rest: Mapping[str, Any]  # what `learner_state` gave


def learner_state(
    learn: Any,  # the fastai Learner, between two batches or epochs
    run: Run,
    position: Position,
    marks: Mapping[str, Any],  # random states of earlier moments, by name: "run", "epoch"
    now: Mapping[str, Any] | None = None,  # random states to go on with; None: as they are
) -> dict[str, Any]:
    """Everything that the rest of a run depends on, copied to the CPU: the fit may go on meanwhile.

    Cost: one copy of weights and optimizer state. Source: fastai 2.8 `save_model`, `Recorder`, `TrainEvalCallback`.
    """
    from fastai.torch_core import get_model

    params = list(learn.model.parameters())
    return {
        "model": {name: _copied(value) for name, value in get_model(learn.model).state_dict().items()},
        "opt": {
            **_whole(learn.opt.state_dict(), "the optimizer"),
            OWN: {
                "version": VERSION,
                "run": json.dumps([to_json(event) for event in run.events()], allow_nan=False),
                "position": [position.fit, position.epoch, position.batch],
                "random": {**marks, "now": dict(now or random_states(learn.dls))},
                "trains": [p.requires_grad for p in params],
                "grads": _gradients(learn, params),
                "frozen_idx": int(getattr(learn.opt, "frozen_idx", 0)),
                "recorder": _recorder(learn),
                "callbacks": _callbacks(learn),
                "learner": [float(learn.pct_train), int(learn.train_iter)],
                "scaler": _whole(learn.scaler.state_dict(), "the scaler")
                if getattr(learn, "scaler", None)
                else None,
                **fingerprints(learn),
            },
        },
    }


def fingerprints(learn: Any) -> dict[str, Any]:
    """What has to be the same for a run to go on as it would have: net, loss, transforms, threads."""
    import torch

    tfms = [
        repr(tfm)
        for name in ("after_item", "after_batch")
        for tfm in getattr(getattr(learn.dls.loaders[0], name, None), "fs", ())
    ]
    return {
        "net": _short("\n".join([repr(learn.model), *map(str, learn.model.state_dict())])),
        "transforms": _short(ADDRESS.sub("", "\n".join(tfms))),
        "loss": getattr(learn.loss_func, "__name__", type(learn.loss_func).__name__),
        "threads": torch.get_num_threads(),
    }


def _short(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def write_checkpoint(state: Mapping[str, Any], file: Path) -> int:  # its size in bytes
    """Write a state, all or nothing: beside its place first, and moved there when it is complete and on disk.

    A full disk or a killed process leaves no half a file under the name.
    Raises: OSError or RuntimeError where it cannot be written.
    """
    import torch

    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    try:
        with part.open("wb") as written:
            torch.save(dict(state), written)
            written.flush()
            os.fsync(written.fileno())
        part.replace(file)
        _sync_folder(file.parent)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def _sync_folder(folder: Path) -> None:
    """Have the name itself on disk; where folders cannot be synchronized, as on Windows, it soon will be."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def read_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint with torch's weights_only, so that nothing in it is run.

    Raises: FastaidError where it is missing, damaged, or no checkpoint of a run.
    """
    import torch

    if not path.is_file():
        raise FastaidError(f"There is no checkpoint {path}.", "%runs lists the runs of this folder.")
    try:
        _check_sums(path)
        content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise FastaidError(
            f"{path} holds more than weights and plain values, and loading it could run code of whoever made it.",
            "A checkpoint of a run of yours does not.",
        ) from error
    except Exception as error:
        raise FastaidError(f"{path} cannot be read ({_in_short(error)}).", NO_CHECKPOINT) from error
    try:
        return _checked(path, content)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise FastaidError(f"{path} is no checkpoint of a run.", NO_CHECKPOINT) from error


def _check_sums(path: Path) -> None:
    """Refuse a file of which a part is not as it was written: torch takes wrong weights for right ones.

    Raises: ValueError or zipfile.BadZipFile. Cost: the file is read once more.
    """
    with zipfile.ZipFile(path) as archive:
        broken = archive.testzip()
    if broken is not None:
        raise ValueError(f"its part {broken} is damaged")


def _checked(path: Path, content: Any) -> Checkpoint:
    model, opt = content["model"], content["opt"]
    rest = opt[OWN]
    if rest["version"] != VERSION:
        raise FastaidError(
            f"{path} was written by another version of fastaid.",
            f"learn.load('{path.stem}') takes its weights.",
        )
    run = Run.of(from_json(body) for body in json.loads(rest["run"]))
    fit, epoch, batch = (int(number) for number in rest["position"])
    if (
        min(fit, epoch, batch) < 0
        or not isinstance(model, Mapping)
        or not isinstance(rest["random"], Mapping)
    ):
        raise ValueError("numbers or parts of another kind")
    if not all(hasattr(value, "shape") for value in model.values()):
        raise ValueError("weights that are no tensors")
    return Checkpoint(path, run, Position(fit, epoch, batch), model, opt, rest)


def _in_short(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 100 else f"{words[:100]}…"


# -- what is kept -----------------------------------------------------------------------------------

_NOT_PLAIN: Any = object()
LONGEST_TEXT = 10_000


def _copied(value: Any) -> Any:
    """A tensor of its own on the CPU, plain and laid out as it is."""
    import torch

    if not isinstance(value, torch.Tensor):
        return value
    return value.detach().to("cpu", copy=True).as_subclass(torch.Tensor)


def _kept(held: Mapping[Any, Any]) -> dict[Any, Any]:
    """The tensors and plain values of a dictionary."""
    found = {key: _plain(value) for key, value in held.items() if isinstance(key, int | str)}
    return {key: value for key, value in found.items() if value is not _NOT_PLAIN}


def _whole(held: Mapping[Any, Any], what: str) -> dict[Any, Any]:
    """A dictionary of which every part has to be kept.

    Raises: TypeError where one is no tensor and no plain value.
    """
    kept = _kept(held)
    if len(kept) != len(held):
        missing = next(key for key in held if key not in kept)
        raise TypeError(f"{what} holds {missing!r}, which no checkpoint can keep")
    return kept


def _plain(value: Any) -> Any:
    """A value as tensors, numbers, text, lists and dictionaries; `_NOT_PLAIN` where it is no such thing."""
    import torch
    from fastcore.foundation import L

    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, torch.Tensor):
        return _copied(value)
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        value = value.item()  # numpy's own number
    if isinstance(value, int | float):
        return int(value) if isinstance(value, int) else float(value)
    if isinstance(value, str):
        return str(value) if len(value) <= LONGEST_TEXT else _NOT_PLAIN
    if isinstance(value, list | tuple | L):
        found = [_plain(one) for one in value]
        is_plain = all(one is not _NOT_PLAIN for one in found)
        return (tuple(found) if type(value) is tuple else found) if is_plain else _NOT_PLAIN
    if isinstance(value, dict):
        kept = _kept(value)
        return kept if len(kept) == len(value) else _NOT_PLAIN  # half a dictionary is another one
    return _NOT_PLAIN


def _gradients(learn: Any, params: list[Any]) -> list[Any]:
    """Gradients that wait for the next batch: 0 says that there are some, of zeros; accumulated ones are kept."""
    is_accumulated = any(type(cb).__name__ == "GradientAccumulation" for cb in learn.cbs)
    return [
        None if p.grad is None else _copied(p.grad) if is_accumulated and bool(p.grad.any()) else 0
        for p in params
    ]


def _recorder(learn: Any) -> dict[str, Any] | None:
    """The curves so far: fastai begins each fit with empty ones."""
    import torch

    recorder = vars(learn).get("recorder")
    if recorder is None or "losses" not in vars(recorder):
        return None
    losses = [_copied(torch.as_tensor(loss)).float().reshape(()) for loss in recorder.losses]
    smooth = recorder.smooth_loss
    return {
        "losses": torch.stack(losses) if losses else torch.zeros(0),
        "lrs": [float(lr) for lr in recorder.lrs],
        "iters": [int(n) for n in recorder.iters],
        "values": [[_number(value) for value in row] for row in recorder.values],
        "smooth": [int(smooth.count), _copied(torch.as_tensor(smooth.val))],
        "train_metrics": [_kept(vars(metric)) for metric in recorder.metrics]
        if recorder.train_metrics
        else [],
    }


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _callbacks(learn: Any) -> list[list[Any]]:
    """What callbacks count and remember (the best loss, epochs without progress), where it is plain."""
    return [[type(cb).__name__, _kept(vars(cb))] for cb in callbacks_with_memory(learn)]


def callbacks_with_memory(learn: Any) -> list[Any]:
    """The callbacks whose state is kept, in the order in which they act: not fastai's recorder, nor ours."""
    passed = ("Recorder", "TrainEvalCallback", "CastToTensor")
    return [
        cb
        for cb in learn.cbs.sorted("order")
        if not type(cb).__module__.startswith("fastaid.") and type(cb).__name__ not in passed
    ]
