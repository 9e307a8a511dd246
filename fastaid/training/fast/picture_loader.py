"""Batches of pictures from kept pixels, in the place of fastai's reading, decoding and scaling.

The order of the pictures, the random numbers, types and shapes are fastai's, those of its worker processes
included: with the pixels at hand there is nothing left for them to do.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch

from fastaid.training.fast.in_place import put
from fastaid.training.fast.pixel_store import Kept, PixelStore, identity
from fastaid.training.fast.read_picture import read_picture
from fastaid.training.fast.recipes import AsItIs, Draw, Recipe, recipe_of

MODES = {"PILImage": "RGB", "PILImageBW": "L"}
# Targets that fastai's item transforms leave as they are.
TARGETS = ("TensorCategory", "TensorMultiCategory", "Tensor", "TitledFloat", "TitledInt")
AHEAD = 2  # batches whose pictures are read while one trains
MOST_DIFFERENCE = 2  # of 255: what a picture may differ from fastai's by rounding
N_TRIED = 2  # items are compared with fastai's before the loader is trusted


class Unsuitable(Exception):
    """These data are not pictures read and resized in the one way that is known here; says why."""


class PictureLoader:
    """Takes the place of one fastai loader's `create_batches`, and gives it back."""

    def __init__(self, loader: Any, pool: ThreadPoolExecutor, store: Any):
        self.loader = loader
        self.recipe, self.mode, self._create = _understood(loader)
        self._pictures, *self._targets = loader.dataset.tls
        self.is_training = not getattr(loader.dataset, "split_idx", None)
        self._pool = pool
        self._n_workers = loader.fake_l.num_workers
        self._rngs: list[Any] = []
        self.store: PixelStore = store(f"2 {self.recipe.kept_as(self.is_training)} {self.mode}")
        self.n_pictures = len(self._pictures)
        try:
            self._find()
            self._compare()
        except BaseException:
            self.store.close()
            raise

    def _find(self) -> None:
        """What is kept of the pictures already."""
        n = self.n_pictures
        before = self._pictures.tfms.fs[: self._create]
        self._is_plain = all(one.name == "noop" for one in before)
        self._files = [self._file(i) for i in range(n)]
        self._kept: list[Kept | None] = self.store.find(self._files)
        self._reading: dict[int, Future[Kept]] = {}
        self._labels: list[tuple[Any, ...] | None] = [None] * n

    # -- in fastai's place ---------------------------------------------------------------------------

    def open(self) -> None:
        """Make the batches from now on."""
        loader = self.loader
        self._is_pinned = bool(loader.fake_l.pin_memory) and self._is_on_gpu
        loader.fake_l.num_workers = 0
        loader.fake_l.pin_memory = loader.fake_l.pin_memory and not self._is_pinned
        self._before_iter = vars(loader).get("before_iter")
        put(loader, "create_batches", self.create_batches)
        put(loader, "before_iter", self._begin)

    def close(self) -> None:
        """Leave the loader as it was."""
        loader = self.loader
        loader.fake_l.num_workers = self._n_workers
        loader.fake_l.pin_memory = loader.fake_l.pin_memory or self._is_pinned
        vars(loader).pop("create_batches", None)
        vars(loader).pop("before_iter", None)
        if self._before_iter is not None:
            loader.before_iter = self._before_iter
        for waiting in self._reading.values():
            waiting.cancel()
        self._reading.clear()
        self.store.close()

    def _begin(self, *args: Any) -> Any:
        """Start the random numbers of fastai's workers: each has its own, from a seed that torch draws next."""
        done = (self._before_iter or type(self.loader).before_iter.__get__(self.loader))(*args)
        self._rngs = []
        if self._n_workers:
            generator = torch.Generator()
            generator.set_state(torch.get_rng_state())
            seed = int(torch.empty((), dtype=torch.int64).random_(generator=generator).item())
            self._rngs = [random.Random(seed + i) for i in range(self._n_workers)]
        return done

    def create_batches(self, samples: Iterable[int]) -> Iterator[Any]:
        """Collated batches, as fastai's: before the transforms of whole batches."""
        waiting: deque[list[int]] = deque()
        number = 0
        samples = [int(i) for i in samples]
        for batch in self._batches(samples):
            waiting.append(batch)
            self._read_ahead(batch)
            if len(waiting) > AHEAD:
                yield self._batch(waiting.popleft(), number)
                number += 1
        while waiting:
            yield self._batch(waiting.popleft(), number)
            number += 1
        if self.loader.drop_last and not self._rngs:
            # fastai makes the items of a part batch too before it drops them.
            for i in samples[len(samples) // self.loader.bs * self.loader.bs :]:
                self._draw(i, random)
        self.store.flush()

    def _batches(self, samples: list[int]) -> Iterator[list[int]]:
        bs = self.loader.bs
        n = len(samples) // bs * bs if self.loader.drop_last else len(samples)
        for start in range(0, n, bs):
            yield samples[start : start + bs]

    # -- one batch -----------------------------------------------------------------------------------

    def _batch(self, numbers: list[int], at: int) -> Any:
        rng: Any = self._rngs[at % len(self._rngs)] if self._rngs else random
        items = [self._cut(i, rng) for i in numbers]
        if any(one.shape != items[0].shape for one in items):
            return self.loader.create_batch([self.loader.do_item(i) for i in numbers])  # fastai says it
        pixels = torch.empty((len(items), *items[0].shape), dtype=torch.uint8, pin_memory=self._is_pinned)
        np.stack(items, out=pixels.numpy())
        return self._collated(pixels, numbers)

    def _collated(self, pixels: torch.Tensor, numbers: list[int]) -> Any:
        from fastai.data.load import fa_collate
        from fastai.vision.core import TensorImage, TensorImageBW

        kind = TensorImage if self.mode == "RGB" else TensorImageBW
        pictures = pixels.permute(0, 3, 1, 2).as_subclass(kind)
        targets = [fa_collate(list(column)) for column in zip(*map(self._label, numbers), strict=True)]
        batch = (pictures, *targets)
        if self._is_pinned:
            batch = tuple(one.to(self.loader.device, non_blocking=True) for one in batch)
        return self.loader.retain(batch, [(pictures[0], *self._label(numbers[0]))])

    def _cut(self, i: int, rng: Any) -> Any:
        kept, draw = self._draw(i, rng)
        return self.recipe.cut(kept.pixels, kept.width, kept.height, draw)

    def _draw(self, i: int, rng: Any) -> tuple[Kept, Draw]:
        """What is kept of a picture, and the random numbers of the next item of it."""
        kept = self._kept[i]
        if kept is None:
            kept = self._reading.pop(i).result() if i in self._reading else self._read(i)
            self._kept[i] = kept if not self.store.is_full else None
        return kept, self.recipe.draw(rng, self.is_training, kept.width, kept.height)

    def _label(self, i: int) -> tuple[Any, ...]:
        found = self._labels[i]
        if found is None:
            found = self._labels[i] = tuple(one[i] for one in self._targets)
        return found

    # -- pictures ------------------------------------------------------------------------------------

    def _read_ahead(self, numbers: list[int]) -> None:
        for i in numbers:
            if self._kept[i] is None and i not in self._reading:
                self._reading[i] = self._pool.submit(self._read, i)

    def _read(self, i: int) -> Kept:
        file = self._files[i]
        at = identity(file)
        pixels = read_picture(file, self.mode)
        height, width = pixels.shape[:2]
        return self.store.keep(
            file, at, Kept(self.recipe.keep(pixels, self.is_training), width=width, height=height)
        )

    def _file(self, i: int) -> Path:
        """The path that fastai would open for an item."""
        from fasttransform import compose_tfms

        tl = self._pictures
        item = tl._get(i)
        if self._is_plain and isinstance(item, Path):
            return item
        found = compose_tfms(item, tfms=tl.tfms.fs[: self._create], split_idx=tl.split_idx)
        if not isinstance(found, (str, Path)):
            raise Unsuitable(f"the pictures are made of {type(found).__name__}, not read from files")
        return Path(found)

    def _compare(self) -> None:
        """Refuse to stand in for fastai where an item differs from its own by more than rounding."""
        state = random.getstate()
        try:
            self.loader.before_iter()  # tells the transforms which part they work for
            n = len(self._pictures)
            for i in sorted({0, n // 2})[:N_TRIED] if n else ():
                self._compare_item(i)
        finally:
            random.setstate(state)

    def _compare_item(self, i: int) -> None:
        random.seed(i)
        theirs = self.loader.do_item(i)
        random.seed(i)
        mine = torch.from_numpy(np.ascontiguousarray(self._cut(i, random))).permute(2, 0, 1)
        if tuple(theirs[0].shape) != tuple(mine.shape):
            raise Unsuitable("an item of fastai's has another shape")
        if int((theirs[0].int() - mine.int()).abs().max()) > MOST_DIFFERENCE:
            raise Unsuitable("an item of fastai's has other pixels")
        for one, other in zip(theirs[1:], self._label(i), strict=True):
            if type(one) is not type(other) or not bool(torch.equal(*map(torch.as_tensor, (one, other)))):
                raise Unsuitable("an item of fastai's has another label")

    @property
    def _is_on_gpu(self) -> bool:
        return getattr(self.loader.device, "type", "cpu") == "cuda"


def _understood(loader: Any) -> tuple[Recipe, str, int]:
    """The recipe of a loader's item transforms, the mode of its pictures, and which transform opens a file.

    Raises: Unsuitable where anything is not as `ImageDataLoaders` and `DataBlock` build it.
    """
    from fastai.data.core import Datasets, TfmdDL

    if type(loader) is not TfmdDL or type(loader.dataset) is not Datasets or loader.bs is None:
        raise Unsuitable("the data are not fastai's Datasets of pictures")
    if set(vars(loader)) & {"create_batches", "create_batch", "create_item", "do_item", "sample"}:
        raise Unsuitable("the loader has methods of its own")
    if getattr(loader.dataset, "n_inp", 1) != 1 or not loader.indexed:
        raise Unsuitable("the model takes more than one input")
    pictures, *targets = loader.dataset.tls
    names = [one.name for one in pictures.tfms.fs]
    if not names or names[-1] != "PILBase.create" or not targets:
        raise Unsuitable("the pictures are not opened by PILImage.create alone")
    kind = pictures.types[-1] if getattr(pictures, "types", None) else None
    mode = MODES.get(getattr(kind, "__name__", ""))
    if mode is None or getattr(kind, "__module__", "") != "fastai.vision.core":
        raise Unsuitable("the pictures are of a kind of their own")
    for one in targets:
        made = type(one[0]).__name__ if len(one) else ""
        if made not in TARGETS:
            raise Unsuitable(f"the targets are of the kind {made}")
    if [one.name for one in loader.before_batch.fs] not in ([], ["noop"]):
        raise Unsuitable("there are transforms before a batch is made")
    return _recipe(loader), mode, len(names) - 1


def _recipe(loader: Any) -> Recipe:
    from fastai.data.transforms import ToTensor

    others = [one for one in loader.after_item.fs if type(one) is not ToTensor]
    if len(loader.after_item.fs) != len(others) + 1 or len(others) > 1:
        raise Unsuitable("there are item transforms beside the one that resizes")
    recipe = recipe_of(others[0]) if others else AsItIs()
    if recipe is None:
        raise Unsuitable("the item transform is none that is known to the pixel")
    return recipe
