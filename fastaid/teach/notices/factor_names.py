"""Names of users and items for the rows of an embedding, taken from a list in another order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import held_by, is_column, origin
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_learner, is_of, is_table, is_tensor, stored

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp)
MOST_STEPS = 6  # from a name to what it was made of


@check("unique()", "@ndarray", "@ExtensionArray", also=("]",), needs="fastai.collab")
def names_of_other_rows(cell: Cell) -> Iterator[Notice]:
    """`ratings.title.unique()[i]` for i of `learn.model.i_bias`: its rows follow `dls.classes['title']`."""
    for node in cell.of(ast.Subscript):
        column = _uniques(cell, node.value)
        if column is None or not isinstance(node.ctx, ast.Load):
            continue
        index = _goes_through(cell, node)
        for learner, learn in _learners(cell):
            classes = _classes(learn).get(column)
            weight = _weight(cell, index, len(classes)) if classes is not None else None
            if weight is None:
                continue
            shift = any(
                text_of(one).endswith("[1:]") for one in _chain(cell, index) if isinstance(one, ast.Subscript)
            )
            at = f"{text_of(node.slice)} + 1" if shift else text_of(node.slice)
            names = f"{learner}.dls.classes[{column!r}]"
            yield Notice(
                f"`{text_of(node)}` takes names in the order of the table, and the rows of `{weight}` follow "
                f"`{names}` (sorted, with '#na#' first): these are other names. Take "
                f"`{names}[{at}]`" + (" (+ 1, as `[1:]` left the first row out)." if shift else "."),
                hash(text_of(node)),
                card="collaborative-filtering",
            )
            return


def _uniques(cell: Cell, node: ast.expr) -> str | None:
    """The column of `table.title.unique()`, also under a name."""
    found = origin(cell, node.id) if isinstance(node, ast.Name) else node
    if not isinstance(found, ast.Call) or last_name(found.func) != "unique" or found.args:
        return None
    held: Any = held_by(cell, found.func.value) if isinstance(found.func, ast.Attribute) else None
    return str(held.name) if is_column(held) and isinstance(held.name, str) else None


def _goes_through(cell: Cell, node: ast.Subscript) -> ast.expr:
    """The list that an index of a comprehension or a loop comes from."""
    index = node.slice
    if not isinstance(index, ast.Name):
        return index
    scopes: list[Any] = [one for kind in (*COMPREHENSIONS, ast.For) for one in cell.of(kind)]
    for scope in scopes:
        if any(one is node for one in below(scope)):
            for loop in [scope] if isinstance(scope, ast.For) else scope.generators:
                if text_of(loop.target) == index.id:
                    return loop.iter
    return index


def _learners(cell: Cell) -> Iterator[tuple[str, Any]]:
    for name, held in cell.variables:
        if is_learner(held):
            yield name, held


def _classes(learn: Any) -> dict[str, Any]:
    loaders = stored(stored(learn).get("dls")).get("loaders") or []
    for loader in loaders[:1]:
        data = stored(loader).get("dataset")
        for proc in stored(stored(data).get("procs")).get("fs") or ():
            found = stored(proc).get("classes")
            if isinstance(found, dict) and not is_table(found):
                return {name: list(one) for name, one in found.items()}
    return {}


def _chain(cell: Cell, node: ast.expr) -> list[ast.AST]:
    """An expression's parts, with what the names in it were given."""
    found, todo, seen = list[ast.AST](), [node], set[str]()
    for _ in range(MOST_STEPS):
        if not todo:
            break
        parts = below(todo.pop(0))
        found += parts
        for one in parts:
            if isinstance(one, ast.Name) and one.id not in seen and is_tensor(cell.names.get(one.id)):
                seen.add(one.id)
                made = origin(cell, one.id)
                todo += [made] if made is not None else []
    return found


def _weight(cell: Cell, index: ast.expr, rows: int) -> str | None:
    """The embedding of a network with a row for each class that an index was made from."""
    for node in _chain(cell, index):
        if not isinstance(node, ast.Attribute) or ".model" not in text_of(node):
            continue
        held = cell.value(node)
        held = (
            stored(held).get("_parameters", {}).get("weight")
            if is_of(held, "torch.nn", "Embedding")
            else held
        )
        if is_of(held, "torch.nn", "Parameter") and held.shape[0] == rows:
            return text_of(node).removesuffix(".weight")
    return None
