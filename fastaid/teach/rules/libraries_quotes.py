"""Files of tables with a quote that is never closed: what read_csv is to be told. No rules of its own."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.python_source import code_of, cut, replaced
from fastaid.teach.scene import Frame

NEVER_CLOSED = re.compile(r"EOF inside string|unexpected end of data")
MOST_LINES = 100_000


def never_closed(frame: Frame, call: ast.Call, path: Path) -> Diagnosis | None:
    """A quote opens a text that no other quote closes, so the rest of the file is read as one field."""
    given = frame.argument(call, None, "sep") or frame.argument(call, None, "delimiter")
    sign = frame.value(given) if given is not None else "\t" if "read_table" in code_of(call.func) else ","
    if not isinstance(sign, str) or len(sign) != 1 or frame.argument(call, None, "quotechar") is not None:
        return None
    with path.open(errors="replace") as held:
        lines = [one.rstrip("\r\n") for one in islice(held, MOST_LINES)]
        is_whole = not held.readline()
    # pandas takes a quote for an opening one only at the start of a field.
    opened = [i for i, one in enumerate(lines) if _opens(one, sign)]
    if not opened or not is_whole:
        return None
    at = opened[0] if len(opened) == 1 else opened[-1]
    fields = lines[0].count(sign)
    shown = cut(lines[at].strip())
    what = f'A quote (`"`) in line {at + 1} of `{path}` opens a text, and no other closes it: {shown}.'
    why = "pandas reads everything behind it, over the ends of lines, as one text."
    plain = [i for i, one in enumerate(lines) if one and one.count(sign) != fields]
    if not plain:
        new = ast.Call(call.func, call.args, [*call.keywords, ast.keyword("quoting", ast.Constant(3))])
        return Diagnosis(
            what,
            f"{why} Here quotes are ordinary signs: without them each line has {fields + 1} fields.",
            replaced(frame, call, code_of(new)),
            "Say so (3 is csv.QUOTE_NONE):",
        )
    if len(opened) > 1:
        return None  # texts that go over several lines: which quote is the odd one cannot be told
    last = max(i for i, one in enumerate(lines) if one)
    if at == last and lines[at].count(sign) < fields:
        return Diagnosis(
            f"`{path}` ends in the middle of a text, in line {at + 1}: {shown}.",
            "Its opening quote has no closing one, and the other columns of that line are missing: the file was cut "
            "off as it was written or downloaded.",
            "",
            "Get the file again.",
            sure="likely",
        )
    return Diagnosis(
        what,
        f"{why} Other texts of the file have their quotes in pairs, so this one lacks its partner.",
        "",
        f"Write the missing quote in line {at + 1} of the file, or take the single one out.",
        sure="likely",
    )


def _opens(line: str, sign: str) -> bool:
    """Whether a line ends inside a quoted text."""
    inside, at_start = False, True
    i = 0
    while i < len(line):
        one = line[i]
        if inside:
            if one == '"' and line[i + 1 : i + 2] == '"':
                i += 1
            elif one == '"':
                inside = False
        elif one == '"' and at_start:
            inside = True
        at_start = not inside and one == sign
        i += 1
    return inside
