"""A validation set without an item, and why the splitter found none. No rules of its own."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.on_disk import folders_in
from fastaid.teach.scene import Scene

FOR_VALIDATION = (
    "valid", "validation", "val", "test", "testing", "seg_test", "valset", "val_set", "dev",
    "Valid", "Validation", "Val", "Test", "Testing", "VAL", "TEST",
)  # fmt: skip
LONGEST = 400


def no_validation(
    scene: Scene,
    held: Any,  # the loader without an item
) -> Diagnosis:
    """What to say of DataLoaders whose validation set is empty."""
    dls = _around(scene, held)
    loaders = stored(dls).get("loaders", [])
    if len(loaders) < 2 or loaders[0] is held:
        return Diagnosis(
            "This loader has no items, so there is no batch to show.",
            "Its data set is empty.",
            "len(dls.train_ds), len(dls.valid_ds)",
            "See how many items each part has:",
            card="dataloaders",
        )
    path = stored(dls).get("path")
    inside = folders_in(path) if isinstance(path, Path) else []
    other = next((one for one in FOR_VALIDATION if one in inside and one != "valid"), "")
    n = stored(loaders[0]).get("n")
    what = f"The validation set is empty: all {n} items are in the training set."
    if not other:
        return Diagnosis(
            what,
            "The splitter found no item for validation; too few items, or none that fits.",
            "valid_pct=0.2",
            "Set a part aside at random (in a DataBlock: `RandomSplitter(valid_pct=0.2)`):",
            card="validation-set",
        )
    line = _from_folder(scene, other)
    return Diagnosis(
        f"{what} In `{path}` there is no folder `valid`, but `{other}`.",
        "The splitter found no item for validation: the folder must have the name that it looks for.",
        line or f"valid='{other}'   # in from_folder; valid_name='{other}' in GrandparentSplitter",
        "Name it, and make what uses the data anew:" if line else "Name it:",
        card="validation-set",
    )


def _around(scene: Scene, held: Any) -> Any:
    """The DataLoaders that a loader is of; or from which `show_results` made it."""
    every = [one for _, one in scene.live(object) if is_of(one, "fastai.data.core", "DataLoaders")]
    asked = [stored(learn).get("dls") for _, learn in scene.holding("self", is_learner)]
    found = next((one for one in (*every, *asked) if held in stored(one).get("loaders", [])), None)
    if found is not None:
        return found
    return next(
        (
            one
            for one in asked
            if [stored(part).get("n") for part in stored(one).get("loaders", [])][1:] == [0]
        ),
        None,
    )


def _from_folder(scene: Scene, other: str) -> str:
    """The learner's line that makes the data, with the folder's name; "" where it is not in sight."""
    for tree in trees(scene):
        for statement in reversed(tree.body):
            for one in ast.walk(statement):
                if not isinstance(one, ast.Call) or last_name(one.func) != "from_folder":
                    continue
                if any(k.arg in ("valid", "valid_pct") for k in one.keywords) or len(one.args) > 1:
                    return ""
                one.keywords.append(ast.keyword("valid", ast.Constant(other)))
                line = ast.unparse(statement)
                return line if isinstance(statement, ast.Assign) and len(line) < LONGEST else ""
    return ""
