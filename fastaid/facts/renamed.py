"""Names of the 2019 course (fastai 1) and what stands for them in fastai 2, checked with fastai 2.8.12."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Successor:
    """What to write today."""

    now: str  # the name in fastai 2
    how: str  # a line to write
    note: str = ""  # what else has changed


@cache
def successors() -> dict[str, Successor]:
    """Every name of the 2019 course that is called otherwise today; read once."""
    text = (resources.files("fastaid.facts") / "words" / "successors.json").read_text(encoding="utf-8")
    return {name: Successor(**held) for name, held in json.loads(text).items()}


def successor(
    name: str,  # as the learner wrote it: "ImageDataBunch", "vision.ImageDataBunch.from_folder"
) -> Successor | None:  # what to write today, None where it is no name of the 2019 course
    """The fastai 2 name for one of fastai 1."""
    parts = name.strip().split(".")
    for part in (parts[-1], *parts[:-1]):
        if part in successors():
            return successors()[part]
    return None
