"""Cells that hold something else than Python: a page, a query, an address without quotes, a formula's signs."""

from __future__ import annotations

import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_typed import Typed, typed
from fastaid.teach.scene import Scene

NAMES = (
    "html|head|body|div|span|p|a|b|i|h[1-6]|ul|ol|li|table|tr|td|th|thead|tbody|img|br|hr|button|input|form|label|script"
    "|style|link|meta|title|center|font|iframe|video|audio|canvas|svg|pre|code|strong|em|details|summary|section|nav"
)
# Of the names of HTML alone: `<statement>` and `<your key>` are blanks that were to be filled in.
TAG = re.compile(rf"^\s*<(!DOCTYPE|!--|/?(?:{NAMES})(\s+[\w-]+\s*=|\s*/?>))", re.I)
QUERY = re.compile(
    r"^\s*(SELECT\s+.+\s+FROM\s|SELECT\s+\*|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|(CREATE|DROP|ALTER)\s+(TABLE|DATABASE|VIEW|INDEX)\s)",
    re.I,
)
ADDRESS = re.compile(r"(?<![\w'\"/])((?:https?|ftp|s3|gs|file)://[^\s,)\]}'\"]+)")
FILE = re.compile(r"(?<=[(=,\[{])(\s*)((?:~|\.{1,2})?/(?:[\w.-]+/)*[\w-]+(?:\.\w+)?/?)(?=\s*[,)\]}]|\s*$)")
AS_POWER = re.compile(r"\s*\^{2}\s*")


