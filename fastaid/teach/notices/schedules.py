"""Schedules of the learning rate in loops written by hand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loop_parts import LOOPS, base_of, loops, method_calls
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import is_of, stored

VANISHED = 1e-9  # of the rate that training began with: whatever was meant
SMALL = 1e-3  # of it, where the schedule's own numbers are epochs
# Those that fall and have no end, and those that a number of steps is made for.
FALLING = ("StepLR", "MultiStepLR", "ExponentialLR")
MADE_FOR = ("CosineAnnealingLR", "PolynomialLR")
PASSING = ("tqdm", "trange", "progress_bar", "master_bar", "enumerate", "track")


@dataclass(frozen=True)
class Stepped:
    """Where a scheduler steps: over what the inner loop goes, how often the outer one turns (0: unknown)."""

    over: str
    epochs: int


@check(".step(", "sched", "lr_scheduler")
def stepped_every_batch(cell: Cell) -> Iterator[Notice]:
    """A scheduler meant for epochs steps after each batch, and the learning rate has vanished or swings."""
    for name, held in cell.live(lambda one: is_of(one, "torch.optim.lr_scheduler", *FALLING, *MADE_FOR)):
        optimizer: Any = stored(held).get("optimizer")
        group: Any = (stored(optimizer).get("param_groups") or [{}])[0]
        lr, first, steps = group.get("lr"), group.get("initial_lr"), stored(held).get("last_epoch")
        if not isinstance(lr, float) or not isinstance(first, float) or type(steps) is not int or first <= 0:
            continue
        found = _batches(cell, name)
        if found is None:
            continue
        owner = next((one for one, opt in cell.optimizers if opt is optimizer), "the optimizer")
        what = _what_came(held, lr / first, found.epochs, steps)
        if not what:
            continue
        often = f"{steps:,} times in {found.epochs:,} epochs" if found.epochs else f"{steps:,} times so far"
        came = what.format(owner=f"`{owner}`", first=f"{first:g}", lr=f"{lr:.1g}")
        yield Notice(
            f"`{name}.step()` runs for every batch of `{found.over}` ({often}): {came}. Step once an epoch: move "
            f"`{name}.step()` out of the inner loop, behind it.",
            id(held),
            card="learning-rate-schedule",
        )
        return


def _what_came(held: Any, left: float, epochs: int, steps: int) -> str:
    """What the steps did to the rate; "" where it may be meant so."""
    fell = "the learning rate of {owner} fell from {first} to {lr}, and nothing is learnt any more"
    own, kind = stored(held), type(held).__name__
    if kind in FALLING and 0 <= left < VANISHED:
        return fell
    if epochs < 2 or steps < 2 * epochs:
        return ""
    if kind == "StepLR" and own.get("step_size", steps) <= epochs and left < SMALL:
        return fell
    if kind == "ExponentialLR" and left < SMALL / 10 and own.get("gamma", 1.0) ** epochs > SMALL:
        return fell
    points = sorted(own.get("milestones") or ()) if kind == "MultiStepLR" else []
    # Made for epochs, they lie in their later part; counted in batches, all are in the first quarter.
    if points and epochs / 3 <= points[-1] < epochs and points[-1] * 4 <= steps and left < 0.5:
        return (
            f"all of its milestones passed within the first {points[-1]} batches, so the rate of {{owner}} is {{lr}} "
            "instead of {first} nearly from the start"
        )
    if kind == "CosineAnnealingLR" and own.get("T_max") == epochs:
        return (
            f"its T_max={epochs} counts epochs, so the learning rate of {{owner}} runs down and up again within "
            f"{2 * epochs} batches"
        )
    if kind == "PolynomialLR" and own.get("total_iters") == epochs and left == 0:
        return f"its total_iters={epochs} counts epochs, so {fell}"
    return ""


def _batches(cell: Cell, name: str) -> Stepped | None:
    """The inner loop that a scheduler steps in and trains, None where it is in no such loop."""
    every, names = loops(cell.all_nodes), _also_called(cell, name)
    for loop in every:  # the innermost first
        inside = below(loop)
        calls = [one for one in method_calls(inside, "step") if base_of(one.func) in names]
        if not calls:
            continue
        # With an argument it is told the epoch, or a loss.
        if not isinstance(loop, ast.For) or any(one.args or one.keywords for one in calls):
            return None
        if not method_calls(cell.reached(loop), "backward") or _counts_turns(loop, calls):
            return None
        outer = [one for one in every if one is not loop and any(loop is part for part in cell.reached(one))]
        if not outer or any(_is_made_in(outer[0], one) for one in names):
            return None
        over = _unwrapped(loop.iter)
        if isinstance(over, ast.Call) and last_name(over.func) in ("range", "trange") and len(over.args) < 3:
            return None  # `for i in range(n)` may be over epochs; `range(0, n, bs)` is over batches
        return Stepped(text_of(over), _turns(cell, outer[0]))
    return None


def _is_made_in(loop: ast.AST, name: str) -> bool:
    """Whether each turn of a loop makes the scheduler anew: then it is a loop of trials."""
    return any(isinstance(one, ast.Assign) and text_of(one.targets[0]) == name for one in below(loop))


def _counts_turns(loop: ast.For, calls: list[ast.Call]) -> bool:
    """Whether the step hangs on a condition, as `if i == len(dl) - 1:`: then it does not run for every batch."""
    return any(
        any(call is part for part in below(one) for call in calls)
        for one in below(loop)
        if isinstance(one, (ast.If, ast.IfExp, ast.BoolOp, *LOOPS)) and one is not loop
    )


def _unwrapped(over: ast.expr) -> ast.expr:
    """`tqdm(enumerate(dl))` → `dl`."""
    while isinstance(over, ast.Call) and over.args and last_name(over.func) in PASSING:
        over = over.args[0]
    return over


def _turns(cell: Cell, loop: ast.For | ast.While) -> int:
    """How often a loop over a range turns, 0 where it is not known."""
    over = _unwrapped(loop.iter) if isinstance(loop, ast.For) else None
    if not isinstance(over, ast.Call) or last_name(over.func) not in ("range", "trange"):
        return 0
    if not 1 <= len(over.args) <= 2:
        return 0
    ends: list[Any] = [_number(cell, one) for one in over.args]
    if any(type(one) is not int for one in ends):
        return 0
    return max(0, int(ends[-1]) - (int(ends[0]) if len(ends) == 2 else 0))


def _number(cell: Cell, node: ast.expr) -> Any:
    if not isinstance(node, ast.Name) or not is_local(node):
        return cell.value(node)
    found = {_value(cell, one) for word, one in _given(cell) if word == node.id}
    return found.pop() if len(found) == 1 else None


def _value(cell: Cell, node: ast.expr) -> Any:
    held = cell.value(node)
    return held if type(held) is int else None


def _also_called(cell: Cell, name: str) -> set[str]:
    """A variable's name, and those of the functions' arguments that it is given for."""
    return {name} | {word for word, one in _given(cell) if isinstance(one, ast.Name) and one.id == name}


def _given(cell: Cell) -> Iterator[tuple[str, ast.expr]]:
    """The arguments of the learner's functions, with what the cell gives for each."""
    for call, written in cell.own_calls:
        if not isinstance(written, ast.FunctionDef):
            continue
        own = [one.arg for one in written.args.args]
        yield from zip(own, call.args, strict=False)
        yield from ((one.arg, one.value) for one in call.keywords if one.arg)
        defaults = written.args.defaults
        told = {*own[: len(call.args)], *(one.arg for one in call.keywords)}
        for word, one in zip(own[len(own) - len(defaults) :], defaults, strict=False):
            if word not in told:
                yield word, one
