"""Two datasets of the learner's own class that each number the classes from their own labels."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.scalers import is_other, is_training
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_array, is_of, stored

MOST_KEYS = 20_000


@check("val", "test", "tst", "VAL", "Val", "TEST", "Test", "TST", also=("@own",))
def numbered_by_each(cell: Cell) -> Iterator[Notice]:
    """`FruitData(train_names)`, `FruitData(valid_names)`: each makes its own `c2i`."""
    found = [(name, data) for name, data in cell.live(_is_data) if _own(data) is not None]
    for name, held in found:
        for train, other in found:
            if not is_other(name.lower()) or is_training(name.lower()) or not is_training(train.lower()):
                continue
            mine, theirs = _own(held), _own(other)
            if mine is None or type(mine) is not type(theirs) or mine is theirs:
                continue
            apart = _apart(cell, mine, theirs)
            if apart is not None:
                yield Notice(_text(cell, name, train, mine, apart), id(type(mine)), card="labels-and-vocab")
                return


def _is_data(held: Any) -> bool:
    return type(held).__module__ == "__main__" or is_of(held, "torch.utils.data", "DataLoader")


def _own(held: Any) -> Any:
    """The dataset of the learner's own class, also a loader's."""
    data = stored(held).get("dataset") if is_of(held, "torch.utils.data", "DataLoader") else held
    is_own = type(data).__module__ == "__main__" and "__getitem__" in vars(type(data))
    return data if is_own else None


def _apart(cell: Cell, mine: Any, theirs: Any) -> tuple[str, Any, int, int, bool] | None:
    """The attribute that numbers the classes, one of them, its two numbers, whether the other knows all of mine."""
    lists = _lists(cell, mine)
    for key, held in stored(mine).items():
        ours, others = _numbers(held, key in lists), _numbers(stored(theirs).get(key), key in lists)
        if not ours or not others or ours == others:
            continue
        word = next((one for one in ours if one in others and ours[one] != others[one]), None)
        if word is not None:
            return key, word, ours[word], others[word], set(ours) <= set(others)
    return None


def _lists(cell: Cell, data: Any) -> set[str]:
    """The attributes in which its class looks up a class's number: `self.names.index(…)`."""
    written = cell.definition(type(data))
    calls = nodes_in(written, ast.Call) if written is not None else []
    asked = [
        one.func.value for one in calls if isinstance(one.func, ast.Attribute) and one.func.attr == "index"
    ]
    return {one.attr for one in asked if isinstance(one, ast.Attribute) and text_of(one.value) == "self"}


def _numbers(held: Any, is_looked_up: bool) -> Mapping[str, int]:
    """Which number each class has: of a dictionary, of an encoder of scikit-learn's, or by its place in a list."""
    if is_looked_up and type(held) is list and 0 < len(held) <= MOST_KEYS:
        return {one: n for n, one in enumerate(held)} if all(type(one) is str for one in held) else {}
    if isinstance(held, dict) and 0 < len(held) <= MOST_KEYS:
        are_codes = all(isinstance(one, str) and type(n) is int for one, n in held.items())
        numbers = sorted(held.values()) if are_codes else []
        are_in_a_row = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        return held if are_in_a_row else {}
    classes = stored(held).get("classes_") if is_of(held, "sklearn.preprocessing", "LabelEncoder") else None
    if is_array(classes) and 0 < len(classes) <= MOST_KEYS:  # type: ignore[arg-type]
        return {str(one): n for n, one in enumerate(classes)}  # type: ignore[arg-type]
    return {}


def _text(cell: Cell, name: str, train: str, data: Any, apart: tuple[str, Any, int, int, bool]) -> str:
    key, word, mine, theirs, is_known = apart
    inner = {
        one: f"{one}.dataset" if is_of(cell.names.get(one), "torch.utils.data", "DataLoader") else one
        for one in (name, train)
    }
    here, there = inner[name], inner[train]
    method = vars(type(data)).get("__getitem__")
    written = cell.definition(method) if method is not None else None
    reads = isinstance(written, ast.FunctionDef) and any(
        text_of(one) == f"self.{key}" for one in nodes_in(written, ast.Attribute)
    )
    fix = f"Make `{key}` once, from the labels of all, and give it to both."
    if reads and is_known:
        fix = f"Take the one numbering for both: `{here}.{key} = {there}.{key}`."
    return (
        f"`{here}` and `{there}` number the classes differently: {word!r} is {theirs} in `{there}.{key}` and {mine} in "
        f"`{here}.{key}`, as each `{type(data).__name__}` makes `{key}` from its own labels. The labels do not match. "
        f"{fix}"
    )
