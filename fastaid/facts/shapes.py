"""Whether a value is what a dataclass says of its fields: what is read from a file may be anything."""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

SCALARS: dict[Any, tuple[type, ...]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    float: (float, int),
    type(None): (type(None),),
}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def misfit(
    thing: Any,  # an instance of a dataclass
) -> str:  # the name of the first field that holds something else, "" where all fit
    """Compare an object's fields with their annotations. Cost: some milliseconds for a hundred thousand numbers.

    >>> from fastaid.facts.schedule import Plan
    >>> misfit(Plan((1, 2), (0.1, None))), misfit(Plan(("1",)))
    ('', 'steps')
    """
    kind: Any = type(thing)
    hints = _hints(kind)
    fields = (field.name for field in dataclasses.fields(thing))
    return next((name for name in fields if not fits(getattr(thing, name), hints[name])), "")


def fits(value: Any, hint: Any) -> bool:
    """Whether a value is of an annotated type: scalars, unions, literals, tuples and dataclasses of them."""
    allowed = _scalars(hint)
    if allowed:
        return type(value) in allowed
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return type(value) is str and value in arguments
    if origin in (Union, types.UnionType):
        return any(fits(value, one) for one in arguments)
    if origin is tuple:
        return type(value) is tuple and _items_fit(value, arguments)
    return dataclasses.is_dataclass(hint) and type(value) is hint and not misfit(value)


def _items_fit(value: tuple[Any, ...], arguments: tuple[Any, ...]) -> bool:
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        return len(value) == len(arguments) and all(map(fits, value, arguments))
    allowed = _scalars(arguments[0])
    if allowed:  # a long run's losses: their types are few, and asked for once
        return {type(one) for one in value} <= set(allowed)
    return all(fits(one, arguments[0]) for one in value)


@cache
def _scalars(hint: Any) -> tuple[type, ...]:
    """The types that a scalar, or a union of scalars, allows; none for what is more than that."""
    if hint in SCALARS:
        return SCALARS[hint]
    if get_origin(hint) in (Union, types.UnionType):
        parts = [_scalars(one) for one in get_args(hint)]
        return tuple({kind for part in parts for kind in part}) if all(parts) else ()
    return ()
