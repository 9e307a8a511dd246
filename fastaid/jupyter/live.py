"""A run in the cell that trains it: drawn and redrawn, at most four times a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from fastaid.facts.events import BatchesEnded, EpochEnded, Event, RunEnded, RunResumed, RunStarted
from fastaid.facts.inert import inert
from fastaid.facts.run import Run

if TYPE_CHECKING:
    from fastaid.jupyter.session import Session

DRAWING_SHARE = 20  # times as long as the last drawing took passes before the next


class NotebookView:
    """One display of a notebook, updated in place; the last update stays in the file."""

    title = "The live view"

    def __init__(
        self,
        session: Session,
        refresh_interval: float,  # seconds between two updates
        clock: Callable[[], float] = time.monotonic,
    ):
        self._publish = session.shell.display_pub.publish
        self._interval = self._refresh_interval = refresh_interval
        self._clock = clock
        self._last: float | None = None

    def __call__(self, run: Run, event: Event) -> None:
        now = self._clock()
        is_first, is_last = self._last is None, isinstance(event, RunEnded)
        if not is_first and not is_last and now - (self._last or 0.0) < self._interval:
            return
        from fastaid.render.run import bundle

        made = bundle(run)
        self._publish(made.mimebundle(), transient={"display_id": run.started.run_id}, update=not is_first)
        # Counted from when the drawing was done: a slow front end is not asked for more than it can draw,
        # and the curves of a very long run, which take longer to draw, are drawn less often.
        self._last = self._clock()
        self._interval = max(self._refresh_interval, DRAWING_SHARE * (self._last - now))


class TerminalView:
    """A line for where the run is, and a row for every epoch."""

    title = "The terminal view"

    def __init__(self) -> None:
        self._n_rows = 0

    def __call__(self, run: Run, event: Event) -> None:
        from fastaid.render.resumption import kept_line, resumed_line
        from fastaid.render.run import (
            DIVERGED,
            epoch_table,
            faster_line,
            status_line,
            where_line,
        )

        match event:
            case RunStarted() | RunResumed():
                self._line(f"{run.started.call}: {where_line(run)}")
                if run.resumed:
                    self._line(resumed_line(run))
                if run.started.speedups:
                    self._line(faster_line(run))
            case BatchesEnded() if sys.stdout.isatty():
                self._write(f"\r{status_line(run):<78}")
            case EpochEnded():
                header, rows, _ = epoch_table(run, len(run.epochs))
                widths = [max(len(name), 10) for name in header]
                if self._n_rows == 0:
                    self._row(header, widths)
                self._row(rows[-1], widths)
                self._n_rows += 1
            case RunEnded():
                self._line(status_line(run))
                if run.diverged:
                    self._line(DIVERGED)
                for text in (run.message, kept_line(run)):
                    if text:
                        self._line(text)

    def _row(self, cells: list[str], widths: list[int]) -> None:
        self._line("  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True)))

    def _line(self, text: str) -> None:
        text = inert(text)
        self._write(f"\r{text:<78}".rstrip() + "\n" if sys.stdout.isatty() else f"{text}\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()
