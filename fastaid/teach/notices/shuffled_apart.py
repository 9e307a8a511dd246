"""A list that is shuffled after another one was made of it: their items no longer belong together."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import in_definitions, last_stores
from fastaid.teach.notices.tree import below, text_of

# Calls that put items of several lists side by side.
TOGETHER = frozenset({"from_lists", "zip", "train_test_split", "DataFrame", "TensorDataset", "dict"})


@check("shuffle(", needs="sys")
def labels_left_behind(cell: Cell) -> Iterator[Notice]:
    """`tags = [label(p) for p in pics]`, then `random.shuffle(pics)`, then `from_lists(path, pics, tags)`."""
    defined = in_definitions(cell)
    for call in cell.calls("shuffle"):
        shuffled = call.args[0] if len(call.args) == 1 else None
        if not isinstance(shuffled, ast.Name) or id(call) in defined:
            continue
        for name, made in cell.assigned():
            if not _is_made_of(made, shuffled.id) or not made.lineno < call.lineno or name == shuffled.id:
                continue
            if any(last_stores(cell).get(one, 0) >= call.lineno for one in (name, shuffled.id)):
                continue
            if any(text_of(one.args[0]) == name for one in cell.calls("shuffle") if one.args):
                continue  # both, with the same seed
            used = next((one for one in _pairings(cell) if {name, shuffled.id} <= _given(one)), None)
            if used is None or used.lineno < call.lineno:
                continue
            yield Notice(
                f"`{name}` was made of `{shuffled.id}` before `{text_of(call)}`: since then their items stand in "
                f"different orders, and `{last_name(used.func)}` puts them side by side. Shuffle first, or make "
                f"`{name}` anew after it: `{name} = {_short(made)}`.",
                hash((name, shuffled.id, cell.source)),
                card="labels-and-vocab",
            )
            return


def _is_made_of(made: ast.expr, name: str) -> bool:
    """Whether a list has an item for each item of another: `[label(p) for p in pics]`, `pics.map(label)`."""
    if isinstance(made, ast.ListComp):
        part = made.generators[0]
        return len(made.generators) == 1 and not part.ifs and text_of(part.iter) == name
    while (
        isinstance(made, ast.Call) and last_name(made.func) in ("list", "L", "array", "tensor") and made.args
    ):
        made = made.args[0]
    if isinstance(made, ast.ListComp):
        return _is_made_of(made, name)
    if not isinstance(made, ast.Call) or last_name(made.func) != "map":
        return False
    is_method = isinstance(made.func, ast.Attribute) and text_of(made.func.value) == name
    return is_method or (len(made.args) == 2 and text_of(made.args[1]) == name)


def _pairings(cell: Cell) -> Iterator[ast.Call]:
    for call in cell.of(ast.Call):
        word = last_name(call.func)
        if word in TOGETHER or word.endswith("Dataset"):
            yield call


def _given(call: ast.Call) -> set[str]:
    parts = [*call.args, *(one.value for one in call.keywords)]
    return {one.id for part in parts for one in below(part) if isinstance(one, ast.Name)}


def _short(made: ast.expr) -> str:
    text = text_of(made)
    return text if len(text) < 80 else "…"
