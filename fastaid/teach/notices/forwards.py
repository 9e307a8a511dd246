"""What a network of the learner's own does at the end of its forward."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.losses import loss_word
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.objects import is_learner, is_module, stored

TAKES_SOFTMAX = ("CrossEntropyLoss", "CrossEntropyLossFlat", "cross_entropy")
TAKES_SIGMOID = ("BCEWithLogitsLoss", "BCEWithLogitsLossFlat", "binary_cross_entropy_with_logits")
FROM = ("F", "torch", "nn.functional", "torch.nn.functional")


@check("earner(", ".fit")
def activation_before_the_loss(cell: Cell) -> Iterator[Notice]:
    """forward returns F.softmax(…), and the loss of the Learner applies one too."""
    for _, learn in cell.live(is_learner):
        model: Any = stored(learn).get("model")
        loss = loss_word(stored(learn).get("loss_func"))
        word = "softmax" if loss in TAKES_SOFTMAX else "sigmoid" if loss in TAKES_SIGMOID else ""
        if not word or not is_module(model) or type(model).__module__ != "__main__":
            continue
        forward = vars(type(model)).get("forward")
        written = cell.definition(forward) if isinstance(forward, FunctionType) else None
        returned = [one.value for one in nodes_in(written, ast.Return)] if written is not None else []
        if (
            len(returned) != 1
            or not isinstance(call := returned[0], ast.Call)
            or last_name(call.func) != word
        ):
            continue
        func = call.func
        holder = text_of(func.value) if isinstance(func, ast.Attribute) else ""
        inner = call.args[0] if holder in FROM and call.args else getattr(func, "value", None)
        if inner is None or not holder or holder.startswith("self"):
            continue
        kind = type(model).__name__
        yield Notice(
            f"`forward` of `{kind}` ends in `{text_of(call)}`, and {loss} applies a {word} by itself: it is applied "
            f"twice, so the model learns slowly. Return the raw outputs: `return {text_of(inner)}`.",
            id(model),
            card="cross-entropy",
        )
