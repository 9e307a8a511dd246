"""The runs of a kernel, as its front ends follow them: whole at first, then one numbered message an event.

The kernel is the only keeper. A front end that was reloaded, disconnected or opened late asks for what
it has not seen; what arrives twice is known by its number, and so is what went missing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from fastaid.facts.events import Event, RunEnded, RunResumed, RunStarted
from fastaid.facts.run import Run
from fastaid.render.payload import Progress, RunPayload, payload, progress
from fastaid.training.stop import Stop, When

MOST_KEPT = 20  # finished runs that the kernel can still show; the journal has them all
WATCHED_SECONDS = (
    150.0  # a panel asks again well before; a hidden browser tab may be let run once a minute only
)


class Snapshot(TypedDict):
    """A run as it stands, and the number of the last event in it."""

    seq: int
    run: RunPayload


@dataclass
class _Followed:
    run: Run | None  # None once it is over: its payload says all, in less memory
    stop: Stop
    seq: int = 0
    last: RunPayload | None = None


class LiveRuns:
    """State kept by the thread that trains, and read by the one that answers front ends."""

    title = "The live view in the panel"

    def __init__(
        self,
        send: Callable[[Progress], None],  # to every front end at once
        clock: Callable[[], float] = time.monotonic,
    ):
        self._send, self._clock = send, clock
        self._lock = threading.Lock()
        self._followed: dict[str, _Followed] = {}
        self._watched_until = 0.0

    def listener(self, stop: Stop) -> Callable[[Run, Event], None]:
        """What a watched fit tells its events to, so that front ends follow it and can ask it to stop."""
        return _Listener(self, stop)

    def take(self, run: Run, event: Event, stop: Stop) -> None:
        """Keep an event, and tell it to the front ends that look; the beginning of a run to all."""
        with self._lock:
            if isinstance(event, RunStarted):
                followed = self._followed[event.run_id] = _Followed(Run(event), stop)
                self._forget_old()
            elif isinstance(event, RunResumed):
                before = self._followed.pop(run.started.run_id, None)
                # A number is left out: who misses it asks for the whole run, which is shorter than it was.
                seq = before.seq + 1 if before is not None else 1
                followed = self._followed[run.started.run_id] = _Followed(run.copy(), stop, seq)
            else:
                followed = self._followed[run.started.run_id]
                assert followed.run is not None
                followed.run.apply(event)
            followed.seq += 1
            seq = followed.seq
            if isinstance(event, RunEnded):
                followed.run, followed.last = None, payload(run)
            is_beginning = isinstance(event, RunStarted | RunResumed)
            is_wanted = is_beginning or self._clock() < self._watched_until
        if is_wanted:
            self._send(progress(run, event, seq))

    def snapshot(
        self,
        known: Mapping[str, Any],  # the number of the last event by run id, as a front end has it
    ) -> list[Snapshot]:
        """The runs that have had events which a front end does not know; it is told live ones from now on."""
        with self._lock:
            self._watched_until = self._clock() + WATCHED_SECONDS
            new = [
                (one.seq, one.run.copy() if one.run is not None else None, one.last)
                for run_id, one in self._followed.items()
                if known.get(run_id) != one.seq
            ]
        # Thinning a long run takes a while, in which the fit goes on.
        return [
            Snapshot(seq=seq, run=whole)
            for seq, run, last in new
            if (whole := payload(run) if run is not None else last) is not None
        ]

    @property
    def ids(self) -> list[str]:
        """The runs that the kernel still holds, the oldest first."""
        with self._lock:
            return list(self._followed)

    def ask_to_stop(self, run_id: str, when: When) -> bool:
        """Set the wish to stop; False where that run does not train here (any more)."""
        stop = self._stop_of(run_id)
        if stop is not None:
            stop.request(when)
        return stop is not None

    def ask_for_checkpoint(self, run_id: str) -> bool:
        """Set the wish for a checkpoint; False where that run does not train here (any more)."""
        stop = self._stop_of(run_id)
        if stop is not None:
            stop.wants_checkpoint = True
        return stop is not None

    def _stop_of(self, run_id: str) -> Stop | None:
        with self._lock:
            followed = self._followed.get(run_id)
            return followed.stop if followed is not None and followed.run is not None else None

    def _forget_old(self) -> None:
        over = [run_id for run_id, one in self._followed.items() if one.run is None]
        for run_id in over[: max(len(over) - MOST_KEPT, 0)]:
            del self._followed[run_id]


class _Listener:
    def __init__(self, live: LiveRuns, stop: Stop):
        self._live, self._stop = live, stop
        self.title = live.title

    def __call__(self, run: Run, event: Event) -> None:
        self._live.take(run, event, self._stop)
