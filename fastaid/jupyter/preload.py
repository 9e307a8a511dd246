"""`from fastai.vision.all import *`, done beside a kernel's first cells.

A cell that names something nobody has bound yet waits for it; any other runs at once. What a learner
binds first stays theirs.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import logging
import re
import threading
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

log = logging.getLogger("fastaid")
STAR = "fastai.vision.all"
# Time for a front end to get its first answers, which importing would slow down.
AFTER_SECONDS = 0.5
DOOR = "_showwarnmsg"  # what `warnings.warn` calls with all that is to be shown, in Python 3.11 to 3.14
MAGIC_CALLS = ("run_line_magic", "run_cell_magic")
# Magics whose line or body is Python; `%matplotlib inline` names nothing.
OF_PYTHON = frozenset({"time", "timeit", "prun", "capture", "memit", "pinfo", "pinfo2", "debug"})
WORD = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


class Preload:
    """fastai's names for one shell."""

    def __init__(self, shell: InteractiveShell, module: str = STAR):
        self.shell = shell
        self.module = module
        self.names: dict[str, Any] = {}
        self._thread = threading.Thread(target=self._import, name="fastaid-preload", daemon=True)
        self._timer: threading.Timer | None = None
        self._begun = threading.Lock()

    def open(self) -> None:
        """Begin soon; look at every cell before it runs."""
        self.shell.events.register("pre_run_cell", self._before)
        self._timer = threading.Timer(AFTER_SECONDS, self._begin)
        self._timer.daemon = True
        self._timer.start()

    def _begin(self) -> None:
        with self._begun:
            if self._thread.ident is None:
                self._thread.start()

    def _import(self) -> None:
        try:
            found: dict[str, Any] = {}
            with quiet_here():
                exec(f"from {self.module} import *", found)
            found.pop("__builtins__", None)
            self.names = found
        except Exception:  # the learner's own import says it where they can see it
            log.warning("%s could not be imported beforehand", self.module, exc_info=True)

    def _before(self, info: Any) -> None:
        """Give the notebook what is ready; wait where a cell cannot run without it."""
        names = self.shell.user_ns
        if not self.is_ready and needs_more(getattr(info, "transformed_cell", None) or info.raw_cell, names):
            self._begin()
            self._thread.join()
        if self.is_ready and not self._is_given():
            for name, held in self.names.items():
                names.setdefault(name, held)
            # %who and variable inspectors list what the learner made.
            self.shell.user_ns_hidden.update(self.names)

    def wait(self) -> None:
        """Until the import has ended, where it has begun."""
        if self._thread.ident is not None:
            self._thread.join()

    @property
    def is_ready(self) -> bool:
        """Whether the import has ended."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def _is_given(self) -> bool:
        """Whether the notebook has them; %reset takes all of them away at once."""
        some = list(self.names)[:: max(1, len(self.names) // 20)]
        return any(name in self.shell.user_ns for name in some) or not some


@contextlib.contextmanager
def quiet_here() -> Iterator[None]:
    """Show no warnings of this thread, those of others as ever: a learner can mend none of what imports warn of.

    `warnings.catch_warnings` and `warnings.showwarning` are every thread's: one that the cell beside this
    opens or ends would let the import's warnings out, or keep them in the cell's own record. This door
    they leave alone.
    """
    thread, show = threading.get_ident(), getattr(warnings, DOOR, None)
    if show is None:  # another Python's: shown warnings rather than no fastai
        yield
        return

    def show_unless(message: warnings.WarningMessage) -> None:
        if threading.get_ident() != thread:
            show(message)

    setattr(warnings, DOOR, show_unless)
    try:
        yield
    finally:
        setattr(warnings, DOOR, show)


def needs_more(
    source: str,  # a cell, its magics as calls
    names: Mapping[str, Any],  # what is bound
) -> bool:  # whether it names something that neither it nor anybody else binds
    """Look whether a cell can run with the names there are."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return False  # it will not run at all
    used: set[str] = set()
    bound: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            used.update(_in_magic(node) if node.func.attr in MAGIC_CALLS else ())
    return any(name not in bound and name not in names and not hasattr(builtins, name) for name in used)


def _in_magic(call: ast.Call) -> set[str]:
    """The names in a magic's line and body, which may be Python: `%timeit`, `x?`."""
    texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if not texts or texts[0] not in OF_PYTHON:
        return set()
    return {word for text in texts[1:] for word in WORD.findall(text)}
