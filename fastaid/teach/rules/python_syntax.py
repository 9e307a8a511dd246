"""Brackets, colons, commas, equals signs: what is missing or one too many, by trying what would be Python."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_typed import STRING, Typed, typed
from fastaid.teach.scene import Scene

CLOSES = {"(": ")", "[": "]", "{": "}"}
NAMED = {"(": "round bracket (parenthesis)", "[": "square bracket", "{": "curly bracket"}
BLOCK = re.compile(r"^\s*(async\s+)?(if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b")
FLAT = re.compile(r"(?<![=!<>:+\-*/%&|^@~])=(?!=)")


@rule(SyntaxError)
def equals_in_condition(scene: Scene) -> Diagnosis | None:
    """`if x = 3`: one equals sign gives a value, two compare."""
    what = typed(scene)
    if what is None or not re.match(r"^\s*(if|elif|while|assert|return|not)\b|.*\bif\b", what.code):
        return None
    for found in FLAT.finditer(what.code):
        mended = what.line[: found.start()] + "==" + what.line[found.end() :]
        if what.mends(mended) or what.mends(mended, " " * 200 + "pass"):
            return Diagnosis(
                "The condition has one `=`.",
                "`=` gives a name a value; `==` asks whether two things are equal.",
                mended.strip(),
                "Write two:",
            )
    return None


@rule(SyntaxError)
def missing_colon(scene: Scene) -> Diagnosis | None:
    """`if`, `for`, `def` … end with a colon."""
    what = typed(scene)
    if what is None or isinstance(what.error, IndentationError) or not BLOCK.match(what.line):
        return None
    code = what.code.rstrip()
    mended = f"{what.line[: len(code)]}:{what.line[len(code) :]}"
    if code.endswith((";", ",", ".")):
        mended = f"{what.line[: len(code) - 1]}:"
    word = what.stripped.split()[0].strip("(:")
    inside = " " * (len(what.line) - len(what.line.lstrip()) + 4) + "pass"
    if not what.mends(mended) and not (code.endswith(")") and what.mends(mended, inside)):
        between = re.match(
            r"^(\s*(?:for\s+.+?\s+in\s+\S+\)?|else|try|finally|(?:if|elif|while)\s+\S+.*?))\s+(\w+\(.*|print.*|\w+\s*[-+]?=.*)$",
            what.line,
        )
        mended = f"{between[1]}: {between[2]}" if between is not None else ""
        if not mended or not what.mends(mended):
            return None
    return Diagnosis(
        f"Line {what.row + 1} begins a block with `{word}` and has no colon.",
        f"A line with `{word}` ends with `:`; the lines below it, indented, are its block.",
        mended.strip(),
        "Write the colon:",
    )


@rule(SyntaxError)
def for_without_in(scene: Scene) -> Diagnosis | None:
    """`for i range(10):` lacks its `in`."""
    what = typed(scene)
    found = re.match(
        r"^(\s*for\s+[\w, ()]+?)\s+(?:of\s+|from\s+|=\s*)?((?:range|enumerate|zip|\w+)\b[^:]*:?.*)$",
        what.code if what else "",
    )
    if what is None or found is None or re.search(r"\bin\b", what.code):
        return None
    rest = what.line[found.start(2) :]
    mended = f"{found[1]} in {rest}" + ("" if rest.rstrip().endswith(":") else ":")
    if not what.mends(mended):
        return None
    return Diagnosis(
        "The loop has no `in`.", "A loop is written `for name in things:`.", mended.strip(), "Write:"
    )


@rule(SyntaxError)
def quotes(scene: Scene) -> Diagnosis | None:
    """A string that is not closed, or that ends at a quote which was meant to be inside."""
    what = typed(scene)
    if what is None or not re.search(r"['\"]", what.line):
        return None
    if "unicodeescape" in what.message or "truncated \\u" in what.message:
        return _windows_path(what)
    if "triple-quoted" in what.message:
        mark = '"""' if '"""' in what.line else "'''"
        return Diagnosis(
            f"The string that line {what.row + 1} begins with `{mark}` is never closed.",
            "A string in triple quotes ends only at the next triple quotes of the same kind.",
            mark,
            "Write it where the text ends:",
        )
    if "follows keyword argument" in what.message:
        return None
    inner = _same_quotes_inside(what)
    if inner is not None:
        return inner
    if "unterminated string" not in what.message and "eol while scanning" not in what.message:
        return None
    return _not_closed(what)


def _windows_path(what: Typed) -> Diagnosis | None:
    mended = re.sub(r"(?<![rRbB\w])(['\"])(?=[^'\"]*\\)", r"r\1", what.line, count=1)
    if not what.mends(mended):
        return None
    return Diagnosis(
        "The string holds a backslash that Python reads as the start of a special character.",
        r"In `C:\Users` the `\U` announces a Unicode character. A raw string, with `r` before it, leaves "
        "backslashes as they are.",
        mended.strip(),
        "Write:",
    )


def _same_quotes_inside(what: Typed) -> Diagnosis | None:
    """The outer quotes of the line exchanged for the other kind, where that makes it Python."""
    for quote, other in (("'", '"'), ('"', "'")):
        places = [found.start() for found in re.finditer(re.escape(quote), what.line)]
        if len(places) < 3 or len(places) > 12:
            continue
        for i, first in enumerate(places):
            for last in reversed(places[i + 2 :]):
                inside = what.line[first + 1 : last]
                if other in inside or re.search(rf"{quote}\s*[,+:\]]\s*[rfbu]?{quote}", inside):
                    continue
                mended = what.line[:first] + other + inside + other + what.line[last + 1 :]
                if what.mends(mended):
                    is_f = what.line[:first].endswith(("f", "F", "rf", "fr"))
                    return Diagnosis(
                        f"The string in line {what.row + 1} ends too early: at the `{quote}` inside it.",
                        f"It begins with `{quote}`, so the next `{quote}` closes it"
                        + (
                            ", also in the braces of an f-string."
                            if is_f
                            else ", even where it is an apostrophe."
                        ),
                        mended.strip(),
                        f"Put the whole into the other quotes, `{other}`:",
                    )
    return None


def _not_closed(what: Typed) -> Diagnosis | None:
    at = what.column if what.column < len(what.line) else 0
    quote = what.line[at] if what.line[at : at + 1] in ("'", '"') else ("'" if "'" in what.line else '"')
    if what.line.rstrip().endswith((f"\\{quote}", f"\\{quote})")):
        mended = what.line.replace(f"\\{quote}", f"/{quote}").replace("\\", "/")
        if what.mends(mended):
            return Diagnosis(
                f"The string in line {what.row + 1} is not closed.",
                f"The backslash before the last `{quote}` makes it part of the text.",
                mended.strip(),
                "In a path write forward slashes, which work everywhere:",
            )
    other = '"' if quote == "'" else "'"
    for place in [i for i, one in enumerate(what.line) if one == other and i > at]:
        mended = what.line[:place] + quote + what.line[place + 1 :]
        if what.mends(mended):
            return Diagnosis(
                f"The string in line {what.row + 1} begins with `{quote}` and ends with `{other}`.",
                "A string ends with the kind of quote it begins with.",
                mended.strip(),
                "Write:",
            )
    ends = [len(what.line.rstrip())]
    ends += [i for i in range(len(what.line) - 1, at, -1) if what.line[i] in ")]},:"]
    closings = [quote, "}" + quote] if "{" in what.line else [quote]
    for place, closing in ((place, closing) for closing in closings for place in ends):
        mended = what.line[:place] + closing + what.line[place:]
        if what.mends(mended):
            return Diagnosis(
                f"The string in line {what.row + 1} has an opening `{quote}` and no closing one.",
                "A string in single or double quotes ends on its own line.",
                mended.strip(),
                "Close it:",
            )
    return None


@rule(SyntaxError)
def bracket_pairs(scene: Scene) -> Diagnosis | None:
    """A bracket that is never closed, closed by another kind, or closed once too often."""
    what = typed(scene)
    if what is None:
        return None
    if found := re.search(r"'([(\[{])' was never closed", what.message):
        return _never_closed(what, found[1])
    if found := re.search(
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)'", what.message
    ):
        mended = what.line[: what.column] + CLOSES[found[2]] + what.line[what.column + 1 :]
        if not what.mends(mended):
            mended = what.line[: what.column] + CLOSES[found[2]] + what.line[what.column :]
        on = int(line[1]) if (line := re.search(r"on line (\d+)", what.message)) else what.row + 1
        return Diagnosis(
            f"The `{found[1]}` in line {what.row + 1} closes a `{found[2]}`"
            + (f" of line {on}." if on != what.row + 1 else "."),
            f"Each bracket is closed by its own kind: `{found[2]}` by `{CLOSES[found[2]]}`. Either "
            "the kind is wrong "
            f"or a `{CLOSES[found[2]]}` is missing before it.",
            mended.strip() if what.mends(mended) else "",
            "Write:" if what.mends(mended) else f"Put a `{CLOSES[found[2]]}` where the inner bracket ends.",
        )
    if found := re.search(r"unmatched '(.)'", what.message):
        mended = what.line[: what.column] + what.line[what.column + 1 :]
        is_mended = what.mends(mended)
        return Diagnosis(
            f"The `{found[1]}` in line {what.row + 1} closes nothing.",
            f"There is one `{found[1]}` more than brackets that were opened before it.",
            mended.strip() if is_mended else "",
            "Take it away (or open the bracket where it should begin):",
        )
    return None


def _never_closed(what: Typed, bracket: str) -> Diagnosis:
    close = CLOSES[bracket]
    mended, at = "", what.row
    for i in range(what.row, min(len(what.lines), what.row + 30)):
        row = what.lines[i]
        code = STRING.sub(lambda one: "_" * len(one[0]), row).split("#")[0].rstrip()
        for end in (len(code), len(code.rstrip(":"))):
            candidate = row[:end].rstrip() + close + row[end:]
            text = "\n".join([*what.lines[:i], candidate, *what.lines[i + 1 :]])
            if code.strip() and _is_read(text):
                mended, at = candidate, i
                break
        if mended:
            break
    return Diagnosis(
        f"The `{bracket}` in line {what.row + 1}, `{what.stripped[:50]}`, is never closed.",
        f"Python goes on looking for the `{close}` in the lines below, so a later line may be blamed.",
        mended.strip(),
        f"Close it{f' in line {at + 1}' if at != what.row else ''}:"
        if mended
        else f"Add the `{close}` where it ends.",
    )


def _is_read(text: str) -> bool:
    from fastaid.teach.rules.python_typed import reads_past

    return reads_past(text, text.count("\n") + 1)


@rule(SyntaxError)
def numbers(scene: Scene) -> Diagnosis | None:
    """`2x`, `1,5`, `10%`: a number runs into a name."""
    what = typed(scene)
    if what is None or "decimal literal" not in what.message:
        return None
    found = next((one for one in re.finditer(r"(?<![\w.])(\d+(?:\.\d+)?)([A-Za-z_]\w*)", what.code)), None)
    if found is None:
        return None
    mended = f"{what.line[: found.start()]}{found[1]}*{found[2]}{what.line[found.end() :]}"
    if not what.mends(mended):
        return None
    return Diagnosis(
        f"`{found[0]}` is neither a number nor a name.",
        "Between a number and a name Python needs the sign of the operation; a name cannot begin "
        "with a digit.",
        mended.strip(),
        "If a product is meant, write `*`:",
    )


@rule(SyntaxError)
def line_continuation(scene: Scene) -> Diagnosis | None:
    """A backslash outside a string, with something behind it."""
    what = typed(scene)
    if what is None:
        return None
    if "line continuation" not in what.message and not re.search(r"=\s*[A-Za-z]:\\", what.code):
        return None
    trimmed = what.line.rstrip()
    if trimmed.endswith("\\") and trimmed != what.line and what.mends(trimmed):
        return Diagnosis(
            f"Line {what.row + 1} ends with a backslash and a space after it.",
            "A backslash carries a line on only as the very last character.",
            trimmed.strip(),
            "Delete the space:",
        )
    found = re.search(r"""[A-Za-z]?:?[\w./\\-]*\\[\w./\\-]*""", what.code)
    mended = ""
    if found is not None and "\\" in found[0] and len(found[0]) > 3:
        mended = f"{what.line[: found.start()]}r'{found[0]}'{what.line[found.end() :]}"
        mended = mended if what.mends(mended) else ""
    return Diagnosis(
        f"Line {what.row + 1} has a backslash outside a string.",
        "Outside quotes a backslash only joins a line with the next. Paths and `\\n` belong inside quotes.",
        mended.strip(),
        "Put it into quotes:" if mended else "Put the text with the backslash into quotes, or take it out.",
    )


def tokens(line: str) -> Iterator[tokenize.TokenInfo]:
    """The words and signs of a line, as far as it can be read."""
    try:
        for one in tokenize.generate_tokens(io.StringIO(line.strip() + "\n").readline):
            if one.type not in (tokenize.NEWLINE, tokenize.NL, tokenize.ENDMARKER, tokenize.COMMENT):
                yield one
    except (tokenize.TokenError, SyntaxError):
        return
