"""Schedules of the learning rate in loops written by hand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.loop_parts import LOOPS, base_of, loops, method_calls
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_of, stored

VANISHED = 1e-9  # of the rate that training began with
# Those that have no end; others come down to nothing at the end of their cycle.
FALLING = ("StepLR", "MultiStepLR", "ExponentialLR")


@check(".step(")
def stepped_every_batch(cell: Cell) -> Iterator[Notice]:
    """A scheduler meant for epochs steps after each batch, and the learning rate has vanished."""
    for name, held in cell.live(lambda one: is_of(one, "torch.optim.lr_scheduler", *FALLING)):
        optimizer: Any = stored(held).get("optimizer")
        group: Any = (stored(optimizer).get("param_groups") or [{}])[0]
        lr, first = group.get("lr"), group.get("initial_lr")
        if not isinstance(lr, float) or not isinstance(first, float) or not 0 <= lr < VANISHED * first:
            continue
        over = _batches(cell, name)
        if not over:
            continue
        owner = next((one for one, opt in cell.optimizers if opt is optimizer), "the optimizer")
        yield Notice(
            f"`{name}.step()` runs for every batch of `{over}` ({stored(held).get('last_epoch', 0):,} times so far): "
            f"the learning rate of `{owner}` fell from {first:g} to {lr:.1g}, and nothing is learnt any more. Step "
            f"once an epoch: move `{name}.step()` out of the inner loop.",
            id(held),
            card="learning-rate-schedule",
        )
        return


def _batches(cell: Cell, name: str) -> str:
    """What the inner loop goes over that a scheduler steps in; "" where it is not in one."""
    every = loops(cell.all_nodes)
    for loop in every:  # the innermost first
        inside = below(loop)
        if not any(base_of(call.func) == name for call in method_calls(inside, "step")):
            continue
        if not isinstance(loop, ast.For) or not method_calls(inside, "backward"):
            return ""
        is_inner = any(loop is not one and isinstance(one, LOOPS) and loop in below(one) for one in every)
        over = loop.iter
        if isinstance(over, ast.Call) and over.args and isinstance(over.func, ast.Name):
            over = over.args[0]
        return text_of(over) if is_inner else ""
    return ""
