"""Data that hold nan or inf before anything is trained: which variable, and where that comes from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from fastaid.teach.notices.broken_sources import Source, what_broke
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loop_parts import base_of
from fastaid.teach.notices.tree import below, is_local, nodes_in, parsed
from fastaid.teach.notices.values import is_finite, loaders_of
from fastaid.teach.objects import (
    UNKNOWN,
    is_array,
    is_learner,
    is_module,
    is_of,
    is_table,
    is_tensor,
    library,
    stored,
)

MOST_CELLS = 60  # of the notebook are read for where a variable was made
MOST_NUMBERS = 5_000_000
MOST_ITEMS = 2_000  # of a list of items
DEEPEST = 5  # variables that come from each other


def broken_data(cell: Cell, dls: Any = None) -> str:
    """A sentence on what in the data is nan or infinite, "" where nothing was found."""
    named = [(name, held) for name, held in cell.mentioned.items() if _is_data(cell, name, held)]
    for held in _in_datasets(cell, dls):
        named += [(name_of(cell, held), held)]
    said = [one for name, held in named if (one := _told(cell, name, held))[1]]
    # One whose source is known says more; a batch says less than what it is taken from.
    return min(said, default=(0, ""), key=lambda one: one[0])[1]


def _told(cell: Cell, name: str, held: Any) -> tuple[int, str]:
    """What to say of some data, after how much is known of them: 0 is the most."""
    has_nan, has_inf = broken(held)
    if not has_nan and not has_inf:
        return 9, ""
    whole = cell.names.get(name)
    held = whole if type(whole) is type(held) else held
    source = _source(cell, name, held) if name else None
    if source is not None:
        through = f"`{name}` holds {'nan' if has_nan else 'inf'}, which comes from `{source.name}`: "
        start = f"`{name}` holds {'nan' if has_nan else 'inf'}: " if source.name == name else through
        return 0, start + source.text
    if not has_nan:
        return 9, ""  # minus infinity is also what masks are made of
    if not name:
        return 2, (
            "The items of the dataset hold nan. Look for where they come from: a gap in a table, a division by 0"
        )
    return 1 + 2 * bool(cell.bound[name]), (
        f"There is nan in `{name}`. Fill or leave out the gaps where it is made (in a table: `df.fillna(…)`), "
        "or look there for a division by 0"
    )


def broken(held: Any) -> tuple[bool, bool]:
    """Whether a tensor, an array or a table holds nan, and whether it holds inf."""
    numpy, pandas = library("numpy"), library("pandas")
    if is_tensor(held):
        if is_finite(held):
            return False, False
        return bool((held != held).any()), bool(held.isinf().any())
    if pandas is not None and (is_table(held) or is_of(held, "pandas", "Series")):
        if held.size > MOST_NUMBERS:
            return False, False
        kept = held.select_dtypes("number") if is_table(held) else held
        kept = kept.to_numpy() if not is_table(held) or kept.shape[1] else numpy.zeros(0)
        return broken(kept)
    if not is_array(held) or held.dtype.kind != "f" or held.size > MOST_NUMBERS:
        return False, False
    return bool(numpy.isnan(held).any()), bool(numpy.isinf(held).any())


def _is_data(cell: Cell, name: str, held: Any, depth: int = 0) -> bool:
    """Whether a variable holds data, which no weight had a part in."""
    if not (is_tensor(held) or is_array(held)) or (is_tensor(held) and (held.grad_fn is not None)):
        return False
    if is_tensor(held) and (held.requires_grad or held.numel() < 2):
        return False
    return _is_of_data(cell, name, depth)


def _is_of_data(cell: Cell, name: str, depth: int = 0) -> bool:
    """Whether all that the cell gives to a name is made of data alone."""
    if depth > DEEPEST or name in _changed_in_place(cell):
        return False
    if not cell.bound[name]:
        return True
    made = list(_made_of(cell.nodes, name))
    return len(made) == cell.bound[name] and all(_is_plain(cell, one, name, depth) for one in made)


def _made_of(nodes: Any, name: str) -> Iterator[ast.expr]:
    """What is given to a name: by an assignment, or item by item in a loop."""
    for node in nodes:
        if not isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For)):
            continue
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        value = node.iter if isinstance(node, ast.For) else node.value
        for target in targets:
            if value is not None and any(getattr(one, "id", "") == name for one in below(target)):
                yield value


def _is_plain(cell: Cell, value: ast.expr, name: str, depth: int) -> bool:
    for one in cell.reached(value):
        if isinstance(one, ast.Attribute) and one.attr in ("grad", "item", "parameters", "state_dict"):
            return False
        if not isinstance(one, ast.Name) or is_local(one) or one.id == name:
            continue
        held: Any = cell.names.get(one.id)
        if _has_weights(held):
            return False
        if is_tensor(held) and (held.requires_grad or held.grad_fn is not None):
            return False
        if cell.bound[one.id] and (type(held) is list or not _is_of_data(cell, one.id, depth + 1)):
            return False
    return True


def _has_weights(held: Any) -> bool:
    if is_module(held) or is_learner(held) or is_of(held, "torch.optim", "Optimizer"):
        return True
    return not isinstance(held, ModuleType) and any(is_module(one) for one in list(stored(held).values()))


def _changed_in_place(cell: Cell) -> set[str]:
    return {
        base_of(call.func)
        for call in cell.all_of(ast.Call)
        if last_name(call.func).rstrip("_") != last_name(call.func)
    }


# The data of loaders ------------------------------------------------------------------------------------


def _in_datasets(cell: Cell, dls: Any) -> Iterator[Any]:
    """The tensors and arrays in the datasets of the loaders that a cell names."""
    sets = [one.get("dataset") for one in loaders_of(dls)]
    if dls is None:
        sets += [stored(held).get("dataset") for _, held in cell.live(_is_loader)]
        sets += [held for _, held in cell.live(lambda one: is_of(one, "torch.utils.data", "Dataset"))]
    for held in sets:
        for _ in range(DEEPEST):
            if not is_of(held, "torch.utils.data", "Subset"):
                break
            held = stored(held).get("dataset")
        yield from _in_dataset(held)


def _is_loader(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")


def _in_dataset(held: Any) -> Iterator[Any]:
    if is_of(held, "fastcore.foundation", "L"):
        held = stored(held).get("items")
    if type(held) in (list, tuple):
        for item in held[:MOST_ITEMS]:
            parts = item if type(item) is tuple else (item,)
            bad = next((one for one in parts if (is_tensor(one) or is_array(one)) and any(broken(one))), None)
            if bad is not None:
                yield bad
                return
        return
    for one in stored(held).values():
        for part in one if type(one) is tuple else (one,):
            if is_tensor(part) or is_array(part) or is_table(part):
                yield part


def name_of(cell: Cell, held: Any) -> str:
    """The learner's variable that holds some data, or whose row or batch they are; "" where none does."""
    same = next((n for n, one in list(cell.names.items()) if one is held and n[:1] != "_"), "")
    if same or is_table(held):
        return same
    for name, one in list(cell.names.items()):
        if name[:1] == "_" or type(one) is not type(held):
            continue
        if _memory(one) == _memory(held) or (is_array(held) and getattr(held, "base", None) is one):
            return name
    return ""


