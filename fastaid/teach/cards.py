"""The course's ideas, one Markdown file each: title, aliases, lesson, symbols, what it is, and a snippet that runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from fastaid.facts.symbol import Concept


@dataclass(frozen=True)
class Card:
    """One idea."""

    slug: str  # the file's name: "one-cycle"
    title: str
    aliases: tuple[str, ...]
    lesson: str
    symbols: tuple[str, ...]  # full names: "fastai.callback.schedule.Learner.fit_one_cycle"
    text: str  # Markdown; the first paragraph says what it is
    asked: tuple[str, ...] = ()  # how somebody asks for it who does not know its name

    @property
    def first(self) -> str:
        """What it is, in a sentence or two."""
        return " ".join(self.text.split("\n\n")[0].split())


@cache
def cards() -> tuple[Card, ...]:
    """Every card, by title; read once."""
    folder = resources.files("fastaid.teach") / "cards"
    files = [one for one in folder.iterdir() if one.name.endswith(".md")] if folder.is_dir() else []
    found = (read_card(one.name.removesuffix(".md"), one.read_text(encoding="utf-8")) for one in files)
    return tuple(sorted(found, key=lambda card: card.title.lower()))


def read_card(
    slug: str,
    text: str,  # a header between two lines of dashes, then Markdown
) -> Card:
    """One card from its file's text."""
    _, head, body = text.split("---\n", 2)
    fields = {
        key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())
    }

    def several(key: str) -> tuple[str, ...]:
        return tuple(one.strip() for one in fields.get(key, "").split(",") if one.strip())

    return Card(
        slug,
        fields["title"],
        several("aliases"),
        fields.get("lesson", ""),
        several("symbols"),
        body.strip(),
        several("asked"),
    )


def card_of(
    slug: str,  # the file's name: "one-cycle"
) -> Card | None:
    """The card in a file, None where there is none."""
    return next((one for one in cards() if one.slug == slug), None)


@cache
def _by_symbol() -> dict[str, Card]:
    return {symbol: card for card in cards() for symbol in card.symbols}


def concept_of(
    key: str,  # a full dotted name
) -> Concept | None:
    """The idea behind a function or class, None where no card names it."""
    card = _by_symbol().get(key)
    return Concept(card.title, card.lesson, card.first) if card is not None else None
