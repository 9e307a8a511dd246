"""Predictions in the random order of fastai's training loader, put beside items in their own order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loaders import GATHERS, NUMBERS
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_dls, is_learner

BESIDE = ("DataFrame", "zip", "dict")


@check(".train", "[0]", needs="fastai")
def predictions_in_random_order(cell: Cell) -> Iterator[Notice]:
    """`torch.cat([model(xb) for xb, yb in dls.train])` beside `dls.train_ds.items`."""
    for text, data, loader in _shuffled(cell):
        predicted = _gathered(cell, text)
        own = {name for name, value in cell.assigned() if _is_items(value)}
        if not predicted or not _stand_together(cell, predicted, own):
            continue
        learner = next(
            (name for name, one in cell.names.items() if is_learner(one) and name[0] != "_"), "learn"
        )
        first = sorted(predicted)[0]
        yield Notice(
            f"`{text}` shuffles the items (and leaves out the last incomplete batch), so `{first}` is not in the order "
            f"of `{data}.train_ds.items`, and the rows do not belong together. Predict in order: "
            f"`preds, _ = {learner}.get_preds(dl={data}.test_dl({data}.train_ds.items))`.",
            id(loader),
            card="predictions",
        )
        return


def _shuffled(cell: Cell) -> Iterator[tuple[str, str, Any]]:
    """`dls.train` or `dls[0]` of a loop in the cell, where it shuffles."""
    loops = [node.iter for node in cell.of(ast.For)] + [node.iter for node in cell.of(ast.comprehension)]
    for loop in loops:
        for node in below(loop):
            is_train = isinstance(node, ast.Attribute) and node.attr == "train"
            is_first = isinstance(node, ast.Subscript) and text_of(node.slice) == "0"
            if not isinstance(node, (ast.Attribute, ast.Subscript)) or not (is_train or is_first):
                continue
            dls = cell.value(node.value)
            if is_dls(dls) and loaders_of(dls) and loaders_of(dls)[0].get("shuffle"):
                yield text_of(node), text_of(node.value), dls


def _gathered(cell: Cell, loader: str) -> set[str]:
    """Names of what a loop over the loader collects, and of what is made of these."""
    found: set[str] = set()
    for loop in cell.of(ast.For):
        if loader not in {text_of(one) for one in below(loop.iter) if isinstance(one, ast.expr)}:
            continue
        calls = [one for one in below(loop) if isinstance(one, ast.Call) and last_name(one.func) in GATHERS]
        owners = [one.func.value for one in calls if isinstance(one.func, ast.Attribute)]
        found |= {one.id for one in owners if isinstance(one, ast.Name)}
        found |= {
            one.target.id
            for one in below(loop)
            if isinstance(one, ast.AugAssign) and isinstance(one.target, ast.Name)
        }
    for name, value in cell.assigned():
        parts = [one.iter for one in below(value) if isinstance(one, ast.comprehension)]
        if any(text_of(one) == loader for one in parts) or _names(value) & found:
            found.add(name)
    return {one for one in found if not any(word in one.lower() for word in NUMBERS)}


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in below(node) if isinstance(one, ast.Name)}


def _is_items(value: ast.AST) -> bool:
    """Whether it is made of the items of the training set."""
    words = {one.attr for one in below(value) if isinstance(one, ast.Attribute)}
    return {"items", "train_ds"} <= words


def _stand_together(cell: Cell, predicted: set[str], own: set[str]) -> bool:
    """Whether a table or a zip puts predictions and the training set's items side by side."""
    for call in cell.calls(*BESIDE):
        parts: list[ast.AST] = [*call.args, *(one.value for one in call.keywords)]
        parts = [value for one in parts for value in (one.values if isinstance(one, ast.Dict) else [one])]
        mine = [bool(_names(one) & predicted) for one in parts]
        others = [bool(_names(one) & own) or _is_items(one) for one in parts]
        if any(a and not b for a, b in zip(mine, others, strict=True)) and any(
            b and not a for a, b in zip(mine, others, strict=True)
        ):
            return True
    return False
