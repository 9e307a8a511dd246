"""A word of a line to the value it stands for, by one rule for all magics.

A value is Python wherever the notebook can read it as Python of the right kind: a variable, an
expression. Anything else is the text that was written.
"""

from __future__ import annotations

import ast
import builtins
import functools
import math
import os
import re
from collections.abc import Callable, Mapping, Sequence
from numbers import Integral, Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastaid.errors import FastaidError, a, did_you_mean, in_short
from fastaid.jupyter.arguments import Text

if TYPE_CHECKING:
    from fastaid.jupyter.line_notes import Notes, Replay

IPYTHON_S = ("In", "Out", "exit", "quit", "get_ipython", "open")  # names that no learner means
ONLY_PYTHON = (ast.Call, ast.Subscript, ast.Constant)  # what no path and no label looks like


def _noted(method: Callable[..., Any]) -> Callable[..., Any]:
    """What a word is, taken down; or what it was, where a line is read again in another kernel."""

    @functools.wraps(method)
    def read(self: Scope, word: Any, *args: Any, **kwargs: Any) -> Any:
        if self._notes is None or self._is_reading:
            return method(self, word, *args, **kwargs)
        self._is_reading = True  # what a reading reads in its turn is no word of the line
        try:
            return self._notes.read(method.__name__, word, lambda: method(self, word, *args, **kwargs))
        finally:
            self._is_reading = False

    return read


