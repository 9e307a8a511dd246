"""From a learner's words to one of the course's ideas: by name, by a misspelled name, by a plain question."""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from fastaid.facts.spelling import american
from fastaid.teach.cards import Card, cards

_WORDS = (
    "a about an and are as at be by can could did do does explain for from give has have how i if in into is it its me "
    "mean means my need of on or please should show so tell than that the their them then there these they this to us "
    "use used using want was we what when where which who whom whose why will with work works would you your "
    "exactly meant actually really good idea concept"
)
EMPTY = frozenset(_WORDS.split())  # words of a question that say nothing of its subject
AS_NEAR = 0.8  # how alike a misspelled name must be
# How much of a score is likeness to one of a card's phrases, and to its text; the rest is to all of its phrases.
OF_PHRASE, OF_TEXT = 0.6, 0.25
ENOUGH = 0.35  # a score below which there is no such idea
PERHAPS = 0.25  # one from which it may be named
SURE = 0.55  # one from which the first idea is shown at once; below, only where the second is not as near
AS_LIKELY = 0.7  # of the first one's score
RARE = 6.0  # the weight of a word that no card has
# Different words for one thing.
SAME = (
    ("picture", "image", "photo", "pic", "img", "jpg", "jpeg", "png", "photograph"),
    ("model", "net", "network", "ai", "neural"),
    ("class", "category", "kind"),
    ("predict", "guess", "recognize", "classify"),
    ("number", "value"),
    ("row", "line"),
    ("error", "mistake", "wrong"),
    ("begin", "start"),
    ("big", "large", "huge"),
    ("small", "tiny", "little"),
    ("fast", "quick", "speed"),
    ("rise", "increase", "up", "grow"),
    ("fall", "decrease", "down", "drop", "sink"),
    ("validation", "valid", "val", "validating"),
    ("train", "learn"),
)


def find_card(
    words: str,  # "one cycle", "overfiting", "why do pictures need the same size?"
) -> Card | None:  # the idea, None where nothing fits
    """The idea that some words are about."""
    return by_name(words) or by_misspelled_name(words) or by_question(words)


def near_cards(words: str, most: int = 3, least: float = 0.0) -> list[Card]:
    """Ideas that some words may be about, the nearest first."""
    return [card for score, card in ranking(words)[:most] if score >= least]


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
    """The idea that a question is about, None where none is near enough."""
    ranked = ranking(words)
    return ranked[0][1] if ranked and ranked[0][0] >= ENOUGH else None


def is_unsure(words: str) -> bool:
    """Whether another idea than the first may be meant as well."""
    (first, _), (second, _) = [*ranking(words)[:2], (0.0, None), (0.0, None)][:2]
    return first < SURE and second > max(AS_LIKELY * first, PERHAPS)


@lru_cache(16)
def ranking(words: str) -> tuple[tuple[float, Card], ...]:
    """Ideas with their likeness to some words, from 0 to 1; the nearest first."""
    phrases, texts, weights = _index()
    asked = _spelled(_terms(words), weights)
    whole = sum(weights.get(term, RARE) for term in asked)
    if not asked or not whole:
        return ()

    def likeness(term_set: frozenset[str]) -> float:
        both = sum(weights.get(term, RARE) for term in asked & term_set)
        return both / math.sqrt(whole * sum(weights.get(term, RARE) for term in term_set)) if both else 0.0

    def covered(term_set: frozenset[str]) -> float:
        return sum(weights.get(term, RARE) for term in asked & term_set) / whole

    scores = []
    for card in cards():
        best = max(map(likeness, phrases[card.slug]), default=0.0)
        every = frozenset().union(*phrases[card.slug])
        rest = 1 - OF_PHRASE - OF_TEXT
        scores.append((OF_PHRASE * best + OF_TEXT * covered(texts[card.slug]) + rest * covered(every), card))
    return tuple(sorted((pair for pair in scores if pair[0]), key=lambda pair: -pair[0]))


def _terms(text: str) -> frozenset[str]:
    """The words of a text that say something of its subject, in one form each."""
    found = re.findall(r"[a-z0-9_]{2,}|[0-9@]", american(text).lower().replace("'", ""))
    return frozenset(_same().get(stem(word), stem(word)) for word in found if word not in EMPTY)


@cache
def _same() -> dict[str, str]:
    return {stem(one): stem(words[0]) for words in SAME for one in words}


@cache
def stem(word: str) -> str:
    """A word without its ending: "resized" and "resizes" are "resiz"."""
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, new in (
        ("ies", "y"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("ly", ""),
        ("s", ""),
        ("e", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + new
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]  # stopped, stop
    return word.removesuffix("e") if len(word) > 3 else word


def _spelled(terms: frozenset[str], weights: Mapping[str, float]) -> frozenset[str]:
    """Words as the cards spell them: a word that none has may be misspelled."""
    found = set()
    for term in terms:
        near = (
            [term]
            if term in weights or len(term) < 4
            else difflib.get_close_matches(term, weights, 1, AS_NEAR)
        )
        found.add(near[0] if near else term)
    return frozenset(found)


@cache
def _index() -> tuple[dict[str, list[frozenset[str]]], dict[str, frozenset[str]], dict[str, float]]:
    """Each card's phrases and text as words, and how much a word tells: much where few cards have it."""
    phrases = {
        card.slug: [_terms(one) for one in (card.title, *card.aliases, *card.asked, card.first)]
        for card in cards()
    }
    texts = {card.slug: _terms(" ".join((card.text, *card.symbols))) for card in cards()}
    counts = Counter(
        term for card in cards() for term in frozenset().union(texts[card.slug], *phrases[card.slug])
    )
    weights = {term: math.log(len(cards()) / n) + 0.3 for term, n in counts.items()}
    return phrases, texts, weights
