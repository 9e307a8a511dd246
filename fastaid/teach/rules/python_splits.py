"""Parts of a text that are not there: `name.split('_')[1]` where one name has no underscore."""

from __future__ import annotations

import ast
import re
from pathlib import PurePath
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.python_source import code_of, cut, node_at, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene

OF_PATHS = ("stem", "name", "suffix", "parent", "parts", "suffixes", "parents")
OF_TEXTS = ("split", "rsplit", "splitlines", "partition", "strip", "lstrip", "rstrip", "lower", "upper", "replace",
            "removesuffix", "removeprefix", "title", "as_posix", "casefold")  # fmt: skip
LONGEST = 10_000  # characters that are split once more


def _worked_out(frame: Frame, node: ast.expr, depth: int = 0) -> Any:
    """What an expression of texts and paths stands for; UNKNOWN for anything else."""
    held = frame.value(node)
    if held is not UNKNOWN or depth > 8:
        return held
    if isinstance(node, ast.Attribute):
        owner = _worked_out(frame, node.value, depth + 1)
        return getattr(owner, node.attr) if isinstance(owner, PurePath) and node.attr in OF_PATHS else UNKNOWN
    if isinstance(node, ast.Subscript):
        owner, at = _worked_out(frame, node.value, depth + 1), frame.value(node.slice)
        is_there = type(owner) in (list, tuple, str) and type(at) is int and -len(owner) <= at < len(owner)
        return owner[at] if is_there else UNKNOWN
    return _called(frame, node, depth) if isinstance(node, ast.Call) else UNKNOWN


def _called(frame: Frame, call: ast.Call, depth: int) -> Any:
    given = [_worked_out(frame, one, depth + 1) for one in call.args]
    named = {one.arg: frame.value(one.value) for one in call.keywords if one.arg}
    if any(one is UNKNOWN for one in (*given, *named.values())) or len(named) < len(call.keywords):
        return UNKNOWN
    if isinstance(call.func, ast.Name) and call.func.id == "str" and len(given) == 1 and not named:
        return str(given[0]) if isinstance(given[0], (str, PurePath)) else UNKNOWN
    if not isinstance(call.func, ast.Attribute):
        return UNKNOWN
    if ast.unparse(call.func) == "re.findall" and all(type(one) is str for one in given) and len(given) == 2:
        return re.findall(*given) if len(given[1]) < 500 else UNKNOWN
    owner = _worked_out(frame, call.func.value, depth + 1)
    is_text = type(owner) is str and len(owner) < LONGEST and call.func.attr in OF_TEXTS
    if is_text or (isinstance(owner, PurePath) and call.func.attr == "as_posix"):
        return getattr(owner, call.func.attr)(*given, **named)
    return UNKNOWN


