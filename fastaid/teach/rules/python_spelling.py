"""Lines that are not Python because of a character, a word that is taken, or another language's spelling."""

from __future__ import annotations

import keyword
import re
import unicodedata

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook import COMMANDS, MAGICS
from fastaid.teach.rules.python_typed import Typed, typed
from fastaid.teach.scene import Scene

PLAIN = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2002\u2003\u2009\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\ufeff\u2060\u00ad\u200e\u200f", ""),
    **dict.fromkeys("−–—‐‑", "-"),
    "×": "*", "·": "*", "∗": "*", "÷": "/", "⁄": "/", "→": "->", "⇒": "=>", "≤": "<=", "≥": ">=", "≠": "!=",
    "…": "...", "（": "(", "）": ")", "，": ",", "：": ":", "；": ";", "［": "[", "］": "]", "＝": "=", "。": ".",
    "、": ",", "【": "[", "】": "]", "²": "**2", "³": "**3", "＋": "+", "｛": "{", "｝": "}",
}  # fmt: skip
HARD = frozenset(keyword.kwlist)
FOREIGN = [
    # (what is looked for in the code, what replaces it, what it is called, what Python writes)
    (r"\belse\s+if\b", "elif", "`else if`", "Python writes `elif`"),
    (r"\belsif\b|\belseif\b", "elif", "`else if`", "Python writes `elif`"),
    (r"\s*&&\s*", " and ", "`&&`", "Python writes `and`"),
    (r"\s*\|\|\s*", " or ", "`||`", "Python writes `or`"),
    (r"(?<![\w)\]])!(?=\s*[\w(])", "not ", "`!` for the opposite", "Python writes `not`"),
    (r"\s*<>\s*", " != ", "`<>`", "Python 3 writes `!=`"),
    (r"\s*===\s*", " == ", "`===`", "Python writes `==`"),
    (r"\s*!==\s*", " != ", "`!==`", "Python writes `!=`"),
    (r"\s*=>\s*", " >= ", "`=>`", "Python writes `>=`"),
    (r"\s*=<\s*", " <= ", "`=<`", "Python writes `<=`"),
    (r"\+\+", " += 1", "`++`", "Python counts up with `+= 1`"),
    (r"--\s*$", " -= 1", "`--`", "Python counts down with `-= 1`"),
    (
        r"^(\s*)(?:var|let|const|int|float|double|string|auto)\s+(?=\w+\s*=)",
        r"\1",
        "A type or `let` before a name",
        "Python gives a name a value with `name = value` alone",
    ),
    (r"\bfunction\s+(?=\w+\s*\()", "def ", "`function`", "Python writes `def`"),
    (r"^(\s*)//", r"\1#", "`//` for a comment", "Python's comments begin with `#`"),
    (r"\s+//\s.*$", "", "`//` for a comment", "Python's comments begin with `#`"),
    (r"\s*\bthen\b\s*:?\s*$", ":", "`then`", "Python ends the condition with a colon"),
    (r"\s*\bdo\s*$", ":", "`do`", "Python ends the line with a colon"),
    (r"\s*\{\s*$", ":", "`{` for a block", "Python opens a block with a colon and indents it"),
    (r"\bcatch\b", "except", "`catch`", "Python writes `except`"),
    (r"\bnew\s+(?=\w+\()", "", "`new`", "Python makes an object by calling its class"),
]
PYTHON_2 = [
    (r"^(\s*)print\s*>>\s*[\w.]+\s*,\s*(.+)$", r"\1print(\2)", "`print >>`"),
    (r"^(\s*)print\s+(.+?),?\s*$", r"\1print(\2)", "`print` without parentheses"),
    (r"^(\s*)exec\s+(.+)$", r"\1exec(\2)", "`exec` without parentheses"),
    (r"except\s+([\w.]+|\([^)]*\))\s*,\s*(\w+)\s*:", r"except \1 as \2:", "`except Error, name`"),
    (r"^(\s*)raise\s+([\w.]+)\s*,\s*(.+)$", r"\1raise \2(\3)", "`raise Error, message`"),
    (r"\b([urUR]{2})(?=['\"])", "r", "The `ur` before a string"),
    (r"\b0(\d+)L?\b", r"\1", "A number that begins with 0"),
    (r"\b(\d+)[lL]\b", r"\1", "The `L` after a number"),
    (r"`([^`]+)`", r"repr(\1)", "Backticks for `repr`"),
]


