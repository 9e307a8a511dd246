"""Values that are compared on one and the same learner, which goes on training from one to the next."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.loop_parts import base_of
from fastaid.teach.notices.training import FITS
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_learner, stored

BEGINS_ANEW = (
    "load",
    "load_state_dict",
    "load_model",
    "load_learner",
    "apply_init",
    "apply",
    "deepcopy",
    "reset_parameters",
)


@check(*(f".{name}" for name in FITS), needs="fastai")
def compared_on_one_learner(cell: Cell) -> Iterator[Notice]:
    """`for lr in [1e-4, 1e-3, 1e-2]: learn.fit(2, lr); results[lr] = …` with a learner made before the loop."""
    for loop in cell.of(ast.For):
        if not isinstance(loop.target, ast.Name) or not _is_a_choice(loop.iter):
            continue
        value = loop.target.id
        call = next((one for one in nodes_in(loop, ast.Call) if _fits_with(one, value)), None)
        if call is None or not isinstance(call.func, ast.Attribute) or not _is_recorded(loop, value):
            continue
        name, learn = text_of(call.func.value), cell.value(call.func.value)
        if not is_learner(learn) or stored(learn).get("recorder") is None or _begins_anew(loop, call):
            continue
        yield Notice(
            f"`{name}` is the same learner in every turn of the loop: each `{value}` goes on with the weights that "
            f"the one before has trained, so the results say nothing about `{value}`. Make model and learner anew "
            f"inside the loop, before `{text_of(call.func)}(…)`.",
            hash((id(learn), value)),
            card="learning-rate",
        )


def _is_a_choice(values: ast.expr) -> bool:
    """Several numbers to compare; falling ones may be one training in stages."""
    if not isinstance(values, (ast.List, ast.Tuple)) or len(values.elts) < 2:
        return False
    found = [constant(one) for one in values.elts]
    numbers = [one for one in found if isinstance(one, (int, float)) and not isinstance(one, bool)]
    return len(numbers) == len(found) and numbers != sorted(numbers, reverse=True)


def _fits_with(call: ast.Call, value: str) -> bool:
    """Whether it is a fit that gets the loop's value itself."""
    given: Sequence[ast.expr] = [*call.args, *(one.value for one in call.keywords)]
    return last_name(call.func) in FITS and any(
        isinstance(one, ast.Name) and one.id == value for one in given
    )


def _is_recorded(loop: ast.For, value: str) -> bool:
    """Whether a result is kept or shown under the value: `results[lr] = …`, `append((lr, …))`, `print(lr, …)`."""
    for node in nodes_in(loop, ast.Subscript):
        if isinstance(node.ctx, ast.Store) and _names(node.slice, value):
            return True
    return any(
        last_name(call.func) in ("append", "print") and any(_names(one, value) for one in call.args)
        for call in nodes_in(loop, ast.Call)
    )


def _names(node: ast.AST, value: str) -> bool:
    return any(one.id == value for one in nodes_in(node, ast.Name))


def _begins_anew(loop: ast.For, fit: ast.Call) -> bool:
    """Whether something in the loop makes the learner or its weights anew."""
    name = base_of(fit.func)
    if any(last_name(one.func) in BEGINS_ANEW for one in nodes_in(loop, ast.Call)):
        return True
    return any(base_of(target) == name for line in nodes_in(loop, ast.Assign) for target in line.targets)
