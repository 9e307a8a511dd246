"""A line below a cell that raised nothing and still did what was not meant."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastaid.jupyter.session import Session
    from fastaid.jupyter.settings import Settings

log = logging.getLogger(__name__)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave garbage for later: a cell's tree is many small objects, and a collection with torch loaded is long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Notices:
    """Looks at every cell that ended well; says each thing once."""

    def __init__(self, session: Session, settings: Settings):
        self.session = session
        self.settings = settings
        self._said: set[tuple[str, int]] = set()
        self._depth = 0  # a magic may run a cell inside a cell
        self._parsed: tuple[str, Any] | None = None  # the last source that IPython parsed, and its tree

    def open(self) -> None:
        """Listen for cells."""
        self._compile = self.session.shell.compile
        self._parse = self._compile.ast_parse
        self._compile.ast_parse = self._remembering  # type: ignore[method-assign]  # given back in close
        events = self.session.shell.events
        events.register("pre_run_cell", self._begin)
        events.register("post_run_cell", self._end)

    def close(self) -> None:
        """Listen no more."""
        if self._compile.__dict__.get("ast_parse") == self._remembering:
            del self._compile.ast_parse
        events = self.session.shell.events
        events.unregister("pre_run_cell", self._begin)
        events.unregister("post_run_cell", self._end)

    def _remembering(self, source: str, *args: Any, **kwargs: Any) -> Any:
        """IPython's own parsing; the tree is looked at after the cell, where nobody changes it before."""
        tree = self._parse(source, *args, **kwargs)
        shell = self.session.shell
        is_changed = shell.ast_transformers or shell.ast_node_interactivity == "last_expr_or_assign"
        self._parsed = None if is_changed else (source, tree)
        return tree

    def _begin(self, info: Any) -> None:
        self._depth += 1

    def _end(self, result: Any) -> None:
        self._depth = max(0, self._depth - 1)
        if self._depth or not self.settings.notices or not result.success:
            return
        try:
            with _uncollected():
                self._look(result.info)
        except Exception:
            log.debug("a cell could not be looked at", exc_info=True)

    def _look(self, info: Any) -> None:
        from fastaid.teach.notices import MOST_SHOWN, notices_of
        from fastaid.teach.notices.cell import Cell
        from fastaid.teach.notices.tree import keep

        shell = self.session.shell
        source = getattr(info, "transformed_cell", None) or info.raw_cell
        parsed, self._parsed = self._parsed, None
        if parsed is not None and parsed[0] == source:
            keep(*parsed)
        shown = 0
        for said in notices_of(Cell(source, shell.user_ns)):
            key = (said.rule, said.subject)
            if key in self._said or shown == MOST_SHOWN:
                continue
            self._said.add(key)
            shown += 1
            from fastaid.render.diagnosis import notice_bundle

            self.session.show(notice_bundle(said))
