"""bfloat16 on a CPU: fastai's own mixed precision opens the region of a GPU only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from fastai.learner import Callback


class CPUBFloat16(Callback):
    """Computes forward and loss in bfloat16 where PyTorch holds that safe; weights stay float32.

    Source: fastai 2.8 `MixedPrecision`, with `torch.autocast("cpu")`; bfloat16 needs no scaling of gradients.
    """

    order = 10  # where fastai's MixedPrecision stands

    def before_fit(self) -> None:
        self._region: Any = None

    def before_batch(self) -> None:
        self._leave()
        self._region = torch.autocast("cpu", dtype=torch.bfloat16)
        self._region.__enter__()

    def after_pred(self) -> None:
        self.learn.pred = _float(self.learn.pred)

    def after_loss(self) -> None:
        self._leave()

    def after_cancel_batch(self) -> None:
        self._leave()

    def after_fit(self) -> None:
        self._leave()

    def _leave(self) -> None:
        region, self._region = self._region, None
        if region is not None:
            region.__exit__(None, None, None)


def _float(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.float() if value.dtype == torch.bfloat16 else value
    return type(value)(map(_float, value)) if isinstance(value, (tuple, list)) else value


@contextmanager
def bfloat16_on_cpu(learn: Any) -> Iterator[bool]:
    """Train in bfloat16 while the block runs, and leave the region however it ends."""
    callback = CPUBFloat16()
    try:
        with learn.added_cbs(callback):
            yield True
    finally:
        callback._leave()


def has_bfloat16() -> bool:
    """Whether this CPU has instructions for bfloat16; without them it computes many times slower than float32."""
    flags = _cpu_flags()
    if flags:
        return bool(flags & {"avx512_bf16", "amx_bf16", "avx_ne_convert", "bf16"})
    supported = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return bool(supported is not None and supported())


def _cpu_flags() -> set[str]:
    """What Linux says of the CPU; nothing elsewhere."""
    try:
        text = Path("/proc/cpuinfo").read_text(errors="replace")
    except OSError:
        return set()
    lines = [
        line for line in text.splitlines() if line.split(":")[0].strip().lower() in ("flags", "features")
    ]
    return set(lines[0].split(":", 1)[1].split()) if lines else set()
