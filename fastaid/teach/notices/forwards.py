"""What a network of the learner's own does at the end of its forward."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.losses import loss_word, pairs
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.notices.values import last_layer, weights_of
from fastaid.teach.objects import is_learner, is_module, stored

TAKES_SOFTMAX = ("CrossEntropyLoss", "CrossEntropyLossFlat", "cross_entropy")
TAKES_SIGMOID = ("BCEWithLogitsLoss", "BCEWithLogitsLossFlat", "binary_cross_entropy_with_logits")
FROM = ("F", "torch", "nn.functional", "torch.nn.functional")


@check(
    "earner(",
    ".fit",
    ".fine_tune",
    "oss",
    "riterion",
    "entropy",
    "@CrossEntropyLoss",
    "@BCEWithLogitsLoss",
    "@BaseLoss",
    also=("@own",),
)
def activation_before_the_loss(cell: Cell) -> Iterator[Notice]:
    """forward ends in a softmax, and the loss applies one too."""
    said = set()
    for model, loss in _used_together(cell):
        word = "softmax" if loss in TAKES_SOFTMAX else "sigmoid" if loss in TAKES_SIGMOID else ""
        if not word or id(model) in said:
            continue
        forward = vars(type(model)).get("forward")
        written = cell.definition(forward) if isinstance(forward, FunctionType) else None
        found = _end(model, written, word) if isinstance(written, ast.FunctionDef) else None
        if found is None:
            continue
        said.add(id(model))
        call, fix = found
        yield Notice(
            f"`forward` of `{type(model).__name__}` ends in `{text_of(call)}`, and {loss} applies a {word} by itself: "
            f"it is applied twice, so the model learns slowly. {fix}",
            id(model),
            card="cross-entropy",
        )


def _used_together(cell: Cell) -> Iterator[tuple[Any, str]]:
    """Networks of the learner's own classes, and the losses that they are trained with."""
    own = [one for _, one in cell.live(is_module) if type(one).__module__ == "__main__"]
    learns = any(True for _ in cell.live(is_learner))
    if not own and not learns:
        return
    for _, model, loss in cell.once(pairs):
        if is_module(model) and type(model).__module__ == "__main__":
            yield model, loss
    # A loop inside a function that is given both; with a second network it is not sure whose loss it is.
    models = [one for _, one in cell.live(is_module) if weights_of(one)]
    losses = {loss_word(one) for _, one in cell.live(is_module)} & {*TAKES_SOFTMAX, *TAKES_SIGMOID}
    if len(own) == len(models) == len(losses) == 1 and not learns and "backward" in cell.words:
        yield own[0], next(iter(losses))


def _end(model: Any, written: ast.FunctionDef, word: str) -> tuple[ast.Call, str] | None:
    """The activation that a forward ends in, and how to do without it."""
    returned = [one.value for one in nodes_in(written, ast.Return)]
    if len(returned) != 1:
        return None
    call, is_named = returned[0], False
    if isinstance(call, ast.Name):
        stores = [
            one
            for one in written.body
            if isinstance(one, ast.Assign) and text_of(one.targets[0]) == text_of(call)
        ]
        call, is_named = (stores[-1].value, True) if stores else (call, False)
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    func, holder = call.func, text_of(call.func.value)
    if holder == "self":
        layer = stored(model).get("_modules", {}).get(func.attr)
        if type(last_layer(layer)).__name__.lower() != word:
            return None
        if last_layer(layer) is not layer:
            return call, f"Take `nn.{type(last_layer(layer)).__name__}` out of `self.{func.attr}`."
        inner: ast.AST | None = call.args[0] if call.args else None
    elif func.attr == word and not holder.startswith("self"):
        inner = (call.args[0] if call.args else None) if holder in FROM else func.value
    elif func.attr == word and isinstance(func.value, ast.Call):
        inner = func.value  # self.last(x).softmax(1)
    else:
        return None
    if inner is None:
        return None
    name = text_of(returned[0]) if is_named and returned[0] is not None else ""
    if name == text_of(inner):
        return call, f"Return the raw outputs: leave out the line `{name} = {text_of(call)}`."
    return call, f"Return the raw outputs: `{f'{name} =' if name else 'return'} {text_of(inner)}`."
