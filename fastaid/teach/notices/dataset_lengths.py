"""`__len__` of a dataset that counts something else than what `__getitem__` gives."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.run_by_libraries import methods_of, own_objects
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_array, is_table, is_tensor, library, stored


@check("__len__", "@own", also=("@Dataset", "@DataLoader", "@DataLoaders", "@Learner"), reached=True)
def counts_something_else(cell: Cell) -> Iterator[Notice]:
    """`def __len__(self): return self.df.shape[1]`: the number of columns."""
    for held, kind in own_objects(cell):
        lengths, getters = methods_of(kind, "__len__"), methods_of(kind, "__getitem__")
        returned = nodes_in(lengths[0], ast.Return) if lengths else []
        if held is None or not getters or len(returned) != 1 or len(getters[0].args.args) != 2:
            continue
        counted = returned[0].value
        found = _counted(held, counted) if counted is not None else None
        number = getters[0].args.args[1].arg
        looked_up = _looked_up(held, getters[0], number)
        if found is None or counted is None or len(looked_up) == 0:
            continue
        n, what, attribute = found
        rows = {len(stored(held)[one]) for one in looked_up}
        if len(rows) != 1 or n >= min(rows) or (attribute in looked_up and what == "items"):
            continue
        first = looked_up[0]
        has = (
            f"the {n} columns of `self.{attribute}`"
            if what == "columns"
            else f"the {n} of `self.{attribute}`"
        )
        yield Notice(
            f"`__len__` of {kind.name} returns `{text_of(counted)}`: {has}, where `self.{first}` has "
            f"{min(rows)} items. So only the first {n} items are ever used. Write `return len(self.{first})`.",
            hash((kind.name, text_of(counted))),
            card="dataloaders",
        )
        return


def _counted(held: Any, node: ast.expr) -> tuple[int, str, str] | None:
    """The number that `__len__` gives, what it counts, and of which attribute."""
    if isinstance(node, ast.Subscript) and text_of(node.value).endswith(".shape"):
        at, owner = constant(node.slice), node.value.value if isinstance(node.value, ast.Attribute) else node
    elif (
        isinstance(node, ast.Call) and last_name(node.func) == "size" and isinstance(node.func, ast.Attribute)
    ):
        at, owner = constant(node.args[0]) if node.args else None, node.func.value
    elif isinstance(node, ast.Call) and last_name(node.func) == "len" and len(node.args) == 1:
        at, owner = 0, node.args[0]
        if isinstance(owner, ast.Attribute) and owner.attr == "columns":
            at, owner = 1, owner.value
    else:
        return None
    name = _own(owner)
    data = stored(held).get(name)
    if not name or data is None or type(at) is not int:
        return None
    if is_table(data) or is_array(data) or is_tensor(data):
        shape = tuple(data.shape)
        if not -len(shape) <= at < len(shape):
            return None
        is_rows = at % len(shape) == 0
        return int(shape[at]), "items" if is_rows else "columns", name
    return (len(data), "items", name) if at == 0 and isinstance(data, (list, tuple, dict)) else None


def _own(node: ast.expr) -> str:
    """`self.df` → "df"."""
    is_own = isinstance(node, ast.Attribute) and text_of(node.value) == "self"
    return node.attr if is_own and isinstance(node, ast.Attribute) else ""


def _looked_up(held: Any, getter: ast.AST, number: str) -> list[str]:
    """The attributes of which `__getitem__` takes the item of its number: `self.x[i]`, `self.df.iloc[i]`."""
    found = []
    for one in nodes_in(getter, ast.Subscript):
        first = one.slice.elts[0] if isinstance(one.slice, ast.Tuple) and one.slice.elts else one.slice
        owner = one.value
        if isinstance(owner, ast.Attribute) and owner.attr in ("iloc", "loc", "values"):
            owner = owner.value
        if isinstance(owner, ast.Attribute) and isinstance(owner.value, ast.Attribute):
            owner = owner.value  # self.df.label[i]
        name = _own(owner)
        if text_of(first) == number and name and _has_length(stored(held).get(name)):
            found.append(name)
    return list(dict.fromkeys(found))


def _has_length(held: Any) -> bool:
    pandas = library("pandas")
    is_row = pandas is not None and isinstance(held, pandas.Series)
    if is_tensor(held) or is_array(held):
        return len(held.shape) > 0
    return is_row or is_table(held) or isinstance(held, (list, tuple)) or type(held).__name__ == "L"
