"""Positions of a transformer: one row for each place, and more places in the text or picture than rows."""

from __future__ import annotations

import ast
import re
from math import isqrt
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import calls_in, tree_of
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene

# What a table of positions, or the class that keeps it, is called.
NAMED = re.compile(r"pos|emb|enc|^pe$|time", re.I)


def past_the_last_place(scene: Scene, what: str, rows: int, index: Any) -> Diagnosis | None:
    """An nn.Embedding of positions was asked for arange(n), and n is more than it has rows."""
    number = shape(index)[-1] if is_tensor(index) and shape(index) else 0
    if number <= rows or rows < 2 or index.reshape(-1).shape[0] > 10**6:
        return None
    row = index.reshape(-1, number)[0]
    if row.tolist() != list(range(number)):
        return None
    failed = failing_layer(scene, "Embedding")
    is_going_on = failed is not None and failed.call is not None and _grows(scene, failed.call)
    line = (
        failed.called_with(f"{{}}[:, -{rows}:]" if is_going_on else f"{{}}[:, :{rows}]")
        if failed is not None
        else ""
    )
    made = "the longest text that the model was made for (the context length)"
    return Diagnosis(
        what,
        f"It holds one row for each place in a text. This text has {number} places, and {rows} is {made}.",
        line,
        f"Give it the last {rows} alone:"
        if is_going_on
        else f"Give it the first {rows} alone (or make it for more):",
        card="embeddings",
    )


def _grows(scene: Scene, frame: Frame) -> bool:
    """Whether each round adds what was predicted, as a loop that writes a text does."""
    tree = tree_of(scene, frame)
    names = [name for name, _ in calls_in(tree)] if tree is not None else []
    return "backward" not in names and any(one in names for one in ("cat", "concat", "append", "hstack"))


def _sides(here: Frame, node: ast.AST | None) -> tuple[ast.expr, ast.expr] | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return node.left, node.right
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        return node.target, node.value
    return None


def _owner(here: Frame, node: ast.expr) -> tuple[Any, str]:
    """The network that holds a parameter or buffer, and the name it has there."""
    if isinstance(node, ast.Subscript):
        node = node.value
    held = here.value(node.value) if isinstance(node, ast.Attribute) else UNKNOWN
    if not isinstance(node, ast.Attribute) or not is_module(held):
        return None, ""
    tables = {**stored(held).get("_parameters", {}), **stored(held).get("_buffers", {})}
    return (held, node.attr) if node.attr in tables else (None, "")


@rule(RuntimeError, needs="torch")
def table_of_positions(scene: Scene) -> Diagnosis | None:
    """`x + self.pos_embedding`: the class token, another picture size or a longer text has changed the number."""
    here = scene.here
    sides = _sides(here, here.node) if here is not None and scene.is_raised_by_learner else None
    if here is None or sides is None or "must match the size of tensor" not in scene.message:
        return None
    for x, pos in (sides, sides[::-1]):
        module, name = _owner(here, pos)
        value, given = (
            here.value(x),
            stored(module).get("_parameters", {}).get(name) if module is not None else None,
        )
        if given is None and module is not None:
            given = stored(module)["_buffers"].get(name)
        if not is_tensor(value) or not is_tensor(given) or isinstance(pos, ast.Subscript):
            continue
        if not NAMED.search(name) and not NAMED.search(type(module).__name__):
            continue
        comes, has = shape(value), shape(given)
        if (
            len(comes) != 3
            or len(has) not in (2, 3)
            or has[-1] != comes[-1]
            or (len(has) == 3 and has[0] != 1)
        ):
            continue
        if comes[1] != has[-2] and has[-2] > 1:
            return _told(scene, here, (ast.unparse(x), ast.unparse(pos), name), module, comes, has)
    return None


