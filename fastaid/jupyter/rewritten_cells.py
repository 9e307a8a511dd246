"""A transformer of cells' trees that is registered for some cells only.

IPython walks every cell's whole tree once more for as long as a transformer is registered, so it is there only
while a cell runs whose text holds what it looks for.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


class RewrittenCells:
    """Those cells of one shell whose text holds a pattern, read through a transformer."""

    def __init__(self, shell: InteractiveShell, pattern: re.Pattern[str], transformer: ast.NodeTransformer):
        self.shell = shell
        self._pattern = pattern
        self._transformer = transformer
        self._depth = 0  # a magic may run a cell inside a cell

    def open(self) -> None:
        """Look at every cell before and after it runs."""
        self.shell.events.register("pre_run_cell", self._begin)
        self.shell.events.register("post_run_cell", self._end)

    def close(self) -> None:
        """Look no more."""
        self.shell.events.unregister("pre_run_cell", self._begin)
        self.shell.events.unregister("post_run_cell", self._end)
        self._take_away()

    def _begin(self, info: Any) -> None:
        self._depth += 1
        is_there = any(one is self._transformer for one in self.shell.ast_transformers)
        if not is_there and self._pattern.search(info.raw_cell or ""):
            self.shell.ast_transformers.append(self._transformer)

    def _end(self, result: Any) -> None:
        self._depth = max(0, self._depth - 1)
        if not self._depth:
            self._take_away()

    def _take_away(self) -> None:
        others = [one for one in self.shell.ast_transformers if one is not self._transformer]
        if len(others) < len(self.shell.ast_transformers):
            self.shell.ast_transformers[:] = others
