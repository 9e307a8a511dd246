"""Names of classes, typed in another order than the numbers that a network gives them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import Inside, cells_run, in_definitions
from fastaid.teach.notices.tree import below, nodes_in, parsed, text_of
from fastaid.teach.objects import is_dls, is_learner, is_module, is_of, stored

PREDICTS = frozenset({"predict", "get_preds", "tta"})
ANSWERS = frozenset({"argmax", "softmax", "topk", "max"})
KEEPS = frozenset(
    {"map", "list", "float", "tolist", "numpy", "squeeze", "cpu", "detach", "int", "item", "flatten"}
)
MOST_CLASSES = 1_000


@check("zip(", "[")
def in_another_order(cell: Cell) -> Iterator[Notice]:
    """`classes = ['dog', 'cat']`, where the vocab is ['cat', 'dog'], and `zip(classes, probs)`."""
    for node, names, given in _named(cell):
        held: Any = cell.value(names)
        if type(held) not in (list, tuple) or not 1 < len(held) <= MOST_CLASSES:
            continue
        learn, source = _predicted_by(cell, given)
        if not source or not all(isinstance(one, str) for one in held):
            continue
        found = _vocab(cell, learn, held)
        if found is None or not _is_typed(cell, names.id):
            continue
        right, vocab = found
        place = next(i for i, (one, other) in enumerate(zip(held, vocab, strict=True)) if one != other)
        yield Notice(
            f"`{names.id}` is in another order than the classes of the network: number {place} is {vocab[place]!r} in "
            f"`{right}`, and {held[place]!r} in `{names.id}`, so `{_short(node)}` gives the answers the wrong names. "
            f"Take the names from where the numbers come from: `{names.id} = list({right})`.",
            hash((names.id, *held)),
            card="labels-and-vocab",
        )
        return


def _named(cell: Cell) -> Iterator[tuple[ast.AST, ast.Name, ast.expr]]:
    """`zip(classes, probs)`, `classes[probs.argmax()]`: the list of names, and what is named."""
    inside = in_definitions(cell)  # they are looked at where they are called
    for call in cell.calls("zip"):
        if id(call) in inside:
            continue
        first = call.args[0] if len(call.args) == 2 else None
        if isinstance(first, ast.Name):
            yield call, first, call.args[1]
        elif first is not None and isinstance(call.args[1], ast.Name):
            yield call, call.args[1], first
    for node in cell.of(ast.Subscript):
        if id(node) in inside:
            continue
        if isinstance(node.value, ast.Name) and not isinstance(node.slice, (ast.Constant, ast.Slice)):
            yield node, node.value, _over(cell, node.slice)


def _over(cell: Cell, index: ast.expr) -> ast.expr:
    """What a loop or comprehension goes over whose variable is the index; else the index."""
    names = {one.id for one in below(index) if isinstance(one, ast.Name)}
    parts: list[ast.comprehension | ast.For] = [*cell.of(ast.comprehension), *cell.of(ast.For)]
    found = [one.iter for one in parts if isinstance(one.target, ast.Name) and one.target.id in names]
    return found[0] if len(found) == 1 else index


def _predicted_by(cell: Cell, given: ast.expr) -> tuple[Any, bool]:
    """The learner that made what is named, as far as it can be told, and whether it is an answer at all."""
    if any(isinstance(one, ast.Subscript) and not _is_first(one) for one in below(given)):
        return None, False  # sorted or picked already
    calls = [one for one in below(given) if isinstance(one, ast.Call)]
    called = {last_name(one.func) for one in calls if not is_module(cell.value(one.func))}
    if called - KEEPS - ANSWERS - PREDICTS:
        return None, False
    if called & PREDICTS or (called & ANSWERS and len(called) < len(calls)):
        return _asked_of(cell, given)
    words = [
        one.id
        for one in below(given)
        if isinstance(one, ast.Name) and one.id not in ("float", "int", "torch")
    ]
    if len(set(words) - called) != 1:
        return None, False
    value = _value_of(cell, next(one for one in words if one not in called))
    return (None, False) if value is None else _asked_of(cell, value)


def _asked_of(cell: Cell, value: ast.expr) -> tuple[Any, bool]:
    for one in below(value):
        if (
            isinstance(one, ast.Call)
            and last_name(one.func) in PREDICTS
            and isinstance(one.func, ast.Attribute)
        ):
            learn = cell.value(one.func.value)
            return (learn, True) if is_learner(learn) else (None, False)
    return None, any(isinstance(one, ast.Call) and last_name(one.func) in ANSWERS for one in below(value))


def _is_first(node: ast.Subscript) -> bool:
    """`probs[0]`: the one row of a batch."""
    return isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int)


def _value_of(cell: Cell, name: str) -> ast.expr | None:
    """What a name was given last, as part of a tuple too: `_, _, probs = learn.predict(fn)`."""
    if cell.bound[name] > 1 or (isinstance(cell, Inside) and name in cell.arguments):
        return None
    trees = (
        [cell.tree, *map(parsed, reversed(cells_run(cell)[-30:]))] if cell.bound[name] == 0 else [cell.tree]
    )
    for tree in trees:
        for node in sorted(nodes_in(tree, ast.Assign), key=lambda one: -one.lineno):
            parts = [one for target in node.targets for one in below(target)]
            if any(isinstance(one, ast.Name) and one.id == name for one in parts):
                return node.value
    return None


def _vocab(cell: Cell, learn: Any, names: Sequence[str]) -> tuple[str, list[str]] | None:
    """Where the same classes stand in the order of their numbers, if that is another one everywhere."""
    found: list[tuple[str, list[str]]] = []
    for name, held in cell.variables:
        if learn is not None and held is not learn:
            continue
        text, known = name, held
        if is_learner(held):
            text, known = f"{name}.dls", stored(held).get("dls")
        if is_dls(known):
            vocab: Any = getattr(known, "vocab", None)
            text = f"{text}.vocab"
        elif is_of(held, "torchvision.datasets", "DatasetFolder"):
            vocab, text = stored(held).get("classes"), f"{name}.classes"
        else:
            continue
        if (
            hasattr(vocab, "__len__")
            and len(vocab) == len(names)
            and all(isinstance(one, str) for one in vocab)
        ):
            found.append((text, [str(one) for one in vocab]))
    same = [one for one in found if sorted(one[1]) == sorted(names)]
    return (
        same[0] if same and len(same) == len(found) and all(one[1] != list(names) for one in same) else None
    )


def _is_typed(cell: Cell, name: str) -> bool:
    """Whether the list was written by hand, in this cell or an earlier one."""
    if cell.bound[name] > 1:
        return False
    value = _value_of(cell, name)
    if (
        isinstance(value, ast.Call)
        and last_name(value.func) == "split"
        and isinstance(value.func, ast.Attribute)
    ):
        value = value.func.value
        return isinstance(value, ast.Constant)
    return isinstance(value, (ast.List, ast.Tuple)) and all(
        isinstance(one, ast.Constant) for one in value.elts
    )


def _short(node: ast.AST) -> str:
    text = text_of(node)
    return text if len(text) <= 50 else text[:49] + "…"