class Scope:
    """The learner's namespace, asked for the values that a line names."""

    def __init__(
        self,
        user_ns: Mapping[str, Any],
        notes: Notes | Replay | None = None,
    ):
        self._names, self._notes, self._is_reading = user_ns, notes, False

    @_noted
    def get(self, name: str) -> Any:
        """What a variable holds; None where there is none."""
        return self._names.get(name)

    @_noted
    def path(self, word: str) -> Path:
        """A path: a variable or expression that is one, else the text, where {name} and $name are filled in.

        Raises: FastaidError where a variable is meant that is no path.
        """
        value = self.own(word)
        if isinstance(value, str | Path):
            return _at_home(value)
        if isinstance(word, Text):
            return _at_home(word)
        if re.match(r"\w+://", word):
            raise FastaidError(
                f"{word} is an address on the web, and files are read from disk.",
                "Download it first: urlsave(address, 'picture.jpg')",
            )
        path = _at_home(self._filled(word))
        if os.path.exists(path):  # unlike Path.exists, it takes any text
            return path
        first, *rest = word.split("/")
        held = self._names.get(first)
        if rest and isinstance(held, str | Path) and os.path.exists(Path(held) / Path(*rest)):
            raise FastaidError(
                f"There is no {word}.", f"{first} is your variable: write {first}/'{'/'.join(rest)}'"
            )
        if value is not None:
            raise FastaidError(
                f"{word} is {a(value)}, not a path.",
                f"Give the path of a file or a folder; if it is called so, quote it: '{word}'",
            )
        self.own(word, is_told=True)
        return path

    def _filled(self, text: str) -> str:
        """Text with {name} and $name replaced by the variables that they name, or by the environment's."""

        def value(match: re.Match[str]) -> str:
            held = self._names.get(match[1] or match[2])
            return str(held) if isinstance(held, str | Path | int | float) else match[0]

        return os.path.expandvars(re.sub(r"\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)", value, text))

    @_noted
    def text(self, word: str | None) -> str | None:
        """Text: a variable that holds some, or a path or a pattern, else the text that was written."""
        if word is None:
            return None
        value = self.own(word)
        if isinstance(value, re.Pattern):
            return str(value.pattern)
        return str(value) if isinstance(value, str | Path) else str(word)

    @_noted
    def filled(self, word: str | None) -> str | None:
        """A name: as `text`, where {name} and $name inside it are filled in."""
        text = self.text(word)
        return text if text is None or isinstance(word, Text) or text != word else self._filled(text)

    @_noted
    def column(self, word: str | None) -> str | int | None:
        """A column: its position, or its name."""
        if word is None:
            return None
        if not isinstance(word, Text) and re.fullmatch(r"-?\d+", word):
            return int(word)
        value = self.own(word)
        if isinstance(value, Integral):
            return int(value)
        return value if isinstance(value, str) else str(word)

    @_noted
    def number(self, word: str | None, option: str, kind: type = float) -> Any:
        """A number, from a literal, a variable or an expression.

        Raises: FastaidError where it is none.
        """
        if word is None:
            return None
        value = _plain(self.expression(word, option))
        is_number = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
        if not is_number or (kind is int and value != int(value)):
            wanted, example = ("a whole number", "4") if kind is int else ("a number", "0.1")
            shown = in_short(value)
            said = f", and {word} is {shown}" if shown != word else f", not {word}"
            raise FastaidError(f"{option} takes {wanted}{said}.", f"For example: {example}")
        return kind(value)

    @_noted
    def size(self, word: str, option: str) -> int | tuple[int, int]:
        """A side in pixels, or (height, width).

        Raises: FastaidError where it is neither.
        """
        value = self.expression(word, option)
        sides = [_plain(side) for side in (value if isinstance(value, tuple | list) else (value,))]
        if len(sides) not in (1, 2) or not all(type(side) is int and side > 1 for side in sides):
            raise FastaidError(
                f"{option} takes whole pixels, not {in_short(value)}.",
                "Give 224, or (height, width).",
            )
        return int(sides[0]) if len(sides) == 1 else (int(sides[0]), int(sides[1]))

    @_noted
    def expression(self, word: str, option: str, near: str = "") -> Any:
        """The value of a Python expression in the notebook's namespace; fastai's names are there too.

        Raises: FastaidError where it does not parse, names something unknown, or fails.
        """
        source = code_of_word(word)
        try:
            tree = ast.parse(source, mode="eval")
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            reason = getattr(error, "msg", None) or "too deep to read"
            share = re.fullmatch(r"(\d+(?:\.\d*)?)%", word)
            raise FastaidError(
                f"{option} takes Python, and {word[:200] or 'nothing'} is none ({reason}).",
                f"For {word} write {float(share[1]) / 100:g}."
                if share
                else "Give a value, a variable, or an expression without spaces outside brackets.",
            ) from None
        names = _names_in(tree)
        missing = [name for name in names if name not in self._names]
        # One dict for all names: a lambda or a comprehension inside sees no locals of eval's.
        scope = {**_fastai_names(missing), **self._names} if missing else dict(self._names)
        try:
            return eval(compile(tree, option, "eval"), scope)
        except NameError as error:
            name = str(error.name)
            every = [n for n in self._names if not n.startswith("_") and n not in IPYTHON_S]
            meant = did_you_mean(name, [*every, near]) if len(name) > 2 else ""
            raise FastaidError(
                f"{option}: there is no variable '{name}'.",
                meant or "Make it first, or write the value itself.",
            ) from None
        except Exception as error:
            raise FastaidError(
                f"{option} {word} raised {type(error).__name__}: {error}.",
                "It is read as Python in this notebook; try it in a cell.",
            ) from error

    @_noted
    def own(
        self,
        word: str,
        is_told: bool = False,  # whether what can only be Python may fail aloud
    ) -> Any:
        """What a word is as an expression over the learner's own names, or None."""
        if isinstance(word, Text):
            return None
        try:
            tree = ast.parse(code_of_word(word), mode="eval")
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return None
        names = set(_names_in(tree))
        own = names & set(self._names)
        is_sum = isinstance(tree.body, ast.JoinedStr | ast.BinOp) and not names and _has_text(tree)
        if not (own or is_sum) or not all(name in own or hasattr(builtins, name) for name in names):
            return None
        try:
            return eval(compile(tree, "value", "eval"), dict(self._names))
        except Exception as error:
            if is_told and any(isinstance(node, ONLY_PYTHON) for node in ast.walk(tree)):
                raise FastaidError(
                    f"{word} raised {type(error).__name__}: {error}.",
                    "It is read as Python in this notebook; quote it if it is a name.",
                ) from error
            return None  # it was not meant as Python, then


def _plain(value: Any) -> Any:
    """Python's own number where numpy's or a tensor of one was given."""
    return value.item() if getattr(value, "ndim", None) == 0 and hasattr(value, "item") else value


def _has_text(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in ast.walk(tree))


def _at_home(path: str | Path) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        if os.path.exists(path):
            return Path(path)
        raise FastaidError(
            f"{path} names a home folder that there is not.", "Write the whole path."
        ) from None


def code_of_word(word: str) -> str:
    """The Python of a word: `{expr}` and `$name` are how other magics write a value of the notebook."""
    if isinstance(word, Text):
        return repr(str(word))
    if word.startswith("{") and word.endswith("}") and ":" not in word:
        return word[1:-1].strip() or word
    return word[1:] if re.fullmatch(r"\$[A-Za-z_]\w*", word) else word


def _names_in(tree: ast.AST) -> list[str]:
    """The names an expression takes from outside: not those of its own comprehensions and lambdas."""
    nodes = list(ast.walk(tree))
    own = {node.arg for node in nodes if isinstance(node, ast.arg)}
    own |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return [node.id for node in nodes if isinstance(node, ast.Name) and node.id not in own]


def _fastai_names(wanted: Sequence[str]) -> dict[str, Any]:
    import fastai.vision.all as names

    return {name: getattr(names, name) for name in wanted if hasattr(names, name)}
