"""The random numbers that a fit draws on: taken down, put back, started afresh.

A magic shows a batch; the plain fastai line it stands for does not. Both must train alike, so every
look gives the random numbers back as they were. A run that goes on later draws what it would have drawn.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
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
    states = random_states(dls)
    try:
        yield
    finally:
        set_random_states(states, dls)


def random_states(dls: Any) -> dict[str, Any]:
    """Where every generator stands that training may draw on, as tensors and plain values.

    Of GPUs only the one that the data are on: each asked for would be woken. Cost: some 50 microseconds.
    """
    import numpy as np
    import torch

    state: Any = np.random.get_state(legacy=True)
    kind, keys, position, has_gauss, gauss = state
    found: dict[str, Any] = {
        "python": _as_tensor(random.getstate()),
        "numpy": [str(kind), torch.tensor(keys.astype(np.int64)), position, has_gauss, float(gauss)],
        "torch": torch.get_rng_state(),
        # PyTorch's own loaders have none: their order is torch's.
        "loaders": [
            _as_tensor(dl.rng.getstate()) if hasattr(dl, "rng") else None
            for dl in getattr(dls, "loaders", ())
        ],
    }
    device: Any = getattr(dls, "device", None)
    if getattr(device, "type", "") == "cuda":
        found["cuda"] = torch.cuda.get_rng_state(device)
    return found


def set_random_states(states: Mapping[str, Any], dls: Any) -> None:
    """Put every generator where `random_states` found it.

    Raises: ValueError, TypeError or KeyError where the states are of another form.
    """
    import numpy as np
    import torch

    random.setstate(_of_tensor(states["python"]))
    kind, keys, position, has_gauss, gauss = states["numpy"]
    np.random.set_state((kind, keys.numpy().astype(np.uint32), int(position), int(has_gauss), gauss))
    torch.set_rng_state(states["torch"])
    for dl, state in zip(getattr(dls, "loaders", ()), states["loaders"], strict=False):
        if state is not None:
            dl.rng = random.Random()
            dl.rng.setstate(_of_tensor(state))
    if "cuda" in states and getattr(getattr(dls, "device", None), "type", "") == "cuda":
        torch.cuda.set_rng_state(states["cuda"], dls.device)


def _as_tensor(state: Any) -> list[Any]:
    """The state of a python generator; its numbers as one tensor, which a file holds in little room."""
    import torch

    version, numbers, gauss = state
    return [version, torch.tensor(numbers, dtype=torch.int64), gauss]


def _of_tensor(kept: Any) -> tuple[Any, ...]:
    version, numbers, gauss = kept
    return version, tuple(numbers.tolist()), gauss
