"""A run that ended early goes on from a checkpoint, as if it had never ended.

On a CPU the final weights are, bit for bit, those of a run that was not interrupted: weights, optimizer, schedule,
recorder, callbacks and every random number go on from where they were. fastai's own `start_epoch` keeps the
schedule only, and calls the callbacks for epochs in which nothing happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from fastai.learner import Callback, CancelEpochException
from fastcore.foundation import L

from fastaid.errors import FastaidError, counted, listed
from fastaid.training.checkpoint import OWN, Checkpoint, callbacks_with_memory, fingerprints
from fastaid.training.device import device_name, device_of, versions
from fastaid.training.fast.in_place import put
from fastaid.training.fit import data_facts
from fastaid.training.randomness import set_random_states

# Callbacks that a fit, or its precision, brings along.
BROUGHT = ("ParamScheduler", "MixedPrecision", "ModelToHalf", "ProgressCallback", "ShowGraphCallback")


def differences(learn: Any, point: Checkpoint) -> tuple[list[str], list[str]]:
    """What is not as it was: what makes it another run, and what may change the last digits."""
    return [*_other_net(learn, point), *_other_data(learn, point), *_other_callbacks(learn, point)], [
        *_other_versions(point),
        *_other_machine(learn, point),
    ]


def check_net(learn: Any, point: Checkpoint) -> None:
    """Refuse a net that the checkpoint's weights are not of.

    Raises: FastaidError with the next step.
    """
    found = _other_net(learn, point)
    if found:
        raise FastaidError(
            f"The run trained another net than {_arch(learn)}: {found[0]}.",
            "Make the learner as it was made then, and %resume again.",
        )


def _arch(learn: Any) -> str:
    arch = getattr(learn, "arch", None)
    return arch if isinstance(arch, str) else getattr(arch, "__name__", type(learn.model).__name__)


def _other_net(learn: Any, point: Checkpoint) -> list[str]:
    now, then = learn.model.state_dict(), point.model
    for name, value in then.items():
        if name not in now:
            return [f"it had {name}, which this one has not"]
        if tuple(now[name].shape) != tuple(value.shape):
            return [f"{name} was {tuple(value.shape)} and is {tuple(now[name].shape)}"]
    more = [name for name in now if name not in then]
    if more:
        return [f"it had no {more[0]}"]
    if fingerprints(learn)["net"] != point.rest["net"]:
        return ["its layers have the same weights and other settings, such as dropout or strides"]
    loss = fingerprints(learn)["loss"]
    return [] if loss == point.rest["loss"] else [f"its loss was {point.rest['loss']} and is {loss}"]


def _other_data(learn: Any, point: Checkpoint) -> list[str]:
    then, now = point.run.started, data_facts(learn.dls)
    pairs = (
        ("training", then.n_train, now["n_train"]),
        ("validation", then.n_valid, now["n_valid"]),
    )
    for part, before, after in pairs:
        if before != after:
            return [f"there were {counted(before, then.noun)} in the {part} part, and there are {after:,}"]
    if then.bs != now["bs"]:
        return [f"a batch had {then.bs} and has {now['bs']}"]
    if then.data_fingerprint and now["data_fingerprint"] not in ("", then.data_fingerprint):
        return [f"other {then.noun}s, or the same ones split otherwise"]
    if point.rest["transforms"] != fingerprints(learn)["transforms"]:
        return ["the transforms are others, such as the size or the augmentation"]
    return []


def _other_callbacks(learn: Any, point: Checkpoint) -> list[str]:
    then = [name for name, _ in point.rest["callbacks"] if name not in BROUGHT]
    now = [type(cb).__name__ for cb in callbacks_with_memory(learn)]
    missing = [name for name in then if name not in now]
    return [f"it trained with {listed(missing)}, which this learner has not"] if missing else []


def _other_versions(point: Checkpoint) -> list[str]:
    now = dict(versions())
    return [
        f"{name} was {version} and is {now.get(name, 'missing')}"
        for name, version in point.run.started.versions
        if now.get(name) != version
    ]


def _other_machine(learn: Any, point: Checkpoint) -> list[str]:
    found = []
    device = device_name(device_of(learn))
    if device != point.run.started.device:
        found.append(f"it trained on {point.run.started.device} and goes on on {device}")
    if point.rest["threads"] != torch.get_num_threads():
        found.append(f"PyTorch used {point.rest['threads']} threads and uses {torch.get_num_threads()}")
    return found


# -- going on ---------------------------------------------------------------------------------------


def bring_back(learn: Any, point: Checkpoint) -> None:
    """Give a learner the checkpoint's weights and optimizer, and let the same layers train.

    Raises: FastaidError where they are of another net or optimizer.
    """
    check_net(learn, point)
    if learn.opt is None:
        learn.create_opt()
    learn.model.load_state_dict(dict(point.model))
    _bring_optimizer_back(learn, point)
    for p, trains in zip(learn.model.parameters(), point.rest["trains"], strict=True):
        p.requires_grad_(bool(trains))


def _bring_optimizer_back(learn: Any, point: Checkpoint) -> None:
    opt = learn.opt
    try:
        opt.load_state_dict({key: _like(opt, value) for key, value in point.opt.items() if key != OWN})
    except (AssertionError, KeyError, ValueError) as error:
        raise FastaidError(
            "The run trained with another optimizer, or other layer groups.",
            "Make the learner as it was made then, and %resume again.",
        ) from error
    if hasattr(opt, "frozen_idx"):
        opt.frozen_idx = int(point.rest["frozen_idx"])
        _to_device(opt)
    for p, grad in zip(learn.model.parameters(), point.rest["grads"], strict=True):
        if grad is not None:
            p.grad = torch.zeros_like(p) if isinstance(grad, int) else grad.to(p.device)


def _like(opt: Any, value: Any) -> Any:
    """fastai's optimizers hold their settings in a list of their own kind."""
    return L(value) if isinstance(getattr(opt, "hypers", None), L) and isinstance(value, list) else value


