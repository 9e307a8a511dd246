"""What a learner's word may be called in the libraries."""

from __future__ import annotations

import json
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


@cache
def _words(file: str) -> dict[str, Any]:
    text = (resources.files("fastaid.help") / "words" / file).read_text(encoding="utf-8")
    held: dict[str, Any] = json.loads(text)
    return held


def meant(word: str) -> tuple[str, ...]:
    """Other words for the same wish."""
    return tuple(_words("synonyms.json").get(word, ()))


def wishes() -> dict[str, str]:
    """The words a learner would ask for a name with, where its own docstring says it otherwise."""
    return _words("wishes.json")