@rule(IndexError)
def part_not_there(scene: Scene) -> Diagnosis | None:
    """`f.stem.split('_')[1]`: this text has fewer parts."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    source: ast.expr | None = node.value
    if isinstance(source, ast.Name):
        source = origin(scene, frame, source.id)
    if isinstance(source, ast.Attribute) and source.attr == "parts":
        return _of_a_path(frame, node, source)
    if not isinstance(source, ast.Call) or not isinstance(source.func, ast.Attribute):
        return None
    parts, at = _worked_out(frame, source), frame.value(node.slice)
    if type(parts) is not list or type(at) is not int or -len(parts) <= at < len(parts):
        return None
    if isinstance(node.value, ast.Name) and frame.value(node.value) != parts:
        return None
    if last_name(source.func) == "findall":
        return _of_a_search(frame, node, source, at, parts)
    return (
        _of_a_text(frame, node, source, at, parts) if last_name(source.func) in ("split", "rsplit") else None
    )


def _of_a_text(
    frame: Frame, node: ast.Subscript, source: ast.Call, at: int, parts: list[Any]
) -> Diagnosis | None:
    assert isinstance(source.func, ast.Attribute)
    text = _worked_out(frame, source.func.value)
    written = frame.argument(source, 0, "sep")
    sep = frame.value(written) if written is not None else None
    owner = code_of(source.func.value)
    if type(text) is not str or not (sep is None or type(sep) is str):
        return None
    sign = repr(sep) if sep is not None else "space"
    asked, before = text_of(node) or f"[{at}]", f"`{text_of(source.func.value)}` is {cut(text)}"
    if isinstance(source.func.value, ast.Constant):
        before = f"The text is {cut(text)}"
    if not parts:
        return Diagnosis(
            f"{before}: it holds no word, and `{text_of(source)}` gives an empty list.",
            "An empty list has no item.",
            "",
            f"Leave such texts out, or ask `if {owner}.strip()` first.",
        )
    has = f"has no {sign} in it" if len(parts) == 1 else f"splits into only {len(parts)} parts: {parts}"
    count = counted(len(parts), "part")
    what = f"{before}: it {has}, so `{asked}` does not exist."
    cause = (
        f"`split` gives a list, here of {count}, and counting begins at 0: the last is [{len(parts) - 1}]."
    )
    around = parent(node)
    if isinstance(around, ast.Call) and last_name(around.func) in ("int", "float") and around.args == [node]:
        test = f"{sep!r} in {owner}" if sep is not None and at == 1 else f"len({code_of(source)}) > {at}"
        new = f"{code_of(around)} if {test} else None"
        how = "Say what it is without such a part (or rename it):"
        return Diagnosis(what, cause, replaced(frame, around, new), how)
    return Diagnosis(
        what,
        cause,
        replaced(frame, node, f"{code_of(node.value)}[-1]"),
        "Rename it, leave it out, or take the last part, which is always there"
        + (" (of a text without the sign: the whole of it):" if len(parts) == 1 else ":"),
    )


def _of_a_search(
    frame: Frame, node: ast.Subscript, source: ast.Call, at: int, parts: list[Any]
) -> Diagnosis | None:
    text, pattern = _worked_out(frame, source.args[1]), _worked_out(frame, source.args[0])
    found = "finds nothing in it" if not parts else f"finds only {parts} in it"
    whole = code_of(node.value)
    return Diagnosis(
        f"`{text_of(source.args[1])}` is {cut(text)}; the pattern {cut(pattern)} {found}.",
        f"`findall` gives a list of what it finds, here of {counted(len(parts), 'item')}: there is no [{at}].",
        replaced(frame, node, f"({code_of(node)} if len({whole}) > {at} else None)"),
        "Mend the pattern, or say what it is where nothing is found:",
    )


def _of_a_path(frame: Frame, node: ast.Subscript, source: ast.Attribute) -> Diagnosis | None:
    parts, at = _worked_out(frame, source), frame.value(node.slice)
    if type(parts) is not tuple or type(at) is not int or -len(parts) <= at < len(parts):
        return None
    if len(parts) < 2:
        return None
    return Diagnosis(
        f"`{text_of(source)}` has {counted(len(parts), 'part')}: {parts}; number {at} does not exist.",
        "Counting begins at 0, and how many folders come before a file hangs on where the path begins.",
        replaced(frame, node, f"{code_of(source)}[-2]"),
        "Count from the end: [-1] is the file's name, [-2] the folder that it is in:",
    )


@rule(KeyError, needs="pandas")
def part_of_each_text(scene: Scene) -> Diagnosis | None:
    """`df['name'].str.split(' ')[1]`: square brackets ask the column for a row."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Call):
        return None
    func, at = node.value.func, frame.value(node.slice)
    if (
        not isinstance(func, ast.Attribute)
        or func.attr not in ("split", "rsplit", "findall")
        or type(at) is not int
    ):
        return None
    if last_name(func.value) != "str" or scene.error.args != (at,):
        return None
    if any(one.arg == "expand" for one in node.value.keywords):
        return None
    if not any(is_of(one.names.get("self"), "pandas", "Series") for one in scene.frames):
        return None
    return Diagnosis(
        f"`{text_of(node.value)}` is a column of lists; `[{at}]` asks it for the row with the label {at}.",
        "Square brackets after a column go by its rows. `.str` reaches into each of its values.",
        replaced(frame, node, f"{code_of(node.value)}.str[{text_of(node.slice)}]"),
        f"Part {at} of each list (NaN where it has none):",
    )
