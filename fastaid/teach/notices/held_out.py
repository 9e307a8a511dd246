"""Validation sets that a splitter or a slice left empty."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.data import FOLDER_NAMES, MAKES, items_of
from fastaid.teach.notices.splits import no_validation
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, stored

# Splitters that look for something in each item.
LOOK = ("FuncSplitter", "FileSplitter")
# Folders that hold what is kept apart.
APART = ("valid", "validation", "val", "test", "testing", "dev", "holdout")
MOST_ITEMS = 5_000
LEAST = 0.02  # a smaller share is written to hold out nothing


@check(*LOOK, needs="fastai")
def splitter_found_nothing(cell: Cell) -> Iterator[Notice]:
    """A splitter that looks for something in the items, and finds it in none: valid is empty."""
    for name, dls, train in _without_valid(cell):
        data = train.get("dataset")
        called = next(cell.calls(*LOOK), None)
        if not is_of(data, "fastai.data.core", "Datasets") or called is None or _is_on_purpose(called):
            continue
        if any(one.subject == id(dls) for one in no_validation(cell)):
            continue
        splitter = last_name(called.func)
        n = counted(train["n"], "item")
        why = f"{splitter} found none of the {n} for it"
        fix = "Look at what it asks of an item"
        folders = _folders(items_of(data))
        apart = [one for one in folders if one.lower() in APART]
        if splitter == "FuncSplitter" and folders:
            why = f"the function of FuncSplitter was true for none of the {n}"
            fix = f"The folders above the files are {listed(folders, 5)}"
            asked = [
                one for one in below(called) if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if len(apart) == 1 and len(asked) == 1:
                fix += f": write {apart[0]!r} in place of {asked[0].value!r}"
        yield Notice(
            f"`{name}` has no validation set: {why}, so all are in train. {fix}, or hold some out at random with "
            "`splitter=RandomSplitter(0.2, seed=42)`.",
            id(dls),
            card="validation-set",
        )


def _without_valid(cell: Cell) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    for name, dls in cell.loaders():
        loaders = loaders_of(dls)
        if len(loaders) > 1 and loaders[0].get("n") and loaders[1].get("n") == 0:
            yield name, dls, loaders[0]


def _is_on_purpose(called: ast.Call) -> bool:
    """`FuncSplitter(lambda o: False)`."""
    given = called.args[0] if called.args else None
    return isinstance(given, ast.Lambda) and isinstance(given.body, ast.Constant)


def _folders(items: Any) -> list[str]:
    """Names of folders above the files that tell a part of the data from another."""
    if not is_of(items, "fastcore.foundation", "L") and not isinstance(items, list):
        return []
    files = [one for one in list(items)[:MOST_ITEMS] if isinstance(one, Path)]
    names = {one.parent.parent.name for one in files} or set()
    if len(names) > 1 or {one.lower() for one in names} & FOLDER_NAMES:
        return sorted(one for one in names if one)
    return sorted({one.parent.name for one in files})


@check("from_dsets", "DataLoaders(", needs="fastai")
def empty_part(cell: Cell) -> Iterator[Notice]:
    """The second part of DataLoaders has no items: a slice begins behind the end."""
    made = dict(cell.assigned())
    for name, dls, train in _without_valid(cell):
        for call in cell.calls("from_dsets", "DataLoaders"):
            if len(call.args) < 2 or made.get(name.split(".")[0]) is not call:
                continue
            given: ast.expr | None = call.args[1]
            # What is empty is found behind the names: an empty list that is written out is meant.
            seen = 0
            while isinstance(given, ast.Name) and seen < 4:
                given, seen = made.get(given.id), seen + 1
            slices = [one for one in below(given) if isinstance(one, ast.Slice)] if given is not None else []
            if not slices:
                continue
            yield Notice(
                f"`{name}` has no validation set: `{text_of(call.args[1])}` is empty (its slice "
                f"`{text_of(slices[0])}` takes nothing), and all {counted(train['n'], 'item')} are in train. Look at "
                "the bounds of the slice.",
                id(dls),
                card="validation-set",
            )


@check(*MAKES, needs="fastai", reached=True)
def share_of_few(cell: Cell) -> Iterator[Notice]:
    """`valid_pct=0.05` of 16 items: less than one, which is rounded down to none."""
    for name, dls, train in _without_valid(cell):
        n = train["n"]
        share = next((one for one in _shares(cell) if one >= LEAST and int(one * n) == 0), None)
        if share is None:
            continue
        better = next((one for one in (0.2, 0.3, 0.5) if int(one * n)), None)
        fix = "More items are needed before some can be held out."
        if better is not None:
            fix = (
                f"Hold out a larger share: {better} (`valid_pct={better}`, or `RandomSplitter({better}, seed=42)`) is "
                f"{int(better * n)} of {n}."
            )
        yield Notice(
            f"`{name}` has no validation set: {share:.10g} of {counted(n, 'item')} is less than one item and was "
            f"rounded down to 0, so all are in train. {fix}",
            id(dls),
            card="validation-set",
        )


def _shares(cell: Cell) -> Iterator[float]:
    """The shares that the cell, its functions and its DataBlocks hold out at random."""
    for call in cell.all_of(ast.Call):
        given = keyword(call, "valid_pct")
        if given is None and last_name(call.func) == "RandomSplitter" and call.args:
            given = call.args[0]
        held = constant(given) if isinstance(given, ast.Constant) else cell.value(given)
        if isinstance(held, float):
            yield held
    for _, block in cell.live(lambda one: is_of(one, "fastai.data.block", "DataBlock")):
        inner = getattr(stored(block).get("splitter"), "__closure__", None) or ()
        yield from (one.cell_contents for one in inner if isinstance(one.cell_contents, float))
