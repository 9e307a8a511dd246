"""The numbers that train a net, read from a line and checked before anything is trained.

A rate of nothing, or one that is not a number, would leave a net of which no weight is a number; that
is said here, and not after the fit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real
from typing import Any

from fastaid.errors import FastaidError, in_short
from fastaid.jupyter.values import Scope

MIN_BATCHES = 12  # of a learning rate finder: its rules leave a tenth at the start and five at the end out


def epochs(scope: Scope, word: str, option: str) -> int:
    """How many times all pictures are trained on: 1 or more."""
    return count(scope, word, option, "epochs train nothing")


def count(scope: Scope, word: str, option: str, too_few: str = "is too few", least: int = 1) -> int:
    """A whole number from 1 on, or from another one."""
    n = scope.number(word, option, int)
    if n < least:
        said = f"{n} {too_few}." if option in ("N", "EPOCHS") else f"{option} {n} {too_few}."
        raise FastaidError(said, f"Give {least} or more.")
    return int(n)


def batches(scope: Scope, word: str | None, option: str) -> int | None:
    """How many batches a learning rate finder tries."""
    if word is None:
        return None
    n = scope.number(word, option, int)
    if n < MIN_BATCHES:
        raise FastaidError(
            f"{option} {n}: too few batches to read a curve from.",
            f"Give {MIN_BATCHES} or more, such as 100.",
        )
    return int(n)


def positive(scope: Scope, word: str | None, option: str, may_be_0: bool = False) -> float | None:
    """A number above 0, or from 0 on."""
    value = scope.number(word, option)
    if value is not None and (value < 0 or (value == 0 and not may_be_0)):
        least = "0 or more" if may_be_0 else "a number above 0"
        raise FastaidError(f"{option} takes {least}, and {word} is {value:g}.", "Leave it out if in doubt.")
    return value


def share(scope: Scope, word: str | None, option: str) -> float | None:
    """A number from 0 to 1."""
    value = scope.number(word, option)
    if value is not None and not 0 <= value <= 1:
        raise FastaidError(f"{option} {value:g} is no share.", "Give a number between 0 and 1, such as 0.25.")
    return value


def learning_rate(
    scope: Scope,
    word: str,
    option: str,
    may_be_slice: bool = True,  # one rate for early layers, one for the head
    may_be_auto: bool = True,  # for the hint
) -> float | slice | list[float]:
    """A learning rate as fastai takes it: a number, slice(head), slice(early layers, head), or one a group."""
    value = scope.expression(word, option, near="auto" if may_be_auto else "")
    if isinstance(value, slice) and may_be_slice:
        if value.stop is None or value.step is not None:
            raise FastaidError(
                f"{option} {word} is no slice of rates.",
                "Write slice(1e-6, 1e-4): early layers, then the head.",
            )
        stop = _rate(value.stop, word, option)
        if value.start is None:
            return slice(None, stop, None)
        start = _rate(value.start, word, option)
        if start > stop:
            raise FastaidError(
                f"{option} {word} gives early layers more than the head.",
                f"The smaller rate comes first: slice({stop:g}, {start:g})",
            )
        return slice(start, stop, None)
    if may_be_slice and _is_several(value):
        return [_rate(one, word, option) for one in value]
    kinds = "a number or a slice" if may_be_slice else "one number"
    if _number(value) is None:
        example = "slice(1e-6, 1e-4)" if may_be_slice else "2e-3"
        raise FastaidError(
            f"{option} takes {kinds}, and {word} is {in_short(value)}.", f"For example: {example}"
        )
    return _rate(value, word, option)


def momentums(scope: Scope, word: str | None, option: str = "--moms") -> tuple[float, ...] | None:
    """Momentum at the start, at the highest learning rate and at the end; each from 0 to below 1."""
    if word is None:
        return None
    value = scope.expression(word, option)
    numbers = [_number(one) for one in value] if isinstance(value, Sequence) else []
    if len(numbers) != 3 or any(one is None for one in numbers):
        raise FastaidError(
            f"{option} takes three numbers, and {word} is {in_short(value)}.",
            f"For example: {option} (0.95,0.85,0.95)",
        )
    moms = tuple(float(one) for one in numbers if one is not None)
    if not all(0 <= mom < 1 for mom in moms):
        raise FastaidError(
            f"{option} {word}: a momentum is from 0 to below 1.", f"For example: {option} (0.95,0.85,0.95)"
        )
    return moms


def sizes(scope: Scope, word: str, option: str) -> list[int]:
    """Sizes in pixels, one after the other: 128,224."""
    value = scope.expression(word, option)
    found = list(value) if isinstance(value, Sequence) else [value]
    if not all(isinstance(one, int) and not isinstance(one, bool) and one > 1 for one in found):
        raise FastaidError(
            f"{option} takes whole pixels, and {word} is {in_short(value)}.", f"For example: {option} 128,224"
        )
    return [int(one) for one in found]


def is_auto(word: str | None) -> bool:
    """Whether a learning rate is left to the finder."""
    return word is not None and word.lower() == "auto"


def _is_several(value: Any) -> bool:
    return isinstance(value, list | tuple) or (getattr(value, "ndim", 0) == 1 and hasattr(value, "tolist"))


def _number(value: Any) -> float | int | None:
    """A number of Python's, numpy's or of a tensor of one; None for all else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, Real) and not isinstance(value, bool):
        return float(value)
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        return _number(value.item())
    return None


def _rate(value: Any, word: str, option: str) -> float:
    number = _number(value)
    if number is None or not math.isfinite(number) or number <= 0:
        said = in_short(value) if number is None else f"{number:g}"
        where = "" if said == word else f", and {word} has {said}"
        raise FastaidError(
            f"{option} {word}: a learning rate is a number above 0{where}.", "For example: 3e-3"
        )
    return number
