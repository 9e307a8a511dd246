"""Sums of products: from the dot product of two vectors to einsum."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.matmul": "matmul",
    "torch.Tensor.matmul": "matmul",
    "torch.Tensor.__matmul__": "matmul",
    "torch.linalg.matmul": "matmul",
    "torch.mm": "mm",
    "torch.Tensor.mm": "mm",
    "torch.bmm": "bmm",
    "torch.Tensor.bmm": "bmm",
    "torch.mv": "mv",
    "torch.Tensor.mv": "mv",
    "torch.dot": "dot",
    "torch.Tensor.dot": "dot",
    "torch.inner": "inner",
    "torch.Tensor.inner": "inner",
    "torch.einsum": "einsum",
    "torch.addmm": "addmm",
    "torch.Tensor.addmm": "addmm",
    "torch.addmv": "addmv",
    "torch.Tensor.addmv": "addmv",
    "torch.addbmm": "addbmm",
    "torch.Tensor.addbmm": "addbmm",
    "torch.baddbmm": "baddbmm",
    "torch.Tensor.baddbmm": "baddbmm",
    "torch.outer": "outer",
    "torch.Tensor.outer": "outer",
    "torch.ger": "outer",
    "torch.Tensor.ger": "outer",
    "torch.kron": "kron",
    "torch.Tensor.kron": "kron",
    "torch.tensordot": "tensordot",
    "torch.trace": "trace",
    "torch.Tensor.trace": "trace",
    "torch.matrix_power": "matrix_power",
    "torch.Tensor.matrix_power": "matrix_power",
    "torch.linalg.matrix_power": "matrix_power",
    "torch.cdist": "cdist",
    "torch.cross": "cross",
    "torch.Tensor.cross": "cross",
    "torch.nn.functional.cosine_similarity": "cosine_similarity",
    "torch.cosine_similarity": "cosine_similarity",
    "torch.nn.functional.pairwise_distance": "pairwise_distance",
    "torch.pairwise_distance": "pairwise_distance",
}


def matmul(input: Tensor, other: Tensor) -> Tensor:
    """Multiply matrices: each entry is a row of the left one times a column of the right one, added up."""
    if input.ndim == 1 and other.ndim == 1:
        return torch.dot(input, other)  # two vectors: one number
    left = input[None, :] if input.ndim == 1 else input  # (..., n, k); a vector on the left is one row
    right = other[:, None] if other.ndim == 1 else other  # (..., k, m); one on the right is one column
    if left.shape[-1] != right.shape[-2]:
        raise RuntimeError(f"rows of {left.shape[-1]} do not fit columns of {right.shape[-2]}")
    # Every row meets every column; what stands before the last two dimensions broadcasts.
    pairs = left[..., :, :, None] * right[..., None, :, :]  # (..., n, k, m)
    out = pairs.sum(dim=-2).to(input.dtype)  # (..., n, m)
    if input.ndim == 1:
        out = out.squeeze(-2)  # the row that was added
    if other.ndim == 1:
        out = out.squeeze(-1)  # the column that was added
    return out


def mm(input: Tensor, mat2: Tensor) -> Tensor:
    """Multiply two matrices: entry (i, j) is row i of the first times column j of the second, added up."""
    n, k = input.shape
    k2, m = mat2.shape
    if k != k2:
        raise RuntimeError(f"rows of {k} do not fit columns of {k2}")
    out = input.new_zeros(n, m)
    for i in range(n):
        for j in range(m):
            out[i, j] = (input[i, :] * mat2[:, j]).sum()
    return out


def bmm(input: Tensor, mat2: Tensor) -> Tensor:
    """Multiply the matrices of two batches, pair by pair."""
    batch, n, _ = input.shape  # (batch, n, k)
    batch2, _, m = mat2.shape  # (batch, k, m)
    if batch != batch2:
        raise RuntimeError(f"{batch} matrices on the left, {batch2} on the right")
    out = input.new_zeros(batch, n, m)
    for b in range(batch):
        out[b] = torch.mm(input[b], mat2[b])
    return out


def mv(input: Tensor, vec: Tensor) -> Tensor:
    """Multiply a matrix by a vector: one dot product for each row."""
    out = input.new_zeros(input.shape[0])
    for i, row in enumerate(input):
        out[i] = torch.dot(row, vec)
    return out


def dot(input: Tensor, tensor: Tensor) -> Tensor:
    """Multiply two vectors number by number and add up: large when both point the same way."""
    if input.ndim != 1 or tensor.ndim != 1:
        raise RuntimeError("dot is for vectors, which have one dimension")
    total = input.new_zeros(())
    for a, b in zip(input, tensor, strict=True):
        total = total + a * b
    return total


def inner(input: Tensor, other: Tensor) -> Tensor:
    """Take the dot product of every last-dimension row of one tensor with every such row of the other."""
    if input.ndim == 0 or other.ndim == 0:
        return input * other
    rows = input.reshape(-1, input.shape[-1])  # (n, k)
    others = other.reshape(-1, other.shape[-1])  # (m, k)
    return (rows @ others.T).reshape(input.shape[:-1] + other.shape[:-1])


def einsum(equation: str, *operands: Tensor) -> Tensor:
    """Multiply along equally named dimensions, and sum over the names that the result does not have."""
    if "." in equation:
        raise NotImplementedError("an ellipsis in the equation")
    inputs, arrow, output = equation.replace(" ", "").partition("->")
    if not arrow:  # without a named result: the names that stand once, in alphabetical order
        output = "".join(name for name in sorted(set(inputs) - {","}) if inputs.count(name) == 1)
    summed = sorted(set(inputs) - set(output) - {","})
    order = [*output, *summed]  # "ik,kj->ij": i, j, k
    product: Tensor | int = 1
    for names, operand in zip(inputs.split(","), operands, strict=True):
        if len(set(names)) < len(names):
            raise NotImplementedError(f"a name that stands twice in {names!r}")
        operand = operand.permute([names.index(name) for name in order if name in names])
        # A dimension of size 1 for each name that this operand does not have: broadcasting does the rest.
        product = product * operand[tuple(slice(None) if name in names else None for name in order)]
    assert isinstance(product, Tensor)
    return product.sum(dim=list(range(len(output), len(order)))) if summed else product


def addmm(input: Tensor, mat1: Tensor, mat2: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """Multiply two matrices and add a third: a linear layer, when `input` is its bias."""
    product = alpha * (mat1 @ mat2)  # (n, m)
    return product if beta == 0 else beta * input + product  # input broadcasts to (n, m)


def addmv(input: Tensor, mat: Tensor, vec: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """Multiply a matrix by a vector and add another vector."""
    product = alpha * (mat @ vec)  # (n,)
    return product if beta == 0 else beta * input + product


def addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """Multiply the matrices of two batches pair by pair, and add all the products to one matrix."""
    product = alpha * (batch1 @ batch2).sum(dim=0)  # (batch, n, m) -> (n, m)
    return product if beta == 0 else beta * input + product


def baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: float = 1, alpha: float = 1) -> Tensor:
    """Multiply the matrices of two batches pair by pair, and add a batch to the products."""
    product = alpha * (batch1 @ batch2)  # (batch, n, m)
    return product if beta == 0 else beta * input + product


def outer(input: Tensor, vec2: Tensor) -> Tensor:
    """Multiply every number of one vector by every number of another: a times table."""
    if input.ndim != 1 or vec2.ndim != 1:
        raise RuntimeError("outer is for vectors, which have one dimension")
    return input[:, None] * vec2[None, :]  # (n, 1) * (1, m) -> (n, m)


def kron(input: Tensor, other: Tensor) -> Tensor:
    """Put a copy of `other`, times the entry, in the place of every entry of `input`."""
    dims = max(input.ndim, other.ndim)
    a = input.reshape((1,) * (dims - input.ndim) + tuple(input.shape))  # as many dimensions for both
    b = other.reshape((1,) * (dims - other.ndim) + tuple(other.shape))
    for d in range(dims):
        a, b = a.unsqueeze(2 * d + 1), b.unsqueeze(2 * d)  # (n, 1, m, 1) and (1, p, 1, q)
    blocks = a * b  # (n, p, m, q)
    return blocks.reshape([blocks.shape[2 * d] * blocks.shape[2 * d + 1] for d in range(dims)])  # (np, mq)


def tensordot(a: Tensor, b: Tensor, dims: int | Sequence[Sequence[int]] = 2) -> Tensor:
    """Multiply matrices of more dimensions: the named ones of `a` and `b` are paired and summed over."""
    if isinstance(dims, int):  # the last ones of a with the first ones of b
        dims = (range(a.ndim - dims, a.ndim), range(dims))
    of_a, of_b = ([d % t.ndim for d in ds] for t, ds in zip((a, b), dims, strict=True))
    rest_a = [d for d in range(a.ndim) if d not in of_a]
    rest_b = [d for d in range(b.ndim) if d not in of_b]
    a, b = a.permute(rest_a + of_a), b.permute(of_b + rest_b)
    shape = a.shape[: len(rest_a)] + b.shape[len(of_b) :]
    k = a.shape[len(rest_a) :].numel()  # how many numbers each sum has
    return (a.reshape(-1, k) @ b.reshape(k, -1)).reshape(shape)


def trace(input: Tensor) -> Tensor:
    """Add up the diagonal of a matrix, from the top left."""
    return torch.stack([input[i, i] for i in range(min(input.shape))]).sum()


def matrix_power(input: Tensor, n: int) -> Tensor:
    """Multiply a square matrix by itself, `n` times in all; a negative `n` takes the inverse."""
    factor = torch.linalg.inv(input) if n < 0 else input
    out = torch.eye(input.shape[-1], dtype=input.dtype, device=input.device).expand(input.shape)
    for _ in range(abs(n)):
        out = out @ factor
    return out


def cdist(x1: Tensor, x2: Tensor, p: float = 2.0) -> Tensor:
    """Measure the distance from every row of `x1` to every row of `x2`."""
    difference = (x1[..., :, None, :] - x2[..., None, :, :]).abs()  # (..., n, m, k)
    if p == 0:
        return (difference != 0).sum(dim=-1).to(x1.dtype)  # in how many places they differ
    if p == float("inf"):
        return difference.amax(dim=-1)
    return difference.pow(p).sum(dim=-1).pow(1 / p)  # p=2 is the distance of school geometry


def cross(input: Tensor, other: Tensor, dim: int | None = None) -> Tensor:
    """Find the vector that stands at a right angle to two others in space."""
    if dim is None:
        dim = list(input.shape).index(3)  # the first dimension of size 3
    a1, a2, a3 = input.movedim(dim, 0)
    b1, b2, b3 = other.movedim(dim, 0)
    return torch.stack([a2 * b3 - a3 * b2, a3 * b1 - a1 * b3, a1 * b2 - a2 * b1], dim=dim)


def cosine_similarity(x1: Tensor, x2: Tensor, dim: int = 1, eps: float = 1e-8) -> Tensor:
    """Compare directions: 1 for the same, 0 for a right angle, -1 for opposite ones; lengths do not count."""
    length1 = (x1 * x1).sum(dim=dim, keepdim=True).sqrt().clamp(min=eps)
    length2 = (x2 * x2).sum(dim=dim, keepdim=True).sqrt().clamp(min=eps)
    return (x1 / length1 * (x2 / length2)).sum(dim=dim)


def pairwise_distance(
    x1: Tensor, x2: Tensor, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False
) -> Tensor:
    """Measure the distance between each row of `x1` and the same row of `x2`."""
    difference = x1 - x2 + eps  # never exactly zero, for the sake of the gradient
    return torch.linalg.vector_norm(difference, ord=p, dim=-1, keepdim=keepdim)
