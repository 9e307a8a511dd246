"""Source in colour: Pygments' tokens with colours that can be read on a light and on a dark page."""

from __future__ import annotations

from typing import Any

from fastcore.xml import Code, Pre, Span

# Middle tones: a contrast of at least 3.9 against both white and JupyterLab's dark #111.
COLOURS = {
    "Keyword": "#a05bc9",
    "Name.Function": "#2f81d4",
    "Name.Class": "#2f81d4",
    "Name.Decorator": "#2f81d4",
    "Name.Builtin": "#17877d",
    "String": "#3c8a3f",
    "Number": "#b0692a",
    "Comment": "#7d8288",
}


def highlighted(
    code: str,
    language: str = "python",  # or "yaml"
) -> Any:
    """Code as an element; every piece escaped by fastcore.xml."""
    from pygments import lex
    from pygments.lexers import PythonLexer, YamlLexer

    lexer = YamlLexer() if language == "yaml" else PythonLexer()
    parts: list[Any] = []
    for kind, piece in lex(code, lexer):
        name = str(kind).removeprefix("Token.")
        colour = next((c for start, c in COLOURS.items() if name.startswith(start)), "")
        if name.startswith("Literal."):
            colour = next(
                (c for start, c in COLOURS.items() if name.removeprefix("Literal.").startswith(start)), ""
            )
        parts.append(Span(piece, style=f"color:{colour}") if colour else piece)
    return Pre(
        Code(*parts),
        style="padding:6px 10px;border-left:3px solid rgba(128,128,128,.4);overflow-x:auto;max-height:420px",
    )
