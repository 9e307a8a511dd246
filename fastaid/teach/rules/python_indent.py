"""Indentation: a block without lines, a line that belongs to no block, tabs beside spaces."""

from __future__ import annotations

import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_typed import Typed, typed
from fastaid.teach.scene import Scene

OPENERS = re.compile(
    r"\s*(async\s+)?(def|class|if|elif|else|for|while|with|try|except|finally)\b.*:\s*(#.*)?$"
)


def _indent(row: str) -> str:
    return row[: len(row) - len(row.lstrip())]


def _above(what: Typed, row: int) -> int:
    """The row of the nearest line above that holds code; -1 where there is none."""
    for i in range(row - 1, -1, -1):
        text = what.lines[i].strip()
        if text and not text.startswith("#"):
            return i
    return -1


@rule(SyntaxError)
def empty_block(scene: Scene) -> Diagnosis | None:
    """After a line that ends with a colon an indented line must follow."""
    what = typed(scene)
    if (
        what is None
        or not isinstance(what.error, IndentationError)
        or "expected an indented block" not in what.message
    ):
        return None
    at = int(found[1]) - 1 if (found := re.search(r"on line (\d+)", what.message)) else _above(what, what.row)
    head = what.lines[at] if 0 <= at < len(what.lines) else ""
    kind = re.match(r"\s*(?:async\s+)?(\w+)", head)
    if kind is None:
        return None
    following = what.line if what.row > at and _indent(what.line) == _indent(head) and what.stripped else ""
    body = following.strip() or "pass"
    only_comment = all(not row.strip() or row.strip().startswith("#") for row in what.lines[at + 1 :])
    body = "pass" if only_comment else body
    why = (
        f"Line {what.row + 1}, `{body[:50]}`, begins no further to the right, so it is not inside."
        if body != "pass"
        else "No line of code follows inside it (a comment does not count)."
    )
    return Diagnosis(
        f"Line {at + 1}, `{head.strip()[:60]}`, opens a block, and no indented line follows.",
        f"After a colon Python expects an indented block. {why}",
        f"{head.strip()}\n    {body}",
        "Indent what belongs to it by 4 spaces:"
        if body != "pass"
        else "Write something into it, if only `pass`:",
    )


@rule(SyntaxError)
def tabs_and_spaces(scene: Scene) -> Diagnosis | None:
    """Tabs in some lines, spaces in others."""
    what = typed(scene)
    if what is None or not isinstance(what.error, TabError):
        return None
    tabbed = [i + 1 for i, row in enumerate(what.lines) if "\t" in _indent(row)]
    spaced = [i + 1 for i, row in enumerate(what.lines) if " " in _indent(row)]
    if not tabbed or not spaced:
        return None
    return Diagnosis(
        f"Line {tabbed[0]} is indented with a tab, line {spaced[0]} with spaces.",
        "Both look alike, but Python does not mix tabs and spaces in one block.",
        what.line.replace("\t", "    ").strip("\n"),
        "Replace every tab by 4 spaces:",
    )


@rule(SyntaxError)
def not_in_a_block(scene: Scene) -> Diagnosis | None:
    """A line is further to the right than the line above, which opens no block."""
    what = typed(scene)
    if what is None or "unexpected indent" not in what.message:
        return None
    at = _above(what, what.row)
    above = what.lines[at] if at >= 0 else ""
    wanted = _indent(above)
    mended = wanted + what.stripped
    if what.row and at >= 0 and re.match(r"\s*(def|class|if|elif|else|for|while|with|try)\b", above):
        with_colon = re.sub(r"\s*(#.*)?$", ":", above, count=1)
        if not OPENERS.match(above) and what.mends(with_colon, row=at):
            return Diagnosis(
                f"Line {at + 1}, `{above.strip()[:60]}`, has no colon at its end.",
                "Without the colon it opens no block, so the indented line below is unexpected.",
                f"{with_colon.strip()}\n    {what.stripped}",
                "Write:",
            )
    rel = f"than line {at + 1}, `{above.strip()[:50]}`, which opens no block" if at >= 0 else "than it may"
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:60]}`, begins further to the right {rel}.",
        "A line may be indented further only after a line that ends with a colon. "
        + ("Often a space was copied with the code." if len(_indent(what.line)) - len(wanted) < 3 else ""),
        mended.strip() if not wanted else f"{above.strip()}\n{what.stripped}",
        "Let it begin where the line above begins:" if at >= 0 else "Let it begin at the left edge:",
    )


@rule(SyntaxError)
def between_two_levels(scene: Scene) -> Diagnosis | None:
    """A line begins at a column where no block above it begins."""
    what = typed(scene)
    if what is None or "unindent does not match" not in what.message:
        return None
    levels = sorted({len(_indent(row).expandtabs()) for row in what.lines[: what.row] if row.strip()})
    own = len(_indent(what.line).expandtabs())
    if not levels or own in levels:
        return None
    level = min(levels, key=lambda one: (abs(one - own), one))
    listed = ", ".join(map(str, levels))
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:60]}`, is indented by {own} "
        f"space{'' if own == 1 else 's'}; the blocks above begin at {listed}.",
        "A line must begin exactly where one of the blocks above it begins.",
        " " * level + what.stripped,
        f"Indent it by {level} spaces:",
        sure="certain",
    )
