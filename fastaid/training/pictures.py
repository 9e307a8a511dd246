"""Figures as PNG bytes, drawn by fastai and closed at once, so that nothing is shown twice."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

DPI = 64
TITLE_WIDTH = 24  # characters
SMALL = 256  # pixels, the longer side of a single picture


def drawn(draw: Callable[[], Any]) -> bytes:
    """The PNG of the figure that a plotting call leaves behind."""
    import matplotlib.pyplot as plt

    before = set(plt.get_fignums())
    try:
        # Not under plt.ioff(): before the notebook's backend is up, that would keep it from ever showing.
        draw()
        figure = plt.gcf()
        _wrap_titles(figure)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=DPI, bbox_inches="tight", facecolor="white")
        return buffer.getvalue()
    finally:
        for number in set(plt.get_fignums()) - before:
            plt.close(number)


def _wrap_titles(figure: Any) -> None:
    """Break long labels into lines: fastai's titles run into each other."""
    for axes in figure.axes:
        words = axes.get_title().replace(";", "; ").replace("/", "/ ")
        axes.set_title("\n".join(textwrap.wrap(words, TITLE_WIDTH)), fontsize=11)
    figure.tight_layout()


def can_show(dls: Any) -> bool:
    """Whether the data are pictures that fastai can lay out in a grid."""
    from fastai.data.core import TfmdDL
    from fastai.vision.core import PILBase, TensorImageBase

    if not isinstance(dls.loaders[0], TfmdDL):
        return False
    try:
        return isinstance(dls.train_ds[0][0], PILBase | TensorImageBase)
    except Exception:  # noqa: BLE001  rows and texts are fetched otherwise
        return False


def batch_grid(
    dls: Any,
    n: int = 9,  # pictures
    look: int = 0,  # how many times these data were looked at before: each look shows other pictures
) -> bytes:  # a PNG
    """A grid of training pictures with their labels, as `dls.show_batch` draws it.

    Leaves the random numbers as they were, so looking at data does not change what training does.
    """
    from fastaid.training.randomness import other_randomness, same_randomness

    with same_randomness(dls):
        if look:
            other_randomness(dls, look)
        batch = dls.train.one_batch()
        n = min(n, len(batch[0]))
        rows = -(-n // 3)
        return drawn(lambda: dls.show_batch(b=batch, max_n=n, nrows=rows, ncols=3, figsize=(9, 3 * rows)))


def thumbnail(path: Path) -> bytes:
    """One picture file, made small."""
    from PIL import Image

    with Image.open(path) as picture:
        small = picture.convert("RGB")
        if max(small.size) * 2 <= SMALL:  # a digit of 8 pixels would be a dot on the screen
            times = SMALL // 2 // max(small.size) or 1
            small = small.resize((small.width * times, small.height * times), Image.Resampling.NEAREST)
        small.thumbnail((SMALL, SMALL))
        buffer = io.BytesIO()
        small.save(buffer, "PNG")
        return buffer.getvalue()
