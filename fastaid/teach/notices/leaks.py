"""Rows that training and validation share, though no part of the cell names them twice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.data import items_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, library, shape, stored

TRAIN = ("train", "trn")
OTHERS = ("valid", "val", "test", "tst")
MOST_ROWS = 20_000
FEWEST = 0.1  # of the validation rows; some rows are alike by chance
PAIRING = ("zip", "TensorDataset", "Dataset", "L")


@check("zip(", "Dataset(")
def slices_share_rows(cell: Cell) -> Iterator[Notice]:
    """`zip(x[:800], y[:800])` to train on and `zip(x[600:], y[600:])` to measure on."""
    made = dict(cell.assigned())
    pairs = [
        (name, value, other, made[other])
        for name, value in made.items()
        for first in TRAIN
        for second in OTHERS
        if first in name and (other := name.replace(first, second)) in made
    ]
    for call in cell.calls("from_dsets", "DataLoaders"):
        if len(call.args) > 1:
            pairs.append((text_of(call.args[0]), call.args[0], text_of(call.args[1]), call.args[1]))
    for name, value, other, second in pairs:
        mine, others = _ranges(cell, value), _ranges(cell, second)
        for base in sorted(mine.keys() & others.keys()):
            n = min(mine[base][1], others[base][1]) - max(mine[base][0], others[base][0])
            is_same = mine[base] == others[base] and n * 10 <= _length(cell.names.get(base))
            if n > 0 and not is_same:  # a few items in both show whether a network can learn them by heart
                yield Notice(
                    f"`{name}` and `{other}` share {counted(n, 'row')} of `{base}` ({mine[base][0]} to "
                    f"{mine[base][1]} and {others[base][0]} to {others[base][1]}): what is measured on these "
                    "was learnt by heart. Cut at one place, so that the second part begins where the first ends: "
                    f"`{base}[{mine[base][1]}:]`.",
                    hash((name, other)),
                    card="validation-set",
                )
                return


def _ranges(cell: Cell, value: ast.expr) -> dict[str, tuple[int, int]]:
    """From where to where a pairing of slices takes each name, where all bounds are plain numbers."""
    if isinstance(value, ast.Call) and last_name(value.func) == "list" and len(value.args) == 1:
        value = value.args[0]
    if not isinstance(value, ast.Call) or last_name(value.func) not in PAIRING:
        return {}
    found = {}
    for part in value.args:
        if not isinstance(part, ast.Subscript) or not isinstance(part.value, ast.Name):
            return {}
        base, cut = part.value.id, part.slice
        n = _length(cell.value(part.value))
        if not isinstance(cut, ast.Slice) or cut.step is not None or not n or cell.bound[base] > 1:
            return {}
        low, high = (_bound(cell, one, n) for one in (cut.lower, cut.upper))
        if (low is None and cut.lower is not None) or (high is None and cut.upper is not None):
            return {}
        found[base] = (low or 0, n if high is None else high)
    return found


def _bound(cell: Cell, node: ast.expr | None, n: int) -> int | None:
    """A bound as a number; None where it is computed: a window that looks back is meant to overlap."""
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        held = constant(node)
        if held is UNKNOWN and isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Name):
            held = cell.value(node.operand)
            held = -held if isinstance(held, int) else None
    elif isinstance(node, ast.Name) and cell.bound[node.id] <= 1:
        held = cell.value(node)
    else:
        return None
    if type(held) is not int:
        return None
    return max(0, n + held) if held < 0 else min(n, held)


def _length(held: Any) -> int:
    if is_tensor(held) or is_array(held):
        return shape(held)[0] if held.ndim else 0
    return len(held) if type(held) in (list, tuple) or is_table(held) else 0


@check("train_test_split(", "Tabular", "dls", "DataLoaders", "concat(", needs="pandas")
def repeated_before_split(cell: Cell) -> Iterator[Notice]:
    """Rows are repeated to balance the classes, and then dealt out at random to both parts."""
    made = dict(cell.assigned())
    for name, valid_name, mine, others, subject in _repeated(cell, made):
        n = _shared(mine, others)
        if n < max(1, FEWEST * len(others)):
            continue
        yield Notice(
            f"`{name}` repeats rows, and was split afterwards: {n} of the {counted(len(others), 'row')} of "
            f"`{valid_name}` are also in the training part, so the validation metrics look better than they are. "
            "Split first, then repeat rows of the training part only.",
            subject,
            card="validation-set",
        )
        return


def _repeated(cell: Cell, made: dict[str, ast.expr]) -> Iterator[tuple[str, str, Any, Any, int]]:
    """Tables that repeat rows, with the parts that were made of them."""
    for name, table in cell.live(is_table):
        value = made.get(name) or (origin(cell, name) if not cell.bound[name] else None)
        if not 0 < len(table) <= MOST_ROWS or value is None or not _repeats(cell, value, made):
            continue
        for valid_name, mine, others in _parts(cell, name, table):
            yield name, valid_name, mine, others, id(table)
    for name, value in made.items():  # of a table that only a function had, its parts may be at hand
        if name not in cell.names and _repeats(cell, value, made):
            for valid_name, mine, others in _dealt_out(cell, name):
                yield name, valid_name, mine, others, hash(name)


def _repeats(cell: Cell, value: ast.expr, made: dict[str, ast.expr]) -> bool:
    """`pd.concat([df] + [few] * 8)`, `pd.concat([df, few, few])`, `few.sample(500, replace=True)`, in functions too."""
    parts = [value, *(made[one.id] for one in below(value) if isinstance(one, ast.Name) and one.id in made)]
    nodes = [node for part in parts for node in cell.reached(part)]
    return any(isinstance(node, ast.Call) and _takes_again(node) for node in nodes)


def _takes_again(call: ast.Call) -> bool:
    """Whether a call takes rows of a table more than once; `['a', 'b'] * 9` makes new ones."""
    word, again = last_name(call.func), keyword(call, "replace")
    if word in ("sample", "resample"):
        by_itself = word == "resample" and len(call.args) == 1 and again is None and bool(call.keywords)
        return by_itself or constant(again) is True
    if word == "repeat":
        return "index" in text_of(call)
    if word != "concat" or not call.args:
        return False
    times = [
        one.left for one in below(call.args[0]) if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult)
    ]
    if any(isinstance(one, ast.List) for one in times):
        return True
    texts = [text_of(one) for one in call.args[0].elts] if isinstance(call.args[0], ast.List) else []
    return len(set(texts)) < len(texts)


def _parts(cell: Cell, name: str, table: Any) -> Iterator[tuple[str, Any, Any]]:
    """Training and validation rows of a table, as the cell's objects hold them."""
    for other, held in cell.mentioned.items():
        if not is_of(held, "fastai.tabular.core", "Tabular"):
            continue
        items: Any = stored(held).get("items")
        cut = stored(held).get("split")
        if is_table(items) and isinstance(cut, int) and len(items) == len(table):
            yield f"{other}.valid", items[:cut], items[cut:]
    for other, dls in cell.loaders():
        found = [items_of(one.get("dataset")) for one in loaders_of(dls)[:2]]
        are_parts = len(found) == 2 and all(
            is_table(one) and set(one.columns) == set(table.columns) for one in found
        )
        if are_parts and sum(map(len, found)) == len(table):
            yield f"{other}.valid", found[0], found[1]
    yield from _dealt_out(cell, name)


def _dealt_out(cell: Cell, name: str) -> Iterator[tuple[str, Any, Any]]:
    """`train, valid = train_test_split(name)`."""
    for node in cell.of(ast.Assign):
        call, target = node.value, node.targets[0]
        if not isinstance(call, ast.Call) or last_name(call.func) != "train_test_split":
            continue
        if not isinstance(target, ast.Tuple) or not call.args or name not in _names(call.args[0]):
            continue
        names = [one.id for one in target.elts if isinstance(one, ast.Name)]
        tables = [cell.names.get(one) for one in names[:2]]
        if len(tables) == 2 and all(is_table(one) for one in tables):
            yield names[1], tables[0], tables[1]


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in below(node) if isinstance(one, ast.Name)}


def _shared(mine: Any, others: Any) -> int:
    """How many rows of one part are, value by value, in the other."""
    pandas: Any = library("pandas")
    first, second = (pandas.util.hash_pandas_object(one, index=False) for one in (mine, others))
    return int(second.isin(set(first)).sum())
