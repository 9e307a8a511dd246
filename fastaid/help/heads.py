"""The heads of docstrings as signatures, `range(start, stop[, step])`: how C functions show their call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.symbol import Parameter, Signature
from fastaid.help.docstrings import read
from fastaid.help.objects import doc_of, name_of


def head_signatures(obj: Any, name: str = "") -> tuple[Signature, ...]:
    """What the first lines of a docstring show: `range(start, stop[, step]) -> range object`."""
    heads = read(doc_of(obj), name or name_of(obj)).heads
    return tuple(found for head in heads if (found := _head(head)) is not None)


def _head(head: str) -> Signature | None:
    """A docstring's head as a signature."""
    match = re.match(r"[\w.]+\s*\((.*)\)\s*(?:(?:->|→)\s*(.*))?$", head)
    if match is None:
        return None
    parameters: list[Parameter] = []
    is_keyword_only = False
    for part, is_optional in _split(match[1]):
        text = re.sub(r"^(?:Tensor|int|float|bool|str)\s+(?=\w+\s*(?:=|$))", "", part)
        if text == "/":
            parameters = [Parameter(p.name, "positional-only", p.default, p.type) for p in parameters]
            continue
        if text == "*":
            is_keyword_only = True
            continue
        found = re.match(r"(\*{0,2})(\w+)\s*(?::\s*([^=]+))?(?:=\s*(.*))?$", text.strip())
        if found is None:
            return None
        stars, name, kind, default = found.groups()
        if default is None and is_optional:
            default = "…"
        parameters.append(
            Parameter(
                name,
                {"*": "var-positional", "**": "var-keyword"}.get(stars)  # type: ignore[arg-type]
                or ("keyword-only" if is_keyword_only else "positional"),
                default,
                (kind or "").strip(),
            )
        )
        is_keyword_only |= stars == "*"
    return Signature(tuple(parameters), returns=(match[2] or "").strip().rstrip(":"))


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """The parts between commas, and whether [brackets] mark them as optional."""
    depth, optional, part = 0, 0, ""
    quote = ""
    for char in text + ",":
        if quote:
            quote = "" if char == quote else quote
            part += char
        elif char in "'\"":
            quote = char
            part += char
        elif char == "[" and depth == 0 and (not part.strip() or (re.fullmatch(r"\s*\w+\s*", part) and text)):
            if part.strip():
                yield part.strip(), optional > 0
                part = ""
            optional += 1
        elif char == "]" and depth == 0:
            if part.strip():
                yield part.strip(), True
                part = ""
        elif char == "," and depth == 0:
            if part.strip():
                yield part.strip(), optional > 0
            part = ""
        else:
            depth += (char in "([{") - (char in ")]}")
            part += char