def _told(
    scene: Scene,
    here: Frame,
    texts: tuple[str, str, str],
    module: Any,
    comes: tuple[int, ...],
    has: tuple[int, ...],
) -> Diagnosis | None:
    x, pos, name = texts
    number, rows = comes[1], has[-2]
    what = (
        f"`{x}` has {number} places, shape {comes}; `{pos}` was made for {rows}, shape {has}. (A table of positions "
        "has one row for each place.)"
    )
    token = _class_token(scene)
    if number == rows + 1 and token:
        line = _one_more(module, name)
        if line:
            return Diagnosis(
                what,
                f"There are {rows} patches or words, and `{token}`, which was put in front of them, is one more.",
                line,
                f"In `{type(module).__name__}.__init__` make it one longer (then make the model anew):",
                card="rank-and-shape",
            )
    size = _picture(scene, rows - 1 if token else rows)
    failed = next((one for one in scene.frames if one.is_learners and one.call is not None), None)
    call = failed.call if failed is not None else None
    if size and call is not None and failed is not None and call.args and is_module(failed.value(call.func)):
        given = ast.unparse(call.args[0])
        return Diagnosis(
            what,
            f"The number of patches follows from the size of the picture; the model was made for {size} × {size}.",
            f"{ast.unparse(call.func)}(nn.functional.interpolate({given}, size=({size}, {size})))",
            "Resize the pictures to that (best in the data set's transform), or make the model for yours:",
            card="image-size",
        )
    if number > rows:
        return Diagnosis(
            what,
            f"The input is longer than the model was made for: {counted(rows, 'place')} at most.",
            f"{x} = {x}[:, :{rows}]",
            "Cut it before the line (or make the model for longer ones):",
            card="rank-and-shape",
        )
    return Diagnosis(
        what,
        "A shorter input takes only the first rows of the table.",
        f"{pos}[{':, ' if len(has) == 3 else ''}:{x}.shape[1]]",
        "Take as many rows as there are places:",
        card="rank-and-shape",
    )


def _class_token(scene: Scene) -> str:
    """The name of a parameter of one place, as a class token is."""
    for frame in reversed(scene.frames):
        held = frame.names.get("self")
        for name, one in (stored(held).get("_parameters", {}) if is_module(held) else {}).items():
            if is_tensor(one) and len(shape(one)) == 3 and shape(one)[:2] == (1, 1):
                return str(name)
    return ""


def _one_more(module: Any, name: str) -> str:
    """The line of __init__ that makes the table, for one place more."""
    init = vars(type(module)).get("__init__")
    tree = source_of(init) if callable(init) else None
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.Assign) or ast.unparse(node.targets[0]) != f"self.{name}":
            continue
        for _, call in calls_in(node.value):
            made = ast.unparse(call.func)
            numbers = (
                call.args[0].elts
                if len(call.args) == 1 and isinstance(call.args[0], ast.Tuple)
                else call.args
            )
            if made.rpartition(".")[2] not in ("zeros", "randn", "rand", "ones", "empty") or len(numbers) < 2:
                continue
            size = numbers[-2]
            is_number = isinstance(size, ast.Constant) and isinstance(size.value, int)
            more = str(ast.literal_eval(size) + 1) if is_number else f"{ast.unparse(size)} + 1"
            line, old = ast.unparse(node), ", ".join(ast.unparse(one) for one in numbers[-2:])
            return line.replace(old, f"{more}, {ast.unparse(numbers[-1])}", 1)
    return ""


def _picture(scene: Scene, patches: int) -> int:
    """The picture size that gives so many patches, where a convolution cuts them out."""
    side = isqrt(max(patches, 0))
    if side * side != patches or not side:
        return 0
    for frame in scene.frames:
        held: Any = frame.names.get("self")
        for part in held.modules() if is_module(held) and "_modules" in stored(held) else ():
            if is_of(part, "torch.nn", "Conv2d") and part.stride == part.kernel_size and part.stride[0] > 1:
                return int(side * part.stride[0])
    return 0
