"""One fastai callback that tells what happens in a fit, and can end it at a batch's edge.

The only place that knows fastai's event names. It keeps losses as tensors and reads them in bunches,
so that it adds no wait for the device to those that fastai's own Recorder has.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from fastai.callback.schedule import ParamScheduler
from fastai.learner import Callback, CancelFitException

from fastaid.errors import FastaidWarning
from fastaid.facts.events import (
    BatchesEnded,
    EpochEnded,
    Event,
    FitStarted,
    GpuUse,
    RunStarted,
)
from fastaid.facts.run import Run, finite
from fastaid.facts.schedule import Plan
from fastaid.training.cleanup import keep_from_reloading, settle
from fastaid.training.device import device_of, gpu_use
from fastaid.training.keep_checkpoints import Checkpoints
from fastaid.training.layers import layer_groups
from fastaid.training.stop import Stop

Listener = Callable[[Run, Event], None]

REFRESH_INTERVAL = 0.25  # seconds between two bunches of batches
PLAN_POINTS = 200
PEAK_POINTS = 100
KEEP_SECONDS = 300  # a long epoch keeps checkpoints between its batches too


class RunStopped(Exception):
    """Ends a call that would start another fit (fine_tune) once a stop was asked for."""


@dataclass(slots=True)
class _Batches:
    """What changes at every batch. Not the callback's own attributes: fastai looks each of those up in the learner."""

    started: float  # the clock's seconds when the present batch began
    last_flush: float
    train_seconds: float = 0.0
    is_open: bool = False  # its loss is known and it is not kept yet
    n_kept: int = 0  # of this fit
    pending: list[tuple[Any, Any, float | None, float | None]] = field(default_factory=list)


