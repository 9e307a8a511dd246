"""Indentation: a block without lines, a line that belongs to no block, tabs beside spaces."""

from __future__ import annotations

import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_shifted import rest_of_a_comment, too_far_right
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
    rest = rest_of_a_comment(what) or too_far_right(what, wanted)
    if rest is not None:
        return rest
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
    own, opened = len(_indent(what.line).expandtabs()), _open_levels(what)
    levels = sorted(opened)
    outer = max((one for one in levels if one < own), default=None)
    inner = min((one for one in levels if one > own), default=None)
    if outer is None or inner is None or own in levels:
        return None
    belongs = _uses_names_of(what, opened[inner])
    is_after = not belongs and _is_done(what, opened[inner])
    level = inner if belongs or (own - outer >= inner - own and not is_after) else outer
    other = outer if level == inner else inner
    listed = ", ".join(map(str, levels))
    why = f" It uses `{belongs}`, which the block above has." if belongs else ""
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:60]}`, is indented by {own} "
        f"space{'' if own == 1 else 's'}; the blocks above begin at {listed}.",
        "A line must begin exactly where one of the blocks above it begins." + why,
        " " * level + what.stripped,
        f"Indent it by {level} spaces"
        + (
            ", as the lines inside the block:"
            if belongs
            else f" (or by {other}, if it belongs to that block):"
        ),
        sure="likely",
    )


def _open_levels(what: Typed) -> dict[int, int]:
    """The columns at which the blocks open above a line begin, and the row where each was last seen."""
    found: dict[int, int] = {}
    for row in range(what.row - 1, -1, -1):
        at = len(_indent(what.lines[row]).expandtabs())
        if (
            what.lines[row].strip()
            and not what.lines[row].strip().startswith("#")
            and at < min(found, default=1000)
        ):
            found[at] = row
    return found


def _is_done(what: Typed, last: int) -> bool:
    """Whether nothing can follow inside a block: it ends with `return`, or its function is called after it."""
    if re.match(r"\s*(return|raise|break|continue)\b", what.lines[last]):
        return True
    heads = re.findall(r"(?m)^\s*(?:async\s+)?def\s+(\w+)", "\n".join(what.lines[:last]))
    return bool(heads) and re.search(rf"\b{heads[-1]}\s*\(", what.stripped) is not None


def _uses_names_of(what: Typed, last: int) -> str:
    """A name of the block that ends in a row which the line in question uses; "return" where it returns."""
    depth = len(_indent(what.lines[last]).expandtabs())
    for row in range(last, -1, -1):
        text = what.lines[row]
        if not text.strip() or len(_indent(text).expandtabs()) >= depth:
            continue
        head = re.match(r"\s*(?:async\s+)?(def|for|with)\b(.*)", text)
        if head is None:
            return ""
        if head[1] == "def" and re.match(r"return\b|yield\b", what.stripped):
            return what.stripped.split()[0]
        bound = head[2].partition("(")[2] if head[1] == "def" else head[2].partition(" in ")[0]
        names = set(re.findall(r"[A-Za-z_]\w*", bound))
        if head[1] == "def":
            body = "\n".join(what.lines[row + 1 : last + 1])
            names |= set(re.findall(r"(?m)^\s*([A-Za-z_]\w*)\s*=(?!=)", body))
        used = re.findall(r"[A-Za-z_]\w*", re.sub(r"""'[^']*'|"[^"]*\"""", "", what.stripped))
        return next((one for one in used if one in names), "")
    return ""
