"""Sizes and rates that are text: read from a file, from the command line, or written in quotes."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

NUMBER = re.compile(r"\s*-?\d+(\.\d*)?(e[+-]?\d+)?\s*", re.I)
WHOLE = (
    *("bs", "batch_size", "num_workers", "val_bs", "seq_len", "in_features", "out_features", "in_channels"),
    *(
        "out_channels",
        "kernel_size",
        "num_embeddings",
        "embedding_dim",
        "input_size",
        "hidden_size",
        "num_features",
    ),
    *("num_layers", "n_out", "n_factors"),
)
FRACTIONS = ("wd", "weight_decay", "momentum", "p", "valid_pct", "pct_start", "drop_mult", "label_smoothing")
OF_LIBRARIES = ("torch", "fastai", "torchvision")


@rule(TypeError, ValueError, needs="torch")
def number_is_text(scene: Scene) -> Diagnosis | None:
    """`DataLoader(ds, batch_size=cfg['bs'])` where it is '16': text is no number."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or scene.is_raised_by_learner:
        return None
    for name, node in _given(here, call):
        held = here.value(node)
        if name not in (*WHOLE, *FRACTIONS) or not isinstance(held, str) or not NUMBER.fullmatch(held):
            continue
        kind = "int" if name in WHOLE else "float"
        is_written = isinstance(node, ast.Constant)
        if kind == "int" and not held.strip().isdigit():
            return None
        new = held.strip() if is_written else f"{kind}({ast.unparse(node)})"
        why = "It stands in quotes" if is_written else "What is read from a file or the command line is text"
        return Diagnosis(
            f"`{name}` is the text {held!r}, not a number.",
            f"{why}; `{ast.unparse(call.func)}` calculates with it.",
            replaced(here, node, new),
            "Give a number, without quotes:" if is_written else "Make a number of it:",
        )
    return None


def _given(here: Frame, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """The arguments of a call of torch's or fastai's, with the names of the parameters."""
    func = here.value(call.func)
    for one in call.keywords:
        if one.arg:
            yield one.arg, one.value
    if str(getattr(func, "__module__", "")).split(".")[0] not in OF_LIBRARIES:
        return
    try:
        names = list(inspect.signature(func).parameters)
    except (TypeError, ValueError):
        return
    for name, node in zip(names, call.args, strict=False):
        if isinstance(node, ast.Starred):
            return
        yield name, node
