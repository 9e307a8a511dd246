"""Tensors from nothing, and what writes into them in place."""

from __future__ import annotations

import itertools
import math
from typing import Any

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.zeros": "zeros",
    "torch.ones": "ones",
    "torch.full": "full",
    "torch.zeros_like": "zeros_like",
    "torch.ones_like": "ones_like",
    "torch.full_like": "full_like",
    "torch.Tensor.new_zeros": "new_zeros",
    "torch.Tensor.new_ones": "new_ones",
    "torch.Tensor.new_full": "new_full",
    "torch.arange": "arange",
    "torch.linspace": "linspace",
    "torch.logspace": "logspace",
    "torch.eye": "eye",
    "torch.rand": "rand",
    "torch.randn": "randn",
    "torch.rand_like": "rand_like",
    "torch.randn_like": "randn_like",
    "torch.randperm": "randperm",
    "torch.normal": "normal",
    "torch.bernoulli": "bernoulli",
    "torch.multinomial": "multinomial",
    "torch.Tensor.zero_": "zero_",
    "torch.Tensor.fill_": "fill_",
    "torch.Tensor.copy_": "copy_",
    "torch.Tensor.uniform_": "uniform_",
    "torch.Tensor.normal_": "normal_",
    "torch.Tensor.bernoulli_": "bernoulli_",
    "torch.Tensor.fill_diagonal_": "fill_diagonal_",
    "torch.Tensor.masked_fill_": "masked_fill_",
    "torch.Tensor.add_": "add_",
    "torch.Tensor.__iadd__": "add_",
    "torch.Tensor.sub_": "sub_",
    "torch.Tensor.__isub__": "sub_",
    "torch.Tensor.mul_": "mul_",
    "torch.Tensor.__imul__": "mul_",
    "torch.Tensor.div_": "div_",
    "torch.Tensor.lerp_": "lerp_",
    "torch.Tensor.addcmul_": "addcmul_",
    "torch.Tensor.addcdiv_": "addcdiv_",
    "torch.Tensor.clamp_": "clamp_",
}


