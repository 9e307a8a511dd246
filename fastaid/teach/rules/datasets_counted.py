"""A data set that says it has more items than one of the lists, arrays or tables that it takes them from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_workers import dataset_of, is_from_worker, learners_line
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Scene, is_learners_file


@dataclass(frozen=True)
class Taken:
    """What `__getitem__` takes an item from: `self.labels[i + 1]`."""

    text: str  # "self.labels"
    size: int
    later: int  # 1 of `i + 1`
    written: str  # the whole expression


@rule(IndexError, needs="torch")
def longer_than_its_lists(scene: Scene) -> Diagnosis | None:
    """`__len__` gives len(self.names), and self.labels is shorter; or `self.x[i + 1]` of the last item."""
    dataset = _dataset(scene)
    counts = _counted(dataset)
    if counts is None:
        return None
    said, length = counts
    short = [one for one in _taken(dataset) if one.size < length + one.later]
    here, line = scene.here, ""
    if is_from_worker(scene):
        line = learners_line(scene)[1]
    elif here is not None and here.names.get("self") is dataset:
        line = ast.unparse(here.node) if here.node is not None else here.text
    bare = "".join(line.split())
    short = [one for one in short if "".join(one.written.split()) in bare]
    if not short or not line:
        return None
    one, kind = short[0], type(dataset).__name__
    how = "(then make the data set and its loader anew):"
    if one.later and one.size >= length:
        return Diagnosis(
            f"`{kind}` takes `{one.written}`; for the last item that is behind the end of `{one.text}`, which has "
            f"{counted(one.size, 'item')}.",
            f"`__len__` gives {length}, so the loader asks for every index from 0 to {length - 1}.",
            f"def __len__(self):\n    return len({one.text}) - {one.later}",
            f"Let the data set end earlier {how}",
            card="getting-data",
        )
    return Diagnosis(
        f"`{kind}` says that it has {counted(length, 'item')}: its `__len__` gives `{said}`. `{one.text}` has only "
        f"{one.size}.",
        f"The loader asks for every index from 0 to {length - 1}, and `{one.text}` ends at {one.size - 1}.",
        f"def __len__(self):\n    return len({one.text})",
        f"See first why they are not equally long: where one item in the middle is missing, all others are shifted. "
        f"If only the end is, count the shorter one {how}",
        card="getting-data",
    )


def _dataset(scene: Scene) -> Any:
    """The learner's data set whose item was asked for."""
    here = scene.here
    held = here.names.get("self") if here is not None and here.function == "__getitem__" else None
    held = dataset_of(scene) if held is None and is_from_worker(scene) else held
    while is_of(held, "torch.utils.data", "Subset"):
        held = stored(held).get("dataset")
    return held


def _method(dataset: Any, name: str) -> ast.FunctionDef | None:
    function = next((vars(one)[name] for one in type(dataset).__mro__ if name in vars(one)), None)
    is_own = isinstance(function, FunctionType) and (
        function.__module__ == "__main__" or is_learners_file(function.__code__.co_filename)
    )
    node = source_of(function) if is_own else None
    return node if isinstance(node, ast.FunctionDef) else None


def _counted(dataset: Any) -> tuple[str, int] | None:
    """What `__len__` gives: the expression, and its value."""
    node = _method(dataset, "__len__")
    returns = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)] if node is not None else []
    if len(returns) != 1 or returns[0] is None:
        return None
    value = _number(returns[0], dataset)
    return (ast.unparse(returns[0]), value) if value is not None else None


def _number(node: ast.expr, dataset: Any) -> int | None:
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        left, right = _number(node.left, dataset), _number(node.right, dataset)
        if left is None or right is None:
            return None
        return left + right if isinstance(node.op, ast.Add) else left - right
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "len" and len(node.args) == 1:
        return _size(_held(node.args[0], dataset))
    if ast.unparse(node).endswith(".shape[0]") and isinstance(node, ast.Subscript):
        assert isinstance(node.value, ast.Attribute)
        return _size(_held(node.value.value, dataset))
    held = _held(node, dataset)
    return held if type(held) is int else None


def _held(node: ast.expr, dataset: Any) -> Any:
    """`self.labels`, also of `self.df.iloc`."""
    if (
        isinstance(node, ast.Attribute)
        and node.attr in ("iloc", "values")
        and isinstance(node.value, ast.Attribute)
    ):
        node = node.value
    if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"):
        return UNKNOWN
    return stored(dataset).get(node.attr, UNKNOWN)


def _size(held: Any) -> int | None:
    if is_of(held, "fastcore.foundation", "L"):
        held = stored(held).get("items")
    if type(held) in (list, tuple, str, range) or is_table(held) or is_of(held, "pandas", "Series"):
        return len(held)
    return int(held.shape[0]) if (is_tensor(held) or is_array(held)) and held.ndim else None


def _taken(dataset: Any) -> Iterator[Taken]:
    """The lists that `__getitem__` takes something from at its index."""
    node = _method(dataset, "__getitem__")
    if node is None or len(node.args.args) < 2:
        return
    index = node.args.args[1].arg
    for one in ast.walk(node):
        if not isinstance(one, ast.Subscript):
            continue
        at = one.slice.elts[0] if isinstance(one.slice, ast.Tuple) and one.slice.elts else one.slice
        later = 0
        if isinstance(at, ast.BinOp) and isinstance(at.op, ast.Add) and isinstance(at.right, ast.Constant):
            later, at = at.right.value if type(at.right.value) is int else 0, at.left
        size = _size(_held(one.value, dataset))
        if isinstance(at, ast.Name) and at.id == index and size is not None:
            base = one.value
            is_rows = isinstance(base, ast.Attribute) and base.attr in ("iloc", "values")
            assert isinstance(base, ast.Attribute)
            yield Taken(ast.unparse(base.value if is_rows else base), size, later, ast.unparse(one))
