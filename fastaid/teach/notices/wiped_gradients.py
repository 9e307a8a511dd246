"""Gradients that are to be collected over several batches, and are cleared at each of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.loop_parts import base_of, method_calls, steps_of, trains_with_fastai
from fastaid.teach.notices.tree import below, nodes_of, text_of


@check("zero_grad")
def at_each_batch(cell: Cell) -> Iterator[Notice]:
    """`opt.zero_grad()` in every round, `opt.step()` in every fourth one only."""
    if "%" not in cell.source or trains_with_fastai(cell):
        return
    for loop in cell.of(ast.For):
        plain = [one for one in loop.body if isinstance(one, (ast.Expr, ast.Assign, ast.With))]
        rest = [node for one in plain for node in below(one)]
        cleared = method_calls(rest, "zero_grad")
        if len(cleared) != 1 or not method_calls(rest, "backward") or steps_of(cell, rest):
            continue
        for test in (one for one in loop.body if isinstance(one, ast.If)):
            inside = [node for one in test.body for node in nodes_of(one)]
            steps = steps_of(cell, inside)
            is_every = any(
                isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mod) for one in below(test.test)
            )
            others = any(method_calls(nodes_of(one), "backward") for one in loop.body if one not in plain)
            if len(steps) != 1 or not is_every or others or method_calls(inside, "zero_grad"):
                continue
            if base_of(cleared[0].func) != base_of(steps[0].func) and _is_an_optimizer(cleared[0]):
                continue
            clear, step = text_of(cleared[0]), text_of(steps[0])
            yield Notice(
                f"`{clear}` clears the gradients at each batch, and `{step}` comes only `if {text_of(test.test)}`: so "
                f"each step uses the last batch alone, nothing is collected. Move `{clear}` behind `{step}`, into the "
                "`if`.",
                hash(text_of(loop)),
                card="gradient-accumulation-and-clipping",
            )
            return


def _is_an_optimizer(call: ast.Call) -> bool:
    return "opt" in base_of(call.func).lower()
