"""In order: sort, topk, unique and what looks things up."""

from __future__ import annotations

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.sort": "sort",
    "torch.Tensor.sort": "sort",
    "torch.argsort": "argsort",
    "torch.Tensor.argsort": "argsort",
    "torch.topk": "topk",
    "torch.Tensor.topk": "topk",
    "torch.kthvalue": "kthvalue",
    "torch.Tensor.kthvalue": "kthvalue",
    "torch.unique": "unique",
    "torch.Tensor.unique": "unique",
    "torch.unique_consecutive": "unique_consecutive",
    "torch.Tensor.unique_consecutive": "unique_consecutive",
    "torch.isin": "isin",
    "torch.searchsorted": "searchsorted",
    "torch.bucketize": "bucketize",
    "torch.nonzero": "nonzero",
    "torch.Tensor.nonzero": "nonzero",
    "torch.argwhere": "argwhere",
    "torch.Tensor.argwhere": "argwhere",
}


def sort(
    input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False
) -> tuple[Tensor, Tensor]:
    """Put the numbers along a dimension in order, and tell at which index each one stood before."""
    rows = input.movedim(dim, -1)  # (..., n)
    indices = torch.empty(rows.shape, dtype=torch.int64, device=input.device)
    for row, places in zip(rows.reshape(-1, rows.shape[-1]), indices.view(-1, rows.shape[-1]), strict=True):
        numbers = [(number != number, number) for number in row.tolist()]  # "not a number" comes last
        order = sorted(range(len(numbers)), key=numbers.__getitem__, reverse=descending)
        places.copy_(torch.tensor(order))
    indices = indices.movedim(-1, dim)
    return input.gather(dim, indices), indices


def argsort(input: Tensor, dim: int = -1, descending: bool = False, stable: bool = False) -> Tensor:
    """Tell which indices would put the numbers in order: `x[x.argsort()]` is sorted."""
    return input.sort(dim=dim, descending=descending, stable=stable).indices


def topk(
    input: Tensor, k: int, dim: int = -1, largest: bool = True, sorted: bool = True
) -> tuple[Tensor, Tensor]:
    """Find the `k` largest numbers along a dimension and their indices, the largest first."""
    values, indices = input.sort(dim=dim, descending=largest)
    return values.narrow(dim, 0, k), indices.narrow(dim, 0, k)


def kthvalue(input: Tensor, k: int, dim: int = -1, keepdim: bool = False) -> tuple[Tensor, Tensor]:
    """Find the `k`-th smallest number along a dimension, counting from 1, and its index."""
    values, indices = input.sort(dim=dim)
    values, indices = values.narrow(dim, k - 1, 1), indices.narrow(dim, k - 1, 1)
    return (values, indices) if keepdim else (values.squeeze(dim), indices.squeeze(dim))


def unique(
    input: Tensor,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Tensor | tuple[Tensor, ...]:
    """Keep each number once, in order; optionally where each one went, and how often each occurred."""
    if dim is not None:
        raise NotImplementedError("dim")
    ordered = input.flatten().sort().values
    new = torch.ones_like(ordered, dtype=torch.bool)
    new[1:] = ordered[1:] != ordered[:-1]  # differs from the one before
    values = ordered[new]
    same = input[..., None] == values  # (..., number of values)
    out: tuple[Tensor, ...] = (values,)
    if return_inverse:
        out += (same.long().argmax(dim=-1) if len(values) else input.long(),)  # values[inverse] == input
    if return_counts:
        out += ((input.flatten()[:, None] == values).sum(dim=0),)
    return out if len(out) > 1 else values


def unique_consecutive(
    input: Tensor, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Tensor | tuple[Tensor, ...]:
    """Keep one number of each run of equal neighbours."""
    if dim is not None:
        raise NotImplementedError("dim")
    flat = input.flatten()
    new = torch.ones_like(flat, dtype=torch.bool)
    new[1:] = flat[1:] != flat[:-1]  # differs from the one before
    run = new.long().cumsum(dim=0) - 1  # which run each number belongs to
    out: tuple[Tensor, ...] = (flat[new],)
    if return_inverse:
        out += (run.reshape(input.shape),)
    if return_counts:
        out += (torch.bincount(run),)
    return out if len(out) > 1 else out[0]


def isin(elements: Tensor, test_elements: Tensor, *, invert: bool = False) -> Tensor:
    """Tell for every element whether it is one of `test_elements`."""
    found = (elements[..., None] == test_elements.flatten()).any(dim=-1)
    return ~found if invert else found


def searchsorted(sorted_sequence: Tensor, input: Tensor, *, right: bool = False) -> Tensor:
    """Tell at which index each number would have to be put in, so that the sequence stays sorted."""
    numbers, sequence = input[..., :, None], sorted_sequence[..., None, :]  # (..., m, 1) and (..., 1, n)
    before = sequence <= numbers if right else sequence < numbers
    return before.sum(dim=-1)  # as many as come before it


def bucketize(input: Tensor, boundaries: Tensor, *, right: bool = False) -> Tensor:
    """Tell between which two boundaries each number lies, as the index of the upper one."""
    numbers = input[..., None]  # (..., 1)
    return (boundaries <= numbers if right else boundaries < numbers).sum(dim=-1)


def nonzero(input: Tensor, *, as_tuple: bool = False) -> Tensor | tuple[Tensor, ...]:
    """List the places of what is not zero, a row of indices for each."""
    places = [[]] if input.ndim == 0 else [[i] for i in range(input.shape[0])]  # every position, in order
    for size in input.shape[1:]:
        places = [[*place, i] for place in places for i in range(size)]
    found = [place for place in places if input[tuple(place)] != 0]
    out = torch.tensor(found, dtype=torch.int64, device=input.device).reshape(len(found), input.ndim)
    return out.unbind(dim=1) if as_tuple else out


def argwhere(input: Tensor) -> Tensor:
    """List the places of what is not zero (or true), a row of indices for each."""
    return torch.stack(torch.where(input != 0), dim=1)
