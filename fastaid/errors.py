"""What goes wrong for a learner, said in one sentence, with the next step."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterable

AS_NEAR = 0.1
# What a terminal obeys, and what UTF-8 has no bytes for: a file's name, quoted in a sentence, may hold it.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class FastaidError(Exception):
    """A learner's mistake: what happened, and what to do next.

    IPython shows it as one line without a traceback; anything else that is raised is a bug of ours
    or an error of the learner's own code and keeps its full traceback.
    """

    def __init__(
        self,
        message: str,  # what happened, in the learner's own names
        hint: str = "",  # the next step, as a sentence
    ):
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return OBEYED.sub("\ufffd", f"{self.message} {self.hint}".strip())

    def _render_traceback_(self) -> list[str]:
        # IPython asks an exception for its own traceback; a learner's mistake needs none.
        return [str(self)]


class Interrupted(FastaidError):
    """The learner interrupted; raised when all is put in order, so that Run All stops there."""


class FastaidWarning(UserWarning):
    """Something optional (the journal, a live view) was given up so that training could go on."""


def did_you_mean(
    wrong: str,  # the word that was not found
    known: Iterable[str],  # the words that would have been
    n: int = 3,  # at most this many suggestions
    before: str = "",  # written before each suggestion: the folder that file names are in
) -> str:  # "Did you mean 'resnet34'?", or "" where nothing is close
    """Name the known words closest to a wrong one."""
    import difflib  # for mistakes only

    by_lower = {word.lower(): word for word in known}
    close = difflib.get_close_matches(wrong.lower(), by_lower, n=n, cutoff=0.6)
    if not close:
        return ""
    # What is clearly nearest stands alone; others are named only where they are about as near.
    ratio = [difflib.SequenceMatcher(None, wrong.lower(), word).ratio() for word in close]
    close = [word for word, r in zip(close, ratio, strict=True) if r >= ratio[0] - AS_NEAR]
    return "Did you mean " + " or ".join(f"'{before}{by_lower[word]}'" for word in close) + "?"


def listed(
    names: Iterable[object],  # what to name
    most: int = 5,  # how many are named before "and n more"
) -> str:  # "a, b, c and 4 more"
    """Join names into a phrase that stays short however many there are.

    >>> listed(["cat", "dog", "emu"], most=2)
    'cat, dog and 1 more'
    """
    every = [str(name) for name in names]
    shown = every[:most]
    rest = len(every) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def counted(
    n: int,  # how many
    noun: str,  # the singular
    plural: str = "",  # the plural, where adding an s is wrong
) -> str:  # "1 picture", "2,000 pictures"
    """Write a number with its noun."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def in_short(
    value: object,
    most: int = 60,  # characters of one text or object
) -> str:
    """A value as Python writes it, on one line, long ones cut in their middle.

    >>> in_short([0] * 100)
    '[0, 0, 0, 0, 0, 0, ...]'
    """
    short = reprlib.Repr()  # which survives a __repr__ of the learner's that breaks
    short.maxstring = short.maxother = most
    return " ".join(short.repr(value).split())


def a(thing: object) -> str:
    """A thing by its type, with the article: "an int", "a list"."""
    name = type(thing).__name__
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
