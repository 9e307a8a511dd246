"""Test data that are prepared by their own measure, not by that of the training data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, is_local, text_of

TRAIN = ("train", "trn")
OTHERS = ("test", "valid", "val", "tst")
MEASURES = ("mean", "std")


def _words(node: ast.AST) -> str:
    """The names in an expression, as one text."""
    return " ".join(one.id for one in below(node) if isinstance(one, ast.Name)).lower()


def _is_training(words: str) -> bool:
    return any(one in words for one in TRAIN) and not any(one in words for one in OTHERS)


def _is_other(words: str) -> bool:
    return any(one in words for one in OTHERS) and not any(one in words for one in TRAIN)


@check("fit_transform(", needs="sklearn")
def fitted_on_test(cell: Cell) -> Iterator[Notice]:
    """`scaler.fit_transform(X_test)` after `scaler.fit_transform(X_train)`: two different scales."""
    before: dict[str, ast.Call] = {}
    for call in sorted(cell.of(ast.Call), key=lambda one: (one.lineno, one.col_offset)):
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in ("fit", "fit_transform"):
            continue
        if not isinstance(call.func.value, ast.Name) or is_local(call.func.value) or len(call.args) != 1:
            continue
        name, given = call.func.value.id, _words(call.args[0])
        held: Any = cell.names.get(name)
        if (
            not type(held).__module__.startswith("sklearn.")
            or not hasattr(type(held), "transform")
            or cell.bound[name] > 1
        ):
            continue
        if _is_training(given):
            before.setdefault(name, call)
        elif name in before and _is_other(given) and call.func.attr == "fit_transform":
            right = f"{name}.transform({text_of(call.args[0])})"
            yield Notice(
                f"`{text_of(call)}` fits `{name}` anew, on other data than `{text_of(before[name])}`: the same value "
                f"now becomes another number in each part. Fit on the training data alone, and write `{right}` here.",
                hash(text_of(call)),
                card="normalization",
            )
            return


@check(".mean(")
def normalized_apart(cell: Cell) -> Iterator[Notice]:
    """`(x_valid - x_valid.mean()) / x_valid.std()` beside the same for x_train."""
    found = dict(_normalized(cell))
    for name in found:
        if not _is_other(name.lower()):
            continue
        train = next((one for one in found if _is_training(one.lower()) and _rest(one) == _rest(name)), "")
        if train:
            yield Notice(
                f"`{name}` is normalized with its own mean and std, and `{train}` with others: the same value becomes "
                f"another number in each. Take the training set's for both: `m, s = {train}.mean(), {train}.std()` "
                f"before anything is changed, then `{name} = ({name} - m) / s`.",
                hash(name),
                card="normalization",
            )
            return


def _rest(name: str) -> str:
    """What is left of a name without its part: `x_train` and `x_valid` are of one kind."""
    text = name.lower()
    for one in (*TRAIN, "valid", *OTHERS):
        if one in text:
            return text.replace(one, "", 1)
    return text


def _normalized(cell: Cell) -> Iterator[tuple[str, ast.expr]]:
    """Names of the notebook's that are normalized by their own mean and std."""
    for node in cell.of(ast.BinOp):
        if not isinstance(node.op, ast.Div) or not isinstance(node.left, ast.BinOp):
            continue
        less = node.left
        if not isinstance(less.op, ast.Sub) or not isinstance(less.left, ast.Name) or is_local(less.left):
            continue
        name = less.left.id
        if _is_measure(less.right, name, "mean") and _is_measure(node.right, name, "std"):
            yield name, node


def _is_measure(node: ast.expr, name: str, measure: str) -> bool:
    """`x.mean()`, `x.mean(axis=0)`, `np.mean(x)`, `x.std() + 1e-8`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.right, ast.Constant):
        node = node.left
    if (
        not isinstance(node, ast.Call)
        or not isinstance(node.func, ast.Attribute)
        or node.func.attr != measure
    ):
        return False
    holders = [node.func.value, *node.args[:1]]
    return any(isinstance(one, ast.Name) and one.id == name for one in holders)
