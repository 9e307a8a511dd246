"""What the first card, notice and question need, imported beside the first cells."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)
AFTER_SECONDS = 2.0  # when the first cells have had their answers
MODULES = (
    "fastaid.teach.notices",
    "fastaid.help.describe",
    "fastaid.teach.diagnose",
    "fastaid.render.diagnosis",
)


class ReadAhead:
    """Some hundred small files, which would keep the first error's card waiting for half a second."""

    def __init__(self) -> None:
        self.wait: Callable[[], None] = lambda: None  # for something that is more urgent
        self._timer: threading.Timer | None = None

    def open(self) -> None:
        """Begin soon."""
        self._timer = threading.Timer(AFTER_SECONDS, self._read)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Do not begin any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _read(self) -> None:
        try:
            self.wait()
            for name in MODULES:
                importlib.import_module(name)
            from fastaid.teach.rules import every_rule

            every_rule()
        except Exception:  # whoever needs it tries again
            log.debug("could not read ahead", exc_info=True)
