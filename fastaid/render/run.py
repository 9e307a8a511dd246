"""A run as text, HTML and payload; the same view while it trains and when it is over."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.events import FitStarted
from fastaid.facts.inert import cut
from fastaid.facts.reading import read
from fastaid.facts.run import Run, is_lower_better
from fastaid.facts.schedule import Plan
from fastaid.facts.thin import thin
from fastaid.render.bundle import Bundle, table
from fastaid.render.chart import BLUE, GREEN, GREY, ORANGE, Axes, Line, svg
from fastaid.render.html import drawing, folded, grid, heading, html, line, same_in_fastai
from fastaid.render.payload import MIME, payload
from fastaid.render.resumption import resumption_lines

MAX_BYTES = 46_000  # of one bundle; with its envelope a message stays below 50 KB
POINTS = 300  # of a curve in the HTML view, 400 px wide
NAME_LENGTH = 200  # characters; the middle of a longer name is left out
COLUMN_LENGTH = 60  # of a metric's
SHORTEST = 24  # where the names alone would fill a message
CODE_LENGTH = 4_000
FITS_DRAWN = 10  # plans of a run of many fits, the latest
PLAN_POINTS = 20  # of a schedule at least, however little of it is done: enough for a smooth curve
FAR_OFF = 3  # times the training loss: a validation loss above is drawn at the edge
DOTS = 100  # epochs whose validation loss is drawn as a dot each
ROWS_SHOWN = 12  # epochs of a long run that the HTML and text tables show at each end


def bundle(run: Run) -> Bundle:
    """Everything to show of a run, small enough for a message however long it and its names are."""
    short = _with_short_names(run, NAME_LENGTH)
    made = Bundle("")
    for points, epochs, rows in ((400, 200, ROWS_SHOWN), (150, 60, 6), (50, 20, 3), (10, 4, 1)):
        made = _with_at_most(short, points, epochs, rows)
        if n_bytes(made) <= MAX_BYTES:
            return made
    made = _with_at_most(_with_short_names(run, SHORTEST), 10, 4, 1)
    if n_bytes(made) <= MAX_BYTES:
        return made
    return Bundle(to_text(short)[: MAX_BYTES // 8], "", {})  # nothing that fastai makes gets here


def _with_at_most(run: Run, points: int, epochs: int, rows: int) -> Bundle:
    data = payload(run, points, epochs)
    return Bundle(to_text(run), to_html(run, min(points, POINTS), rows), {MIME: data})


def _with_short_names(run: Run, most: int) -> Run:
    """The run with texts cut that no screen could show; usually the run itself."""
    named = (run.started, run.message, *run.planned, *run.checkpoints, *run.epochs[:1], *run.epochs[-1:])
    code = run.started.code
    longer = (code, run.started.made_by)
    are_short = all(len(text) <= most for one in named for text in _texts(one) if text not in longer)
    if are_short and len(code) <= CODE_LENGTH:
        return run
    started = dataclasses.replace(_shortened(run.started, most), code=cut(code, min(20 * most, CODE_LENGTH)))
    return dataclasses.replace(
        run,
        started=dataclasses.replace(
            started, settings=started.settings[:50], versions=started.versions[:50], made_by=""
        ),
        message=cut(run.message, most),
        fit=_shortened(run.fit, most),
        planned=[_shortened(fit, most) for fit in run.planned],
        checkpoints=[_shortened(one, most) for one in run.checkpoints],
        epochs=[_shortened(one, min(most, COLUMN_LENGTH)) for one in run.epochs],
    )


def _texts(value: Any) -> Iterator[str]:
    """The texts in an event, plans of numbers left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Plan):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _shortened(value: Any, most: int) -> Any:
    if isinstance(value, str):
        return cut(value, most)
    if isinstance(value, tuple):
        return tuple(_shortened(one, most) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type | Plan):
        fields = {f.name: _shortened(getattr(value, f.name), most) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value


def n_bytes(made: Bundle) -> int:
    """The size of a bundle as a message."""
    return len(json.dumps(made.mimebundle()).encode())


# -- words ------------------------------------------------------------------------------------------


def status_line(run: Run) -> str:
    """Where the run is, in a line: "epoch 2/4, 64%, 0:12 left, 310 pictures/s"."""
    if run.status != "running":
        word = {"finished": "finished", "stopped": "stopped", "interrupted": "interrupted"}.get(
            run.status, "failed"
        )
        speed = f", {_speed(run)}" if run.samples_per_second else ""
        return f"{word} after {clock(run.seconds)}{speed}"
    if not run.step:
        return "preparing the first batch"
    epoch = min(len(run.epochs) + 1, run.n_epoch)
    parts = [f"epoch {epoch}/{run.n_epoch}", f"{run.step / max(run.n_step, 1):.0%}"]
    if run.seconds_left is not None:
        parts.append(f"{clock(run.seconds_left)} left")
    if run.samples_per_second:
        parts.append(_speed(run))
    return ", ".join(parts)


def _speed(run: Run) -> str:
    speed = run.samples_per_second or 0
    return f"{speed:,.0f} {run.started.noun}s/s" if speed >= 10 else f"{speed:.1f} {run.started.noun}s/s"


def where_line(run: Run) -> str:
    """What trains on what: "resnet34 on cpu (fp32), 296 pictures in batches of 64"."""
    s = run.started
    return f"{s.arch} on {s.device} ({s.precision}), {counted(s.n_train, s.noun)} in batches of {s.bs}"


def faster_line(run: Run) -> str:
    """What makes it faster than the plain program: "faster by: pixels kept, channels last"."""
    return f"faster by: {run.started.speedups}"


def training_line(run: Run) -> str:
    """Which layer groups train, at which rates; of a run of several fits, of one after the other."""
    lines = [line for fit in run.planned[-FITS_DRAWN:] if (line := _training(fit))]
    return "; then ".join(lines)


def _in_short(holds: str) -> str:
    return holds.split(":")[0].split(" (")[0]


def _training(fit: FitStarted) -> str:
    groups = fit.layer_groups
    if not groups:
        return ""
    training = [group for group in groups if not group.frozen]
    rates = listed(dict.fromkeys(f"{group.lr:.2g}" for group in training if group.lr is not None))
    if len(training) == len(groups):
        what = "all layer groups train" if len(groups) > 1 else "the whole net trains"
    else:
        which = listed(_in_short(group.holds) for group in training)
        what = f"{len(training)} of {counted(len(groups), 'layer group')} training: {which}"
    return f"{what}, at most {rates}" if rates else what


def clock(seconds: float) -> str:
    """A duration: "0:07", "12:30", "2:05:00"."""
    whole = round(seconds) if math.isfinite(seconds) else 0
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def number(value: float | None) -> str:
    """A metric's value; what is no number is said to be none."""
    return (
        "–" if value is None else f"{value:.4f}" if 1e-3 <= abs(value) < 1e6 or value == 0 else f"{value:.3e}"
    )


def epoch_table(run: Run, most: int) -> tuple[list[str], list[list[str]], frozenset[tuple[int, int]]]:
    """The epoch table's header, rows and best cells; a long one is cut in the middle."""
    header = ["epoch", *run.columns, "time"]
    rows = [
        [str(e.epoch), *(number(dict(e.values).get(name)) for name in run.columns), clock(e.epoch_seconds)]
        for e in run.epochs
    ]
    best = set()
    for column, name in enumerate(run.columns, start=1):
        found = run.best(name)
        if found and len(rows) > 1 and name != "train_loss":
            best.add((next(i for i, e in enumerate(run.epochs) if e.epoch == found[0]), column))
    if len(rows) <= 2 * most + 1:
        return header, rows, frozenset(best)
    n = len(rows)
    middle = [f"… {n - 2 * most} more …", *[""] * (len(header) - 1)]
    cut = [*rows[:most], middle, *rows[-most:]]
    moved = {(r if r < most else r - (n - 2 * most - 1), c) for r, c in best if r < most or r >= n - most}
    return header, cut, frozenset(moved)


def best_line(run: Run) -> str:
    """The best epoch by the last metric, where it is not simply the last one."""
    if len(run.epochs) < 2 or not run.columns:
        return ""
    name = run.columns[-1]
    found = run.best(name)
    if found is None:
        return ""
    word = "lowest" if is_lower_better(name) else "highest"
    return f"{word} {name}: {number(found[1])} in epoch {found[0]}"


def reading_line(run: Run) -> str:
    """What the curves say, with how sure that is; a loss that is no number has a line of its own."""
    said = None if run.diverged else read(run)
    return f"{said.text} ({said.sure})" if said else ""


def to_text(run: Run) -> str:
    """The run for a terminal or a plain-text reader."""
    lines = [f"{run.started.call}: {status_line(run)}", where_line(run)]
    if run.started.speedups:
        lines.append(faster_line(run))
    if run.diverged:
        lines.append(DIVERGED)
    if run.epochs:
        header, rows, _ = epoch_table(run, ROWS_SHOWN)
        lines.append(table(rows, header, frozenset(range(len(header)))))
    lines += [
        text for text in (best_line(run), reading_line(run), run.message, *resumption_lines(run)) if text
    ]
    return "\n".join(lines)


DIVERGED = "The loss became infinite or not a number: the learning rate is probably too high."


# -- HTML -------------------------------------------------------------------------------------------


def to_html(run: Run, points: int, rows_shown: int) -> str:
    """The run for a notebook."""
    header, rows, best = epoch_table(run, rows_shown)
    last = run.status != "running"
    return html(
        heading(run.started.call, status_line(run)),
        line(where_line(run), is_faint=True),
        line(training_line(run), is_faint=True) if run.fit else None,
        line(faster_line(run), is_faint=True) if run.started.speedups else None,
        *(line(text, is_faint=True) for text in resumption_lines(run)),
        line(DIVERGED) if run.diverged else None,
        drawing(charts(run, points), alt=chart_words(run), width=760) if run.step else None,
        grid(header, rows, frozenset(range(len(header))), best) if rows else None,
        *(line(text) for text in (best_line(run), reading_line(run), run.message) if text),
        _settings(run) if last else None,
        same_in_fastai(run.started.code) if last else None,
    )


def _settings(run: Run) -> Any:
    s = run.started
    rows = [["run", s.run_id], ["seed", str(s.seed)], ["data", s.data_fingerprint or "–"]]
    rows += [[name, value] for name, value in (*s.settings, *s.versions)]
    return folded("settings and versions", grid(["", ""], rows))


def chart_words(run: Run) -> str:
    """The charts for those who do not see them."""
    loss = number(run.smooth_losses[-1]) if run.smooth_losses else "–"
    last = run.lrs[-1] if run.lrs else None
    rate = "–" if last is None else f"{last:.2e}"
    return f"Loss and learning rate over {run.step} batches; smoothed loss now {loss}, learning rate {rate}."


def charts(run: Run, points: int) -> str:
    """Loss on the left; learning rate and momentum, planned and actual, on the right."""
    at = thin(run.smooth_losses, points)
    steps = [i + 1 for i in at]
    valid_steps, valid_losses = valid_curve(run)
    kept = thin(valid_losses, points)
    valid_steps, valid_losses = [valid_steps[i] for i in kept], [valid_losses[i] for i in kept]
    losses = [
        Line(steps, [run.losses[i] for i in at], "", BLUE, is_faint=True),
        Line(steps, [run.smooth_losses[i] for i in at], "train (smoothed)", BLUE),
    ]
    if valid_steps:
        losses.append(Line(valid_steps, valid_losses, "valid", ORANGE, has_dots=len(kept) <= DOTS))
    end = float(run.n_step)
    return svg(
        Axes("loss", tuple(losses), 360, 190, x_max=end, x_label="batch", y_max=loss_ceiling(run)),
        _schedule_axes(run, "learning rate", "lr", at, end, GREEN),
        _schedule_axes(run, "momentum", "mom", at, end, BLUE),
    )


def loss_ceiling(run: Run) -> float | None:
    """Where to cut the loss axis: a first batch or epoch far off would flatten all that came after."""
    smooth = sorted(loss for loss in run.smooth_losses if loss is not None)
    if not smooth:
        return None
    most = smooth[int(0.98 * (len(smooth) - 1))]
    last_valid = next((loss for loss in reversed(valid_curve(run)[1]) if loss is not None), 0.0)
    highest = max(most, min(last_valid, FAR_OFF * abs(most)))
    return highest + 0.25 * abs(highest)


def _schedule_axes(run: Run, title: str, which: str, at: Sequence[int], end: float, colour: str) -> Axes:
    actual = run.lrs if which == "lr" else run.moms
    lines = []
    for fit in run.planned[-FITS_DRAWN:]:
        planned = fit.plan.lrs if which == "lr" else fit.plan.moms
        if len(planned) > len(fit.plan.steps):  # of a journal that somebody else wrote
            continue
        kept = thin(planned, max(len(at) // min(len(run.planned), FITS_DRAWN), PLAN_POINTS))
        lines.append(
            Line([fit.plan.steps[i] for i in kept], [planned[i] for i in kept], "", GREY, is_dashed=True)
        )
    lines.append(Line([i + 1 for i in at], [actual[i] for i in at], "", colour))
    return Axes(title, tuple(lines), 200, 190, x_max=end, x_label="dashed: planned")


def valid_curve(run: Run) -> tuple[list[int], list[float | None]]:
    """Where validation losses stand on the axis of batches."""
    found = [(e.step, dict(e.values)["valid_loss"]) for e in run.epochs if "valid_loss" in dict(e.values)]
    return [step for step, _ in found], [loss for _, loss in found]
