"""Training and validation set exchanged: the pictures of train/ are held out, and those of valid/ are learnt from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.data import MAKES, items_of
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, stored

MOST_ITEMS = 5_000
OF_TRAIN = frozenset({"train", "training", "trn"})
APART = frozenset({"valid", "validation", "val", "test", "testing", "dev", "holdout"})
# Names of what is true for an item to train on, or holds these items.
TRAINS = re.compile(r"(?i)(^|_)(is_?|in_?|the_?|my_?)*(train|training|trn)(_|$)")
OTHER_NAMES = re.compile(r"(?i)val|test|not|split|dev|hold|full|all")
SPLITTERS = ("FuncSplitter", "ColSplitter", "IndexSplitter", "MaskSplitter")
TAKES = {
    "FuncSplitter": "puts the items for which the function returns True into the validation set",
    "ColSplitter": "puts the rows in which the column is True into the validation set",
    "IndexSplitter": "takes the numbers of the validation items",
    "MaskSplitter": "puts the items where the mask is True into the validation set",
}


@check(*MAKES, needs="fastai", reached=True)
def train_is_held_out(cell: Cell) -> Iterator[Notice]:
    """`FuncSplitter(is_train)`: what it is true for goes into the validation set."""
    for name, dls in cell.loaders():
        parts = loaders_of(dls)[:2]
        if len(parts) < 2 or not parts[0].get("n") or not parts[1].get("n"):
            continue
        n, m = parts[0]["n"], parts[1]["n"]
        if _is_right(parts[0].get("dataset"), parts[1].get("dataset")):
            continue
        fix = _named(cell)
        by_folder = _folders(parts[0].get("dataset"), parts[1].get("dataset"))
        if not fix and not by_folder:
            continue
        where = (
            f"the {counted(m, 'item')} of `{by_folder[0]}/` are held out"
            if by_folder
            else f"{m} are held out"
        )
        if not fix:
            both = f"train_name={by_folder[0]!r}, valid_name={by_folder[1]!r}"  # type: ignore[misc]
            fix = f"Name the folders: `splitter=GrandparentSplitter({both})`."
        yield Notice(
            f"Training and validation set of `{name}` are exchanged: {where}, and it trains on {n} items"
            f"{f' of `{by_folder[1]}/`' if by_folder else ''}. {fix}",
            id(dls),
            card="splitters",
        )


def _is_right(train: Any, valid: Any) -> bool:
    """Whether the folders tell that each part is where it belongs."""
    mine, others = items_of(train), items_of(valid)
    if mine is None or is_table(mine) or not len(mine) or not len(others):
        return False
    return _part(mine[0]).lower() in OF_TRAIN or _part(others[0]).lower() in APART


def _folders(train: Any, valid: Any) -> tuple[str, str] | tuple[()]:
    """The folders that the validation and the training items are in, where they are called the other way round."""
    mine, others = items_of(train), items_of(valid)
    if (
        mine is None
        or is_table(mine)
        or not len(mine)
        or not len(others)
        or len(mine) + len(others) > MOST_ITEMS
    ):
        return ()
    if (
        _part(mine[0]).lower() not in APART or _part(others[0]).lower() not in OF_TRAIN
    ):  # of nearly all, one tells
        return ()
    first, second = {_part(one) for one in mine}, {_part(one) for one in others}
    return (second.pop(), first.pop()) if len(first) == len(second) == 1 else ()


def _part(item: Any) -> str:
    """The last folder of a file's path that is called train, valid or the like."""
    folders = reversed(item.parent.parts) if isinstance(item, Path) else ()
    return next((one for one in folders if one.lower() in OF_TRAIN | APART), "")


def _named(cell: Cell) -> str:
    """What to write instead of a splitter that is given what stands for training by its name."""
    for call in cell.all_of(ast.Call):
        word = last_name(call.func)
        if word in SPLITTERS and call.args:
            text = _given(call.args[0])
            if text:
                return f"{word} {TAKES[word]}. {_other(cell, word, text, call)}"
        given = keyword(call, "valid_idx")
        if isinstance(given, ast.Name) and _is_train(given.id):
            other = _beside(cell, given.id)
            return f"`valid_idx` takes the numbers of the validation items. Give it `valid_idx={other}`."
    for _, block in cell.live(lambda one: is_of(one, "fastai.data.block", "DataBlock")):
        inner = getattr(stored(block).get("splitter"), "__closure__", None) or ()
        for one in inner:
            text = str(getattr(one.cell_contents, "__name__", ""))
            if callable(one.cell_contents) and _is_train(text):
                return f"FuncSplitter {TAKES['FuncSplitter']}. Write `splitter=FuncSplitter(lambda o: not {text}(o))`."
    return ""


def _given(node: ast.expr) -> str:
    """What a splitter is given, where its name speaks of training alone."""
    held = constant(node) if isinstance(node, ast.Constant) else getattr(node, "id", "")
    return held if isinstance(held, str) and _is_train(held) else ""


def _is_train(word: str) -> bool:
    return bool(TRAINS.search(word)) and not OTHER_NAMES.search(word)


def _other(cell: Cell, word: str, text: str, call: ast.Call) -> str:
    if word == "FuncSplitter":
        return f"Write `FuncSplitter(lambda o: not {text}(o))`."
    if word == "ColSplitter":
        line = f"df['is_valid'] = ~df[{text!r}].astype(bool)"
        return f"Make the opposite column: `{line}`, and write `ColSplitter('is_valid')`."
    return f"Give it those of validation: `{text_of(call.func)}({_beside(cell, text)})`."


def _beside(cell: Cell, name: str) -> str:
    """The name of the validation items beside that of the training items."""
    for mine in ("training", "train", "trn"):
        for other in ("valid", "val", "validation", "test", "tst"):
            if mine in name and name.replace(mine, other) in cell.names:
                return name.replace(mine, other)
    return name.replace("train", "valid")
