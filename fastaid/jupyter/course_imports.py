"""The 2019 course's import lines: `from fastai.vision import *` brings what it brought then.

In fastai 2 that line brings a handful of module names and no error, and the first cell that uses a name of
the course fails. In the fastaid kernel, and in any other once `fastaid.course` is imported, it brings
today's names and the course's. What the learner has defined under such a name stays.
"""

from __future__ import annotations

import ast
import importlib
import sys
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from IPython.core.interactiveshell import InteractiveShell

COURSE = "fastaid.course"
# The course's line, and the modules whose names it stands for.
BRINGS = {
    "fastai.vision": ("fastai.vision.all", COURSE),
    "fastai.text": ("fastai.text.all",),
    "fastai.tabular": ("fastai.tabular.all",),
    "fastai.collab": ("fastai.tabular.all", "fastai.collab"),
}


class CourseImports:
    """Reads the import lines of one shell's cells."""

    def __init__(self, shell: InteractiveShell):
        self.shell = shell
        self._transformer = AsTheCourseMeant()

    @property
    def is_wanted(self) -> bool:
        """Whether this notebook speaks the course's language."""
        return COURSE in sys.modules or bool(
            getattr(getattr(self.shell, "kernel", None), "is_fastaid", False)
        )

    def open(self) -> None:
        """Look at every cell."""
        self.shell.ast_transformers.append(self._transformer)

    def close(self) -> None:
        """Look no more."""
        self.shell.ast_transformers[:] = [
            one for one in self.shell.ast_transformers if one is not self._transformer
        ]

    def bring(self, module: str) -> None:
        """Bind what the course's line stands for, where the notebook speaks its language by now."""
        if not self.is_wanted:
            return
        names = self.shell.user_ns
        found: dict[str, Any] = {}
        for one in BRINGS[module]:
            found.update(star(importlib.import_module(one)))
        names.update({name: held for name, held in found.items() if not is_learner_s(names.get(name), names)})


def star(module: Any) -> Mapping[str, Any]:
    """What a star import of a module binds."""
    public = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    return {name: getattr(module, name) for name in public}


def is_learner_s(held: Any, names: Mapping[str, Any]) -> bool:
    """Whether the learner wrote a function or class in this notebook."""
    if isinstance(held, FunctionType):
        return held.__globals__ is names
    return isinstance(held, type) and held.__module__ == "__main__"


def bring(module: str) -> None:
    """What a cell runs in place of the course's line."""
    from IPython import get_ipython

    shell = get_ipython()
    extension = shell.meta.get("fastaid") if shell is not None else None
    if extension is not None:
        extension.course_imports.bring(module)
        extension.own_doc.keep()


class AsTheCourseMeant(ast.NodeTransformer):
    """Puts a call of `bring` behind the course's star imports."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        if not any(course_s(statement) for statement in node.body):
            return node
        body: list[ast.stmt] = []
        for statement in node.body:
            body.append(statement)
            if module := course_s(statement):
                call = ast.parse(
                    f"__import__('fastaid.jupyter.course_imports', fromlist=['bring']).bring({module!r})"
                ).body[0]
                for part in ast.walk(call):
                    ast.copy_location(part, statement)
                # A statement and not an expression, whose value IPython would show.
                body.append(ast.copy_location(ast.If(ast.Constant(True), [call], []), statement))
        node.body = body
        return ast.fix_missing_locations(node)


def course_s(statement: ast.stmt) -> str:
    """The module of one of the course's star imports, "" for any other statement."""
    if not isinstance(statement, ast.ImportFrom) or statement.module not in BRINGS:
        return ""
    return statement.module if any(alias.name == "*" for alias in statement.names) else ""
