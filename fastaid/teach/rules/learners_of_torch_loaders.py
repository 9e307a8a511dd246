"""What a Learner can do with fastai's loaders only: summary, predict, a test set."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_learner, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

LACKED = (
    "one_batch",
    "show_batch",
    "decode_batch",
    "decode",
    "test_dl",
    "new",
    "n_inp",
    "new_empty",
)


@rule(AttributeError, needs="fastai.learner")
def loaders_of_torch(scene: Scene) -> Diagnosis | None:
    """`learn.summary()` of a Learner whose DataLoaders hold torch's loaders."""
    held, name = getattr(scene.error, "obj", None), str(getattr(scene.error, "name", ""))
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or scene.is_raised_by_learner or name not in LACKED:
        return None
    if not is_of(held, "torch.utils.data", "DataLoader") or not isinstance(call.func, ast.Attribute):
        return None
    if call.func.attr == "show_results":  # fastai's loaders of a bare data set cannot show it either
        return None
    learn = here.value(call.func.value)
    dls = stored(learn).get("dls") if is_learner(learn) else None
    loaders = list(stored(dls).get("loaders") or []) if is_dls(dls) else []
    if len(loaders) < 2 or not all(is_of(one, "torch.utils.data", "DataLoader") for one in loaders):
        return None
    text, does = ast.unparse(call.func.value), call.func.attr
    cause = f"`{text}.dls` holds PyTorch's loaders, which have no `{name}`; `{does}` needs it."
    if does == "export":
        return Diagnosis(
            cause,
            "It keeps what turns a file into a batch, and PyTorch's data sets know no such steps.",
            f"torch.save({text}.model.state_dict(), 'model.pth')",
            "Save the weights alone, and load them into a model built by the same code:",
            card="saving-weights",
        )
    size = stored(loaders[0]).get("batch_size") or 64
    sets = ", ".join(f"{text}.dls.{part}.dataset" for part in ("train", "valid"))
    return Diagnosis(
        cause,
        "Training works with PyTorch's loaders; what shows or predicts wants fastai's.",
        f"{text}.dls = DataLoaders.from_dsets({sets}, bs={size})\n{ast.unparse(call)}",
        "Let fastai make the loaders of the same data sets:",
        card="dataloaders",
    )