def _changed(what: Typed, pattern: str, new: str) -> str:
    """The line with a pattern replaced in its code: strings and comments stay as they are."""
    parts: list[str] = []
    end = 0
    for found in re.finditer(pattern, what.code):
        # A replacement that quotes what it found must quote the line, not the blanked code.
        groups = [what.line[found.start(i) : found.end(i)] for i in range(1, (found.re.groups or 0) + 1)]
        text = new
        for i, group in enumerate(groups, 1):
            text = text.replace(f"\\{i}", group)
        parts += [what.line[end : found.start()], text]
        end = found.end()
    return "".join([*parts, what.line[end:]])


@rule(SyntaxError)
def odd_characters(scene: Scene) -> Diagnosis | None:
    """Curly quotes, no-break spaces and other characters that look like Python's and are not."""
    what = typed(scene)
    if what is None or ("character" not in what.message or "continuation" in what.message):
        return None
    odd = what.line[what.column] if what.column < len(what.line) else ""
    if not odd or odd.isascii():
        return None
    name = unicodedata.name(odd, f"U+{ord(odd):04X}").lower()
    mended = "".join(PLAIN.get(one, one) if not one.isascii() else one for one in what.line)
    shown = "a character that cannot be seen" if not odd.strip() or not odd.isprintable() else f"`{odd}`"
    plain = PLAIN.get(odd)
    instead = f"Python wants the plain `{plain}`." if plain and plain.strip() else "It has to go."
    instead = "Python wants a plain space." if plain == " " else instead
    quotes = "Typographic (curly) quotes are not quotes for Python. " if plain in ('"', "'") else ""
    if not what.mends(mended):
        in_parentheses = re.sub(r"^(\s*)print\s+(.+?)\s*$", r"\1print(\2)", mended)
        mended = in_parentheses if what.mends(in_parentheses) else mended
    return Diagnosis(
        f"Line {what.row + 1} holds {shown} ({name}).",
        f"{quotes}Such characters come with code that is copied from a web page, a PDF or a chat. {instead}",
        mended.strip() if what.mends(mended) else "",
        "Type it anew:"
        if plain is not None
        else f"Take the `{odd}` out of the line, or put it into a string.",
    )


@rule(SyntaxError)
def python_2(scene: Scene) -> Diagnosis | None:
    """Python 2's spelling: `print x`, `except E, e`, `0777`."""
    what = typed(scene)
    if what is None:
        return None
    for pattern, new, name in PYTHON_2:
        mended = _changed(what, pattern, new)
        if mended == what.line or not what.mends(mended):
            continue
        is_number = name.startswith("A number")
        return Diagnosis(
            f"{name} is not Python 3.",
            "In Python 3 `print` is a function: what it prints goes into parentheses."
            if "print" in name
            else "A whole number is written without zeros before it."
            if is_number
            else "That is how Python 2 wrote it.",
            mended.strip(),
            "Write:",
        )
    return None


