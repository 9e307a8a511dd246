"""Fewer points for the same curve."""

from __future__ import annotations

from collections.abc import Sequence


def thin(
    values: Sequence[float | None],  # one value a step; None where it was not finite
    most: int,  # how many indices to keep
) -> list[int]:  # ascending indices, first and last always among them
    """Choose the indices that keep a curve's shape: each stretch's lowest and highest point.

    A plain every-nth choice loses the spike that a learner needs to see; keeping the extremes of
    each stretch does not. Cost: one pass.

    >>> thin([0.0, 1.0, 9.0, 1.0, 0.5, 0.4, 0.3, 0.2], 4)
    [0, 2, 7]
    """
    n = len(values)
    if n <= most:
        return list(range(n))
    if most < 4:
        return [0, n - 1][:most]
    stretches = (most - 2) // 2
    keep = {0, n - 1}
    for k in range(stretches):
        start, stop = k * n // stretches, (k + 1) * n // stretches
        finite = [(value, i) for i in range(start, stop) if (value := values[i]) is not None]
        if finite:
            keep.update((min(finite)[1], max(finite)[1]))
        else:
            keep.add(start)
    return sorted(keep)
