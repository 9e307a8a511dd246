"""The place of an error: its frames, their live objects, and the learner's names for them.

Nothing here runs code of the learner's: an expression has a value only where reading it has no effect.
"""

from __future__ import annotations

import ast
import dis
import linecache
import re
import site
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from types import FrameType, ModuleType, TracebackType
from typing import Any

from executing import Source
from pure_eval import CannotEval, Evaluator

from fastaid.teach.objects import PLAIN_READS, UNKNOWN, is_learner, is_module, is_of, is_tensor, stored

# Instructions that belong to one part of a line; a jump belongs to a whole `if`.
COMPUTING = (
    "CALL",
    "PRECALL",
    "BINARY_",
    "UNARY_",
    "COMPARE_",
    "CONTAINS_",
    "LOAD_ATTR",
    "LOAD_METHOD",
    "STORE_SUBSCR",
)
# Packages that a course notebook trains with.
OF_TRAINING = frozenset({"torch", "torchvision", "fastai", "fastcore", "fasttransform", "fastbook", "timm"})
MOST_CELLS = 60  # of the notebook, the last ones
WORD = re.compile(r"[A-Za-z_]\w*")
# What fastai writes before the message of an error in a callback.
FASTAI_PREFACE = re.compile(r"Exception occured in `[^`]*` when calling event `[^`]*`:\s*")


@cache
def _library_folders() -> tuple[str, ...]:
    paths = sysconfig.get_paths()
    found = {
        paths["stdlib"],
        paths["platstdlib"],
        paths["purelib"],
        paths["platlib"],
        site.getusersitepackages(),
    }
    return (*(folder for folder in found if folder), str(Path(__file__).parents[1]))


