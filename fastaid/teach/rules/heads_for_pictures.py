"""A classifier of whole pictures, made for data whose target is a picture too."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.in_workers import function_of
from fastaid.teach.scene import Scene


@rule(AssertionError, needs="fastai.vision.learner")
def classifier_for_pictures(scene: Scene) -> Diagnosis | None:
    """vision_learner, where the blocks are (ImageBlock, ImageBlock): the answer is a picture."""
    frame = scene.last
    if frame is None or frame.function != "vision_learner" or frame.names.get("n_out"):
        return None
    dls = frame.names.get("dls")
    call = scene.here.call if scene.here is not None else None
    if not is_dls(dls) or call is None:
        return None
    first = next(iter(stored(dls).get("loaders") or ()), None)
    lists = list(stored(stored(first).get("dataset")).get("tls") or ())
    if len(lists) < 2:
        return None
    steps = stored(stored(lists[1]).get("tfms")).get("fs") or ()
    owners = (getattr(function_of(step), "__self__", None) for step in steps)
    made = next((one.__name__ for one in owners if isinstance(one, type)), "")
    if made not in ("PILImage", "PILImageBW"):
        return None
    n = 1 if made == "PILImageBW" else 3
    name = scene.name_of(dls) or "dls"
    channels = "1 channel" if n == 1 else "3 channels"
    old = ast.unparse(call.func)
    return Diagnosis(
        f"`vision_learner` cannot find out from `{name}` how many outputs (`n_out`) the model needs: the target is "
        "a picture, not a class.",
        "`vision_learner` makes a classifier, one answer for a whole picture. For a picture as the answer a U-Net "
        f"is needed, with an output for each of its {channels}.",
        anew(call, {"n_out": str(n)}).replace(
            f"{old}(", f"{old.replace('vision_learner', 'unet_learner')}(", 1
        ),
        "Write:",
        card="body-and-head",
    )
