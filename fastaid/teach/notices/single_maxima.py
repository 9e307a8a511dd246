"""`preds.argmax()` of a whole batch, compared with every target, where a function does it that a library calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.casts import SAME_NUMBERS
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import Inside
from fastaid.teach.notices.loop_parts import FITS
from fastaid.teach.notices.tree import FUNCTIONS, below, nodes_in, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored


@check(*(f".{name}" for name in FITS), "earner(", ".validate", ".metrics", needs="fastai", reached=True)
def of_a_metric(cell: Cell) -> Iterator[Notice]:
    """`Learner(…, metrics=my_accuracy)`, whose function takes one maximum of the whole batch."""
    for name, learn in cell.live(is_learner):
        if any(one.get("bs") == 1 for one in loaders_of(stored(learn).get("dls"))):
            continue
        for metric in list(stored(learn).get("_metrics") or ()):
            func = stored(metric).get("func")
            written = cell.definition(func)
            if not isinstance(written, FUNCTIONS[:2]) or len(written.args.args) < 2:
                continue
            preds, targets = (one.arg for one in written.args.args[:2])
            for call, given, other in _compared(written):
                if (
                    given.id == preds
                    and _base(other) == targets
                    and not _is_stored(written, (preds, targets))
                ):
                    yield _notice(call, given, f"the metric `{written.name}` of `{name}`", written)
                    return


@check("argmax(")
def of_a_loop(cell: Cell) -> Iterator[Notice]:
    """A loop over a loader in a function: its names are gone, but it goes over batches."""
    if not isinstance(cell, Inside):
        return
    for loop in cell.of(ast.For):
        names = [one.id for one in below(loop.target) if isinstance(one, ast.Name)]
        over: Any = cell.value(loop.iter)
        size = stored(over).get("batch_size") if is_of(over, "torch.utils.data", "DataLoader") else None
        if is_of(over, "fastai.data.load", "DataLoader"):
            size = stored(over).get("bs")
        if not isinstance(size, int) or size < 2 or len(names) < 2:
            continue
        for call, given, other in _compared(loop):
            if _base(other) == names[-1] and _is_output(cell, loop, given.id, names[:-1]):
                yield _notice(call, given, f"each batch of `{text_of(loop.iter)}`", loop)
                return


def _notice(call: ast.Call, given: ast.Name, where: str, part: ast.AST) -> Notice:
    return Notice(
        f"`{text_of(call)}` without a dimension is one number for the whole batch, the place of the largest of all "
        f"values, and {where} compares it with every target. Write `{given.id}.argmax(dim=1)`: one answer for each "
        "row.",
        hash(text_of(part)),
        card="accuracy-and-error-rate",
    )


def _compared(part: ast.AST) -> Iterator[tuple[ast.Call, ast.Name, ast.expr]]:
    """`preds.argmax() == targets`, also the other way round."""
    for node in nodes_in(part, ast.Compare):
        if len(node.ops) != 1 or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            continue
        for call, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            if not isinstance(call, ast.Call) or last_name(call.func) != "argmax" or call.keywords:
                continue
            args = [call.func.value, *call.args] if isinstance(call.func, ast.Attribute) else call.args
            args = [one for one in args if text_of(one) not in ("torch", "np")]
            if len(args) == 1 and isinstance(args[0], ast.Name):
                yield call, args[0], other


def _base(node: ast.expr) -> str:
    """The name below calls that keep what there is: `targets.squeeze()`."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr not in SAME_NUMBERS | {"long", "int", "to", "ravel"}:
            return ""
        node = node.func.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_stored(part: ast.AST, names: tuple[str, ...]) -> bool:
    """Whether one of the names is given another value: in a loop over the rows, say."""
    return any(isinstance(one.ctx, ast.Store) and one.id in names for one in nodes_in(part, ast.Name))


def _is_output(cell: Cell, loop: ast.For, name: str, inputs: list[str]) -> bool:
    """Whether a network makes it of the batch, and nothing changes it."""
    made = [
        one.value
        for one in nodes_in(loop, ast.Assign)
        if any(isinstance(part, ast.Name) and part.id == name for to in one.targets for part in below(to))
    ]
    if len(made) != 1 or not isinstance(made[0], ast.Call) or len(nodes_in(loop, ast.For)) > 1:
        return False
    words = {one.id for one in below(made[0]) if isinstance(one, ast.Name)}
    return is_module(cell.value(made[0].func)) and bool(words & set(inputs))
