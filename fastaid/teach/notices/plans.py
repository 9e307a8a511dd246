"""DataBlocks whose change is lost."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_of


@check(".new(", needs="fastai")
def new_not_kept(cell: Cell) -> Iterator[Notice]:
    """`bears.new(item_tfms=…)` makes another DataBlock and changes nothing in bears."""
    for node in cell.of(ast.Expr):
        call = node.value
        if (
            not isinstance(call, ast.Call)
            or not isinstance(call.func, ast.Attribute)
            or call.func.attr != "new"
        ):
            continue
        held = cell.value(call.func.value)
        if not is_of(held, "fastai.data.block", "DataBlock") or node is cell.shown:
            continue
        name = text_of(call.func.value)
        given = ", ".join(f"{one.arg}=…" for one in call.keywords if one.arg)
        yield Notice(
            f"`{name}.new(…)` makes a new DataBlock and leaves `{name}` as it was; the new one was not kept. "
            f"Write `{name} = {name}.new({given})`.",
            id(held),
            card="data-block",
        )
