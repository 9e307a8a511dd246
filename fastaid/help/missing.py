"""An answer for what cannot be found: why, what may have been meant, and what it is called today."""

from __future__ import annotations

from collections.abc import Iterable

from fastaid.errors import did_you_mean
from fastaid.facts.renamed import successor
from fastaid.facts.symbol import Example, SymbolFacts

MOST_KNOWN = 20_000  # names compared with the one that was typed


def describe_missing(
    text: str,  # what was asked
    reason: str,  # why it names nothing
    missing: str = "",  # the part that was not found
    known: Iterable[str] = (),  # the names that would have been
) -> SymbolFacts:
    """What to say where there is no object to speak of."""
    now = successor(text) or (successor(missing) if missing else None)
    notes = []
    if now is not None:
        notes.append(f"In the 2019 course this is `{text}`; in fastai 2 it is `{now.now}`.")
        if now.note:
            notes.append(now.note)
    elif missing:
        words = [name for name in known if type(name) is str and not name.startswith("_")][:MOST_KNOWN]
        guess = did_you_mean(missing, words)
        if guess:
            notes.append(guess)
    if now is None and not notes:
        notes.append("Import it first, or run the cell that makes it.")
    return SymbolFacts(
        name=text,
        role="missing",
        what="not found",
        summary=reason,
        notes=tuple(notes),
        example=Example(now.how, "fastaid") if now is not None else None,
    )
