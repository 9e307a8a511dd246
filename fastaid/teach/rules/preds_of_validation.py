"""Predictions of the validation set, put into one table with the names of other files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_learner, is_of, is_table, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, cell_trees, function_at, own_nodes, statement_at
from fastaid.teach.scene import Frame, Scene

ASKING = ("get_preds", "tta")


@dataclass(frozen=True)
class Asked:
    """A `preds, _ = learn.get_preds()` that says no loader."""

    line: ast.Assign
    call: ast.Call
    learner: str
    count: int  # how many predictions came
    items: Any  # what the Learner's own data were made of


@rule(ValueError, needs="fastai.learner")
def beside_other_files(scene: Scene) -> Diagnosis | None:
    """`preds, _ = learn.get_preds()`, then a table with the names of the test files beside them."""
    frame = scene.here
    if frame is None or not re.search("same length|Length of values|match index length", scene.message):
        return None
    columns = list(_columns(frame))
    for asked in _askings(scene, frame):
        others = {size for _, size in columns if size != asked.count}
        if len(others) != 1 or all(size != asked.count for _, size in columns):
            continue
        wanted = others.pop()
        known = _items(scene, frame, asked, [node for node, size in columns if size == wanted], wanted)
        items = known or "files"
        text = ast.unparse(asked.call)
        dl = ast.parse(f"{asked.learner}.dls.test_dl({items})", mode="eval").body
        kept = [one for one in asked.call.keywords if one.arg not in ("ds_idx", "dl")]
        new = ast.Call(asked.call.func, [], [ast.keyword("dl", dl), *kept])
        targets = " = ".join(ast.unparse(one).strip("()") for one in asked.line.targets)
        return Diagnosis(
            f"{f'`{known}`' if known else 'The table'} has {counted(wanted, 'item')}, and there are "
            f"{counted(asked.count, 'prediction')}.",
            f"`{text}` says no `dl=`: then it predicts the validation set of `{asked.learner}.dls`"
            + (f", and not `{known}`." if known else ", and not your new items."),
            f"{targets} = {ast.unparse(new)}",
            f"Predict a test loader made of `{items}`" + (":" if known else ", the list of the new files:"),
            card="predictions",
        )
    return None


def _columns(frame: Frame) -> Iterator[tuple[ast.expr, int]]:
    """What should have become the columns of the table, with the number of values in each."""
    call, line = call_at(frame), statement_at(frame)
    nodes: list[ast.expr | None] = []
    if isinstance(line, ast.Assign) and isinstance(target := line.targets[0], ast.Subscript):
        nodes = [target.value, line.value]
    elif call is not None:
        given = [*call.args, *(one.value for one in call.keywords)]
        dicts = [one for one in given if isinstance(one, ast.Dict)]
        nodes = [*(value for one in dicts for value in one.values)] or [*given]
        if isinstance(call.func, ast.Attribute):
            nodes.append(call.func.value)  # df.assign(…), df.insert(…)
    for node in nodes:
        size = _size(frame, node)
        if node is not None and size is not None:
            yield node, size


def _size(frame: Frame, node: ast.expr | None) -> int | None:
    """How many values an expression has, as far as that can be told without running it."""
    held = frame.value(node)
    if held is not UNKNOWN:
        is_row = type(held) in (list, tuple) or is_of(held, "fastcore.foundation", "L")
        is_row = is_row or is_table(held) or is_of(held, "pandas", "Series")
        has_rows = (is_tensor(held) or is_array(held)) and held.ndim
        return len(held) if is_row or has_rows else None
    if isinstance(node, ast.ListComp) and len(node.generators) == 1 and not node.generators[0].ifs:
        return _size(frame, node.generators[0].iter)
    if isinstance(node, ast.Call):
        is_method = isinstance(node.func, ast.Attribute) and not isinstance(node.func.value, ast.Name)
        inner = node.func.value if isinstance(node.func, ast.Attribute) else None
        held = frame.value(inner)
        if inner is not None and (is_method or held is not UNKNOWN):
            return _size(frame, inner)  # preds.argmax(dim=1).tolist()
        return _size(frame, node.args[0]) if node.args else None  # list(files)
    return _size(frame, node.value) if isinstance(node, (ast.Attribute, ast.Subscript)) else None


def _askings(scene: Scene, frame: Frame) -> Iterator[Asked]:
    function = function_at(frame)
    bodies: list[Iterable[ast.AST]] = [function.body] if function is not None else []
    bodies += [tree.body for _, tree in cell_trees(scene)]
    for body in bodies:
        lines = [one for one in own_nodes(body) if isinstance(one, ast.Assign)]
        for line in sorted(lines, key=lambda one: -one.lineno):
            call, target = line.value, line.targets[0]
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            says = len(call.args) > 1 or any(
                one.arg == "dl" and not _is_none(one.value) for one in call.keywords
            )
            learn = frame.value(call.func.value)
            if last_name(call.func) not in ASKING or says or not is_learner(learn):
                continue
            first = target.elts[0] if isinstance(target, ast.Tuple) and target.elts else target
            held: Any = frame.value(first)
            held = held[0] if isinstance(held, (list, tuple)) and held else held
            if is_tensor(held) and held.ndim:
                yield Asked(line, call, ast.unparse(call.func.value), len(held), _items_of(learn))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _items(scene: Scene, frame: Frame, asked: Asked, nodes: list[ast.expr], wanted: int) -> str:
    """The learner's name for the files or the table that the other columns came from."""
    words = [one.id for node in nodes for one in ast.walk(node) if isinstance(one, ast.Name)]
    by_table = is_table(asked.items)
    for name in dict.fromkeys([*words, *frame.names, *scene.names]):
        held = frame.names.get(name, scene.names.get(name))
        if by_table and is_table(held) and len(held) == wanted and not name.startswith("_"):
            return name
        is_list = type(held) is list or is_of(held, "fastcore.foundation", "L")
        if by_table or not is_list or not wanted or len(held) != wanted or name.startswith("_"):
            continue
        if isinstance(held[0], Path) or (type(held[0]) is str and Path(held[0]).is_file()):
            return name
    return ""


def _items_of(learn: Any) -> Any:
    """What the Learner's own data were made of."""
    loaders: Any = stored(stored(learn).get("dls")).get("loaders")
    data = stored(stored(loaders[0]).get("dataset")) if isinstance(loaders, list) and loaders else {}
    lists: Any = data.get("tls")
    return stored(lists[0]).get("items") if lists is not None and len(lists) else data.get("items")
