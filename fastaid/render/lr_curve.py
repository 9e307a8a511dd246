"""The learning-rate finder's curve with its suggestions."""

from __future__ import annotations

from fastaid.errors import counted
from fastaid.facts.curves import LRCurve
from fastaid.facts.thin import thin
from fastaid.render.bundle import Bundle, table
from fastaid.render.chart import COLOURS, Axes, Line, svg
from fastaid.render.html import drawing, grid, heading, html, line, same_in_fastai

POINTS = 300
HEADROOM = 0.5  # above the first loss, in units of how far it came down


def bundle(curve: LRCurve, code: str = "") -> Bundle:
    """What `%lr_find` shows."""
    header = ["suggestion", "learning rate", "why there"]
    rows = [[s.name, f"{s.lr:.2e}", s.why] for s in curve.suggestions]
    title = f"learning rate finder, {counted(len(curve.lrs), 'batch', 'batches')}"
    right = frozenset({1})
    text = [title, *([table(rows, header, right)] if rows else []), curve.advice]
    chart = (
        drawing(_chart(curve), f"Loss against learning rate. {curve.advice}", 520)
        if len(curve.lrs) > 1
        else None
    )
    return Bundle(
        "\n".join(text),
        html(
            heading(title),
            chart,
            grid(header, rows, right) if rows else None,
            line(curve.advice),
            same_in_fastai(code),
        ),
    )


def _chart(curve: LRCurve) -> str:
    at = thin(curve.losses, POINTS)
    marks = tuple((s.lr, s.name, COLOURS[i + 1]) for i, s in enumerate(curve.suggestions))
    lines = (Line([curve.lrs[i] for i in at], [curve.losses[i] for i in at]),)
    axes = Axes(
        "loss (smoothed)",
        lines,
        520,
        240,
        is_log_x=True,
        x_label="learning rate",
        y_max=_ceiling(curve),
        marks=marks,
    )
    return svg(axes)


def _ceiling(curve: LRCurve) -> float | None:
    """Cut the explosion at the end off: what matters is the way down."""
    finite = [loss for loss in curve.losses if loss is not None]
    if not finite:
        return None
    first, low = finite[0], min(finite)
    return first + max(HEADROOM * (first - low), 0.1 * abs(first))
