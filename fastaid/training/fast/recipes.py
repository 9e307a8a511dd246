"""How pictures become squares: what of a picture is worth keeping, and how an item is cut from it.

fastai's `Resize` crops a picture (at random in training) and scales the crop. Which axis the crop leaves
whole is known before its place is, so a picture is kept scaled along that axis; an item is then a slice,
scaled along the other. Places and sizes are fastai's to the pixel; values differ by at most 2 of 255, mostly by none,
since Pillow and torchvision round at different moments.
"""

from __future__ import annotations

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

    @property
    def size(self) -> tuple[int, int]:
        """Of an item: rows, columns."""

    @property
    def name(self) -> str:
        """What tells kept pixels of this recipe from those of another."""

    def draw(self, rng: random.Random, is_training: bool) -> Draw:
        """The random numbers that fastai would draw for an item, in its order."""

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        """The part of the work that needs no random numbers."""

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        """An item from what was kept of a picture of that size."""


@dataclass(frozen=True)
class Squish:
    """`Resize(size, 'squish')`: the whole picture, whatever its shape."""

    size: tuple[int, int]

    @property
    def name(self) -> str:
        return f"squish {self.size[0]}x{self.size[1]}"

    def draw(self, rng: random.Random, is_training: bool) -> Draw:
        return ()

    def keep(self, pixels: Pixels, is_training: bool) -> Pixels:
        return scaled(pixels, *self.size)

    def cut(self, kept: Pixels, width: int, height: int, draw: Draw) -> Pixels:
        return kept


@dataclass(frozen=True)
class Crop:
    """`Resize(size)`: the largest part of the right shape, at a random place in training, else in the middle."""

    size: tuple[int, int]

    @property
    def name(self) -> str:
        return f"crop {self.size[0]}x{self.size[1]}"

    def draw(self, rng: random.Random, is_training: bool) -> Draw:
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


def scaled(pixels: Pixels, rows: int, columns: int) -> Pixels:
    """Pixels, bilinearly scaled without aliasing, as Pillow does it."""
    if pixels.shape[:2] == (rows, columns):
        return pixels
    picture = torch.from_numpy(pixels).permute(2, 0, 1)
    found = resize(picture, [rows, columns], v2.InterpolationMode.BILINEAR, antialias=True)
    return np.ascontiguousarray(found.permute(1, 2, 0).numpy())


def recipe_of(resize_transform: Any) -> Recipe | None:
    """The recipe that does what a fastai `Resize` does; None for one that is not known to the pixel."""
    from fastai.vision.augment import BILINEAR, Resize, ResizeMethod

    if type(resize_transform) is not Resize or resize_transform.mode != BILINEAR or resize_transform.p != 1:
        return None
    width, height = (int(n) for n in resize_transform.size)
    if resize_transform.method == ResizeMethod.Squish:
        return Squish((height, width))
    return Crop((height, width)) if resize_transform.method == ResizeMethod.Crop else None
