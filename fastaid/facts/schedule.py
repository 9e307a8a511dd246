"""What each layer group's learning rate will be, worked out before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """The schedule a fit means to follow, sampled at `steps` (1-based batches of the whole run)."""

    steps: tuple[int, ...] = ()
    lrs: tuple[float | None, ...] = ()  # the last layer group's, as fastai's Recorder keeps them
    moms: tuple[float | None, ...] = ()


def group_lrs(
    lr: float | slice | Sequence[float],  # a number, a slice, or one number a group
    n_groups: int,  # how many layer groups the optimizer has
) -> tuple[float, ...]:  # one learning rate a group, the earliest layers first
    """Spread a learning rate over layer groups, as fastai 2.8's Optimizer.set_hyper does.

    `slice(lo, hi)` goes up from lo to hi in even multiples; `slice(hi)` gives the last group hi and
    the others a tenth of it; a number is everybody's.

    >>> group_lrs(slice(1e-6, 1e-4), 3)
    (1e-06, 9.999999999999999e-06, 9.999999999999999e-05)
    >>> group_lrs(slice(1e-3), 3)
    (0.0001, 0.0001, 0.001)
    """
    if isinstance(lr, slice):
        if lr.start:
            if n_groups == 1:
                return (float(lr.stop),)
            ratio = (lr.stop / lr.start) ** (1 / (n_groups - 1))
            return tuple(float(lr.start * ratio**i) for i in range(n_groups))
        return (*(float(lr.stop) / 10,) * (n_groups - 1), float(lr.stop))
    rates = tuple(float(one) for one in lr) if isinstance(lr, Iterable) else (float(lr),)
    return rates * n_groups if len(rates) == 1 else rates
