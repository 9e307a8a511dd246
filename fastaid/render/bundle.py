"""One thing shown, in every form a front end may want."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fastaid.facts.inert import closed, cut, inert

LONGEST_CELL = 400  # characters; every row of a table is as wide as its widest


@dataclass(frozen=True)
class Bundle:
    """A MIME bundle: always text, HTML where there is more to see, other types by name.

    A control character in any text of it is seen and not obeyed, wherever it came from.
    """

    text: str
    html: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", inert(self.text))
        object.__setattr__(self, "html", inert(self.html))
        clean = {kind: inert(form) if isinstance(form, str) else form for kind, form in self.extra.items()}
        object.__setattr__(self, "extra", clean)

    def mimebundle(self) -> dict[str, Any]:
        """What IPython's display machinery takes as raw data."""
        html = {"text/html": self.html} if self.html else {}
        return {"text/plain": self.text, **html, **self.extra}


def table(
    rows: list[list[str]],  # cells as text, all rows as long as the header
    header: list[str],
    right: frozenset[int] = frozenset(),  # columns of numbers
) -> str:
    """An aligned table for a terminal."""
    header, rows = _cells(header), [_cells(row) for row in rows]
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = [header, ["─" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: list[str]) -> list[str]:
    """Cells that a table has room for, and whose marks of writing direction end with them."""
    return [closed(inert(cut(cell, LONGEST_CELL))) for cell in row]
