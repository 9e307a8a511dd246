"""Looking at data without changing what comes next.

A magic shows a batch; the plain fastai line it stands for does not. Both must train alike, so every
look gives the random numbers back as they were.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def other_randomness(dls: Any, seed: int) -> None:
    """Start torch's and the loaders' random numbers afresh; what `same_randomness` then takes back."""
    import torch

    torch.manual_seed(seed)
    for dl in getattr(dls, "loaders", ()):
        dl.rng = random.Random(seed)


@contextmanager
def same_randomness(
    dls: Any,  # its loaders keep a generator of their own for the order of pictures
) -> Iterator[None]:
    """Put python's, numpy's, torch's and the loaders' random state back afterwards."""
    import numpy as np
    import torch

    state = random.getstate()
    numpy_state = np.random.get_state()
    # PyTorch's own loaders have none: their order is torch's.
    loaders = [(dl, dl.rng) for dl in getattr(dls, "loaders", ()) if hasattr(dl, "rng")]
    states = [(dl.rng, dl.rng.getstate()) for dl, _ in loaders]
    device = getattr(dls, "device", None)
    # Without this list torch takes every GPU of the machine, and warns where there are several.
    gpus = [device] if getattr(device, "type", "") == "cuda" else []
    try:
        with torch.random.fork_rng(devices=gpus):
            yield
    finally:
        random.setstate(state)
        np.random.set_state(numpy_state)
        for dl, rng in loaders:
            dl.rng = rng
        for rng, rng_state in states:
            rng.setstate(rng_state)
