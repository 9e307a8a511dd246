"""Dates that are written otherwise than their format says."""

from __future__ import annotations

import ast
import re
from datetime import datetime
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, cut, replaced, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

SIGNS = (
    "The format must describe the text sign by sign: %d day, %m month, %Y year with four digits, %y with two, "
    "%H:%M:%S the time, %b a month's short name."
)
MOST_TEXTS = 2_000


@rule(ValueError)
def date_format(scene: Scene) -> Diagnosis | None:
    """`strptime` was told another format than the text has."""
    found = re.match(
        r"time data '(.*)' does not match format '(.*)'|unconverted data remains: ?(.*)", scene.message
    )
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or found is None or call is None or len(call.args) < 2:
        return None
    text, form = frame.value(call.args[0]), frame.value(call.args[1])
    if type(text) is not str or type(form) is not str:
        return None
    what = f"The text {cut(text)} is not written in the format {form!r}." + (
        f" {cut(found[3])} is left over." if found[3] else ""
    )
    ways = [one for one in _formats_of(text) if one != form]
    if not ways:
        return Diagnosis(what, SIGNS, "", "Write the format as the text is.")
    listed, texts = _all_texts(frame, call.args[0])
    if any(_fits(one, form) for one in texts):
        return _of_two_formats(scene, what, listed, texts, (form, *ways))
    ways = [one for one in ways if all(_fits(each, one) for each in texts)] or ways[:1]
    other = f" If the month stands first: {ways[1]!r}." if len(ways) > 1 else ""
    return Diagnosis(
        what,
        SIGNS,
        replaced(frame, call.args[1], repr(ways[0])),
        f"For {'this text' if len(texts) < 2 else f'all {len(texts)} texts'} write:"
        if not other
        else f"Day and month can both be read from it.{other} If the day does:",
        sure="certain" if not other and (texts or not _is_of_many(frame, call.args[0])) else "likely",
    )


def _of_two_formats(
    scene: Scene, what: str, listed: str, texts: list[str], ways: tuple[str, ...]
) -> Diagnosis:
    """Some of the texts are written in the format that was given, others are not."""
    form, *others = ways
    rest = [one for one in texts if not _fits(one, form)]
    fitting = [one for one in others if all(_fits(each, one) for each in rest)] or others
    unclear = (
        f" In the others day and month can be swapped; `{fitting[1]}` puts the month first."
        if len(fitting) > 1
        else ""
    )
    n = len(texts) - len(rest)
    verb = "is" if n == 1 else "are"
    cause = f"{n:,} of the {counted(len(texts), 'text')} {verb} written so: they have more than one format."
    if not all(_fits(each, fitting[0]) for each in rest):
        return Diagnosis(
            what, cause, f"[s for s in {listed} if len(s) != {len(texts[0])}]", "Look at the others first:"
        )
    return Diagnosis(
        what,
        cause + unclear,
        "def read_date(s):\n"
        f"    for form in ({form!r}, {fitting[0]!r}):\n"
        "        try: return datetime.strptime(s, form)\n"
        "        except ValueError: pass\n"
        f"[read_date(s) for s in {listed}]",
        "Try one format after the other:",
        sure="certain" if not unclear else "likely",
    )


def _is_of_many(frame: Frame, node: ast.expr) -> bool:
    """Whether the text is a name of a loop or of a function: there are others."""
    return isinstance(node, ast.Name) and (frame.function != "<module>" or bool(_loops(frame, node.id)))


def _loops(frame: Frame, name: str) -> list[ast.expr]:
    """What the loops and comprehensions of the running line go through, for that name."""
    return [
        one.iter
        for one in ast.walk(source_tree(frame) or ast.Module([], []))
        if isinstance(one, (ast.For, ast.comprehension))
        and isinstance(one.target, ast.Name)
        and one.target.id == name
    ]


def _all_texts(frame: Frame, node: ast.expr) -> tuple[str, list[str]]:
    """The collection that the text is one of, as code, and what it holds; empty where it is not in sight."""
    loops = _loops(frame, node.id) if isinstance(node, ast.Name) else []
    if len(loops) != 1:
        return "", []
    held: Any = frame.value(loops[0])
    if type(held).__name__ == "Series" and type(held).__module__.startswith("pandas"):
        held = held.iloc[:MOST_TEXTS].tolist()
    if type(held) not in (list, tuple) or not all(type(one) is str for one in held):
        return "", []
    listed = text_of(loops[0])
    return (listed, list(held[:MOST_TEXTS])) if listed else ("", [])


def _fits(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form)
    except ValueError:
        return False
    return True


def _formats_of(text: str) -> list[str]:
    """The formats that a text can be read in, the day before the month where both may be."""
    first = _format_of(text)
    turned = first.replace("%d", "%0").replace("%m", "%d").replace("%0", "%m")
    ways = [first, turned] if first and not first.startswith("%Y") else [first]
    return [one for one in ways if one and _fits(text, one)]


def _format_of(text: str) -> str:
    for pattern, form in (
        (r"\d{4}-\d\d?-\d\d?", "%Y-%m-%d"),
        (r"\d{4}/\d\d?/\d\d?", "%Y/%m/%d"),
        (r"\d\d?\.\d\d?\.\d{4}", "%d.%m.%Y"),
        (r"\d\d?/\d\d?/\d{4}", "%d/%m/%Y"),
        (r"\d\d?-\d\d?-\d{4}", "%d-%m-%Y"),
        (r"\d\d?/\d\d?/\d\d", "%d/%m/%y"),
    ):
        found = re.match(pattern, text)
        if found:
            rest = text[found.end() :]
            parts = {
                "": "",
                r"([ T])\d\d?:\d\d": "{0}%H:%M",
                r"([ T])\d\d?:\d\d:\d\d": "{0}%H:%M:%S",
                r"([ T])\d\d?:\d\d:\d\d\.\d+": "{0}%H:%M:%S.%f",
            }
            for time, said in parts.items():
                more = re.fullmatch(time, rest)
                if more:
                    return form + said.format(*more.groups())
    return ""
