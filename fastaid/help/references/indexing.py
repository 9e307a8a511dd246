"""Picking numbers out by index, putting them in, and what is made of a matrix's corners."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.gather": "gather",
    "torch.Tensor.gather": "gather",
    "torch.scatter": "scatter",
    "torch.Tensor.scatter": "scatter",
    "torch.scatter_add": "scatter_add",
    "torch.Tensor.scatter_add": "scatter_add",
    "torch.index_select": "index_select",
    "torch.Tensor.index_select": "index_select",
    "torch.index_add": "index_add",
    "torch.Tensor.index_add": "index_add",
    "torch.masked_select": "masked_select",
    "torch.Tensor.masked_select": "masked_select",
    "torch.masked_fill": "masked_fill",
    "torch.Tensor.masked_fill": "masked_fill",
    "torch.take": "take",
    "torch.Tensor.take": "take",
    "torch.take_along_dim": "take_along_dim",
    "torch.Tensor.take_along_dim": "take_along_dim",
    "torch.tril": "tril",
    "torch.Tensor.tril": "tril",
    "torch.triu": "triu",
    "torch.Tensor.triu": "triu",
    "torch.diag": "diag",
    "torch.Tensor.diag": "diag",
    "torch.diagonal": "diagonal",
    "torch.Tensor.diagonal": "diagonal",
    "torch.rot90": "rot90",
    "torch.Tensor.rot90": "rot90",
    "torch.nn.functional.one_hot": "one_hot",
}


def gather(input: Tensor, dim: int, index: Tensor) -> Tensor:
    """Pick along a dimension, at each place by an index of its own: the probability of each right class."""
    dim = dim % input.ndim
    out = torch.empty(index.shape, dtype=input.dtype, device=input.device)
    for place in itertools.product(*map(range, index.shape)):  # every position: (0, 0), (0, 1), ...
        source = list(place)
        source[dim] = int(index[place])  # for dim 1: out[i, j] = input[i, index[i, j]]
        out[place] = input[tuple(source)]
    return out


def scatter(input: Tensor, dim: int, index: Tensor, src: Tensor | float) -> Tensor:
    """Put numbers in along a dimension, each at an index of its own: the opposite of gather."""
    dim = dim % input.ndim
    out = input.clone()
    for place in itertools.product(*map(range, index.shape)):  # every position: (0, 0), (0, 1), ...
        target = list(place)
        target[dim] = int(index[place])  # for dim 1: out[i, index[i, j]] = src[i, j]
        out[tuple(target)] = src[place] if isinstance(src, Tensor) else src
    return out


def scatter_add(input: Tensor, dim: int, index: Tensor, src: Tensor) -> Tensor:
    """Add numbers along a dimension, each at an index of its own: equal indices add up."""
    dim = dim % input.ndim
    out = input.clone()
    for place in itertools.product(*map(range, index.shape)):  # every position: (0, 0), (0, 1), ...
        target = list(place)
        target[dim] = int(index[place])  # for dim 1: out[i, index[i, j]] += src[i, j]
        out[tuple(target)] += src[place]
    return out


def index_select(input: Tensor, dim: int, index: Tensor) -> Tensor:
    """Pick whole rows (or columns, ...) by index, in the order and as often as they are asked for."""
    if input.ndim == 0:
        return input.clone()
    rows = input.movedim(dim, 0)  # the dimension to pick from in front
    out = torch.empty((index.numel(), *rows.shape[1:]), dtype=input.dtype, device=input.device)
    for i, place in enumerate(index.reshape(-1).tolist()):
        out[i] = rows[place]
    return out.movedim(0, dim)


def index_add(input: Tensor, dim: int, index: Tensor, source: Tensor, *, alpha: float = 1) -> Tensor:
    """Add whole rows (or columns, ...) to those that the index names: equal indices add up."""
    out = input.clone()
    rows, new = out.movedim(dim, 0), source.movedim(dim, 0)  # the same numbers, the dimension in front
    for i, place in enumerate(index.tolist()):
        rows[place] += alpha * new[i]
    return out


def masked_select(input: Tensor, mask: Tensor) -> Tensor:
    """Pick the numbers where the mask is true, in a row."""
    input, mask = torch.broadcast_tensors(input, mask)
    picked = [i for i, yes in enumerate(mask.flatten().tolist()) if yes]
    return input.flatten()[torch.tensor(picked, dtype=torch.int64, device=input.device)]


def masked_fill(input: Tensor, mask: Tensor, value: Tensor | float) -> Tensor:
    """Put one value wherever the mask is true: minus infinity, before the softmax of attention."""
    return torch.where(mask, torch.as_tensor(value, dtype=input.dtype, device=input.device), input)


def take(input: Tensor, index: Tensor) -> Tensor:
    """Pick by index as if all the numbers stood in one row."""
    row = input.flatten()
    return torch.stack([row[i] for i in index.flatten().tolist()]).reshape(index.shape)


def take_along_dim(input: Tensor, indices: Tensor, dim: int | None = None) -> Tensor:
    """Pick along a dimension by what argsort or argmax(keepdim=True) gave."""
    if dim is None:
        return input.flatten().gather(0, indices.flatten())
    dim = dim % input.ndim
    shape = torch.broadcast_shapes(  # the other dimensions are stretched to fit
        *[(*t.shape[:dim], 1, *t.shape[dim + 1 :]) for t in (input, indices)]
    )
    source, index = (t.expand((*shape[:dim], -1, *shape[dim + 1 :])) for t in (input, indices))
    return source.gather(dim, index)


def tril(input: Tensor, diagonal: int = 0) -> Tensor:
    """Keep what stands on and below the diagonal, zero elsewhere: no looking into the future."""
    rows = torch.arange(input.shape[-2], device=input.device)[:, None]  # (n, 1)
    columns = torch.arange(input.shape[-1], device=input.device)[None, :]  # (1, m)
    return torch.where(columns - rows <= diagonal, input, torch.zeros_like(input))


def triu(input: Tensor, diagonal: int = 0) -> Tensor:
    """Keep what stands on and above the diagonal, zero elsewhere."""
    rows = torch.arange(input.shape[-2], device=input.device)[:, None]  # (n, 1)
    columns = torch.arange(input.shape[-1], device=input.device)[None, :]  # (1, m)
    return torch.where(columns - rows >= diagonal, input, torch.zeros_like(input))


def diag(input: Tensor, diagonal: int = 0) -> Tensor:
    """Put a vector on the diagonal of a matrix of zeros, or take the diagonal of a matrix."""
    if input.ndim == 2:
        return input.diagonal(diagonal).clone()
    size = len(input) + abs(diagonal)
    out = input.new_zeros(size, size)
    for i, value in enumerate(input):
        out[i + max(0, -diagonal), i + max(0, diagonal)] = value
    return out


def diagonal(input: Tensor, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Tensor:
    """Take the numbers whose row is their column (or `offset` less), as a last dimension."""
    planes = input.movedim((dim1, dim2), (-2, -1))  # (..., n, m)
    n, m = planes.shape[-2:]
    rows = [i for i in range(n) if 0 <= i + offset < m]
    return planes[..., rows, [i + offset for i in rows]] if rows else planes[..., 0, :0]


def rot90(input: Tensor, k: int = 1, dims: tuple[int, int] = (0, 1)) -> Tensor:
    """Turn a picture by a quarter, `k` times: swap rows and columns, and mirror."""
    out = input.clone()
    for _ in range(k % 4):
        out = out.transpose(*dims).flip(dims[0])
    return out


def one_hot(tensor: Tensor, num_classes: int = -1) -> Tensor:
    """Turn each class number into a row of zeros with a one at its place."""
    if num_classes == -1:
        num_classes = int(tensor.max()) + 1
    if bool((tensor < 0).any()) or bool((tensor >= num_classes).any()):
        raise RuntimeError(f"class numbers go from 0 to {num_classes - 1}")
    classes = torch.arange(num_classes, device=tensor.device)
    return (tensor[..., None] == classes).long()  # (..., 1) == (classes,) -> (..., classes)