def zeros(*size: Any, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make a tensor of zeros."""
    shape = size if all(isinstance(one, int) for one in size) else size[0]  # zeros(2, 3) or zeros((2, 3))
    return torch.empty(shape, dtype=dtype, device=device).fill_(0)  # take memory, then write


def ones(*size: Any, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make a tensor of ones."""
    shape = size if all(isinstance(one, int) for one in size) else size[0]  # ones(2, 3) or ones((2, 3))
    return torch.empty(shape, dtype=dtype, device=device).fill_(1)  # take memory, then write


def full(size: Any, fill_value: float, *, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make a tensor that has one value everywhere; its kind is the value's, if none is named."""
    if dtype is None:
        kinds = {bool: torch.bool, int: torch.int64}
        dtype = kinds.get(type(fill_value), torch.get_default_dtype())
    return torch.empty(size, dtype=dtype, device=device).fill_(fill_value)


def zeros_like(input: Tensor, *, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make zeros with the shape and the kind of another tensor."""
    return torch.zeros(input.shape, dtype=dtype or input.dtype, device=device or input.device)


def ones_like(input: Tensor, *, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make ones with the shape and the kind of another tensor."""
    return torch.ones(input.shape, dtype=dtype or input.dtype, device=device or input.device)


def full_like(
    input: Tensor, fill_value: float, *, dtype: torch.dtype | None = None, device: Any = None
) -> Tensor:
    """Make one value everywhere, with the shape and the kind of another tensor."""
    return torch.full(input.shape, fill_value, dtype=dtype or input.dtype, device=device or input.device)


def new_zeros(input: Tensor, *size: Any, dtype: torch.dtype | None = None) -> Tensor:
    """Make zeros of the same kind and on the same device as this tensor, in a shape of their own."""
    return torch.zeros(*size, dtype=dtype or input.dtype, device=input.device)


def new_ones(input: Tensor, *size: Any, dtype: torch.dtype | None = None) -> Tensor:
    """Make ones of the same kind and on the same device as this tensor, in a shape of their own."""
    return torch.ones(*size, dtype=dtype or input.dtype, device=input.device)


def new_full(input: Tensor, size: Any, fill_value: float, *, dtype: torch.dtype | None = None) -> Tensor:
    """Make one value everywhere, of the same kind and on the same device as this tensor."""
    return torch.full(size, fill_value, dtype=dtype or input.dtype, device=input.device)


def arange(
    start: float,
    end: float | None = None,
    step: float = 1,
    *,
    dtype: torch.dtype | None = None,
    device: Any = None,
) -> Tensor:
    """Count from `start` (0, if only the end is given) in steps, up to but without `end`."""
    if end is None:
        start, end = 0, start
    if dtype is None:
        whole = all(isinstance(one, int) for one in (start, end, step))
        dtype = torch.int64 if whole else torch.get_default_dtype()
    count = math.ceil((end - start) / step)
    return torch.tensor([start + i * step for i in range(count)], dtype=dtype, device=device)


def linspace(
    start: float, end: float, steps: int, *, dtype: torch.dtype | None = None, device: Any = None
) -> Tensor:
    """Go from `start` to `end`, both included, in `steps` numbers at equal distances."""
    gap = (end - start) / max(1, steps - 1)
    dtype = dtype or torch.get_default_dtype()
    return torch.tensor([start + i * gap for i in range(steps)], dtype=dtype, device=device)


def logspace(
    start: float,
    end: float,
    steps: int,
    base: float = 10.0,
    *,
    dtype: torch.dtype | None = None,
    device: Any = None,
) -> Tensor:
    """Go from base**start to base**end, each number the same multiple of the one before."""
    gap = (end - start) / max(1, steps - 1)
    dtype = dtype or torch.get_default_dtype()
    return torch.tensor([base ** (start + i * gap) for i in range(steps)], dtype=dtype, device=device)


def eye(n: int, m: int | None = None, *, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make the identity: ones on the diagonal, zeros elsewhere."""
    out = torch.zeros(n, n if m is None else m, dtype=dtype, device=device)
    for i in range(min(out.shape)):
        out[i, i] = 1
    return out


def rand(*size: Any, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make random numbers from 0 up to 1, all equally likely."""
    shape = size if all(isinstance(one, int) for one in size) else size[0]
    return torch.empty(shape, dtype=dtype, device=device).uniform_(0, 1)


def randn(*size: Any, dtype: torch.dtype | None = None, device: Any = None) -> Tensor:
    """Make random numbers on a bell curve: mean 0, standard deviation 1."""
    shape = size if all(isinstance(one, int) for one in size) else size[0]
    return torch.empty(shape, dtype=dtype, device=device).normal_(0, 1)


def rand_like(input: Tensor) -> Tensor:
    """Make random numbers from 0 up to 1, with the shape and the kind of another tensor."""
    return torch.empty_like(input).uniform_(0, 1)


def randn_like(input: Tensor) -> Tensor:
    """Make random numbers on a bell curve, with the shape and the kind of another tensor."""
    return torch.empty_like(input).normal_(0, 1)


def randperm(n: int, *, dtype: torch.dtype = torch.int64, device: Any = None) -> Tensor:
    """Put 0, 1, ..., n-1 in a random order: what a DataLoader shuffles by."""
    out = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(torch.randint(0, i + 1, ()))  # swap each with one before it, or with itself
        out[i], out[j] = out[j], out[i]
    return torch.tensor(out, dtype=dtype, device=device)


def normal(mean: Tensor | float, std: Tensor | float, size: Any = None) -> Tensor:
    """Make random numbers on bell curves: each with a mean and a standard deviation of its own."""
    if size is None:
        size = torch.broadcast_shapes(*[one.shape for one in (mean, std) if isinstance(one, Tensor)])
    return mean + std * torch.randn(size)


def bernoulli(input: Tensor) -> Tensor:
    """Toss a coin for each number, which is the probability of a 1."""
    return (torch.rand_like(input) < input).to(input.dtype)


def multinomial(input: Tensor, num_samples: int, replacement: bool = False) -> Tensor:
    """Draw indices at random, each in proportion to its weight: the next word, from probabilities."""
    weights = input.clone().reshape(-1, input.shape[-1])  # (rows, n)
    out = torch.empty(len(weights), num_samples, dtype=torch.int64, device=input.device)
    for row, places in zip(weights, out, strict=True):
        for i in range(num_samples):
            ends = row.cumsum(dim=0)  # each index owns a stretch as long as its weight
            point = torch.rand((), dtype=row.dtype, device=row.device) * ends[-1]
            places[i] = (ends <= point).sum()  # whose stretch the point lies in
            if not replacement:
                row[places[i]] = 0  # not again
    return out.reshape((*input.shape[:-1], num_samples))


def zero_(input: Tensor) -> Tensor:
    """Write 0 everywhere, in place: gradients before the next batch."""
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        input[place] = 0
    return input


def fill_(input: Tensor, value: Tensor | float) -> Tensor:
    """Write one value everywhere, in place."""
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        input[place] = value
    return input


def copy_(input: Tensor, src: Tensor) -> Tensor:
    """Write the numbers of another tensor over these, in place; it is stretched and converted to fit."""
    src = src.expand(input.shape)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        input[place] = src[place]
    return input


def uniform_(input: Tensor, a: float = 0, b: float = 1) -> Tensor:
    """Write random numbers from `a` up to `b` (torch says `from` and `to`), all equally likely, in place."""
    share = torch.randint(0, 2**24, input.shape, device=input.device) / 2**24  # 24 random bits: 0 up to 1
    return input.copy_(a + (b - a) * share)


def normal_(input: Tensor, mean: float = 0, std: float = 1) -> Tensor:
    """Write random numbers on a bell curve, in place."""
    radius = (-2 * (1 - torch.rand(input.shape, device=input.device)).log()).sqrt()
    angle = 2 * math.pi * torch.rand(input.shape, device=input.device)
    return input.copy_(mean + std * radius * angle.cos())  # the recipe of Box and Muller


def bernoulli_(input: Tensor, p: Tensor | float = 0.5) -> Tensor:
    """Write random zeros and ones, in place, a one with probability `p`."""
    return input.copy_(torch.rand(input.shape, device=input.device) < p)


def fill_diagonal_(input: Tensor, fill_value: float, wrap: bool = False) -> Tensor:
    """Write one value where all the indices are equal, in place."""
    if wrap:
        raise NotImplementedError("wrap=True")
    for i in range(min(input.shape)):
        input[(i,) * input.ndim] = fill_value
    return input


def masked_fill_(input: Tensor, mask: Tensor, value: Tensor | float) -> Tensor:
    """Write one value wherever the mask is true, in place."""
    return input.copy_(torch.where(mask, value, input))


def add_(input: Tensor, other: Tensor | float, *, alpha: float = 1) -> Tensor:
    """Add in place: this tensor keeps the result, as weights do in a training step."""
    return input.copy_(input + alpha * other)


def sub_(input: Tensor, other: Tensor | float, *, alpha: float = 1) -> Tensor:
    """Subtract in place: `w.sub_(w.grad, alpha=lr)` is a step of gradient descent."""
    return input.copy_(input - alpha * other)


def mul_(input: Tensor, other: Tensor | float) -> Tensor:
    """Multiply in place: this tensor keeps the result."""
    return input.copy_(input * other)


def div_(input: Tensor, other: Tensor | float, *, rounding_mode: str | None = None) -> Tensor:
    """Divide in place: this tensor keeps the result."""
    return input.copy_(torch.div(input, other, rounding_mode=rounding_mode))


def lerp_(input: Tensor, end: Tensor, weight: Tensor | float) -> Tensor:
    """Go towards `end` by the share `weight`, in place: a running average takes in a new number."""
    return input.copy_(input + weight * (end - input))


def addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: float = 1) -> Tensor:
    """Add a product in place, as Adam does for its squared gradients."""
    return input.copy_(input + value * tensor1 * tensor2)


def addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: float = 1) -> Tensor:
    """Add a quotient in place: the step that Adam takes."""
    return input.copy_(input + value * (tensor1 / tensor2))


def clamp_(input: Tensor, min: float | None = None, max: float | None = None) -> Tensor:
    """Keep the numbers between two limits, in place."""
    return input.copy_(input.clamp(min, max))
