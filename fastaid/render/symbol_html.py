"""An answer as HTML that survives JupyterLab's sanitizer; every text from outside is escaped by fastcore.xml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from fastcore.xml import A, B, Code, Div, Li, Pre, Span, Strong, Ul

from fastaid.facts.symbol import UNKNOWN, Group, Parameter, Signature, SymbolFacts
from fastaid.facts.symbol import Code as SourceCode
from fastaid.render.highlight import highlighted
from fastaid.render.html import FAINT, code_block, folded, html, line
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

MOST_SHOWN = 12  # parameters before the rest are folded away
CODE = "background:rgba(128,128,128,.12);border-radius:3px;padding:0 3px"


def markup(facts: SymbolFacts, with_source: bool = False, active: str = "") -> str:
    """The answer as HTML: the first screen of a tooltip is useful, the rest unfolds."""
    name = Div(Strong(facts.name), Span(f"  {facts.what}", style=FAINT) if facts.what else None)
    summary = facts.summary or ("" if facts.role == "value" else UNDESCRIBED)
    return html(
        _active_part(facts, active),
        name,
        Div(*_inline(summary)) if summary else None,
        *(_call(facts, signature) for signature in calls_shown(facts)[:MOST_OVERLOADS]),
        line(f"… and {len(facts.signatures) - MOST_OVERLOADS} more ways to call it", True)
        if len(facts.signatures) > MOST_OVERLOADS
        else None,
        *(Div(*_inline(note)) for note in facts.notes),
        _state(facts),
        *_parameters(facts),
        Div(B("Returns "), *_inline(facts.returns)) if facts.returns else None,
        Div(B("Example"), Span(f"  {facts.example.origin}", style=FAINT), code_block(facts.example.code))
        if facts.example
        else None,
        _concept(facts),
        folded("docstring", Pre(facts.details, style="white-space:pre-wrap;font-family:inherit"))
        if facts.details
        else None,
        *(_group(facts, group) for group in facts.groups),
        _ends(facts),
        *(_source(code) for code in facts.source if with_source and code.text),
    )


def _inline(words: str) -> Iterator[Any]:
    """Text with `code` between backticks set as code."""
    for i, part in enumerate(re.split(r"`([^`]+)`", words)):
        if part:
            yield Code(part, style=CODE) if i % 2 else part


def _active_part(facts: SymbolFacts, active: str) -> Any:
    parameter = facts.parameters.get(active) if active else None
    if parameter is None:
        return None
    return Div(
        _parameter(parameter), style="border-left:3px solid #3f8fd2;padding-left:8px;margin-bottom:6px"
    )


def _call(facts: SymbolFacts, signature: Signature) -> Any:
    keywords = keywords_line(signature)
    return Pre(
        Code(signature_line(call_name(facts), signature)),
        Span(f"\n**kwargs: {keywords}", style=FAINT) if keywords else None,
        style="white-space:pre-wrap;word-break:normal;margin:4px 0;padding:4px 8px;"
        "border-left:3px solid rgba(128,128,128,.4)",
    )


def _state(facts: SymbolFacts) -> Any:
    if not facts.state:
        return None
    return Div(
        *(
            Div(Code(f"{what}={value}", style=CODE), " ", *_inline(meaning))
            if is_setting(what)
            else Div(Span(f"{what} ", style=FAINT), Code(value, style=CODE), " ", *_inline(meaning))
            for what, value, meaning in facts.state
        ),
        style="margin:4px 0",
    )


def _parameter(p: Parameter) -> Any:
    kind = Span(f" {p.type}", style=FAINT) if p.type else None
    default = Span(f" = {p.default}", style=FAINT) if p.default is not None else None
    required = Span(" required", style="opacity:.7;font-style:italic") if p.is_required else None
    meaning = (
        Div(*_inline(p.meaning.text), title=p.meaning.origin) if p.meaning else Div(UNKNOWN, style=FAINT)
    )
    meaning.attrs["style"] = meaning.attrs.get("style", "") + ";margin-left:14px"
    return Div(Code(f"{p.stars}{p.name}", style=f"{CODE};font-weight:600"), kind, default, required, meaning)


def _parameters(facts: SymbolFacts) -> Iterator[Any]:
    parameters = list(facts.parameters.values())
    own = [p for p in parameters if not p.via]
    if own:
        yield Div(B("Parameters"), *map(_parameter, own[:MOST_SHOWN]), style="margin-top:4px")
    if len(own) > MOST_SHOWN:
        yield folded(f"{len(own) - MOST_SHOWN} more parameters", *map(_parameter, own[MOST_SHOWN:]))
    for via in dict.fromkeys(p.via for p in parameters if p.via):
        passed = [p for p in parameters if p.via == via]
        title = f"through **kwargs to {via}: {', '.join(p.name for p in passed[:6])}{' …' if len(passed) > 6 else ''}"
        yield folded(title, *map(_parameter, passed))
    for kept in dict.fromkeys(s.open_keywords for s in facts.signatures if s.open_keywords):
        yield line(f"Other keywords are {KEYWORDS.get(kept, kept)}.", True)


def _concept(facts: SymbolFacts) -> Any:
    if facts.concept is None:
        return None
    lesson = f" (lesson {facts.concept.lesson})" if facts.concept.lesson else ""
    return Div(
        B(f"The idea: {facts.concept.title}"), Span(f"{lesson} ", style=FAINT), *_inline(facts.concept.text),
        style="margin-top:4px",
    )  # fmt: skip


def _source(code: SourceCode) -> Any:
    title = Div(
        B("Source"), Span(f"  {code.path}:{code.line}" + (f"  {code.note}" if code.note else ""), style=FAINT)
    )
    return Div(title, highlighted(code.text, "yaml" if code.path.endswith(".yaml") else "python"))


def _group(facts: SymbolFacts, group: Group) -> Any:
    """What it holds, folded away; what a search found is the answer itself."""
    if facts.what == "search":
        return Div(B(group.title), _members(group.members))
    return folded(f"{group.title} ({len(group.members)})", _members(group.members))


def _members(members: Iterable[tuple[str, str]]) -> Any:
    return Ul(
        *(Li(Code(name, style=CODE), f" {said}" if said else None) for name, said in members),
        style="margin:2px 0",
    )


def _ends(facts: SymbolFacts) -> Any:
    links = [
        A(label, href=address, target="_blank", style="margin-right:12px") for label, address in facts.links
    ]
    place = Span(facts.place, style=f"{FAINT};font-size:90%") if facts.place else None
    return Div(*links, place, style="margin-top:6px") if links or place is not None else None
