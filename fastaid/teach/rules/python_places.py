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
        return _asked_by_name(frame, node, held, text, asked)
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


def _asked_by_name(frame: Frame, node: ast.Subscript, held: Any, text: str, asked: str) -> Diagnosis | None:
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
