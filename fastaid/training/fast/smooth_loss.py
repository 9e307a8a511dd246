"""The recorder's smoothed loss, kept on the device: fastai's own waits for a GPU at every batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from fastai.learner import AvgSmoothLoss


class SmoothLossOnDevice(AvgSmoothLoss):
    """The same numbers as fastai's, without a copy to the CPU."""

    val: torch.Tensor

    def accumulate(self, learn: Any) -> None:
        """Take one batch's loss in. Source: fastai 2.8 `AvgSmoothLoss.accumulate`."""
        self.count += 1
        loss = learn.loss.detach().mean()
        before: torch.Tensor = self.val.to(loss.device, loss.dtype)
        self.val = torch.lerp(loss, before, self.beta)


@contextmanager
def smooth_loss_on_device(learn: Any) -> Iterator[bool]:  # whether it is
    """Keep the smoothed loss on the device while the block runs; the recorder's list holds CPU tensors after."""
    recorder = getattr(learn, "recorder", None)
    if recorder is None or type(recorder.smooth_loss) is not AvgSmoothLoss:
        yield False
        return
    before = recorder.smooth_loss
    recorder.smooth_loss = SmoothLossOnDevice(before.beta)
    try:
        yield True
    finally:
        ours = recorder.smooth_loss
        before.count, before.val = ours.count, ours.val.cpu()
        recorder.smooth_loss = before
        losses = getattr(recorder, "losses", None)
        if losses:
            recorder.losses = [one.cpu() for one in losses]
