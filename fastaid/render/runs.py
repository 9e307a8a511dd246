"""The list of runs, and several runs side by side."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Protocol

from fastaid.facts.run import Run
from fastaid.facts.thin import thin
from fastaid.render.bundle import Bundle, table
from fastaid.render.chart import COLOURS, Axes, Line, svg
from fastaid.render.html import drawing, grid, heading, html, line
from fastaid.render.run import clock, number, training_line, valid_curve

POINTS = 300


class Listed(Protocol):
    """A run's line in a list."""

    @property
    def number(self) -> int: ...
    @property
    def started_at(self) -> float: ...
    @property
    def status(self) -> str: ...
    @property
    def call(self) -> str: ...
    @property
    def arch(self) -> str: ...
    @property
    def seconds(self) -> float: ...
    @property
    def epochs(self) -> int: ...
    @property
    def final(self) -> dict[str, float | None]: ...
    @property
    def is_lost(self) -> bool: ...


def list_bundle(runs: Sequence[Listed], where: str) -> Bundle:
    """What `%runs` shows."""
    metrics = list(dict.fromkeys(name for run in runs for name in run.final))
    header = ["run", "when", "call", "net", "status", "epochs", *metrics, "took"]
    rows = [
        [
            str(run.number),
            time.strftime("%d %b %H:%M", time.localtime(run.started_at)),
            run.call,
            run.arch,
            "lost (the kernel ended)" if run.is_lost else run.status,
            str(run.epochs),
            *(number(run.final.get(name)) if name in run.final else "" for name in metrics),
            clock(run.seconds),
        ]
        for run in runs
    ]
    title = f"{len(runs)} runs, the newest first" if len(runs) != 1 else "1 run"
    latest = [str(run.number) for run in runs[:2]][::-1]
    how = f"%runs {' '.join(latest)} compares the last two." if len(latest) == 2 else ""
    right = frozenset({0, *range(5, len(header))})
    return Bundle(
        "\n".join([f"{title} ({where})", table(rows, header, right), *([how] if how else [])]),
        html(heading(title, where), grid(header, rows, right), line(how, is_faint=True) if how else None),
    )


def compare_bundle(runs: Sequence[tuple[Listed, Run]]) -> Bundle:
    """What `%runs ID ID` shows: what differed, how they ended, and their curves over each other."""
    labels = [f"run {listed.number}" for listed, _ in runs]
    settings = [
        {
            "call": run.started.call,
            "net": run.started.arch,
            "status": "lost (the kernel ended)" if listed.is_lost else run.status,
            "data": run.started.data_fingerprint,
            "trains": training_line(run),
            "classes": str(run.started.n_classes or "–"),
            "pictures": f"{run.started.n_train:,} + {run.started.n_valid:,}",
            "batch size": str(run.started.bs),
            "device": f"{run.started.device} ({run.started.precision})",
            "seed": str(run.started.seed),
            "took": clock(run.seconds),
            **dict(run.started.settings),
            **dict(run.started.versions),
        }
        for listed, run in runs
    ]
    names = list(dict.fromkeys(name for one in settings for name in one))
    differ = (
        [name for name in names if len({one.get(name, "") for one in settings}) > 1]
        if len(runs) > 1
        else names
    )
    metrics = list(dict.fromkeys(name for _, run in runs for name in run.columns))
    rows = [[name, *(one.get(name, "–") for one in settings)] for name in differ]
    rows += [[f"{name}, last epoch", *(number(run.final.get(name)) for _, run in runs)] for name in metrics]
    header = ["", *labels]
    title = " and ".join(labels)
    note = "" if len(runs) == 1 else "Settings that are the same in all are left out."
    alt = f"Losses of {title}."
    return Bundle(
        "\n".join([title, table(rows, header), *([note] if note else [])]),
        html(
            heading(title),
            drawing(_overlaid([run for _, run in runs], labels), alt, 760),
            grid(header, rows),
            line(note, is_faint=True) if note else None,
        ),
    )


def _overlaid(runs: Sequence[Run], labels: Sequence[str]) -> str:
    train, valid, rates = [], [], []
    for i, (run, label) in enumerate(zip(runs, labels, strict=True)):
        colour = COLOURS[i % len(COLOURS)]
        at = thin(run.smooth_losses, POINTS)
        steps = [k + 1 for k in at]
        train.append(Line(steps, [run.smooth_losses[k] for k in at], label, colour))
        valid.append(Line(*valid_curve(run), "", colour, has_dots=True))
        rates.append(Line(steps, [run.lrs[k] for k in at], "", colour))
    return svg(
        Axes("train loss", tuple(train), 300, 200, x_label="batch"),
        Axes("valid loss", tuple(valid), 240, 200, x_label="batch"),
        Axes("learning rate", tuple(rates), 220, 200, x_label="batch"),
    )
