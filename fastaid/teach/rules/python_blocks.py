"""A variable that only a block gives a value, an `if` or a loop, and the block did not come so far."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.batches_none import loader_call
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.python_source import (
    FUNCTIONS,
    cell_trees,
    cells,
    is_bound,
    names_of,
    own_nodes,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

AROUND = ("enumerate", "tqdm", "progress_bar", "list", "iter", "reversed", "sorted", "trange")
# A block and the part of it (its body, its else) that is on the way to a line.
Step = tuple[ast.stmt, list[ast.stmt]]


def set_in_a_block(
    scene: Scene,
    frame: Frame,
    function: ast.FunctionDef | ast.AsyncFunctionDef,
    name: str,
    is_augmented: bool,
) -> Diagnosis | None:
    """Only an `if`, a loop or the like gives the name its value."""
    found = [_missed(frame, function.body, way) for way in _ways(function.body, name)]
    blocks = list(dict.fromkeys(one for one in found if one is not None))
    if not blocks or None in found:
        return None
    what = f"In `{function.name}` the variable `{name}` has no value at this line."
    block = blocks[0]
    # What is added to needs a first value all the same.
    is_empty = isinstance(block, ast.For) and _ran(frame, function.body, block) is False
    if len(blocks) == 1 and is_empty and not is_augmented and isinstance(block, ast.For):
        return _empty(scene, frame, what, block)
    places = listed((f"`{_head(one)}` (line {one.lineno})" for one in blocks), 3)
    which = "that block did not come so far" if len(blocks) == 1 else "none of these came so far"
    return Diagnosis(
        what,
        f"It gets one only inside {places}, and {which}.",
        f"{name} = {0 if is_augmented else 'None'}",
        f"Give it a first value before the `{type(block).__name__.lower()}`:",
    )


@rule(NameError)
def loop_without_a_round(scene: Scene) -> Diagnosis | None:
    """A cell's loop had nothing to go through, so a name that it makes has no value."""
    frame, name = scene.here, getattr(scene.error, "name", None)
    if frame is None or not name or isinstance(scene.error, UnboundLocalError):
        return None
    if frame.function != "<module>" or not scene.is_raised_by_learner:
        return None
    last = cells(scene)[-1][0]
    for number, tree in cell_trees(scene):
        if not is_bound(tree.body, name):
            continue
        ways = list(_ways(tree.body, name))
        if len(ways) != 1 or len(ways[0]) != 1 or not isinstance(ways[0][0][0], ast.For):
            return None
        loop = ways[0][0][0]
        is_here = number == last
        if (is_here and (loop.end_lineno or loop.lineno) >= frame.line) or _ran(
            frame, tree.body, loop
        ) is not False:
            return None
        if not _why(scene, frame, loop)[0]:
            return None  # the cell may have stopped before
        return _empty(scene, frame, f"`{name}` has no value: no line that gives it one has run.", loop)
    return None


def _ways(body: Iterable[ast.stmt], name: str) -> Iterator[list[Step]]:
    """The blocks around each line that gives a name its value, from the outside in."""
    for node in body:
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            if node.name == name:
                yield []
            continue
        if isinstance(node, ast.For) and name in _names(node.target):
            yield [(node, node.body)]
        parts = _parts(node)
        for part in parts:
            yield from ([(node, part), *way] for way in _ways(part, name))
        if not parts and is_bound([node], name):
            yield []


def _parts(node: ast.stmt) -> list[list[ast.stmt]]:
    parts = [getattr(node, one, None) for one in ("body", "orelse", "finalbody")]
    parts += [one.body for one in (*getattr(node, "handlers", ()), *getattr(node, "cases", ()))]
    return [one for one in parts if isinstance(one, list) and one]


def _names(target: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(target) if isinstance(one, ast.Name)}


def _missed(frame: Frame, body: list[ast.stmt], way: list[Step]) -> ast.stmt | None:
    """The first block on the way to a line that the code did not enter; None where it is not known."""
    for i, (block, part) in enumerate(way):
        if isinstance(block, (ast.With, ast.AsyncWith)):
            continue
        if any(one.lineno <= frame.line <= (one.end_lineno or one.lineno) for one in part):
            continue
        if isinstance(block, ast.If) and part is block.orelse and i + 1 < len(way):
            continue  # an elif: the next one
        if isinstance(block, ast.For) and _ran(frame, body, block) and i + 1 < len(way):
            continue
        if isinstance(block, ast.For) and _ran(frame, body, block):
            return None
        return block
    return None


