"""Number by number: +, -, *, /, comparisons (the builtins of these names are not used here)."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.add": "add",
    "torch.Tensor.add": "add",
    "torch.Tensor.__add__": "add",
    "torch.Tensor.__radd__": "add",
    "torch.sub": "sub",
    "torch.Tensor.sub": "sub",
    "torch.Tensor.__sub__": "sub",
    "torch.subtract": "sub",
    "torch.mul": "mul",
    "torch.Tensor.mul": "mul",
    "torch.Tensor.__mul__": "mul",
    "torch.Tensor.__rmul__": "mul",
    "torch.multiply": "mul",
    "torch.div": "div",
    "torch.Tensor.div": "div",
    "torch.Tensor.__truediv__": "div",
    "torch.divide": "div",
    "torch.true_divide": "div",
    "torch.floor_divide": "floor_divide",
    "torch.Tensor.floor_divide": "floor_divide",
    "torch.remainder": "remainder",
    "torch.Tensor.remainder": "remainder",
    "torch.Tensor.__mod__": "remainder",
    "torch.pow": "pow",
    "torch.Tensor.pow": "pow",
    "torch.Tensor.__pow__": "pow",
    "torch.maximum": "maximum",
    "torch.Tensor.maximum": "maximum",
    "torch.minimum": "minimum",
    "torch.Tensor.minimum": "minimum",
    "torch.eq": "eq",
    "torch.Tensor.eq": "eq",
    "torch.Tensor.__eq__": "eq",
    "torch.ne": "ne",
    "torch.Tensor.ne": "ne",
    "torch.Tensor.__ne__": "ne",
    "torch.gt": "gt",
    "torch.Tensor.gt": "gt",
    "torch.Tensor.__gt__": "gt",
    "torch.lt": "lt",
    "torch.Tensor.lt": "lt",
    "torch.Tensor.__lt__": "lt",
    "torch.ge": "ge",
    "torch.Tensor.ge": "ge",
    "torch.Tensor.__ge__": "ge",
    "torch.le": "le",
    "torch.Tensor.le": "le",
    "torch.Tensor.__le__": "le",
    "torch.logical_and": "logical_and",
    "torch.Tensor.logical_and": "logical_and",
    "torch.logical_or": "logical_or",
    "torch.Tensor.logical_or": "logical_or",
    "torch.logical_not": "logical_not",
    "torch.Tensor.logical_not": "logical_not",
    "torch.addcmul": "addcmul",
    "torch.Tensor.addcmul": "addcmul",
    "torch.addcdiv": "addcdiv",
    "torch.Tensor.addcdiv": "addcdiv",
}


def add(input: Tensor, other: Tensor | float, *, alpha: float = 1) -> Tensor:
    """Add number by number; dimensions of size 1 are stretched to fit (broadcasting)."""
    dtype = torch.result_type(input, other)
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(other, dtype=dtype))
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place] + alpha * b[place]
    return out


def sub(input: Tensor, other: Tensor | float, *, alpha: float = 1) -> Tensor:
    """Subtract number by number; dimensions of size 1 are stretched to fit (broadcasting)."""
    dtype = torch.result_type(input, other)
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(other, dtype=dtype))
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place] - alpha * b[place]
    return out


def mul(input: Tensor, other: Tensor | float) -> Tensor:
    """Multiply number by number (not as matrices); dimensions of size 1 are stretched to fit."""
    dtype = torch.result_type(input, other)
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(other, dtype=dtype))
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place] * b[place]
    return out


def div(input: Tensor, other: Tensor | float, *, rounding_mode: str | None = None) -> Tensor:
    """Divide number by number; whole numbers give fractions, unless a rounding is asked for."""
    if rounding_mode not in (None, "trunc", "floor"):
        raise RuntimeError(f"rounding_mode is None, 'trunc' or 'floor', not {rounding_mode!r}")
    dtype = torch.result_type(input, other)
    if not (dtype.is_floating_point or dtype.is_complex) and rounding_mode is None:
        dtype = torch.get_default_dtype()
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(other, dtype=dtype))
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        quotient = a[place] / b[place]
        if rounding_mode is not None:
            quotient = quotient.floor() if rounding_mode == "floor" else quotient.trunc()
        out[place] = quotient
    return out


def floor_divide(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell how many whole times `other` goes into each number, rounded down, as Python's `//` does."""
    rest = torch.remainder(input, other)  # has the sign of `other`
    return torch.div(input - rest, other, rounding_mode="trunc")


def remainder(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell what is left after dividing, with the sign of the divisor, as Python's `%` does."""
    dtype = torch.result_type(input, other)
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(other, dtype=dtype))
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place].item() % b[place].item()
    return out


def pow(input: Tensor, exponent: Tensor | float) -> Tensor:
    """Raise number by number to a power; dimensions of size 1 are stretched to fit."""
    dtype = torch.result_type(input, exponent)
    a, b = torch.broadcast_tensors(input.to(dtype), torch.as_tensor(exponent, dtype=dtype))
    if not dtype.is_floating_point and bool((b < 0).any()):
        raise RuntimeError("whole numbers to negative powers are fractions: call .float() first")
    out = torch.empty(a.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place] ** b[place]
    return out


def maximum(input: Tensor, other: Tensor) -> Tensor:
    """Take the larger one of each pair of numbers."""
    larger = torch.where(input > other, input, other)
    return torch.where(input.isnan(), input, larger)  # "not a number" wins


def minimum(input: Tensor, other: Tensor) -> Tensor:
    """Take the smaller one of each pair of numbers."""
    smaller = torch.where(input < other, input, other)
    return torch.where(input.isnan(), input, smaller)  # "not a number" wins


def eq(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether both are equal: its mean, for classes, is the accuracy."""
    a, b = torch.broadcast_tensors(input, torch.as_tensor(other, dtype=torch.result_type(input, other)))
    out = torch.empty(a.shape, dtype=torch.bool, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place].item() == b[place].item()
    return out


def ne(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether both differ."""
    return ~(input == other)


def gt(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether the first is greater."""
    a, b = torch.broadcast_tensors(input, torch.as_tensor(other, dtype=torch.result_type(input, other)))
    out = torch.empty(a.shape, dtype=torch.bool, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place].item() > b[place].item()
    return out


def lt(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether the first is less."""
    a, b = torch.broadcast_tensors(input, torch.as_tensor(other, dtype=torch.result_type(input, other)))
    out = torch.empty(a.shape, dtype=torch.bool, device=input.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = a[place].item() < b[place].item()
    return out


def ge(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether the first is at least as great."""
    return (input > other) | (input == other)


def le(input: Tensor, other: Tensor | float) -> Tensor:
    """Tell number by number whether the first is at most as great."""
    return (input < other) | (input == other)


def logical_and(input: Tensor, other: Tensor) -> Tensor:
    """Tell number by number whether both are true, that is, not zero."""
    return (input != 0) & (other != 0)


def logical_or(input: Tensor, other: Tensor) -> Tensor:
    """Tell number by number whether at least one is true, that is, not zero."""
    return (input != 0) | (other != 0)


def logical_not(input: Tensor) -> Tensor:
    """Swap true and false: what is zero becomes true."""
    return input == 0


def addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: float = 1) -> Tensor:
    """Add a product: `input + value * tensor1 * tensor2`, as Adam does for its squared gradients."""
    return input + value * tensor1 * tensor2


def addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, *, value: float = 1) -> Tensor:
    """Add a quotient: `input + value * tensor1 / tensor2`, the step that Adam takes."""
    return input + value * (tensor1 / tensor2)
