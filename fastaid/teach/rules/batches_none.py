"""Items that are None: in a batch, or left out of it until nothing is left."""

from __future__ import annotations

import ast
import re
from types import FunctionType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.in_workers import dataset_of, is_from_worker, own_message
from fastaid.teach.rules.python_source import names_of, origin, own_nodes, text_of
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene

COLLATE = "torch.utils.data._utils.collate"
FETCH = "torch.utils.data._utils.fetch"
# The last line of a traceback in which a worker joins items.
IN_COLLATE = re.compile(
    r'_utils.collate\.py", line \d+, in [^\n]*\n(?:(?!  File )[^\n]*\n)*(?:\w+\.)*\w+: [^\n]*\Z'
)
EMPTY = re.compile(r"list index out of range|non-empty TensorList|got 0\)|is not iterable|empty list")


def loader_call(scene: Scene, dataset: Any) -> tuple[str, ast.Call] | None:
    """The learner's call that made a DataLoader of a data set, and the name it went to; None where several did."""
    found: list[tuple[str, ast.Call]] = []
    for tree in trees(scene):
        targets = {
            id(one.value): ast.unparse(one.targets[0])
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
        }
        found += [
            (targets.get(id(one), "dl"), one)
            for one in ast.walk(tree)
            if isinstance(one, ast.Call) and last_name(one.func) == "DataLoader" and one.args
        ]
        if found:
            break
    name = scene.name_of(dataset)
    own = [one for one in found if ast.unparse(one[1].args[0]) == name] or found
    return own[0] if len(own) == 1 and not isinstance(own[0][1].args[0], ast.Starred) else None


def without_nones(scene: Scene, dataset: Any) -> str:
    """The lines that leave out of a data set the items that are None; "" where its name is not in sight."""
    found = loader_call(scene, dataset)
    source = text_of(found[1].args[0]) if found is not None else scene.name_of(dataset)
    if not source:
        return ""
    name = source if source.isidentifier() else "ds"
    lines = [] if name == source else [f"{name} = {source}"]
    lines.append(
        f"{name} = torch.utils.data.Subset({name}, [i for i in range(len({name})) if {name}[i] is not None])"
    )
    if found is not None:
        found[1].args[0] = ast.Name(name, ast.Load())
        lines.append(f"{found[0]} = {ast.unparse(found[1])}")
    return "\n".join(lines)


def item_that_is_none(scene: Scene, given: Any) -> Diagnosis | None:
    """What `__getitem__` gave back: None for some items, since a return of it stands in an `if`."""
    dataset = _inside(given)
    function = vars(type(dataset)).get("__getitem__")
    node = source_of(function) if isinstance(function, FunctionType) else None
    if not isinstance(node, ast.FunctionDef):
        return None
    returns = [one for one in own_nodes(node.body) if isinstance(one, ast.Return) and one.value is not None]
    had = [one for one in returns if not (isinstance(one.value, ast.Constant) and one.value.value is None)]
    name, number = type(dataset).__name__, _number(scene)
    what = f"`{name}.__getitem__` returned None for {number or 'an item'}."
    none = "None cannot be put into a batch."
    if not had:
        last = node.body[-1]
        text = _meant(last)
        return Diagnosis(
            what,
            f"It ends without a `return`, so it returns None. {none}",
            f"return {text or 'x, y'}",
            f"End `__getitem__` with a return of {'it' if text else 'both parts'}, in every case:",
            card="batch",
        )
    holder = _if_around(node, had)
    asked = text_of(holder.test) if holder is not None else ""
    why = (
        f"Its `return` stands under `if {asked}`; where that is not so, it returns None."
        if asked and len(returns) == len(had)
        else "It returns something for others, but not in every case."
    )
    return Diagnosis(
        what,
        f"{why} {none}",
        without_nones(scene, given),
        "See why this item is missing, or leave such items out of the data set (this reads all of it once):",
        card="batch",
    )


def _inside(dataset: Any) -> Any:
    """The data set that a Subset takes its items from."""
    while is_of(dataset, "torch.utils.data", "Subset"):
        dataset = stored(dataset).get("dataset")
    return dataset


def _part_that_is_none(node: ast.FunctionDef) -> tuple[int, str] | None:
    """`return None, label`: which part of an item is None, and the line."""
    for one in own_nodes(node.body):
        if isinstance(one, ast.Return) and isinstance(one.value, ast.Tuple):
            for at, part in enumerate(one.value.elts):
                if isinstance(part, ast.Constant) and part.value is None:
                    return at, ast.unparse(one)
    return None


def _if_around(node: ast.FunctionDef, given: list[ast.Return]) -> ast.If | None:
    """The `if` without an `else` that all of the returns stand in."""
    for one in node.body:
        if isinstance(one, ast.If) and not one.orelse:
            inner = [part for part in own_nodes(one.body) if isinstance(part, ast.Return)]
            if all(any(part is had for part in inner) for had in given):
                return one
    return None


