"""One thing shown, in every form a front end may want."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Bundle:
    """A MIME bundle: always text, HTML where there is more to see, other types by name."""

    text: str
    html: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

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
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = [header, ["─" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
