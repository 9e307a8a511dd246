"""What arguments mean where the library itself does not say: data files by module, function and argument.

`meanings/fastai.learner.json` holds, under "entries" and a function's qualified name, the meaning of its
arguments ("parameters", and "types" where no annotation says them), what comes back, an example that runs
and, where the library's own first sentence is missing or wrong, a summary. "checked_with" names the
version whose source each was checked against.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Entry:
    """What is written on one function or class."""

    parameters: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    summary: str = ""
    returns: str = ""
    example: str = ""
    checked_with: str = ""  # "fastai 2.8.12"


NOTHING = Entry()
LONGEST_MODULE = 100  # characters; a file system takes 255 bytes


@cache
def entries(
    module: str,  # where the function is defined: "fastai.learner"
) -> Mapping[str, Entry]:  # by qualified name: "Learner.fit"
    """All that is written on a module; read once."""
    # A function says itself where it is from, and may say anything.
    if len(module) > LONGEST_MODULE or not all(part.isidentifier() for part in module.split(".")):
        return {}
    file = resources.files("fastaid.help") / "meanings" / f"{module}.json"
    if not file.is_file():
        return {}
    held = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: Entry(
            one.get("parameters", {}),
            one.get("types", {}),
            one.get("summary", ""),
            one.get("returns", ""),
            "\n".join(one.get("example", ())),
            held["checked_with"],
        )
        for name, one in held["entries"].items()
    }


def entry(
    module: str,
    name: str,  # the qualified name; a class's own `__init__` is written under the class
) -> Entry:
    """What is written on one function or class; an empty entry where nothing is."""
    return entries(module).get(name, NOTHING)
