"""Many numbers to few: sum, max, argmax and the like (the builtins of these names are not used here)."""

from __future__ import annotations

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.sum": "sum",
    "torch.Tensor.sum": "sum",
    "torch.prod": "prod",
    "torch.Tensor.prod": "prod",
    "torch.max": "max",
    "torch.Tensor.max": "max",
    "torch.min": "min",
    "torch.Tensor.min": "min",
    "torch.amax": "amax",
    "torch.Tensor.amax": "amax",
    "torch.amin": "amin",
    "torch.Tensor.amin": "amin",
    "torch.argmax": "argmax",
    "torch.Tensor.argmax": "argmax",
    "torch.argmin": "argmin",
    "torch.Tensor.argmin": "argmin",
    "torch.any": "any",
    "torch.Tensor.any": "any",
    "torch.all": "all",
    "torch.Tensor.all": "all",
    "torch.count_nonzero": "count_nonzero",
    "torch.Tensor.count_nonzero": "count_nonzero",
    "torch.cumsum": "cumsum",
    "torch.Tensor.cumsum": "cumsum",
    "torch.cumprod": "cumprod",
    "torch.Tensor.cumprod": "cumprod",
    "torch.cummax": "cummax",
    "torch.Tensor.cummax": "cummax",
    "torch.cummin": "cummin",
    "torch.Tensor.cummin": "cummin",
    "torch.diff": "diff",
    "torch.Tensor.diff": "diff",
    "torch.equal": "equal",
    "torch.Tensor.equal": "equal",
    "torch.allclose": "allclose",
    "torch.Tensor.allclose": "allclose",
}

Pair = tuple[Tensor, Tensor]


def sum(
    input: Tensor,
    dim: int | tuple[int, ...] | None = None,
    keepdim: bool = False,
    *,
    dtype: torch.dtype | None = None,
) -> Tensor:
    """Add up all the numbers, or those along `dim`, which disappears from the shape."""
    if dtype is None and not (input.is_floating_point() or input.is_complex()):
        dtype = torch.int64  # whole numbers, and True as 1
    dims = range(input.ndim) if dim is None or dim == () else (dim,) if isinstance(dim, int) else dim
    out = input.to(dtype) if dtype is not None else input
    for d in dims:
        total = torch.zeros_like(out.narrow(d, 0, 1)) if out.shape[d] else out.sum(d, keepdim=True)
        for i in range(out.shape[d]):
            total = total + out.narrow(d, i, 1)  # the i-th slice, of size 1 along d
        out = total
    return out if keepdim else out.squeeze(tuple(dims))


def prod(
    input: Tensor, dim: int | None = None, keepdim: bool = False, *, dtype: torch.dtype | None = None
) -> Tensor:
    """Multiply all the numbers, or those along `dim`, which disappears from the shape."""
    if dtype is None and not (input.is_floating_point() or input.is_complex()):
        dtype = torch.int64  # whole numbers, and True as 1
    slices = input.flatten() if dim is None else input.movedim(dim, 0)  # the dimension in front
    out = torch.ones(slices.shape[1:], dtype=dtype or input.dtype, device=input.device)
    for one in slices:
        out = out * one
    return out.unsqueeze(dim) if keepdim and dim is not None else out


def max(input: Tensor, dim: int | Tensor | None = None, keepdim: bool = False) -> Tensor | Pair:
    """Find the largest number; along a `dim`, also tell at which index it stands."""
    if isinstance(dim, Tensor):
        return torch.maximum(input, dim)  # the other meaning: the larger of each pair
    slices = input.flatten() if dim is None else input.movedim(dim, 0)  # the dimension to search in front
    values, indices = slices[0], torch.zeros(slices.shape[1:], dtype=torch.int64, device=input.device)
    for i, one in enumerate(slices):
        better = (one > values) | (one.isnan() & ~values.isnan())  # "not a number" wins
        values, indices = torch.where(better, one, values), torch.where(better, i, indices)
    if dim is None:
        return values
    return (values.unsqueeze(dim), indices.unsqueeze(dim)) if keepdim else (values, indices)


def min(input: Tensor, dim: int | Tensor | None = None, keepdim: bool = False) -> Tensor | Pair:
    """Find the smallest number; along a `dim`, also tell at which index it stands."""
    if isinstance(dim, Tensor):
        return torch.minimum(input, dim)  # the other meaning: the smaller of each pair
    slices = input.flatten() if dim is None else input.movedim(dim, 0)  # the dimension to search in front
    values, indices = slices[0], torch.zeros(slices.shape[1:], dtype=torch.int64, device=input.device)
    for i, one in enumerate(slices):
        better = (one < values) | (one.isnan() & ~values.isnan())  # "not a number" wins
        values, indices = torch.where(better, one, values), torch.where(better, i, indices)
    if dim is None:
        return values
    return (values.unsqueeze(dim), indices.unsqueeze(dim)) if keepdim else (values, indices)


def amax(input: Tensor, dim: int | tuple[int, ...] = (), keepdim: bool = False) -> Tensor:
    """Find the largest number along one or several dimensions, without telling where it stands."""
    dims = (dim,) if isinstance(dim, int) else tuple(dim) or tuple(range(input.ndim))
    out = input
    for d in dims:
        out = out.max(dim=d, keepdim=True).values
    return out if keepdim else out.squeeze(dims)


