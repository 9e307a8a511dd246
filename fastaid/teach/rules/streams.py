"""Data sets that can only be walked through once: zip, map, filter, a generator."""

from __future__ import annotations

import ast
from types import GeneratorType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew
from fastaid.teach.scene import Scene

MAKING = ("fastai.data.load", "torch.utils.data.dataloader")


@rule(ValueError, TypeError, needs="torch")
def loader_of_a_stream(scene: Scene) -> Diagnosis | None:
    """DataLoader(zip(x, y)): a data set is asked for its length and for an item by its number."""
    here = scene.here
    frame = next(
        (one for one in scene.frames if one.module in MAKING and _is_stream(one.names.get("dataset"))), None
    )
    call = here.call if here is not None else None
    if frame is None or here is None or call is None:
        return None
    held = frame.names["dataset"]
    node = here.argument(call, 0, "dataset")
    if node is None:
        return None
    text, kind = ast.unparse(node), type(held).__name__
    is_named = isinstance(node, ast.Name)
    name = text if is_named else "rows"
    made = f"{name} = list({text})"
    if not is_named:
        new = ast.parse(ast.unparse(call), mode="eval").body
        assert isinstance(new, ast.Call)
        if new.args:
            new.args[0] = ast.Name(name)
            target = anew(call).removesuffix(ast.unparse(call))
            made += f"\n{target}{ast.unparse(new)}"
    what = f"`{text}` is a {kind}" if is_named or kind == "generator" else f"`{text}` gives a {kind}"
    return Diagnosis(
        f"{what}: it gives its items one after the other, once.",
        "A DataLoader that shuffles asks how many items there are, and for each by its number, `[i]`. A list can do "
        f"both; a {kind} cannot.",
        made,
        "Make a list of it where it is made (one that was walked through already is empty):"
        if is_named
        else "Make a list of it:",
        card="dataloaders",
    )


def _is_stream(held: Any) -> bool:
    return isinstance(held, (zip, map, filter, enumerate, GeneratorType))
