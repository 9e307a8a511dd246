"""An answer to a question about a name, as text for a terminal and as a bundle of all its forms."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from fastaid.facts.inert import inert
from fastaid.facts.symbol import UNKNOWN, Parameter, SymbolFacts
from fastaid.facts.symbol import Code as SourceCode
from fastaid.render.bundle import Bundle
from fastaid.render.signature import (
    KEYWORDS,
    MOST_OVERLOADS,
    UNDESCRIBED,
    call_name,
    calls_shown,
    is_setting,
    keywords_line,
    signature_line,
)
from fastaid.render.symbol_html import markup

WIDTH = 92
MOST_MEMBERS = 30  # of a group


def bundle(
    facts: SymbolFacts,
    with_source: bool = False,  # `x??`, Contextual Help
    active: str = "",  # the argument the cursor is in
    width: int = WIDTH,
) -> Bundle:
    """What `doc(x)`, `x?`, `x??`, Shift-Tab and Contextual Help show."""
    return Bundle(text(facts, with_source, active, width), markup(facts, with_source, active))


def text(facts: SymbolFacts, with_source: bool = False, active: str = "", width: int = WIDTH) -> str:
    """The answer as plain text, in the order a reader needs it."""
    return inert("\n".join(_lines(facts, with_source, active, width)).rstrip() + "\n")


def _wrap(words: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [indent.rstrip()]


def _lines(facts: SymbolFacts, with_source: bool, active: str, width: int) -> Iterator[str]:
    yield from _active_lines(facts, active, width)
    yield f"{facts.name}  ({facts.what})" if facts.what else facts.name
    if facts.summary:
        yield from _wrap(facts.summary, width)
    elif facts.role != "value":
        yield UNDESCRIBED
    calls = calls_shown(facts)[:MOST_OVERLOADS]
    if calls or facts.notes:
        yield ""
    for signature in calls:
        yield from textwrap.wrap(
            signature_line(call_name(facts), signature),
            width,
            subsequent_indent="    ",
            break_long_words=False,
        )
        keywords = keywords_line(signature)
        if keywords:
            yield from textwrap.wrap(
                f"**kwargs: {keywords}", width, initial_indent="    ", subsequent_indent="    "
            )
    if len(facts.signatures) > MOST_OVERLOADS:
        yield f"… and {len(facts.signatures) - MOST_OVERLOADS} more ways to call it"
    for note in facts.notes:
        yield from _wrap(note, width)
    if facts.state:
        yield ""
        for what, value, meaning in facts.state:
            said = f": {meaning}" if meaning else ""
            yield from _wrap(
                f"{what}={value}{said}" if is_setting(what) else f"{what}: {value}{said}", width, "  "
            )
    yield from _parameter_lines(facts, width)
    if facts.returns:
        yield ""
        yield from _wrap(f"Returns: {facts.returns}", width)
    if facts.example:
        yield ""
        yield f"Example ({facts.example.origin}):"
        yield from (f"  {one}" for one in facts.example.code.splitlines())
    if facts.concept:
        lesson = f", lesson {facts.concept.lesson}" if facts.concept.lesson else ""
        yield ""
        yield from _wrap(f"The idea: {facts.concept.title}{lesson}. {facts.concept.text}", width)
    yield from _ending(facts, with_source, width)


def _active_lines(facts: SymbolFacts, active: str, width: int) -> Iterator[str]:
    parameter = facts.parameters.get(active) if active else None
    if parameter is None:
        return
    meaning = parameter.meaning.text if parameter.meaning else UNKNOWN
    yield f"▸ {_head(parameter)}"
    yield from _wrap(meaning, width, "    ")
    yield ""


def _head(p: Parameter) -> str:
    kind = f": {p.type}" if p.type else ""
    if p.default is not None:
        return f"{p.stars}{p.name}{kind} = {p.default}"
    return f"{p.stars}{p.name}{kind}" + ("  (required)" if p.is_required else "")


def _parameter_lines(facts: SymbolFacts, width: int) -> Iterator[str]:
    parameters = list(facts.parameters.values())
    if not parameters:
        return
    yield ""
    yield "Parameters:"
    via = ""
    for p in sorted(parameters, key=lambda p: bool(p.via)):
        if p.via and p.via != via:
            yield f"  through **kwargs to {p.via}:"
            via = p.via
        yield f"  {_head(p)}"
        yield from _wrap(p.meaning.text if p.meaning else UNKNOWN, width, "      ")
    for kept in dict.fromkeys(s.open_keywords for s in facts.signatures if s.open_keywords):
        yield f"  Other keywords are {KEYWORDS.get(kept, kept)}."


def _ending(facts: SymbolFacts, with_source: bool, width: int) -> Iterator[str]:
    # What the source shows anyway is not said twice; C code has no docstring in what stands for its source.
    in_source = with_source and facts.role != "instance" and any(c.text and not c.note for c in facts.source)
    if (facts.details or facts.docstring) and not in_source:
        yield ""
        yield "Docstring:"
        shown = facts.details or facts.docstring
        yield from (f"  {one}" if one.strip() else "" for one in shown.splitlines())
    for group in facts.groups:
        yield ""
        yield f"{group.title}:"
        most = 0 if group.title.startswith("Inherited") else MOST_MEMBERS
        for name, said in group.members[:most]:
            yield f"  {name}" + (f"  – {said}" if said else "")
        rest = ", ".join(name for name, _ in group.members[most:])
        if rest:
            yield from _wrap(f"and {rest}" if most else rest, width, "  ")
    links = [address for _, address in facts.links]
    if facts.place or links:
        yield ""
        yield from (f"File: {facts.place}" for _ in [0] if facts.place)
        yield from (f"Read on: {address}" for address in links)
    if with_source:
        for code in facts.source:
            yield from _source_lines(code)


def _source_lines(code: SourceCode) -> Iterator[str]:
    if not code.text:
        return
    yield ""
    note = f" ({code.note})" if code.note else ""
    yield f"Source:{note} {code.path}:{code.line}"
    yield from code.text.rstrip().splitlines()
