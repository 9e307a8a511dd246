"""Calls, assignments and displays that Python cannot read: order of arguments, targets, a missing comma."""

from __future__ import annotations

import builtins
import inspect
import re
from itertools import pairwise
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_syntax import FLAT, tokens
from fastaid.teach.rules.python_typed import Typed, typed
from fastaid.teach.scene import Scene


@rule(SyntaxError)
def argument_order(scene: Scene) -> Diagnosis | None:
    """Arguments without a name come before those with one."""
    what = typed(scene)
    if what is None or "positional argument follows keyword argument" not in what.message:
        return None
    call = _call_around(what)
    if call is None:
        return Diagnosis(
            "An argument without a name stands behind one with a name.",
            "In a call the positional arguments come first, then those written `name=value`.",
            "",
            "Put it before the named ones, or give it its name too.",
        )
    start, end, parts = call
    named = [one for one in parts if re.match(r"\s*\w+\s*=(?!=)|\s*\*", one)]
    plain = [one for one in parts if one not in named]
    first = next(i for i, one in enumerate(parts) if one in named)
    late = next((one.strip() for one in parts[first:] if one in plain), "")
    mended = what.line[:start] + ", ".join(one.strip() for one in [*plain, *named]) + what.line[end:]
    if not late or not what.mends(mended):
        return None
    if (by_signature := _in_order(scene, what.line[: start - 1], parts)) is not None:
        mended = what.line[:start] + by_signature + what.line[end:]
        return Diagnosis(
            f"`{late}` has no name and stands behind `{named[0].strip()}`.",
            "In a call the positional arguments (without a name) come first, then the keyword arguments.",
            mended.strip(),
            "Write:",
        )
    return Diagnosis(
        f"`{late}` has no name and stands behind `{named[0].strip()}`.",
        "In a call the positional arguments (without a name) come first, then the keyword arguments.",
        mended.strip(),
        "Put it first, if it is the first that the function takes; else give it its name too, "
        f"`name={late}`:",
    )


