"""Columns and variables that hold -inf or inf, as they are the log of 0 or were divided by 0."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import held_by, is_column, place_of
from fastaid.teach.notices.loop_parts import FITS
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import MOST_NUMBERS
from fastaid.teach.objects import is_array, is_table, is_tensor, library

LOGS = ("log", "log10", "log2")
EACH = ("apply", "map", "transform", "applymap")
# Who writes one of these knows of the infinite values.
KNOWN = frozenset(
    {"inf", "isinf", "isfinite", "nan_to_num", "errstate", "seterr", "NINF", "use_inf_as_na", "isneginf"}
)
DRAWS = frozenset(
    {"plot", "scatter", "bar", "hist", "imshow", "matshow", "semilogx", "step", "stem", "fill_between"}
)


@check("np.log", "numpy.log", "log(", "log10(", "log2(", needs="numpy")
def log_of_zeros(cell: Cell) -> Iterator[Notice]:
    """`df['LogFare'] = np.log(df['Fare'])` with fares of 0: -inf, and so is the mean."""
    for node in cell.of(ast.Assign):
        found = _log(cell, node.value) if len(node.targets) == 1 else None
        if found is None or cell.words & (KNOWN | FITS):  # of a loss that is nan another check tells
            continue
        word, given = found
        target = node.targets[0]
        where, values = _infinite_in(cell, target, is_below=True)
        # A log of numbers from 0 to 1 is one of probabilities or of a mask, where -inf has a meaning.
        if values is None or not bool((values > 0).any()):
            continue
        n, name = int((values == -library("numpy").inf).sum()), text_of(given)
        is_row = isinstance(target, (ast.Subscript, ast.Attribute)) or is_column(cell.value(target))
        part = counted(n, "row" if is_row or is_table(cell.value(target)) else "value")
        by = f"{word}1p({name})" if word.endswith("log") else f"{word}({name} + 1)"
        is_over = text_of(target) == name
        then = f"Make `{where}` anew, and add 1 first" if is_over else "Add 1 first"
        yield Notice(
            f"`{where}` holds -inf in {part}: there `{name}` {'was' if is_over else 'is'} 0, and the log of 0 is -inf. "
            f"So its mean is -inf, and what is scaled by that is nan. {then}: `{text_of(target)} = {by}`.",
            hash(ast.dump(node)),
            card="cleaning-data",
        )
        return


def _log(cell: Cell, value: ast.expr) -> tuple[str, ast.expr] | None:
    """`np.log` and what it is taken of, in `np.log(x)`, `x.log()`, `x.apply(np.log)`."""
    if not isinstance(value, ast.Call) or value.keywords:
        return None
    word, func = last_name(value.func), value.func
    modules = [one for one in (library("numpy"), library("torch")) if one is not None]
    if word in EACH and isinstance(func, ast.Attribute) and len(value.args) == 1:
        given = value.args[0]
        is_known = (
            isinstance(given, ast.Attribute) and given.attr in LOGS and cell.value(given.value) is modules[0]
        )
        return (text_of(given), func.value) if is_known else None
    if word not in LOGS or not isinstance(func, ast.Attribute):
        return None
    if any(cell.value(func.value) is one for one in modules):
        return (text_of(func), value.args[0]) if len(value.args) == 1 else None
    return None


def _infinite_in(cell: Cell, target: ast.expr, is_below: bool) -> tuple[str, Any]:
    """The first column, or the variable, that holds infinite values, and its numbers; ("", None) where none does."""
    numpy: Any = library("numpy")
    if text_of(target) in _given_twice(cell):
        return "", None
    pairs: list[tuple[str, Any]] = []
    table, columns = place_of(cell, target)
    held: Any = cell.value(target) if isinstance(target, ast.Name) else None
    if table is not None and isinstance(target, (ast.Subscript, ast.Attribute)):
        holder = target.value
        name = text_of(holder.value if isinstance(holder, ast.Attribute) else holder)
        pairs = [(f"{name}[{one!r}]", table[one]) for one in columns]
    elif is_table(held) and held.columns.is_unique:
        pairs = [(f"{text_of(target)}[{one!r}]", held[one]) for one in held.columns]
    elif held is not None and not _is_drawn(cell, text_of(target)):
        pairs = [(text_of(target), held)]
    for name, one in pairs:
        if is_tensor(one):
            one = one.detach().numpy() if one.device.type == "cpu" and one.is_floating_point() else None
        if not (is_column(one) or is_array(one)) or one.ndim != 1 or not 2 <= len(one) <= MOST_NUMBERS:
            continue
        numbers = numpy.asarray(one) if getattr(one.dtype, "kind", "") == "f" else None
        if numbers is not None and bool((numbers == (-numpy.inf if is_below else numpy.inf)).any()):
            return name, numbers
    return "", None


def _given_twice(cell: Cell) -> set[str]:
    """What the cell gives a value more than once."""
    texts = [text_of(one) for node in cell.of(ast.Assign) for one in node.targets]
    texts += [text_of(node.target) for node in cell.of(ast.AugAssign)]
    return {one for one in texts if texts.count(one) > 1}


def _is_drawn(cell: Cell, name: str) -> bool:
    """Whether a plot shows it: what is not finite is left out there."""
    return any(
        isinstance(part, ast.Name) and part.id == name
        for call in cell.of(ast.Call)
        if last_name(call.func) in DRAWS
        for part in below(call)
    )


@check("/", needs="pandas")
def division_by_zeros(cell: Cell) -> Iterator[Notice]:
    """`df['price_per_room'] = df.price / df.rooms` with rooms of 0: inf, and so is the mean."""
    for node in cell.of(ast.Assign):
        value, target = node.value, node.targets[0]
        if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div) or len(node.targets) > 1:
            continue
        if not isinstance(target, (ast.Subscript, ast.Attribute)) or cell.words & (KNOWN | FITS):
            continue
        below_line = held_by(cell, value.right)
        if not is_column(below_line) or below_line.dtype.kind not in "iuf":
            continue
        where, numbers = _infinite_in(cell, target, is_below=False)
        if numbers is None or len(numbers) != len(below_line):
            continue
        zeros = library("numpy").asarray(below_line) == 0
        bad = library("numpy").isinf(numbers)
        if not bool(zeros[bad].all()):
            continue
        right = text_of(value.right)
        without = ast.parse(f"{right}.where({right} != 0)", mode="eval").body
        line = f"{text_of(target)} = {text_of(ast.BinOp(value.left, ast.Div(), without))}"
        yield Notice(
            f"`{where}` holds inf in {counted(int(bad.sum()), 'row')}: there `{right}` is 0, and a division by 0 gives "
            f"inf. So its mean is inf, and what is scaled by that is nan. To leave these rows empty: `{line}`.",
            hash(ast.dump(node)),
            card="cleaning-data",
        )
        return
