"""Distances of many items that are taken together to one number, and compared as if there were one for each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import shape_of

TAKES = ("mean", "sum")
LOSSES = ("l1_loss", "mse_loss")
TESTS = (ast.If, ast.While, ast.IfExp, ast.Assert)
ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


@dataclass(frozen=True)
class Distance:
    """How far items are from one that is meant for all of them."""

    items: ast.expr
    ideal: ast.expr
    taken: ast.Call  # the call that makes one number of it
    function: str = ""  # the learner's own, in which it stands


@check("<", ">", also=(*TAKES, *LOSSES), reached=True)
def distance_over_all_items(cell: Cell) -> Iterator[Notice]:
    """`(x - mean3).abs().mean() < (x - mean7).abs().mean()` for a batch `x` is a single True or False."""
    tests = [one.test for kind in TESTS for one in cell.of(kind)]  # type: ignore[attr-defined]
    for node in cell.of(ast.Compare):
        if node in tests:
            continue  # one answer is wanted
        if len(node.ops) != 1 or not isinstance(node.ops[0], ORDERS):
            continue
        one, other = _distance(cell, node.left), _distance(cell, node.comparators[0])
        if one is None or other is None or text_of(one.items) != text_of(other.items):
            continue
        items, ideal = shape_of(cell.value(one.items)), shape_of(cell.value(one.ideal))
        if not items or not ideal or items[1:] != ideal or items[0] < 2:
            continue
        place = f"in `{one.function}` " if one.function else ""
        yield Notice(
            f"`{text_of(node)}` is one single True or False for all {items[0]} items of `{text_of(one.items)}`: "
            f"`{text_of(one.taken)}` goes over the items too, so an accuracy made of it is 0 or 1. One distance for "
            f"each item: write {place}`{_for_each(one, len(ideal))}`.",
            hash(ast.dump(one.taken)),
            card="reductions",
        )
        return


def _distance(cell: Cell, node: ast.expr) -> Distance | None:
    """A side of the comparison, as it stands or as the learner's function computes it."""
    found = _plain(node)
    if found is not None or not isinstance(node, ast.Call) or len(node.args) != 2:
        return found
    written = cell.written(node.func)
    if not isinstance(written, ast.FunctionDef) or len(written.args.args) != 2 or node.keywords:
        return None
    returned = [one.value for one in nodes_in(written, ast.Return) if one.value is not None]
    made = {
        text_of(one.targets[0]): one.value for one in nodes_in(written, ast.Assign) if len(one.targets) == 1
    }
    inner = made.get(text_of(returned[0]), returned[0]) if len(returned) == 1 else None
    found = _plain(inner) if inner is not None else None
    if found is None:
        return None
    given = dict(zip((one.arg for one in written.args.args), node.args, strict=True))
    items, ideal = given.get(text_of(found.items)), given.get(text_of(found.ideal))
    return (
        Distance(items, ideal, found.taken, written.name) if items is not None and ideal is not None else None
    )


def _plain(node: ast.expr) -> Distance | None:
    """`(a - b).abs().mean()`, `F.l1_loss(a, b)`; the square root of one too."""
    while isinstance(node, ast.Call) and last_name(node.func) in ("sqrt", "item"):
        is_method = isinstance(node.func, ast.Attribute) and not node.args
        node = node.func.value if is_method else node.args[0] if node.args else node.func  # type: ignore[attr-defined]
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr in LOSSES and len(node.args) == 2 and keyword(node, "reduction") is None:
        return Distance(node.args[0], node.args[1], node)
    if node.func.attr not in TAKES or node.keywords or len(node.args) > 1:
        return None
    is_of_torch = text_of(node.func.value) in ("torch", "np")
    if is_of_torch != bool(node.args):
        return None
    whole = node.args[0] if is_of_torch else node.func.value
    less = [one for one in below(whole) if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub)]
    return Distance(less[0].left, less[0].right, node) if len(less) == 1 else None


def _for_each(found: Distance, n: int) -> str:
    """The distance with the dims of an item."""
    dims = "-1" if n == 1 else f"({', '.join(str(-1 - k) for k in range(n))})"
    call, func = found.taken, found.taken.func
    if last_name(func) in LOSSES:
        less = f"({text_of(call.args[0])} - {text_of(call.args[1])})"
        return f"{less}.abs().mean({dims})" if last_name(func) == "l1_loss" else f"({less} ** 2).mean({dims})"
    return f"{text_of(func)}({f'{text_of(call.args[0])}, ' if call.args else ''}{dims})"
