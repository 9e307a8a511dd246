"""The state of a run: what its events add up to, and what can be worked out from that."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fastaid.facts.events import (
    BatchesEnded,
    CheckpointSaved,
    EpochEnded,
    Event,
    FitStarted,
    GpuUse,
    RunEnded,
    RunResumed,
    RunStarted,
    Status,
)

# A validation batch runs forward only; until one was timed, this is its share of a training batch.
VALID_SHARE = 0.4
LOWER_IS_BETTER = ("loss", "error", "perplexity", "mse", "mae", "rmse", "hamming")


@dataclass
class Run:
    """Everything a view shows of one run; changed by `apply` and by nothing else."""

    started: RunStarted
    status: Status = "running"
    message: str = ""
    seconds: float = 0.0  # since the run began
    fit: FitStarted | None = None
    epochs_before_fit: int = 0  # epochs that earlier fits of this run completed
    steps_before_fit: int = 0
    losses: list[float | None] = field(default_factory=list)
    smooth_losses: list[float | None] = field(default_factory=list)
    lrs: list[float | None] = field(default_factory=list)
    moms: list[float | None] = field(default_factory=list)
    epochs: list[EpochEnded] = field(default_factory=list)
    train_seconds: float = 0.0
    diverged: bool = False  # a loss was not a number, or infinite
    planned: list[FitStarted] = field(default_factory=list)
    checkpoints: list[CheckpointSaved] = field(default_factory=list)
    gpu: GpuUse | None = None
    lowest_smooth_loss: float | None = None
    resumed: list[RunResumed] = field(default_factory=list)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Run:
        """Fold a run's events, the first of which is its RunStarted."""
        first, *rest = events
        if not isinstance(first, RunStarted):
            raise ValueError("a run's events begin with RunStarted")
        run = cls(first)
        for event in rest:
            run.apply(event)
        return run

    def apply(self, event: Event) -> None:
        """Take one event in. Cost: amortized constant per batch."""
        match event:
            case FitStarted():
                self.fit = event
                self.epochs_before_fit = len(self.epochs)
                self.steps_before_fit = self.step
                self.planned.append(event)
            case BatchesEnded():
                self.losses.extend(event.losses)
                self.smooth_losses.extend(event.smooth_losses)
                self.lrs.extend(event.lrs)
                self.moms.extend(event.moms)
                self.seconds = event.seconds
                self.train_seconds = event.train_seconds
                self.gpu = event.gpu
                known = [self.lowest_smooth_loss, *event.smooth_losses]
                self.lowest_smooth_loss = min((loss for loss in known if loss is not None), default=None)
                self.diverged = self.diverged or None in event.losses
            case EpochEnded():
                self.epochs.append(event)
                self.seconds = event.seconds
            case CheckpointSaved():
                # Of those that are kept unasked the latest says all.
                self.checkpoints = [one for one in self.checkpoints if one.is_asked_for or event.is_asked_for]
                self.checkpoints.append(event)
            case RunEnded():
                self.status, self.message, self.seconds = event.status, event.message, event.seconds
            case RunResumed():
                self.status, self.message = "running", ""
                self.resumed.append(event)
            case RunStarted():
                self.started = event

    def events(self) -> list[Event]:
        """The fewest events that fold to this very run."""
        found: list[Event] = [self.started, *self.planned[:-1]]
        found += self._trained(0, self.steps_before_fit, 0, self.epochs_before_fit)
        found += self.planned[-1:]
        found += self._trained(self.steps_before_fit, self.step, self.epochs_before_fit, len(self.epochs))
        found += [*self.checkpoints, *self.resumed]
        if self.status != "running":
            found.append(RunEnded(self.status, self.seconds, self.message))
        return found

    def _trained(self, start: int, stop: int, first: int, last: int) -> list[Event]:
        """Epochs and batches of a part of the run. All in one bunch: when each batch ended is not kept."""
        batches = BatchesEnded(
            start + 1,
            tuple(self.losses[start:stop]),
            tuple(self.smooth_losses[start:stop]),
            tuple(self.lrs[start:stop]),
            tuple(self.moms[start:stop]),
            self.seconds,
            self.train_seconds,
            self.gpu,
        )
        # The batches last, as they bring the time that has passed.
        return [*self.epochs[first:last], *([batches] if stop > start else [])]

    def copy(self) -> Run:
        """The run as it is now, which later events leave alone. Cost: some microseconds a thousand batches."""
        lists: dict[str, Any] = {
            name: list(value) for name, value in vars(self).items() if isinstance(value, list)
        }
        return dataclasses.replace(self, **lists)

    @property
    def step(self) -> int:
        """Training batches done."""
        return len(self.losses)

    @property
    def n_epoch(self) -> int:
        return self.started.n_epoch

    @property
    def n_step(self) -> int:
        """Training batches planned; every fit of a run has as many an epoch."""
        if self.fit is None:
            return 0
        return self.steps_before_fit + self.fit.n_iter * (self.n_epoch - self.epochs_before_fit)

    @property
    def samples_per_second(self) -> float | None:
        """Pictures trained on a second, validation left out; None before the first batch."""
        if not self.step or self.train_seconds <= 0:
            return None
        return self.step * self.started.bs / self.train_seconds

    @property
    def seconds_left(self) -> float | None:
        """What the rest should take at the pace so far; None where there is no pace yet."""
        if self.status != "running" or self.fit is None or not self.step:
            return None
        per_step = self.train_seconds / self.step
        trained = [e.epoch_seconds - self.fit.n_iter * per_step for e in self.epochs[-3:]]
        if trained:
            per_validation = max(sum(trained) / len(trained), 0.0)
        else:
            per_validation = self.fit.n_valid_iter * per_step * VALID_SHARE
        epochs_left = self.n_epoch - len(self.epochs)
        return max(self.n_step - self.step, 0) * per_step + epochs_left * per_validation

    @property
    def columns(self) -> tuple[str, ...]:
        """The epoch table's columns, as fastai names them."""
        if self.epochs:
            return tuple(name for name, _ in self.epochs[-1].values)
        return self.fit.metric_names if self.fit else ()

    @property
    def final(self) -> dict[str, float | None]:
        """The last epoch's row."""
        return dict(self.epochs[-1].values) if self.epochs else {}

    def best(self, column: str) -> tuple[int, float] | None:
        """The epoch (0-based) with the best value of a column, and that value."""
        sign = 1 if is_lower_better(column) else -1
        rows = [
            (sign * value, e.epoch) for e in self.epochs if (value := dict(e.values).get(column)) is not None
        ]
        if not rows:
            return None
        value, epoch = min(rows)
        return epoch, sign * value


def is_lower_better(column: str) -> bool:
    """Whether a smaller value of a metric is the better one, judged by its name."""
    return any(word in column.lower() for word in LOWER_IS_BETTER)


def finite(value: object) -> float | None:
    """A float, or None where it is missing, not a number, or infinite."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
