"""An exported learner is interpreted on data that it does not have."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

ANY = (
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    KeyError,
    RuntimeError,
    AssertionError,
    ZeroDivisionError,
)


@rule(*ANY, needs="fastai.interpret")
def no_data_in_an_export(scene: Scene) -> Diagnosis | None:
    """`from_learner(load_learner(…))`: export leaves the data out."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or not isinstance(call.func, ast.Attribute):
        return None
    held = frame.value(call.func.value)
    if not is_of(held, "fastai.interpret", "Interpretation"):
        return None
    learn, loader = stored(held).get("learn"), stored(held).get("dl")
    if not is_learner(learn) or _size(stored(loader).get("dataset")) != 0:
        return None
    if any(
        _size(stored(one).get("dataset")) for one in stored(stored(learn).get("dls")).get("loaders") or ()
    ):
        return None
    interp, name = ast.unparse(call.func.value), scene.name_of(learn) or "learn_inf"
    return Diagnosis(
        f"`{interp}` has nothing to interpret: the validation set of `{name}` is empty.",
        f"`{name}` was loaded from an export. `learn.export()` keeps the model and how items are prepared, not the "
        "data.",
        f"dl = {name}.dls.test_dl(files, with_labels=True)\n"
        f"{interp} = {type(held).__name__}.from_learner({name}, dl=dl)\n{ast.unparse(call)}",
        f"Give it labelled files (`files = get_image_files(path)`), or use the Learner that was trained, not `{name}`:",
        card="export",
    )


def _size(dataset: object) -> int:
    """How many items a fastai data set has; -1 where it is another kind."""
    lists = stored(dataset).get("tls") or ()
    items: Any = stored(lists[0] if lists else dataset).get("items")
    return len(items) if isinstance(items, (list, tuple)) or is_of(items, "fastcore.foundation", "L") else -1
