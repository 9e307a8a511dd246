"""A frozen body run once, and its head trained on what it gave: the 2017 course's `precompute=True`.

A frozen body says the same of the same picture at every epoch. Its answers are computed once, in evaluation
mode, and a fit then costs what the head costs. Without views the pictures are taken as in validation, neither
turned nor lit otherwise; with K views each picture is augmented K times, and epoch e trains on view e modulo K.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from fasttransform import Pipeline

from fastaid.errors import FastaidError
from fastaid.training.fast.frozen import frozen_body
from fastaid.training.fast.in_place import put
from fastaid.training.fast.precision import CPUBFloat16

# Layers of a head that have nothing to learn and no mode: what they give can be kept in place of their input.
POOLS = ("AdaptiveConcatPool2d", "AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "Flatten", "Identity")
# Callbacks that mix pictures before the net sees them.
MIXES = ("MixUp", "CutMix", "MixHandler")
Progress = Callable[[int, int], None]
Opener = Callable[[Any, ExitStack], None]  # makes a loader faster while the stack is open


def check_precompute(learn: Any) -> None:
    """Refuse what activations cannot stand for.

    Raises: FastaidError with the next step.
    """
    if frozen_body(learn, is_learnt=False) is None:
        raise FastaidError(
            "--precompute trains the head on what a frozen body gives, and this body is not frozen.",
            "Run %freeze first, or leave --precompute out.",
        )
    mixing = [type(cb).__name__ for cb in learn.cbs if type(cb).__name__ in MIXES]
    if mixing:
        raise FastaidError(
            f"{mixing[0]} mixes pictures, and --precompute has none to mix.", "Leave one of them out."
        )


class Activations:
    """What a body gave for every picture of one loader; takes the place of its batches."""

    def __init__(self, loader: Any, views: list[torch.Tensor], targets: list[Any]):
        self.loader, self.views, self.targets = loader, views, targets
        self.epoch = -1  # before the first one

    def open(self) -> None:
        """Give activations in place of pictures."""
        loader = self.loader
        self._n_workers, loader.fake_l.num_workers = loader.fake_l.num_workers, 0
        self._is_pinned, loader.fake_l.pin_memory = loader.fake_l.pin_memory, False
        put(loader, "create_batches", self.create_batches)
        loader.after_batch = AlreadyApplied(loader.after_batch)

    def close(self) -> None:
        """Leave the loader as it was."""
        loader = self.loader
        loader.fake_l.num_workers, loader.fake_l.pin_memory = self._n_workers, self._is_pinned
        vars(loader).pop("create_batches", None)
        loader.after_batch = loader.after_batch.pipeline

    def create_batches(self, samples: Iterable[int]) -> Iterator[Any]:
        """Batches of activations and targets, in the order asked for."""
        self.epoch += 1
        numbers = torch.tensor([int(i) for i in samples], dtype=torch.long)
        bs = self.loader.bs
        end = len(numbers) // bs * bs if self.loader.drop_last else len(numbers)
        view = self.views[self.epoch % len(self.views)]
        for start in range(0, end, bs):
            some = numbers[start : start + bs].to(view.device)
            yield (view[some], *(one[some] for one in self.targets))


class AlreadyApplied(Pipeline):
    """A loader's transforms of batches, applied when activations were computed; a copy of the loader has them."""

    def __init__(self, pipeline: Any):
        self.__dict__.update(vars(pipeline), pipeline=pipeline)

    def __call__(self, batch: Any) -> Any:
        return batch

    def __reduce__(self) -> tuple[Any, ...]:
        return _itself, (self.pipeline,)


def _itself(pipeline: Any) -> Any:
    return pipeline


@contextmanager
def precomputed(
    learn: Any,
    views: int = 0,  # augmented views of each training picture; 0: one, as in validation
    make_faster: Opener | None = None,
    on_progress: Progress | None = None,
    first_epoch: int = 0,  # that is trained: each has its view
) -> Iterator[int]:  # numbers kept of each picture
    """Train on the body's activations inside the block.

    Costs one pass of the body over every picture and view, and 4 bytes for each number kept.
    """
    passed = [learn.model[0], *_pools(learn.model[1])]
    if any("forward" in vars(part) for part in passed):
        raise FastaidError("The net's parts have been changed by hand.", "Leave --precompute out.")
    train, *others = learn.dls.loaders[:2]
    n = sum(len(one.dataset) for one in others) + max(views, 1) * len(train.dataset)
    told = _Told(on_progress, n)
    with ExitStack() as stack:
        found = [_of_loader(learn, passed, train, views, make_faster, told)]
        found[0].epoch = first_epoch - 1
        found += [_of_loader(learn, passed, one, 0, make_faster, told) for one in others]
        for one in found:
            one.open()
            stack.callback(one.close)
        for part in passed:
            put(part, "forward", _unchanged)
            stack.callback(vars(part).pop, "forward", None)
        yield int(found[0].views[0][0].numel())


def _unchanged(x: Any) -> Any:
    return x


def _pools(head: Any) -> list[Any]:
    """The layers at a head's beginning that have nothing to learn."""
    found: list[Any] = []
    for part in head if isinstance(head, torch.nn.Sequential) else ():
        if type(part).__name__ not in POOLS:
            break
        found.append(part)
    return found


class _Told:
    def __init__(self, on_progress: Progress | None, n: int):
        self._on_progress, self._n, self._done = on_progress, n, 0

    def __call__(self, more: int) -> None:
        self._done += more
        if self._on_progress is not None:
            self._on_progress(self._done, self._n)


def _of_loader(
    learn: Any, passed: list[Any], loader: Any, views: int, make_faster: Opener | None, told: _Told
) -> Activations:
    """One loader's activations, in the order of its data set."""
    kept: list[torch.Tensor] = []
    targets: list[Any] = []
    for _ in range(max(views, 1)):
        with ExitStack() as stack:
            if not views:
                stack.enter_context(loader.dataset.set_split_idx(1))
            ordered = loader.new(shuffle=False, drop_last=False)
            if make_faster is not None:
                make_faster(ordered, stack)
            given, targets = _one_pass(learn, passed, ordered, told)
            kept.append(given)
    return Activations(loader, kept, targets)


def _one_pass(learn: Any, passed: list[Any], loader: Any, told: _Told) -> tuple[torch.Tensor, list[Any]]:
    for part in passed:
        part.eval()
    given: list[Any] = []
    targets: list[tuple[Any, ...]] = []
    with torch.no_grad(), _region(learn):
        for pictures, *rest in loader:
            x = pictures.as_subclass(torch.Tensor)
            if x.ndim == 4:
                x = x.contiguous(memory_format=torch.channels_last)
            for part in passed:
                x = part(x)
            given.append(x.float())
            targets.append(tuple(rest))
            told(len(pictures))
    return torch.cat(given), [_joined(column) for column in zip(*targets, strict=True)]


def _joined(column: Iterable[Any]) -> Any:
    parts = list(column)
    return torch.cat(parts) if isinstance(parts[0], torch.Tensor) else torch.as_tensor(parts)


def _region(learn: Any) -> Any:
    """Mixed precision for the pass, where the fit has it."""
    if any(isinstance(one, CPUBFloat16) for one in learn.cbs):
        return torch.autocast("cpu", dtype=torch.bfloat16)
    mixed = getattr(learn, "mixed_precision", None)
    if mixed is None:
        return torch.autocast("cpu", enabled=False)
    dtype = torch.bfloat16 if str(mixed.amp_mode.value) == "bf16" else torch.float16
    return torch.autocast("cuda", dtype=dtype)
