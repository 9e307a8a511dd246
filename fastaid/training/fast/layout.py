"""Weights and pictures with the channels last, the order that convolutions compute fastest in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from fastai.learner import Callback

from fastaid.training.device import device_of

FASTER_ON = ("cpu", "cuda")  # elsewhere it is not known to pay


@contextmanager
def channels_last(learn: Any) -> Iterator[bool]:  # whether it is
    """Compute with the channels last while the block runs; weights lie afterwards as they did.

    Values stay the same, sums are added up in another order: results differ by rounding.
    Source: PyTorch, "Channels Last Memory Format".
    """
    has_convolutions = any(isinstance(part, torch.nn.Conv2d) for part in learn.model.modules())
    if not has_convolutions or getattr(device_of(learn), "type", "") not in FASTER_ON:
        yield False
        return
    _lay(learn, torch.channels_last)
    try:
        with learn.added_cbs(ChannelsLast()):
            yield True
    finally:
        _lay(learn, torch.contiguous_format)


@contextmanager
def fastest_convolutions(learn: Any) -> Iterator[bool]:  # whether they are looked for
    """Let cuDNN try its ways to convolve pictures of this size, where a GPU trains and nobody asked for the same bits.

    fastai's `set_seed(…, reproducible=True)` asks for that. Costs some tries at the first batch of each size.
    """
    cudnn = torch.backends.cudnn
    if getattr(device_of(learn), "type", "") != "cuda" or cudnn.deterministic or cudnn.benchmark:
        yield False
        return
    cudnn.benchmark = True
    try:
        yield True
    finally:
        cudnn.benchmark = False


def _lay(learn: Any, layout: torch.memory_format) -> None:
    learn.model.to(memory_format=layout)
    for state in getattr(learn.opt, "state", {}).values():
        for name, value in state.items():
            if isinstance(value, torch.Tensor) and value.ndim == 4:
                state[name] = value.contiguous(memory_format=layout)


class ChannelsLast(Callback):
    """Lays the pictures of each batch as the weights lie."""

    order = 9.5  # after fastai's CastToTensor, before mixed precision

    def before_batch(self) -> None:
        self.learn.xb = tuple(
            x.contiguous(memory_format=torch.channels_last)
            if isinstance(x, torch.Tensor) and x.ndim == 4
            else x
            for x in self.learn.xb
        )
