"""Splitters that were given files, lists or texts where they want numbers, a function, or true and false."""

from __future__ import annotations

import ast
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene

TRANSFORMS = "fastai.data.transforms"
MOST_ROWS = 20_000


def _written(scene: Scene, name: str) -> ast.expr | None:
    """What the learner gave a splitter of fastai's."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) == name and node.args:
                return node.args[0]
    return None


def _with(scene: Scene, splitter: str) -> str:
    return block_with(scene, splitter=splitter) or f"splitter={splitter}"


def _closed_over(splitter: Any, maker: str) -> dict[str, Any]:
    """What one of fastai's splitters was made with."""
    if not str(getattr(splitter, "__qualname__", "")).startswith(maker + "."):
        return {}
    cells = (one.cell_contents for one in splitter.__closure__ or ())
    return dict(zip(splitter.__code__.co_freevars, cells, strict=False))


def _are_files(held: Any) -> bool:
    is_list = isinstance(held, (list, tuple, set)) or is_of(held, "fastcore.foundation", "L")
    return is_list and bool(len(held)) and all(isinstance(one, (Path, str)) for one in islice(held, 100))


@rule(TypeError, ValueError, IndexError, needs="fastai.data.block")
def files_for_indices(scene: Scene) -> Diagnosis | None:
    """`IndexSplitter(valid_files)`: it wants the places of the items."""
    frame = scene.within("fastai.data.block", "datasets")
    splitter = stored(frame.names.get("self")).get("splitter") if frame is not None else None
    given = _closed_over(splitter, "IndexSplitter").get("valid_idx")
    node = _written(scene, "IndexSplitter")
    if frame is None or given is None or node is None or not _are_files(given):
        return None
    text = ast.unparse(node)
    is_names = not any(isinstance(one, Path) for one in islice(given, 100))
    items: Any = frame.names.get("items")
    is_paths = items is not None and not is_table(items) and len(items) and isinstance(items[0], Path)
    asked = "o.name" if is_names and is_paths else "o"
    return Diagnosis(
        f"`IndexSplitter` was given files, `{text}`.",
        "It wants the places of the items, counted from 0: [0, 3, 7].",
        _with(scene, f"FuncSplitter(lambda o: {asked} in {text})"),
        "To tell the items of the validation set by what they are, use FuncSplitter:",
        card="splitters",
    )


@rule(TypeError, needs=TRANSFORMS)
def list_for_a_function(scene: Scene) -> Diagnosis | None:
    """`FuncSplitter(valid_files)`: it wants a function that says True for each of them."""
    frame = scene.within(TRANSFORMS, "FuncSplitter") or scene.within(TRANSFORMS, "_inner")
    given = frame.names.get("func") if frame is not None else None
    node = _written(scene, "FuncSplitter")
    is_list = isinstance(given, (list, tuple, set)) or is_of(given, "fastcore.foundation", "L")
    if frame is None or node is None or not is_list:
        return None
    text = ast.unparse(node)
    return Diagnosis(
        f"`FuncSplitter` was given a list, `{text}`.",
        "It calls a function with each item; for True the item goes to the validation set.",
        _with(scene, f"FuncSplitter(lambda o: o in {text})"),
        "Ask whether the item is in the list:",
        card="splitters",
    )


@rule(IndexError, needs=TRANSFORMS)
def column_of_texts(scene: Scene) -> Diagnosis | None:
    """`ColSplitter()` with 'True' and 'False' as texts: each text counts as true."""
    frame = scene.within("fastai.data.block", "datasets")
    splitter = stored(frame.names.get("self")).get("splitter") if frame is not None else None
    table = frame.names.get("items") if frame is not None else None
    if not is_table(table) or not str(getattr(splitter, "__qualname__", "")).startswith("ColSplitter"):
        return None
    inside = _closed_over(splitter, "ColSplitter")
    column = inside.get("col")
    if inside.get("on") is not None or column not in table.columns:  # type: ignore[union-attr]
        return None
    values = set(islice(table[column], MOST_ROWS))  # type: ignore[index]
    if len(values) < 2 or not all(isinstance(one, str) for one in values):
        return None
    name = next((one for one, held in scene.live(object) if held is table or _has(held, column)), "df")
    right = next(
        (one for one in sorted(values) if one.lower() in ("true", "valid", "1", "yes", "val")),
        sorted(values)[-1],
    )
    return Diagnosis(
        f"The column {column!r} holds texts, such as {sorted(values)[0]!r}, and each text that is not empty counts as "
        "true: all rows went to the validation set.",
        "`ColSplitter` wants True and False themselves.",
        f"{name}[{column!r}] = {name}[{column!r}] == {right!r}",
        "Make them of the texts, before the DataBlock gets the table:",
        card="splitters",
    )


def _has(held: Any, column: Any) -> bool:
    return is_table(held) and column in held.columns
