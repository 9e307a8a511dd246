"""Which fastai 2 line an old word became, said once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SAID: set[str] = set()


def told(
    word: str,  # the old name: "create_cnn"
    line: str,  # what stands for it: "vision_learner(dls, resnet34, metrics=error_rate)"
) -> None:
    """Print the fastai 2 line the first time an old word is used."""
    if word not in _SAID:
        _SAID.add(word)
        print(f"{word} in fastai 2: {line}")  # noqa: T201  a line for the learner, in any front end


def as_arguments(arguments: Mapping[str, Any]) -> str:
    """Keyword arguments as they would be written."""
    return ", ".join(f"{name}={written(value)}" for name, value in arguments.items())


def written(value: Any) -> str:
    """A value as a learner would write it."""
    if isinstance(value, (list, tuple)):
        inner = ", ".join(written(one) for one in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if len(value) == 1 else ''})"
    if isinstance(value, slice):
        ends = [value.stop] if value.start is None else [value.start, value.stop]
        return f"slice({', '.join(written(one) for one in ends)})"
    if isinstance(value, (str, int, float)) or value is None:
        return repr(value)
    name = getattr(value, "__name__", None)
    return str(name) if name else f"{type(value).__name__}(…)"
