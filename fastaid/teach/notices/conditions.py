"""Slips of plain Python that run: a loop that ends at once, a function replaced."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import FUNCTIONS, below, text_of

SEEDS = ("seed", "manual_seed", "seed_all")
DRAWS = ("title", "xlabel", "ylabel", "legend", "xlim", "ylim", "show", "figure")


@check("return", needs="sys")
def returns_in_first_round(cell: Cell) -> Iterator[Notice]:
    """A total is collected in a loop, and `return` stands in the loop: it ends in its first round."""
    for kind in FUNCTIONS[:2]:
        for function in cell.of(kind):
            for loop in [one for one in function.body if isinstance(one, ast.For)]:  # type: ignore[attr-defined]
                last = loop.body[-1]
                if not isinstance(last, ast.Return) or last.value is None or loop.orelse:
                    continue
                inside = [one for statement in loop.body for one in below(statement)]
                if any(isinstance(one, (ast.Continue, ast.Yield, ast.YieldFrom)) for one in inside):
                    continue
                returned = {one.id for one in below(last.value) if isinstance(one, ast.Name)}
                collected = sorted((_collected(loop) & returned) - _bound(loop))
                if collected:
                    yield Notice(
                        f"`{text_of(last)}` stands inside the loop of `{function.name}`, so the loop ends in its first "  # type: ignore[attr-defined]
                        f"round and `{collected[0]}` holds one item's part only. Indent it one level less, so that it "
                        "comes after the loop.",
                        hash(ast.dump(function)),
                    )
                    return


def _bound(loop: ast.For) -> set[str]:
    """Names that a loop binds itself: what is added to these begins anew in each round."""
    targets = [loop.target]
    for node in loop.body:
        targets += node.targets if isinstance(node, ast.Assign) else []
    return {one.id for target in targets for one in below(target) if isinstance(one, ast.Name)}


def _collected(loop: ast.For) -> set[str]:
    """Names that a loop adds to: `total += x`, `found.append(x)`."""
    found = set()
    for node in loop.body:
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            holder = call.func.value
            found |= {holder.id} if isinstance(holder, ast.Name) else set()
    return found


@check("seed =", "seed=", "seed_all", "plt.", "pyplot.", needs="sys")
def function_replaced(cell: Cell) -> Iterator[Notice]:
    """`torch.manual_seed = 42` sets no seed: it puts a number in the function's place."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Attribute) or target.attr not in (*SEEDS, *DRAWS):
            continue
        holder: Any = cell.value(target.value)
        value = node.value.value if isinstance(node.value, ast.Constant) else None
        if not isinstance(holder, ModuleType) or not isinstance(value, (int, str)):
            continue
        if vars(holder).get(target.attr) != value or not holder.__name__.startswith(_LIBRARIES):
            continue
        text, given = text_of(target), text_of(node.value)
        yield Notice(
            f"`{text} = {given}` calls nothing: it puts {given} in the place of the function `{text}`, which is gone "
            f"until the kernel restarts. Restart, and write `{text}({given})`.",
            hash(text),
        )


_LIBRARIES = ("torch", "numpy", "random", "matplotlib", "fastai", "fastcore")