def _meant(last: ast.stmt) -> str:
    """What the last line of a function that returns nothing made."""
    value = last.value if isinstance(last, ast.Expr) else None
    if isinstance(value, ast.Tuple):
        return names_of(value)
    return text_of(value) if isinstance(value, (ast.Name, ast.Dict, ast.Subscript, ast.Call)) else ""


def _fetched(scene: Scene) -> tuple[Frame | None, list[Any]]:
    """The frame that read the items of a batch, and the items."""
    frame = scene.within(FETCH, "fetch")
    items = frame.names.get("data") if frame is not None else None
    return frame, items if isinstance(items, list) else []


def _number(scene: Scene) -> str:
    """Which item was None, where it is plain to see."""
    frame, items = _fetched(scene)
    indices = frame.names.get("possibly_batched_index") if frame is not None else None
    if not isinstance(indices, (list, tuple)) or len(indices) != len(items):
        return ""
    missing = [i for i, one in zip(indices, items, strict=True) if one is None]
    return f"item {missing[0]}" if missing and type(missing[0]) is int else ""


@rule(TypeError, AttributeError, needs="torch")
def none_among_items(scene: Scene) -> Diagnosis | None:
    """None beside other items: the first one that is there tells collate how to join them."""
    frame, items = _fetched(scene)
    if frame is None or "NoneType" not in scene.message or not any(one is None for one in items):
        return None
    here = scene.here
    is_own = here is not None and scene.frames.index(here) > scene.frames.index(frame)
    is_theirs = scene.last is not None and scene.last.module == COLLATE and items[0] is not None
    return item_that_is_none(scene, _dataset(frame)) if is_own or is_theirs else None


@rule(TypeError, AttributeError, needs="torch")
def none_in_a_worker(scene: Scene) -> Diagnosis | None:
    """The same where a worker joined the items, and part of an item that is None: `return None, label`."""
    if "NoneType" not in own_message(scene) or "batch must contain" in scene.message:
        return None  # where the first item is None, datasets.not_collatable tells of it
    of_worker = is_from_worker(scene) and IN_COLLATE.search(scene.message) is not None
    if not of_worker and (scene.last is None or scene.last.module != COLLATE):
        return None
    given = dataset_of(scene)
    function = vars(type(_inside(given))).get("__getitem__")
    node = source_of(function) if isinstance(function, FunctionType) else None
    if not isinstance(node, ast.FunctionDef):
        return None
    if (part := _part_that_is_none(node)) is not None:
        at, line = part
        return Diagnosis(
            f"`{type(_inside(given)).__name__}.__getitem__` returned None as a part of an item: `{line}`.",
            "None cannot be put into a batch, beside the numbers of other items.",
            without_nones(scene, given).replace("] is not None", f"][{at}] is not None"),
            "Leave such items out of the data set (this reads all of it once):",
            card="batch",
        )
    returns = [one for one in own_nodes(node.body) if isinstance(one, ast.Return)]
    gives_none = any(
        one.value is None or (isinstance(one.value, ast.Constant) and one.value.value is None)
        for one in returns
    )
    can_end = not isinstance(node.body[-1], (ast.Return, ast.Raise, ast.With, ast.Try))
    return item_that_is_none(scene, given) if of_worker and (gives_none or can_end) else None


@rule(IndexError, RuntimeError, ValueError, TypeError, needs="torch")
def nothing_left(scene: Scene) -> Diagnosis | None:
    """A collate_fn that leaves out all items of a batch."""
    frame, items = _fetched(scene)
    here = scene.here
    if frame is None or not items or here is None or not EMPTY.search(scene.message):
        return None
    if scene.frames.index(here) < scene.frames.index(frame):
        return None
    lists = [name for name, one in here.names.items() if type(one) is list and not one]
    empty = next((name for name in lists if _leaves_out(origin(scene, here, name))), "")
    if not empty:
        return None
    n, name = len(items), here.function
    dataset = _dataset(frame)
    every_none = all(one is None for one in items)
    kind = type(dataset).__name__
    lines = without_nones(scene, dataset) if every_none else ""
    return Diagnosis(
        f"`{name}` left out all {counted(n, 'item')} of this batch: `{empty}` is empty.",
        (f"`{kind}` gave None for each of them, and" if every_none else "None of them met its condition, and")
        + " a batch cannot be made of nothing.",
        lines or f"if not {empty}: return None",
        "Leave such items out of the data set, not out of each batch (this reads all of it once):"
        if lines
        else f"Let `{name}` return None then, and pass over it in the loop (`if batch is None: continue`):",
        card="batch",
    )


def _leaves_out(node: ast.expr | None) -> bool:
    """Whether an expression takes some of the items: `[… for … if …]`, `list(filter(…))`."""
    if isinstance(node, ast.ListComp):
        return any(one.ifs for one in node.generators)
    return isinstance(node, ast.Call) and any(
        last_name(one.func) == "filter" for one in ast.walk(node) if isinstance(one, ast.Call)
    )


def _dataset(frame: Frame) -> Any:
    return stored(frame.names.get("self")).get("dataset")
