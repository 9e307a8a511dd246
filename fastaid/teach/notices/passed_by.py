"""Label functions that fastai never called, since what they ask for is not what the items are. No checks of its own."""

from __future__ import annotations

from inspect import Parameter, signature
from pathlib import Path
from types import FunctionType
from typing import Any

from fastaid.teach.objects import stored


def passed_by(
    name: str,  # of the DataLoaders
    tfms: list[Any],  # from an item to its label
    item: Any,
) -> str:  # "" where no function of the learner's was passed by
    """Why the items themselves became the labels, although there is a function that makes them."""
    for tfm in tfms:
        held = stored(stored(tfm).get("encodes")).get("_f")
        if not isinstance(held, FunctionType) or held.__module__ != "__main__":
            continue
        own = [
            one for one in signature(held).parameters.values() if one.kind is Parameter.POSITIONAL_OR_KEYWORD
        ]
        needed = [one.name for one in own if one.default is Parameter.empty]
        what = (
            f"Your `{held.__name__}` was never called, so the classes of `{name}` are the paths of the files."
        )
        if len(needed) > 1:
            more = ", ".join(f"{one}=…" for one in needed[1:])
            return (
                f"{what} It needs {len(needed)} arguments, and fastai has the item alone to give. Give the others "
                f"beforehand: `partial({held.__name__}, {more})`."
            )
        kind = own[0].annotation if own else Parameter.empty
        if isinstance(kind, type) and kind is not Parameter.empty and not isinstance(item, kind):
            right = "Path" if isinstance(item, Path) else type(item).__name__
            return (
                f"{what} It says that it takes {kind.__name__} (`{own[0].name}: {kind.__name__}`), and fastai calls a "
                f"function only with what its annotation allows: the items are {right}s. Write "
                f"`{own[0].name}: {right}`, or leave the annotation out."
            )
    return ""
