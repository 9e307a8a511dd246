"""Line charts as SVG: small, sharp, and quick enough to redraw four times a second."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

GREY, BLUE, ORANGE, GREEN = "#8a8a8a", "#3f8fd2", "#e08a2e", "#3f9f5f"
COLOURS = (BLUE, ORANGE, GREEN, "#b565c4", "#d2493f", "#8f7a3f", "#2fa3a3", "#7a7ad2")
NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 18, 24  # pixels around the plot


@dataclass(frozen=True)
class Line:
    """One curve; a point whose y is None breaks it."""

    xs: Sequence[float]
    ys: Sequence[float | None]
    label: str = ""
    colour: str = BLUE
    is_faint: bool = False
    is_dashed: bool = False
    has_dots: bool = False


@dataclass(frozen=True)
class Axes:
    """One plot: its lines, its title, its scales."""

    title: str
    lines: tuple[Line, ...]
    width: int = 320  # pixels
    height: int = 180
    is_log_x: bool = False
    x_max: float | None = None  # to show how far a run still has to go
    x_label: str = ""
    y_max: float | None = None  # higher points are drawn at the edge, lest they flatten the rest
    marks: tuple[tuple[float, str, str], ...] = ()  # (x, label, colour): vertical lines


def _text(words: str) -> str:
    """Words for an XML document, which has no place for control characters and lone surrogates."""
    return escape(NOT_XML.sub("\ufffd", words))


def svg(*plots: Axes) -> str:
    """Plots side by side, as one SVG document."""
    width, height = sum(plot.width for plot in plots), max(plot.height for plot in plots)
    x, parts = 0, []
    for plot in plots:
        parts.append(f'<g transform="translate({x},0)">{_plot(plot)}</g>')
        x += plot.width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="10" fill="{GREY}">{"".join(parts)}</svg>'
    )


def _plot(plot: Axes) -> str:
    points = [(x, y) for one in plot.lines for x, y in zip(one.xs, one.ys, strict=False) if y is not None]
    is_cut = plot.y_max is not None and any(y > plot.y_max for _, y in points)
    words = f"{plot.title} (above {short(plot.y_max or 0)} cut off)" if is_cut else plot.title
    title = f'<text x="{LEFT}" y="12" font-weight="600">{_text(words)}</text>'
    if not points:
        return title
    xs = [x for x, _ in points] + ([plot.x_max] if plot.x_max else [])
    x_low, x_high = _widened(min(xs), max(xs))
    y_low, y_high = _widened(*_y_range(plot, points))
    inner_w, inner_h = plot.width - LEFT - RIGHT, plot.height - TOP - BOTTOM
    fx = _scale(x_low, x_high, LEFT, LEFT + inner_w, plot.is_log_x)
    fy = _scale(y_low, y_high, TOP + inner_h, TOP, False)
    frame = f'<path d="M{LEFT} {TOP}V{TOP + inner_h}H{LEFT + inner_w}" fill="none" stroke="{GREY}" stroke-width=".7"/>'
    curves = "".join(_curve(one, fx, fy, y_high) for one in plot.lines)
    return (
        title
        + frame
        + _ticks(plot, fx, fy, (x_low, x_high), (y_low, y_high))
        + curves
        + _marks(plot, fx)
        + _legend(plot)
    )


def _y_range(plot: Axes, points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    low, high = min(y for _, y in points), max(y for _, y in points)
    return low, high if plot.y_max is None else max(min(high, plot.y_max), low)


def _widened(low: float, high: float) -> tuple[float, float]:
    if high - low <= max(abs(low), abs(high), 1e-30) * 1e-12:
        return (low - abs(low or 1) * 0.05, high + abs(high or 1) * 0.05)
    return low, high


def _scale(low: float, high: float, start: float, stop: float, is_log: bool) -> Callable[[float], float]:
    def place(value: float) -> float:
        return math.log10(value) if is_log else value

    a, b = place(low), place(high)
    return lambda value: start + (place(value) - a) / (b - a) * (stop - start)


def _curve(one: Line, fx: Callable[[float], float], fy: Callable[[float], float], y_high: float) -> str:
    path, dots, is_down = [], [], False
    for x, y in zip(one.xs, one.ys, strict=False):
        if y is None:
            is_down = False
            continue
        px, py = f"{fx(x):.1f}", f"{max(fy(min(y, y_high)), TOP):.1f}"
        path.append(f"{'L' if is_down else 'M'}{px} {py}")
        dots.append(f'<circle cx="{px}" cy="{py}" r="2.5" fill="{one.colour}"/>')
        is_down = True
    dash = ' stroke-dasharray="4 3"' if one.is_dashed else ""
    opacity = ' opacity=".35"' if one.is_faint else ""
    stroke = (
        f'<path d="{"".join(path)}" fill="none" stroke="{one.colour}" stroke-width="1.4"{dash}{opacity}/>'
    )
    return stroke + ("".join(dots) if one.has_dots else "")


def _ticks(
    plot: Axes,
    fx: Callable[[float], float],
    fy: Callable[[float], float],
    xs: tuple[float, float],
    ys: tuple[float, float],
) -> str:
    bottom = plot.height - BOTTOM
    y_text = "".join(
        f'<text x="{LEFT - 4}" y="{fy(y) + 3:.1f}" text-anchor="end">{short(y)}</text>'
        for y in _between(*ys, 4)
    )
    x_values = _powers(*xs) if plot.is_log_x else _between(*xs, 4)
    x_text = "".join(
        f'<text x="{fx(x):.1f}" y="{bottom + 12}" text-anchor="middle">{short(x)}</text>' for x in x_values
    )
    label = f'<text x="{plot.width - RIGHT}" y="{bottom + 22}" text-anchor="end">{_text(plot.x_label)}</text>'
    return y_text + x_text + label


def _between(low: float, high: float, n: int) -> list[float]:
    """Round numbers inside a range."""
    step = 10 ** math.floor(math.log10((high - low) / n))
    step *= next(m for m in (1, 2, 5, 10) if (high - low) / (step * m) <= n)
    first = math.ceil(low / step)
    return [k * step for k in range(first, math.floor(high / step + 1e-9) + 1)]


def _powers(low: float, high: float) -> list[float]:
    powers = [10.0**k for k in range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)]
    return powers[:: max(len(powers) // 5, 1)]


def _marks(plot: Axes, fx: Callable[[float], float]) -> str:
    return "".join(
        f'<path d="M{fx(x):.1f} {TOP}V{plot.height - BOTTOM}" stroke="{colour}" stroke-dasharray="2 2"/>'
        f'<text x="{fx(x) + 3:.1f}" y="{TOP + 10 + 11 * i}" fill="{colour}">{_text(label)}</text>'
        for i, (x, label, colour) in enumerate(plot.marks)
    )


def _legend(plot: Axes) -> str:
    named = [one for one in plot.lines if one.label]
    x, parts = plot.width - RIGHT, []
    for one in reversed(named):
        parts.append(f'<text x="{x}" y="12" text-anchor="end" fill="{one.colour}">{_text(one.label)}</text>')
        x -= 8 + 6 * len(one.label)
    return "".join(parts)


def short(value: float) -> str:
    """A number for an axis: "0.3", "1e-05", "1,200"."""
    if value == 0:
        return "0"
    if 1e-3 <= abs(value) < 1e5:
        return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:.0e}"
