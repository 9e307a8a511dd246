"""How pictures become squares: what of a picture is worth keeping, and how an item is cut from it.

fastai's `Resize` crops a picture (at random in training) and scales the crop. Which axis the crop leaves
whole is known before its place is, so a picture is kept scaled along that axis; an item is then a slice,
scaled along the other. Where place and size of the part are drawn anew for every item, as in `RandomResizedCrop`,
the decoded picture is kept as it is. Places and sizes are fastai's to the pixel; values differ by at most 2 of 255,
mostly by none, since Pillow and torchvision round at different moments.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from torchvision.transforms import v2
from torchvision.transforms.v2.functional import resize

Draw = tuple[float, ...]  # the random numbers of one item
Pixels = Any  # uint8 array of (rows, columns, channels)
CENTRE = (0.5, 0.5)


class Recipe(Protocol):
    """One way from pictures to items."""

    def kept_as(self, is_training: bool) -> str:
        """What tells kept pixels of this recipe from those of another."""

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        """The random numbers that fastai would draw for an item of a picture of that size, in its order."""

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        """The part of the work that needs no random numbers."""

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        """An item from what was kept of a picture of that size."""


WHOLE = "whole"  # decoded pictures, kept as they are


@dataclass(frozen=True)
class AsItIs:
    """No transform: pictures that are of one size already."""

    def kept_as(self, is_training: bool) -> str:
        return WHOLE

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        return ()

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        return pixels

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        return kept


@dataclass(frozen=True)
class Squish:
    """`Resize(size, 'squish')`: the whole picture, whatever its shape."""

    size: tuple[int, int]

    def kept_as(self, is_training: bool) -> str:
        return f"squish {self.size[0]}x{self.size[1]}"

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        return ()

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        return scaled(pixels, *self.size)

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        return kept


@dataclass(frozen=True)
class Crop:
    """`Resize(size)`: the largest part of the right shape, at a random place in training, else in the middle."""

    size: tuple[int, int]

    def kept_as(self, is_training: bool) -> str:
        return f"crop {self.size[0]}x{self.size[1]} {'train' if is_training else 'valid'}"

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        return (rng.random(), rng.random()) if is_training else CENTRE

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        height, width = pixels.shape[:2]
        columns, rows = self._part(width, height)
        if not is_training:
            return self.cut(pixels, width, height, CENTRE)
        if (columns, rows) == (width, height):
            return scaled(pixels, *self.size)
        if columns == width and self.size[1] <= width:
            return scaled(pixels, height, self.size[1])
        if rows == height and self.size[0] <= height:
            return scaled(pixels, self.size[0], width)
        return pixels

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        if kept.shape[:2] == self.size and (width, height) != self.size[::-1]:
            return kept
        columns, rows = self._part(width, height)
        left, top = int(draw[0] * (width - columns)), int(draw[1] * (height - rows))
        # Along an axis that is scaled already, all of it is wanted.
        across = slice(left, left + columns) if kept.shape[1] == width else slice(None)
        down = slice(top, top + rows) if kept.shape[0] == height else slice(None)
        return scaled(kept[down, across], *self.size)

    def _part(self, width: int, height: int) -> tuple[int, int]:
        """The crop's columns and rows. Source: fastai 2.8 `Resize.encodes`, roundings included."""
        rows, columns = self.size
        ratio = min(width / columns, height / rows)
        return int(ratio * columns), int(ratio * rows)


@dataclass(frozen=True)
class Pad:
    """`Resize(size, 'pad')`: the whole picture at a random place in training, else in the middle, and a rim."""

    size: tuple[int, int]
    rim: str  # how numpy calls it: constant, edge, reflect

    def kept_as(self, is_training: bool) -> str:
        return WHOLE if is_training else f"pad {self.size[0]}x{self.size[1]} {self.rim}"

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        return (rng.random(), rng.random()) if is_training else CENTRE

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        return pixels if is_training else self._padded(pixels, CENTRE)

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        return kept if draw == CENTRE and kept.shape[:2] == self.size else self._padded(kept, draw)

    def _padded(self, pixels: Pixels, draw: Draw) -> Pixels:
        """The picture in its rim, scaled. Source: fastai 2.8 `Resize.encodes`, roundings included."""
        height, width = pixels.shape[:2]
        rows, columns = self.size
        ratio = max(width / columns, height / rows)
        down = _along(height, int(ratio * rows), draw[1])
        across = _along(width, int(ratio * columns), draw[0])
        inside = pixels[down[0], across[0]]
        return scaled(np.pad(inside, (down[1], across[1], (0, 0)), mode=self.rim), rows, columns)  # type: ignore[call-overload]


