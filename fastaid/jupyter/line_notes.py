"""What a magic's line meant, noted so that another kernel can read the same line without the notebook's variables.

`%databunch from_folder path` needs `path`. The value that it had is kept beside the line, as JSON: numbers, text,
paths, slices, and fastai's own functions by their names. Reading it back evaluates nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError

MOST_ITEMS = 100  # of a list; longer ones are data, not settings
NOT_NOTED = {"needs": True}  # in place of what only the notebook has
# Where functions may come from that a noted name stands for: metrics and nets, nothing that reads or writes.
HOMES = ("fastai.metrics", "fastai.vision.models.", "torchvision.models.", "fastai.losses")


class Notes:
    """What the words of one line were, taken down as they are read."""

    def __init__(self) -> None:
        self.found: dict[str, Any] = {}

    def read(self, kind: str, word: Any, compute: Callable[[], Any]) -> Any:
        """What a word is; noted under the way it was read."""
        value = compute()
        self.found.setdefault(f"{kind} {word}", noted(value))
        return value


class Replay:
    """Notes in the place of a notebook: a word is what it was."""

    def __init__(
        self,
        found: Mapping[str, Any],
        folder: str,  # where relative paths began
    ):
        self.found, self._folder = found, folder

    def read(self, kind: str, word: Any, compute: Callable[[], Any]) -> Any:
        """What a word was.

        Raises: FastaidError where it was something that only the notebook had.
        """
        entry = self.found.get(f"{kind} {word}", NOT_NOTED)
        if entry == NOT_NOTED:
            raise FastaidError(
                f"The data or the learner were made with {word}, which is the notebook's own.",
                "Run the cells that make them, then %resume again.",
            )
        return told(entry, self._folder)


def noted(value: Any) -> Any:
    """A plain value as JSON; NOT_NOTED where it is none."""
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        value = value.item()  # numpy's own number
    for kind in (bool, int, float, str):  # bool first, which is an int too
        if isinstance(value, kind):
            return kind(value)
    if value is None:
        return None
    if isinstance(value, Path):
        return {"path": str(value)}
    if isinstance(value, slice):
        return _all("slice", [value.start, value.stop, value.step])
    if type(value) in (list, tuple) and len(value) <= MOST_ITEMS:
        return _all(type(value).__name__, value)
    name = getattr(value, "__name__", "")
    return {"fastai": name} if name and _fastai_s(name) is value else NOT_NOTED


def _all(kind: str, values: Any) -> Any:
    found = [noted(one) for one in values]
    return NOT_NOTED if NOT_NOTED in found else {kind: found}


def told(entry: Any, folder: str = "") -> Any:
    """The value of an entry.

    Raises: ValueError where it is of another form than `noted` gives.
    """
    if not isinstance(entry, dict):
        if isinstance(entry, list):
            raise ValueError("a list without its kind")
        return entry
    ((kind, held),) = entry.items()
    if kind == "path" and isinstance(held, str):
        path = Path(held)
        return path if path.is_absolute() or not folder else _below(Path(folder), path)
    if kind == "fastai" and isinstance(held, str):
        found = _fastai_s(held)
        if found is None:
            raise ValueError(f"fastai has no {held}")
        return found
    if kind in ("slice", "list", "tuple") and isinstance(held, list):
        values = [told(one, folder) for one in held]
        return slice(*values) if kind == "slice" else tuple(values) if kind == "tuple" else values
    raise ValueError(f"no value of kind {kind!r}")


def _below(folder: Path, path: Path) -> Path:
    return path if folder == Path.cwd() else folder / path


def _fastai_s(name: str) -> Any:
    """A metric or a net of fastai's, by its name; None where there is none."""
    import fastai.vision.all as names

    found = getattr(names, name, None)
    home = str(getattr(found, "__module__", ""))
    return found if home.startswith(HOMES) and callable(found) else None
