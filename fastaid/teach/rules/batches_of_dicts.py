"""Data sets whose items are dicts: a batch is a dict then, and taken apart it gives its keys."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import COMPREHENSIONS
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.loaders_unpacked import held_at, is_loader
from fastaid.teach.rules.python_source import (
    cell_trees,
    function_at,
    names_of,
    own_nodes,
    source_tree,
    statement_at,
    text_of,
)
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene, latest_first

FAILS = (TypeError, AttributeError, ValueError, IndexError, KeyError)
MOST_KEYS = 4


@dataclass(frozen=True)
class Unpacked:
    """Names that share out a batch: in a loop, or `xb, yb = next(iter(dl))`."""

    frame: Frame
    target: ast.Tuple | ast.List
    batch: str  # the code before the names: "for batch in dl:", "batch = next(iter(dl))"
    loader: ast.expr
    is_running: bool  # the line that takes the batch apart


@rule(*FAILS, needs="torch.utils.data")
def keys_of_a_batch(scene: Scene) -> Diagnosis | None:
    """`for xb, yb in dl:` where the items are dicts: xb is 'image', the first key."""
    for one in _unpackings(scene):
        keys = _keys_of(one.frame, one.loader)
        words = [each.id for each in one.target.elts if isinstance(each, ast.Name)]
        if not words or len(words) != len(one.target.elts):
            continue
        held = {word: one.frame.names.get(word, UNKNOWN) for word in words}
        if one.is_running:
            is_it = "unpack" in scene.message and len(keys) not in (0, len(words))
        else:
            is_it = all(type(each) is str and (not keys or each in keys) for each in held.values())
            is_it = is_it and _is_used(one.frame, held)
        if not is_it:
            continue
        known = keys or [str(each) for each in held.values()]
        names, each = names_of(one.target), [f"batch[{key!r}]" for key in known[: len(words)]]
        lines = f"{', '.join(words[: len(each)])} = {', '.join(each)}"
        loop = one.batch.startswith("for ")
        first = f"`{words[0]}` is the text {held[words[0]]!r}, a key. " if not one.is_running else ""
        return Diagnosis(
            f"A batch of `{text_of(one.loader) or 'the loader'}` is a dict with the keys "
            f"{listed(map(repr, known), MOST_KEYS)}; `{names}` take its keys, not its tensors.",
            f"{first}The data set gives dicts as items, and the loader makes a dict of tensors of them.",
            f"{one.batch}\n{'    ' if loop else ''}{lines}",
            "Take the batch whole, and ask it by its keys:",
            sure="certain" if keys else "likely",
            card="batch",
        )
    return None


def _is_used(frame: Frame, held: dict[str, Any]) -> bool:
    line = statement_at(frame)
    words = {one.id for one in ast.walk(line) if isinstance(one, ast.Name)} if line is not None else set()
    return bool(words & held.keys())


def _unpackings(scene: Scene) -> Iterator[Unpacked]:
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        tree = source_tree(frame)
        for node in latest_first(tree) if tree is not None else ():
            is_loop = isinstance(node, (ast.For, *COMPREHENSIONS))
            if not is_loop or not node.lineno <= frame.line <= (node.end_lineno or 0):
                continue
            for part in [node] if isinstance(node, ast.For) else node.generators:
                found = _looped(frame, part)
                if found is not None:
                    yield found
        yield from _taken(scene, frame)


def _looped(frame: Frame, part: ast.For | ast.comprehension) -> Unpacked | None:
    source, target, count = part.iter, part.target, ""
    if (
        isinstance(source, ast.Call)
        and last_name(source.func) in ("enumerate", "tqdm", "progress_bar")
        and source.args
    ):
        if last_name(source.func) == "enumerate" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
            count, target = f"{ast.unparse(target.elts[0])}, ", target.elts[1]
        source = source.args[0]
    if not isinstance(target, (ast.Tuple, ast.List)) or not _gives_batches(frame, source):
        return None
    is_running = isinstance(part, ast.For) and part.lineno <= frame.line <= (part.iter.end_lineno or 0)
    return Unpacked(frame, target, f"for {count}batch in {ast.unparse(part.iter)}:", source, is_running)


def _taken(scene: Scene, frame: Frame) -> Iterator[Unpacked]:
    """`xb, yb = next(iter(dl))`, in the function or in a cell."""
    function = function_at(frame)
    for body in [function.body] if function is not None else [tree.body for _, tree in cell_trees(scene)]:
        for line in (one for one in own_nodes(body) if isinstance(one, ast.Assign)):
            target, call = line.targets[0], line.value
            if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(call, ast.Call):
                continue
            inner = call.args[0] if last_name(call.func) == "next" and call.args else None
            if not isinstance(inner, ast.Call) or last_name(inner.func) != "iter" or not inner.args:
                continue
            if _gives_batches(frame, inner.args[0]):
                is_running = line.lineno == frame.line and "unpack" in scene.message
                yield Unpacked(frame, target, f"batch = {ast.unparse(call)}", inner.args[0], is_running)


def _gives_batches(frame: Frame, node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return frame.value(node.func) is getattr(library("torch.utils.data"), "DataLoader", None)
    return is_loader(held_at(frame, node))


def _keys_of(frame: Frame, node: ast.expr) -> list[str]:
    """The keys of an item, as the data set shows them or its `__getitem__` is written; empty where neither does."""
    if isinstance(node, ast.Call):
        given = frame.argument(node, 0, "dataset")
        data = frame.value(given)
        made = frame.value(given.func) if data is UNKNOWN and isinstance(given, ast.Call) else None
        kind = made if isinstance(made, type) else type(data)
    else:
        data = stored(held_at(frame, node)).get("dataset")
        kind = type(data)
    return keys_of_items(data, kind)


def keys_of_items(data: Any, kind: type) -> list[str]:
    """The keys of a data set's items: of a list's first, or as its class's `__getitem__` returns them."""
    if is_of(data, "torch.utils.data", "Subset"):
        data = stored(data).get("dataset")
        kind = type(data)
    if type(data) in (list, tuple) and data:
        return [str(one) for one in data[0]] if type(data[0]) is dict else []
    return [str(key) for key, _ in _written(kind)]


