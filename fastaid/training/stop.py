"""Asking a fit to stop, and keeping an interrupt from tearing it apart.

Plain fastai 2.8 lets a KeyboardInterrupt fly out of the middle of a step: `Learner._with_events` has no
`finally`, so `after_fit` is skipped, and with it whatever callbacks put back there.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Literal

When = Literal["batch", "epoch"]


@dataclass
class Stop:
    """What somebody asks of a running fit, read by the watcher at every batch's edge.

    Safe to set from any thread: it is flags only.
    """

    when: When | None = None
    is_interrupt: bool = False
    wants_checkpoint: bool = False

    def request(self, when: When = "batch", is_interrupt: bool = False) -> None:
        """Ask for a stop; "batch" is the stronger wish and wins."""
        if self.when != "batch":
            self.when = when
        self.is_interrupt = self.is_interrupt or is_interrupt

    @property
    def is_requested(self) -> bool:
        return self.when is not None


@contextmanager
def interrupts_deferred(stop: Stop) -> Iterator[None]:
    """Turn the first interrupt into a wish to stop; a second one raises KeyboardInterrupt as ever.

    Data loader workers are forked while this holds, so they inherit a handler that lets them finish
    the batch: Jupyter interrupts the whole process group, and a worker that dies takes the fit with it.
    Outside the main thread, where python forbids signal handlers, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_interrupt(signum: int, frame: FrameType | None) -> None:
        if stop.is_interrupt:
            raise KeyboardInterrupt
        stop.request("batch", is_interrupt=True)

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before if before is not None else signal.default_int_handler)
