"""Probabilities that are made whole numbers: nearly all become 0."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.casts import PROBABILITY, SAME_NUMBERS, looked_at, made_whole, size_of
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import is_local, text_of
from fastaid.teach.notices.values import is_probabilities

GIVES = ("sigmoid", "softmax", "expit")


@check(
    ".byte()",
    ".int()",
    ".long()",
    ".short()",
    "(int)",
    "('int",
    "(torch.int",
    "(np.int",
    "(torch.long",
    needs="numpy",
)
def probabilities_cut_to_zero(cell: Cell) -> Iterator[Notice]:
    """`torch.sigmoid(x).long()` drops what is behind the point: 0.97 becomes 0."""
    made = dict(cell.assigned())
    names = {id(value): name for name, value in cell.assigned()}
    for call in cell.of(ast.Call):
        cast = made_whole(call)
        if cast is None:
            continue
        given = cast[0]
        source = _source(given)
        if isinstance(source, ast.Name) and not is_local(source) and cell.bound[source.id] <= 1:
            held = cell.value(source)
            call_of = _source(made[source.id]) if source.id in made else None
            is_meant = _gives(call_of) or bool(PROBABILITY.search(source.id))
            if not is_meant or not _is_below_one(held):
                continue
            over_classes = is_probabilities(held)
        elif _gives(source):
            result = cell.names.get(names.get(id(call), ""))
            if not _is_zero(result):
                continue
            over_classes = isinstance(source, ast.Call) and last_name(source.func) == "softmax"
        else:
            continue
        behind = (
            text_of(call)[len(text_of(given)) :] if text_of(call).startswith(text_of(given)) else ".long()"
        )
        right = f"({text_of(given)} > 0.5){behind}"
        if over_classes:
            right = f"{text_of(given)}.argmax({'axis' if 'astype' in behind else 'dim'}=-1)"
        yield Notice(
            f"`{text_of(call)}` drops what is behind the point: probabilities lie between 0 and 1, so all became 0. "
            f"Write `{right}`.",
            hash(ast.dump(call)),
            card="softmax" if over_classes else "sigmoid",
        )
        return


def _source(node: ast.expr) -> ast.expr:
    """What is left when calls that keep the numbers, and places in it, are taken off."""
    while True:
        if isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not _gives(node):
            if last_name(node.func) not in SAME_NUMBERS or text_of(node.func.value) in ("np", "torch"):
                return node
            node = node.func.value
        else:
            return node


def _gives(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) in GIVES


def _is_below_one(held: Any) -> bool:
    """Whether it holds floats from 0 to below 1, and not zeros alone."""
    data = looked_at(held)
    if data is None or size_of(data) < 2:
        return False
    is_float = data.dtype.kind == "f" if hasattr(data.dtype, "kind") else data.is_floating_point()
    return is_float and float(data.min()) >= 0 and 0 < float(data.max()) < 1


def _is_zero(held: Any) -> bool:
    data = looked_at(held)
    return data is not None and size_of(data) >= 2 and not bool((data != 0).any())
