"""Accuracies that a loop over batches adds up, divided by the wrong number."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import is_of, is_tensor


@check("acc", "Acc", "ACC", reached=True)
def accuracy_over_batches(cell: Cell) -> Iterator[Notice]:
    """Right answers are counted in items and divided by the number of batches: an accuracy above 1."""
    for name, node, nodes, given in _quotients(cell):
        by = node.right
        held: Any = cell.names.get(name)
        held = held.item() if is_tensor(held) and held.numel() == 1 and held.device.type == "cpu" else held
        if not isinstance(held, float) or held <= 1 + 1e-6 or cell.bound[name] > 1:
            continue
        loader_text = text_of(by.args[0])  # type: ignore[attr-defined]
        loader = cell.value(given.get(loader_text, by.args[0]))  # type: ignore[attr-defined]
        is_loader = is_of(loader, "torch.utils.data", "DataLoader") or is_of(
            loader, "fastai.data.load", "DataLoader"
        )
        counted = text_of(node.left)
        if not is_loader or not _counts_items(nodes, node.left):
            continue
        if any(isinstance(one, ast.Constant) and one.value in (100, 100.0) for one in below(node)):
            continue
        target = "return " if given else f"{name} = "
        yield Notice(
            f"`{name}` is {held:.4g}, more than 1: `len({loader_text})` is the number of batches, and "
            f"`{counted}` counts items. Divide by the number of items: "
            f"`{target}{counted} / len({loader_text}.dataset)`.",
            hash(ast.dump(node)),
            card="accuracy-and-error-rate",
        )
        return


Quotient = tuple[str, ast.BinOp, Sequence[ast.AST], dict[str, ast.expr]]


def _quotients(cell: Cell) -> Iterator[Quotient]:
    """Variables that are `… / len(…)`: of the cell, or returned by a function, with what that was given."""
    for node in cell.of(ast.Assign):
        target, value = node.targets[0], node.value
        if isinstance(target, ast.Name) and _is_over_len(value) and "acc" in target.id.lower():
            yield target.id, value, cell.nodes, {}  # type: ignore[misc]
        written = cell.written(value.func) if isinstance(value, ast.Call) else None
        if not isinstance(written, ast.FunctionDef) or not isinstance(value, ast.Call) or is_local(target):
            continue
        given: dict[str, ast.expr] = dict(
            zip([one.arg for one in written.args.args], value.args, strict=False)
        ) | {one.arg: one.value for one in value.keywords if one.arg}
        for names, parts in _returned(written, target):
            for name, part in zip(names, parts, strict=False):
                if _is_over_len(part) and "acc" in f"{name} {written.name} {text_of(part.left)}".lower():  # type: ignore[attr-defined]
                    yield name, part, below(written), given  # type: ignore[misc]


def _returned(written: ast.FunctionDef, target: ast.expr) -> Iterator[tuple[list[str], list[ast.expr]]]:
    """The names that a call is assigned to, and what a function returns for each."""
    for one in below(written):
        if not isinstance(one, ast.Return) or one.value is None:
            continue
        if isinstance(target, ast.Name):
            yield [target.id], [one.value]
        elif isinstance(target, ast.Tuple) and isinstance(one.value, ast.Tuple):
            yield [getattr(part, "id", "") for part in target.elts], list(one.value.elts)


def _is_over_len(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.right, ast.Call)
        and last_name(node.right.func) == "len"
        and len(node.right.args) == 1
    )


def _counts_items(nodes: Sequence[ast.AST], total: ast.expr) -> bool:
    """Whether a total is one of right answers, and not of accuracies or percentages of batches."""
    name = text_of(total)
    added: list[ast.expr] = _summed(total)
    for node in nodes:
        if isinstance(node, ast.AugAssign) and text_of(node.target) == name:
            added.append(node.value)
        elif isinstance(node, ast.Assign) and text_of(node.targets[0]) == name:
            value = node.value
            if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and text_of(value.left) == name:
                added.append(value.right)
            added += _summed(value)
    for value in added:
        words = {last_name(one.func) for one in below(value) if isinstance(one, ast.Call)}
        signs = [one.op for one in below(value) if isinstance(one, ast.BinOp)]
        is_share = any(isinstance(one, (ast.Div, ast.Mult)) for one in signs)
        if is_share or not words & {"sum", "count_nonzero"} or "mean" in words or "acc" in str(words):
            return False
    return bool(added)


def _summed(node: ast.expr) -> list[ast.expr]:
    """`sum(… for a, b in dl)`: what is added up."""
    if isinstance(node, ast.Call) and text_of(node.func) == "sum" and len(node.args) == 1:
        given = node.args[0]
        return [given.elt] if isinstance(given, (ast.GeneratorExp, ast.ListComp)) else []
    return []
