"""Fractions that are stored where only whole numbers have room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.casts import SAME_NUMBERS, looked_at
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.inside import last_stores
from fastaid.teach.notices.numbers import is_cut_to_zero
from fastaid.teach.notices.tree import is_local, text_of
from fastaid.teach.objects import dtype, is_tensor

# What these give lies between 0 and 1.
BELOW_ONE = frozenset({
    "predict_proba", "sigmoid", "softmax", "expit", "rand", "random", "random_sample", "accuracy_score", "f1_score",
    "roc_auc_score", "precision_score", "recall_score", "accuracy", "rand_like",
})  # fmt: skip
LIKE = frozenset({"zeros_like", "empty_like", "ones_like", "full_like"})
MAKES = LIKE | {"zeros", "empty", "ones", "full", "new_zeros"}
FEWEST = 3


@check("] =", "]=", needs="numpy")
def fractions_cut_to_zero(cell: Cell) -> Iterator[Notice]:
    """`oof = np.zeros_like(y)` of whole numbers, and `oof[va] = m.predict_proba(X[va])[:, 1]`."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Name):
            continue
        name = target.value.id
        held = looked_at(cell.value(target.value))
        if is_local(target.value) or held is None or last_stores(cell).get(name, 0) >= node.lineno:
            continue
        given = _source(cell, node.value)
        if not _is_whole(held) or not _is_fraction(given) or not _is_cut(held, given):
            continue
        if is_cut_to_zero(cell, node.value, held):
            continue  # it has a check of its own
        how = text_of(given)
        yield Notice(
            f"`{name}` holds integers ({dtype(held)}): what `{how if len(how) < 50 else how[:49] + '…'}` gives loses "
            f"everything behind the point when it is stored, so {_all(held)} 0. Make it for floats: "
            f"`{_for_floats(cell, name, held)}`.",
            hash(ast.dump(node)),
            card="tensor",
        )
        return


def _source(cell: Cell, node: ast.expr) -> ast.expr:
    """What a value comes from, calls that keep the numbers and places in it taken off, names followed."""
    for _ in range(8):
        if isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Name) and cell.bound[node.id] == 1:
            found = next((value for one, value in cell.assigned() if one == node.id), None)
            if found is None:
                return node
            node = found
        elif isinstance(node, ast.Attribute) and node.attr == "T":
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args:
            if node.func.attr not in SAME_NUMBERS | {"item"}:
                return node
            node = node.func.value
        else:
            return node
    return node


def _is_fraction(node: ast.expr) -> bool:
    """Whether it is computed with a point: a probability, a division."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Div)
    return _is_below_one(node)


def _is_below_one(node: ast.expr) -> bool:
    """`m.predict_proba(x)`, and the mean of a comparison, `(preds == y).mean()`."""
    if not isinstance(node, ast.Call):
        return False
    of = (
        node.func.value
        if isinstance(node.func, ast.Attribute) and not node.args
        else next(iter(node.args), None)
    )
    return last_name(node.func) in BELOW_ONE or (
        last_name(node.func) == "mean" and isinstance(of, ast.Compare)
    )


def _is_whole(held: Any) -> bool:
    return dtype(held).startswith(("int", "uint")) and len(held.shape) > 0


def _is_cut(held: Any, given: ast.expr) -> bool:
    """Whether what is left are zeros: nearly all of probabilities, all of anything else."""
    n = int(held.numel() if is_tensor(held) else held.size)
    if n < FEWEST or int(held.min()) < 0 or int(held.max()) > 1:
        return False
    zeros = int((held == 0).sum())
    return zeros > 0.9 * n if _is_below_one(given) else zeros == n


def _all(held: Any) -> str:
    return "nearly all are" if bool((held != 0).any()) else "all are"


def _for_floats(cell: Cell, name: str, held: Any) -> str:
    """The line that makes the tensor or array, with room for fractions."""
    kind = "torch.float32" if is_tensor(held) else "float"
    made = next((value for one, value in cell.assigned() if one == name), None)
    if isinstance(made, ast.Call) and last_name(made.func) in MAKES:
        own = keyword(made, "dtype")
        if own is not None:
            return f"{name} = {text_of(made)}".replace(f"dtype={text_of(own)}", f"dtype={kind}")
        if last_name(made.func) in LIKE:
            return f"{name} = {text_of(made)[:-1]}, dtype={kind})"
    if isinstance(made, ast.Call) and last_name(made.func) in ("copy", "clone"):
        return f"{name} = {text_of(made)}" + (".float()" if is_tensor(held) else ".astype(float)")
    return f"{name} = {name}" + (".float()" if is_tensor(held) else ".astype(float)")
