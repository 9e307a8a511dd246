"""scikit-learn's splits: test_size in percent, where a whole number counts rows; stratify by what are no classes."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import in_full
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene

SIZES = ("test_size", "train_size")


@rule(ValueError, needs="sklearn")
def size_beyond_the_rows(scene: Scene) -> Diagnosis | None:
    """`train_test_split(df, test_size=20)` of fewer rows: 20 rows are asked for, 20 percent were meant."""
    here, inner = scene.here, scene.within("sklearn.model_selection._split", "_validate_shuffle_split")
    call = call_at(here) if here is not None else None
    if here is None or inner is None or call is None:
        return None
    n = inner.names.get("n_samples")
    for word in call.keywords:
        size = inner.names.get(word.arg or "")
        if word.arg not in SIZES or type(size) is not int or not isinstance(n, int) or size < n:
            continue
        text = text_of(call.args[0]) if call.args else ""
        share = size / 100 if size < 100 else 0.2
        return Diagnosis(
            f"`{word.arg}={size}` asks for {size} rows, and `{text or 'the data'}` has {counted(n, 'row')}.",
            "A whole number is a number of rows; a share of them is a number between 0 and 1.",
            replaced(here, word.value, f"{share:g}"),
            f"For {share:.0%} of the rows:",
            sure="certain" if size < 100 else "likely",
        )
    return None


@rule(ValueError, needs="sklearn")
def stratified_by_no_classes(scene: Scene) -> Diagnosis | None:
    """`stratify=y` where y holds windows or pictures: an array of three dimensions has no classes."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or "dim" not in scene.message:
        return None
    word = next((one for one in call.keywords if one.arg == "stratify"), None)
    held: Any = here.value(word.value) if word is not None else None
    if word is None or not (is_array(held) or is_tensor(held)) or held.ndim < 3:
        return None
    rest = [one for one in call.keywords if one is not word]
    text = text_of(word.value)
    return Diagnosis(
        f"`stratify={text}`: `{text}` has {held.ndim} dimensions, {tuple(held.shape)}, so no class for each row.",
        "`stratify` puts the same share of each class into both parts; it takes one class for each row. Numbers to be "
        "forecast have no classes.",
        in_full(here, call, ast.unparse(ast.Call(call.func, call.args, rest))),
        "Leave it out (for a forecast of what comes later, with `shuffle=False`):",
    )
