"""Splits of a table by which each class of the target is among the training rows. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import library
from fastaid.teach.rules.tabular_data import Made

VALID_PCT = 0.2  # what fastai's splitters take by themselves
THEN = "then make the data and the Learner again:"


def each_in_training(
    made: Made | None,  # the learner's call that made the data
    table: str,  # the learner's name for the table
    name: Any,  # the target
    given: Any,  # its column, None where it is not known
) -> tuple[str, str]:
    """The lines, and their words. A class of a single row is left out: it cannot be on both sides."""
    place = f"{table}[{name!r}]"
    left = f"n = {place}.map({place}.value_counts())\n{table} = {table}[n > 1].reset_index(drop=True)"
    if made is None or given is None or made.name == "from_csv":
        return (
            left,
            f"Leave out classes of one row, choose splits with each class in the training part, {THEN}",
        )
    counts = given.value_counts()
    kept = counts[counts > 1]
    rows = given[given.isin(kept.index)]
    if int(VALID_PCT * len(rows)) >= len(kept):
        split, how = (
            f"TrainTestSplitter(stratify={place})(range_of({table}))",
            "Split each class into both parts",
        )
    elif (seed := _seed(rows)) is not None:
        split = f"RandomSplitter(seed={seed})(range_of({table}))"
        how = "Choose other splits, with each class in the training part"
    else:
        return (
            left,
            f"Leave out classes of one row, choose splits with each class in the training part, {THEN}",
        )
    argument, part = ("splits", "") if made.name == "TabularPandas" else ("valid_idx", "[1]")
    if isinstance(made.given(argument), ast.Name):
        lines = made.changed({argument: f"{split}{part}"})
    else:
        lines = f"splits = {split}\n" + made.changed({argument: f"splits{part}"})
    if len(kept) < len(counts):
        return (
            f"{left}\n{lines}",
            f"Leave out classes of one row (they cannot be in both parts). {how}, {THEN}",
        )
    return lines, f"{how}, {THEN}"


def _seed(rows: Any) -> int | None:
    """A seed with which RandomSplitter (fastai 2.8) leaves some rows of each class to the training part."""
    torch = library("torch")
    for seed in range(42, 92):
        order = torch.randperm(len(rows), generator=torch.Generator().manual_seed(seed)).tolist()
        training = rows.iloc[order[int(VALID_PCT * len(rows)) :]]
        if training.nunique() == rows.nunique():
            return seed
    return None
