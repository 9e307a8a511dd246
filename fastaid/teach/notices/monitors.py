"""Callbacks that watch a value and take the wrong direction for better."""

from __future__ import annotations

from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword
from fastaid.teach.notices.tree import text_of

# Metrics that are better when they are smaller; fastai knows it of names with "loss" and "error" in them.
SMALLER = frozenset(
    {"mae", "mse", "rmse", "_rmse", "msle", "exp_rmspe", "perplexity", "mean_absolute_value", "brier_score"}
)
WATCHING = ("SaveModelCallback", "EarlyStoppingCallback", "ReduceLROnPlateau", "TrackerCallback")


@check("monitor", needs="fastai")
def worst_for_best(cell: Cell) -> Iterator[Notice]:
    """SaveModelCallback(monitor='mae') keeps the model with the largest error."""
    for call in cell.calls(*WATCHING):
        given = keyword(call, "monitor") or (call.args[0] if call.args else None)
        value = constant(given)
        if value not in SMALLER or keyword(call, "comp") is not None or len(call.args) > 1:
            continue
        word = text_of(call.func)
        does = (
            "keeps the epoch with the largest" if "Save" in word else "takes a growing value for progress of"
        )
        text = text_of(call)
        yield Notice(
            f"`{word}` {does} `{value}`: for a metric without loss or error in its name, larger counts as better. "
            f"Of `{value}` smaller is better: `{text[:-1]}, comp=np.less)`.",
            hash(text),
            card="callbacks",
        )
