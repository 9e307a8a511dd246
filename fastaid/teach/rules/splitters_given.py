"""Splitters that want other items than they are given."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with, data_block
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene

MOST_FILES = 5_000


@rule(AssertionError, needs="fastai")
def column_of_files(scene: Scene) -> Diagnosis | None:
    """`ColSplitter` with files: only the rows of a table have a column that says which are for validation."""
    frame = scene.last
    if frame is None or frame.module != "fastai.data.transforms" or frame.function != "_inner":
        return None
    items: Any = frame.names.get("o")
    if "col" not in frame.names or "on" not in frame.names or is_table(items):
        return None
    is_list = isinstance(items, (list, tuple)) or is_of(items, "fastcore.foundation", "L")
    files = [one for one in islice(items, MOST_FILES) if isinstance(one, Path)] if is_list else []
    names = {one.parent.parent.name for one in files}
    splitter = (
        "GrandparentSplitter()" if {"train", "valid"} <= names else "RandomSplitter(valid_pct=0.2, seed=42)"
    )
    column = frame.names["col"]
    kind = f"files ({counted(len(items), 'Path')})" if files else described(items)
    how = (
        "The files lie in `train` and `valid`, so split by these folders:"
        if splitter.startswith("Grand")
        else "Split at random (or `GrandparentSplitter()` where the files lie in folders `train` and `valid`):"
    )
    has_block = data_block(scene) is not None
    line = block_with(scene, splitter=splitter) if has_block else ""
    return Diagnosis(
        f"`ColSplitter` reads the column {column!r} of a DataFrame; the items here are {kind}, not rows of a table.",
        "A table that is given to `dataloaders` is its items only without `get_items`; files have no columns.",
        line or (f"splitter={splitter}" if has_block else splitter),
        how,
        card="splitters",
    )


@rule(ValueError, IndexError, TypeError, KeyError, needs="fastai.data.transforms")
def index_splitter_of_labels(scene: Scene) -> Diagnosis | None:
    """`IndexSplitter(df.sample(frac=0.2).index)`: it wants places, and got the labels of rows."""
    table, given = _split_rows(scene)
    made = next(_index_splitters(scene), None)
    if not is_table(table) or made is None or not isinstance(given, Collection) or len(given) > MOST_FILES:
        return None
    labels = list(given)
    is_places = all(type(one) is int and 0 <= one < len(table) for one in labels)
    if is_places or not labels or not all(one in table.index for one in labels):
        return None
    text = ast.unparse(made.args[0])
    alike = (word for word, one in scene.live(object) if is_table(one) and one.index.equals(table.index))
    name = next(alike, "df")
    return Diagnosis(
        f"`IndexSplitter` got labels of the index of `{name}`, such as {labels[0]!r}.",
        "It wants places, counted from 0: fastai takes rows by their places.",
        f"IndexSplitter({name}.index.get_indexer({text}))",
        "The places of these rows are:",
        card="splitters",
    )


def _split_rows(scene: Scene) -> tuple[Any, Any]:
    """The table whose rows are split, and what was given for the validation set."""
    for one in reversed(scene.frames):
        if one.module == "fastai.data.transforms" and "valid_idx" in one.names:
            return one.names.get("o"), one.names["valid_idx"]
        splits: Any = one.names.get("splits")
        is_made = one.module == "fastai.tabular.core" and one.function == "__init__"
        if is_made and hasattr(splits, "__len__") and len(splits) == 2:
            return one.names.get("df"), splits[1]
    return None, None


def _index_splitters(scene: Scene) -> Iterator[ast.Call]:
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.Call) and last_name(one.func) == "IndexSplitter" and one.args:
                yield one


@rule(KeyError, AttributeError, needs="fastai")
def column_of_splitter_missing(scene: Scene) -> Diagnosis | None:
    """The book's `splitter(df)`, which reads `df['is_valid']`, with a table that has no such column."""
    here, frame = scene.here, scene.within("fastai.data.block", "datasets")
    splitter = stored(frame.names.get("self")).get("splitter") if frame is not None else None
    table: Any = frame.names.get("items") if frame is not None else None
    if here is None or not is_table(table) or here.scope.f_code is not getattr(splitter, "__code__", None):
        return None
    key = scene.error.args[0] if isinstance(scene.error, KeyError) and scene.error.args else None
    key = getattr(scene.error, "name", None) if key is None else key
    if not isinstance(key, str) or key in table.columns:
        return None
    near = did_you_mean(key, map(str, table.columns), n=1)
    if near:
        return None
    return Diagnosis(
        f"Your `{here.function}` reads the column {key!r}, which says of each row whether it is for validation; the "
        "table has no such column.",
        f"Its columns: {listed(map(repr, table.columns), 8)}.",
        block_with(scene, splitter="RandomSplitter(valid_pct=0.2, seed=42)")
        or "splitter=RandomSplitter(valid_pct=0.2, seed=42)",
        "Where nothing in the table says it, split at random:",
        card="splitters",
    )
