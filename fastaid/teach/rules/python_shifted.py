"""Lines that begin too far to the right: the rest of one that was commented out, a whole piece that was pasted so.

No rules of its own.
"""

from __future__ import annotations

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.python_typed import Typed, reads_past

PAIRS = {")": "(", "]": "[", "}": "{"}
MOST_SHOWN = 6


def _depth(text: str) -> int:
    """How many brackets of a text are still open."""
    opened: list[str] = []
    for one in text:
        if one in "([{":
            opened.append(one)
        elif one in PAIRS and opened and opened[-1] == PAIRS[one]:
            opened.pop()
    return len(opened)


def rest_of_a_comment(what: Typed) -> Diagnosis | None:
    """`# df = df[["a",` and below it the rest of the line, without a #."""
    above = what.lines[what.row - 1].strip() if what.row else ""
    if not above.startswith("#") or not _depth(above.lstrip("# ")):
        return None
    code, rows = above.lstrip("# "), list[str]()
    for row in what.lines[what.row : what.row + 20]:
        rows.append(row)
        if not _depth("\n".join([code, *rows])):
            break
    else:
        return None
    indent = what.lines[what.row - 1][
        : len(what.lines[what.row - 1]) - len(what.lines[what.row - 1].lstrip())
    ]
    hidden = [f"{indent}# {row.strip()}" for row in rows]
    text = "\n".join([*what.lines[: what.row], *hidden, *what.lines[what.row + len(rows) :]])
    if not reads_past(text, what.row + len(rows) - 1):
        return None
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:60]}`, is the rest of a line that was made a comment.",
        f"The `#` hides line {what.row} alone; its brackets go on below, where Python reads them as code.",
        "\n".join(row.strip() for row in hidden),
        "Put a # before the rest too (or take the first one away):",
    )


def too_far_right(what: Typed, wanted: str) -> Diagnosis | None:
    """Several lines in a row that all begin too far to the right by as much."""
    own = what.line[: len(what.line) - len(what.line.lstrip())]
    extra = own.removeprefix(wanted)
    if not extra or not own.startswith(wanted):
        return None
    last = what.row
    for i in range(what.row + 1, len(what.lines)):
        row = what.lines[i]
        if row.strip() and not row.startswith(own):
            break
        last = i if row.strip() else last
    moved = [
        row[: len(wanted)] + row[len(own) :] if row.strip() else row
        for row in what.lines[what.row : last + 1]
    ]
    if len([row for row in moved if row.strip()]) < 2:
        return None
    text = "\n".join([*what.lines[: what.row], *moved, *what.lines[last + 1 :]])
    if not reads_past(text, last):
        return None
    n = len(extra)
    shown = [row.removeprefix(wanted).rstrip() for row in moved if row.strip()]
    return Diagnosis(
        f"Lines {what.row + 1} to {last + 1} begin {n} space{'' if n == 1 else 's'} further to the right than the "
        "lines above, which open no block.",
        "A line may be indented further only after a line that ends with a colon. Often spaces are copied with the "
        "code.",
        "\n".join(shown[:MOST_SHOWN]) + ("\n…" if len(shown) > MOST_SHOWN else ""),
        "Select them and press Shift+Tab, or take the spaces off each of them:"
        if not wanted
        else "Let them begin where the line above begins:",
    )
