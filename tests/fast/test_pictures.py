"""Pixels from the cache are fastai's pixels, in fastai's order, with fastai's random numbers."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

MOST = 2 / 255 + 1e-6


def loader_over(dl, folder: Path):
    from fastaid.training.fast.picture_loader import PictureLoader
    from fastaid.training.fast.pixel_store import PixelStore

    return PictureLoader(dl, ThreadPoolExecutor(2), lambda recipe: PixelStore(recipe, folder))


def batches(dl, n_epochs: int = 2):
    from fastai.vision.all import set_seed

    set_seed(7)
    return [(x.clone(), y.clone()) for _ in range(n_epochs) for x, y in dl]


SIZES = st.one_of(st.integers(8, 80), st.tuples(st.integers(8, 80), st.integers(8, 80)))
SHARES = st.tuples(st.floats(0.05, 1), st.floats(0.05, 1)).map(sorted)


@st.composite
def resizings(draw):
    """An item transform of fastai's that makes pictures equal in size."""
    from fastai.vision.all import PadMode, RandomResizedCrop, Resize

    size = draw(SIZES)
    if draw(st.booleans()):
        low, high = draw(SHARES)
        ratio = draw(st.sampled_from([(3 / 4, 4 / 3), (1.0, 1.0), (0.2, 5.0), (3.0, 4.0)]))
        extra = draw(st.sampled_from([0.0, 0.14, 0.5]))
        return RandomResizedCrop(size, min_scale=low, max_scale=high, ratio=ratio, val_xtra=extra)
    rim = draw(st.sampled_from([PadMode.Zeros, PadMode.Border, PadMode.Reflection]))
    return Resize(size, method=draw(st.sampled_from(["crop", "squish", "pad"])), pad_mode=rim)


@given(
    width=st.integers(20, 300),
    height=st.integers(20, 300),
    data=st.data(),
    is_training=st.booleans(),
    seed=st.integers(0, 2**32 - 1),
)
def test_a_recipe_cuts_what_fastai_cuts(width, height, data, is_training, seed):
    from fastai.vision.all import PILImage

    from fastaid.training.fast.recipes import recipe_of

    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (5, 5, 3), dtype=np.uint8)
    picture = PILImage.create(coarse).resize((width, height))
    theirs = data.draw(resizings())
    recipe = recipe_of(theirs)
    random.seed(seed)
    wanted = np.asarray(theirs(PILImage.create(np.asarray(picture)), split_idx=0 if is_training else 1))
    drawn = random.getstate()
    random.seed(seed)
    draw = recipe.draw(random, is_training, width, height)
    assert random.getstate() == drawn
    kept = recipe.keep(np.asarray(picture), is_training)
    found = recipe.cut(kept, width, height, draw)
    assert found.shape == wanted.shape
    assert np.abs(found.astype(int) - wanted.astype(int)).max() <= 2


@pytest.mark.parametrize("num_workers", [0, 2])
@pytest.mark.parametrize("how", ["crop", "squish", "pad", "random part"])
def test_batches_are_fastai_s_in_its_order(loaders, tmp_path, num_workers, how):
    from fastai.vision.all import Normalize, RandomResizedCrop, Resize, aug_transforms, imagenet_stats

    kwargs = {
        "num_workers": num_workers,
        "item_tfms": RandomResizedCrop(32) if how == "random part" else Resize(32, method=how),
        "batch_tfms": [*aug_transforms(), Normalize.from_stats(*imagenet_stats)],
    }
    plain, ours = loaders(**kwargs), loaders(**kwargs)
    for part in (0, 1):
        wanted = batches(plain.loaders[part])
        fast = loader_over(ours.loaders[part], tmp_path / "kept")
        fast.open()
        found = batches(ours.loaders[part])
        fast.close()
        assert len(found) == len(wanted)
        for (x, y), (xs, ys) in zip(found, wanted, strict=True):
            assert type(x) is type(xs)
            assert type(y) is type(ys)
            assert (y == ys).all()
            # Lighting and the spread of the channels stretch what rounding leaves.
            assert (x - xs).abs().max() <= 4 * MOST / 0.22
            assert (x - xs).abs().mean() < MOST


def test_the_second_time_nothing_is_read(loaders, tmp_path, monkeypatch):
    dls = loaders()
    first = loader_over(dls.valid, tmp_path / "kept")
    first.open()
    wanted = batches(dls.valid, 1)
    first.close()
    assert first.store.n_new == len(dls.valid_ds)
    second = loader_over(dls.valid, tmp_path / "kept")
    monkeypatch.setattr("fastaid.training.fast.picture_loader.read_picture", None)
    second.open()
    found = batches(dls.valid, 1)
    second.close()
    assert second.store.n_kept == first.store.n_new
    assert all((x == xs).all() for (x, _), (xs, _) in zip(found, wanted, strict=True))


def test_a_file_that_changed_is_read_anew(loaders, tmp_path):
    from PIL import Image

    dls = loaders(size=16, method="squish")
    first = loader_over(dls.valid, tmp_path / "kept")
    first.open()
    before = batches(dls.valid, 1)[0][0][0]
    first.close()
    Image.new("RGB", (50, 50), (255, 0, 0)).save(dls.valid_ds.items[0])
    second = loader_over(dls.valid, tmp_path / "kept")
    second.open()
    after = batches(dls.valid, 1)[0][0][0]
    second.close()
    assert second.store.n_kept == len(dls.valid_ds) - 1
    assert not (before == after).all()
    assert after[0].mean() > 0.98


