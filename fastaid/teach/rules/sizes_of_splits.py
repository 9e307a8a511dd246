"""scikit-learn's test_size and train_size, given in percent: a whole number counts rows."""

from __future__ import annotations

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
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
