"""Runs of earlier days and of other notebooks, read from the journal for a front end."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError
from fastaid.render.payload import RunPayload, payload

MOST_LISTED = 100
LOST = "The kernel ended while this run trained; this is what the journal has of it."


class PastRuns:
    """The journal, for those who look at it from outside; the file is opened for each question."""

    def __init__(self, place: Callable[[], Path]):
        self._place = place  # where the journal is; a setting may move it

    def listed(self) -> list[dict[str, Any]]:
        """A line for each of the latest runs, the newest first; none where there is no journal yet."""
        from fastaid.training.journal import Journal

        if not self._place().exists():
            return []
        return [
            {
                "number": one.number,
                "run_id": one.run_id,
                "started_at": one.started_at,
                "status": "failed" if one.is_lost else one.status,
                "call": one.call,
                "arch": one.arch,
                "seconds": one.seconds,
                "epochs": one.epochs,
                "final": one.final,
            }
            for one in Journal(self._place()).runs(MOST_LISTED)
        ]

    def payload(self, run_id: str) -> RunPayload:
        """A run as the journal has it.

        Raises: FastaidError where there is none of that id, or the file cannot be read.
        """
        from fastaid.training.journal import Journal

        summary, run = Journal(self._place()).load(run_id)
        if summary.run_id != run_id:
            raise FastaidError(f"There is no run '{run_id}'.")
        if summary.is_lost:
            run = dataclasses.replace(run, status="failed", message=LOST)
        return payload(run)
