"""What is to be done right behind a star import, so that the cell's next line finds it done."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from fastaid.jupyter.rewritten_cells import RewrittenCells

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

STAR = re.compile(r"\bimport[\s\\]*\*")
CALL = "__import__('fastaid.jupyter.star_imports', fromlist=['imported']).imported({module!r})"


class StarImports(RewrittenCells):
    """Tells who wants to know of the star imports in one shell's cells."""

    def __init__(self, shell: InteractiveShell, *then: Callable[[str], None]):
        super().__init__(shell, STAR, CallBehind())
        self._then = then

    def imported(self, module: str) -> None:
        """Do what is to be done behind a star import of that module."""
        for one in self._then:
            one(module)


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
