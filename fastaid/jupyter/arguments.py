"""A magic's line to its arguments, by one rule for all of them.

A value is Python wherever the notebook can read it as Python of the right kind: a variable, an
expression. Anything else is the text that was written. Quotes force text. Spaces inside brackets or
quotes do not end a value, so `--lr-max slice(1e-6, 1e-4)` needs no quoting.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from IPython.core.error import UsageError

from fastaid.errors import FastaidError, did_you_mean, listed

BRACKETS = {"(": ")", "[": "]", "{": "}"}
MEANT = {  # what other tools, fastai's other methods and the 2019 course call an option
    "--batch-size": ("--bs",),
    "--batch_size": ("--bs",),
    "--lr": ("--lr-max", "--base-lr"),
    "--lr-max": ("--base-lr",),
    "--max-lr": ("--lr-max", "--base-lr"),
    "--base-lr": ("--lr-max",),
    "--csv": ("--csv-fname",),
    "--ds-tfms": ("--augment",),
    "--tfms": ("--augment",),
    "--image-size": ("--size",),
    "--suffix": ("--suff",),
    "--valid-percent": ("--valid-pct",),
    "--metric": ("--metrics",),
}
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
        word = wrong.split("=")[0]
        meant = next((one for one in MEANT.get(word, ()) if one in options), None)
        near = f"Did you mean '{meant}'?" if meant else did_you_mean(word, options)
        near = near if wrong.startswith("-") else ""
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
        several = next((one.option_strings[0] for one in parser._actions if one.nargs == "+"), None)
        first = f" It goes before {several}, which takes all words behind it." if several else ""
        return f"%{parser.prog} needs {action.dest.upper()}: {action.help}.{first}"
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