@dataclass(frozen=True)
class Frame:
    """One frame of a traceback."""

    file: str
    line: int
    function: str  # "<module>" for the cell itself
    module: str  # "torch.nn.modules.linear"; "__main__" for a cell
    names: Mapping[str, Any]  # its local variables as they are now
    is_learners: bool  # written in the notebook, or in a file of the learner's
    place: TracebackType = field(repr=False)

    @property
    def text(self) -> str:
        """The line that was running."""
        return linecache.getline(self.file, self.line).strip()

    @cached_property
    def node(self) -> ast.AST | None:
        """The part of a learner's line that was running; None where Python does not tell."""
        # Only learners' files are parsed: a library's long one takes more time than a card has.
        if not self.is_learners:
            return None
        try:
            found = Source.executing(self.place).node or self._at_its_columns()
        except Exception:  # noqa: BLE001  a source that is no longer there
            return None
        return found if isinstance(found, ast.AST) else None

    def _at_its_columns(self) -> ast.AST | None:
        """The part that stands at the columns that the compiler noted."""
        # executing 2.2 does not tell where several statements share a line: `with no_grad(): net(x)`.
        code, at = self.scope.f_code, self.place.tb_lasti
        # A call of a Python function is noted at the end of its inline cache.
        while at and dis.opname[code.co_code[at]] == "CACHE":
            at -= 2
        if not dis.opname[code.co_code[at]].startswith(COMPUTING):
            return None
        line, end_line, column, end_column = next(islice(code.co_positions(), at // 2, None))
        for node in ast.walk(Source.for_frame(self.scope).tree or ast.Module([], [])):
            if isinstance(node, (ast.expr, ast.AugAssign)) and (
                (node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)
                == (line, end_line, column, end_column)
            ):
                return node
        return None

    @property
    def call(self) -> ast.Call | None:
        """The call that was running, where it was one."""
        return self.node if isinstance(self.node, ast.Call) else None

    @property
    def scope(self) -> FrameType:
        """Where its names are looked up."""
        return self.place.tb_frame

    def value(self, node: ast.AST | None) -> Any:
        """What an expression stands for, UNKNOWN where telling would run code."""
        if not isinstance(node, ast.expr):
            return UNKNOWN
        try:
            return Evaluator.from_frame(self.scope)[node]
        except CannotEval:
            return self._read(node)
        except Exception:  # noqa: BLE001  an object whose code breaks
            return UNKNOWN

    def _read(self, node: ast.expr) -> Any:
        if isinstance(node, (ast.Tuple, ast.List)):
            items = [self.value(one) for one in node.elts]
            if any(one is UNKNOWN for one in items):
                return UNKNOWN
            return tuple(items) if isinstance(node, ast.Tuple) else items
        if not isinstance(node, ast.Attribute):
            return UNKNOWN
        holder = self.value(node.value)
        if is_tensor(holder) and node.attr in PLAIN_READS:
            return getattr(holder, node.attr)
        if is_module(holder):
            for table in ("_parameters", "_buffers", "_modules"):
                if node.attr in stored(holder).get(table, {}):
                    return stored(holder)[table][node.attr]
        return _of_learner(holder, node.attr)

    def argument(self, call: ast.Call, position: int | None, name: str = "") -> ast.expr | None:
        """The expression given for an argument of a call; None where it was left out or came in a *star."""
        for keyword in call.keywords:
            if keyword.arg == name and name:
                return keyword.value
        if position is not None and position < len(call.args):
            before = call.args[: position + 1]
            return None if any(isinstance(one, ast.Starred) for one in before) else call.args[position]
        return None


@dataclass(frozen=True)
class Scene:
    """An error with everything that stands around it."""

    error: BaseException
    frames: tuple[Frame, ...]  # outermost first, from the cell on
    names: Mapping[str, Any]  # the notebook's variables
    cell: str  # the source of the cell that failed

    @property
    def message(self) -> str:
        """What the error says, without the sentence that fastai puts before it."""
        try:
            return FASTAI_PREFACE.sub("", str(self.error)).strip()
        except Exception:  # noqa: BLE001  a __str__ of the learner's
            return ""

    @property
    def last(self) -> Frame | None:
        """Where it was raised."""
        return self.frames[-1] if self.frames else None

    @property
    def here(self) -> Frame | None:
        """The innermost line that the learner wrote."""
        return next((one for one in reversed(self.frames) if one.is_learners), None)

    @property
    def top(self) -> Frame | None:
        """The line of the cell itself."""
        return self.frames[0] if self.frames else None

    @property
    def is_raised_by_learner(self) -> bool:
        """Whether a line of the learner's raised it, with no library below."""
        return self.last is not None and self.last.is_learners

    def within(self, module: str, function: str = "") -> Frame | None:
        """The innermost frame of a module (or of one inside it), and of a function there."""
        for one in reversed(self.frames):
            is_there = one.module == module or one.module.startswith(module + ".")
            if is_there and function in ("", one.function):
                return one
        return None

    def holding(self, name: str, kind: Callable[[Any], bool]) -> Iterator[tuple[Frame, Any]]:
        """Frames, innermost first, with a local variable of that name and kind."""
        for one in reversed(self.frames):
            held = one.names.get(name, UNKNOWN)
            if held is not UNKNOWN and kind(held):
                yield one, held

    @cached_property
    def tree(self) -> ast.Module | None:
        """The cell, parsed; magics are left out. None where it is not Python."""
        try:
            return ast.parse(self.cell)
        except (SyntaxError, ValueError):
            return None

    @cached_property
    def words(self) -> set[str]:
        """Every word of the notebook's cells."""
        before = list(self.names.get("In") or [])[-MOST_CELLS:]
        return {word for cell in (self.cell, *before) if isinstance(cell, str) for word in WORD.findall(cell)}

    @cached_property
    def is_about_training(self) -> bool:
        """Whether torch or fastai take part: in a frame, or by a name that a cell of the notebook uses.

        They are often imported without anybody's use; then an ordinary error is an ordinary error.
        """
        if any(frame.module.split(".")[0] in OF_TRAINING for frame in self.frames):
            return True
        if self.words & OF_TRAINING:
            return True
        held = (self.names[word] for word in self.words if word in self.names)
        return any(_home(one) in OF_TRAINING for one in held)

    def name_of(self, obj: Any) -> str:
        """The learner's variable that holds this very object, "" where none does."""
        here = self.here
        for names in ([here.names] if here is not None else []) + [self.names]:
            for name, held in list(names.items()):
                if held is obj and not name.startswith("_") and not isinstance(held, ModuleType):
                    return name
        return ""

    def live(self, kind: type) -> Iterator[tuple[str, Any]]:
        """The notebook's variables of a kind."""
        for name, held in list(self.names.items()):
            if isinstance(held, kind) and not name.startswith("_"):
                yield name, held


def scene_of(
    error: BaseException,
    names: Mapping[str, Any],  # the notebook's variables
    cell: str = "",
) -> Scene:
    """Look at an error; frames above the cell (IPython's own) are left out."""
    frames: list[Frame] = []
    place = error.__traceback__
    while place is not None:
        frame = place.tb_frame
        is_cell = frame.f_globals is names
        if is_cell or frames:
            file = frame.f_code.co_filename
            frames.append(
                Frame(
                    file,
                    place.tb_lineno,
                    frame.f_code.co_name,
                    str(frame.f_globals.get("__name__", "")),
                    frame.f_locals,
                    is_cell or is_learners_file(file),
                    place,
                )
            )
        place = place.tb_next
    return Scene(error, tuple(frames), names, cell)


def latest_first(tree: ast.AST) -> list[Any]:
    """The parts of a source, the last line's first, and what lies within something before it."""
    found: list[Any] = [node for node in ast.walk(tree) if hasattr(node, "lineno")]
    found.reverse()
    found.sort(key=lambda node: (node.lineno, node.col_offset), reverse=True)
    return found


def _of_learner(holder: Any, name: str) -> Any:
    """What a Learner holds under a name, asked of it or of one of its callbacks: `learn.pred`, `self.y`."""
    if is_of(holder, "fastai.callback.core", "Callback"):
        if name in stored(holder):
            return stored(holder)[name]
        holder = stored(holder).get("learn")
    if not is_learner(holder):
        return UNKNOWN
    if name in ("x", "y"):
        batch = stored(holder).get(f"{name}b")
        return batch[0] if isinstance(batch, (tuple, list)) and len(batch) == 1 else UNKNOWN
    return stored(holder).get(name, UNKNOWN)


def _home(obj: Any) -> str:
    """The package that a thing, or its class, comes from."""
    name = getattr(obj, "__name__", "") if isinstance(obj, ModuleType) else ""
    found = name or getattr(obj if callable(obj) else type(obj), "__module__", "") or type(obj).__module__
    return str(found).split(".")[0]


def is_learners_file(file: str) -> bool:
    """Whether a file is the learner's own, and no library's."""
    if file.startswith("<"):
        return False  # code that a library made: dataclasses, torch.fx
    if not Path(file).is_absolute() and not Path(file).exists():
        return False  # a compiled module tells where it was built: plum's "src/plum/_resolver.py"
    return not any(file.startswith(folder) for folder in _library_folders()) and "site-packages" not in file
