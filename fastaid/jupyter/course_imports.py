"""The 2019 course's import lines: `from fastai.vision import *` brings what it brought then.

In fastai 2 that line brings a handful of module names and no error, and the first cell that uses a name of
the course fails. In the fastaid kernel, and in any other once `fastaid.course` is imported, it brings
today's names and the course's. What the learner has defined under such a name stays.
"""

from __future__ import annotations

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

    @property
    def is_wanted(self) -> bool:
        """Whether this notebook speaks the course's language."""
        return COURSE in sys.modules or bool(
            getattr(getattr(self.shell, "kernel", None), "is_fastaid", False)
        )

    def after_star_import(self, module: str) -> None:
        """Bind what the course's line stands for, where the notebook speaks its language by now."""
        if module not in BRINGS or not self.is_wanted:
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