@rule(SyntaxError)
def other_language(scene: Scene) -> Diagnosis | None:
    """The spelling of JavaScript, C or a shell: `else if`, `&&`, `x++`."""
    what = typed(scene)
    if what is None:
        return None
    sign = re.search(r"!\s*([\w-]+)", what.code)
    if sign is not None and sign[1] in COMMANDS:
        return None
    for pattern, new, name, python in FOREIGN:
        mended = _changed(what, pattern, new)
        if mended == what.line:
            continue
        opens_block = new in (":", "elif") or name in ("`{` for a block", "`function`", "`catch`")
        rest = re.sub(r"\s*\{\s*$", ":", mended) if opens_block else mended
        if what.mends(rest) or (opens_block and what.mends(rest, _deeper(rest) + "pass")):
            return Diagnosis(
                f"{name} in line {what.row + 1} is another language's spelling.",
                f"{python}.",
                rest.strip(),
                "Write:",
            )
    return None


def _deeper(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()) + 4)


@rule(SyntaxError)
def word_is_taken(scene: Scene) -> Diagnosis | None:
    """A keyword of Python's, such as `lambda` or `class`, is used as a name."""
    what = typed(scene)
    if what is None:
        return None
    for found in re.finditer(
        r"(?<![\w.])([A-Za-z]+)(?=\s*(=(?!=)|,|\)|:|\())|\.([A-Za-z]+)\b|\b(?:def|class|for|import|as)\s+([A-Za-z]+)",
        what.code,
    ):
        at = next(i for i in (1, 3, 4) if found[i])
        word = found[at]
        if word not in HARD or (word in ("None", "True", "False") and at == 1 and found[2] != "="):
            continue
        new = f"{word.lower()}_" if word not in ("lambda", "lambd") else "lam"
        line = what.line
        mended = re.sub(rf"(?<![\w'\"]){word}(?![\w'\"])", new, line) if at != 3 else ""
        once = line[: found.start(at)] + new + line[found.end(at) :]
        if at == 3:
            if not what.mends(once):
                continue
            start = line[: found.start(at) - 1]
            return Diagnosis(
                f"`{word}` after the dot is a word of Python's own.",
                f"Python keeps `{word}` for itself, so `.{word}` cannot be written.",
                f"{start.strip()}['{word}']{line[found.end(at) :]}",
                "If it is a column or a key, use square brackets and quotes:",
            )
        mended = once if what.mends(once) else mended
        if not what.mends(mended) and not what.mends(mended, _deeper(mended) + "pass"):
            continue
        return Diagnosis(
            f"`{word}` cannot be a name.",
            f"`{word}` is a keyword: Python keeps the word for its own grammar.",
            mended.strip(),
            "Take another name, here and where it is used:",
        )
    return None


@rule(SyntaxError)
def bad_name(scene: Scene) -> Diagnosis | None:
    """A name with a space or a hyphen in it, or with a digit in front."""
    what = typed(scene)
    if what is None:
        return None
    found = re.match(
        r"^(\s*(?:def\s+|class\s+)?)([A-Za-z_0-9][\w\- ]*[\w])(\s*(?:[-+*/]?=(?!=)|\(.*\)\s*:).*)$", what.line
    )
    if found is None:
        return None
    name = found[2]
    words = re.split(r"[\s-]+", name)
    if any(one in HARD for one in words) or name.isdigit():
        return None
    better = "_".join(words)
    if better[0].isdigit():
        first, _, others = better.partition("_")
        better = f"{others}_{first}" if others and not others[0].isdigit() else f"x_{better}"
    mended = found[1] + better + found[3]
    if better == name or not better.isidentifier():
        return None
    if not what.mends(mended) and not what.mends(mended, _deeper(mended) + "pass"):
        return None
    why = (
        "begins with a digit"
        if name[0].isdigit()
        else "has a space in it"
        if " " in name
        else "has a hyphen in it, which Python reads as minus"
    )
    return Diagnosis(
        f"`{name}` cannot be a name: it {why}.",
        "A name is made of letters, digits and underscores, and does not begin with a digit.",
        mended.strip(),
        "Write:",
    )


