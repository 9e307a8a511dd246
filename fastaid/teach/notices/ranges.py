"""y_range and SigmoidRange: what a network can give, and targets beyond it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.getters import source_of
from fastaid.teach.notices.targets import is_loss_of_numbers, named, targets_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import is_nan, last_layer, loaders_of
from fastaid.teach.objects import is_learner, is_module, is_of, is_table, stored

RATINGS = ("rating", "ratings", "score", "stars")
ROOM = 1e-3  # beyond the range, of the targets' span
DEEPEST = 4  # parts inside parts


@dataclass(frozen=True)
class Reach:
    """The numbers that a network's last sigmoid can give."""

    low: float
    high: float
    form: str  # how the learner writes it: "y_range=({})", "SigmoidRange({})"


@check("y_range", "SigmoidRange", "sigmoid_range", ".fit", ".fine_tune", needs="fastai")
def too_narrow(cell: Cell) -> Iterator[Notice]:
    """A target beyond y_range: the sigmoid can never reach it."""
    for name, learn in cell.live(is_learner):
        reach = reach_of(stored(learn).get("model"))
        dls = stored(learn).get("dls")
        if reach is None or not is_loss_of_numbers(stored(learn).get("loss_func")):
            continue
        targets = [one for one in targets_of(dls) if not is_nan(one)]
        if not targets:
            continue
        low, high = min(targets), max(targets)
        room = ROOM * (high - low)
        if (low >= reach.low - room and high <= reach.high + room) or _of_another_column(cell, dls):
            continue
        margin = 0.05 * (high - low)
        first, last = (
            (low - margin if low < reach.low else reach.low),
            (high + margin if high > reach.high else reach.high),
        )
        of = named(dls)
        yield Notice(
            f"{of or f'The targets of `{name}`'} {'go' if not of or ' and ' in of else 'goes'} from {low:.4g} to "
            f"{high:.4g}, but {_written(reach.form, reach.low, reach.high)} lets `{name}` predict only numbers in "
            f"between: the others are never reached. Use `{_written(reach.form, first, last)}`.",
            id(learn),
            card="sigmoid",
        )


def _written(form: str, low: float, high: float) -> str:
    return form.format(f"{low:.4g}, {high:.4g}")


def _of_another_column(cell: Cell, dls: Any) -> bool:
    """Whether another column holds the ratings: tables.columns_of_ratings tells that cause."""
    data: Any = (loaders_of(dls) or [{}])[0].get("dataset")
    if not is_of(data, "fastai.collab", "TabularCollab"):
        return False
    names = [str(one) for one in stored(data).get("y_names") or ()]
    if any(one.lower() in RATINGS for one in names):
        return False
    tables = [one for one in (stored(data).get("items"), *dict(cell.variables).values()) if is_table(one)]
    return any(
        str(column).lower() in RATINGS
        for one in tables
        if all(name in one.columns for name in names)
        for column in one.columns
    )


def reach_of(model: Any, depth: int = 0) -> Reach | None:
    """What a network ends in, where that is a sigmoid of a range; None where it is not, or cannot be told."""
    if not is_module(model) or depth > DEEPEST:
        return None
    if type(model).__module__ == "__main__":
        return _of_forward(model, depth)
    if is_of(model, "fastai.collab", "EmbeddingDotBias"):
        return _pair(stored(model).get("y_range"), "y_range=({})")
    if is_of(model, "fastai.tabular.model", "TabularModel"):
        return reach_of(stored(model).get("_modules", {}).get("layers"), depth + 1)
    last = last_layer(model)
    if is_of(last, "fastai.layers", "SigmoidRange"):
        is_own = depth == 0 and len(stored(model).get("_modules", {})) > 2
        pair = (stored(last).get("low"), stored(last).get("high"))
        return _pair(pair, "SigmoidRange({})" if is_own or model is last else "y_range=({})")
    return reach_of(last, depth + 1) if last is not model else None


def _pair(held: Any, form: str) -> Reach | None:
    is_pair = isinstance(held, (tuple, list)) and len(held) == 2
    if not is_pair or not all(type(one) in (int, float) for one in held):
        return None
    return Reach(float(held[0]), float(held[1]), form)


def _of_forward(model: Any, depth: int) -> Reach | None:
    """A network of the learner's: by the one expression that its forward returns."""
    forward = vars(type(model)).get("forward")
    node = source_of(forward) if isinstance(forward, FunctionType) else None
    if not isinstance(node, ast.FunctionDef):
        return None
    returns = [one.value for one in below(node) if isinstance(one, ast.Return)]
    value = returns[-1] if returns else None
    before = node.body[-2] if len(node.body) > 1 else None
    if isinstance(value, ast.Name) and isinstance(before, ast.Assign):
        value = before.value if text_of(before.targets[0]) == value.id else value
    if len(returns) == 1 and isinstance(value, ast.Call) and last_name(value.func) == "sigmoid_range":
        return _of_call(model, value)
    is_part = isinstance(value, ast.Call) and text_of(value.func).startswith("self.")
    if len(returns) == 1 and is_part and isinstance(value, ast.Call):
        part = stored(model).get("_modules", {}).get(last_name(value.func))
        found = reach_of(part, depth + 1)
        return Reach(found.low, found.high, "SigmoidRange({})") if found is not None else None
    uses = "y_range" in forward.__code__.co_names and not any(isinstance(one, ast.Tuple) for one in returns)
    return _pair(stored(model).get("y_range"), "y_range=({})") if uses else None


def _of_call(model: Any, call: ast.Call) -> Reach | None:
    """`sigmoid_range(x, 0, 5.5)`, `sigmoid_range(x, *self.y_range)`."""
    given = [*call.args[1:], *(one.value for one in call.keywords if one.arg in ("low", "high"))]
    if len(given) == 1 and isinstance(given[0], ast.Starred):
        inner = given[0].value
        name = inner.attr if isinstance(inner, ast.Attribute) and text_of(inner.value) == "self" else ""
        return _pair(stored(model).get(name), f"{name}=({{}})") if name else None
    return _pair([constant(one) for one in given], "sigmoid_range(…, {})")
