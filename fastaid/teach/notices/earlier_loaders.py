"""A learner that goes on with the data it was made with, though new ones stand under their name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import nodes_in, parsed, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_dls, is_learner, stored

TRAINS = ("fit", "fit_one_cycle", "fit_flat_cos", "fit_sgdr", "fine_tune", "lr_find")
MOST_CELLS = 30  # back to the one that made the learner


@check(".fit", ".fine_tune", ".lr_find", needs="fastai")
def new_data_not_used(cell: Cell) -> Iterator[Notice]:
    """`dls = …` anew, then `learn.fit(1)`: the learner keeps those it was made with."""
    for call in cell.calls(*TRAINS):
        learn = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if not is_learner(learn) or not isinstance(call.func, ast.Attribute):
            continue
        name = text_of(call.func.value)
        data = _data_name(cell, name)
        new: Any = cell.names.get(data)
        old = stored(learn).get("dls")
        if (
            not data
            or not is_dls(new)
            or not is_dls(old)
            or new is old
            or not _bound_before(cell, data, call)
        ):
            continue
        if any(is_learner(one) and stored(one).get("dls") is new for one in list(cell.names.values())):
            continue  # they were made for another learner
        difference = _difference(old, new)
        if difference:
            yield Notice(
                f"`{name}` still trains on the `{data}` it was made with ({difference}): giving the name `{data}` to "
                f"new data changes nothing in the learner. Write `{name}.dls = {data}` before "
                f"`{name}.{call.func.attr}`.",
                id(new),
                card="progressive-resizing",
            )
            return


def _data_name(cell: Cell, learner: str) -> str:
    """The variable whose data the learner was made with; "" where its dls were set since, or it is not known."""
    for source in reversed(_sources(cell)):
        if f"{learner}.dls" in source and any(
            text_of(one) == f"{learner}.dls" and isinstance(one.ctx, ast.Store)
            for one in nodes_in(parsed(source), ast.Attribute)
        ):
            return ""
        for node in sorted(nodes_in(parsed(source), ast.Assign), key=lambda one: -one.lineno):
            if any(isinstance(one, ast.Name) and one.id == learner for one in node.targets):
                made = node.value
                is_made = isinstance(made, ast.Call) and last_name(made.func).lower().endswith("learner")
                given = made.args[0] if is_made and isinstance(made, ast.Call) and made.args else None
                return given.id if isinstance(given, ast.Name) else ""
    return ""


def _sources(cell: Cell) -> list[str]:
    """The cells up to this one."""
    ran = cell.names.get("In")
    earlier = [one for one in ran[-MOST_CELLS:] if isinstance(one, str)] if isinstance(ran, list) else []
    return [*earlier, cell.source] if cell.source not in earlier[-1:] else earlier


def _bound_before(cell: Cell, data: str, call: ast.Call) -> bool:
    """Whether the cell gives the name its new data above the call, or does not give it any: an earlier cell did."""
    lines = [node.lineno for node in cell.of(ast.Name) if node.id == data and isinstance(node.ctx, ast.Store)]
    return not lines or max(lines) < call.lineno


def _length(items: Any) -> int:
    return len(items) if items is not None else 0


def _difference(old: Any, new: Any) -> str:
    """What the two sets of loaders do otherwise; "" where they are alike."""
    mine, others = (loaders_of(one)[:1] for one in (old, new))
    if not mine or not others:
        return ""
    sizes = [_size(one[0]) for one in (mine, others)]
    if sizes[0] != sizes[1] and all(sizes):
        return f"size {sizes[0]}, the new ones {sizes[1]}"
    counts = [stored(one[0].get("dataset")).get("tls") for one in (mine, others)]
    n, m = (_length(stored(one[0]).get("items")) if one else 0 for one in counts)
    if n != m:
        return f"{n:,} training items, the new ones have {m:,}"
    bs, new_bs = (one[0].get("bs") for one in (mine, others))
    if bs != new_bs:
        return f"batches of {bs}, the new ones {new_bs}"
    steps = [_steps(one[0]) for one in (mine, others)]
    return "other transforms than the new ones" if steps[0] != steps[1] else ""


def _parts(loader: dict[str, Any]) -> Iterator[Any]:
    for key in ("after_item", "after_batch"):
        yield from stored(loader.get(key)).get("fs") or ()


def _size(loader: dict[str, Any]) -> str:
    """The size that the pictures end up with: "32x32"."""
    found = ""
    for one in _parts(loader):
        size = stored(one).get("size")
        if isinstance(size, int):
            size = (size, size)
        if isinstance(size, tuple) and len(size) == 2 and all(isinstance(n, int) for n in size):
            found = f"{size[0]}x{size[1]}"
    return found


def _steps(loader: dict[str, Any]) -> list[str]:
    return sorted(type(one).__name__ for one in _parts(loader))
