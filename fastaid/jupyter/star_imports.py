"""What is to be done right behind a star import, so that the cell's next line finds it done.

A cell's tree is changed only where its text holds a star import: IPython walks every cell's whole tree once
more for as long as a transformer is registered.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

STAR = re.compile(r"\bimport[\s\\]*\*")
CALL = "__import__('fastaid.jupyter.star_imports', fromlist=['imported']).imported({module!r})"


class StarImports:
    """Tells who wants to know of the star imports in one shell's cells."""

    def __init__(self, shell: InteractiveShell, *then: Callable[[str], None]):
        self.shell = shell
        self._then = then
        self._transformer = CallBehind()
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

    def imported(self, module: str) -> None:
        """Do what is to be done behind a star import of that module."""
        for one in self._then:
            one(module)

    def _begin(self, info: Any) -> None:
        self._depth += 1
        if self._transformer not in self.shell.ast_transformers and STAR.search(info.raw_cell or ""):
            self.shell.ast_transformers.append(self._transformer)

    def _end(self, result: Any) -> None:
        self._depth = max(0, self._depth - 1)
        if not self._depth:
            self._take_away()

    def _take_away(self) -> None:
        others = [one for one in self.shell.ast_transformers if one is not self._transformer]
        if len(others) < len(self.shell.ast_transformers):
            self.shell.ast_transformers[:] = others


def imported(module: str) -> None:
    """What a cell runs behind each of its star imports."""
    from IPython import get_ipython

    shell = get_ipython()
    extension = shell.meta.get("fastaid") if shell is not None else None
    if extension is not None:
        extension.star_imports.imported(module)


class CallBehind(ast.NodeTransformer):
    """Puts a call of `imported` behind a cell's star imports."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        body: list[ast.stmt] = []
        for statement in node.body:
            body.append(statement)
            module = star_imported(statement)
            if module:
                call = ast.parse(CALL.format(module=module)).body[0]
                for part in ast.walk(call):
                    ast.copy_location(part, statement)
                # A statement and not an expression, whose value IPython would show.
                body.append(ast.copy_location(ast.If(ast.Constant(True), [call], []), statement))
        node.body = body
        return node


def star_imported(statement: ast.stmt) -> str:
    """The module of a star import, "" for any other statement."""
    if not isinstance(statement, ast.ImportFrom) or statement.level or not statement.module:
        return ""
    return statement.module if any(alias.name == "*" for alias in statement.names) else ""
