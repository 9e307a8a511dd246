"""Schedulers that are made and never used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.loop_parts import loops, method_calls, steps_of, trains_with_fastai
from fastaid.teach.objects import is_of, stored


@check("backward", also=("@LRScheduler", "@ReduceLROnPlateau"), reached=True)
def never_stepped(cell: Cell) -> Iterator[Notice]:
    """A scheduler is made, the optimizer steps, the scheduler does not: the learning rate stays."""
    if not {"backward", "step"} <= cell.words or trains_with_fastai(cell):
        return
    for name, held in cell.live(_is_scheduler):
        optimizer: Any = stored(held).get("optimizer")
        if stored(held).get("last_epoch") != 0 or not getattr(optimizer, "state", None):
            continue
        uses = [one for one in cell.all_of(ast.Name) if one.id == name and isinstance(one.ctx, ast.Load)]
        mine = [one for one, opt in cell.optimizers if opt is optimizer]
        if uses or not mine or cell.bound[name] != 1:
            continue
        loop = next((one for one in loops(cell.nodes) if _trains(cell, one, mine[0])), None)
        line = next((value.lineno for one, value in cell.assigned() if one == name), 0)
        if loop is None or not 0 < line < loop.lineno:
            continue
        yield Notice(
            f"`{name}` is made and never used: nothing calls `{name}.step()`, so the learning rate of `{mine[0]}` "
            f"stays what it was. Call it after `{mine[0]}.step()`: once an epoch, or once a batch for schedules "
            "that count batches (OneCycleLR).",
            id(held),
            card="learning-rate-schedule",
        )
        return


def _is_scheduler(held: Any) -> bool:
    return is_of(held, "torch.optim.lr_scheduler", "LRScheduler", "ReduceLROnPlateau")


def _trains(cell: Cell, loop: ast.AST, optimizer: str) -> bool:
    """Whether a loop steps an optimizer that it names itself, or hands to a function."""
    nodes = cell.reached(loop)
    named = any(isinstance(one, ast.Name) and one.id == optimizer for one in nodes)
    return named and bool(method_calls(nodes, "backward")) and bool(steps_of(cell, nodes))