class WatchCallback(Callback):
    """Tell listeners about a fit; a listener that fails is told nothing more, and training goes on."""

    # After everyone: a stop raised here leaves no callback without its share of the batch.
    order = 1_000

    def __init__(
        self,
        started: RunStarted,
        listeners: tuple[Listener, ...],
        stop: Stop,
        refresh_interval: float = REFRESH_INTERVAL,  # seconds
        clock: Callable[[], float] = time.perf_counter,  # seconds; a test brings its own
        checkpoints: Checkpoints | None = None,
        resumed: Run | None = None,  # a run that goes on, as it was at its checkpoint
    ):
        super().__init__()
        self.watch_run = resumed or Run(started)
        self.watch_stop = stop
        self.watch_ended_early = False
        self._checkpoints = checkpoints or Checkpoints(None, started.run_id)
        self._goes_on = resumed is not None
        self._listeners = list(listeners)
        self._interval, self._clock = refresh_interval, clock
        now = clock()
        self._start = now - self.watch_run.seconds
        self._batches = _Batches(now, now, self.watch_run.train_seconds)
        self._last_kept = now
        self._schedulers: list[ParamScheduler] = []

    def __call__(self, event_name: str) -> None:
        # fastai asks every callback at each of a batch's many events.
        if event_name in HEARD:
            super().__call__(event_name)

    def __reduce__(self) -> tuple[Any, ...]:
        # A learner that is exported or copied while it trains takes no view, journal or kernel along.
        return Callback, ()

    # -- fastai's events ------------------------------------------------------------------------

    def before_fit(self) -> None:
        if self.watch_stop.is_requested:
            self._end_early()
        self._schedulers = [cb for cb in self.learn.cbs if isinstance(cb, ParamScheduler)]
        if self._goes_on:  # with a fit that has begun already
            self._goes_on = False
            self._batches.n_kept = self.watch_run.step - self.watch_run.steps_before_fit
            return
        self._batches.n_kept = 0
        self.watch_emit(
            FitStarted(
                n_epoch=self.learn.n_epoch,
                n_iter=len(self.dls.train),
                n_valid_iter=len(self.dls.valid) if len(self.dls.loaders) > 1 else 0,
                metric_names=self._metric_names(),
                layer_groups=layer_groups(self.learn, self._peak_lrs()),
                plan=self._plan(),
            )
        )
        self._keep(self._checkpoints.begins)

    def before_epoch(self) -> None:
        self._epoch_start = self._clock()

    def before_train(self) -> None:
        self._checkpoints.mark("epoch", self.dls)
        self._batches.started = self._clock()

    def before_validate(self) -> None:
        self._checkpoints.mark("valid", self.dls)

    def after_loss(self) -> None:
        self._batches.is_open = self.learn.training

    def after_batch(self) -> None:
        if self.learn.training:
            self._keep_batch(self.learn)
        stop = self.watch_stop
        if stop.wants_checkpoint:
            stop.wants_checkpoint = False
            self._save_checkpoint()
        if stop.when == "batch":
            self._keep(self._checkpoints.between_batches)
            self._end_early()
        elif self._batches.last_flush - self._last_kept > KEEP_SECONDS:  # the clock was read then
            self._keep(self._checkpoints.between_batches)

    def after_epoch(self) -> None:
        self._end_epoch()
        is_last, is_stopped = self._is_last_epoch(), self.watch_stop.is_requested
        if is_last or is_stopped or self._checkpoints.is_due:
            self._keep(self._checkpoints.epoch_over)
        if is_stopped and not is_last:
            self._end_early()

    def after_cancel_fit(self) -> None:
        # A callback that ends the fit (TerminateOnNaN after a batch, EarlyStopping after an epoch)
        # keeps those behind it, this one among them, from hearing of that batch or epoch.
        if self._batches.is_open:
            self._keep_batch(self.learn)
        n_known = len(self.watch_run.epochs) - self.watch_run.epochs_before_fit
        # Where the fit was ended before it began, the recorder has nothing yet.
        if self._has_recorder() and len(vars(self.recorder).get("values", ())) > n_known:
            self._end_epoch()

    def after_fit(self) -> None:
        self.watch_flush()
        if self.watch_ended_early:
            raise RunStopped("a stop was asked for")

    # -- ours -----------------------------------------------------------------------------------

    def _end_epoch(self) -> None:
        self.watch_flush()
        names = self._metric_names()
        record = list(getattr(self.learn, "final_record", ()))
        if self._has_recorder() and getattr(self.recorder, "cancel_train", False):
            # fastai leaves the columns of a part out that was cancelled; these are the first.
            record = [None] * (len(names) - len(record)) + record
        now = self._clock()
        self.watch_emit(
            EpochEnded(
                epoch=len(self.watch_run.epochs),
                step=self.watch_run.step,
                values=tuple((name, finite(value)) for name, value in zip(names, record, strict=False)),
                epoch_seconds=now - self._epoch_start,
                seconds=now - self._start,
            )
        )

    def watch_flush(self) -> None:
        """Read the kept losses off the device, in one go, and tell the listeners."""
        batches = self._batches
        pending, batches.pending = batches.pending, []
        batches.last_flush = self._clock()
        if not pending:
            return
        losses, smooth, lrs, moms = zip(*pending, strict=True)
        self.watch_emit(
            BatchesEnded(
                first_step=self.watch_run.step + 1,
                losses=_read(losses),
                smooth_losses=_read(smooth),
                lrs=lrs,
                moms=moms,
                seconds=batches.last_flush - self._start,
                train_seconds=batches.train_seconds,
                gpu=self._gpu_use(),
            )
        )

    def _gpu_use(self) -> GpuUse | None:
        try:
            return gpu_use(device_of(self.learn))
        except Exception:  # noqa: BLE001  a driver that tells nothing is no reason to end a fit
            return None

    def _save_checkpoint(self) -> None:
        self.watch_flush()
        began = self._clock()
        saved = self._checkpoints.asked_for(self.learn, self.watch_run)
        self._batches.started += self._clock() - began  # the next batch is not slower for it
        self.watch_emit(saved)

    def _keep(self, keep: Callable[[Any, Run], None]) -> None:
        """Have a checkpoint kept unasked, and tell of those that have been written meanwhile."""
        self.watch_flush()
        self._last_kept = self._batches.last_flush
        try:
            keep(self.learn, self.watch_run)
        except Exception as error:  # noqa: BLE001  what cannot be copied is no reason to end a fit
            warnings.warn_explicit(_not_kept(error), FastaidWarning, "fastaid", 1)
            self._checkpoints = Checkpoints(None, self.watch_run.started.run_id)
        self.watch_tell_written()

    def watch_tell_written(self) -> None:
        """Tell of the checkpoints that are on disk by now."""
        for saved in self._checkpoints.written():
            self.watch_emit(saved)

    def watch_close(self) -> None:
        """Wait for the last checkpoint, and tell of it; a further interrupt ends the waiting."""
        with suppress(KeyboardInterrupt):
            self._checkpoints.close()
        self.watch_tell_written()

    def watch_emit(self, event: Event) -> None:
        """Take an event into the run and pass it on."""
        self.watch_run.apply(event)
        for listener in list(self._listeners):
            try:
                listener(self.watch_run, event)
            except Exception as error:  # noqa: BLE001  whatever a view or a disk does, the fit goes on
                self._listeners.remove(listener)
                # Without a place in the code, which is ours and says nothing to a learner.
                warnings.warn_explicit(_given_up(listener, error), FastaidWarning, "fastaid", 1)

    def watch_seconds(self) -> float:
        """Seconds since the run began."""
        return self._clock() - self._start

    def watch_settle(self, learn: Any) -> None:
        """Do what fastai skips when an exception leaves a fit: see `settle`."""
        self.watch_flush()
        settle(learn, self._schedulers, self)

    def _metric_names(self) -> tuple[str, ...]:
        """The epoch table's columns without its number and time; fastai's rmse calls itself "_rmse"."""
        names = self.recorder.metric_names[1:-1] if self._has_recorder() else ()
        return tuple(str(name).lstrip("_") or str(name) for name in names)

    def _keep_batch(self, learn: Any) -> None:
        batches, now = self._batches, self._clock()
        batches.train_seconds += now - batches.started
        batches.started, batches.is_open = now, False
        hypers = learn.opt.hypers[-1]
        recorder = vars(learn).get("recorder")
        losses: Any = recorder.losses if recorder is not None else ()
        smooth = losses[-1] if len(losses) > batches.n_kept else None
        batches.n_kept += 1
        rates = finite(hypers["lr"]), finite(hypers.get("mom"))
        batches.pending.append((learn.loss.detach(), smooth, *rates))
        if now - batches.last_flush >= self._interval:
            self.watch_flush()

    def _end_early(self) -> None:
        self.watch_ended_early = True
        keep_from_reloading(self.learn)
        raise CancelFitException

    def _is_last_epoch(self) -> bool:
        return len(self.watch_run.epochs) >= self.watch_run.n_epoch

    def _has_recorder(self) -> bool:
        return hasattr(self.learn, "recorder")

    def _peak_lrs(self) -> list[float]:
        """The highest rate each layer group will get: a scheduler has not set any yet."""
        lrs = [float(h["lr"]) for h in self.opt.hypers]
        for scheduler in self._schedulers:
            schedule = scheduler.scheds.get("lr")
            try:
                found = [schedule(i / PEAK_POINTS) for i in range(PEAK_POINTS)] if schedule else []
                if found:
                    lrs = [max(_of_group(value, i) for value in found) for i in range(len(lrs))]
            except Exception:  # noqa: BLE001  somebody else's schedule may need what is not there yet
                continue
        return lrs

    def _plan(self) -> Plan:
        """Ask the scheduler for its curve before it runs; a schedule it cannot tell is no plan."""
        curves: dict[str, Any] = {}
        for scheduler in self._schedulers:
            curves.update(scheduler.scheds)
        n = self.learn.n_epoch * len(self.dls.train)
        if not curves or not n:
            return Plan()
        done = self.watch_run.step
        at = sorted({round(i * (n - 1) / (PLAN_POINTS - 1)) for i in range(PLAN_POINTS)})
        try:
            lrs, moms = (
                [finite(_last(curves[key](i / n))) for i in at] if key in curves else []
                for key in ("lr", "mom")
            )
        except Exception:  # noqa: BLE001  somebody else's schedule may need what is not there yet
            return Plan()
        return Plan(tuple(done + i + 1 for i in at), tuple(lrs), tuple(moms))