def _ran(frame: Frame, body: list[ast.stmt], loop: ast.For) -> bool | None:
    """Whether a loop had a round: then its variable has a value. None where others give it one too."""
    names = _names(loop.target)
    if not names:
        return None
    word = sorted(names)[0]
    stores = [
        one
        for one in own_nodes(body)
        if isinstance(one, ast.Name) and one.id == word and not isinstance(one.ctx, ast.Load)
    ]
    return word in frame.names if len(stores) == 1 else False if word not in frame.names else None


def _head(block: ast.stmt) -> str:
    word = type(block).__name__.lower()
    if isinstance(block, ast.For):
        target = names_of(block.target) if isinstance(block.target, ast.Tuple) else text_of(block.target)
        return f"for {target} in {text_of(block.iter)}"
    test = text_of(getattr(block, "test", None))
    return f"{word} {test}" if test else word


def _empty(scene: Scene, frame: Frame, what: str, loop: ast.For) -> Diagnosis:
    why, fix, how = _why(scene, frame, loop)
    text = text_of(_source(loop.iter)) or "the loop's list"
    return Diagnosis(
        what,
        f"Only the loop `{_head(loop)}` (line {loop.lineno}) gives it one, and that loop had no round"
        + (f": {why}." if why else "."),
        fix,
        how or f"Look at `{text}` first: it has to have items.",
        sure="certain" if why else "likely",
    )


def _source(node: ast.expr) -> ast.expr:
    """What a loop goes through, without the enumerate around it."""
    while isinstance(node, ast.Call) and node.args and text_of(node.func).rpartition(".")[2] in AROUND:
        node = node.args[0]
    return node


def _why(scene: Scene, frame: Frame, loop: ast.For) -> tuple[str, str, str]:
    """Why a loop had nothing to go through, with the line that mends it and the words before; all may be empty."""
    node = _source(loop.iter)
    text, value = text_of(node), frame.value(node)
    if isinstance(node, ast.Call) and text_of(node.func) == "range" and len(node.args) == 1:
        number = frame.value(node.args[0])
        inner = text_of(node.args[0])
        if isinstance(number, int) and number <= 0:
            return (f"`{inner}` is {number}" if inner != str(number) else f"`{text}` is empty"), "", ""
        return "", "", ""
    if is_of(value, "torch.utils.data", "DataLoader"):
        return _of_loader(scene, text, value)
    if is_of(value, "fastai.data.load", "DataLoader"):
        has = stored(value)
        held, size = has.get("n"), has.get("bs")
        if has.get("drop_last") and isinstance(held, int) and isinstance(size, int) and held < size:
            why = f"`{text}` has no batch: {counted(held, 'item')} do not fill one of {size}, and that is dropped"
            return why, "", "Make the DataLoaders with a smaller `bs`."
        return "", "", ""
    if _length(value) == 0:
        return f"`{text}` is empty", "", ""
    return "", "", ""


def _of_loader(scene: Scene, text: str, loader: Any) -> tuple[str, str, str]:
    has = stored(loader)
    dataset, size = has.get("dataset"), has.get("batch_size")
    items = _length(dataset)
    if items == 0:
        return f"`{text}` has no batch, as its data set is empty", "", ""
    if not has.get("drop_last") or not isinstance(size, int) or (items is not None and items >= size):
        return "", "", ""
    held = f"{counted(items, 'item')} do" if items is not None and items > 1 else "the items do"
    why = f"`{text}` has no batch: {held} not fill one of batch_size={size}, and drop_last=True drops it"
    made = loader_call(scene, dataset)
    fix = f"{made[0]} = {with_argument(made[1], 99, 'drop_last', 'False')}" if made is not None else ""
    how = "Keep the incomplete batch (or take a smaller batch_size)"
    return why, fix, f"{how}{':' if fix else '.'}"


def _length(value: Any) -> int | None:
    """How many items something has; None where telling would run somebody's code."""
    if value is UNKNOWN or value is None:
        return None
    if type(value) in (list, tuple, dict, set, str, range) or is_table(value):
        return len(value)
    if is_tensor(value) or is_array(value):
        return int(value.shape[0]) if len(value.shape) else None
    held = stored(value)
    if is_of(value, "torch.utils.data", "TensorDataset"):
        return _length(held["tensors"][0]) if held.get("tensors") else None
    if is_of(value, "torch.utils.data", "Subset"):
        return _length(held.get("indices"))
    if type(value).__module__.partition(".")[0] in ("fastcore", "torchvision", "datasets"):
        try:
            return len(value)
        except Exception:  # noqa: BLE001  a data set that is not ready
            return None
    return None
