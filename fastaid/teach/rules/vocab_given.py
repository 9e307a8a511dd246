"""A vocab that is no list: a CategoryMap, an array, a number."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_of, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument, without_keyword
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, replaced, text_of
from fastaid.teach.scene import Scene

MAKING = "fastai.data.transforms"
# What comes of `vocab == None` where the vocab is no list.
SAYS = re.compile(r"ambiguous|'NoneType' object is not iterable")
CLASSES = ("Categorize", "MultiCategorize", "EncodedMultiCategorize")


@rule(TypeError, ValueError, needs="fastai.data.transforms")
def no_list(scene: Scene) -> Diagnosis | None:
    """`MultiCategoryBlock(vocab=dls.vocab)`, `vocab=df['kind'].unique()`, `CategoryBlock(vocab=3)`."""
    here, held = scene.here, _vocab(scene)
    call = call_at(here) if here is not None else None
    if here is None or call is None or held is UNKNOWN:
        return None
    node = next((one.value for one in call.keywords if one.arg == "vocab"), None)
    name = last_name(call.func)
    if held is None or node is None:
        return None
    text = text_of(node)
    what = f"`{name}` was given {described(held)} as its `vocab`" + (f", `{text}`." if text else ".")
    if type(held) is int:
        return Diagnosis(
            what,
            "The vocab is the list of the labels, not how many they are. Left out, fastai makes it of the labels.",
            replaced(here, call, ast.unparse(without_keyword(call, "vocab"))),
            "Write:",
            card="labels-and-vocab",
        )
    if last_name(call.func) == "CategoryBlock" or not SAYS.search(scene.message):
        return None
    is_odd = is_of(held, MAKING, "CategoryMap") or is_of(held, "fastcore.foundation", "L")
    if not (
        is_odd or is_array(held) or is_tensor(held) or is_of(held, "pandas", "Series", "Index", "Categorical")
    ):
        return None
    words = f"list({text or '…'}.unique())" if is_of(held, "pandas", "Series") else f"list({text or '…'})"
    return Diagnosis(
        what,
        f"`{name}` wants a plain list of the labels here; it asks whether the vocab is None in a way that other "
        "kinds have no answer to.",
        replaced(here, call, with_argument(call, 99, "vocab", words)) if text else "",
        "Make a list of it:",
        card="labels-and-vocab",
    )


def _vocab(scene: Scene) -> Any:
    """What a transform for labels was made with; UNKNOWN where none was being made."""
    for frame in scene.frames:
        is_making = frame.function == "__init__" and is_of(frame.names.get("self"), MAKING, *CLASSES)
        if is_making and "vocab" in frame.names:
            return frame.names["vocab"]
    return UNKNOWN
