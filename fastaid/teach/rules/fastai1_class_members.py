"""Ways to make data that fastai 1's classes had, asked of fastai 2's: `ImageDataLoaders.single_from_classes`."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, parent
from fastaid.teach.scene import Scene

LOADED = ("single_from_classes", "load_empty", "load", "load_data", "from_state")
MADE = ("create",)


@rule(AttributeError, needs="fastai.data.core")
def maker_of_fastai1(scene: Scene) -> Diagnosis | None:
    """A class method that only fastai 1's DataBunch had."""
    here, kind = scene.here, getattr(scene.error, "obj", None)
    name = str(getattr(scene.error, "name", "") or "")
    base = getattr(library("fastai.data.core"), "DataLoaders", None)
    node = here.node if here is not None and scene.is_raised_by_learner else None
    if (
        not isinstance(kind, type)
        or base is None
        or not issubclass(kind, base)
        or not isinstance(node, ast.Attribute)
    ):
        return None
    if not kind.__module__.startswith("fastai."):
        return None
    what = f"`{kind.__name__}` has no `{name}`; that is of fastai 1."
    call = parent(node)
    if name in LOADED:
        return Diagnosis(
            what,
            "In fastai 2 the exported Learner brings its classes and transforms along, so no data are made for "
            "predictions.",
            "learn = load_learner('export.pkl')",
            "Load what `learn.export('export.pkl')` saved, and ask it:",
            card="export",
        )
    if name in MADE and isinstance(call, ast.Call):
        return Diagnosis(
            what,
            "In fastai 2 loaders of two data sets are made by `from_dsets`.",
            anew(call, function="from_dsets").replace(
                f"{kind.__name__}.from_dsets", "DataLoaders.from_dsets", 1
            ),
            "Write:",
            card="dataloaders",
        )
    return None
