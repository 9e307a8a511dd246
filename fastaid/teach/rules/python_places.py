"""Indices that are no whole numbers: `x[n / 2]`, `rows['name']`, `grid[0, 1]`."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_shapes import failed_at
from fastaid.teach.rules.python_source import (
    cut,
    fraction_among,
    kind_of,
    node_at,
    origin,
    replaced,
    source_tree,
    text_of,
)
from fastaid.teach.scene import Frame, Scene


@rule(TypeError)
def wrong_index(scene: Scene) -> Diagnosis | None:
    """A list's index is not a whole number: `x[n/2]`, `rows['name']`, `grid[0, 1]`."""
    frame = failed_at(scene, "indices must be integers|index must be an integer|must be integers or slices")
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Subscript):
        return None
    held, key = frame.value(ast.parse(text_of(node.value) or "0", mode="eval").body), frame.value(node.slice)
    text, asked = text_of(node.value) or "x", text_of(node.slice).strip("()")
    if isinstance(node.slice, ast.Tuple) and type(held) in (list, tuple):
        return Diagnosis(
            f"`{text}` is {kind_of(held)}; `[{asked}]` asks with two indices at once.",
            "A list of lists is asked step by step. (Only arrays take `[row, column]`.)",
            replaced(frame, node, text + "".join(f"[{text_of(one)}]" for one in node.slice.elts)),
            "Write:",
        )
    if type(key) is str or (isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)):
        return _of_an_item(scene, frame, node, held, key) or _asked_by_name(
            frame, node, held, text, asked, scene.message.startswith("list ")
        )
    is_half = isinstance(node.slice, ast.BinOp) and isinstance(node.slice.op, ast.Div)
    is_float = type(key) is float or is_half
    if isinstance(node.slice, ast.Slice):
        parts = [one for one in (node.slice.lower, node.slice.upper, node.slice.step) if one is not None]
        part = fraction_among(frame, parts)
        if part is None:
            return None
        new = _whole(part)
        made = _made_whole(scene, frame, part)
        if made is not None:
            return made
        return Diagnosis(
            f"`{text_of(part)}` is not a whole number, and a slice needs whole numbers.",
            "`/` gives a number with decimals, also when it comes out even.",
            replaced(frame, part, new),
            "Write:",
        )
    if not is_float:
        return None
    made = _made_whole(scene, frame, node.slice)
    if made is not None:
        return made
    return Diagnosis(
        f"The index `{asked}` is {kind_of(key) if key is not UNKNOWN else 'a number with decimals'}, "
        "not a whole number.",
        "A place in a list is a whole number. `/` gives a number with decimals, also when it comes "
        "out even; `//` does not.",
        replaced(frame, node.slice, _whole(node.slice)),
        "Write:",
    )


def _made_whole(scene: Scene, frame: Frame, part: ast.expr) -> Diagnosis | None:
    """A variable with decimals that counts places: it is mended where it is calculated."""
    held = frame.value(part)
    source = origin(scene, frame, part.id) if isinstance(part, ast.Name) else None
    text = text_of(source)
    if not isinstance(part, ast.Name) or type(held) is not float or source is None or not text:
        return None
    if isinstance(source, ast.BinOp) and isinstance(source.op, ast.Div):
        why = f"`/` in `{text}` gives a number with decimals, also when it comes out even."
    elif isinstance(source, ast.BinOp):
        why = f"`{text}` calculates with a number with decimals, so its result is one too."
    else:
        why = f"It comes from `{part.id} = {text}`."
    return Diagnosis(
        f"`{part.id}` is {held}, a number with decimals (a float); places are counted with whole numbers.",
        why,
        f"{part.id} = {_whole(source)}",
        "Make it whole where it is calculated:",
    )


