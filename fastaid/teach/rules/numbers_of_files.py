"""`np.loadtxt` of a file that has not only numbers between spaces: words, a header, commas."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, parent, path_written
from fastaid.teach.rules.python_source import call_at, cut, text_of
from fastaid.teach.scene import Frame, Scene

READ = re.compile(r"could not convert string '(.*)' to (\w+) at row (\d+), column (\d+)")
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
MOST_LINES = 200


@rule(ValueError, needs="numpy")
def loadtxt_of_words(scene: Scene) -> Diagnosis | None:
    """`codes = np.loadtxt('codes.txt')`: it reads numbers unless it is told otherwise."""
    found, frame = READ.search(scene.message), scene.here
    call = call_at(frame) if frame is not None else None
    if found is None or frame is None or call is None or not scene.within("numpy.lib", "loadtxt"):
        return None
    path = path_written(frame, call.args[0]) if call.args else None
    what = f"{cut(found[1])} in {f'`{path}`' if path is not None else 'the file'} is no number."
    fix, how, why = _mended(frame, call, _lines(path), found[1])
    return Diagnosis(what, why, fix, how) if fix else None


def _mended(frame: Frame, call: ast.Call, lines: list[str], word: str) -> tuple[str, str, str]:
    """The call as the file needs it, what it does, and why."""
    called, given = text_of(call.func), {one.arg: one.value for one in call.keywords}
    sign = next((one for one in SEPARATORS if one in word), "") if "delimiter" not in given else ""
    known = given.get("delimiter")
    at = sign or (known.value if isinstance(known, ast.Constant) and isinstance(known.value, str) else None)
    first, *rest = [[_is_number(one) for one in line.split(at)] for line in lines] or [[]]
    named = {"delimiter": repr(sign)} if sign else {}
    marks = (
        f"The numbers of a line stand between {SEPARATORS[sign]}; `{called}` looks for spaces."
        if sign
        else ""
    )
    if sign and all(map(all, [first, *rest])):
        return anew(call, named), "Tell it the sign between them:", marks
    if rest and not any(first) and all(map(all, rest)) and "skiprows" not in given:
        header = "The first line is a header with the names of the columns; the numbers begin below it."
        how = "Skip that line:" if not sign else "Skip that line, and tell the sign between the numbers:"
        return anew(call, {**named, "skiprows": "1"}), how, f"{header} {marks}".strip()
    if any(map(any, rest)) and call.args:
        sep = f", sep={(at or ' ')!r}" if at != "," else ""
        line = f"pd.read_csv({ast.unparse(call.args[0])}{sep})"
        return (
            _kept(call, line),
            "Read it as a table:",
            "The file has words and numbers; an array holds one kind only.",
        )
    if "dtype" in given or not lines:
        return "", "", ""
    spaced = any(" " in one.strip() for one in lines)
    if not at and spaced and call.args:
        text = ast.unparse(call.args[0])
        opened = f"Path({text})" if isinstance(frame.value(call.args[0]), str) else text
        why = f"`{called}` reads numbers, with spaces between them; these are words."
        return _kept(call, f"{opened}.read_text().splitlines()"), "Read the lines as text:", why
    why = f"`{called}` reads numbers (float) unless it is told otherwise; these are words."
    return anew(call, {"dtype": "str", **named}), "Read them as text:", why


def _kept(call: ast.Call, code: str) -> str:
    """The code with the names that the call's result went to."""
    around = parent(call)
    if isinstance(around, ast.Assign) and around.value is call:
        return f"{' = '.join(ast.unparse(one) for one in around.targets)} = {code}"
    return code


def _lines(path: Path | None) -> list[str]:
    """The first lines of the file that say something."""
    try:
        with open(path or "", encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in islice(file, MOST_LINES) if line.strip() and line[0] != "#"]
    except OSError:
        return []


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
