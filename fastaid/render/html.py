"""HTML parts that look the same in JupyterLab, VS Code, Colab and nbviewer, light or dark.

fastcore.xml escapes every text and attribute. Colours are inherited or half transparent; pictures are
data URIs, which survive the sanitizer of an untrusted notebook as inline SVG does not.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from fastcore.xml import Code, Details, Div, Img, Pre, Span, Summary, Table, Tbody, Td, Th, Thead, Tr, to_xml

from fastaid.facts.inert import closed, cut
from fastaid.render.bundle import LONGEST_CELL

CELL = "padding:2px 10px;border-bottom:1px solid rgba(128,128,128,.25);text-align:"
FAINT = "opacity:.7"


def html(*parts: Any) -> str:
    """Elements as text, in one block."""
    return str(
        to_xml(
            Div(*[p for p in parts if p is not None], style="max-width:900px;line-height:1.5"), indent=False
        )
    )


def heading(text: str, aside: str = "") -> Any:
    """A bold line, with something fainter after it."""
    return Div(
        Span(closed(text), style="font-weight:600"), Span(f"  {aside}", style=FAINT) if aside else None
    )


def line(text: str, is_faint: bool = False) -> Any:
    """A line of text."""
    return Div(text, style=FAINT) if is_faint else Div(text)


def picture(png: bytes, alt: str, width: int | None = None) -> Any:
    """A PNG with words for those who do not see it."""
    return _image("image/png", png, alt, width)


def drawing(svg: str, alt: str, width: int) -> Any:
    """An SVG, as an image."""
    return _image("image/svg+xml", svg.encode(), alt, width)


def _image(kind: str, content: bytes, alt: str, width: int | None) -> Any:
    source = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    size = {"width": str(width)} if width else {}
    return Img(src=source, alt=alt, style="max-width:100%", **size)


def grid(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: frozenset[int] = frozenset(),  # columns of numbers
    bold: frozenset[tuple[int, int]] = frozenset(),  # (row, column) to set off
) -> Any:
    """A table."""

    def cell(kind: Any, text: str, i: int, weight: str = "") -> Any:
        return kind(cut(text, LONGEST_CELL), style=f"{CELL}{'right' if i in right else 'left'}{weight}")

    head = Tr(*(cell(Th, text, i) for i, text in enumerate(header)))
    body = [
        Tr(*(cell(Td, text, i, ";font-weight:600" if (r, i) in bold else "") for i, text in enumerate(row)))
        for r, row in enumerate(rows)
    ]
    return Table(Thead(head), Tbody(*body), style="border-collapse:collapse;margin:6px 0")


def folded(title: str, *inside: Any) -> Any:
    """Something to open by a click."""
    return Details(Summary(title, style=f"cursor:pointer;{FAINT}"), *inside)


def code_block(text: str) -> Any:
    """Code as it would stand in a cell."""
    return Pre(
        Code(text), style="padding:6px 10px;border-left:3px solid rgba(128,128,128,.4);overflow-x:auto"
    )


def same_in_fastai(code: str) -> Any:
    """The plain fastai behind a magic, one click away."""
    return folded("the same in plain fastai", code_block(code)) if code else None
