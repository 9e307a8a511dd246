"""What describes many numbers: mean, spread, length, middle."""

from __future__ import annotations

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.mean": "mean",
    "torch.Tensor.mean": "mean",
    "torch.var": "var",
    "torch.Tensor.var": "var",
    "torch.std": "std",
    "torch.Tensor.std": "std",
    "torch.var_mean": "var_mean",
    "torch.std_mean": "std_mean",
    "torch.median": "median",
    "torch.Tensor.median": "median",
    "torch.mode": "mode",
    "torch.Tensor.mode": "mode",
    "torch.quantile": "quantile",
    "torch.Tensor.quantile": "quantile",
    "torch.norm": "norm",
    "torch.Tensor.norm": "norm",
    "torch.logsumexp": "logsumexp",
    "torch.Tensor.logsumexp": "logsumexp",
    "torch.histc": "histc",
    "torch.Tensor.histc": "histc",
    "torch.bincount": "bincount",
    "torch.Tensor.bincount": "bincount",
    "torch.cov": "cov",
    "torch.Tensor.cov": "cov",
    "torch.corrcoef": "corrcoef",
    "torch.Tensor.corrcoef": "corrcoef",
}

Dims = int | tuple[int, ...] | None


def mean(
    input: Tensor, dim: Dims = None, keepdim: bool = False, *, dtype: torch.dtype | None = None
) -> Tensor:
    """Add up and divide by how many there are."""
    input = input.to(dtype or input.dtype)
    if not (input.is_floating_point() or input.is_complex()):
        raise RuntimeError(f"the mean of {input.dtype} may be a fraction: call .float() first")
    total = input.sum(dim=dim, keepdim=True)
    count = input.numel() // total.numel() if total.numel() else 1
    return (total if keepdim else input.sum(dim=dim)) / count


def var(
    input: Tensor,
    dim: Dims = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
) -> Tensor:
    """Average the squared distance from the mean, dividing by n-1: the sample's mean fits too well."""
    if isinstance(dim, bool):
        dim, unbiased = None, dim  # x.var(False)
    if unbiased is not None:
        correction = int(unbiased)
    middle = input.mean(dim=dim, keepdim=True)
    squares = (input - middle) ** 2
    count = input.numel() // middle.numel()
    return squares.sum(dim=dim, keepdim=keepdim) / max(0, count - correction)


def std(
    input: Tensor,
    dim: Dims = None,
    unbiased: bool | None = None,
    keepdim: bool = False,
    *,
    correction: float = 1,
) -> Tensor:
    """Tell how far the numbers lie from their mean, typically: the square root of the variance."""
    if isinstance(dim, bool):
        dim, unbiased = None, dim  # x.std(False)
    if unbiased is not None:
        correction = int(unbiased)
    middle = input.mean(dim=dim, keepdim=True)
    squares = (input - middle) ** 2
    count = input.numel() // middle.numel()
    return (squares.sum(dim=dim, keepdim=keepdim) / max(0, count - correction)).sqrt()


def var_mean(
    input: Tensor, dim: Dims = None, *, correction: int = 1, keepdim: bool = False
) -> tuple[Tensor, Tensor]:
    """Take the variance and the mean at once."""
    middle = input.mean(dim=dim, keepdim=True)
    squares = (input - middle) ** 2
    count = input.numel() // middle.numel()
    spread = squares.sum(dim=dim, keepdim=keepdim) / max(0, count - correction)
    return spread, input.mean(dim=dim, keepdim=keepdim)


def std_mean(
    input: Tensor, dim: Dims = None, *, correction: int = 1, keepdim: bool = False
) -> tuple[Tensor, Tensor]:
    """Take the standard deviation and the mean at once: what `Normalize` subtracts and divides by."""
    spread, middle = torch.var_mean(input, dim=dim, correction=correction, keepdim=keepdim)
    return spread.sqrt(), middle


