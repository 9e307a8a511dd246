"""The same numbers in another shape: views, joining, splitting, repeating."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.reshape": "reshape",
    "torch.Tensor.reshape": "reshape",
    "torch.Tensor.view": "view",
    "torch.Tensor.view_as": "view_as",
    "torch.Tensor.reshape_as": "view_as",
    "torch.flatten": "flatten",
    "torch.Tensor.flatten": "flatten",
    "torch.ravel": "ravel",
    "torch.Tensor.ravel": "ravel",
    "torch.squeeze": "squeeze",
    "torch.Tensor.squeeze": "squeeze",
    "torch.unsqueeze": "unsqueeze",
    "torch.Tensor.unsqueeze": "unsqueeze",
    "torch.transpose": "transpose",
    "torch.Tensor.transpose": "transpose",
    "torch.swapaxes": "transpose",
    "torch.t": "t",
    "torch.Tensor.t": "t",
    "torch.permute": "permute",
    "torch.Tensor.permute": "permute",
    "torch.movedim": "movedim",
    "torch.Tensor.movedim": "movedim",
    "torch.Tensor.expand": "expand",
    "torch.Tensor.expand_as": "expand_as",
    "torch.broadcast_to": "broadcast_to",
    "torch.Tensor.broadcast_to": "broadcast_to",
    "torch.broadcast_tensors": "broadcast_tensors",
    "torch.cat": "cat",
    "torch.concat": "cat",
    "torch.stack": "stack",
    "torch.hstack": "hstack",
    "torch.vstack": "vstack",
    "torch.unbind": "unbind",
    "torch.Tensor.unbind": "unbind",
    "torch.split": "split",
    "torch.Tensor.split": "split",
    "torch.chunk": "chunk",
    "torch.Tensor.chunk": "chunk",
    "torch.narrow": "narrow",
    "torch.Tensor.narrow": "narrow",
    "torch.select": "select",
    "torch.Tensor.select": "select",
    "torch.Tensor.repeat": "repeat",
    "torch.tile": "tile",
    "torch.Tensor.tile": "tile",
    "torch.repeat_interleave": "repeat_interleave",
    "torch.Tensor.repeat_interleave": "repeat_interleave",
    "torch.flip": "flip",
    "torch.Tensor.flip": "flip",
    "torch.roll": "roll",
    "torch.Tensor.roll": "roll",
    "torch.meshgrid": "meshgrid",
    "torch.Tensor.unfold": "unfold",
}


def reshape(input: Tensor, *shape: Any) -> Tensor:
    """Read the numbers row by row and write them, in this order, into another shape."""
    sizes = list(shape) if all(isinstance(size, int) for size in shape) else list(shape[0])
    if -1 in sizes:  # the one size that follows from the others
        sizes[sizes.index(-1)] = input.numel() // -math.prod(sizes)
    if math.prod(sizes) != input.numel():
        raise RuntimeError(f"{input.numel()} numbers do not fill the shape {sizes}")
    strides = [math.prod(sizes[d + 1 :]) for d in range(len(sizes))]  # (3, 4): a row further is 4 numbers on
    return input.contiguous().as_strided(sizes, strides)  # copies only what does not lie in a row already


def view(input: Tensor, *shape: Any) -> Tensor:
    """See the same numbers in another shape: none is copied, and a change is seen in both."""
    if isinstance(shape[0], torch.dtype):
        raise NotImplementedError("a view as another dtype")
    if not input.is_contiguous():
        raise NotImplementedError("a view of numbers that do not lie in a row: see reshape")
    sizes = list(shape) if all(isinstance(size, int) for size in shape) else list(shape[0])
    if -1 in sizes:  # the one size that follows from the others
        sizes[sizes.index(-1)] = input.numel() // -math.prod(sizes)
    if math.prod(sizes) != input.numel():
        raise RuntimeError(f"{input.numel()} numbers do not fill the shape {sizes}")
    strides = [math.prod(sizes[d + 1 :]) for d in range(len(sizes))]  # (3, 4): a row further is 4 numbers on
    return input.as_strided(sizes, strides)


def view_as(input: Tensor, other: Tensor) -> Tensor:
    """Give one tensor the shape of another."""
    return input.reshape(other.shape)


def flatten(input: Tensor, start_dim: int = 0, end_dim: int = -1) -> Tensor:
    """Make one dimension of several: all the numbers in a row, if nothing else is said."""
    if input.ndim == 0:
        return input.reshape(1)
    start, end = start_dim % input.ndim, end_dim % input.ndim
    size = math.prod(input.shape[start : end + 1])
    return input.reshape((*input.shape[:start], size, *input.shape[end + 1 :]))


def ravel(input: Tensor) -> Tensor:
    """Put all the numbers in a row."""
    return input.reshape(-1)


def squeeze(input: Tensor, dim: int | tuple[int, ...] | None = None) -> Tensor:
    """Drop dimensions of size 1: all of them, or those that are named."""
    if dim is None:
        dim = tuple(range(input.ndim))
    named = {d % max(1, input.ndim) for d in ((dim,) if isinstance(dim, int) else dim)}
    return input.reshape([size for d, size in enumerate(input.shape) if size != 1 or d not in named])


def unsqueeze(input: Tensor, dim: int) -> Tensor:
    """Add a dimension of size 1: a batch of one picture, say."""
    place = dim % (input.ndim + 1)
    return input[(slice(None),) * place + (None,)]  # x[:, None] for place 1


def transpose(input: Tensor, dim0: int, dim1: int) -> Tensor:
    """Swap two dimensions; no number moves, they are only read in another order."""
    sizes, strides = list(input.shape), list(input.stride())  # a stride: how far to the next one
    sizes[dim0], sizes[dim1] = sizes[dim1], sizes[dim0]
    strides[dim0], strides[dim1] = strides[dim1], strides[dim0]
    return input.as_strided(sizes, strides)


def t(input: Tensor) -> Tensor:
    """Make rows of the columns of a matrix."""
    if input.ndim > 2:
        raise RuntimeError("t() is for at most two dimensions: see transpose")
    return input if input.ndim < 2 else input.transpose(0, 1)


def permute(input: Tensor, *dims: Any) -> Tensor:
    """Put the dimensions in another order: (2, 0, 1) makes (channel, row, column) of (row, column, channel)."""
    order = list(dims) if all(isinstance(d, int) for d in dims) else list(dims[0])
    if sorted(d % max(1, input.ndim) for d in order) != list(range(input.ndim)):
        raise RuntimeError(f"{order} does not name each of {input.ndim} dimensions once")
    # No number moves: the step to the next one, in memory, goes with its dimension.
    return input.as_strided([input.shape[d] for d in order], [input.stride(d) for d in order])


def movedim(input: Tensor, source: int | Sequence[int], destination: int | Sequence[int]) -> Tensor:
    """Take dimensions to another place, and leave the others in their order."""
    froms = [d % input.ndim for d in ([source] if isinstance(source, int) else source)]
    tos = [d % input.ndim for d in ([destination] if isinstance(destination, int) else destination)]
    order = [d for d in range(input.ndim) if d not in froms]
    for to, from_ in sorted(zip(tos, froms, strict=True)):
        order.insert(to, from_)
    return input.permute(order)


def expand(input: Tensor, *sizes: Any) -> Tensor:
    """Stretch dimensions of size 1; nothing is copied, the same numbers are read again and again."""
    wanted = list(sizes) if all(isinstance(size, int) for size in sizes) else list(sizes[0])
    new = len(wanted) - input.ndim  # dimensions that are added in front
    strides = [0] * new + list(input.stride())  # stride 0: the next one is the same one
    for d, size in enumerate(input.shape):
        if wanted[new + d] in (-1, size):
            wanted[new + d] = size
        elif size == 1:
            strides[new + d] = 0
        else:
            raise RuntimeError(f"size {size} cannot be stretched to {wanted[new + d]}")
    return input.as_strided(wanted, strides)


def expand_as(input: Tensor, other: Tensor) -> Tensor:
    """Stretch dimensions of size 1 until the shape is that of another tensor."""
    return input.expand(other.shape)


def broadcast_to(input: Tensor, size: Sequence[int]) -> Tensor:
    """Stretch dimensions of size 1 as `+` and `*` do, to a given shape."""
    return input.expand(*size)


def broadcast_tensors(*tensors: Tensor) -> tuple[Tensor, ...]:
    """Stretch several tensors to one shape: what `+` does before it adds."""
    ndim = max(t.ndim for t in tensors)
    shape = [1] * ndim
    for t in tensors:
        for d in range(-t.ndim, 0):  # from the right: the last dimensions belong together
            if t.shape[d] != 1:
                if shape[d] not in (1, t.shape[d]):
                    raise RuntimeError(f"sizes {shape[d]} and {t.shape[d]} do not go together")
                shape[d] = t.shape[d]
    return tuple(t.expand(shape) for t in tensors)


def cat(tensors: Sequence[Tensor], dim: int = 0) -> Tensor:
    """Join tensors end to end along a dimension that they have already."""
    tensors = [t for t in tensors if t.shape != (0,)] or list(tensors)  # an empty list joins anything
    shape, dtype = list(tensors[0].shape), tensors[0].dtype
    shape[dim] = sum(t.shape[dim] for t in tensors)
    for t in tensors:
        dtype = torch.promote_types(dtype, t.dtype)
    out = torch.empty(shape, dtype=dtype, device=tensors[0].device)
    start = 0
    for t in tensors:
        out.narrow(dim, start, t.shape[dim]).copy_(t)
        start += t.shape[dim]
    return out


def stack(tensors: Sequence[Tensor], dim: int = 0) -> Tensor:
    """Lay tensors of one shape on top of each other, along a new dimension: items become a batch."""
    if any(t.shape != tensors[0].shape for t in tensors):
        raise RuntimeError(f"stack expects equal shapes, not {[tuple(t.shape) for t in tensors]}")
    return torch.cat([t.unsqueeze(dim) for t in tensors], dim=dim)


def hstack(tensors: Sequence[Tensor]) -> Tensor:
    """Join tensors side by side, along the columns."""
    tensors = [t.reshape(1) if t.ndim == 0 else t for t in tensors]
    return torch.cat(tensors, dim=0 if tensors[0].ndim == 1 else 1)


def vstack(tensors: Sequence[Tensor]) -> Tensor:
    """Join tensors one below the other; a vector is one row."""
    return torch.cat([t.reshape(1, -1) if t.ndim < 2 else t for t in tensors], dim=0)


def unbind(input: Tensor, dim: int = 0) -> tuple[Tensor, ...]:
    """Take a tensor apart along a dimension, which disappears: the opposite of stack."""
    return tuple(input.movedim(dim, 0)[i] for i in range(input.shape[dim]))


def split(tensor: Tensor, split_size: int | Sequence[int], dim: int = 0) -> tuple[Tensor, ...]:
    """Cut a tensor along a dimension into pieces of one size, or of the sizes in a list."""
    size = tensor.shape[dim]
    if isinstance(split_size, int):
        starts = range(0, size, split_size) if size else range(1)
        split_size = [min(split_size, size - start) for start in starts]  # the last one may be smaller
    pieces, start = [], 0
    for length in split_size:
        pieces.append(tensor.narrow(dim, start, length))
        start += length
    if start != size:
        raise RuntimeError(f"the sizes add up to {start}, not to {size}")
    return tuple(pieces)


def chunk(input: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    """Cut a tensor along a dimension into so many pieces; there are fewer, if it does not work out."""
    return input.split(math.ceil(input.shape[dim] / chunks), dim=dim)


def narrow(input: Tensor, dim: int, start: int, length: int) -> Tensor:
    """Take a part of a dimension: `x[:, start : start + length]` for dim 1."""
    return input[(slice(None),) * (dim % input.ndim) + (slice(start, start + length),)]


def select(input: Tensor, dim: int, index: int) -> Tensor:
    """Take one index of a dimension, which disappears: `x[:, index]` for dim 1."""
    return input[(slice(None),) * (dim % input.ndim) + (index,)]


def repeat(input: Tensor, *repeats: Any) -> Tensor:
    """Copy a tensor several times along each dimension: (2, 1) puts a copy below it."""
    times = list(repeats) if all(isinstance(n, int) for n in repeats) else list(repeats[0])
    out = input.reshape([1] * (len(times) - input.ndim) + list(input.shape))
    for d, n in enumerate(times):
        out = torch.cat([out] * n, dim=d) if n else out.narrow(d, 0, 0)
    return out


def tile(input: Tensor, *dims: Any) -> Tensor:
    """Copy a tensor several times along its last dimensions, as `repeat` does along all."""
    times = list(dims) if all(isinstance(n, int) for n in dims) else list(dims[0])
    return input.repeat([1] * (input.ndim - len(times)) + times)


def repeat_interleave(input: Tensor, repeats: int | Tensor, dim: int | None = None) -> Tensor:
    """Repeat each entry right after itself: 1, 1, 2, 2 (where `repeat` gives 1, 2, 1, 2)."""
    if dim is None:
        input, dim = input.flatten(), 0
    size = input.shape[dim]
    times = [repeats] * size if isinstance(repeats, int) else repeats.expand(size).tolist()
    places = [i for i, n in enumerate(times) for _ in range(n)]  # 0, 0, 1, 1, 2, 2
    return input.index_select(dim, torch.tensor(places, dtype=torch.int64, device=input.device))


def flip(input: Tensor, *dims: Any) -> Tensor:
    """Turn the order of the numbers round along the dimensions named: a mirror."""
    out = input.clone()
    for d in dims if all(isinstance(d, int) for d in dims) else dims[0]:
        backwards = torch.arange(out.shape[d] - 1, -1, -1, device=input.device)  # n-1, ..., 1, 0
        out = out.index_select(d, backwards)
    return out


def roll(input: Tensor, shifts: int | Sequence[int], dims: int | Sequence[int] | None = None) -> Tensor:
    """Shift the numbers along a dimension; what leaves at the end comes in again at the start."""
    if dims is None:
        return input.flatten().roll(shifts, 0).reshape(input.shape)
    shifts, dims = ([x] if isinstance(x, int) else x for x in (shifts, dims))
    out = input.clone()
    for shift, d in zip(shifts, dims, strict=True):
        places = torch.arange(out.shape[d], device=input.device) - shift  # where each one comes from
        out = out.index_select(d, places % max(1, out.shape[d]))
    return out


def meshgrid(*tensors: Tensor, indexing: str = "ij") -> tuple[Tensor, ...]:
    """Make the coordinates of a grid: the first tensor down the rows, the second along the columns."""
    if indexing == "xy":
        raise NotImplementedError("indexing='xy'")
    shape = [len(t) for t in tensors]
    return tuple(
        t.reshape([-1 if i == d else 1 for i in range(len(shape))]).expand(shape)  # (1, n, 1), stretched
        for d, t in enumerate(tensors)
    )


def unfold(input: Tensor, dimension: int, size: int, step: int) -> Tensor:
    """Slide a window along a dimension; what each window shows becomes a new last dimension."""
    starts = range(0, input.shape[dimension] - size + 1, step)
    windows = [input.narrow(dimension, start, size).movedim(dimension, -1) for start in starts]
    return torch.stack(windows, dim=dimension % input.ndim)  # (..., windows, ..., size)