def test_a_loader_is_left_as_it_was(loaders, tmp_path):
    dls = loaders(num_workers=2)
    before = dict(vars(dls.train))
    fast = loader_over(dls.train, tmp_path / "kept")
    fast.open()
    assert dls.train.fake_l.num_workers == 0
    fast.close()
    assert dict(vars(dls.train)) == before
    assert dls.train.fake_l.num_workers == 2


def test_other_kinds_of_pictures_and_labels(mnist, planet, tmp_path):
    from fastai.vision.all import (
        CategoryBlock,
        DataBlock,
        ImageBlock,
        ImageDataLoaders,
        PILImageBW,
        Resize,
        get_image_files,
        parent_label,
    )

    grey = DataBlock(
        (ImageBlock(PILImageBW), CategoryBlock),
        get_items=get_image_files,
        get_y=parent_label,
        item_tfms=Resize(28),
    ).dataloaders(mnist / "train", bs=16, num_workers=0)
    several = ImageDataLoaders.from_csv(
        planet, folder="train", suff=".jpg", label_delim=" ", item_tfms=Resize(48), bs=16, num_workers=0
    )
    of_one_size = ImageDataLoaders.from_folder(mnist, bs=16, num_workers=0)
    for dls in (grey, several, of_one_size):
        wanted = batches(dls.valid, 1)
        fast = loader_over(dls.valid, tmp_path / "kept")
        fast.open()
        found = batches(dls.valid, 1)
        fast.close()
        assert found[0][0].shape == wanted[0][0].shape
        for (x, y), (xs, ys) in zip(found, wanted, strict=True):
            assert (type(x), type(y)) == (type(xs), type(ys))
            assert (x - xs).abs().max() <= MOST
            assert (y == ys).all()


def test_what_it_does_not_know_it_leaves_alone(loaders, tmp_path):
    from fastai.vision.all import CropPad, FlipItem, RandomCrop, Resize

    from fastaid.training.fast.picture_loader import Unsuitable

    for item_tfms in (RandomCrop(32), [Resize(32), FlipItem()], CropPad(32), Resize(32, p=0.5)):
        with pytest.raises(Unsuitable):
            loader_over(loaders(item_tfms=item_tfms).train, tmp_path / "kept")


def test_pictures_of_unequal_sizes_fail_as_in_fastai(loaders, tmp_path):
    dls = loaders(item_tfms=None)
    with pytest.raises(RuntimeError) as wanted:
        dls.train.one_batch()
    fast = loader_over(dls.train, tmp_path / "kept")
    fast.open()
    try:
        with pytest.raises(RuntimeError) as found:
            next(iter(dls.train))
    finally:
        fast.close()
    assert str(found.value).split("[")[0] == str(wanted.value).split("[")[0]


def test_a_label_function_that_lies_is_found_out(loaders, tmp_path):
    """An item is compared with fastai's own before the loader is trusted."""
    from fastaid.training.fast import picture_loader, recipes

    dls = loaders()
    wrong = recipes.Crop((32, 33))
    original = picture_loader.recipe_of
    picture_loader.recipe_of = lambda transform: wrong
    try:
        with pytest.raises(picture_loader.Unsuitable, match="shape"):
            loader_over(dls.train, tmp_path / "kept")
    finally:
        picture_loader.recipe_of = original


def test_a_loader_that_is_not_trusted_holds_no_file(loaders, tmp_path, monkeypatch):
    from fastaid.training.fast import picture_loader

    closed = []
    monkeypatch.setattr(picture_loader.PixelStore, "close", lambda self: closed.append(self))
    monkeypatch.setattr(picture_loader, "MOST_DIFFERENCE", -1)
    with pytest.raises(picture_loader.Unsuitable, match="other pixels"):
        loader_over(loaders().train, tmp_path / "kept")
    assert len(closed) == 1


def test_pictures_that_are_no_plain_jpegs(tmp_path):
    from fastai.vision.all import PILImage
    from PIL import Image

    from fastaid.training.fast.read_picture import read_picture

    rng = np.random.default_rng(0)
    colours = Image.fromarray(rng.integers(0, 256, (40, 30, 3), dtype=np.uint8))
    colours.convert("CMYK").save(tmp_path / "cmyk.jpg")
    colours.convert("L").save(tmp_path / "grey.jpg")
    colours.convert("P").save(tmp_path / "palette.png")
    colours.convert("RGBA").save(tmp_path / "alpha.png")
    colours.save(tmp_path / "named_wrong.png", format="JPEG")
    for file in tmp_path.iterdir():
        if file.is_file():
            wanted = np.asarray(PILImage.create(file))
            assert (read_picture(file, "RGB") == wanted).all(), file


def test_a_broken_picture_fails_as_in_fastai(loaders, tmp_path, photographs):
    dls = loaders()
    fast = loader_over(dls.valid, tmp_path / "kept")
    fast.open()
    file = dls.valid_ds.items[3]
    file.write_bytes(b"no picture")
    from PIL import UnidentifiedImageError

    with pytest.raises(UnidentifiedImageError):
        batches(dls.valid, 1)
    fast.close()
