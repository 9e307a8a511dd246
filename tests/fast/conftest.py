"""Photographs of different sizes, and learners over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SIZES = [(90, 60), (60, 90), (64, 64), (120, 61), (50, 200), (48, 48), (33, 40), (100, 99)]


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test finds what another has kept."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("fastaid.training.fast.pixel_store.default_folder", lambda: folder)
    return folder


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    """48 parts of two real photographs, in two class folders, of eight shapes."""
    import numpy as np
    from PIL import Image
    from sklearn.datasets import load_sample_image

    rng = np.random.default_rng(0)
    for name in ("china", "flower"):
        whole = load_sample_image(f"{name}.jpg")
        folder = tmp_path / "photographs" / name
        folder.mkdir(parents=True)
        for i in range(24):
            width, height = SIZES[i % len(SIZES)]
            top, left = rng.integers(0, 427 - height), rng.integers(0, 640 - width)
            part = whole[top : top + height, left : left + width]
            Image.fromarray(part).save(folder / f"{i:02}.jpg", quality=92)
    return tmp_path / "photographs"


@pytest.fixture
def loaders(photographs: Path) -> Callable[..., Any]:
    """Make DataLoaders of the photographs, the same each time."""
    from fastai.vision.all import ImageDataLoaders, Resize, set_seed

    def make(size: Any = 32, bs: int = 8, num_workers: int = 0, method: str = "crop", **kwargs: Any) -> Any:
        set_seed(1)
        kwargs.setdefault("item_tfms", Resize(size, method=method))
        return ImageDataLoaders.from_folder(
            photographs, valid_pct=0.25, seed=1, bs=bs, num_workers=num_workers, **kwargs
        )

    return make


@pytest.fixture
def learner(loaders: Callable[..., Any]) -> Callable[..., Any]:
    """Make a learner of a small net with batch norm, body and head, the same each time."""
    from fastai.vision.all import ConvLayer, Flatten, Learner, accuracy, nn, params, set_seed

    def make(is_frozen: bool = False, **kwargs: Any) -> Any:
        dls = loaders(**kwargs)
        set_seed(2)
        body = nn.Sequential(ConvLayer(3, 8, stride=2), ConvLayer(8, 16, stride=2))
        head = nn.Sequential(nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 2))
        for part in body.modules():
            if isinstance(part, nn.BatchNorm2d):  # as of a net that has seen pictures
                part.running_mean.uniform_(-0.1, 0.1)
        learn = Learner(
            dls,
            nn.Sequential(body, head),
            metrics=accuracy,
            splitter=lambda m: [params(m[0]), params(m[1])],
        )
        if is_frozen:
            learn.freeze()
        set_seed(3)
        return learn

    return make
