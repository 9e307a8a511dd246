"""What a worker process of a data loader was doing when it failed. No rules of its own.

A worker's frames are gone; what is left is its traceback as text, and the data set, which the loader in
this process holds too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from fastaid.teach.objects import is_of, stored
from fastaid.teach.scene import Scene

CAUGHT = re.compile(r"Caught (\w+) in DataLoader worker process \d+\.")
LAST_LINE = re.compile(r"(?m)^(?:[\w]+\.)*(\w+): ")
LEARNERS_LINE = re.compile(
    r'(?m)^  File "[^"\n]*(?:ipykernel|ipython-input)[^"\n]*", line \d+, in (\w+)\n +(.+)$'
)


def is_from_worker(scene: Scene) -> bool:
    """Whether the error was raised in a worker and only repeated here."""
    return (
        scene.last is not None and scene.last.module == "torch._utils" and bool(CAUGHT.search(scene.message))
    )


def own_message(scene: Scene) -> str:
    """What the error says, without the traceback that a worker's error carries."""
    text = scene.message
    if not is_from_worker(scene):
        return text
    ends = [found.end() for found in LAST_LINE.finditer(text) if not text[found.end() :].startswith("Caught")]
    return text[ends[-1] :].strip() if ends else text


def learners_line(scene: Scene) -> tuple[str, str]:
    """The function and the line of the learner's that failed in a worker; empty where none is known."""
    found = LEARNERS_LINE.findall(scene.message) if is_from_worker(scene) else []
    return found[-1] if found else ("", "")


def dataset_of(scene: Scene) -> Any:
    """The data set that was being read, None where none was."""
    for frame in reversed(scene.frames):
        held = frame.names.get("self")
        # No `or` here: whether a data set is true may be a question to the learner's own code.
        found = stored(held).get("_dataset")
        found = stored(held).get("dataset") if found is None else found
        if is_of(found, "fastai.data.load", "_FakeLoader"):
            found = stored(found).get("d")
        if is_of(found, "fastai.data.load", "DataLoader"):
            found = stored(found).get("dataset")
        if found is not None and (
            frame.module.startswith("torch.utils.data") or frame.module == "fastai.data.load"
        ):
            return found
    return None


def transform_lists(scene: Scene) -> Iterator[Any]:
    """fastai's TfmdLists that were at work: of the frames, or of the data set."""
    for frame in reversed(scene.frames):
        if is_of(frame.names.get("self"), "fastai.data.core", "TfmdLists"):
            yield frame.names["self"]
    yield from stored(dataset_of(scene)).get("tls") or ()


def transforms(scene: Scene) -> Iterator[Any]:
    """The transforms and getters of those lists."""
    for one in transform_lists(scene):
        yield from stored(stored(one).get("tfms")).get("fs") or ()


def function_of(step: Any) -> Any:
    """The function that a transform was made of: a getter of the learner's, `PILImage.create`; None where none."""
    return stored(stored(step).get("encodes")).get("_f")