@rule(SyntaxError)
def page_in_a_cell(scene: Scene) -> Diagnosis | None:
    """`<div>…</div>` in a cell of Python."""
    what = typed(scene)
    first = next((row for row in what.lines if row.strip()), "") if what is not None else ""
    if what is None or not TAG.match(first) or not TAG.match(what.line):
        return None
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:50]}`, is HTML, not Python.",
        "A cell is read as Python unless its first line says otherwise.",
        "\n".join(["%%html", *[row for row in what.lines if row.strip()][:2]]),
        "Begin the cell with a line of its own, above everything else, for the notebook to show it as a page:",
    )


@rule(SyntaxError)
def query_in_a_cell(scene: Scene) -> Diagnosis | None:
    """`SELECT * FROM …` in a cell of Python."""
    what = typed(scene)
    if what is None or not QUERY.match(what.line):
        return None
    query = what.stripped.rstrip(";")
    word = query.split()[0].upper()
    read = f"pd.read_sql_query({query!r}, con)" if word == "SELECT" else f"con.execute({query!r})"
    return Diagnosis(
        f"Line {what.row + 1}, `{what.stripped[:50]}`, is SQL, not Python.",
        "Python does not know the language of databases; a query is a text that is handed to one.",
        f"import sqlite3\ncon = sqlite3.connect('data.db')\n{read}",
        "Put it into quotes (here for a file of SQLite; take your own database's connection):",
    )


@rule(SyntaxError)
def address_without_quotes(scene: Scene) -> Diagnosis | None:
    """`requests.get(https://…)`, `read_csv(/content/train.csv)`: an address or a path is a text."""
    what = typed(scene)
    if what is None:
        return None
    for pattern, at, kind in ((ADDRESS, 1, "web address"), (FILE, 2, "path")):
        found = pattern.search(what.line)
        if found is None:
            continue
        text = found[at]
        mended = f"{what.line[: found.start(at)]}'{text}'{what.line[found.end(at) :]}"
        if not what.mends(mended):
            continue
        shown = text if len(text) <= 50 else f"{text[:48]}…"
        return Diagnosis(
            f"The {kind} `{shown}` stands in line {what.row + 1} without quotes.",
            f"Without quotes Python reads it as a formula with names and signs; a {kind} is a text.",
            mended.strip(),
            "Put it into quotes:",
        )
    return None


@rule(SyntaxError)
def doubled_caret(scene: Scene) -> Diagnosis | None:
    """`10^^-5` for a power."""
    what = typed(scene)
    if what is None or not AS_POWER.search(what.code):
        return None
    found = [(one.start(), one.end()) for one in AS_POWER.finditer(what.code)]
    mended = what.line
    for start, end in reversed(found):
        mended = f"{mended[:start]}**{mended[end:]}"
    if not what.mends(mended):
        return None
    return Diagnosis(
        f"`^^` in line {what.row + 1} is no sign of Python.",
        "A power is written `**`. (A single `^` is something else too: it compares the bits of whole numbers.)",
        mended.strip(),
        "Write:",
    )


@rule(SyntaxError)
def colons_in_a_slice(scene: Scene) -> Diagnosis | None:
    """`a[:, 0:1:2:3]`: a slice has at most two colons."""
    what = typed(scene)
    number = r"-?\d+"
    found = re.search(rf"{number}(?:\s*:\s*{number}){{3,}}", what.code) if what is not None else None
    if what is None or found is None:
        return None
    places = re.findall(number, found[0])
    row = range(int(places[0]), int(places[0]) + len(places))
    is_row = [int(one) for one in places] == list(row)
    new = f"{places[0]}:{row[-1] + 1}" if is_row else f"[{', '.join(places)}]"
    mended = f"{what.line[: found.start()]}{new}{what.line[found.end() :]}"
    if not what.mends(mended):
        return None
    return Diagnosis(
        f"`{found[0]}` in line {what.row + 1} has {len(places) - 1} colons.",
        "A slice is `begin:end` or `begin:end:step`; the end itself is not taken.",
        mended.strip(),
        f"For the places {places[0]} to {places[-1]} write:"
        if is_row
        else "Several single places are given as a list (to an array):",
    )


@rule(SyntaxError)
def return_with_a_name(scene: Scene) -> Diagnosis | None:
    """`return a, b = f(x)`: what is returned needs no names."""
    what = typed(scene)
    found = re.match(r"^(\s*return\s+)([\w.]+(?:\s*,\s*[\w.]+)*)\s*=(?!=)\s*", what.code) if what else None
    if what is None or found is None:
        return None
    names = [one.strip() for one in found[2].split(",")]
    if len(names) == 1 and _is_known(what, names[0]):
        return None  # two values may be compared
    value = what.line[found.end() :].strip()
    mended = f"{found[1]}{value}"
    if not what.mends(mended):
        return None
    what_for = "these names" if len(names) > 1 else "this name"
    return Diagnosis(
        f"Line {what.row + 1} returns a value and gives it {what_for} at once.",
        "`return` hands back a value; a line with `=` has none. The names are chosen where the function is called.",
        mended.strip(),
        "Return the value alone:",
    )


def _is_known(what: Typed, name: str) -> bool:
    """Whether a name has a value in the function above the line: a parameter, or given one."""
    for row in reversed(what.lines[: what.row]):
        head = re.match(r"\s*(?:async\s+)?def\s+\w+\s*\((.*)", row)
        if re.search(rf"\b{re.escape(name)}\b", head[1] if head is not None else row):
            return True
        if head is not None:
            return False
    return False


@rule(SyntaxError)
def quote_left_over(scene: Scene) -> Diagnosis | None:
    """`"The score is " + str(score)"`: one quote more than are closed."""
    what = typed(scene)
    if what is None or "unterminated string" not in what.message:
        return None
    at = what.column
    quote = what.line[at : at + 1]
    if quote not in ("'", '"') or what.line[:at].count(quote) % 2:
        return None
    rest = what.line[at + 1 :].strip()
    mended = what.line[:at] + what.line[at + 1 :]
    if rest.strip(")]}:,; ") or not what.line[:at].strip() or not what.mends(mended):
        return None
    return Diagnosis(
        f"The `{quote}` at the end of line {what.row + 1} closes nothing: it begins a new string.",
        "Each string in the line has its two quotes already.",
        mended.strip(),
        "Take it away:",
    )