def _to_device(opt: Any) -> None:
    for p, _, state, _ in opt.all_params():
        for key, value in state.items():
            if hasattr(value, "to"):
                state[key] = value.to(p.device)


@contextmanager
def going_on(learn: Any, point: Checkpoint) -> Iterator[None]:
    """Let the call inside the block, the same that began the run, do what is left of it.

    Fits that were complete are passed over, and so are epochs and batches of the one that was not.
    """
    fits = _Fits(learn, point)
    put(learn, "fit", fits.fit)
    try:
        yield
    finally:
        vars(learn).pop("fit", None)


class _Fits:
    def __init__(self, learn: Any, point: Checkpoint):
        self.learn, self.point = learn, point
        self._number = 0

    def fit(self, *args: Any, **kwargs: Any) -> None:
        """Take the place of `Learner.fit`. Source: fastai 2.8 `Learner.fit`, `Learner._do_fit`."""
        number, self._number = self._number, self._number + 1
        learn, at = self.learn, self.point.position
        fit = type(learn).fit.__get__(learn)
        if number < at.fit:
            return
        if number > at.fit:
            fit(*args, **kwargs)
            return
        put(learn, "_do_fit", self._rest)
        try:
            with learn.added_cbs(_WithinEpoch(self.point)):
                fit(*args, **kwargs)
        finally:
            vars(learn).pop("_do_fit", None)

    def _rest(self) -> None:
        learn = self.learn
        _bring_optimizer_back(
            learn, self.point
        )  # fine_tune freezes, and fastai forgets an optimizer's state then
        restore_curves(learn, self.point)
        set_random_states(self.point.rest["random"]["now"], learn.dls)
        for epoch in range(self.point.position.epoch, learn.n_epoch):
            learn.epoch = epoch
            learn._with_events(learn._do_epoch, "epoch", CancelEpochException)


def restore_curves(learn: Any, point: Checkpoint) -> None:
    """Give recorder, callbacks and scaler what they held; after fastai has begun the fit with empty ones."""
    kept = point.rest["recorder"]
    recorder = vars(learn).get("recorder")
    if kept is not None and recorder is not None:
        recorder.losses = list(kept["losses"].unbind())
        recorder.lrs, recorder.iters = list(kept["lrs"]), list(kept["iters"])
        recorder.values = [L(row) for row in kept["values"]]
        recorder.smooth_loss.count, recorder.smooth_loss.val = kept["smooth"]
        if recorder.losses:
            learn.smooth_loss = recorder.smooth_loss.value
    waiting = [(name, state) for name, state in point.rest["callbacks"]]
    for cb in callbacks_with_memory(learn):
        at = next((i for i, (name, _) in enumerate(waiting) if name == type(cb).__name__), None)
        if at is not None:
            _, state = waiting.pop(at)
            vars(cb).update({key: value for key, value in state.items() if key in vars(cb)})
    _, learn.train_iter = point.rest["learner"]
    if point.rest["scaler"] and getattr(learn, "scaler", None) is not None:
        learn.scaler.load_state_dict(point.rest["scaler"])


class _WithinEpoch(Callback):
    """Begins the first epoch behind the batches that it has had."""

    order = 900  # what fastai sets before an epoch's batches is set by then

    def __init__(self, point: Checkpoint):
        super().__init__()
        self._point = point
        self._skipped = 0

    def before_train(self) -> None:
        self._skipped = 0
        at = self._point.position
        if not at.batch or self.learn.epoch != at.epoch:
            return
        set_random_states(self._point.rest["random"]["epoch"], self.dls)
        self._skipped = at.batch
        self.learn.dl = _Rest(self.learn.dl, at.batch, self._restore)

    def _restore(self) -> None:
        """What skipping batches has moved."""
        set_random_states(self._point.rest["random"]["now"], self.dls)
        self.learn.pct_train = self._point.rest["learner"][0]
        recorder, kept = vars(self.learn).get("recorder"), self._point.rest["recorder"]
        if recorder is not None and kept and recorder.train_metrics:
            for metric, state in zip(recorder.metrics, kept["train_metrics"], strict=False):
                vars(metric).update(state)

    def before_batch(self) -> None:
        if self.learn.training:
            self.learn.iter += self._skipped

    def __reduce__(self) -> tuple[Any, ...]:
        return Callback, ()


class _Rest:
    """A loader whose first batches were had: they are made again, for what making them draws, and passed over."""

    def __init__(self, loader: Any, n: int, then: Any):
        self._loader, self._n, self._then = loader, n, then

    def __len__(self) -> int:
        return len(self._loader)

    def __iter__(self) -> Iterator[Any]:
        batches = iter(self._loader)
        for _ in range(self._n):
            next(batches, None)
        self._then()
        yield from batches

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)
