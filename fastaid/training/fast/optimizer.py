"""fastai's Adam, its mathematics and its state, in one call for all tensors.

fastai 2.8 walks over the parameters in Python, with several small operations each. The same numbers, to
rounding, come from PyTorch's fused AdamW; what fastai keeps of each parameter (`grad_avg`, `sqr_avg`, `step`)
stays where it keeps it, so that saving, loading and going on are as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
from torch.optim.adamw import adamw

from fastaid.training.fast.in_place import put

FUSED_ON = ("cpu", "cuda", "mps")


def is_fastai_s_adam(opt: Any) -> bool:
    """Whether an optimizer is `Adam` as fastai makes it, with true weight decay."""
    from fastai import optimizer as theirs

    if type(opt) is not theirs.Optimizer:
        return False
    plain = [one.func if isinstance(one, partial) else one for one in opt.cbs]
    wanted = [
        theirs.weight_decay,
        theirs.average_grad,
        theirs.average_sqr_grad,
        theirs.step_stat,
        theirs.adam_step,
    ]
    is_damped = isinstance(opt.cbs[1], partial) and opt.cbs[1].keywords == {"dampening": True}
    return plain == wanted and is_damped


@contextmanager
def fused(opt: Any) -> Iterator[bool]:  # whether it is
    """Let an optimizer take its steps in one call while the block runs."""
    if not is_fastai_s_adam(opt) or {"step", "zero_grad"} & set(vars(opt)):
        yield False
        return
    steps = FusedAdam(opt)
    put(opt, "step", steps.step)
    put(opt, "zero_grad", steps.zero_grad)
    try:
        yield True
    finally:
        del opt.step, opt.zero_grad


class FusedAdam:
    """The steps of one fastai optimizer."""

    def __init__(self, opt: Any):
        self.opt = opt
        self._counts: dict[Any, tuple[int, torch.Tensor]] = {}

    def zero_grad(self) -> None:
        """Forget the gradients, which costs less than filling them with zeros."""
        for p, *_ in self.opt.all_params(with_grad=True):
            p.grad = None

    def step(self, closure: Any = None) -> None:
        """Take one step. Source: fastai 2.8 `Optimizer.step` with the steppers of `Adam`."""
        if closure is not None:
            raise NotImplementedError("fastai optimizers currently do not support closure")
        for group, hyper in zip(self.opt.param_lists, self.opt.hypers, strict=True):
            self._step(group, hyper)

    def _step(self, group: Any, hyper: dict[str, Any]) -> None:
        for decays in (True, False):
            found = [
                p for p in group if self._has_grad(p) and bool(self.opt.state[p].get("do_wd", True)) is decays
            ]
            for device in {p.device for p in found}:
                self._adam([p for p in found if p.device == device], hyper, hyper["wd"] if decays else 0.0)

    def _has_grad(self, p: Any) -> bool:
        if p.grad is None and p.requires_grad and "grad_avg" in self.opt.state[p]:
            # fastai keeps gradients as zeros: what a batch did not reach still moves by what went before.
            p.grad = torch.zeros_like(p)
        return p.grad is not None

    def _adam(self, params: list[Any], hyper: dict[str, Any], wd: float) -> None:
        if not params:
            return
        states = [self.opt.state[p] for p in params]
        for p, state in zip(params, states, strict=True):
            for name in ("grad_avg", "sqr_avg"):
                if state.get(name) is None:
                    state[name] = torch.zeros_like(p, memory_format=torch.preserve_format)
        with torch.no_grad():
            adamw(
                params,
                [p.grad for p in params],
                [state["grad_avg"] for state in states],
                [state["sqr_avg"] for state in states],
                [],
                [self._count(p, state) for p, state in zip(params, states, strict=True)],
                foreach=None,
                fused=params[0].device.type in FUSED_ON and params[0].is_floating_point(),
                amsgrad=False,
                beta1=hyper["mom"],
                beta2=hyper["sqr_mom"],
                lr=hyper["lr"],
                weight_decay=wd,
                eps=hyper["eps"],
                maximize=False,
            )

    def _count(self, p: Any, state: dict[str, Any]) -> torch.Tensor:
        """The number of steps before this one, as PyTorch wants it; it counts on by itself."""
        n = state.get("step", 0)
        known = self._counts.get(p)
        tensor = known[1] if known is not None and known[0] == n else None
        if tensor is None:
            tensor = torch.tensor(float(n), dtype=torch.float32, device=p.device)
        self._counts[p] = (n + 1, tensor)
        state["step"] = n + 1
        return tensor
