"""What slides over pictures: convolutions and poolings; padding and resizing."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.nn.functional.conv1d": "conv1d",
    "torch.conv1d": "conv1d",
    "torch.nn.functional.conv2d": "conv2d",
    "torch.conv2d": "conv2d",
    "torch.nn.functional.conv_transpose2d": "conv_transpose2d",
    "torch.conv_transpose2d": "conv_transpose2d",
    "torch.nn.functional.max_pool1d": "max_pool1d",
    "torch.max_pool1d": "max_pool1d",
    "torch.nn.functional.max_pool2d": "max_pool2d",
    "torch.max_pool2d": "max_pool2d",
    "torch.nn.functional.avg_pool1d": "avg_pool1d",
    "torch.avg_pool1d": "avg_pool1d",
    "torch.nn.functional.avg_pool2d": "avg_pool2d",
    "torch.nn.functional.adaptive_avg_pool1d": "adaptive_avg_pool1d",
    "torch.adaptive_avg_pool1d": "adaptive_avg_pool1d",
    "torch.nn.functional.adaptive_avg_pool2d": "adaptive_avg_pool2d",
    "torch.nn.functional.adaptive_max_pool2d": "adaptive_max_pool2d",
    "torch.nn.functional.pad": "pad",
    "torch.nn.functional.interpolate": "interpolate",
    "torch.nn.functional.unfold": "unfold",
    "torch.nn.functional.pixel_shuffle": "pixel_shuffle",
    "torch.pixel_shuffle": "pixel_shuffle",
    "torch.nn.functional.pixel_unshuffle": "pixel_unshuffle",
    "torch.pixel_unshuffle": "pixel_unshuffle",
}

Size = int | Sequence[int]


def conv1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Tensor:
    """Slide small weights along a sequence; each step gives a weighted sum of what lies under them."""
    if input.ndim != 3 or isinstance(padding, str) or groups != 1:
        raise NotImplementedError("input that is not (n, channels, length), padding in words, groups")
    step, pad, gap = (x if isinstance(x, int) else x[0] for x in (stride, padding, dilation))
    size = weight.shape[2]  # (channels out, channels in, size)
    x = torch.nn.functional.pad(input, (pad, pad))  # zeros at both ends
    length = (x.shape[2] - gap * (size - 1) - 1) // step + 1
    out = input.new_zeros(input.shape[0], weight.shape[0], length)
    for i in range(length):
        under = x[:, :, i * step : i * step + gap * (size - 1) + 1 : gap]  # (n, channels in, size)
        out[:, :, i] = (under[:, None] * weight).sum(dim=(2, 3))  # (n, channels out)
    return out if bias is None else out + bias[:, None]


def conv2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Tensor:
    """Slide small weights over each picture; each place gives a weighted sum of what lies under them."""
    if input.ndim != 4 or isinstance(padding, str):
        raise NotImplementedError("input that is not (n, channels, rows, columns), padding in words")
    if isinstance(padding, int):
        padding = (padding, padding)
    sy, sx = (stride, stride) if isinstance(stride, int) else stride
    dy, dx = (dilation, dilation) if isinstance(dilation, int) else dilation
    outs, ins, high, wide = weight.shape  # `ins` channels of each group
    x = torch.nn.functional.pad(input, (padding[1], padding[1], padding[0], padding[0]))  # zeros around
    x = x.reshape(len(x), groups, 1, ins, *x.shape[2:])  # (n, groups, 1, ins, rows, columns)
    weight = weight.reshape(groups, outs // groups, ins, high, wide)
    rows = (x.shape[-2] - dy * (high - 1) - 1) // sy + 1
    columns = (x.shape[-1] - dx * (wide - 1) - 1) // sx + 1
    out = input.new_zeros(len(x), outs, rows, columns)
    for i in range(rows):
        for j in range(columns):
            under = x[..., i * sy :, j * sx :][..., : dy * high : dy, : dx * wide : dx]  # high x wide of each
            out[:, :, i, j] = (under * weight).sum(dim=(3, 4, 5)).flatten(1)  # (n, outs)
    return out if bias is None else out + bias[:, None, None]


def conv_transpose2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Tensor:
    """Put down a copy of the weights, times the number, at each place of a picture: it grows."""
    if input.ndim != 4 or groups != 1 or dilation not in (1, (1, 1)):
        raise NotImplementedError("input that is not (n, channels, rows, columns), groups, dilation")
    sy, sx = (stride, stride) if isinstance(stride, int) else stride
    py, px = (padding, padding) if isinstance(padding, int) else padding
    ey, ex = (output_padding, output_padding) if isinstance(output_padding, int) else output_padding
    n, _, rows, columns = input.shape
    _, outs, high, wide = weight.shape  # (channels in, channels out, high, wide)
    out = input.new_zeros(n, outs, (rows - 1) * sy + high + ey, (columns - 1) * sx + wide + ex)
    for i in range(rows):
        for j in range(columns):
            stamp = (input[:, :, None, None, None, i, j] * weight).sum(dim=1)  # (n, outs, high, wide)
            out[:, :, i * sy : i * sy + high, j * sx : j * sx + wide] += stamp
    out = out[:, :, py : out.shape[2] - py, px : out.shape[3] - px]  # padding takes off the edges here
    return out if bias is None else out + bias[:, None, None]


def max_pool1d(
    input: Tensor,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Tensor:
    """Keep the largest number under each window of a sequence."""
    if ceil_mode or return_indices:
        raise NotImplementedError("ceil_mode, return_indices")
    size, pad, gap = (x if isinstance(x, int) else x[0] for x in (kernel_size, padding, dilation))
    step = size if stride is None else stride if isinstance(stride, int) else stride[0]
    x = torch.nn.functional.pad(input, (pad, pad), value=-math.inf)  # never the largest
    starts = range(0, x.shape[-1] - gap * (size - 1), step)
    return torch.stack([x[..., i:][..., : gap * size : gap].amax(dim=-1) for i in starts], dim=-1)


def max_pool2d(
    input: Tensor,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Tensor:
    """Keep the largest number under each window of a picture: the rest of it counts no more."""
    if ceil_mode or return_indices:
        raise NotImplementedError("ceil_mode, return_indices")
    high, wide = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    sy, sx = (stride, stride) if isinstance(stride, int) else stride or (high, wide)
    py, px = (padding, padding) if isinstance(padding, int) else padding
    dy, dx = (dilation, dilation) if isinstance(dilation, int) else dilation
    x = torch.nn.functional.pad(input, (px, px, py, py), value=-math.inf)  # never the largest
    rows = (x.shape[-2] - dy * (high - 1) - 1) // sy + 1
    columns = (x.shape[-1] - dx * (wide - 1) - 1) // sx + 1
    out = input.new_empty(*input.shape[:-2], rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = x[..., i * sy :, j * sx :][..., : dy * high : dy, : dx * wide : dx]  # (..., high, wide)
            out[..., i, j] = window.amax(dim=(-2, -1))
    return out


def avg_pool1d(
    input: Tensor,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Tensor:
    """Keep the mean of what lies under each window of a sequence."""
    if ceil_mode or not count_include_pad:
        raise NotImplementedError("ceil_mode=True, count_include_pad=False")
    size, pad = (x if isinstance(x, int) else x[0] for x in (kernel_size, padding))
    step = size if stride is None else stride if isinstance(stride, int) else stride[0]
    x = torch.nn.functional.pad(input, (pad, pad))
    starts = range(0, x.shape[-1] - size + 1, step)
    return torch.stack([x[..., i : i + size].mean(dim=-1) for i in starts], dim=-1)


def avg_pool2d(
    input: Tensor,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Tensor:
    """Keep the mean of what lies under each window of a picture."""
    if ceil_mode or not count_include_pad or divisor_override is not None:
        raise NotImplementedError("ceil_mode=True, count_include_pad=False, divisor_override")
    high, wide = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    sy, sx = (stride, stride) if isinstance(stride, int) else stride or (high, wide)
    py, px = (padding, padding) if isinstance(padding, int) else padding
    x = torch.nn.functional.pad(input, (px, px, py, py))
    rows, columns = (x.shape[-2] - high) // sy + 1, (x.shape[-1] - wide) // sx + 1
    out = input.new_empty(*input.shape[:-2], rows, columns)
    for i in range(rows):
        for j in range(columns):
            window = x[..., i * sy : i * sy + high, j * sx : j * sx + wide]  # (..., high, wide)
            out[..., i, j] = window.mean(dim=(-2, -1))
    return out


def adaptive_avg_pool1d(input: Tensor, output_size: Size) -> Tensor:
    """Cut a sequence into `output_size` parts, and keep the mean of each."""
    parts, size = output_size if isinstance(output_size, int) else output_size[0], input.shape[-1]
    ends = [(i * size // parts, math.ceil((i + 1) * size / parts)) for i in range(parts)]
    return torch.stack([input[..., start:end].mean(dim=-1) for start, end in ends], dim=-1)


def adaptive_avg_pool2d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """Cut each picture into so many parts, and keep the mean of each: one number, for size 1."""
    sizes = (output_size, output_size) if isinstance(output_size, int) else output_size
    rows, columns = (
        have if want is None else want for want, have in zip(sizes, input.shape[-2:], strict=True)
    )
    h, w = input.shape[-2:]
    out = input.new_empty(*input.shape[:-2], rows, columns)
    for i in range(rows):
        for j in range(columns):
            top, bottom = i * h // rows, math.ceil((i + 1) * h / rows)
            left, right = j * w // columns, math.ceil((j + 1) * w / columns)
            out[..., i, j] = input[..., top:bottom, left:right].mean(dim=(-2, -1))
    return out


def adaptive_max_pool2d(
    input: Tensor, output_size: int | Sequence[int | None], return_indices: bool = False
) -> Tensor:
    """Cut each picture into so many parts, and keep the largest number of each."""
    if return_indices:
        raise NotImplementedError("return_indices=True")
    sizes = (output_size, output_size) if isinstance(output_size, int) else output_size
    rows, columns = (
        have if want is None else want for want, have in zip(sizes, input.shape[-2:], strict=True)
    )
    h, w = input.shape[-2:]
    out = input.new_empty(*input.shape[:-2], rows, columns)
    for i in range(rows):
        for j in range(columns):
            top, bottom = i * h // rows, math.ceil((i + 1) * h / rows)
            left, right = j * w // columns, math.ceil((j + 1) * w / columns)
            out[..., i, j] = input[..., top:bottom, left:right].amax(dim=(-2, -1))
    return out


def pad(input: Tensor, pad: Sequence[int], mode: str = "constant", value: float | None = None) -> Tensor:
    """Put a frame around: (left, right, top, bottom), the last dimension first."""
    out = input
    for i in range(len(pad) // 2):
        d, size = input.ndim - 1 - i, input.shape[input.ndim - 1 - i]  # the last dimension, the one before
        before, after = pad[2 * i], pad[2 * i + 1]  # a negative one cuts off
        places = torch.arange(-before, size + after, device=input.device)  # outside: below 0, above size-1
        inside = (places >= 0) & (places < size)
        if mode == "reflect":
            places = (size - 1) - ((size - 1) - places.abs()).abs()  # a mirror at each end
        elif mode == "circular":
            places = places % size
        elif mode not in ("constant", "replicate"):
            raise NotImplementedError(f"mode={mode!r}")
        out = out.index_select(d, places.clamp(0, size - 1))
        if mode == "constant":
            inside = inside.reshape([-1] + [1] * i)  # as the last dimensions, so that it is stretched
            out = torch.where(inside, out, 0 if value is None else value)
    return out


def interpolate(
    input: Tensor,
    size: Size | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = "nearest",
    align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None,
    antialias: bool = False,
) -> Tensor:
    """Make pictures larger or smaller: each new pixel takes the nearest old one."""
    if mode != "nearest" or align_corners or recompute_scale_factor or antialias:
        raise NotImplementedError("anything but mode='nearest'")
    out = input
    for d in range(2, input.ndim):  # (n, channels, rows, columns): rows, then columns
        old = input.shape[d]
        if size is not None:
            new = size if isinstance(size, int) else size[d - 2]
            step = old / new
        elif scale_factor is not None:
            factor = scale_factor if isinstance(scale_factor, int | float) else scale_factor[d - 2]
            new, step = int(old * factor), 1 / factor
        else:
            raise ValueError("either size or scale_factor should be defined")
        places = [min(int(i * step), old - 1) for i in range(new)]  # 0, 0, 1, 1, for twice the size
        out = out.index_select(d, torch.tensor(places, device=input.device))
    return out


def unfold(
    input: Tensor, kernel_size: Size, dilation: Size = 1, padding: Size = 0, stride: Size = 1
) -> Tensor:
    """Make a column of each window that a convolution would look at: then it is a matrix product."""
    if input.ndim != 4 or dilation not in (1, (1, 1)):
        raise NotImplementedError("input that is not (n, channels, rows, columns), dilation")
    high, wide = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    sy, sx = (stride, stride) if isinstance(stride, int) else stride
    py, px = (padding, padding) if isinstance(padding, int) else padding
    x = torch.nn.functional.pad(input, (px, px, py, py))
    windows = [
        x[:, :, i : i + high, j : j + wide].flatten(1)  # (n, channels * high * wide)
        for i in range(0, x.shape[2] - high + 1, sy)
        for j in range(0, x.shape[3] - wide + 1, sx)
    ]
    return torch.stack(windows, dim=2)  # (n, channels * high * wide, windows)


def pixel_shuffle(input: Tensor, upscale_factor: int) -> Tensor:
    """Make a larger picture of many channels: each r*r of them become r x r pixels."""
    r = upscale_factor
    *n, c, h, w = input.shape
    x = input.reshape(*n, c // r**2, r, r, h, w)
    x = x.movedim(-4, -2).movedim(-4, -1)  # (..., c / r**2, h, r, w, r)
    return x.reshape(*n, c // r**2, h * r, w * r)


def pixel_unshuffle(input: Tensor, downscale_factor: int) -> Tensor:
    """Make a smaller picture with more channels: r x r pixels become r*r channels."""
    r = downscale_factor
    *n, c, h, w = input.shape
    x = input.reshape(*n, c, h // r, r, w // r, r)
    x = x.movedim(-3, -4).movedim(-1, -3)  # (..., c, r, r, h / r, w / r)
    return x.reshape(*n, c * r**2, h // r, w // r)
