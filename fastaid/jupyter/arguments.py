"""A magic's line to its arguments, by one rule for all of them.

A value is Python wherever the notebook can read it as Python of the right kind: a variable, an
expression. Anything else is the text that was written. Quotes force text. Spaces inside brackets or
quotes do not end a value, so `--lr-max slice(1e-6, 1e-4)` needs no quoting.
"""

from __future__ import annotations

import ast
import builtins
import math
import os
import re
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from pathlib import Path
from typing import Any

from IPython.core.error import UsageError

from fastaid.errors import FastaidError, a, did_you_mean, listed

BRACKETS = {"(": ")", "[": "]", "{": "}"}
IPYTHON_S = ("In", "Out", "exit", "quit", "get_ipython", "open")  # names that no learner means
ONLY_PYTHON = (ast.Call, ast.Subscript, ast.Constant)  # what no path and no label looks like
MARK = "\0"  # before a value, while argparse reads it
QUOTED = re.compile(r"""[rR]?(?P<quote>['"])""")

OPTION_WITH_VALUE = re.compile(r"(?P<name>--[A-Za-z][\w-]*)=(?P<value>.+)", re.DOTALL)


class Text(str):
    """A value that was quoted: text, whatever variables there are."""

    __slots__ = ()


def words(line: str) -> list[str]:
    """Split a magic's line into values.

    Spaces inside brackets or quotes do not split; a bracket or quote that never closes is a
    character like any other, as in a regular expression or a name with an apostrophe. Backslashes
    are kept, for patterns and for Windows paths. A word that begins with # begins a comment, and a
    semicolon behind the last word is no part of it: it is how a cell's value is left unshown.
    """
    stripped = line.rstrip()
    line = stripped[:-1] if re.search(r"[^\s;];$", stripped) else line
    ends = _group_ends(line)
    found: list[str] = []
    i = 0
    while i < len(line):
        if line[i].isspace():
            i += 1
            continue
        if line[i] == "#":
            break
        start = i
        while i < len(line) and not line[i].isspace():
            i = ends.get(i, i + 1)
        word = line[start:i]
        option = OPTION_WITH_VALUE.match(word)
        found += [option["name"], _unquoted(option["value"])] if option else [_unquoted(word)]
    return found


def _group_ends(line: str) -> dict[int, int]:
    """Where each quote and bracket that opens is closed again, in one pass."""
    ends: dict[int, int] = {}
    waiting: list[int] = []  # brackets that opened and did not close yet
    i = 0
    while i < len(line):
        char = line[i]
        close = _quote_end(line, i) if char in "'\"" else None
        if close is not None:
            ends[i] = i = close
            continue
        if char in BRACKETS:
            waiting.append(i)
        elif char in BRACKETS.values():
            while waiting:
                opened = waiting.pop()
                if BRACKETS[line[opened]] == char:
                    ends[opened] = i + 1
                    break
        i += 1
    return ends


def _quote_end(line: str, i: int) -> int | None:
    """Just behind a quoted text; None where the quote at `i` is an apostrophe, or never closes."""
    before = line[:i].removesuffix("r").removesuffix("R")[-1:]
    if before.isalnum() or before == "_":
        return None
    close = line.find(line[i], i + 1)
    after = line[close + 1 : close + 2]
    return None if close < 0 or after.isalnum() or after == "_" else close + 1


def _unquoted(word: str) -> str:
    match = QUOTED.match(word)
    if match and len(word) > match.end() and word[-1] == match["quote"]:
        inner = word[match.end() : -1]
        if match["quote"] not in inner:
            return Text(inner)
    return word


def parse(magic: Callable[..., Any], line: str) -> Namespace:
    """Parse a line by a magic's own `@argument`s.

    Raises: FastaidError for an option that there is not, with the nearest one there is.
    """
    parser = magic.parser  # type: ignore[attr-defined]
    parser.allow_abbrev = False
    options = {option: action for action in parser._actions for option in action.option_strings}
    try:
        known, extra = parser.parse_known_args(_values_marked(words(line), options))
    except UsageError as error:
        raise FastaidError(_said(parser, str(error)), f"%{parser.prog}? explains every option.") from None
    known = Namespace(**{name: _unmarked(value) for name, value in vars(known).items()})
    extra = _unmarked(extra)
    if extra:
        wrong = next((word for word in extra if word.startswith("-")), extra[0])
        kind = "option" if wrong.startswith("-") else "place for"
        near = did_you_mean(wrong.split("=")[0], options) if wrong.startswith("-") else ""
        hint = near or _in_brackets_or_quotes(known, wrong) or f"%{parser.prog}? explains every option."
        raise FastaidError(f"%{parser.prog} has no {kind} {wrong}.", hint)
    return known


def _in_brackets_or_quotes(known: Namespace, wrong: str) -> str:
    """Why a word is one too many: a value that holds spaces was written bare."""
    values = vars(known).items()
    option = next((name for name, value in values if value == "lambda" or value == ["lambda"]), None)
    if option is not None:
        return f"Put the lambda in parentheses: --{option.replace('_', '-')} (lambda …)"
    if wrong.startswith("-"):
        return ""
    if wrong.startswith(("slice(", "max_lr=", "lr_max=")) or re.fullmatch(r"[\d.]+e-\d+", wrong):
        return f"A learning rate has a name: --lr-max {wrong.split('=')[-1]}"
    return "A value that holds spaces is quoted, or stands in brackets."


