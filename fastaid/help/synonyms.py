"""What a learner's word may be called in the libraries, and British spellings in American."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "could",
        "do",
        "does",
        "doing",
        "for",
        "from",
        "get",
        "got",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "make",
        "me",
        "my",
        "need",
        "of",
        "on",
        "one",
        "or",
        "our",
        "should",
        "so",
        "some",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "this",
        "to",
        "up",
        "use",
        "using",
        "want",
        "was",
        "way",
        "we",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "something",
        "thing",
        "function",
        "functions",
        "method",
        "please",
        "fastai",
        "pytorch",
        "torch",
        "python",
    ]
)
ENDING = re.compile(r"\b(\w{3,})is(e|es|ed|er|ers|ing|ation|ations)\b")
# Stems whose -ise is no suffix: precise, revise, noise …
NOT_ENDING = re.compile(
    r"(prec|rev|superv|prom|adv|dev|exerc|ra|surpr|no|likew|otherw|cons|compr|conc|pau|cru|cho|clo)$"
)


@cache
def _words(file: str) -> dict[str, Any]:
    text = (resources.files("fastaid.help") / "words" / file).read_text(encoding="utf-8")
    held: dict[str, Any] = json.loads(text)
    return held


def american(text: str) -> str:
    """British spellings in American, word by word.

    >>> american("normalise the grey colours")
    'normalize the gray colors'
    """

    def ending(match: re.Match[str]) -> str:
        return match[0] if NOT_ENDING.match(match[1].lower()) else f"{match[1]}iz{match[2]}"

    text = re.sub(r"\b\w+\b", lambda match: _words("spellings.json").get(match[0].lower(), match[0]), text)
    return ENDING.sub(ending, text)


def meant(word: str) -> tuple[str, ...]:
    """Other words for the same wish."""
    return tuple(_words("synonyms.json").get(word, ()))


def wishes() -> dict[str, str]:
    """The words a learner would ask for a name with, where its own docstring says it otherwise."""
    return _words("wishes.json")
