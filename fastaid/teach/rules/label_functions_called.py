"""Functions of the learner's that fastai calls with one item, and that want more than that."""

from __future__ import annotations

import re
from inspect import Parameter, signature
from types import FunctionType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_workers import own_message
from fastaid.teach.scene import Scene

LACKING = re.compile(r"^(\w+)\(\) missing (\d+) required positional argument")


@rule(TypeError, needs="fastai.data.core")
def more_than_an_item(scene: Scene) -> Diagnosis | None:
    """`def label_func(fname, sep)`: fastai gives it the item, and nothing else."""
    found = LACKING.search(own_message(scene))
    if found is None or scene.is_raised_by_learner or scene.within("fastai.data") is None:
        return None
    held = scene.names.get(found[1])
    if not isinstance(held, FunctionType) or held.__globals__ is not scene.names:
        return None
    needed = [
        one.name
        for one in signature(held).parameters.values()
        if one.default is Parameter.empty and one.kind is Parameter.POSITIONAL_OR_KEYWORD
    ]
    if len(needed) < 2:
        return None
    first, *rest = needed
    more = ", ".join(f"{one}=…" for one in rest)
    return Diagnosis(
        f"`{held.__name__}` needs {len(needed)} arguments, {', '.join(f'`{one}`' for one in needed)}; fastai called "
        "it with one.",
        f"fastai gives such a function the item alone: `{first}`.",
        f"partial({held.__name__}, {more})",
        "Give the others beforehand, in place of the function's name (or write them as defaults of the function):",
        card="getters",
    )