def median(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Tensor | tuple[Tensor, Tensor]:
    """Take the number in the middle when sorted; of two in the middle, the lower one."""
    if dim is None:
        ordered = input.flatten().sort().values
        return ordered[-1] if bool(ordered[-1].isnan()) else ordered[(len(ordered) - 1) // 2]
    ordered, indices = input.sort(dim=dim, stable=True)
    middle = torch.full_like(ordered.narrow(dim, 0, 1), (input.shape[dim] - 1) // 2, dtype=torch.int64)
    # "Not a number" sorts to the end; where there is one, it is the answer.
    nans = input.isnan().sum(dim=dim, keepdim=True)
    middle = torch.where(nans > 0, input.shape[dim] - nans, middle)
    values, indices = ordered.gather(dim, middle), indices.gather(dim, middle)
    return (values, indices) if keepdim else (values.squeeze(dim), indices.squeeze(dim))


def mode(input: Tensor, dim: int = -1, keepdim: bool = False) -> tuple[Tensor, Tensor]:
    """Find the number that occurs most often (the smallest of such), and where it stands last."""
    rows = input.movedim(dim, -1)  # (..., n)
    counts = (rows[..., :, None] == rows[..., None, :]).sum(dim=-1)  # (..., n): how often each occurs
    most = counts == counts.amax(dim=-1, keepdim=True)
    largest = rows.amax(dim=-1, keepdim=True)
    values = torch.where(most, rows, largest).amin(dim=-1)  # the smallest among the most frequent
    places = torch.arange(rows.shape[-1], device=input.device)
    indices = torch.where(rows == values[..., None], places, -1).amax(dim=-1)
    return (values.unsqueeze(dim), indices.unsqueeze(dim)) if keepdim else (values, indices)


def quantile(
    input: Tensor,
    q: float | Tensor,
    dim: int | None = None,
    keepdim: bool = False,
    *,
    interpolation: str = "linear",
) -> Tensor:
    """Find the number that a share `q` of the numbers lies below, between two neighbours if need be."""
    if interpolation != "linear":
        raise NotImplementedError(f"interpolation={interpolation!r}")
    rows = (input.flatten() if dim is None else input.movedim(dim, -1)).sort(dim=-1).values  # (..., n)
    place = torch.as_tensor(q, dtype=input.dtype) * (rows.shape[-1] - 1)  # 0.5 of 5 numbers: place 2
    below, above = place.floor().long(), place.ceil().long()
    out = torch.lerp(rows[..., below], rows[..., above], place - below)  # (..., or ... and one for each q)
    out = torch.where(
        rows[..., -1:].isnan().squeeze(-1) if place.ndim == 0 else rows[..., -1:].isnan(), torch.nan, out
    )
    if place.ndim == 1:
        out = out.movedim(-1, 0)  # the quantiles come first
    if keepdim:
        ones = [1] * input.ndim
        out = (
            out.unsqueeze(dim if dim < 0 else dim + place.ndim)
            if dim is not None
            else out.reshape(list(place.shape) + ones)
        )
    return out


def norm(input: Tensor, p: float | str | None = "fro", dim: Dims = None, keepdim: bool = False) -> Tensor:
    """Measure how long a vector is: with p=2, the root of the sum of squares."""
    if p == "fro" or p is None:
        p = 2.0
    if isinstance(p, str):
        raise NotImplementedError(f"p={p!r}")
    size = input.abs()
    every = tuple(range(input.ndim)) if dim is None else dim
    if p == float("inf"):
        return size.amax(dim=every, keepdim=keepdim)
    if p == -float("inf"):
        return size.amin(dim=every, keepdim=keepdim)
    if p == 0:
        return (size != 0).sum(dim=dim, keepdim=keepdim).to(size.dtype)  # how many are not zero
    return (size**p).sum(dim=dim, keepdim=keepdim) ** (1 / p)


def logsumexp(input: Tensor, dim: int | tuple[int, ...], keepdim: bool = False) -> Tensor:
    """Take log(sum(exp(x))), with the largest x taken out first, so that exp cannot overflow."""
    if not input.is_floating_point():
        input = input.to(torch.get_default_dtype())
    largest = input.amax(dim=dim, keepdim=True)
    largest = torch.where(largest.isinf(), 0.0, largest)  # infinity minus infinity would be no number
    out = (input - largest).exp().sum(dim=dim, keepdim=True).log() + largest  # exp(x-m) * exp(m) = exp(x)
    return out if keepdim else out.squeeze(dim)


def histc(input: Tensor, bins: int = 100, min: float = 0, max: float = 0) -> Tensor:
    """Count how many numbers fall into each of `bins` equally wide intervals."""
    low, high = (min, max) if min < max else (input.min().item(), input.max().item())
    if low == high:
        low, high = low - 1, high + 1
    out = torch.zeros(bins, dtype=input.dtype, device=input.device)
    for x in input.flatten().tolist():
        if low <= x <= high:
            place = int((x - low) / (high - low) * bins)
            out[place if place < bins else bins - 1] += 1  # the upper end belongs to the last interval
    return out


def bincount(input: Tensor, weights: Tensor | None = None, minlength: int = 0) -> Tensor:
    """Count how often each of 0, 1, 2, ... occurs (or add up the weights of each)."""
    size = max([minlength, *(value + 1 for value in input.tolist())])
    dtype = torch.int64 if weights is None else weights.dtype
    out = torch.zeros(size, dtype=dtype, device=input.device)
    for i, value in enumerate(input):
        out[value] += 1 if weights is None else weights[i]
    return out


def cov(input: Tensor, *, correction: int = 1) -> Tensor:
    """Tell how the rows vary together: the mean product of their distances from their means."""
    rows = input if input.ndim == 2 else input.reshape(1, -1)  # (variables, observations)
    centred = rows - rows.mean(dim=1, keepdim=True)
    out = centred @ centred.T / max(0, rows.shape[1] - correction)
    return out if input.ndim == 2 else out.squeeze()


def corrcoef(input: Tensor) -> Tensor:
    """Tell how the rows vary together, from -1 to 1: the covariance over both standard deviations."""
    together = torch.cov(input)
    if input.ndim < 2:
        return together / together
    spread = together.diagonal().sqrt()  # (variables,)
    return (together / spread[:, None] / spread[None, :]).clamp(-1, 1)
