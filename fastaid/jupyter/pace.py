"""How much of a kernel's time its front ends may take: a flood of requests must not slow a cell.

The thread that answers shares Python's lock with the cell that runs. Its own processor time is measured, reading and
sending included; beyond a small share it sleeps between two requests, which leaves the others waiting in their socket,
and what costs much is refused. Sockets take turns, so another page's Stop does not wait behind the flood.
"""

from __future__ import annotations

import time
from collections.abc import Callable

SHARE = 0.005  # of a processor, in the long run: five hints a second
CREDIT = 0.02  # seconds of work at once, after a rest: a page that opens asks for 15 ms of it
DEBT = 0.03  # seconds of work beyond that, before what costs much is refused
MOST_COUNTED = 0.03  # of one request: the first of a kind imports what it needs
LONGEST_SLEEP = 0.25  # seconds; what a Stop waits at most


class Pace:
    """The account of the thread that answers."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        work: Callable[[], float] = time.thread_time,
        sleep: Callable[[float], None] = time.sleep,
    ):
        self._clock, self._work, self._sleep = clock, work, sleep
        self._credit = CREDIT
        self._last: tuple[float, float] | None = None

    @property
    def is_overdrawn(self) -> bool:
        """Whether only what costs next to nothing should be done now."""
        return self._credit < -DEBT

    def account(self, is_busy: bool) -> None:
        """Count what was done since the last time, and sleep where that was too much for a cell that runs.

        What is answered between two cells takes nothing from either, and leaves no debt to the next.
        """
        now, done = self._clock(), self._work()
        last_now, last_done = self._last or (now, done)
        earned = SHARE * max(now - last_now, 0.0)
        spent = min(max(done - last_done, 0.0), MOST_COUNTED) if is_busy else 0.0
        self._credit = min(self._credit + earned - spent, CREDIT)
        self._last = (now, done)
        if is_busy and self._credit < 0:
            self._sleep(min(-self._credit / SHARE, LONGEST_SLEEP))
