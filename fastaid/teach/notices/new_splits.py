"""A learner that goes on with data that were split at random anew: it has trained on what it is measured with."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from math import comb
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.data import MOST_ITEMS, items_of
from fastaid.teach.notices.inside import Inside, cells_run
from fastaid.teach.notices.loop_parts import FITS
from fastaid.teach.notices.tree import FUNCTIONS, below, nodes_in, parsed, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_dls, is_learner, is_of, stored

MOST_CELLS = 30  # back to the one that made the learner
TRAINS = FITS | {"fit_flat_cos", "fit_sgdr"}
RESETS = ("load", "load_state_dict", "apply", "load_encoder", "load_model")
# How many arguments these take by position before the share that is held out, which is 0.2 where it is not given.
SHARED = {
    "from_path_func": 3, "from_name_func": 3, "from_path_re": 3, "from_name_re": 3, "from_df": 2, "from_csv": 4,
    "from_lists": 3,
}  # fmt: skip
FEWEST_SPLITS = 200  # that are possible: of fewer the same may be drawn twice
Maker = tuple[
    str, tuple[str, ...], str
]  # what made the data, its arguments that matter, how to keep the split
Event = tuple[str, ast.AST, int, int]  # what happened, where, the number of the cell, the line


@check(".dls =", ".dls=", needs="fastai")
def new_random_split(cell: Cell) -> Iterator[Notice]:
    """`learn.dls = get_dls(224)` after a fit, where get_dls splits at random without a seed."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        learn = (
            cell.value(target.value) if isinstance(target, ast.Attribute) and target.attr == "dls" else None
        )
        if not is_learner(learn) or not isinstance(target, ast.Attribute):
            continue
        new, name = stored(learn).get("dls"), text_of(target.value)
        sizes = [int(one.get("n") or 0) for one in loaders_of(new)[:2]]
        if (
            len(sizes) < 2
            or comb(sum(sizes), min(sizes)) < FEWEST_SPLITS
            or any("seed" in one for one in cell.words)
        ):
            continue
        trees = [parsed(one) for one in _earlier(cell, text_of(node))] + [cell.tree]
        old = _before(cell, trees, name, node)
        made = _maker(cell, trees, node.value, (len(trees) - 1, node.lineno))
        if old is None or made is None:
            continue
        both = _in_both(cell, trees, old, new)
        if both == 0 or (both is None and _maker(cell, trees, *old) != made):
            continue
        word, _, fix = made
        part = (
            f"{both} of its {counted(sizes[1], 'validation item')}"
            if both
            else "part of the new validation items"
        )
        yield Notice(
            f"`{name}.dls` has another random split now: without a seed `{word}` draws other validation items each "
            f"time. `{name}` has trained on {part} before, so valid_loss and metrics look better than they are. Keep "
            f"the split, in the first `dls` too: `{fix}`, and make `{name}` anew.",
            id(new),
            card="progressive-resizing",
        )
        return


def _earlier(cell: Cell, line: str) -> list[str]:
    """The cells before this one, which is the last of those that ran."""
    found = cells_run(cell)[-MOST_CELLS:]
    is_this = bool(found) and (
        found[-1].strip() == cell.source.strip() or _squeezed(line) in _squeezed(found[-1])
    )
    return found[:-1] if is_this or isinstance(cell, Inside) else found


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\"'()]", "", text)


def _before(
    cell: Cell, trees: Sequence[ast.Module], name: str, node: ast.Assign
) -> tuple[ast.expr, tuple[int, int]] | None:
    """What the learner's data were made with before, where it was trained on them."""
    here = len(trees) - 1
    for loop in nodes_in(cell.tree, ast.For):
        if any(one is node for one in below(loop)):
            events = _events(loop, name, here)
            if any(what == "fit" for what, *_ in events) and all(what != "made" for what, *_ in events):
                return node.value, (here, node.lineno)
    events = [one for number, tree in enumerate(trees) for one in _events(tree, name, number)]
    events = sorted((one for one in events if one[2:] < (here, node.lineno)), key=lambda one: one[2:])
    is_fit = False
    for what, part, number, line in reversed(events):
        if what == "fit":
            is_fit = True
        elif what == "reset":
            return None
        elif isinstance(part, ast.expr):
            return (part, (number, line)) if is_fit else None
    return None


def _events(tree: ast.AST, name: str, number: int) -> list[Event]:
    """Where a learner is made, given data, trained, or given other weights."""
    found: list[Event] = []
    defined = {id(one) for kind in FUNCTIONS for part in nodes_in(tree, kind) for one in below(part)}
    for node in [one for one in nodes_in(tree, ast.Assign) if id(one) not in defined]:
        target, value = text_of(node.targets[0]), node.value
        if target == name:
            is_made = isinstance(value, ast.Call) and last_name(value.func).lower().endswith("learner")
            first = value.args[:1] if isinstance(value, ast.Call) else []
            given = (first[0] if first else _dls_of(value)) if is_made else None
            found.append(("made" if given is not None else "reset", given or node, number, node.lineno))
        elif target == f"{name}.dls":
            found.append(("dls", value, number, node.lineno))
        elif target == f"{name}.model":
            found.append(("reset", node, number, node.lineno))
    for call in nodes_in(tree, ast.Call):
        func = call.func
        if not isinstance(func, ast.Attribute) or func.attr not in (*TRAINS, *RESETS) or id(call) in defined:
            continue
        if text_of(func.value) == name or (func.attr in RESETS and text_of(func.value) == f"{name}.model"):
            found.append(("fit" if func.attr in TRAINS else "reset", call, number, call.lineno))
    return found


