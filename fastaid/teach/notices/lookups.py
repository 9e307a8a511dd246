"""Embeddings that look up the wrong column: all of them the users, or one of them both."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_learner, is_module, is_of, stored


@dataclass(frozen=True)
class Lookup:
    """`self.user_factors(x[:, 0])`."""

    table: str
    size: int
    asked: str  # what it is asked with: "x[:, 0]"


@check("(", also=("@Embedding",), needs="torch")
def same_column_for_all(cell: Cell) -> Iterator[Notice]:
    """`self.movie_factors(x[:, 0])`: the movies are looked up by the number of the user."""
    for model in _own_models(cell):
        tables = {
            name: one.num_embeddings
            for name, one in stored(model).get("_modules", {}).items()
            if is_of(one, "torch.nn", "Embedding")
        }
        written = cell.definition(vars(type(model)).get("forward")) if len(set(tables.values())) > 1 else None
        if not isinstance(written, ast.FunctionDef):
            continue
        found = _lookups(written, tables)
        columns = _columns(written)
        text = _one_column(found, columns) or _one_table(found, tables, columns)
        if text:
            yield Notice(
                f"`forward` of `{type(model).__name__}` {text}", id(type(model)), card="dot-product-and-bias"
            )
            return


def _own_models(cell: Cell) -> Iterator[Any]:
    """The networks of the learner's own classes, also those of a Learner."""
    for _, held in cell.live(is_module):
        if type(held).__module__ == "__main__":
            yield held
    for _, learn in cell.live(is_learner):
        model = stored(learn).get("model")
        if type(model).__module__ == "__main__":
            yield model


def _columns(written: ast.FunctionDef) -> list[str]:
    """What a forward is given: its columns where it takes one batch, else its parameters; [] where it is not sure."""
    names = [one.arg for one in written.args.args[1:]]
    if len(names) > 1:
        return names
    if not names:
        return []
    uses = [one for one in nodes_in(written, ast.Name) if one.id == names[0]]
    parts = [
        one for one in nodes_in(written, ast.Subscript) if one.value in uses and _column(one) is not None
    ]
    # Where the whole batch goes somewhere, all of its columns may be looked at there.
    if not parts or len(parts) != len(uses) or any((_column(one) or 0) > 1 for one in parts):
        return []
    start = text_of(parts[0]).rstrip("0123456789]")
    return [f"{start}{n}]" for n in range(2)]


def _column(node: ast.Subscript) -> int | None:
    """1 for `x[:, 1]`."""
    part = node.slice
    if (
        isinstance(part, ast.Tuple)
        and len(part.elts) == 2
        and isinstance(part.elts[0], (ast.Slice, ast.Constant))
    ):
        is_all = text_of(part.elts[0]) in (":", "...")
        found = constant(part.elts[1])
        return found if is_all and type(found) is int and found >= 0 else None
    return None


def _lookups(written: ast.FunctionDef, tables: dict[str, int]) -> list[Lookup]:
    made = {}
    for line in nodes_in(written, ast.Assign):
        target, value = line.targets[0], line.value
        pairs = [(target, value)]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = list(zip(target.elts, value.elts, strict=False))
        made.update(
            {text_of(one): text_of(given) for one, given in pairs if isinstance(given, ast.Subscript)}
        )
    found = []
    for call in nodes_in(written, ast.Call):
        func = call.func
        if (
            isinstance(func, ast.Attribute)
            and text_of(func.value) == "self"
            and func.attr in tables
            and call.args
        ):
            asked = text_of(call.args[0])
            found.append(Lookup(func.attr, tables[func.attr], made.get(asked, asked)))
    return found


def _one_column(found: Sequence[Lookup], columns: Sequence[str]) -> str:
    """Tables of two sizes are all asked with one column, and the other is used nowhere."""
    asked = {one.asked for one in found}
    if (
        len({one.size for one in found}) < 2
        or len(asked) != 1
        or len(columns) != 2
        or not asked <= set(columns)
    ):
        return ""
    used = found[0].asked
    other = next(one for one in columns if one != used)
    users = [one for one in found if "user" in one.table.lower()]
    first = users[0].size if users and used == columns[0] else found[0].size
    wrong = [one for one in found if one.size != first]
    right = listed([f"`self.{one.table}({other})`" for one in dict.fromkeys(wrong)], 4)
    names = listed([f"`{one}`" for one in dict.fromkeys(one.table for one in wrong)], 4)
    return (
        f"looks up everything by `{used}`, {names} too, and never uses `{other}`: so the model cannot tell apart what "
        f"`{other}` stands for. Write {right}."
    )


def _one_table(found: Sequence[Lookup], tables: dict[str, int], columns: Sequence[str]) -> str:
    """One table is asked with both columns, and that of the other size with none."""
    unused = [name for name in tables if all(one.table != name for one in found)]
    for one in found:
        others = [two for two in found if two.table == one.table and two.asked != one.asked]
        spare = [name for name in unused if tables[name] != one.size]
        if others and spare and len(columns) == 2 and {one.asked, others[0].asked} == set(columns):
            return (
                f"looks up both `{one.asked}` and `{others[0].asked}` in `{one.table}`, and `{spare[0]}` is never "
                f"used. Write `self.{spare[0]}({columns[1]})` for the second."
            )
    return ""
