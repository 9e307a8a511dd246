"""From a learner's words to one of the course's ideas: by name, by a misspelled name, by a plain question."""

from __future__ import annotations

import difflib
import re
import sqlite3
from functools import cache

from fastaid.teach.cards import Card, cards

_WORDS = (
    "a about an and are as at be by can could did do does explain for from give has have how i if in into is it its me "
    "mean means my need of on or please should show so tell than that the their them then there these they this to us "
    "use used using want was we what when where which who whom whose why will with work works would you your "
    "exactly meant actually really good idea concept"
)
EMPTY = frozenset(_WORDS.split())  # words of a question that say nothing of its subject
AS_NEAR = 0.8  # how alike a misspelled name must be
ENOUGH = 0.5  # the share of a question's words that a card must hold
# What a word is worth in a title, an alias, the first paragraph and the rest.
QUERY = "SELECT rowid, bm25(ideas, 8.0, 8.0, 3.0, 1.0) FROM ideas WHERE ideas MATCH ?"


def find_card(
    words: str,  # "one cycle", "overfiting", "why do pictures need the same size?"
) -> Card | None:  # the idea, None where nothing fits
    """The idea that some words are about."""
    return by_name(words) or by_misspelled_name(words) or by_question(words)


def near_cards(words: str, most: int = 3) -> list[Card]:
    """Ideas that some words may be about, the nearest first."""
    return _ranked(words)[:most]


def plain(words: str) -> str:
    """Words as they are compared: "One-cycle training" is "onecycletraining"."""
    return re.sub(r"[^a-z0-9@]", "", words.lower()) or words.strip()


@cache
def _names() -> dict[str, Card]:
    """Every name that a card goes by; where two claim one, the card whose title it is has it."""
    found: dict[str, Card] = {}
    for card in cards():
        for alias in card.aliases:
            found.setdefault(plain(alias), card)
    for card in cards():
        for symbol in card.symbols:
            found.setdefault(plain(symbol.rpartition(".")[2]), card)
    for card in cards():
        inner = re.search(r"\(([^)]*)\)", card.title)
        for title in (
            card.slug,
            card.title,
            re.sub(r"\s*\([^)]*\)", "", card.title),
            inner[1] if inner else "",
        ):
            if title:
                found[plain(title)] = card
    return found


def by_name(words: str) -> Card | None:
    """The card of that title or alias; a plural, or `what is a …` before it, is no other name."""
    names = _names()
    kept = " ".join(word for word in re.findall(r"[\w@+.-]+", words.lower()) if word not in EMPTY)
    for asked in filter(None, (plain(words), plain(kept))):
        for form in (asked, asked.removesuffix("s"), asked + "s", asked.removesuffix("ing")):
            if form in names:
                return names[form]
    return None


def by_misspelled_name(words: str) -> Card | None:
    """The card with a name much like that."""
    kept = plain(" ".join(word for word in words.split() if word.lower() not in EMPTY))
    if len(kept) < 4:
        return None
    close = difflib.get_close_matches(kept, _names(), n=1, cutoff=AS_NEAR)
    return _names()[close[0]] if close else None


def by_question(words: str) -> Card | None:
    """The card that holds most of a question's words."""
    ranked = _ranked(words, ENOUGH)
    return ranked[0] if ranked else None


def _ranked(words: str, share: float = 0.0) -> list[Card]:
    asked = [word for word in re.findall(r"[a-z0-9_]{2,}", words.lower()) if word not in EMPTY]
    scores: dict[int, list[float]] = {}
    for number, word in enumerate(asked):
        for row, score in _index().execute(QUERY, (f'"{word}"*' if len(word) > 3 else f'"{word}"',)):
            scores.setdefault(row, [0.0] * len(asked))[number] = -score
    kept = {row: found for row, found in scores.items() if sum(map(bool, found)) / len(asked) >= share}
    every = cards()
    return [
        every[row]
        for row in sorted(kept, key=lambda row: -sum(kept[row]) * sum(map(bool, kept[row])) / len(asked))
    ]


@cache
def _index() -> sqlite3.Connection:
    # Shared by threads: the control channel's asks too, and it is only read.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE ideas USING fts5(title, aliases, first, text, tokenize='porter unicode61')"
    )
    connection.executemany(
        "INSERT INTO ideas(rowid, title, aliases, first, text) VALUES (?, ?, ?, ?, ?)",
        [
            (i, card.title, ", ".join((*card.aliases, *card.symbols)), card.first, card.text)
            for i, card in enumerate(cards())
        ],
    )
    return connection
