"""Which device trains, in what precision, with which versions."""

from __future__ import annotations

from typing import Any

from fastaid.errors import FastaidError
from fastaid.facts.events import GpuUse

PRECISIONS = ("auto", "fp32", "fp16", "bf16")
REPORTED = ("fastaid", "fastai", "fastcore", "torch", "torchvision", "timm", "ipython")


def device_name(device: Any) -> str:
    """A device in a learner's words: "cuda:0 (NVIDIA A100)", "cpu"."""
    import torch

    if getattr(device, "type", str(device)) == "cuda":
        return f"{device} ({torch.cuda.get_device_name(device)})"
    return str(device)


def device_of(learn: Any) -> Any:
    """The device a learner trains on: its data's, or where PyTorch's own loaders know none, its model's."""
    found = getattr(learn.dls, "device", None) if is_fastai_s(learn.dls) else None
    return found if found is not None else next(learn.model.parameters()).device


def is_fastai_s(dls: Any) -> bool:
    """Whether data are fastai's loaders: PyTorch's own know no device, transforms or pictures."""
    from fastai.data.load import DataLoader

    return isinstance(dls.loaders[0], DataLoader)


def precision_of(learn: Any) -> str:
    """The number format the learner computes in: "fp32", "fp16" or "bf16"."""
    mixed = getattr(learn, "mixed_precision", None)
    return str(mixed.amp_mode.value) if mixed is not None else "fp32"


def precision_methods(
    learn: Any,
    asked: str,  # one of PRECISIONS; auto: mixed on a GPU, else as the learner is
) -> tuple[str, ...]:  # the learner's methods to call, in order; none where nothing changes
    """The fastai methods that bring a learner to a precision.

    Raises: FastaidError where the device cannot compute so.
    """
    now, on_gpu = precision_of(learn), _is_cuda(learn)
    wanted = ("fp16" if on_gpu and now == "fp32" else now) if asked == "auto" else asked
    if wanted == now:
        return ()
    if wanted == "bf16" and is_bfloat16_on_cpu(learn, asked):
        return ()  # no method of fastai's does it: its own region is a GPU's
    if wanted != "fp32" and not on_gpu:
        raise FastaidError(
            f"--precision {wanted} needs a GPU, and this learner trains on {device_name(device_of(learn))}.",
            "On a CPU there are fp32, and bf16 where the CPU has instructions for it.",
        )
    back = () if now == "fp32" else ("to_fp32",)
    return back if wanted == "fp32" else (*back, f"to_{wanted}")


def is_bfloat16_on_cpu(learn: Any, asked: str) -> bool:
    """Whether a fit is to compute in bfloat16 on a CPU."""
    return (
        asked == "bf16" and getattr(device_of(learn), "type", "") == "cpu" and precision_of(learn) == "fp32"
    )


def _is_cuda(learn: Any) -> bool:
    return getattr(device_of(learn), "type", "") == "cuda"


def gpu_use(device: Any) -> GpuUse | None:
    """How full and how busy a GPU is; None on a CPU. Cost: counters are read, nothing waits for the GPU."""
    if getattr(device, "type", "") != "cuda":
        return None
    import torch

    try:
        busy = torch.cuda.utilization(device) / 100
    except Exception:  # noqa: BLE001  NVIDIA's library for it is optional, and virtual GPUs refuse
        busy = None
    total = torch.cuda.get_device_properties(device).total_memory
    return GpuUse(torch.cuda.memory_reserved(device), total, busy)


def versions() -> tuple[tuple[str, str], ...]:
    """The versions that a run's result depends on."""
    import platform  # slow to import, and first asked for when something trains
    from importlib.metadata import PackageNotFoundError, version

    found = [("python", platform.python_version())]
    for package in REPORTED:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:
            continue
    return tuple(found)
