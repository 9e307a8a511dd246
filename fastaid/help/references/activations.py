"""What stands between the layers: relu, sigmoid, softmax and their relatives."""

from __future__ import annotations

import math

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.nn.functional.relu": "relu",
    "torch.relu": "relu",
    "torch.Tensor.relu": "relu",
    "torch.nn.functional.sigmoid": "sigmoid",
    "torch.sigmoid": "sigmoid",
    "torch.Tensor.sigmoid": "sigmoid",
    "torch.nn.functional.tanh": "tanh",
    "torch.tanh": "tanh",
    "torch.Tensor.tanh": "tanh",
    "torch.nn.functional.softmax": "softmax",
    "torch.softmax": "softmax",
    "torch.Tensor.softmax": "softmax",
    "torch.nn.functional.log_softmax": "log_softmax",
    "torch.log_softmax": "log_softmax",
    "torch.Tensor.log_softmax": "log_softmax",
    "torch.nn.functional.softmin": "softmin",
    "torch.nn.functional.gelu": "gelu",
    "torch.nn.functional.silu": "silu",
    "torch.nn.functional.mish": "mish",
    "torch.nn.functional.softplus": "softplus",
    "torch.nn.functional.leaky_relu": "leaky_relu",
    "torch.nn.functional.prelu": "prelu",
    "torch.prelu": "prelu",
    "torch.nn.functional.elu": "elu",
    "torch.nn.functional.selu": "selu",
    "torch.selu": "selu",
    "torch.nn.functional.celu": "celu",
    "torch.nn.functional.relu6": "relu6",
    "torch.nn.functional.hardtanh": "hardtanh",
    "torch.nn.functional.hardsigmoid": "hardsigmoid",
    "torch.nn.functional.hardswish": "hardswish",
    "torch.nn.functional.logsigmoid": "logsigmoid",
    "torch.nn.functional.softsign": "softsign",
    "torch.nn.functional.tanhshrink": "tanhshrink",
    "torch.nn.functional.hardshrink": "hardshrink",
    "torch.nn.functional.softshrink": "softshrink",
    "torch.nn.functional.threshold": "threshold",
    "torch.nn.functional.glu": "glu",
}


def relu(input: Tensor, inplace: bool = False) -> Tensor:
    """Turn negative numbers into zero: the bend that makes two linear layers more than one."""
    out = torch.where(input < 0, 0, input)
    return input.copy_(out) if inplace else out


def sigmoid(input: Tensor) -> Tensor:
    """Squeeze any number into 0 to 1: 0 becomes a half."""
    return 1 / (1 + (-input).exp())


def tanh(input: Tensor) -> Tensor:
    """Squeeze any number into -1 to 1: a sigmoid, stretched."""
    small = (-2 * input.abs()).exp()  # never overflows
    return input.sign() * (1 - small) / (1 + small)


def softmax(input: Tensor, dim: int, *, dtype: torch.dtype | None = None) -> Tensor:
    """Turn scores into probabilities: all positive, and along `dim` they add up to 1."""
    x = input.to(dtype or input.dtype)
    x = x - x.amax(dim=dim, keepdim=True)  # changes no share, and exp cannot overflow
    e = x.exp()
    return e / e.sum(dim=dim, keepdim=True)


def log_softmax(input: Tensor, dim: int, *, dtype: torch.dtype | None = None) -> Tensor:
    """Turn scores into logarithms of probabilities: x - log(sum(exp(x)))."""
    x = input.to(dtype or input.dtype)
    x = x - x.amax(dim=dim, keepdim=True)  # changes nothing, and exp cannot overflow
    return x - x.exp().sum(dim=dim, keepdim=True).log()


def softmin(input: Tensor, dim: int, *, dtype: torch.dtype | None = None) -> Tensor:
    """Turn numbers into probabilities, the smallest number being the most probable."""
    return torch.softmax(-input, dim=dim, dtype=dtype)


def gelu(input: Tensor, approximate: str = "none") -> Tensor:
    """Multiply each number by the share of a bell curve that lies below it: a smooth relu."""
    if approximate == "tanh":
        inside = math.sqrt(2 / math.pi) * (input + 0.044715 * input**3)
        return 0.5 * input * (1 + torch.tanh(inside))
    share = 0.5 * (1 + torch.erf(input / math.sqrt(2)))  # of the normal distribution, from 0 to 1
    return input * share


