"""Why a cell failed, or what it did wrong without failing, in the learner's own names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sure = Literal["certain", "likely", "possible"]

MOST_WORDS = 120  # a learner who has just met an error reads no more


@dataclass(frozen=True)
class Diagnosis:
    """What an error card says. Texts are plain sentences, with `backticks` around code."""

    what: str  # what happened, with the names, shapes and paths of the cell
    cause: str  # why it came to that
    fix: str  # the line or lines to write, as code with the learner's names; "" where no line mends it
    how: str = ""  # a sentence that goes with the line
    sure: Sure = "certain"  # certain: the live objects show it; likely, possible: they only fit
    card: str = ""  # the idea to read on, by its file's name: "matrix-product"
    rule: str = ""  # which rule says so: "shapes.lstm_in_sequential"

    @property
    def words(self) -> int:
        """How much there is to read."""
        return len(" ".join((self.what, self.cause, self.how, self.fix)).split())


@dataclass(frozen=True)
class Notice:
    """One line about a mistake that raises nothing."""

    text: str  # what is wrong and what to write instead, in a sentence or two
    subject: int = 0  # the id() of the object it is about: once is enough for each
    card: str = ""
    rule: str = ""
