"""Inputs and labels that are drawn at random by a call each: their rows do not belong together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.tree import text_of

TOGETHER = frozenset(
    {"fit", "score", "zip", "TensorDataset", "from_dsets", "partial_fit", "cross_val_score", "xgboost"}
)
LABELS = re.compile(r"(?i)^y|_y$|label|targ|answer")
SEEDS = frozenset({"seed", "set_seed", "manual_seed", "RandomState", "default_rng"})


@dataclass(frozen=True)
class Draw:
    """One call that deals out rows, and the names it gave."""

    call: ast.Call
    names: tuple[str, ...]


@check("train_test_split", ".sample(")
def drawn_apart(cell: Cell) -> Iterator[Notice]:
    """`train_test_split(X)` and `train_test_split(y)`: each shuffles in an order of its own."""
    draws = _draws(cell)
    if len(draws) < 2:
        return
    for node in cell.of(ast.Call):
        if last_name(node.func) not in TOGETHER or len(node.args) < 2:
            continue
        pair = [next((one for one in draws if text_of(given) in one.names), None) for given in node.args[:2]]
        first, second = pair
        if first is None or second is None or first is second or not _is_random(cell, first, second):
            continue
        is_sample = last_name(first.call.func) == "sample"
        if is_sample and last_name(node.func) == "zip" and not LABELS.search(text_of(node.args[1])):
            continue  # pairs of any two rows may be meant
        if first.names.index(text_of(node.args[0])) != second.names.index(text_of(node.args[1])):
            continue
        word = last_name(first.call.func)
        given = f"{text_of(first.call.args[0])}, {text_of(second.call.args[0])}" if first.call.args else ""
        yield Notice(
            f"`{text_of(node.args[0])}` and `{text_of(node.args[1])}` come from two calls of {word}, "
            "and each deals out the rows at random in an order of its own: the labels do not belong to their rows. "
            f"{_fix(first, second, given)}",
            hash((text_of(first.call), text_of(second.call))),
            card="validation-set",
        )
        return


def _draws(cell: Cell) -> list[Draw]:
    found = []
    defined = in_definitions(cell)  # a function speaks when it is called
    for node in cell.of(ast.Assign):
        call, target = node.value, node.targets[0]
        if not isinstance(call, ast.Call) or len(node.targets) != 1 or id(node) in defined:
            continue
        word = last_name(call.func)
        names = [text_of(one) for one in target.elts] if isinstance(target, ast.Tuple) else [text_of(target)]
        is_split = word == "train_test_split" and len(call.args) == 1 and len(names) == 2
        is_sample = word == "sample" and isinstance(call.func, ast.Attribute) and len(names) == 1
        if is_split or (is_sample and constant(keyword(call, "frac")) in (1, 1.0)):
            found.append(Draw(call, tuple(names)))
    return found


def _is_random(cell: Cell, first: Draw, second: Draw) -> bool:
    """Whether two draws take different rows: neither the same seed, nor the order of the table."""
    if last_name(first.call.func) != last_name(second.call.func):
        return False
    if any(constant(keyword(one.call, "shuffle")) is False for one in (first, second)):
        return False
    seeds = [keyword(one.call, "random_state") for one in (first, second)]
    if all(one is not None for one in seeds):
        held = [constant(one) if isinstance(one, ast.Constant) else None for one in seeds]
        return all(type(one) is int for one in held) and held[0] != held[1]
    lines = sorted((first.call.lineno, second.call.lineno))
    again = [one for one in cell.of(ast.Call) if last_name(one.func) in SEEDS]
    return not any(lines[0] < one.lineno <= lines[1] for one in again)


def _fix(first: Draw, second: Draw, given: str) -> str:
    word = last_name(first.call.func)
    if word == "sample":
        labels = text_of(second.call.func.value) if isinstance(second.call.func, ast.Attribute) else "y"
        return (
            f"Draw once: `{first.names[0]} = {text_of(first.call)}; "
            f"{second.names[0]} = {labels}.loc[{first.names[0]}.index]`."
        )
    rest = "".join(f", {one.arg}={text_of(one.value)}" for one in first.call.keywords)
    names = ", ".join((*first.names, *second.names))  # both parts of the first, then both of the second
    return f"Split both in one call: `{names} = {text_of(first.call.func)}({given}{rest})`."