def _whole(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return text_of(ast.BinOp(node.left, ast.FloorDiv(), node.right))
    return f"int({text_of(node)})"


def _of_an_item(scene: Scene, frame: Frame, node: ast.Subscript, held: Any, key: Any) -> Diagnosis | None:
    """`for name in names: names[name]`, `scores[name]`: the loop gives the items, and a list wants places."""
    asked = node.slice
    if not isinstance(asked, ast.Name) or "list" not in scene.message.partition(" ")[0]:
        return None
    text, name = text_of(node.value), asked.id
    loops = [
        one
        for one in ast.walk(source_tree(frame) or ast.Module([], []))
        if isinstance(one, (ast.For, ast.comprehension))
        and isinstance(one.target, ast.Name)
        and one.target.id == name
        and any(part is node for part in ast.walk(one if isinstance(one, ast.For) else one.parent))  # type: ignore[attr-defined]
    ]
    if not loops or not text:
        return None
    loop = loops[-1]
    over = text_of(loop.iter)
    what = f"`{text}` is a list, and `{name}` is the text {cut(key)}; a list is asked by number."
    if over == text:
        return Diagnosis(
            what,
            f"`for {name} in {over}` gives the items themselves, not their places.",
            replaced(frame, node, name),
            f"`{name}` is the item already:",
        )
    source = frame.value(loop.iter)
    if type(source) not in (list, tuple) or type(held) is not list or len(source) != len(held):
        return None
    other = f"{text.rstrip('s')}_" if text.isidentifier() else "other"
    other = text[:-1] if text.isidentifier() and text.endswith("s") and text[:-1] != name else other
    head, line = f"for {name}, {other} in zip({over}, {text})", replaced(frame, node, other)
    return Diagnosis(
        what,
        f"`for {name} in {over}` gives the items of `{over}`, not their places.",
        f"{head}:\n    {line}" if isinstance(loop, ast.For) else line.replace(f"for {name} in {over}", head),
        f"Go through both lists at once; `{other}` is what belongs to `{name}`:",
    )


def _asked_by_name(
    frame: Frame, node: ast.Subscript, held: Any, text: str, asked: str, is_list: bool
) -> Diagnosis | None:
    key = frame.value(node.slice)
    if isinstance(node.slice, ast.Name) and type(key) is str and key.strip().lstrip("-").isdigit():
        return Diagnosis(
            f"`{asked}` is the text {cut(key)}, not the number {key.strip()}.",
            "A place is a number. `int` makes one of a text with digits.",
            replaced(frame, node.slice, f"int({asked})"),
            "Write:",
        )
    if type(held) in (list, tuple):
        is_dicts = bool(held) and type(held[0]) is dict
        return Diagnosis(
            f"`{text}` is {kind_of(held)}; `[{asked}]` asks it by a name, as if it were a dict.",
            "A list is asked by number. "
            + ("Its items are dicts: first take one, then its key." if is_dicts else ""),
            replaced(frame, node, f"{text}[0][{asked}]") if is_dicts else "",
            f"For all of them: `[row[{asked}] for row in {text}]`; for the first:"
            if is_dicts
            else "Ask by number, from 0.",
        )
    if held is UNKNOWN and is_list and text_of(node.value):
        return Diagnosis(
            f"`{text}` is a list; `[{asked}]` asks it by a name, as if it were a dict.",
            "A list is asked by number. First take one of its items.",
            replaced(frame, node, f"{text}[0][{asked}]"),
            "If its items are dicts, the first one has:",
            sure="likely",
        )
    if type(held) is not str:
        return None
    looped = next(
        (
            one
            for one in ast.walk(source_tree(frame) or ast.Module([], []))
            if isinstance(one, ast.For) and isinstance(one.target, ast.Name) and one.target.id == text
        ),
        None,
    )
    source = frame.value(looped.iter) if looped is not None else None
    if looped is not None and type(source) is dict:
        return Diagnosis(
            f"`{text}` is a key of the dict, {cut(held)}, not an item with the key {asked}.",
            "A loop over a dict goes through its keys. `.values()` goes through what they hold.",
            f"for {text} in {text_of(looped.iter)}.values():",
            "Write:",
        )
    return Diagnosis(
        f"`{text}` is text: {cut(held)}; `[{asked}]` asks it by a name, as if it were a dict.",
        "A string is asked by number. If it is JSON, it has to be read first.",
        f"import json\ndata = json.loads({text})\ndata[{asked}]",
        "If it is JSON:",
        sure="likely",
    )
