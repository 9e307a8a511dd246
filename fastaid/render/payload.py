"""The wire contract: what `application/vnd.fastaid.run.v1+json` holds, and the live messages that extend it.

snake_case, seconds, None for unknown or non-finite numbers, at most 1,000 points a series (thinned,
extremes kept), texts without what UTF-8 has no bytes for. A change that an older viewer would misread is
a new type, v2, never a flag.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypedDict

from fastaid.facts.events import BatchesEnded, EpochEnded, Event, FitStarted
from fastaid.facts.inert import inert
from fastaid.facts.reading import read
from fastaid.facts.run import Run
from fastaid.facts.thin import thin
from fastaid.render.resumption import resume_line, resumption_lines

VERSION = 1
MIME = "application/vnd.fastaid.run.v1+json"
MAX_POINTS = 1_000
MAX_EPOCHS = 1_000
DIGITS = 5  # significant: a pixel of a chart needs no more


class Series(TypedDict):
    """Training batches, one entry each after thinning."""

    step: list[int]
    loss: list[float | None]
    smooth_loss: list[float | None]
    lr: list[float | None]
    mom: list[float | None]


class Planned(TypedDict):
    """The schedule the run means to follow."""

    step: list[int]
    lr: list[float | None]
    mom: list[float | None]


class Group(TypedDict):
    """A layer group."""

    holds: str
    n_params: int
    n_trainable: int
    frozen: bool
    lr: float | None


class Said(TypedDict):
    """What the curves say, in plain words."""

    kind: str  # "good", "neutral" or "bad"
    text: str
    sure: str  # "sure", "likely" or "a guess"


class Gpu(TypedDict):
    """What the GPU was doing last."""

    used: int  # bytes
    total: int  # bytes
    busy: float | None  # 0 to 1


class Checkpoint(TypedDict):
    """A state saved in the middle of a run, or the reason why it could not be."""

    step: int
    name: str  # what learn.load takes
    file: str
    problem: str


Row = dict[str, float | int | None]  # of the epoch table: epoch, fastai's columns, time, step


class Now(TypedDict):
    """What changes while a run goes on, lists left out."""

    status: str
    message: str
    seconds: float
    seconds_left: float | None
    samples_per_second: float | None
    epoch: int  # epochs complete
    n_epoch: int
    step: int  # batches trained
    n_step: int
    diverged: bool
    metric_names: list[str]
    layer_groups: list[Group]
    reading: Said | None
    gpu: Gpu | None
    checkpoints: list[Checkpoint]  # that were asked for
    notes: list[str]  # more lines to show: where it was resumed, what is kept of it
    resume: str  # the line that goes on with it; "" where no checkpoint is kept


class RunPayload(Now):
    """A run as any front end draws it."""

    version: int
    run_id: str
    call: str
    arch: str
    device: str
    precision: str
    noun: str  # what n_train counts: "picture", "item"
    started_at: float
    bs: int
    n_train: int
    n_valid: int
    epochs: list[Row]
    n_epochs_left_out: int
    series: Series
    planned: Planned
    settings: dict[str, str]


class Progress(TypedDict):
    """A live message: what one event adds to a run that a front end knows already.

    Messages of a run are numbered from 1. One that a front end has is dropped there, and where one is
    missing it asks for the whole run again.
    """

    version: int
    run_id: str
    seq: int
    now: Now
    series: Series  # the new batches
    epochs: list[Row]  # the new rows
    planned: Planned  # the new fit's


def payload(
    run: Run,
    max_points: int = MAX_POINTS,
    max_epochs: int = MAX_EPOCHS,  # rows of the table; the first ones and the last ones stay
) -> RunPayload:
    """A run's state as JSON values."""
    started = run.started
    rows = [_row(epoch) for epoch in run.epochs]
    kept = (
        rows if len(rows) <= max_epochs else rows[: max_epochs // 4] + rows[-(max_epochs - max_epochs // 4) :]
    )
    settings = (*started.settings, *([("faster by", started.speedups)] if started.speedups else []))
    return RunPayload(
        version=VERSION,
        run_id=inert(started.run_id),
        call=inert(started.call),
        arch=inert(started.arch),
        device=inert(started.device),
        precision=inert(started.precision),
        noun=inert(started.noun),
        started_at=started.started_at,
        bs=started.bs,
        n_train=started.n_train,
        n_valid=started.n_valid,
        **now(run),
        epochs=kept,
        n_epochs_left_out=len(rows) - len(kept),
        series=_series(run, range(run.step), max_points),
        planned=_planned(run.planned, max_points),
        settings={inert(name): inert(value) for name, value in settings},
    )


def progress(
    run: Run,  # with the event taken in
    event: Event,
    seq: int,  # how many events the run has had, this one counted
) -> Progress:
    """What an event adds to a run. Cost: that of the event, however long the run is."""
    new = range(event.first_step - 1, run.step) if isinstance(event, BatchesEnded) else range(0)
    return Progress(
        version=VERSION,
        run_id=inert(run.started.run_id),
        seq=seq,
        now=now(run),
        series=_series(run, new, MAX_POINTS),
        epochs=[_row(event)] if isinstance(event, EpochEnded) else [],
        planned=_planned([event] if isinstance(event, FitStarted) else [], MAX_POINTS),
    )


def now(run: Run) -> Now:
    """The part of a run's state that each message brings anew."""
    said, gpu = read(run), run.gpu
    return Now(
        status=run.status,
        message=inert(run.message),
        seconds=round(run.seconds, 3),
        seconds_left=_digits(run.seconds_left),
        samples_per_second=_digits(run.samples_per_second),
        epoch=len(run.epochs),
        n_epoch=run.n_epoch,
        step=run.step,
        n_step=run.n_step,
        diverged=run.diverged,
        metric_names=[inert(name) for name in run.columns],
        layer_groups=[
            Group(
                holds=inert(group.holds),
                n_params=group.n_params,
                n_trainable=group.n_trainable,
                frozen=group.frozen,
                lr=_digits(group.lr),
            )
            for group in (run.fit.layer_groups if run.fit else ())
        ],
        reading=Said(kind=said.kind, text=said.text, sure=said.sure) if said else None,
        gpu=Gpu(used=gpu.used, total=gpu.total, busy=_digits(gpu.busy)) if gpu else None,
        checkpoints=[
            Checkpoint(step=c.step, name=inert(c.name), file=inert(c.file), problem=inert(c.problem))
            for c in run.checkpoints
            if c.is_asked_for
        ],
        notes=[inert(text) for text in resumption_lines(run)],
        resume=inert(resume_line(run)),
    )


def _row(epoch: EpochEnded) -> Row:
    values = {inert(name): _digits(value) for name, value in epoch.values}
    return {"epoch": epoch.epoch, **values, "time": round(epoch.epoch_seconds, 3), "step": epoch.step}


def _series(run: Run, steps: range, most: int) -> Series:  # steps counted from 0
    # The smoothed curve hides a spike of one batch, so the raw one has a say in what is kept.
    start, stop = steps.start, steps.stop
    smooth = thin(run.smooth_losses[start:stop], most // 2)
    raw = thin(run.losses[start:stop], most - most // 2)
    at = sorted(start + i for i in {*smooth, *raw})
    return Series(
        step=[i + 1 for i in at],
        loss=[_digits(run.losses[i]) for i in at],
        smooth_loss=[_digits(run.smooth_losses[i]) for i in at],
        lr=[_digits(run.lrs[i]) for i in at],
        mom=[_digits(run.moms[i]) for i in at],
    )


def _planned(fits: Sequence[FitStarted], most: int) -> Planned:
    steps: list[int] = []
    lrs: list[float | None] = []
    moms: list[float | None] = []
    for fit in fits:
        n = len(fit.plan.steps)
        if {len(fit.plan.lrs), len(fit.plan.moms)} - {0, n}:  # of a journal that somebody else wrote
            continue
        steps += fit.plan.steps
        lrs += fit.plan.lrs or [None] * n
        moms += fit.plan.moms or [None] * n
    at = thin(lrs if any(lr is not None for lr in lrs) else moms, most)
    return Planned(
        step=[steps[i] for i in at],
        lr=[_digits(lrs[i]) for i in at],
        mom=[_digits(moms[i]) for i in at],
    )


def _digits(value: float | None) -> float | None:
    if value is None or not math.isfinite(value):
        return None
    rounded = float(f"{value:.{DIGITS}g}")
    return rounded if math.isfinite(rounded) else value  # rounding up the largest float is one too many
