"""A call as a line: what the text and the HTML of an answer share."""

from __future__ import annotations

from fastaid.facts.symbol import Parameter, Signature, SymbolFacts

MOST_OVERLOADS = 4  # in full; of the others only how many there are
KEYWORDS = {"kept": "kept by it", "ignored": "taken and ignored"}
FACTS = ("shape", "rank", "dtype", "device", "value", "length", "wraps", "rows")
UNDESCRIBED = "What it does is not described on this machine."


def signature_line(name: str, signature: Signature) -> str:
    """A call with its arguments, defaults and the * and / between them."""
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
    return shown


def keywords_line(signature: Signature) -> str:
    """The arguments that travel through **kwargs, "" where none do."""
    return ", ".join(map(_written, signature.forwarded))


def _written(p: Parameter) -> str:
    default = f"={p.default}" if p.default is not None else ""
    return f"{p.stars}{p.name}{default}"


def calls_shown(facts: SymbolFacts) -> tuple[Signature, ...]:
    """The ways to call it; a magic is no function, its usage is among the notes."""
    return () if facts.role == "magic" else facts.signatures


def call_name(facts: SymbolFacts) -> str:
    """What stands before the bracket of a call."""
    return facts.name.split("(")[0].strip() or facts.name


def is_setting(what: str) -> bool:
    """Whether a line of an object's state is one of its settings, `in_features=3`, and not a fact about it."""
    return what.isidentifier() and what not in FACTS
