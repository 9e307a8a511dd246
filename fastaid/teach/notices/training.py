"""Training that runs and does not do what was meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import Cell, check
from fastaid.teach.objects import is_learner, is_module, is_of, is_tensor

# Methods that are called for their effect: named without parentheses, nothing happens.
FOR_EFFECT = {
    "unfreeze": is_learner,
    "freeze": is_learner,
    "eval": is_module,
    "train": is_module,
    "zero_grad": lambda held: is_module(held) or is_of(held, "torch.optim", "Optimizer"),
    "step": lambda held: is_of(held, "torch.optim", "Optimizer"),
    "backward": is_tensor,
}


@check(*(f".{name}" for name in FOR_EFFECT))
def not_called(cell: Cell) -> Iterator[Notice]:
    """`learn.unfreeze` without its parentheses names the method and does not run it."""
    for node in cell.nodes:
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Attribute):
            continue
        named = node.value
        is_meant = FOR_EFFECT.get(named.attr)
        held = cell.names.get(named.value.id) if isinstance(named.value, ast.Name) else None
        if is_meant is not None and is_meant(held):
            text = ast.unparse(named)
            yield Notice(f"`{text}` was only named, not run: write `{text}()`.", id(held))
