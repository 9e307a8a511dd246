"""An answer to a question about a name: as text for a terminal, and as HTML that survives JupyterLab's sanitizer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from fastcore.xml import A, B, Code, Div, Li, Pre, Span, Strong, Ul

from fastaid.facts.symbol import UNKNOWN, Group, Parameter, Signature, SymbolFacts
from fastaid.facts.symbol import Code as SourceCode
from fastaid.render.bundle import Bundle
from fastaid.render.highlight import highlighted
from fastaid.render.html import FAINT, code_block, folded, html, line

WIDTH = 92
MOST_SHOWN = 12  # parameters before the rest are folded away
MOST_MEMBERS = 30  # of a group, in text
KEYWORDS = {"kept": "kept by it", "ignored": "taken and ignored"}
MOST_OVERLOADS = 4  # in full; the others by their call alone
CODE = "background:rgba(128,128,128,.12);border-radius:3px;padding:0 3px"


def bundle(
    facts: SymbolFacts,
    with_source: bool = False,  # `x??`, Contextual Help
    active: str = "",  # the argument the cursor is in
    width: int = WIDTH,
) -> Bundle:
    """What `doc(x)`, `x?`, `x??`, Shift-Tab and Contextual Help show."""
    return Bundle(text(facts, with_source, active, width), markup(facts, with_source, active))


def signature_line(name: str, signature: Signature, longest: int = 0) -> str:
    """A call with its arguments, defaults and the * and / between them."""
    if not signature.is_known:
        return f"{name}(…)"
    parts, previous = [], ""
    own = [p for p in signature.own if p.kind != "var-keyword" or not signature.forwarded]
    for p in own:
        if previous == "positional-only" and p.kind != "positional-only":
            parts.append("/")
        if p.kind == "keyword-only" and previous not in ("keyword-only", "var-positional"):
            parts.append("*")
        parts.append(_written(p))
        previous = p.kind
    if previous == "positional-only":
        parts.append("/")
    if signature.forwarded:
        parts.append("**kwargs")
    shown = f"{name}({', '.join(parts)})"
    if signature.returns and signature.returns != "None":
        shown += f" → {signature.returns}"
    return shown if not longest or len(shown) <= longest else shown[: longest - 1] + "…"


def keywords_line(signature: Signature) -> str:
    """The arguments that travel through **kwargs, "" where none do."""
    return ", ".join(map(_written, signature.forwarded))


def _written(p: Parameter) -> str:
    default = f"={p.default}" if p.default is not None else ""
    return f"{p.stars}{p.name}{default}"


def _calls(facts: SymbolFacts) -> tuple[Signature, ...]:
    """The ways to call it; a magic is no function, its usage is among the notes."""
    return () if facts.role == "magic" else facts.signatures


def _call_name(facts: SymbolFacts) -> str:
    return facts.name.split("(")[0].strip() or facts.name


# -- text ------------------------------------------------------------------------------------------


def text(facts: SymbolFacts, with_source: bool = False, active: str = "", width: int = WIDTH) -> str:
    """The answer as plain text, in the order a reader needs it."""
    return "\n".join(_lines(facts, with_source, active, width)).rstrip() + "\n"


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
        yield "What it does is not described on this machine."
    yield ""
    for signature in _calls(facts)[:MOST_OVERLOADS]:
        yield from textwrap.wrap(
            signature_line(_call_name(facts), signature),
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
                f"{what}={value}{said}" if _is_setting(what) else f"{what}: {value}{said}", width, "  "
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


def _is_setting(what: str) -> bool:
    return what.isidentifier() and what not in (
        "shape",
        "rank",
        "dtype",
        "device",
        "value",
        "length",
        "wraps",
        "rows",
    )


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


# -- HTML ------------------------------------------------------------------------------------------


def markup(facts: SymbolFacts, with_source: bool = False, active: str = "") -> str:
    """The answer as HTML: the first screen of a tooltip is useful, the rest unfolds."""
    name = Div(Strong(facts.name), Span(f"  {facts.what}", style=FAINT) if facts.what else None)
    summary = facts.summary or (
        "" if facts.role == "value" else "What it does is not described on this machine."
    )
    return html(
        _active_part(facts, active),
        name,
        Div(*_inline(summary)) if summary else None,
        *(_call(facts, signature) for signature in _calls(facts)[:MOST_OVERLOADS]),
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
        Code(signature_line(_call_name(facts), signature)),
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
            if _is_setting(what)
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
