"""`preds = probs.argmax(dim=0)`: numbers of items under a name that says classes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.predictions import argmax_over_items, largest_of_a_column
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import MOST_NUMBERS, is_probabilities, last_layer
from fastaid.teach.objects import is_array, is_module, is_of, is_tensor, library, stored

# Names of one class for each item.
CLASSES = re.compile(
    r"(?i)^(val|valid|test|train|y|final)?_?(preds?|predicted|predictions?|y_?hat|(pred\w*_)?(class|label|categor)(es|s|ies))"
    r"(_(class|label|idx|cls)\w*|_?(val|valid|test|train))?$"
)
KEEPS = frozenset({"softmax", "log_softmax", "exp", "detach", "cpu", "numpy", "float", "double", "squeeze"})
PLACES = ("argmax", "max")


@check("argmax(", "max(", needs="numpy")
def items_named_classes(cell: Cell) -> Iterator[Notice]:
    """The largest along the items of probabilities, kept as predictions: an item for each class."""
    for name, call in _places(cell):
        if not CLASSES.search(name) or cell.bound[name] != 1:
            continue
        held: Any = cell.names.get(name)
        node, axis = _looked_at(cell, call)
        if node is None or not (is_tensor(held) or is_array(held)) or held.ndim != 1 or len(held) < 2:
            continue
        size = _size(cell, node)
        if size is None or size[0] < 2 or size[0] == size[1] or size[1] != len(held):
            continue
        if int(held.max()) < len(held) or _are_items(cell, name, *size):
            continue  # they may be classes, or are used as items
        if any(True for known in (argmax_over_items, largest_of_a_column) for _ in known(cell)):
            continue
        n, c = size
        yield Notice(
            f"`{text_of(call)}` looks along the {n} items: `{name}` holds {c} numbers, for each class the item with "
            f"the largest value ({int(held.max())} is no class). For the class of each item: "
            f"`{name} = {text_of(node)}.argmax({axis}=1)`.",
            hash(ast.dump(call)),
            card="predictions",
        )
        return


def _places(cell: Cell) -> Iterator[tuple[str, ast.Call]]:
    """`name = x.argmax(0)`, `name = x.max(0)[1]`, `name = x.max(0).indices`, `_, name = x.max(0)`."""
    for node in cell.of(ast.Assign):
        target, value, word = node.targets[0], node.value, "argmax"
        if isinstance(target, ast.Tuple) and len(target.elts) == 2:
            target, word = target.elts[1], "max"
        while (
            isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in KEEPS
        ):
            value = value.func.value  # .numpy()
        is_second = isinstance(value, ast.Subscript) and constant(value.slice) == 1
        is_named = isinstance(value, ast.Attribute) and value.attr == "indices"
        if isinstance(value, (ast.Subscript, ast.Attribute)) and (is_second or is_named):
            value, word = value.value, "max"
        if isinstance(target, ast.Name) and isinstance(value, ast.Call) and last_name(value.func) == word:
            yield target.id, value


def _looked_at(cell: Cell, call: ast.Call) -> tuple[ast.expr | None, str]:
    """What the largest is looked for in along dim 0, and how that argument is called."""
    modules = [one for one in (library("numpy"), library("torch")) if one is not None]
    func = call.func
    is_function = isinstance(func, ast.Attribute) and any(cell.value(func.value) is one for one in modules)
    if not isinstance(func, ast.Attribute) or (is_function and not call.args):
        return None, ""
    given = call.args[1:] if is_function else call.args
    named = next((one for one in ("dim", "axis") if keyword(call, one) is not None), "")
    dim = keyword(call, named) if named else next(iter(given), None)
    if constant(dim) != 0 or isinstance(constant(dim), bool):
        return None, ""
    is_numpys = is_function and cell.value(func.value) is modules[0]
    return (call.args[0] if is_function else func.value), named or ("axis" if is_numpys else "dim")


def _size(cell: Cell, node: ast.expr) -> tuple[int, int] | None:
    """How many items and classes a table of probabilities, or of a network's outputs, has; None if it is not sure."""
    while isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in KEEPS:
            is_function = bool(node.args) and constant(node.args[0]) != 1 and constant(node.args[0]) != -1
            node = node.args[0] if is_function else node.func.value
            continue
        return _of_network(cell, node)
    held: Any = cell.value(node)
    if not (is_tensor(held) or is_array(held)) or held.ndim != 2 or not 0 < _count(held) <= MOST_NUMBERS:
        return None
    n, c = int(held.shape[0]), int(held.shape[1])
    if _are_probabilities(held):
        return n, c
    made = origin(cell, node.id) if isinstance(node, ast.Name) else None
    return (n, c) if made is not None and _of_network(cell, made) == (n, c) else None


def _count(held: Any) -> int:
    return int(held.shape[0]) * int(held.shape[1])


def _are_probabilities(held: Any) -> bool:
    """Whether each row adds up to 1, and not each column."""
    if is_tensor(held):
        return is_probabilities(held) and not is_probabilities(held.T)
    if held.dtype.kind != "f" or not bool(((held >= 0) & (held <= 1)).all()):
        return False
    return bool((abs(held.sum(1) - 1) < 1e-3).all()) and not bool((abs(held.sum(0) - 1) < 1e-3).all())


def _of_network(cell: Cell, node: ast.expr) -> tuple[int, int] | None:
    """The size of `model(x)`, where x is a live batch of rows and the last layer a linear one."""
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return None
    model, x = cell.value(node.func), cell.value(node.args[0])
    last = last_layer(model) if is_module(model) else None
    if not is_of(last, "torch.nn", "Linear") or not is_tensor(x) or x.ndim not in (2, 4):
        return None
    return int(x.shape[0]), int(stored(last)["out_features"])


def _are_items(cell: Cell, name: str, n: int, c: int) -> bool:
    """Whether the cell takes the numbers for places of items: `files[preds]`, `zip(vocab, preds)`."""
    for node in cell.of(ast.Subscript):
        held: Any = cell.value(node.value)
        is_short = hasattr(type(held), "__len__") and len(held) == c
        if not is_short and any(isinstance(one, ast.Name) and one.id == name for one in below(node.slice)):
            return True
    return any(
        isinstance(one, ast.Name) and one.id == name
        for call in cell.of(ast.Call)
        if last_name(call.func) in ("zip", "enumerate")
        for one in call.args
    )
