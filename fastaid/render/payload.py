"""The wire contract: what `application/vnd.fastaid.run.v1+json` holds.

snake_case, seconds, None for unknown or non-finite numbers, at most 1,000 points a series (thinned,
extremes kept). A change that an older viewer would misread is a new type, v2, never a flag.
"""

from __future__ import annotations

import math
from typing import TypedDict

from fastaid.facts.run import Run
from fastaid.facts.thin import thin

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


class RunPayload(TypedDict):
    """A run as any front end draws it."""

    version: int
    run_id: str
    status: str
    message: str
    call: str
    arch: str
    device: str
    precision: str
    started_at: float
    seconds: float
    seconds_left: float | None
    samples_per_second: float | None
    epoch: int
    n_epoch: int
    step: int
    n_step: int
    bs: int
    n_train: int
    n_valid: int
    diverged: bool
    metric_names: list[str]
    epochs: list[dict[str, float | int | None]]
    n_epochs_left_out: int
    series: Series
    planned: Planned
    layer_groups: list[Group]
    settings: dict[str, str]


def payload(
    run: Run,
    max_points: int = MAX_POINTS,
    max_epochs: int = MAX_EPOCHS,  # rows of the table; the first ones and the last ones stay
) -> RunPayload:
    """A run's state as JSON values."""
    started, fit = run.started, run.fit
    rows = [_row(run, i) for i in range(len(run.epochs))]
    kept = (
        rows if len(rows) <= max_epochs else rows[: max_epochs // 4] + rows[-(max_epochs - max_epochs // 4) :]
    )
    return RunPayload(
        version=1,
        run_id=started.run_id,
        status=run.status,
        message=run.message,
        call=started.call,
        arch=started.arch,
        device=started.device,
        precision=started.precision,
        started_at=started.started_at,
        seconds=round(run.seconds, 3),
        seconds_left=_digits(run.seconds_left),
        samples_per_second=_digits(run.samples_per_second),
        epoch=len(run.epochs),
        n_epoch=run.n_epoch,
        step=run.step,
        n_step=run.n_step,
        bs=started.bs,
        n_train=started.n_train,
        n_valid=started.n_valid,
        diverged=run.diverged,
        metric_names=list(run.columns),
        epochs=kept,
        n_epochs_left_out=len(rows) - len(kept),
        series=_series(run, max_points),
        planned=_planned(run, max_points),
        layer_groups=[
            Group(
                holds=group.holds,
                n_params=group.n_params,
                n_trainable=group.n_trainable,
                frozen=group.frozen,
                lr=_digits(group.lr),
            )
            for group in (fit.layer_groups if fit else ())
        ],
        settings=dict(started.settings),
    )


def _row(run: Run, i: int) -> dict[str, float | int | None]:
    epoch = run.epochs[i]
    values = {name: _digits(value) for name, value in epoch.values}
    return {"epoch": epoch.epoch, **values, "time": round(epoch.epoch_seconds, 3), "step": epoch.step}


def _series(run: Run, most: int) -> Series:
    # The smoothed curve hides a spike of one batch, so the raw one has a say in what is kept.
    at = sorted({*thin(run.smooth_losses, most // 2), *thin(run.losses, most - most // 2)})
    return Series(
        step=[i + 1 for i in at],
        loss=[_digits(run.losses[i]) for i in at],
        smooth_loss=[_digits(run.smooth_losses[i]) for i in at],
        lr=[_digits(run.lrs[i]) for i in at],
        mom=[_digits(run.moms[i]) for i in at],
    )


def _planned(run: Run, most: int) -> Planned:
    steps: list[int] = []
    lrs: list[float | None] = []
    moms: list[float | None] = []
    for fit in run.planned:
        n = len(fit.plan.steps)
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
