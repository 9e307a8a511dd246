"""The net compiled by PyTorch, for a GPU and a fit that is long enough."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastaid.errors import FastaidError
from fastaid.training.device import device_name, device_of


def check_compile(learn: Any) -> None:
    """Refuse to compile where it is known not to pay.

    Raises: FastaidError with the next step.
    """
    device = device_of(learn)
    if getattr(device, "type", "cpu") != "cuda":
        raise FastaidError(
            f"--compile pays on a GPU, and this learner trains on {device_name(device)}, where compiling takes "
            "longer than it saves.",
            "Leave it out.",
        )


@contextmanager
def compiled(
    learn: Any,
    backend: str = "inductor",
) -> Iterator[bool]:
    """Run a compiled net while the block runs; afterwards it is as it was, but trained.

    Costs some minutes at the first batch, and again where a batch has another shape. What cannot be compiled is
    computed as ever. Source: PyTorch, `Module.compile`.
    """
    model = learn.model
    model.compile(backend=backend)
    try:
        yield True
    finally:
        model._compiled_call_impl = None
