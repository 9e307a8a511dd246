"""Test data that are prepared by their own measure, not by that of the training data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, is_local, nodes_in, text_of
from fastaid.teach.objects import is_array, is_table, is_tensor

TRAIN = ("train", "trn")
OTHERS = ("test", "valid", "val", "tst")
GIVEN = (ast.Name, ast.Attribute, ast.Subscript)
MOST_ROWS = 200_000


def _words(node: ast.AST) -> str:
    """The names in an expression, as one text."""
    return " ".join(one.id for one in below(node) if isinstance(one, ast.Name)).lower()


def is_training(words: str) -> bool:
    """Whether a name is one of training data: "x_train"."""
    return any(one in words for one in TRAIN) and not any(one in words for one in OTHERS)


def is_other(words: str) -> bool:
    """Whether a name is one of data to measure on: "x_valid", "test_df"."""
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
        if is_training(given):
            before.setdefault(name, call)
        elif name in before and is_other(given) and call.func.attr == "fit_transform":
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
        if not is_other(name.lower()):
            continue
        train = next((one for one in found if is_training(one.lower()) and rest_of(one) == rest_of(name)), "")
        if train:
            yield Notice(
                f"`{name}` is normalized with its own mean and std, and `{train}` with others: the same value becomes "
                f"another number in each. Take the training set's for both: `m, s = {train}.mean(), {train}.std()` "
                f"before anything is changed, then `{name} = ({name} - m) / s`.",
                hash(name),
                card="normalization",
            )
            return


def rest_of(name: str) -> str:
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
    return any(isinstance(one, ast.Name) and one.id == name for one in holders) and _is_over_items(node)


def _is_over_items(call: ast.Call) -> bool:
    """Whether a mean is one over the items, and not one of each item's own: `x.mean(1, keepdim=True)`."""
    given = [one.value for one in call.keywords if one.arg in ("dim", "axis")]
    given += [one for one in call.args if isinstance(one, (ast.Constant, ast.Tuple, ast.List, ast.UnaryOp))]
    for one in given:
        parts = one.elts if isinstance(one, (ast.Tuple, ast.List)) else [one]
        if not any(isinstance(part, ast.Constant) and part.value in (0, None) for part in parts):
            return False
    return all(isinstance(one, (ast.Constant, ast.Tuple, ast.List)) for one in given)


@check("val", "test", "tst")
def normalized_apart_by_function(cell: Cell) -> Iterator[Notice]:
    """`train_n = normalize(train_x)`, `valid_n = normalize(valid_x)`: the function measures what it is given."""
    found: dict[str, tuple[str, str, tuple[str, str]]] = {}
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or len(call.args) != 1 or not isinstance(call.args[0], GIVEN):
            continue
        written, given = cell.written(call.func), text_of(call.args[0])
        measures = _own_measures(written) if isinstance(written, (ast.FunctionDef, ast.Lambda)) else None
        if measures is None or cell.bound[name] > 1 or not _is_centred(cell.names.get(name)):
            continue
        found[given] = (name, text_of(call.func), measures)
    for given, (name, function, measures) in found.items():
        train = next(
            (one for one in found if is_training(one.lower()) and rest_of(one) == rest_of(given)), ""
        )
        if not is_other(given.lower()) or not train:
            continue
        mean, std = (one.format(train) for one in measures)
        yield Notice(
            f"`{function}` takes the mean and std of what it is given, so `{given}` is normalized with its own and "
            f"`{train}` with others: the same value becomes another number in each. Take the training set's for both: "
            f"`m, s = {mean}, {std}`, then `{name} = ({given} - m) / s`.",
            hash((name, given)),
            card="normalization",
        )
        return


def _own_measures(written: ast.FunctionDef | ast.Lambda) -> tuple[str, str] | None:
    """The mean and the std of a function's only argument by which it normalizes it, as code with a {} for it."""
    if len(written.args.args) != 1:
        return None
    name = written.args.args[0].arg
    given: dict[str, ast.expr] = {}
    for line in nodes_in(written, ast.Assign):
        target = line.targets[0]
        pairs = [(target, line.value)]
        if isinstance(target, ast.Tuple) and isinstance(line.value, ast.Tuple):
            pairs = list(zip(target.elts, line.value.elts, strict=False))
        given.update({text_of(one): value for one, value in pairs})
    for node in nodes_in(written, ast.BinOp):
        less = node.left
        if (
            not isinstance(node.op, ast.Div)
            or not isinstance(less, ast.BinOp)
            or not isinstance(less.op, ast.Sub)
        ):
            continue
        right = node.right
        if (
            isinstance(right, ast.BinOp)
            and isinstance(right.op, ast.Add)
            and isinstance(right.right, ast.Constant)
        ):
            right = right.left  # + 1e-8
        mean, std = given.get(text_of(less.right), less.right), given.get(text_of(right), right)
        if text_of(less.left) == name and _is_measure(mean, name, "mean") and _is_measure(std, name, "std"):
            return _with_gap(mean, name), _with_gap(std, name)
    return None


def _with_gap(node: ast.expr, name: str) -> str:
    return re.sub(rf"\b{name}\b", "{}", text_of(node))


def _is_centred(held: Any) -> bool:
    """Whether a tensor, an array or a table has a mean of about 0 over its items."""
    if not (is_tensor(held) or is_array(held) or is_table(held)) or not 2 < len(held) <= MOST_ROWS:
        return False
    try:
        return bool(abs(float(held.mean(0).mean())) < 1e-3)
    except Exception:  # noqa: BLE001  whole numbers, texts
        return False
