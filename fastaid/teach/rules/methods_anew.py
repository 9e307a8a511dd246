"""A method of a learner's class with the parameters that fastai calls it with. No rules of its own."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from typing import Any

from fastaid.teach.rules.step import source_of

MOST_LINES = 6
LONGEST = 88
# What a learner calls a thing, and what the Learner has it as.
_WORDS = {
    "x": "xb x inp input inputs images imgs image img",
    "y": "yb y targ targs target targets label labels",
    "pred": "pred preds output outputs out logits",
    "loss": "loss", "epoch": "epoch", "model": "model net", "opt": "opt optimizer optim",
    "iter": "iter iteration it batch_idx", "n_epoch": "n_epoch n_epochs epochs num_epochs", "dl": "dl",
    "dls": "dls", "smooth_loss": "smooth_loss",
}  # fmt: skip
OF_LEARNER = {word: name for name, words in _WORDS.items() for word in words.split()}
# What is not there yet at an event.
NOT_YET = {
    **dict.fromkeys(
        ("before_fit", "before_epoch", "before_train"), ("x", "y", "pred", "loss", "smooth_loss")
    ),
    "before_batch": ("pred", "loss"),
    "after_pred": ("loss",),
}


def taken_from(
    names: Iterable[str],  # the learner's: "xb", "yb"
    holder: str,  # "self", "learn"
    event: str = "",
) -> str:  # "xb, yb = self.x, self.y"
    """The line that takes things from the Learner; "" where one of them is not there."""
    found = {name: OF_LEARNER.get(name, "") for name in names}
    if not found or not all(found.values()) or any(one in NOT_YET.get(event, ()) for one in found.values()):
        return ""
    return f"{', '.join(found)} = {', '.join(f'{holder}.{one}' for one in found.values())}"


def written_with(
    function: Any,
    parameters: str,  # "self, learn"
    line: str = "",  # a first line
    name: str = "",  # another name
    mark: str = "",  # a decorator
) -> str:
    """The method's own lines under another head; the head alone where they are many."""
    node = source_of(function) if inspect.isfunction(function) else None
    first = [*([mark] if mark else []), f"def {name or getattr(function, '__name__', '')}({parameters}):"]
    body = (
        [text for one in node.body for text in ast.unparse(one).splitlines()]
        if isinstance(node, ast.FunctionDef)
        else []
    )
    lines = [*([line] if line else []), *body]
    if not body or len(lines) > MOST_LINES or any(len(one) > LONGEST for one in lines):
        lines = [*([line] if line else []), "..."] if line else []
    return "\n".join([*first, *(f"    {one}" for one in lines)])