def _along(n: int, wanted: int, place: float) -> tuple[slice, tuple[int, int]]:
    """What is taken of an axis of n pixels, and what is added before and behind."""
    start = int(place * (n - wanted))
    return slice(max(start, 0), min(start + wanted, n)), (max(-start, 0), max(wanted - n + start, 0))


@dataclass(frozen=True)
class RandomPart:
    """`RandomResizedCrop(size)`: a part of random area, shape and place in training, else the middle of the whole."""

    size: tuple[int, int]
    scale: tuple[float, float]
    ratio: tuple[float, float]
    extra: float  # share of the size that validation cuts off

    def kept_as(self, is_training: bool) -> str:
        return WHOLE if is_training else f"random part {self.size[0]}x{self.size[1]} {self.extra}"

    def draw(self, rng: random.Random, is_training: bool, width: int, height: int) -> Draw:
        """Source: fastai 2.8 `RandomResizedCrop.before_call`."""
        if not is_training:
            return ()
        for _ in range(10):
            area = rng.uniform(*self.scale) * width * height
            shape = math.exp(rng.uniform(math.log(self.ratio[0]), math.log(self.ratio[1])))
            columns, rows = round(math.sqrt(area * shape)), round(math.sqrt(area / shape))
            if columns <= width and rows <= height:
                return rng.randint(0, width - columns), rng.randint(0, height - rows), columns, rows
        columns, rows = width, height
        if width / height < self.ratio[0]:
            rows = int(width / self.ratio[0])
        elif width / height > self.ratio[1]:
            columns = int(height * self.ratio[1])
        return (width - columns) // 2, (height - rows) // 2, columns, rows

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        if is_training:
            return pixels
        more = math.ceil(max(self.size) * self.extra / 8) * 8
        large = scaled(pixels, self.size[0] + more, self.size[1] + more)
        return np.ascontiguousarray(large[more // 2 :, more // 2 :][: self.size[0], : self.size[1]])

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        if not draw:
            return kept
        left, top, columns, rows = map(int, draw)
        return scaled(kept[top : top + rows, left : left + columns], *self.size)


def scaled(pixels: Pixels, rows: int, columns: int) -> Pixels:
    """Pixels, bilinearly scaled without aliasing, as Pillow does it."""
    if pixels.shape[:2] == (rows, columns):
        return pixels
    picture = torch.from_numpy(pixels).permute(2, 0, 1)
    found = resize(picture, [rows, columns], v2.InterpolationMode.BILINEAR, antialias=True)
    return np.ascontiguousarray(found.permute(1, 2, 0).numpy())


def recipe_of(item_transform: Any) -> Recipe | None:
    """The recipe that does what fastai's transform does; None for one that is not known to the pixel."""
    from fastai.vision.augment import BILINEAR, RandomResizedCrop, Resize

    kind = type(item_transform)
    if kind not in (Resize, RandomResizedCrop) or item_transform.mode != BILINEAR or item_transform.p != 1:
        return None
    width, height = (int(n) for n in item_transform.size)
    if kind is Resize:
        return _resizing((height, width), item_transform.method, item_transform.pad_mode)
    return RandomPart(
        (height, width),
        scale=(item_transform.min_scale, item_transform.max_scale),
        ratio=tuple(item_transform.ratio),
        extra=item_transform.val_xtra,
    )


def _resizing(size: tuple[int, int], method: str, pad_mode: str) -> Recipe | None:
    from fastai.vision.augment import PadMode, ResizeMethod

    rims = {PadMode.Zeros: "constant", PadMode.Border: "edge", PadMode.Reflection: "reflect"}
    if method == ResizeMethod.Pad and pad_mode in rims:
        return Pad(size, rims[pad_mode])
    if method == ResizeMethod.Squish:
        return Squish(size)
    return Crop(size) if method == ResizeMethod.Crop else None