def _values_marked(found: list[str], options: Mapping[str, Any]) -> list[str]:
    """Keep argparse from taking a value that begins with a dash, such as a pattern, for an option."""
    marked = []
    for before, word in zip(["", *found], found, strict=False):
        takes_one = before in options and options[before].nargs is None and not isinstance(before, Text)
        is_value = isinstance(word, Text) or word.startswith(MARK)
        is_value = is_value or (takes_one and word not in options and not word.startswith("--"))
        marked.append(type(word)(MARK + word) if is_value else word)
    return marked


def _unmarked(value: Any) -> Any:
    if isinstance(value, list):
        return [_unmarked(one) for one in value]
    return type(value)(value[1:]) if isinstance(value, str) and value.startswith(MARK) else value


def _said(parser: Any, error: str) -> str:
    """What argparse found wrong, as a sentence about the line that was written."""
    lacking = re.fullmatch(r"argument (?P<option>\S+): expected (one|at least one) argument", error)
    if lacking:
        return f"{lacking['option'].split('/')[-1]} needs a value."
    required = re.fullmatch("the following arguments are required: (?P<name>[^,]+).*", error)
    action = required and next((one for one in parser._actions if one.dest == required["name"]), None)
    if action:
        return f"%{parser.prog} needs {action.dest.upper()}: {action.help}."
    return f"%{parser.prog}: {error}."


def one_of(word: str | None, known: Sequence[str], option: str) -> Any:
    """The word, if it is one of the known ones.

    Raises: FastaidError with the nearest known word.
    """
    if word is None or word in known:
        return word
    raise FastaidError(
        f"{option} {word} is not known.", did_you_mean(word, known) or f"It can be {listed(known, 9)}."
    )


class Scope:
    """The learner's namespace, asked for the values that a line names."""

    def __init__(self, user_ns: Mapping[str, Any]):
        self._names = user_ns

    def path(self, word: str) -> Path:
        """A path: a variable or expression that is one, else the text, where {name} and $name are filled in.

        Raises: FastaidError where a variable is meant that is no path.
        """
        value = self.own(word, is_told=True)
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
        if value is not None and not path.exists():
            raise FastaidError(
                f"{word} is {a(value)}, not a path.",
                f"Give the path of a file or a folder; if it is called so, quote it: '{word}'",
            )
        first, *rest = word.split("/")
        held = self._names.get(first)
        if (
            rest
            and isinstance(held, str | Path)
            and not path.exists()
            and (Path(held) / Path(*rest)).exists()
        ):
            raise FastaidError(
                f"There is no {word}.", f"{first} is your variable: write {first}/'{'/'.join(rest)}'"
            )
        return path

    def _filled(self, text: str) -> str:
        """Text with {name} and $name replaced by the variables that they name, or by the environment's."""

        def value(match: re.Match[str]) -> str:
            held = self._names.get(match[1] or match[2])
            return str(held) if isinstance(held, str | Path) else match[0]

        return os.path.expandvars(re.sub(r"\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)", value, text))

    def text(self, word: str | None) -> str | None:
        """Text: a variable that holds some, else the text that was written."""
        if word is None:
            return None
        value = self.own(word)
        return value if isinstance(value, str) else str(word)

    def column(self, word: str | None) -> str | int | None:
        """A column: its position, or its name."""
        if word is None:
            return None
        if not isinstance(word, Text) and re.fullmatch(r"-?\d+", word):
            return int(word)
        value = self.own(word)
        return value if isinstance(value, str | int) else str(word)

    def number(self, word: str | None, option: str, kind: type = float) -> Any:
        """A number, from a literal, a variable or an expression.

        Raises: FastaidError where it is none.
        """
        if word is None:
            return None
        value = self.expression(word, option)
        is_number = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
        if not is_number or (kind is int and value != int(value)):
            wanted, example = ("a whole number", "4") if kind is int else ("a number", "0.1")
            said = f", and {word} is {value!r}" if repr(value) != word else f", not {word}"
            raise FastaidError(f"{option} takes {wanted}{said}.", f"For example: {example}")
        return kind(value)

    def size(self, word: str, option: str) -> int | tuple[int, int]:
        """A side in pixels, or (height, width).

        Raises: FastaidError where it is neither.
        """
        value = self.expression(word, option)
        sides = value if isinstance(value, tuple | list) else (value,)
        if len(sides) not in (1, 2) or not all(type(side) is int and side > 0 for side in sides):
            raise FastaidError(
                f"{option} takes pixels, and {word} is {value!r}.", "Give 224, or (height, width)."
            )
        return int(sides[0]) if len(sides) == 1 else (int(sides[0]), int(sides[1]))

    def expression(self, word: str, option: str, near: str = "") -> Any:
        """The value of a Python expression in the notebook's namespace; fastai's names are there too.

        Raises: FastaidError where it does not parse, names something unknown, or fails.
        """
        source = _inner(word)
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

    def own(
        self,
        word: str,
        is_told: bool = False,  # whether what can only be Python may fail aloud
    ) -> Any:
        """What a word is as an expression over the learner's own names, or None."""
        if isinstance(word, Text):
            return None
        try:
            tree = ast.parse(_inner(word), mode="eval")
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return None
        names = set(_names_in(tree))
        own = names & set(self._names)
        if not own or not all(name in own or hasattr(builtins, name) for name in names):
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


def _at_home(path: str | Path) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise FastaidError(
            f"{path} names a home folder that there is not.", "Write the whole path."
        ) from None


def _inner(word: str) -> str:
    """`{expr}` and `$name` are how other magics write a value of the notebook."""
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