def amin(input: Tensor, dim: int | tuple[int, ...] = (), keepdim: bool = False) -> Tensor:
    """Find the smallest number along one or several dimensions, without telling where it stands."""
    dims = (dim,) if isinstance(dim, int) else tuple(dim) or tuple(range(input.ndim))
    out = input
    for d in dims:
        out = out.min(dim=d, keepdim=True).values
    return out if keepdim else out.squeeze(dims)


def argmax(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Tensor:
    """Tell at which index the largest number stands: the predicted class, for a row of scores."""
    slices = input.flatten() if dim is None else input.movedim(dim, 0)  # the dimension to search in front
    best, where = slices[0], torch.zeros(slices.shape[1:], dtype=torch.int64, device=input.device)
    for i, one in enumerate(slices):
        better = (one > best) | (one.isnan() & ~best.isnan())  # the first one, among equals
        best, where = torch.where(better, one, best), torch.where(better, i, where)
    if not keepdim:
        return where
    return where.reshape((1,) * input.ndim) if dim is None else where.unsqueeze(dim)


def argmin(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Tensor:
    """Tell at which index the smallest number stands."""
    slices = input.flatten() if dim is None else input.movedim(dim, 0)  # the dimension to search in front
    best, where = slices[0], torch.zeros(slices.shape[1:], dtype=torch.int64, device=input.device)
    for i, one in enumerate(slices):
        better = (one < best) | (one.isnan() & ~best.isnan())  # the first one, among equals
        best, where = torch.where(better, one, best), torch.where(better, i, where)
    if not keepdim:
        return where
    return where.reshape((1,) * input.ndim) if dim is None else where.unsqueeze(dim)


def any(input: Tensor, dim: int | tuple[int, ...] | None = None, keepdim: bool = False) -> Tensor:
    """Tell whether at least one is true, that is, not zero."""
    yes = (input != 0).sum(dim=dim, keepdim=keepdim) > 0
    return yes.to(torch.uint8) if input.dtype == torch.uint8 else yes


def all(input: Tensor, dim: int | tuple[int, ...] | None = None, keepdim: bool = False) -> Tensor:
    """Tell whether every one is true, that is, none is zero."""
    yes = (input == 0).sum(dim=dim, keepdim=keepdim) == 0
    return yes.to(torch.uint8) if input.dtype == torch.uint8 else yes


def count_nonzero(input: Tensor, dim: int | tuple[int, ...] | None = None) -> Tensor:
    """Count what is not zero: how many are true."""
    return (input != 0).sum(dim=dim)  # each True counts 1


def cumsum(input: Tensor, dim: int, *, dtype: torch.dtype | None = None) -> Tensor:
    """Keep a running total along a dimension."""
    if dtype is None and not (input.is_floating_point() or input.is_complex()):
        dtype = torch.int64
    out = input.to(dtype or input.dtype, copy=True)
    slices = out.movedim(dim, 0)  # the same numbers, the dimension in front
    for i in range(1, len(slices)):
        slices[i] = slices[i - 1] + slices[i]
    return out


def cumprod(input: Tensor, dim: int, *, dtype: torch.dtype | None = None) -> Tensor:
    """Keep a running product along a dimension."""
    if dtype is None and not (input.is_floating_point() or input.is_complex()):
        dtype = torch.int64
    out = input.to(dtype or input.dtype, copy=True)
    slices = out.movedim(dim, 0)  # the same numbers, the dimension in front
    for i in range(1, len(slices)):
        slices[i] = slices[i - 1] * slices[i]
    return out


def cummax(input: Tensor, dim: int) -> Pair:
    """Keep the largest number so far along a dimension, and the index where it last stood."""
    values, indices = input.clone(), torch.zeros_like(input, dtype=torch.int64)
    best, where = values.movedim(dim, 0), indices.movedim(dim, 0)  # the same numbers, the dimension in front
    for i in range(1, len(best)):
        better = (best[i] >= best[i - 1]) | best[i].isnan()
        best[i] = torch.where(better, best[i], best[i - 1])
        where[i] = torch.where(better, i, where[i - 1])
    return values, indices


def cummin(input: Tensor, dim: int) -> Pair:
    """Keep the smallest number so far along a dimension, and the index where it last stood."""
    values, indices = input.clone(), torch.zeros_like(input, dtype=torch.int64)
    best, where = values.movedim(dim, 0), indices.movedim(dim, 0)  # the same numbers, the dimension in front
    for i in range(1, len(best)):
        better = (best[i] <= best[i - 1]) | best[i].isnan()
        best[i] = torch.where(better, best[i], best[i - 1])
        where[i] = torch.where(better, i, where[i - 1])
    return values, indices


def diff(
    input: Tensor, n: int = 1, dim: int = -1, prepend: Tensor | None = None, append: Tensor | None = None
) -> Tensor:
    """Subtract each number from the next one along a dimension, `n` times over."""
    out = torch.cat([one for one in (prepend, input, append) if one is not None], dim=dim)
    for _ in range(n):
        size = out.shape[dim]
        out = out.narrow(dim, 1, size - 1) - out.narrow(dim, 0, size - 1)  # one shorter each time
    return out


def equal(input: Tensor, other: Tensor) -> bool:
    """Tell whether two tensors have the same shape and the same numbers: one answer for all."""
    return input.shape == other.shape and bool((input == other).all())


def allclose(
    input: Tensor, other: Tensor, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> bool:
    """Tell whether all the numbers are the same but for rounding."""
    close = (input - other).abs() <= atol + rtol * other.abs()
    close = close | (input == other)  # two infinities: their difference is no number
    if equal_nan:
        close = close | (input.isnan() & other.isnan())
    return bool((close & ~(other.isinf() & (input != other))).all())
