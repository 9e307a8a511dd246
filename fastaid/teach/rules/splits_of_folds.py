"""All the folds of a cross-validation given as the one pair of splits that Datasets and TfmdLists want."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.tabular_splits import folds_in, one_fold
from fastaid.teach.scene import Scene


@rule(ValueError, TypeError, IndexError, needs="fastai.data.core")
def folds_for_a_pair(scene: Scene) -> Diagnosis | None:
    """`Datasets(items, tfms, splits=list(kf.split(items)))`."""
    frame = scene.here
    call = frame.call if frame is not None else None
    inner = next(
        (
            one
            for one in scene.frames
            if one.module == "fastai.data.core" and folds_in(one.names.get("splits"))
        ),
        None,
    )
    if frame is None or call is None or inner is None:
        return None
    written = next((one.value for one in call.keywords if one.arg == "splits"), None)
    if not isinstance(written, ast.Name):
        return None
    what, pair, how = one_fold(ast.unparse(written), folds_in(inner.names.get("splits")))
    return Diagnosis(
        what,
        "`splits` wants two lists of places: those for training, those for validation.",
        anew(call, {"splits": pair}),
        how,
        card="splitters",
    )
