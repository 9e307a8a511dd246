"""What happens in a training run, as fastaid tells it: seven frozen events.

`watch` makes them from fastai's callback events, `Run.apply` folds them into the state that every
view draws, and the journal keeps them as JSON. Times are seconds since the run began unless a field
says otherwise; losses that were not finite are None.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from fastaid.facts.layers import LayerGroup
from fastaid.facts.schedule import Plan
from fastaid.facts.shapes import misfit

Status = Literal["running", "finished", "stopped", "interrupted", "failed"]


@dataclass(frozen=True)
class RunStarted:
    """A run began: everything that is known before its first batch."""

    run_id: str
    started_at: float  # seconds since the epoch (Unix time)
    call: str  # the fastai call it stands for: "learn.fit_one_cycle(4, lr_max=0.003)"
    n_epoch: int  # epochs planned in all, over every fit of the run
    arch: str = ""
    device: str = ""
    precision: str = "fp32"
    bs: int = 0
    n_train: int = 0  # pictures
    n_valid: int = 0
    n_classes: int = 0
    noun: str = "picture"  # what the data are: "picture", or "item" where they are rows or texts
    seed: int | None = None  # torch's seed when the run began
    data_fingerprint: str = ""
    code: str = ""  # the plain fastai program
    folder: str = ""  # the working directory
    versions: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, str], ...] = ()  # the learner's own options, as they wrote them
    speedups: str = ""  # what makes it faster than the plain program, in a line
    made_by: str = ""  # JSON: the lines that made data and learner, and the call, to be read again


@dataclass(frozen=True)
class FitStarted:
    """One `learn.fit` of the run began; `fine_tune` has two."""

    n_epoch: int
    n_iter: int  # training batches an epoch
    n_valid_iter: int  # validation batches an epoch
    metric_names: tuple[str, ...] = ()  # without fastai's epoch and time columns
    layer_groups: tuple[LayerGroup, ...] = ()
    plan: Plan = field(default_factory=Plan)


@dataclass(frozen=True)
class GpuUse:
    """What a GPU was doing when some batches ended."""

    used: int  # bytes this process holds there
    total: int  # bytes it has
    busy: float | None = None  # share of the last moments in which it computed, 0 to 1; None if unknown


@dataclass(frozen=True)
class BatchesEnded:
    """Some training batches ended; they travel together so that nobody pays per batch."""

    first_step: int  # 1-based, over the whole run
    losses: tuple[float | None, ...]
    smooth_losses: tuple[float | None, ...]
    lrs: tuple[float | None, ...]
    moms: tuple[float | None, ...]
    seconds: float  # when the last of them ended
    train_seconds: float  # time spent in training batches so far, validation left out
    gpu: GpuUse | None = None


@dataclass(frozen=True)
class EpochEnded:
    """An epoch ended, with its row of the table."""

    epoch: int  # 0-based, over the whole run
    step: int
    values: tuple[tuple[str, float | None], ...]  # (column, value), fastai's columns in order
    epoch_seconds: float
    seconds: float


@dataclass(frozen=True)
class CheckpointSaved:
    """Weights and optimizer were saved in the middle of the run, or could not be."""

    step: int
    seconds: float
    name: str = ""  # what learn.load takes
    file: str = ""
    problem: str = ""  # why there is no file
    is_asked_for: bool = True  # False: one of those that every fit keeps, to be resumed from
    epoch: int = 0  # epochs of the run that were complete then
    n_kept: int = 0  # such files that there are now
    n_bytes: int = 0  # what they take


@dataclass(frozen=True)
class RunResumed:
    """A run that had ended early goes on from a checkpoint; what came after that is done anew."""

    resumed_at: float  # seconds since the epoch (Unix time)
    step: int  # batches that were trained at the checkpoint
    epoch: int = 0  # epochs complete
    was: Status = "interrupted"  # how it had ended


@dataclass(frozen=True)
class RunEnded:
    """The run is over, one way or another."""

    status: Status
    seconds: float
    message: str = ""  # one line: what was kept, or what went wrong


Event = RunStarted | FitStarted | BatchesEnded | EpochEnded | CheckpointSaved | RunEnded | RunResumed

_KINDS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (RunStarted, FitStarted, BatchesEnded, EpochEnded, CheckpointSaved, RunEnded, RunResumed)
}


def to_json(event: Event) -> dict[str, Any]:
    """An event as plain JSON values, with its kind under "kind"."""
    return {"kind": type(event).__name__, **dataclasses.asdict(event)}


def from_json(body: Mapping[str, Any]) -> Event:
    """The event that `to_json` wrote.

    Raises: ValueError where the body is of another shape (a journal written by something else).
    """
    if not isinstance(body, Mapping):
        raise ValueError(f"an event is a dictionary, not {type(body).__name__}")
    kind = _KINDS.get(str(body.get("kind")))
    if kind is None:
        raise ValueError(f"no event of kind {body.get('kind')!r}")
    names = {field.name for field in dataclasses.fields(kind)}
    values = {key: _frozen(value) for key, value in body.items() if key in names}
    try:
        if kind is FitStarted:
            values["layer_groups"] = tuple(LayerGroup(**group) for group in body.get("layer_groups", ()))
            plan = {key: _frozen(value) for key, value in dict(body.get("plan", {})).items()}
            values["plan"] = Plan(**plan)
        if kind is BatchesEnded and body.get("gpu") is not None:
            values["gpu"] = GpuUse(**body["gpu"])
        event = kind(**values)
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"an incomplete {kind.__name__}: {error}") from error
    wrong = misfit(event) or (_uneven(event) if isinstance(event, BatchesEnded) else "")
    if wrong:
        raise ValueError(f"a {kind.__name__} whose {wrong} is of another kind")
    return event


def _uneven(event: BatchesEnded) -> str:
    """The list that is not as long as those it stands beside, "" where all are."""
    n = len(event.losses)
    return next((name for name in ("smooth_losses", "lrs", "moms") if len(getattr(event, name)) != n), "")


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