def silu(input: Tensor, inplace: bool = False) -> Tensor:
    """Multiply each number by its sigmoid (also called swish): a smooth relu."""
    out = input * torch.sigmoid(input)
    return input.copy_(out) if inplace else out


def mish(input: Tensor, inplace: bool = False) -> Tensor:
    """Multiply each number by tanh(log(1 + exp(x))): a smooth relu."""
    out = input * torch.tanh(torch.nn.functional.softplus(input))
    return input.copy_(out) if inplace else out


def softplus(input: Tensor, beta: float = 1.0, threshold: float = 20.0) -> Tensor:
    """Take log(1 + exp(x)): a relu with a round corner, never quite zero."""
    soft = torch.log1p((beta * input).exp()) / beta
    return torch.where(beta * input > threshold, input, soft)  # far up, x itself: exp would overflow


def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Tensor:
    """Make negative numbers small instead of zero, so that some gradient gets through."""
    out = torch.where(input < 0, negative_slope * input, input)
    return input.copy_(out) if inplace else out


def prelu(input: Tensor, weight: Tensor) -> Tensor:
    """Multiply negative numbers by a learned weight: one for all, or one for each channel."""
    if input.ndim > 1:
        weight = weight.reshape([1, -1] + [1] * (input.ndim - 2))  # (1, channels, 1, 1)
    return torch.where(input < 0, weight * input, input)


def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Let negative numbers run smoothly towards -alpha."""
    out = torch.where(input > 0, input, alpha * torch.expm1(input))  # expm1(x) is exp(x) - 1
    return input.copy_(out) if inplace else out


def selu(input: Tensor, inplace: bool = False) -> Tensor:
    """Scale an elu so that mean 0 and variance 1 tend to stay so from layer to layer."""
    alpha, scale = 1.6732632423543772, 1.0507009873554805
    out = scale * torch.where(input > 0, input, alpha * torch.expm1(input))
    return input.copy_(out) if inplace else out


def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """Let negative numbers run smoothly towards -alpha, without a bend at zero whatever alpha is."""
    out = torch.where(input > 0, input, alpha * torch.expm1(input / alpha))
    return input.copy_(out) if inplace else out


def relu6(input: Tensor, inplace: bool = False) -> Tensor:
    """Keep each number between 0 and 6."""
    out = input.clamp(0, 6)
    return input.copy_(out) if inplace else out


def hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Tensor:
    """Keep each number between two limits: a tanh made of straight lines."""
    out = input.clamp(min_val, max_val)
    return input.copy_(out) if inplace else out


def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """Make a sigmoid of straight lines: 0 below -3, 1 above 3."""
    out = (input + 3).clamp(0, 6) / 6
    return input.copy_(out) if inplace else out


def hardswish(input: Tensor, inplace: bool = False) -> Tensor:
    """Multiply each number by a sigmoid of straight lines: a cheap silu."""
    out = input * (input + 3).clamp(0, 6) / 6
    return input.copy_(out) if inplace else out


def logsigmoid(input: Tensor) -> Tensor:
    """Take the logarithm of the sigmoid, without computing a sigmoid that might be rounded to zero."""
    return input.clamp(max=0) - torch.log1p((-input.abs()).exp())


def softsign(input: Tensor) -> Tensor:
    """Squeeze any number into -1 to 1, more gently than tanh."""
    return input / (1 + input.abs())


def tanhshrink(input: Tensor) -> Tensor:
    """Subtract the tanh: small numbers nearly vanish."""
    return input - torch.tanh(input)


def hardshrink(input: Tensor, lambd: float = 0.5) -> Tensor:
    """Turn numbers near zero into zero, and leave the others alone."""
    return torch.where(input.abs() <= lambd, 0, input)


def softshrink(input: Tensor, lambd: float = 0.5) -> Tensor:
    """Move each number towards zero by `lambd`, but not beyond."""
    return torch.where(input > lambd, input - lambd, torch.where(input < -lambd, input + lambd, 0))


def threshold(input: Tensor, threshold: float, value: float, inplace: bool = False) -> Tensor:
    """Put `value` in the place of every number that is not above the threshold."""
    out = torch.where(input <= threshold, value, input)
    return input.copy_(out) if inplace else out


def glu(input: Tensor, dim: int = -1) -> Tensor:
    """Split in two halves; the sigmoid of the second tells how much of the first gets through."""
    values, gates = input.chunk(2, dim=dim)
    return values * torch.sigmoid(gates)
