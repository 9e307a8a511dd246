"""Inputs and labels that are put in order one without the other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loop_parts import LOOPS
from fastaid.teach.notices.tree import FUNCTIONS, below, text_of
from fastaid.teach.objects import is_array, is_table, is_tensor, shape

LABELS = ("label", "target", "targ", "answer")
ORDERS = ("permutation", "randperm")
SAME_SEED = (
    "seed",
    "set_state",
    "setstate",
    "RandomState",
    "default_rng",
    "Generator",
    "Random",
    "random_state",
)


@check("shuffle(", "permutation(", "randperm(")
def shuffled_apart(cell: Cell) -> Iterator[Notice]:
    """Inputs and labels are shuffled by a call each: the pairs are lost."""
    inside = {id(one) for kind in (*FUNCTIONS, *LOOPS) for part in cell.of(kind) for one in below(part)}
    found: list[tuple[str, str, int]] = []  # the name, how it was shuffled, the line
    for node in cell.nodes:
        if isinstance(node, (ast.Expr, ast.Assign)) and id(node) not in inside:
            name = _shuffled(node)
            if name:
                found.append((name, text_of(node), node.lineno))
    for first, how, line in found:
        for second, other_how, other_line in found:
            if line >= other_line or _is_label(first) == _is_label(second) or _seeded(cell, line, other_line):
                continue
            n = _length(cell.names.get(first))
            if n < 2 or n != _length(cell.names.get(second)) or cell.names[first] is cell.names[second]:
                continue
            inputs, labels = (second, first) if _is_label(first) else (first, second)
            as_list = isinstance(cell.names[inputs], list) or isinstance(cell.names[labels], list)
            order = "torch.randperm" if is_tensor(cell.names[inputs]) else "np.random.permutation"
            fix = f"`idx = {order}(len({inputs})); {inputs}, {labels} = {inputs}[idx], {labels}[idx]`"
            if as_list:
                fix = f"`{inputs}, {labels} = sklearn.utils.shuffle({inputs}, {labels})`"
            yield Notice(
                f"`{how}` and `{other_how}` shuffle each in an order of its own, so the labels in `{labels}` no "
                f"longer belong to the items of `{inputs}`. Use the same order for both: {fix}.",
                hash((inputs, labels)),
                card="labels-and-vocab",
            )
            return


def _shuffled(node: ast.Expr | ast.Assign) -> str:
    """The name that a statement shuffles, "" where it does not."""
    value = node.value
    if isinstance(node, ast.Expr):
        is_call = isinstance(value, ast.Call) and last_name(value.func) == "shuffle" and len(value.args) == 1
        given = value.args[0] if isinstance(value, ast.Call) and is_call else None
        return given.id if isinstance(given, ast.Name) else ""
    target = node.targets[0]
    if len(node.targets) != 1 or not isinstance(target, ast.Name):
        return ""
    if isinstance(value, ast.Subscript):
        order = value.slice
        is_new = isinstance(order, ast.Call) and last_name(order.func) in ORDERS
        is_plain = isinstance(value.value, ast.Name) and value.value.id == target.id
        return target.id if is_new and is_plain else ""
    if isinstance(value, ast.Call) and last_name(value.func) in ("permutation", "shuffle"):
        is_own = (
            len(value.args) == 1 and isinstance(value.args[0], ast.Name) and value.args[0].id == target.id
        )
        return target.id if is_own and not value.keywords else ""
    return ""


def _is_label(name: str) -> bool:
    words = name.lower()
    return (
        words in ("y", "ys")
        or words.startswith("y_")
        or words.endswith("_y")
        or any(one in words for one in LABELS)
    )


def _seeded(cell: Cell, first: int, second: int) -> bool:
    """Whether the random numbers are set back between two lines, or somewhere by hand."""
    calls = [one for one in cell.of(ast.Call) if any(word in last_name(one.func) for word in SAME_SEED)]
    return any(first <= one.lineno <= second for one in calls)


def _length(held: Any) -> int:
    if is_tensor(held) or is_array(held):
        return shape(held)[0] if held.ndim else 0
    return len(held) if isinstance(held, list) or is_table(held) else 0