@rule(SyntaxError)
def bad_import(scene: Scene) -> Diagnosis | None:
    """`import scikit-learn`, `import x from y`, `import utils.py as`."""
    what = typed(scene)
    if what is None:
        return None
    from fastaid.teach.rules.notebook_imports import IMPORT_NAMES

    swapped = re.match(r"^\s*import\s+(.+?)\s+from\s+([\w.]+)\s*$", what.line)
    if swapped is not None and what.mends(f"from {swapped[2]} import {swapped[1]}"):
        return Diagnosis(
            f"`import {swapped[1]} from {swapped[2]}` is in the wrong order.",
            "Python names the module first: `from module import name`.",
            f"from {swapped[2]} import {swapped[1]}",
            "Write:",
        )
    found = re.match(r"^\s*(import|from)\s+(\w+(?:-\w+)+)(.*)$", what.line)
    if found is None:
        return None
    package = found[2]
    name = IMPORT_NAMES.get(package.lower(), package.replace("-", "_"))
    mended = f"{found[1]} {name}{found[3]}"
    if not what.mends(mended):
        return None
    return Diagnosis(
        f"`{package}` is the name that is installed; it is not the name that is imported.",
        "A name in Python has no hyphen: it would be read as minus.",
        mended,
        f"`{package}` is imported as `{name}`:"
        if package.lower() in IMPORT_NAMES
        else "Usually the hyphen becomes `_`:",
    )


@rule(SyntaxError)
def markdown_or_output(scene: Scene) -> Diagnosis | None:
    """A sentence, a Markdown sign or another cell's output stands in a code cell."""
    what = typed(scene)
    if what is None or what.stripped.lstrip("$!% ").partition(" ")[0] in COMMANDS | MAGICS:
        return None
    line = what.stripped
    if line.startswith(("```", "~~~")):
        return Diagnosis(
            f"Line {what.row + 1} begins with three backticks: the fence that marks code in Markdown.",
            "It came along with copied code. In a code cell it is no Python.",
            "",
            "Delete the lines that begin with three backticks.",
        )
    if re.match(
        r"^(Out\[\d+\]:|Traceback \(most recent|File \".*\", line \d+|-{3,}>\s*\d+|<ipython-input)", line
    ):
        return Diagnosis(
            f"Line {what.row + 1}, `{line[:40]}`, is printed output, not code.",
            "It was copied together with the code.",
            "",
            "Delete the lines that are output.",
        )
    words = re.findall(r"[A-Za-z]+(?:'[a-z]+)?", line)
    is_listed = bool(re.match(r"^(\d+[.)]|[-*•])\s+[A-Za-z]", line))
    is_text = (
        len(words) >= 4
        and not re.search(r"[=(\[{\]})_+@\\/<>|&%\"]", line.rstrip(".!?:"))
        and not (HARD - {"is", "in", "and", "or", "not", "as", "with", "for", "if", "from", "while"})
        & set(words)
    )
    starts = words[0] if words else ""
    if not is_text or (starts in HARD and not is_listed) or starts == "print":
        return None
    return Diagnosis(
        f"Line {what.row + 1}, `{line[:50]}{'…' if len(line) > 50 else ''}`, is text, not Python.",
        "Everything in a code cell is read as Python. Text belongs into a Markdown cell (press Esc, "
        "then M) or "
        "after a `#`.",
        f"# {line[:60]}",
        "As a comment:",
    )


@rule(SyntaxError)
def return_in_lambda(scene: Scene) -> Diagnosis | None:
    """`lambda x: return x`: a lambda is an expression."""
    what = typed(scene)
    if what is None or not re.search(r"\blambda\b[^:]*:\s*return\b", what.code):
        return None
    mended = re.sub(r"(\blambda\b[^:]*:)\s*return\s*", r"\1 ", what.line)
    if not what.mends(mended):
        return None
    return Diagnosis(
        "`return` stands inside a `lambda`.",
        "A lambda is one expression; its value is returned without the word.",
        mended.strip(),
        "Leave `return` out:",
    )
