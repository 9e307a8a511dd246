"""Targets of -1: what pandas gives a missing value for its number, and other ways to say "none"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.losses import loss_of_tensors
from fastaid.teach.rules.step import OF_CLASSES, LossCall, values
from fastaid.teach.scene import Scene

MOST_ROWS = 200_000


@rule(IndexError, RuntimeError, needs="torch")
def class_below_zero(scene: Scene) -> Diagnosis | None:
    """`.cat.codes` and `pd.factorize` give -1 to a missing value; -1 is no class number."""
    found = loss_of_tensors(scene, *OF_CLASSES)
    if found is None or found.targ.is_floating_point() or found.pred.ndim < 2:
        return None
    held = values(found.targ)
    if held is None or (found.targ.ndim != found.pred.ndim - 1 and not found.is_flat):
        return None
    if int(held[held != -100].min()) != -1:
        return None
    high, n = int(held.max()), int((held == -1).sum())
    if high == 1 and not bool((held == 0).any()):
        return _signs(scene, found)
    text = (
        f"`{found.targ_text}` holds the class number -1 in {counted(n, 'place')}; class numbers begin at 0."
        if found.call is not None
        else f"The target holds the class number -1 in {counted(n, 'place')}; class numbers begin at 0."
    )
    code = next(codes_made(scene), None)
    if code is None:
        return _nothing_known(scene, found, text)
    written, table, column, gaps = code
    if table and gaps:
        where = f"`{column}` of `{table}` has {counted(gaps, 'missing value')} (NaN)."
        fix = f"{table} = {table}.dropna(subset=[{column!r}]).reset_index(drop=True)"
    elif table:
        where = f"In `{column}` of `{table}` a value was missing, or was none of the categories."
        fix = f"{table} = {table}[{table}[{column!r}] != -1].reset_index(drop=True)"
    else:
        return _nothing_known(scene, found, text)
    return Diagnosis(
        text,
        f"{where} `{written}` gives -1 there, which stands for none of the classes.",
        fix,
        "Leave those rows out, then make the numbers and the tensors again:",
        card="labels-and-vocab",
    )


def codes_made(scene: Scene) -> Iterator[tuple[str, str, str, int]]:
    """Where words became numbers with -1 for none: how, the table, the column, how many values it misses.

    Those whose column has gaps, or holds -1 itself, come first; then one with no table.
    """
    made = [one for tree in trees(scene) for one in _codes(tree)]
    for written, node in made:
        for table, column, held in _columns(scene, node):
            gaps = int(held.iloc[:MOST_ROWS].isna().sum())
            if gaps:
                yield written, table, column, gaps
    for written, _ in made:
        for table, frame in scene.live(object):
            for column in frame.columns if is_table(frame) else ():
                held = frame[column].iloc[:MOST_ROWS]
                if held.dtype.kind == "i" and bool((held == -1).any()):
                    yield written, table, column, 0
    if made:
        yield made[0][0], "", "", 0


def _codes(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "codes":
            yield ".cat.codes" if last_name(node.value) == "cat" else ".codes", node
        elif isinstance(node, ast.Call) and last_name(node.func) == "factorize":
            yield ("pd.factorize" if node.args else ".factorize()"), node


def _columns(scene: Scene, node: ast.expr) -> Iterator[tuple[str, str, Any]]:
    """The columns of tables that an expression reads: `df['kind']`, `df.kind`."""
    for one in ast.walk(node):
        if not isinstance(one, (ast.Subscript, ast.Attribute)) or not isinstance(one.value, ast.Name):
            continue
        table: Any = scene.names.get(one.value.id)
        column = one.attr if isinstance(one, ast.Attribute) else _key(scene, one.slice)
        if is_table(table) and isinstance(column, str) and column in table.columns:
            yield one.value.id, column, table[column]


def _key(scene: Scene, node: ast.expr) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    return scene.names.get(node.id) if isinstance(node, ast.Name) else None


def _signs(scene: Scene, found: LossCall) -> Diagnosis:
    pred, targ = found.texts
    return Diagnosis(
        "The target has the class numbers -1 and 1.",
        "Two classes are numbered 0 and 1 in PyTorch: class numbers begin at 0.",
        found.line(scene, pred, f"({targ} > 0).long()"),
        "Make 0 of -1:",
        card="labels-and-vocab",
    )


def _nothing_known(scene: Scene, found: LossCall, text: str) -> Diagnosis:
    pred, targ = found.texts
    is_simple = found.pred.ndim == 2 and found.call is not None
    return Diagnosis(
        text,
        "-1 mostly stands for none: pandas gives it for a missing value (`.cat.codes`, `factorize`), and data sets "
        "give it to items without a label.",
        found.line(scene, f"{pred}[{targ} >= 0]", f"{targ}[{targ} >= 0]")
        if is_simple
        else f"{'yb' if found.call is None else targ}.unique()  # which numbers there are",
        "Leave those items out (better: drop them where the numbers are made):"
        if is_simple
        else "Look which there are, and leave those items out where the numbers are made:",
        sure="likely",
        card="labels-and-vocab",
    )