HEARD = frozenset(
    name for name in vars(WatchCallback) if name.startswith(("before_", "after_"))
)  # fastai's events that it does something at


def _read(values: tuple[Any, ...]) -> tuple[float | None, ...]:
    """Numbers of scalar tensors (or None), with one wait for the device."""
    import torch

    tensors = [torch.as_tensor(v).float().reshape(()) for v in values if v is not None]
    if not tensors:
        return (None,) * len(values)
    numbers = iter(torch.stack(tensors).tolist())
    return tuple(None if v is None else finite(next(numbers)) for v in values)


def _of_group(value: Any, i: int) -> float:
    try:
        return float(value[i])
    except (TypeError, IndexError):
        return float(value)


def _last(value: Any) -> float:
    """A schedule gives a number, or one a layer group: the last is the head's."""
    try:
        return float(value[-1])
    except (TypeError, IndexError):
        return float(value)


def _not_kept(error: Exception) -> str:
    return (
        f"No checkpoints are kept of this run; the fit itself is unharmed ({type(error).__name__}: {error})."
    )


def _given_up(listener: Listener, error: Exception) -> str:
    name = getattr(listener, "title", None) or getattr(listener, "__qualname__", type(listener).__name__)
    return f"{name} was given up; the fit itself is unharmed ({type(error).__name__}: {error})."
