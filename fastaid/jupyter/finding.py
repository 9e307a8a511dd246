"""What `%find` and `doc("some words")` show: names, best first, with a line each."""

from __future__ import annotations

from fastaid.facts.symbol import Group, SymbolFacts
from fastaid.help.search import search
from fastaid.teach.cards import cards

MOST = 12


def describe_search(words: str) -> SymbolFacts:
    """The functions and ideas that fit some words."""
    ideas = tuple((card.title, " ".join(card.aliases), card.first, card.symbols) for card in cards())
    hits = search(words, ideas)
    found = tuple((hit.name, hit.line) for hit in hits if hit.kind == "name")[:MOST]
    about = tuple((hit.name, hit.line) for hit in hits if hit.kind == "idea")[:3]
    groups = (Group("Ideas of the course", about),) if about else ()
    groups = (Group("Names", found), *groups) if found else groups
    return SymbolFacts(
        name=words,
        role="missing" if not groups else "value",
        what="search",
        summary="" if groups else f"Nothing was found for “{words}”.",
        notes=() if groups else ("Try fewer or other words: what goes in, what comes out.",),
        groups=groups,
    )
