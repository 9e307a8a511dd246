"""What stands in the place of a method while a fit runs, and is not there in what is saved or copied meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any


class InPlace:
    """A method of one object, done otherwise; a copy of the object has its class's own."""

    def __init__(self, owner: Any, name: str, does: Callable[..., Any]):
        self._owner, self._name, self._does = owner, name, does

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._does(*args, **kwargs)

    def __reduce__(self) -> tuple[Any, ...]:
        return MethodType, (getattr(type(self._owner), self._name), self._owner)


def put(owner: Any, name: str, does: Callable[..., Any]) -> None:
    """Let an object do something in place of one of its methods; deleting the attribute gives it back."""
    # Not setattr: a net's own looks at everything that is set.
    vars(owner)[name] = InPlace(owner, name, does)
