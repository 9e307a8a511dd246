"""Which checks are to look at a source, by the words that stand in it.

There are some hundred checks with some five hundred words, and they are looked for after every cell. So a word of
the learner's (`model`) is compared with them once in a session; what it asks for is kept as a number, one bit for
each check. A word that starts with @ is the name of a class (`@Learner`): an object of it must be at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from weakref import WeakKeyDictionary

WORD = re.compile(r"\w+")
BEFORE_CONDITIONS = ("for(", "if(", "while(")
SHUT = re.compile(r"\b(for|if|while)\(")
MOST_WORDS = 8192  # of the learner's that are kept; a notebook has fewer
MOST_SOURCES = 256  # cells and bodies of functions
OWN = "@own"  # a class of the notebook
WRITTEN = "@written"  # a function or class of the notebook's is called

# Any of these must stand in a source, and any of those must, too.
Wanted = tuple[tuple[str, ...], tuple[str, ...]]


class Askers:
    """The words of checks, in the order of the checks."""

    def __init__(self, wanted: Sequence[Wanted]):
        self._n = len(wanted)
        self._bits: dict[str, int] = {}  # what a word says; the second conditions stand above the first
        for number, both in enumerate(wanted):
            for place, words in enumerate(both):
                for word in words:
                    self._bits[word] = self._bits.get(word, 0) | 1 << (number + place * self._n)
        self._always = sum(1 << (number + self._n) for number, (_, also) in enumerate(wanted) if not also)
        self._signs: list[str] = []  # "//", "[0]"
        self._around: dict[str, list[str]] = {}  # "fit": [".fit(", ".fit"]
        self._by_head: dict[str, list[str]] = {}  # "fi": ["fit", "fillna"]
        self.written = self._bits.get(WRITTEN, 0)
        self.every_kind = reduce(or_, (bits for sign, bits in self._bits.items() if sign[0] == "@"), 0)
        for sign in self._bits:
            if sign[0] == "@":
                continue
            longest = max(WORD.findall(sign), key=len, default="")
            if len(longest) < 2:
                self._signs.append(sign)
                continue
            if longest != sign:
                self._around.setdefault(longest, []).append(sign)
            known = self._by_head.setdefault(longest[:2], [])
            if longest not in known:
                known.append(longest)
        self._of_kind: WeakKeyDictionary[type, int] = WeakKeyDictionary()
        self._of_word = lru_cache(MOST_WORDS)(self._found_in_word)
        self.heard = lru_cache(MOST_SOURCES)(self._heard)

    def asked(self, heard: int) -> int:
        """The checks of which every condition holds, a bit for each."""
        return heard & (heard | self._always) >> self._n

    def seen(self, kinds: Iterable[type]) -> int:
        """What the classes of the objects at hand say."""
        seen = 0
        for kind in kinds:
            bits = self._of_kind.get(kind)
            if bits is None:
                names = [f"@{one.__name__}" for one in kind.__mro__]
                bits = 0
                for name in [*names, OWN] if kind.__module__ == "__main__" else names:
                    bits |= self._bits.get(name, 0)
                self._of_kind[kind] = bits
            seen |= bits
        return seen

    def bits_of(self, chosen: Sequence[bool]) -> int:
        """All that the words of some of the checks say."""
        bits = sum(1 << number for number, is_chosen in enumerate(chosen) if is_chosen)
        return bits | bits << self._n

    def _heard(self, source: str) -> int:
        """What the words of a source say."""
        source, heard, around = spaced(source), 0, set[str]()
        for word in set(WORD.findall(source)):
            bits, signs = self._of_word(word)
            heard |= bits
            around.update(signs)
        for sign in (*around, *self._signs):
            if sign in source:
                heard |= self._bits[sign]
        return heard

    def _found_in_word(self, word: str) -> tuple[int, tuple[str, ...]]:
        """What a word of the learner's says, a part of it being enough, and the signs that may stand around it."""
        heard, around = 0, list[str]()
        for start in range(len(word) - 1):
            for known in self._by_head.get(word[start : start + 2], ()):
                if word.startswith(known, start):
                    heard |= self._bits.get(known, 0)
                    around += self._around.get(known, ())
        return heard, tuple(around)


def spaced(source: str) -> str:
    """A source with one space where there are several, and one behind `for`, `if` and `while`."""
    source = " ".join(source.split())
    return SHUT.sub(r"\1 (", source) if any(word in source for word in BEFORE_CONDITIONS) else source


def numbers_in(bits: int) -> list[int]:
    """The places of the bits that are set, the lowest first."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found
