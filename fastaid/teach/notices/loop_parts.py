"""What checks of training loops written by hand ask of a loop."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import Nodes, below
from fastaid.teach.objects import is_of

LOOPS = (ast.For, ast.While)
FITS = frozenset({"fit", "fit_one_cycle", "fine_tune"})
ENDLESS = frozenset({"inf", "infinity", "nan"})
OTHERS_TRAIN = frozenset({"Learner", "Callback", "LBFGS", "torch_xla"})


def loops(nodes: Sequence[ast.AST]) -> list[ast.For | ast.While]:
    """Loops, the innermost first."""
    if isinstance(nodes, Nodes):
        found = [loop for kind in LOOPS for loop in nodes.kinds.get(kind, ())]
    else:
        found = [node for node in nodes if isinstance(node, LOOPS)]
    return sorted(found, key=lambda one: len(below(one)))


def method_calls(nodes: Sequence[ast.AST], name: str) -> list[ast.Call]:
    """Calls of a method by its name, whatever it is called on."""
    if isinstance(nodes, Nodes):
        return nodes.methods.get(name, [])
    return [
        node
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def base_of(node: ast.AST) -> str:
    """The variable at the bottom of `opt.step`, `model.fc.weight.data[0]`; "" where there is none."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def trains_with_fastai(cell: Cell) -> bool:
    """A loop of fits, or a Callback: the Learner sees to the gradients. A `fit` of the learner's own does not."""
    if cell.words & OTHERS_TRAIN:
        return True
    return bool(cell.words & FITS) and any(
        isinstance(call.func, ast.Attribute) and call.func.attr in FITS and cell.written(call.func) is None
        for call in cell.all_of(ast.Call)
    )


def steps_of(cell: Cell, nodes: Sequence[ast.AST]) -> list[ast.Call]:
    """Steps of an optimizer, as far as can be told: not those of a schedule, nor of a counter."""
    found = []
    for call in method_calls(nodes, "step"):
        held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if is_of(held, "torch.optim.lr_scheduler", "LRScheduler"):
            continue
        if is_of(held, "torch.optim", "Optimizer") or "opt" in base_of(call.func).lower():
            found.append(call)
    return found


def is_endless(node: ast.AST) -> bool:
    """Whether it is written for infinity, or for nan: `float('inf')`, `math.inf`."""
    if isinstance(node, ast.Constant):
        return str(node.value).lower().lstrip("+-") in ENDLESS
    return isinstance(node, (ast.Attribute, ast.Name)) and last_name(node).lower() in ENDLESS
