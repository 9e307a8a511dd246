"""Tables made of columns of different lengths; predictions that are fewer than the rows they belong to."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_of, is_table, is_tensor, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import call_at, cell_trees, code_of, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene

UNEQUAL = re.compile("same length|does not match index length")
PREDICTED = re.compile(r"pred|prob|y_?hat", re.IGNORECASE)
SAME_LENGTH = ("values", "tolist", "to_numpy", "numpy", "astype", "cpu", "detach", "array")
Pair = tuple[str, ast.expr | None, int]  # the column's name, where it is written, how many values it has


@rule(ValueError, needs="pandas")
def unequal_columns(scene: Scene) -> Diagnosis | None:
    """`pd.DataFrame({…})` with lists of different lengths."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    node = frame.argument(call, 0, "data") if frame is not None and call is not None else None
    if frame is None or call is None or node is None or not UNEQUAL.search(scene.message):
        return None
    pairs = _pairs(frame, node)
    sizes = {name: size for name, _, size in pairs}
    if len(set(sizes.values())) < 2:
        return None
    what = "The columns have different lengths: "
    what += ", ".join(f"{name} has {size:,}" for name, size in list(sizes.items())[:5]) + "."
    few, many = min(sizes.values()), max(sizes.values())
    if len(set(sizes.values())) == 2 and (left := _left_out(scene, frame, few, many)) is not None:
        cause, fix, how, sure = left
        return Diagnosis(what, cause, fix, how, sure="likely" if sure else "certain")
    why = "In a table every column has one value for each row."
    short = [one for one in pairs if one[2] == few]
    if not isinstance(node, ast.Dict):
        text = text_of(node, 30)
        return Diagnosis(
            what,
            why,
            f"{{name: len(values) for name, values in {text}.items()}}" if text.isidentifier() else "",
            "See each length, and make them equal:" if text.isidentifier() else "Make them equal.",
        )
    if len(pairs) == len(node.keys) and any(PREDICTED.search(code_of(one)) for _, one, _ in short):
        return Diagnosis(
            what,
            f"{why} {counted(many - few, 'row')} got no prediction.",
            _cut(frame, call, pairs, few),
            f"Predict every row: all {many:,}. To see the first {few:,} in the meantime:",
        )
    return Diagnosis(what, why, _filled(frame, call, node), "Make them equal; or, to fill up with NaN:")


def _pairs(frame: Frame, node: ast.expr) -> list[Pair]:
    """The columns whose number of values is known."""
    found: list[tuple[str, ast.expr | None, int | None]] = []
    if isinstance(node, ast.Dict):
        found = [
            (text_of(key) if key is not None else "", value, _size(frame, value))
            for key, value in zip(node.keys, node.values, strict=True)
        ]
    elif type(held := frame.value(node)) is dict:
        found = [(repr(key), None, _length(value)) for key, value in held.items()]
    return [(name, one, size) for name, one, size in found if size is not None]


def _length(held: Any) -> int | None:
    is_row = type(held) in (list, tuple, range) or is_series(held)
    is_row = is_row or ((is_array(held) or is_tensor(held)) and bool(shape(held)))
    return len(held) if is_row else None


def _size(frame: Frame, node: ast.expr) -> int | None:
    """How many values an expression has, where that can be told without running it."""
    held = frame.value(node)
    if held is not UNKNOWN:
        return _length(held)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _size(frame, node.func.value) if node.func.attr in SAME_LENGTH else None
    if isinstance(node, ast.Subscript):
        table, key = frame.value(node.value), node.slice
        is_column = is_table(table) and isinstance(key, ast.Constant) and isinstance(key.value, str)
        return len(table) if is_column else None
    if isinstance(node, ast.Attribute):
        table = frame.value(node.value)
        if is_table(table):
            return len(table) if node.attr in table.columns else None
        return _size(frame, node.value) if node.attr in SAME_LENGTH else None
    return None


def _left_out(scene: Scene, frame: Frame, few: int, many: int) -> tuple[str, str, str, bool] | None:
    """Why the last rows got no prediction: they filled no whole batch. With the line to write, and its words."""
    rest = f"the last {counted(many - few, 'row')}, which fill no whole batch"
    for name, loader in scene.live(object):
        if not is_of(loader, "torch.utils.data", "DataLoader") and not is_of(
            loader, "fastai.data.load", "DataLoader"
        ):
            continue
        held = stored(loader)
        size = held.get("batch_size", held.get("bs"))
        if held.get("drop_last") is not True or type(size) is not int or many // size * size != few:
            continue
        made = origin(scene, frame, name)
        if not isinstance(made, ast.Call):
            continue
        kept = [one for one in made.keywords if one.arg not in ("drop_last", "shuffle")]
        new = ast.Call(made.func, made.args, kept)
        return (
            f"`{name}` was made with drop_last=True, and leaves out {rest}.",
            f"{name} = {code_of(new)}",
            "Make it without, and predict again:",
            False,
        )
    for _, tree in cell_trees(scene):
        for one in ast.walk(tree):
            if not isinstance(one, ast.BinOp) or not isinstance(one.op, ast.FloorDiv):
                continue
            size = one.right.value if isinstance(one.right, ast.Constant) else frame.value(one.right)
            if type(size) is not int or size < 2 or many // size * size != few or not text_of(one):
                continue
            if _number(frame, one.left) != many:
                continue
            above = f"-(-{_side(one.left)} // {_side(one.right)})"
            return (
                f"`{text_of(one)}` counts whole batches only: it leaves out {rest}.",
                above,
                "Round up in its place, and predict again:",
                True,
            )
    return None


def _number(frame: Frame, node: ast.expr) -> int | None:
    """The number that `n`, `len(x)` or `x.shape[0]` stands for; None where it is not plain to see."""
    held = frame.value(node)
    if type(held) is int:
        return held
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "len" and len(node.args) == 1:
        whole = frame.value(node.args[0])
        return len(whole) if is_table(whole) else _length(whole)
    if isinstance(node, ast.Subscript) and ast.unparse(node).endswith(".shape[0]"):
        assert isinstance(node.value, ast.Attribute)
        return _length(frame.value(node.value.value))
    return None


def _side(node: ast.expr) -> str:
    return f"({ast.unparse(node)})" if isinstance(node, ast.BinOp) else ast.unparse(node)


def _cut(frame: Frame, call: ast.Call, pairs: list[Pair], few: int) -> str:
    """The call with each column cut to the shortest."""
    parts = [f"{name}: {code_of(one)}" + (f"[:{few}]" if size > few else "") for name, one, size in pairs]
    return replaced(frame, call, f"{ast.unparse(call.func)}({{{', '.join(parts)}}})")


def _filled(frame: Frame, call: ast.Call, node: ast.Dict) -> str:
    """The call with each list as a Series, which may be shorter than the others."""
    maker = ast.unparse(call.func).rpartition(".")[0]
    series = f"{maker}.Series" if maker else "Series"
    parts = [
        f"{ast.unparse(key)}: {series}({ast.unparse(one)})"
        for key, one in zip(node.keys, node.values, strict=True)
        if key is not None
    ]
    return replaced(frame, call, f"{ast.unparse(call.func)}({{{', '.join(parts)}}})")