def _in_order(scene: Scene, before: str, parts: list[str]) -> str | None:
    """The arguments as the called function takes them, by its signature; None where it is not known."""
    words = re.search(r"([A-Za-z_]\w*(?:\.\w+)*)$", before)
    path = words[1].split(".") if words is not None else [""]
    held = scene.names.get(path[0], vars(builtins).get(path[0]))
    for word in path[1:]:
        held = vars(held).get(word) if isinstance(held, (ModuleType, type)) else None
    try:
        found = list(inspect.signature(held).parameters.values()) if callable(held) else []
    except (TypeError, ValueError):
        return None
    if any(one.kind is one.VAR_POSITIONAL for one in found):
        named = [one.strip() for one in parts if re.match(r"\s*\w+\s*=(?!=)", one)]
        return ", ".join([*(one.strip() for one in parts if one.strip() not in named), *named])
    takes = [one.name for one in found if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    given: dict[str, str] = {}
    for one in parts:
        name, _, value = one.strip().partition("=")
        if re.fullmatch(r"\w+ *", name) and value and not value.startswith("="):
            given[name.strip()] = value.strip()
    plain = [one.strip() for one in parts if one.strip().partition("=")[0].strip() not in given]
    free = [one for one in takes if one not in given]
    if not takes or len(free) < len(plain) or any(one.startswith("*") for one in plain):
        return None
    placed = dict(zip(free, plain, strict=False))
    first: list[str] = []  # without a name, as far as all that stands before them is given
    for name in takes:
        if name not in placed and (name not in given or not set(placed) - set(takes[: len(first)])):
            break
        first.append(placed.pop(name) if name in placed else given.pop(name))
    return ", ".join([*first, *(f"{name}={value}" for name, value in {**placed, **given}.items())])


def _call_around(what: Typed) -> tuple[int, int, list[str]] | None:
    """The call whose arguments are in a wrong order: where they begin and end, and each of them."""
    stack: list[int] = []
    found: list[tuple[int, int, list[str]]] = []
    for i, sign in enumerate(what.code):
        if sign in "([{":
            stack.append(i)
        elif sign in ")]}" and stack:
            start = stack.pop()
            if sign == ")":
                parts = _split(what, start + 1, i)
                names = [bool(re.match(r"\s*\w+\s*=(?!=)", one)) for one in parts]
                if True in names and False in names[names.index(True) :]:
                    found.append((start + 1, i, parts))
    return found[0] if found else None


def _split(what: Typed, start: int, end: int) -> list[str]:
    depth, last, parts = 0, start, []
    for i in range(start, end):
        depth += what.code[i] in "([{"
        depth -= what.code[i] in ")]}"
        if what.code[i] == "," and depth == 0:
            parts.append(what.line[last:i])
            last = i + 1
    rest = what.line[last:end]
    return [*parts, rest] if rest.strip() else parts


@rule(SyntaxError)
def repeated(scene: Scene) -> Diagnosis | None:
    """The same argument or parameter twice."""
    what = typed(scene)
    found = re.match(
        r"keyword argument repeated: (\w+)|duplicate argument '(\w+)' in function",
        what.error.msg if what else "",
    )
    if what is None or found is None:
        return None
    name = found[1] or found[2]
    thing = "call" if found[1] else "function's first line"
    return Diagnosis(
        f"`{name}` stands twice in the {thing}.",
        "Each argument may be given once.",
        "",
        f"Delete one of the two `{name}`.",
    )


@rule(SyntaxError)
def defaults_last(scene: Scene) -> Diagnosis | None:
    """`def f(a=1, b)`: parameters with a default come last."""
    what = typed(scene)
    if what is None or not re.search(
        r"non-default argument follows|parameter without a default", what.message
    ):
        return None
    opening = what.code.find("(")
    closing = what.code.rfind(")")
    if opening < 0 or closing < opening:
        return None
    parts = [one.strip() for one in _split(what, opening + 1, closing)]
    late = [one for one in parts if "=" in one and not one.startswith("*")]
    plain = [one for one in parts if one not in late]
    mended = f"{what.line[: opening + 1]}{', '.join([*plain, *late])}{what.line[closing:]}"
    if not late or not what.mends(mended):
        return None
    after = parts[parts.index(late[0]) + 1 :]
    return Diagnosis(
        f"`{next((one for one in after if one in plain), plain[-1])}` has no default and stands "
        f"behind `{late[0]}`.",
        "Parameters with a default value come after those without.",
        mended.strip(),
        "Change the order (calls then give them in this order too):",
    )


@rule(SyntaxError)
def equals_in_display(scene: Scene) -> Diagnosis | None:
    """`{'a' = 1}`, `dict('a'=1)`, `f(x: 1)`: the sign between a name and its value."""
    what = typed(scene)
    if what is None:
        return None
    for found in FLAT.finditer(what.code):
        before = what.code[: found.start()]
        if before.count("{") > before.count("}"):
            mended = (
                re.sub(r"\s*$", "", what.line[: found.start()]) + ": " + what.line[found.end() :].lstrip()
            )
            every = "".join(
                ":"
                if sign == "="
                and FLAT.match(what.code, i)
                and what.code[:i].count("{") > what.code[:i].count("}")
                else what.line[i]
                for i, sign in enumerate(what.code)
            )
            right = next((one for one in (mended, every) if what.mends(one)), "")
            if right:
                return Diagnosis(
                    "A dict's key and value are joined by `=`.",
                    "Between curly brackets a colon stands between key and value: `{key: value}`.",
                    right.strip(),
                    "Write:",
                )
    quoted = re.search(r"([(,]\s*)(['\"])([A-Za-z_]\w*)\2\s*=(?!=)", what.line)
    if quoted is not None:
        mended = re.sub(r"([(,]\s*)(['\"])([A-Za-z_]\w*)\2\s*=(?!=)", r"\1\3=", what.line)
        if what.mends(mended):
            return Diagnosis(
                f"The argument's name `{quoted[3]}` is in quotes.",
                "In a call `name=value` the name is written without quotes.",
                mended.strip(),
                "Write:",
            )
    pairs = re.search(r"[(,]\s*([A-Za-z_]\w*)\s*:", what.code)
    if pairs is not None and not re.match(r"\s*(def|lambda|async)\b", what.code):
        mended = "".join(
            "=" if sign == ":" and re.search(r"[(,]\s*[A-Za-z_]\w*\s*$", what.code[:i]) else what.line[i]
            for i, sign in enumerate(what.code)
        )
        mended = re.sub(r"=\s+", "=", mended) if mended != what.line else mended
        if mended != what.line and what.mends(mended):
            return Diagnosis(
                f"The argument `{pairs[1]}` and its value are joined by `:`.",
                "In a call an argument is named with `=`; a colon belongs to a dict.",
                mended.strip(),
                "Write:",
            )
    return None


@rule(SyntaxError)
def target(scene: Scene) -> Diagnosis | None:
    """The left side of `=` is no name that could be given a value."""
    what = typed(scene)
    found = re.search(r"cannot assign to ([\w' -]+?)(?: here| because|\.|$)", what.message if what else "")
    place = FLAT.search(what.code) if what is not None else None
    if what is None or found is None or place is None:
        return None
    left, right = what.line[: place.start()].strip(), what.line[place.end() :].strip()
    kind = found[1].strip()
    if re.match(r"(if|elif|while)\b", left) or "{" in left:
        return None
    is_function = callable(
        scene.names.get(left.partition("(")[0], getattr(builtins, left.partition("(")[0], None))
    )
    if kind == "function call" and re.fullmatch(r"[\w.]+\([\w'\". ]+\)", left) and not is_function:
        indexed = re.sub(r"\((.*)\)$", r"[\1]", left)
        return Diagnosis(
            f"`{left}` is a call; a call cannot be given a value.",
            "On the left of `=` stands a name, or an item in square brackets.",
            f"{indexed} = {right}",
            "If an item is meant, write square brackets; to compare, write `==`:",
        )
    swapped = f"{right} = {left}"
    if (
        re.fullmatch(r"[A-Za-z_]\w*", right)
        and what.mends(swapped)
        and kind not in ("expression", "comparison")
    ):
        return Diagnosis(
            f"`{left}` stands on the left of `=` and is no name.",
            "`=` gives the name on its left the value on its right.",
            swapped,
            "Write the name first:",
        )
    return Diagnosis(
        f"`{left}` stands on the left of `=` and cannot be given a value.",
        "On the left of `=` a name must stand (or an item or attribute of one). To compare, write `==`.",
        f"{left} == {right}" if what.mends(f"{left} == {right}") else "",
        "If a comparison is meant:",
        sure="likely",
    )


@rule(SyntaxError)
def misplaced_star_or_global(scene: Scene) -> Diagnosis | None:
    """`import *` in a function; `global` below the name's first use."""
    what = typed(scene)
    if what is None:
        return None
    if "import * only allowed at module level" in what.message:
        return Diagnosis(
            f"`{what.stripped}` stands inside a function or class.",
            "`import *` is allowed only outside of functions.",
            what.stripped,
            "Move it to the top of the notebook:",
        )
    found = re.match(
        r"name '(\w+)' is (?:used|assigned to) (?:prior to|before) global declaration", what.message
    )
    if found is None:
        return None
    return Diagnosis(
        f"`global {found[1]}` comes after `{found[1]}` is used.",
        "The declaration must come before the name's first use, as the function's first line.",
        f"global {found[1]}",
        "Make this the first line of the function:",
    )


@rule(SyntaxError)
def braces_in_f_string(scene: Scene) -> Diagnosis | None:
    """A brace of an f-string that is not closed, empty, or meant as text."""
    what = typed(scene)
    if what is None or "f-string" not in what.message:
        return None
    if "empty expression" in what.message:
        cause, how = "Between the braces there is nothing.", "Name what shall stand there:"
    elif "single '}'" in what.message or "expecting '}'" in what.message:
        cause, how = (
            "A brace has no partner.",
            "Write both braces around an expression; for a brace as text, two:",
        )
    else:
        return None
    return Diagnosis(
        f"Line {what.row + 1} has an f-string whose braces do not fit.",
        f"{cause} In an f-string `{{` and `}}` surround an expression.",
        "f'{name}'   # the value of name\nf'{{name}}' # the text {name}",
        how,
    )


@rule(SyntaxError)
def missing_comma(scene: Scene) -> Diagnosis | None:
    """Two things stand side by side with nothing between them."""
    what = typed(scene)
    if what is None or isinstance(what.error, IndentationError):
        return None
    if not re.search(r"invalid syntax|forgot a comma|expected|parenthesi[sz]ed", what.message):
        return None
    rows = [what.row, *([what.row - 1] if what.row and "comma" not in what.message else [])]
    for row in [*rows, *range(what.row + 1, min(len(what.lines), (what.error.end_lineno or 0)))]:
        line = what.lines[row]
        words = list(tokens(line))
        offset = len(line) - len(line.lstrip())
        for one, after in zip(words, [*words[1:], None], strict=True):
            if not re.match(r"[\w'\")\]}]", one.string[-1:]) or one.start[0] != 1:
                continue
            end = offset + one.end[1]
            follows = after.string if after is not None else ""
            if after is not None and not re.match(r"[\w'\"([{]", follows):
                continue
            mended = line[:end] + "," + line[end:]
            if what.mends(mended, row=row) and not _is_bare(line, follows):
                following = f"`{follows}`" if follows else "the next line"
                return Diagnosis(
                    f"In line {row + 1} nothing stands between `{one.string}` and {following}.",
                    "Items of a list, a dict or a call are separated by commas. (Or an operator such "
                    "as `+` or `*` "
                    "is missing.)",
                    mended.strip(),
                    "Write the comma:",
                )
    return _many_commas(what) or _two_statements(what)


def _many_commas(what: Typed) -> Diagnosis | None:
    """`[1 2 3]`: none of the commas is there."""
    mended = what.line
    offset = len(what.line) - len(what.line.lstrip())
    words = list(tokens(what.line))
    for one, after in reversed(list(pairwise(words))):
        if re.match(r"[\w'\")\]}]", one.string[-1:]) and re.match(r"[\w'\"]", after.string):
            end = offset + one.end[1]
            mended = mended[:end] + "," + mended[end:]
    if mended == what.line or not re.search(r"[(\[{]", what.code) or not what.mends(mended):
        return None
    return Diagnosis(
        f"In line {what.row + 1} the items have nothing between them.",
        "Items of a list, a dict or a call are separated by commas.",
        mended.strip(),
        "Write the commas:",
    )


def _is_bare(line: str, follows: str) -> bool:
    """Whether a comma would only make a tuple of two statements."""
    return (
        not re.search(r"[(\[{]", line)
        and bool(follows)
        and not line.lstrip().startswith(("return", "print", "yield"))
    )


def _two_statements(what: Typed) -> Diagnosis | None:
    words = list(tokens(what.line))
    offset = len(what.line) - len(what.line.lstrip())
    for one, after in pairwise(words):
        if not re.match(r"[\w'\")\]}]", one.string[-1:]) or not re.match(r"[A-Za-z_]", after.string):
            continue
        at = offset + one.end[1]
        first, second = what.line[:at], " " * offset + what.line[at:].lstrip()
        if (
            re.search(r"[=(]|import ", first)
            and re.search(r"[=(]|import ", second)
            and what.mends(first, second)
        ):
            return Diagnosis(
                f"Line {what.row + 1} holds two statements.",
                "Each statement has a line of its own; a line break was lost, perhaps in copying.",
                f"{first.strip()}\n{second.strip()}",
                "Break the line:",
            )
    return None
