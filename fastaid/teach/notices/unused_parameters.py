"""Functions that are given a model, a table or a learner and work with another one, of the notebook."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import is_local, kept, nodes_in, text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_dls, is_learner, is_module, is_table


def _is_network(held: Any) -> bool:
    return is_module(held) and bool(weights_of(held))  # losses and layers without weights are no models


KINDS: tuple[Callable[[Any], bool], ...] = (_is_network, is_table, is_learner, is_dls)
SWITCHES = frozenset({"eval", "train", "to", "cpu", "cuda"})  # they ask the model nothing


@check("(", also=("@written",), needs="torch")
def notebooks_in_place_of_given(cell: Cell) -> Iterator[Notice]:
    """`def evaluate(net): … model(x) …`: whatever it is given, it asks the notebook's `model`."""
    for call, written in cell.own_calls:
        if not isinstance(written, ast.FunctionDef) or call.keywords or not call.args:
            continue
        unused, outer = kept(written, "unused", _unused)
        if not unused or not outer:
            continue
        names = [one.arg for one in written.args.args]
        for parameter, node in zip(names, call.args, strict=False):
            given = cell.value(node) if parameter in unused and isinstance(node, ast.Name) else None
            is_kind = next((one for one in KINDS if one(given)), None)
            others = [one for one in outer if is_kind is not None and is_kind(cell.names.get(one))]
            if len(others) != 1 or cell.names[others[0]] is given:
                continue
            place = _place(written, others[0])
            right = text_of(_renamed(place, others[0], parameter))
            yield Notice(
                f"`{written.name}` is given `{text_of(node)}`, but works with `{others[0]}` of the notebook, whatever "
                f"it is given: `{parameter}` is not used in it. Write `{right}` in place of `{text_of(place)}`.",
                hash((written.name, parameter)),
            )
            return


def _unused(written: ast.FunctionDef) -> tuple[frozenset[str], tuple[str, ...]]:
    """The parameters that a function does not use, and the notebook's names that it works with."""
    parameters = {one.arg for one in written.args.args if not one.arg.startswith("_") and one.arg != "self"}
    if written.args.vararg or written.args.kwarg or written.decorator_list:
        return frozenset(), ()
    switched = {
        id(one.func.value)
        for one in nodes_in(written, ast.Call)
        if isinstance(one.func, ast.Attribute) and one.func.attr in SWITCHES
    }
    names = nodes_in(written, ast.Name)
    used = {one.id for one in names if id(one) not in switched}
    worked_with = [one.func for one in nodes_in(written, ast.Call)]
    worked_with += [one.value for one in nodes_in(written, ast.Subscript)]
    worked_with += [one.value for one in nodes_in(written, ast.Attribute)]
    outer = [
        one.id
        for one in worked_with
        if isinstance(one, ast.Name) and not is_local(one) and id(one) not in switched
    ]
    return frozenset(parameters - used), tuple(dict.fromkeys(outer))


def _place(written: ast.FunctionDef, name: str) -> ast.expr:
    """Where a function works with a name of the notebook: `model(x)`, `df['a']`."""
    for kind in (ast.Call, ast.Subscript, ast.Attribute):
        for one in nodes_in(written, kind):
            inner = one.func if isinstance(one, ast.Call) else one.value  # type: ignore[attr-defined]
            if isinstance(inner, ast.Attribute) and isinstance(one, ast.Call):
                inner = inner.value
            if isinstance(inner, ast.Name) and inner.id == name:
                return one
    return ast.Name(name)


def _renamed(node: ast.expr, name: str, other: str) -> ast.expr:
    """An expression with one name in place of another."""
    tree = ast.parse(text_of(node), mode="eval").body
    for one in ast.walk(tree):
        if isinstance(one, ast.Name) and one.id == name:
            one.id = other
    return tree