def _dls_of(made: ast.expr) -> ast.expr | None:
    return keyword(made, "dls") if isinstance(made, ast.Call) else None


def _given(
    trees: Sequence[ast.Module], name: str, at: tuple[int, int]
) -> tuple[ast.expr, tuple[int, int]] | None:
    """What a name was given last before a place."""
    found = [
        (one.value, (number, one.lineno))
        for number, tree in enumerate(trees)
        for one in nodes_in(tree, ast.Assign)
        if text_of(one.targets[0]) == name and (number, one.lineno) < at
    ]
    return max(found, key=lambda one: one[1]) if found else None


def _maker(cell: Cell, trees: Sequence[ast.Module], node: ast.expr, at: tuple[int, int]) -> Maker | None:
    """What made the data, where it splits at random without a seed; None for anything else."""
    if isinstance(node, ast.Name):
        found = _given(trees, node.id, at)
        return _maker(cell, trees, *found) if found is not None else None
    if not isinstance(node, ast.Call):
        return None
    held: Any = cell.names.get(node.func.id) if isinstance(node.func, ast.Name) else None
    written = cell.definition(held) if isinstance(held, FunctionType) else None
    if not isinstance(written, FUNCTIONS[:2]):
        return _random(cell, node, trees, at)
    inner = [one for one in below(written) if isinstance(one, ast.Call)]
    body = ast.Module(list(written.body), [])
    makers = [made for one in inner if (made := _random(cell, one, [body], (1, 0))) is not None]
    if len(makers) != 1 or any("seed" in text_of(one.func) for one in inner):
        return None
    given = [*node.args, *(one.value for one in node.keywords)]
    others = tuple(text_of(one) for one in given if not _is_number(cell, one))
    return written.name, others, f"{makers[0][2]}` in `{written.name}"


def _is_number(cell: Cell, node: ast.expr) -> bool:
    return type(cell.value(node)) in (int, float)


def _random(cell: Cell, call: ast.Call, trees: Sequence[ast.Module], at: tuple[int, int]) -> Maker | None:
    """A call of fastai's that splits at random without a seed."""
    word = last_name(call.func)
    if any(one.arg is None or one.arg in ("seed", "valid_col") for one in call.keywords):
        return None
    if word == "from_folder" or word in SHARED:
        share = keyword(call, "valid_pct")
        if len(call.args) > SHARED.get(word, 3) or (share is None and word == "from_folder"):
            return None
        fix = f"valid_pct={text_of(share)}, seed=42" if share is not None else "seed=42"
        return f"{text_of(call.func)}", tuple(text_of(one) for one in call.args[:2]), fix
    if word != "dataloaders" or not call.args:
        return None
    node: ast.expr | None = call.func.value if isinstance(call.func, ast.Attribute) else None
    while (
        isinstance(node, ast.Call) and last_name(node.func) == "new" and isinstance(node.func, ast.Attribute)
    ):
        if keyword(node, "splitter") is not None:
            return None
        node = node.func.value
    name = text_of(node) if node is not None else ""
    block = cell.names.get(name) if isinstance(node, ast.Name) else None
    if isinstance(node, ast.Name) and not is_of(block, "fastai.data.block", "DataBlock"):
        found = _given(trees, node.id, at)
        node = found[0] if found is not None else None
    is_random = (
        _splits_at_random(block) if block is not None and isinstance(node, ast.Name) else _is_written(node)
    )
    if not is_random:
        return None
    return (
        f"{name.partition('(')[0]}.dataloaders",
        (text_of(call.args[0]),),
        "splitter=RandomSplitter(seed=42)",
    )


def _splits_at_random(block: Any) -> bool:
    """Whether a DataBlock has fastai's random splitter, without a seed."""
    splitter: Any = stored(block).get("splitter")
    if splitter is None:
        return True  # it takes fastai's own
    if not isinstance(splitter, FunctionType) or splitter.__qualname__ != "RandomSplitter.<locals>._inner":
        return False
    cells = dict(zip(splitter.__code__.co_freevars, splitter.__closure__ or (), strict=False))
    return "seed" in cells and cells["seed"].cell_contents is None


def _is_written(node: ast.expr | None) -> bool:
    """`DataBlock(…)` with a splitter that is random and has no seed, as it is written."""
    if not isinstance(node, ast.Call) or last_name(node.func) != "DataBlock":
        return False
    splitter = keyword(node, "splitter")
    if splitter is None:
        return not any(one.arg is None for one in node.keywords)
    is_random = isinstance(splitter, ast.Call) and last_name(splitter.func) == "RandomSplitter"
    return (
        is_random
        and isinstance(splitter, ast.Call)
        and len(splitter.args) < 2
        and keyword(splitter, "seed") is None
    )


def _in_both(
    cell: Cell, trees: Sequence[ast.Module], old: tuple[ast.expr, tuple[int, int]], new: Any
) -> int | None:
    """How many of the new validation files were in the old training set; None where that cannot be told."""
    node, at = old
    held = cell.names.get(node.id) if isinstance(node, ast.Name) else None
    if not isinstance(node, ast.Name) or not is_dls(held) or held is new:
        return None
    last = _given(trees, node.id, (len(trees), 0))
    if last is None or last[1] > at:
        return None  # the name has been given others since
    parts = [
        items_of((loaders_of(one) or [{}, {}])[place].get("dataset")) for one, place in ((held, 0), (new, 1))
    ]
    if any(
        one is None or len(one) > MOST_ITEMS or not all(isinstance(f, Path) for f in one) for one in parts
    ):
        return None
    return len({str(one) for one in parts[0]} & {str(one) for one in parts[1]})
