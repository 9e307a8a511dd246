"""Small pictures first, large ones later: progressive resizing within one fit.

What a net learns of small pictures it need not learn of large ones, and a picture of half the side costs a quarter.
fastbook's lesson builds the data anew for each size and trains again; here one schedule goes over all sizes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from fastai.learner import Callback
from torch.nn.functional import interpolate

from fastaid.errors import FastaidError, listed


class ProgressiveSize(Callback):
    """Scales each training batch to the size of its epoch; validation sees the data's own.

    The epochs are dealt out evenly, the first sizes get what is over. Source: fastbook, chapter 7.
    """

    order = 9  # after everything that augments, before the batch is laid for convolutions

    def __init__(self, sizes: Sequence[int]):
        super().__init__()
        self.sizes = tuple(sizes)

    @property
    def size(self) -> int:
        """The side of this epoch's pictures, in pixels."""
        return self.sizes[int(self.learn.epoch) * len(self.sizes) // int(self.learn.n_epoch)]

    def before_batch(self) -> None:
        if not self.learn.training:
            return
        size = self.size
        self.learn.xb = tuple(_scaled(x, size) for x in self.learn.xb)

    def __reduce__(self) -> tuple[Any, ...]:
        return Callback, ()


def _scaled(x: Any, size: int) -> Any:
    if not isinstance(x, torch.Tensor) or x.ndim != 4 or min(x.shape[-2:]) <= size:
        return x
    rows, columns = x.shape[-2:]
    share = size / min(rows, columns)
    to = (max(round(rows * share), 1), max(round(columns * share), 1))
    plain = interpolate(x.as_subclass(torch.Tensor), to, mode="bilinear", antialias=True)
    return plain.as_subclass(type(x))


def check_sizes(
    sizes: Sequence[int],  # in pixels, as they follow each other
    dls: Any,
    n_epoch: int,
) -> None:
    """Refuse sizes that the data cannot give, or that no epoch would see. Makes one item.

    Raises: FastaidError with the next step.
    """
    if list(sizes) != sorted(set(sizes)) or len(sizes) < 2:
        raise FastaidError(
            f"--progressive takes sizes that grow, not {listed(sizes) or 'none'}.", "For example: 128,224"
        )
    if n_epoch < len(sizes):
        raise FastaidError(
            f"--progressive has {len(sizes)} sizes, and the fit {n_epoch} epochs.",
            "Give fewer sizes, or more epochs.",
        )
    side = side_of(dls)
    if side is not None and sizes[-1] != side:
        raise FastaidError(
            f"--progressive ends at {sizes[-1]} pixels, and the pictures have {side}.",
            f"End at {side}, or build the data with --size {sizes[-1]}.",
        )


def side_of(dls: Any) -> int | None:
    """The shorter side of the pictures that the net gets, by the size that they are brought to; None if unknown."""
    for tfm in getattr(getattr(dls.train, "after_item", None), "fs", ()):
        size = getattr(tfm, "size", None)
        if isinstance(size, int):
            return size
        if isinstance(size, tuple | list) and all(isinstance(one, int) for one in size) and size:
            return min(size)
    return None


@contextmanager
def progressive_sizes(learn: Any, sizes: Sequence[int]) -> Iterator[bool]:
    """Train at growing sizes while the block runs."""
    with learn.added_cbs(ProgressiveSize(sizes)):
        yield True
