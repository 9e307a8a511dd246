"""Patterns that `re` cannot read: a bracket without its partner, a sign that repeats nothing."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

LONGEST = 200  # of a pattern that is tried again
# How the message begins, what is wrong with the sign that it points at, and what would mend it.
SIGNS = (
    ("missing ), unterminated subpattern", "opens a group that is never closed", "add the missing `)`"),
    ("unbalanced parenthesis", "closes a group that was never opened", "add the missing `(` before it"),
    ("unterminated character set", "opens a set of characters that is never closed", "add the missing `]`"),
    ("nothing to repeat", "repeats what stands before it, and nothing does", "write `.*` for any text"),
    ("multiple repeat", "repeats what is already repeated", "leave one of the two out"),
)


@rule(re.error)
def bad_pattern(scene: Scene) -> Diagnosis | None:
    """`re.findall('(', text)`: a sign with a meaning in patterns, where the sign itself is meant, or half a pair."""
    error, frame = scene.error, scene.here
    call = call_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or call is None or not isinstance(error, re.error):
        return None
    pattern, pos = error.pattern, error.pos
    if type(pattern) is not str or pos is None or pos >= len(pattern):
        return None
    found = next((one for one in SIGNS if error.msg.startswith(one[0])), None)
    if found is None:
        return _group_name(frame, call, error, pattern)
    sign = pattern[pos]
    node = _written(frame, call, pattern)
    is_variable = node is not None and not isinstance(node, ast.Constant)
    new = f"re.escape({text_of(node)})" if is_variable else _raw(f"{pattern[:pos]}\\{pattern[pos:]}")
    closed = _closed(error, pattern)
    if closed:
        fix = _raw(closed) if node is None else replaced(frame, node, _raw(closed))
        if isinstance(node, ast.Name):
            fix = f"{node.id} = {_raw(closed)}"
        return Diagnosis(
            f"The pattern {pattern!r} cannot be read: `{sign}` at position {pos} {found[1]}.",
            "Groups `( )` and sets `[ ]` come in pairs; half of one is missing.",
            fix,
            f"{found[2].capitalize()}, here or where it belongs (if `{sign}` itself is meant, write `\\{sign}`):",
            card="regular-expressions",
        )
    means = "If plain text is meant, `re.escape` puts a backslash before every such sign"
    if not is_variable:
        means = (
            "If the sign itself is meant, put a backslash before it (`re.escape` does so for a whole text)"
        )
    is_column = isinstance(call.func, ast.Attribute) and text_of(call.func.value).endswith(".str")
    also = " (or add `regex=False`)" if is_column else ""
    return Diagnosis(
        f"The pattern {pattern!r} cannot be read: `{sign}` at position {pos} {found[1]}.",
        f"In a regular expression `{sign}` is a sign with a meaning of its own.",
        replaced(frame, node, new) if node is not None else new,
        f"{means}{also}; if not, {found[2]}:",
        card="regular-expressions",
    )


def _closed(error: re.error, pattern: str) -> str:
    """The pattern with the missing half of a pair; "" where it may be plain text, or does not help."""
    at = error.pos or 0
    rest = pattern[:at] + pattern[at + 1 :]
    # A text that was meant as such has no alternatives, repetitions or classes.
    if not re.search(r"[|*+]|\\[dwsb]|\.\*|\w-\w\b", rest) or len(pattern) > LONGEST:
        return ""
    missing = {"missing )": ("", ")"), "unbalanced": ("(", ""), "unterminated character": ("", "]")}
    before, after = next((pair for words, pair in missing.items() if error.msg.startswith(words)), ("", ""))
    if after == "]":
        end = re.match(r"\[\^?[\w\-]+", pattern[at:])
        cut = at + end.end() if end is not None else len(pattern)
        closed = f"{pattern[:cut]}]{pattern[cut:]}"
    else:
        closed = f"{before}{pattern}{after}"
    try:
        re.compile(closed)
    except re.error:
        return ""
    return closed if before or after else ""


def _written(frame: Frame, call: ast.Call, pattern: str) -> ast.expr | None:
    """The argument that is the pattern."""
    given = [*call.args, *(one.value for one in call.keywords)]
    return next((one for one in given if frame.value(one) == pattern and type(frame.value(one)) is str), None)


def _raw(pattern: str) -> str:
    """A pattern as it is best written: r'…', with single backslashes."""
    return f"r{pattern!r}".replace("\\\\", "\\")


def _group_name(frame: Frame, call: ast.Call, error: re.error, pattern: str) -> Diagnosis | None:
    """`(?<year>…)`: other languages name their groups so."""
    named = re.search(r"\(\?<(\w+)>", pattern)
    node = _written(frame, call, pattern)
    if named is None or not error.msg.startswith("unknown extension ?<"):
        return None
    new = _raw(re.sub(r"\(\?<(?=\w)", "(?P<", pattern))
    return Diagnosis(
        f"The pattern {pattern!r} cannot be read: `{named[0]}` at position {named.start()}.",
        "Other languages name a group so; Python puts a `P` before the name.",
        replaced(frame, node, new) if isinstance(node, ast.Constant) else new,
        "Write:",
        card="regular-expressions",
    )
