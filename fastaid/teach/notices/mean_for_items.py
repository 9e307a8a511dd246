"""The mean loss of a batch, where the loss of each item is meant: focal losses, weights and masks of items."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.run_by_libraries import bodies
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_of, stored

LOSSES = (
    "cross_entropy",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "nll_loss",
    "mse_loss",
    "l1_loss",
    "smooth_l1_loss",
)
FOCAL = LOSSES[:4]
OF_ITEMS = re.compile(r"(?i)(^|_|\.)(mask|masks|msk|weights?|w|sample_weights?|is_real)$")


@check("exp(", ".mean()", ".sum()", also=("entropy", "oss", "@_Loss"), reached=True)
def mean_where_items_are_meant(cell: Cell) -> Iterator[Notice]:
    """`ce = F.cross_entropy(inp, targ)`, then `(1 - torch.exp(-ce))**gamma * ce`: one number for all items."""
    for place, part in bodies(cell, "exp(", ".mean()", ".sum()"):
        defined = in_definitions(part)
        for name, value in part.assigned():
            if part.bound[name] != 1 or id(value) in defined or not isinstance(value, ast.Call):
                continue
            if not _is_mean(part, value):
                continue
            said = _focal(part, name, value) or _weighted(part, name, value)
            if said:
                yield Notice(place + said, hash(text_of(value)), card="loss-function")
                return


def _is_mean(cell: Cell, call: ast.Call) -> bool:
    """Whether a loss is called that gives the mean of the batch."""
    if keyword(call, "reduction") is not None or keyword(call, "reduce") is not None:
        return False
    held: Any = cell.value(call.func)
    if is_of(held, "torch.nn.modules.loss", "_Loss"):
        return stored(held).get("reduction") == "mean"
    return last_name(call.func) in LOSSES and len(call.args) == 2 and cell.written(call.func) is None


def _focal(cell: Cell, name: str, call: ast.Call) -> str:
    """`pt = torch.exp(-ce)` and a power of `1 - pt`."""
    bases = [one.left for one in cell.of(ast.BinOp) if isinstance(one.op, ast.Pow)]
    bases += [one.func.value for one in cell.calls("pow") if isinstance(one.func, ast.Attribute)]
    differences = [one for one in bases if isinstance(one, ast.BinOp)]
    exps = {f"torch.exp(-{name})", f"(-{name}).exp()", f"exp(-{name})"}
    if differences:
        exps |= {one for one, value in cell.assigned() if text_of(value) in exps}
    if not any(_is_one_minus(one, exps) for one in differences):
        return ""
    return (
        f"`{text_of(call)}` is the mean of the batch, one number, so the weight is the same for all items: this is no "
        f"focal loss. {_fix(cell, name, call)}"
    )


def _is_one_minus(node: ast.BinOp, others: set[str]) -> bool:
    return (
        isinstance(node.op, ast.Sub) and text_of(node.left) in ("1", "1.0") and text_of(node.right) in others
    )


def _weighted(cell: Cell, name: str, call: ast.Call) -> str:
    """`(loss * mask).sum() / mask.sum()`, `(loss * weights).mean()`: a number times a mask."""
    for outer in cell.of(ast.Call):
        if not isinstance(outer.func, ast.Attribute) or outer.func.attr not in ("sum", "mean") or outer.args:
            continue
        product = outer.func.value
        if not isinstance(product, ast.BinOp) or not isinstance(product.op, ast.Mult):
            continue
        sides = [product.left, product.right]
        other = next((one for one in sides if text_of(one) != name), None)
        if len([one for one in sides if text_of(one) == name]) != 1 or other is None:
            continue
        base = next((one for one in below(other) if isinstance(one, (ast.Name, ast.Attribute))), other)
        if not OF_ITEMS.search(text_of(base)):
            continue
        return (
            f"`{text_of(call)}` is the mean of the batch, one number: times `{text_of(other)}` it weighs no item more "
            f"than another. {_fix(cell, name, call)}"
        )
    return ""


def _fix(cell: Cell, name: str, call: ast.Call) -> str:
    held: Any = cell.value(call.func)
    if is_of(held, "torch.nn.modules.loss", "_Loss"):
        return f"Make `{text_of(call.func)}` with `reduction='none'`: it gives the loss of each item then."
    return f"Take the loss of each item: `{name} = {text_of(call)[:-1]}, reduction='none')`."
