"""Attributes of a Learner that were fastai 1's, or are no one's: setting them changes nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import is_dls, is_learner, is_of, library, stored


def _is_data(held: Any) -> bool:
    return (
        is_dls(held)
        or is_of(held, "fastai.data.load", "DataLoader")
        or is_of(held, "torch.utils.data", "DataLoader")
    )


def _are_callbacks(held: Any) -> bool:
    parts = (
        list(held) if isinstance(held, (list, tuple)) or is_of(held, "fastcore.foundation", "L") else [held]
    )
    kind = getattr(library("fastai.callback.core"), "Callback", ())
    return bool(parts) and all(
        isinstance(one, kind) or (isinstance(one, type) and issubclass(one, kind)) or callable(one)
        for one in parts
    )


def _is_number(held: Any) -> bool:
    return isinstance(held, (int, float)) and not isinstance(held, bool)


# What the attribute would have to hold to be meant so, and what fastai 2 reads in its place.
READ: dict[str, tuple[Callable[[Any], bool], str, str]] = {
    **dict.fromkeys(("data", "databunch", "dataloaders", "dataloader"), (_is_data, "dls", "dataloaders")),
    **dict.fromkeys(
        ("callbacks", "callback_fns", "callback", "callback_fn"), (_are_callbacks, "", "callbacks")
    ),
    **dict.fromkeys(
        ("loss_fn", "crit", "criterion", "loss_function", "lossfunc"),
        (callable, "loss_func", "loss-function"),
    ),
    **dict.fromkeys(("opt_fn", "opt_function", "optfunc"), (callable, "opt_func", "sgd-and-optimizers")),
    **dict.fromkeys(("metric",), (callable, "metrics", "metrics")),
    **dict.fromkeys(("weight_decay",), (_is_number, "wd", "weight-decay")),
    **dict.fromkeys(("learning_rate",), (_is_number, "lr", "learning-rate")),
}


@check(*(f".{name}{sign}" for name in READ for sign in (" =", "=")), needs="fastai")
def read_by_nobody(cell: Cell) -> Iterator[Notice]:
    """`learn.data = get_dls(64)`: fastai 2 reads `learn.dls`."""
    for node in cell.of(ast.Assign):
        target = node.targets[0]
        if not isinstance(target, ast.Attribute) or target.attr not in READ:
            continue
        learn = cell.value(target.value)
        is_meant, right, card = READ[target.attr]
        held = stored(learn).get(target.attr)
        if not is_learner(learn) or held is None or not is_meant(held) or held is stored(learn).get(right):
            continue
        if any(target.attr in vars(kind) for kind in type(learn).__mro__) or _is_read(cell, target.attr):
            continue
        name, value = text_of(target.value), _as_objects(node.value)
        yield Notice(
            f"`{text_of(target)}` is an attribute that nothing in fastai 2 reads, so setting it changes nothing: "
            + _instead(name, right, value),
            hash(ast.dump(node)),
            card=card,
        )
        return


def _as_objects(node: ast.expr) -> str:
    """The text of a value, with callbacks in place of what fastai 1 made them of: `partial(SaveModelCallback, …)`."""
    if isinstance(node, ast.List):
        return f"[{', '.join(_as_objects(one) for one in node.elts)}]"
    if isinstance(node, ast.Call) and last_name(node.func) == "partial" and node.args:
        given = [text_of(one) for one in node.args[1:]]
        given += [f"{one.arg}={text_of(one.value)}" for one in node.keywords if one.arg]
        return f"{text_of(node.args[0])}({', '.join(given)})"
    return text_of(node)


def _instead(name: str, right: str, value: str) -> str:
    if right:
        return f"`{name}` goes on with its `{right}`. Write `{name}.{right} = {value}`."
    added = f"`{name}.add_cbs({value})`"
    return f"`{name}` goes on with the callbacks it has. Write {added}, or give them to a fit: `cbs=…`."


def _is_read(cell: Cell, attribute: str) -> bool:
    """Whether code of the notebook reads it of a learner, or of a callback, which hands such questions on."""
    read = re.compile(rf"(?:learn\w*|self|L)\.{attribute}\b(?!\s*=[^=])")
    if any(read.search(one) for one in [*cells_run(cell), cell.source]):
        return True
    return any(
        isinstance(one, ast.Attribute)
        and one.attr == attribute
        and isinstance(one.ctx, ast.Load)
        and is_learner(cell.value(one.value))
        for one in cell.all_nodes
    )
