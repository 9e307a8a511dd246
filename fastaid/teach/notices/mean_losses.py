"""Means of batches that are added up and divided by the number of items."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_module, is_of, stored

FUNCTIONS = (
    "cross_entropy", "nll_loss", "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
)  # fmt: skip


@check("dataset")
def divided_by_items(cell: Cell) -> Iterator[Notice]:
    """`total += loss.item()` for each batch, then `total / len(dl.dataset)`."""
    inner = in_definitions(cell)  # they are looked at where they are called
    nodes = [one for one in cell.nodes if id(one) not in inner]
    scaled = {
        id(part)
        for one in nodes
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult)
        for part in (one.left, one.right)
    }
    for node in nodes:
        loader = _loader_of_length(node)
        if not isinstance(node, ast.BinOp) or loader is None or id(node) in scaled:
            continue  # total / len(dl.dataset) * bs is right
        added = _added(nodes, node) if _has_batches(cell, loader) else None
        if added is None or not _is_mean(cell, nodes, added):
            continue
        size = _items(nodes, loader)
        right = f"{text_of(node.left)} / len({text_of(loader)})"
        more = f" (or count each batch by its items: `{text_of(added)} * len({size})`)" if size else ""
        yield Notice(
            f"`{text_of(node)}` divides a sum of means by the number of items: `{text_of(added)}` is the mean of a "
            f"batch already, so the result is too small, by about the batch size. Divide by the number of batches: "
            f"`{right}`{more}.",
            hash(ast.dump(node)),
            card="loss-function",
        )
        return


def _loader_of_length(node: ast.AST) -> ast.expr | None:
    """The loader of `total / len(dl.dataset)`."""
    if (
        not isinstance(node, ast.BinOp)
        or not isinstance(node.op, ast.Div)
        or not isinstance(node.right, ast.Call)
    ):
        return None
    call = node.right
    if last_name(call.func) != "len" or len(call.args) != 1 or not isinstance(call.args[0], ast.Attribute):
        return None
    return call.args[0].value if call.args[0].attr == "dataset" else None


def _has_batches(cell: Cell, loader: ast.expr) -> bool:
    """Whether it is a loader of torch's that gives several items at a time."""
    held = cell.value(loader)
    is_torchs = is_of(held, "torch.utils.data", "DataLoader")
    return is_torchs and type(held.batch_size) is int and held.batch_size > 1


def _added(nodes: Sequence[ast.AST], share: ast.BinOp) -> ast.expr | None:
    """What is added to a total before it is divided, where it is added in one place; `sum(losses)` too."""
    left, total = share.left, text_of(share.left)
    if isinstance(left, ast.Call) and text_of(left.func) in ("sum", "np.sum") and len(left.args) == 1:
        kept = text_of(left.args[0])
        found = [
            one.args[0]
            for one in nodes
            if isinstance(one, ast.Call) and text_of(one.func) == f"{kept}.append" and len(one.args) == 1
        ]
        return found[0] if len(found) == 1 else None
    found = [
        one.value
        for one in nodes
        if isinstance(one, ast.AugAssign) and isinstance(one.op, ast.Add) and text_of(one.target) == total
    ]
    for one in nodes:
        if isinstance(one, ast.Assign) and text_of(one.targets[0]) == total and one.value is not share:
            value = one.value
            if (
                isinstance(value, ast.BinOp)
                and text_of(value.left) == total
                and isinstance(value.op, ast.Add)
            ):
                found.append(value.right)
            elif not isinstance(value, ast.Constant):
                return None  # it is something else, or changed on the way
    return found[0] if len(found) == 1 else None


def _is_mean(cell: Cell, nodes: Sequence[ast.AST], added: ast.expr) -> bool:
    """Whether `loss.item()`, `float(loss)` or `loss` is what a loss that takes the mean returned."""
    node = added
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
        if node.func.attr not in ("item", "detach", "cpu", "numpy"):
            return False
        node = node.func.value
    if isinstance(node, ast.Call) and text_of(node.func) == "float" and len(node.args) == 1:
        node = node.args[0]
    if isinstance(node, ast.Name):
        stores = [
            one.value
            for one in nodes
            if isinstance(one, ast.Assign) and text_of(one.targets[0]) == text_of(node)
        ]
        changed = [
            one for one in nodes if isinstance(one, ast.AugAssign) and text_of(one.target) == text_of(node)
        ]
        if len(stores) != 1 or changed:
            return False
        node = stores[0]
    if not isinstance(node, ast.Call) or keyword(node, "reduction") is not None:
        return False
    if last_name(node.func) in FUNCTIONS and isinstance(node.func, ast.Attribute):
        return text_of(node.func.value) in ("F", "nn.functional", "torch.nn.functional")
    held = stored(cell.value(node.func)).get("func", cell.value(node.func))
    return is_module(held) and stored(held).get("reduction") == "mean"


def _items(nodes: Sequence[ast.AST], loader: ast.expr) -> str:
    """The name of a batch's inputs in the loop over the loader."""
    for one in nodes:
        if (
            isinstance(one, ast.For)
            and text_of(one.iter) == text_of(loader)
            and isinstance(one.target, ast.Tuple)
        ):
            return text_of(one.target.elts[0])
    return ""
