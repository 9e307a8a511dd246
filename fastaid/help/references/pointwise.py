"""Each number for itself, without a partner: abs, round, clamp, exp (these builtins are not used here)."""

from __future__ import annotations

import itertools
import math

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.abs": "abs",
    "torch.Tensor.abs": "abs",
    "torch.Tensor.__abs__": "abs",
    "torch.neg": "neg",
    "torch.Tensor.neg": "neg",
    "torch.Tensor.__neg__": "neg",
    "torch.sign": "sign",
    "torch.Tensor.sign": "sign",
    "torch.round": "round",
    "torch.Tensor.round": "round",
    "torch.floor": "floor",
    "torch.Tensor.floor": "floor",
    "torch.ceil": "ceil",
    "torch.Tensor.ceil": "ceil",
    "torch.trunc": "trunc",
    "torch.Tensor.trunc": "trunc",
    "torch.frac": "frac",
    "torch.Tensor.frac": "frac",
    "torch.exp": "exp",
    "torch.Tensor.exp": "exp",
    "torch.log": "log",
    "torch.Tensor.log": "log",
    "torch.log1p": "log1p",
    "torch.Tensor.log1p": "log1p",
    "torch.sin": "sin",
    "torch.Tensor.sin": "sin",
    "torch.cos": "cos",
    "torch.Tensor.cos": "cos",
    "torch.sqrt": "sqrt",
    "torch.Tensor.sqrt": "sqrt",
    "torch.rsqrt": "rsqrt",
    "torch.Tensor.rsqrt": "rsqrt",
    "torch.square": "square",
    "torch.Tensor.square": "square",
    "torch.reciprocal": "reciprocal",
    "torch.Tensor.reciprocal": "reciprocal",
    "torch.clamp": "clamp",
    "torch.Tensor.clamp": "clamp",
    "torch.clip": "clamp",
    "torch.Tensor.clip": "clamp",
    "torch.where": "where",
    "torch.lerp": "lerp",
    "torch.Tensor.lerp": "lerp",
    "torch.isnan": "isnan",
    "torch.Tensor.isnan": "isnan",
    "torch.isinf": "isinf",
    "torch.Tensor.isinf": "isinf",
    "torch.isfinite": "isfinite",
    "torch.Tensor.isfinite": "isfinite",
    "torch.isclose": "isclose",
    "torch.Tensor.isclose": "isclose",
    "torch.nan_to_num": "nan_to_num",
    "torch.Tensor.nan_to_num": "nan_to_num",
    "torch.logit": "logit",
    "torch.Tensor.logit": "logit",
}


def abs(input: Tensor) -> Tensor:
    """Drop the sign: how far each number is from zero."""
    return torch.where(input <= 0, 0 - input, input)


def neg(input: Tensor) -> Tensor:
    """Turn the sign of each number round."""
    return input * -1


def sign(input: Tensor) -> Tensor:
    """Tell of each number whether it is negative (-1), zero (0) or positive (1)."""
    return ((input > 0).int() - (input < 0).int()).to(input.dtype)


def round(input: Tensor, *, decimals: int = 0) -> Tensor:
    """Round to the nearest whole number; halves go to the even one, as in Python."""
    scaled = input * 10**decimals if decimals else input
    down = scaled.floor()
    rest = scaled - down
    up = (rest > 0.5) | ((rest == 0.5) & (down % 2 == 1))
    out = torch.where(up, down + 1, down)
    return out / 10**decimals if decimals else out


def floor(input: Tensor) -> Tensor:
    """Round down to a whole number: -1.5 becomes -2."""
    if not input.is_floating_point():
        return input.clone()
    return torch.where(input.isinf(), input, input - input % 1)  # x % 1 is what stands after the point


def ceil(input: Tensor) -> Tensor:
    """Round up to a whole number: -1.5 becomes -1."""
    return -torch.floor(-input)


def trunc(input: Tensor) -> Tensor:
    """Cut off what stands after the point: -1.5 becomes -1."""
    return torch.where(input < 0, input.ceil(), input.floor())


def frac(input: Tensor) -> Tensor:
    """Keep only what stands after the point, with the sign."""
    return input - input.trunc()


def exp(input: Tensor) -> Tensor:
    """Raise e = 2.718... to the power of each number: always positive, and adding becomes multiplying."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    out = torch.empty(input.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        x = input[place].item()
        out[place] = math.inf if x > 709.7827 else math.exp(x)  # greater ones overflow
    return out


def log(input: Tensor) -> Tensor:
    """Ask to which power e must be raised to give each number: multiplying becomes adding."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    out = torch.empty(input.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        x = input[place].item()
        out[place] = math.log(x) if x > 0 else -math.inf if x == 0 else math.nan
    return out


