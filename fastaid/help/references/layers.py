"""What layers compute: linear, normalisation, dropout, embedding, recurrent cells, attention."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.nn.functional.linear": "linear",
    "torch.nn.functional.bilinear": "bilinear",
    "torch.nn.functional.batch_norm": "batch_norm",
    "torch.nn.functional.layer_norm": "layer_norm",
    "torch.nn.functional.group_norm": "group_norm",
    "torch.nn.functional.instance_norm": "instance_norm",
    "torch.nn.functional.rms_norm": "rms_norm",
    "torch.nn.functional.normalize": "normalize",
    "torch.nn.functional.dropout": "dropout",
    "torch.nn.functional.dropout2d": "dropout2d",
    "torch.nn.functional.embedding": "embedding",
    "torch.nn.functional.embedding_bag": "embedding_bag",
    "torch.rnn_tanh_cell": "rnn_tanh_cell",
    "torch.rnn_relu_cell": "rnn_relu_cell",
    "torch.lstm_cell": "lstm_cell",
    "torch.gru_cell": "gru_cell",
    "torch.nn.functional.scaled_dot_product_attention": "scaled_dot_product_attention",
}


def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Multiply by the weights, add up, and add the bias: each output is a weighted sum of all inputs."""
    out = input @ weight.T  # (..., inputs) @ (inputs, outputs) -> (..., outputs)
    return out if bias is None else out + bias


def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Multiply every number of one input by every one of the other, and take weighted sums of that."""
    pairs = input1[..., :, None] * input2[..., None, :]  # (..., inputs1, inputs2)
    out = (pairs[..., None, :, :] * weight).sum(dim=(-2, -1))  # weight: (outputs, inputs1, inputs2)
    return out if bias is None else out + bias


def batch_norm(
    input: Tensor,
    running_mean: Tensor | None,
    running_var: Tensor | None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """Bring each channel to mean 0 and variance 1 over the batch, then let it learn its own scale."""
    channel = [1, -1] + [1] * (input.ndim - 2)  # (1, channels, 1, 1): how a channel's number is stretched
    if training or running_mean is None or running_var is None:
        over = [d for d in range(input.ndim) if d != 1]  # everything but the channels
        mean, var = input.mean(dim=over), input.var(dim=over, correction=0)  # (channels,) each
        if training and running_mean is not None and running_var is not None:  # remembered for validation
            running_mean.lerp_(mean.detach(), momentum)
            running_var.lerp_(input.detach().var(dim=over, correction=1), momentum)
    else:
        mean, var = running_mean, running_var  # in validation, the same for every batch
    out = (input - mean.reshape(channel)) / (var.reshape(channel) + eps).sqrt()
    if weight is not None:
        out = out * weight.reshape(channel)
    return out if bias is None else out + bias.reshape(channel)


def layer_norm(
    input: Tensor,
    normalized_shape: Sequence[int],
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
) -> Tensor:
    """Bring each item by itself to mean 0 and variance 1, over its last dimensions."""
    over = list(range(-len(normalized_shape), 0))  # [-1] for one dimension
    mean = input.mean(dim=over, keepdim=True)
    var = input.var(dim=over, correction=0, keepdim=True)
    out = (input - mean) / (var + eps).sqrt()
    if weight is not None:
        out = out * weight
    return out if bias is None else out + bias


def group_norm(
    input: Tensor,
    num_groups: int,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    eps: float = 1e-5,
) -> Tensor:
    """Bring each group of channels of each item to mean 0 and variance 1."""
    groups = input.reshape(input.shape[0], num_groups, -1)  # (n, groups, numbers of the group)
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, correction=0, keepdim=True)
    out = ((groups - mean) / (var + eps).sqrt()).reshape(input.shape)
    channel = [1, -1] + [1] * (input.ndim - 2)  # (1, channels, 1, 1)
    if weight is not None:
        out = out * weight.reshape(channel)
    return out if bias is None else out + bias.reshape(channel)


def instance_norm(
    input: Tensor,
    running_mean: Tensor | None = None,
    running_var: Tensor | None = None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    use_input_stats: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor:
    """Bring each channel of each picture by itself to mean 0 and variance 1."""
    if running_mean is not None or running_var is not None or not use_input_stats:
        raise NotImplementedError("running statistics")
    over = list(range(2, input.ndim))  # (n, channels, rows, columns): over rows and columns
    mean = input.mean(dim=over, keepdim=True)
    var = input.var(dim=over, correction=0, keepdim=True)
    out = (input - mean) / (var + eps).sqrt()
    channel = [1, -1] + [1] * (input.ndim - 2)  # (1, channels, 1, 1)
    if weight is not None:
        out = out * weight.reshape(channel)
    return out if bias is None else out + bias.reshape(channel)


def rms_norm(
    input: Tensor, normalized_shape: Sequence[int], weight: Tensor | None = None, eps: float | None = None
) -> Tensor:
    """Divide each item by the root of its mean square, over its last dimensions."""
    over = list(range(-len(normalized_shape), 0))  # [-1] for one dimension
    mean_square = (input**2).mean(dim=over, keepdim=True)
    out = input / (mean_square + (torch.finfo(input.dtype).eps if eps is None else eps)).sqrt()
    return out if weight is None else out * weight


def normalize(input: Tensor, p: float = 2.0, dim: int | tuple[int, ...] = 1, eps: float = 1e-12) -> Tensor:
    """Divide each vector by its length, so that only its direction is left."""
    length = torch.norm(input, p, dim=dim, keepdim=True)
    return input / length.clamp(min=eps)


def dropout(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Turn numbers into zero at random, and scale up the others, so that the mean stays: no one to rely on."""
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, between 0 and 1, not {p}")
    out = input
    if training:
        keep = torch.rand(input.shape, device=input.device) >= p
        out = torch.where(keep, input / (1 - p) if p < 1 else input, 0)
    return input.copy_(out) if inplace else out