def _written(kind: type) -> list[tuple[str, ast.expr]]:
    """The keys and values of the dict that `__getitem__` returns."""
    method = inspect.getattr_static(kind, "__getitem__", None)
    node = source_of(method) if inspect.isfunction(method) else None
    returns = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)] if node is not None else []
    if len(returns) != 1 or node is None:
        return []
    value = returns[0]
    if isinstance(value, ast.Name):
        made = [
            one.value
            for one in ast.walk(node)
            if isinstance(one, ast.Assign) and text_of(one.targets[0]) == value.id
        ]
        value = made[-1] if made else value
    if isinstance(value, ast.Dict):
        pairs = zip(value.keys, value.values, strict=True)
        return [
            (key.value, held)
            for key, held in pairs
            if isinstance(key, ast.Constant) and type(key.value) is str
        ]
    if isinstance(value, ast.Call) and last_name(value.func) == "dict" and not value.args:
        return [(one.arg, one.value) for one in value.keywords if one.arg]
    return []


@rule(TypeError, KeyError, needs="fastai.learner")
def dict_for_a_learner(scene: Scene) -> Diagnosis | None:
    """A Learner whose batches are dicts: it takes them apart by places."""
    frame = scene.within("fastai.learner", "_split")
    batch = frame.names.get("b") if frame is not None else None
    learn = frame.names.get("self") if frame is not None else None
    if frame is None or frame is not scene.last or type(batch) is not dict or not batch:
        return None
    keys = [str(one) for one in batch]
    loader: Any = stored(learn).get("dl")
    data = stored(loader).get("dataset")
    parts = dict(_written(type(data)))
    if len(parts) > 1:
        fix = f"return {', '.join(ast.unparse(parts[key]) for key in keys[:2] if key in parts)}"
        how = f"Let `__getitem__` of `{type(data).__name__}` return a tuple (and make the loaders anew):"
    else:
        name = scene.name_of(data) or "ds"
        fix = f"{name} = [({', '.join(f'item[{key!r}]' for key in keys[:2])}) for item in {name}]"
        how = "Make tuples of the items, and the loaders anew:"
    return Diagnosis(
        f"A batch is a dict with the keys {listed(map(repr, keys), MOST_KEYS)}; a Learner needs a tuple.",
        "fastai takes the first part of a batch for the input and the rest for the target: by places, not by keys.",
        fix,
        how,
        card="batch",
    )