def log1p(input: Tensor) -> Tensor:
    """Take log(1 + x), exactly even where x is so small that 1 + x would be rounded to 1."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    out = torch.empty(input.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        x = input[place].item()
        out[place] = math.log1p(x) if x > -1 else -math.inf if x == -1 else math.nan
    return out


def sin(input: Tensor) -> Tensor:
    """Take the sine of each number, which is an angle in radians: a wave from -1 to 1."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    out = torch.empty(input.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        x = input[place].item()
        out[place] = math.sin(x) if math.isfinite(x) else math.nan
    return out


def cos(input: Tensor) -> Tensor:
    """Take the cosine of each number, which is an angle in radians: the sine a quarter turn ahead."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    out = torch.empty(input.shape, dtype=dtype, device=input.device)
    for place in itertools.product(*map(range, input.shape)):  # every position: (0, 0), (0, 1), ...
        x = input[place].item()
        out[place] = math.cos(x) if math.isfinite(x) else math.nan
    return out


def sqrt(input: Tensor) -> Tensor:
    """Ask which number, times itself, gives each number; below zero there is none (nan)."""
    dtype = input.dtype if input.is_floating_point() else torch.get_default_dtype()
    return torch.where(input < 0, torch.nan, input.to(dtype) ** 0.5)


def rsqrt(input: Tensor) -> Tensor:
    """Divide 1 by the square root: what normalisation multiplies by."""
    return 1 / input.sqrt()


def square(input: Tensor) -> Tensor:
    """Multiply each number by itself."""
    return input * input


def reciprocal(input: Tensor) -> Tensor:
    """Divide 1 by each number."""
    return 1 / input


def clamp(input: Tensor, min: Tensor | float | None = None, max: Tensor | float | None = None) -> Tensor:
    """Raise what is below `min` to it, and lower what is above `max` to it."""
    if min is None and max is None:
        raise RuntimeError("clamp needs a min, a max or both")
    out = input
    if min is not None:
        out = torch.where(out < min, min, out)
    if max is not None:
        out = torch.where(out > max, max, out)
    return out


def where(
    condition: Tensor, input: Tensor | float | None = None, other: Tensor | float | None = None
) -> Tensor | tuple[Tensor, ...]:
    """Choose number by number: from `input` where the condition is true, from `other` elsewhere."""
    if input is None or other is None:
        return condition.nonzero(as_tuple=True)  # with the condition alone: where it is true
    dtype = torch.result_type(input, other)
    yes, no = torch.as_tensor(input, dtype=dtype), torch.as_tensor(other, dtype=dtype)
    condition, yes, no = torch.broadcast_tensors(condition, yes.to(dtype), no.to(dtype))
    out = torch.empty(condition.shape, dtype=dtype, device=condition.device)
    for place in itertools.product(*map(range, out.shape)):  # every position: (0, 0), (0, 1), ...
        out[place] = yes[place] if condition[place] else no[place]
    return out


def lerp(input: Tensor, end: Tensor, weight: Tensor | float) -> Tensor:
    """Go from `input` towards `end`, by the share `weight`: running averages are made of this."""
    return input + weight * (end - input)


def isnan(input: Tensor) -> Tensor:
    """Tell what is "not a number": the only value that does not equal itself."""
    return input != input


def isinf(input: Tensor) -> Tensor:
    """Tell what is infinite, in either direction."""
    return (input == math.inf) | (input == -math.inf)


def isfinite(input: Tensor) -> Tensor:
    """Tell what is an ordinary number: not infinite, and not "not a number"."""
    return (input == input) & (input != math.inf) & (input != -math.inf)


def isclose(
    input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> Tensor:
    """Tell number by number whether both are the same but for rounding."""
    distance = (input - other).abs()
    close = (input == other) | (distance.isfinite() & (distance <= atol + rtol * other.abs()))
    return close | (input.isnan() & other.isnan()) if equal_nan else close


def nan_to_num(
    input: Tensor, nan: float = 0.0, posinf: float | None = None, neginf: float | None = None
) -> Tensor:
    """Put numbers in the place of "not a number" and of the infinities."""
    limits = torch.finfo(input.dtype)
    out = torch.where(input.isnan(), nan, input)
    out = torch.where(out == math.inf, limits.max if posinf is None else posinf, out)
    return torch.where(out == -math.inf, limits.min if neginf is None else neginf, out)


def logit(input: Tensor, eps: float | None = None) -> Tensor:
    """Undo the sigmoid: from a probability to a number that may be anything."""
    p = input if eps is None else input.clamp(eps, 1 - eps)
    return (p / (1 - p)).log()
