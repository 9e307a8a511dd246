"""Files of learners in a notebook's cells: one from elsewhere is asked for before it is loaded.

`load_learner` stays fastai's own function under its own name. Where a cell's text names it, the cell reads it as
`watched(load_learner)`, which asks and then calls it; code outside the cells, and every name in the notebook, is
as it was. What the cells write themselves, `learn.export(…)` and `torch.save(…)`, is remembered the same way.
"""

from __future__ import annotations

import ast
import functools
import inspect
import logging
import re
import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError
from fastaid.jupyter.rewritten_cells import RewrittenCells

if TYPE_CHECKING:
    from fastaid.jupyter.session import Session

log = logging.getLogger(__name__)
NAMED = re.compile(r"\b(?:load_learner|export|save)\b")
# A cell's function may be pickled whole and run where there is no fastaid.
WATCHED = "getattr(__import__('sys').modules.get('fastaid.jupyter.learner_files'), 'watched', lambda held, *_: held)"
LOADERS = (("fastai.learner", "load_learner"), ("fastaid.course.learner", "load_learner"))
YES = ("y", "yes")


class LearnerFiles(RewrittenCells):
    """Watches one shell's cells load and write learners."""

    def __init__(self, session: Session):
        super().__init__(session.shell, NAMED, ReadAsWatched())
        self.session = session

    def watched(self, held: Any) -> Any:
        """A function that loads or writes learners, with what is to be done before or behind; else what it is."""
        if isinstance(held, FunctionType) and (held.__module__, held.__name__) in LOADERS:
            return _before(held, self._ask_before)
        is_save = isinstance(held, FunctionType) and held is getattr(sys.modules.get("torch"), "save", None)
        return _behind(held, _remember_written) if is_save or _is_export(held) else held

    def _ask_before(self, load: Any, given: Mapping[str, Any]) -> None:
        file = _file_to_load(given)
        if file is not None:
            self.ask(file)

    def ask(self, file: Path | bytes) -> None:
        """Have a yes for a file from elsewhere, or go no further.

        Raises: FastaidError where the answer is no, or where nobody can be asked.
        """
        from fastaid.render.bundle import Bundle
        from fastaid.training.foreign import is_own, remember, what_loading_does

        name = file.name if isinstance(file, Path) else "The file"
        try:
            said = what_loading_does(file, name, self.session.names)
        except FastaidError:
            raise
        except Exception:  # a mistake of ours is no reason to let a strange file in unasked
            log.debug("what a file would import could not be read", exc_info=True)
            said = f"What loading {name} would run cannot be told."
        if not said or is_own(file):
            return
        if not self._can_ask:
            place = shlex.quote(file.as_posix()) if isinstance(file, Path) else "FILE"
            raise FastaidError(said, f"If you trust where it is from: %load_learner {place} --yes")
        self.session.show(Bundle(said))
        if input("Load it? (yes/no) ").strip().lower() not in YES:
            raise FastaidError(
                f"{name} was not loaded.", "Weights need no trust: ask for what %export --weights writes."
            )
        remember(file)

    @property
    def _can_ask(self) -> bool:
        """Whether there is somebody to answer: a front end that takes input, or a terminal."""
        kernel = getattr(self.shell, "kernel", None)
        return bool(getattr(kernel, "_allow_stdin", False)) if kernel is not None else sys.stdin.isatty()


def watched(
    held: Any,  # what the cell reads under a name that may be one of these functions
    n: int | None = None,  # how many arguments it is called with; None: it is not called here
    keywords: tuple[str, ...] = (),
) -> Any:  # what the cell is given
    """What a cell reads in the place of such a name."""
    from IPython import get_ipython

    shell = get_ipython()
    extension = shell.meta.get("fastaid") if shell is not None else None
    if extension is None:
        return held
    found = extension.learner_files.watched(held)
    # A call that cannot be is the cell's own mistake, and raised where no frame of ours is in between.
    is_call = found is held or n is None or _arguments(held, (None,) * n, dict.fromkeys(keywords))
    return found if is_call else held


class ReadAsWatched(ast.NodeTransformer):
    """Wraps each reading of a name that loads or writes learners."""

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return _wrapped(node) if isinstance(node.ctx, ast.Load) and node.id == "load_learner" else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        is_one = isinstance(node.ctx, ast.Load) and NAMED.fullmatch(node.attr)
        return _wrapped(node) if is_one else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        written = node.func
        self.generic_visit(node)
        names = [one.arg for one in node.keywords]
        is_plain = None not in names and not any(isinstance(one, ast.Starred) for one in node.args)
        if node.func is not written and isinstance(node.func, ast.Call) and is_plain:
            shape = (
                ast.Constant(len(node.args)),
                ast.Tuple([ast.Constant(name) for name in names], ast.Load()),
            )
            node.func.args += [_at(written, part) for part in shape]
        return node


def _wrapped(node: ast.expr) -> ast.Call:
    """`watched(node)` at the node's own place, so that a traceback marks what was written there."""
    return ast.copy_location(ast.Call(_at(node, ast.parse(WATCHED, mode="eval").body), [node], []), node)


def _at(place: ast.expr, expression: ast.expr) -> ast.expr:
    for part in ast.walk(expression):
        ast.copy_location(part, place)
    return expression


def _is_export(held: Any) -> bool:
    kind = getattr(sys.modules.get("fastai.learner"), "Learner", None)
    is_method = isinstance(held, MethodType) and held.__func__.__name__ == "export"
    return is_method and kind is not None and isinstance(held.__self__, kind)


def _arguments(func: Callable[..., Any], args: Any, kwargs: Any) -> Mapping[str, Any]:
    """A call's arguments by name; none where the call will fail anyway."""
    try:
        bound = inspect.signature(func).bind(*args, **kwargs)
    except TypeError:
        return {}
    bound.apply_defaults()
    return bound.arguments


def _before(func: Callable[..., Any], look: Callable[..., None]) -> Callable[..., Any]:
    @functools.wraps(func)
    def call(*args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True  # an error of the function's is shown as plain IPython shows it
        look(func, _arguments(func, args, kwargs))
        return func(*args, **kwargs)

    return call


def _behind(func: Callable[..., Any], look: Callable[..., None]) -> Callable[..., Any]:
    @functools.wraps(func)
    def call(*args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        value = func(*args, **kwargs)
        try:
            look(func, _arguments(func, args, kwargs))
        except Exception:  # it is written: that nobody remembers it costs a question later
            log.debug("what was written could not be remembered", exc_info=True)
        return value

    return call


def _file_to_load(given: Mapping[str, Any]) -> Path | bytes | None:
    """The file of a call of fastai's `load_learner(fname)`, or of the course's `load_learner(path, file)`."""
    word = given.get("fname", given.get("path"))
    if hasattr(word, "read") and hasattr(word, "seek"):
        here = word.tell()
        data = word.read()
        word.seek(here)
        return data if isinstance(data, bytes) else None
    if not isinstance(word, str | Path):
        return None
    file = Path(word)
    file = file / given["file"] if "file" in given and file.is_dir() else file
    return file if file.is_file() else None


def _remember_written(func: Any, given: Mapping[str, Any]) -> None:
    from fastaid.training.foreign import remember

    word = given.get("fname", given.get("file", given.get("f")))
    if isinstance(word, str | Path):
        file = Path(word)
        learner: Any = getattr(func, "__self__", None)
        remember(learner.path / file if learner is not None else file)