def _memory(held: Any) -> Any:
    try:
        return held.untyped_storage().data_ptr() if is_tensor(held) else id(held)
    except Exception:  # noqa: BLE001  a tensor without storage
        return id(held)


# Where it comes from ------------------------------------------------------------------------------------


def _source(cell: Cell, name: str, held: Any, depth: int = 0) -> Source | None:
    """What made a variable nan: followed back through the variables that it was made of."""
    line = _line(cell, name)
    if line is None or depth > DEEPEST:
        return None
    own = what_broke(cell, name, held, line)
    if own is not None:
        return own
    for word in dict.fromkeys(one.id for one in below(line.value) if isinstance(one, ast.Name)):
        inner = cell.names.get(word, UNKNOWN)
        if word != name and inner is not UNKNOWN and any(broken(inner)):
            found = _source(cell, word, inner, depth + 1)
            if found is not None:
                return found
    return None


def _line(cell: Cell, name: str) -> ast.Assign | ast.AugAssign | None:
    """The last statement that gave a variable its value, in this cell or an earlier one."""
    earlier = [one for one in list(cell.names.get("In") or [])[-MOST_CELLS:] if isinstance(one, str)]
    for source in [cell.source, *reversed(earlier)]:
        if name not in source:
            continue
        tree = parsed(source) if source is not cell.source else cell.tree
        every: list[ast.Assign | ast.AugAssign] = [
            *nodes_in(tree, ast.Assign),
            *nodes_in(tree, ast.AugAssign),
        ]
        found = [one for one in every if _gives_value(one, name)]
        if found:
            return max(found, key=lambda one: one.lineno)
    return None


def _gives_value(line: ast.Assign | ast.AugAssign, name: str) -> bool:
    for target in line.targets if isinstance(line, ast.Assign) else [line.target]:
        parts = below(target)
        is_there = any(isinstance(one, ast.Name) and one.id == name for one in parts)
        if is_there and not any(is_local(one) for one in parts) and not isinstance(target, ast.Subscript):
            return True
    return False