def dropout2d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Turn whole channels into zero at random, and scale up the others."""
    if input.ndim != 4:
        raise NotImplementedError("an input that is not (n, channels, rows, columns)")
    out = input
    if training:
        keep = torch.rand(input.shape[:2], device=input.device)[:, :, None, None] >= p
        out = torch.where(keep, input / (1 - p) if p < 1 else input, 0)
    return input.copy_(out) if inplace else out


def embedding(
    input: Tensor,
    weight: Tensor,
    padding_idx: int | None = None,
    max_norm: float | None = None,
    norm_type: float = 2.0,
    scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Tensor:
    """Look up a row of numbers for each index: a faster way to multiply one-hot rows by a matrix."""
    if max_norm is not None or scale_grad_by_freq or sparse:
        raise NotImplementedError("max_norm, scale_grad_by_freq, sparse")
    rows = weight  # (how many there are, numbers for each)
    if padding_idx is not None:  # the row of the padding does not learn
        learns = torch.ones(len(weight), 1, dtype=torch.bool, device=weight.device)
        learns[padding_idx] = False
        rows = torch.where(learns, weight, weight.detach())
    return rows[input]  # (..., numbers for each)


def embedding_bag(
    input: Tensor, weight: Tensor, offsets: Tensor | None = None, *, mode: str = "mean"
) -> Tensor:
    """Look up a row for each index, and take the mean (sum, max) of each bag of them."""
    if input.ndim != 2 or offsets is not None:
        raise NotImplementedError("bags of different sizes")
    rows = weight[input]  # (bags, indices in a bag, numbers for each)
    if mode == "max":
        return rows.max(dim=1).values
    return rows.mean(dim=1) if mode == "mean" else rows.sum(dim=1)


def rnn_tanh_cell(
    input: Tensor,
    hx: Tensor,
    w_ih: Tensor,
    w_hh: Tensor,
    b_ih: Tensor | None = None,
    b_hh: Tensor | None = None,
) -> Tensor:
    """Mix the input with what is remembered: the new memory, after one step of a recurrent network."""
    linear = torch.nn.functional.linear
    return torch.tanh(linear(input, w_ih, b_ih) + linear(hx, w_hh, b_hh))  # (n, hidden)


def rnn_relu_cell(
    input: Tensor,
    hx: Tensor,
    w_ih: Tensor,
    w_hh: Tensor,
    b_ih: Tensor | None = None,
    b_hh: Tensor | None = None,
) -> Tensor:
    """Mix the input with what is remembered, with a relu at the end."""
    linear = torch.nn.functional.linear
    return torch.relu(linear(input, w_ih, b_ih) + linear(hx, w_hh, b_hh))  # (n, hidden)


def lstm_cell(
    input: Tensor,
    hx: Sequence[Tensor],
    w_ih: Tensor,
    w_hh: Tensor,
    b_ih: Tensor | None = None,
    b_hh: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """Keep a long memory behind gates that learn what to let in, what to forget and what to show."""
    h, c = hx  # (n, hidden) each: what was shown, and the long memory
    linear = torch.nn.functional.linear
    gates = linear(input, w_ih, b_ih) + linear(h, w_hh, b_hh)  # (n, 4 * hidden)
    let_in, forget, new, show = gates.chunk(4, dim=1)  # (n, hidden) each
    c = torch.sigmoid(forget) * c + torch.sigmoid(let_in) * torch.tanh(new)
    return torch.sigmoid(show) * torch.tanh(c), c


def gru_cell(
    input: Tensor,
    hx: Tensor,
    w_ih: Tensor,
    w_hh: Tensor,
    b_ih: Tensor | None = None,
    b_hh: Tensor | None = None,
) -> Tensor:
    """Remember behind two gates: one for what of the old to use, one for how much of it to keep."""
    linear = torch.nn.functional.linear
    reset_x, keep_x, new_x = linear(input, w_ih, b_ih).chunk(3, dim=1)  # (n, hidden) each
    reset_h, keep_h, new_h = linear(hx, w_hh, b_hh).chunk(3, dim=1)
    reset = torch.sigmoid(reset_x + reset_h)
    keep = torch.sigmoid(keep_x + keep_h)
    new = torch.tanh(new_x + reset * new_h)
    return keep * hx + (1 - keep) * new


def scaled_dot_product_attention(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attn_mask: Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    scale: float | None = None,
    enable_gqa: bool = False,
) -> Tensor:
    """Let each query take a mean of all values, weighted by how well their keys fit it."""
    if enable_gqa:
        raise NotImplementedError("enable_gqa=True")
    scale = 1 / math.sqrt(query.shape[-1]) if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale  # (..., queries, keys)
    if is_causal:  # no query sees a key that comes after it
        scores = scores.masked_fill(torch.ones_like(scores, dtype=torch.bool).triu(1), -math.inf)
    if attn_mask is not None and attn_mask.dtype == torch.bool:  # True: may be seen
        scores = scores.masked_fill(~attn_mask, -math.inf)
    elif attn_mask is not None:
        scores = scores + attn_mask
    weights = torch.softmax(scores, dim=-1)  # of each query, they add up to 1
    weights = torch.nn.functional.dropout(weights, dropout_p)
    return weights @ value  # (..., queries, numbers of a value)
