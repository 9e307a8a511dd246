"""A picture's pixels from its file, as fastai reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from fastai.vision.core import load_image


def read_picture(
    file: Path,
    mode: str,  # "RGB" or "L"
) -> Any:  # uint8 array of (height, width, channels)
    """Decode a file to pixels.

    Pillow decodes without Python's lock, so several threads do it at once. torchvision's decoder is a fifth
    faster, and on its way out.
    Raises: what Pillow raises where it is no readable picture. Source: fastai 2.8 `load_image`.
    """
    pixels = np.array(load_image(file, mode))
    return pixels if pixels.ndim == 3 else pixels[:, :, None]
