"""What makes a fit faster and leaves its result: one place that switches it on, and off again."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from fastaid.training.device import device_of
from fastaid.training.fast.compiled import compiled
from fastaid.training.fast.frozen import body_at_rest, frozen_body
from fastaid.training.fast.layout import channels_last, fastest_convolutions
from fastaid.training.fast.optimizer import fused
from fastaid.training.fast.picture_loader import PictureLoader, Unsuitable
from fastaid.training.fast.pixel_store import MOST_BYTES, PixelStore
from fastaid.training.fast.precision import bfloat16_on_cpu, has_bfloat16
from fastaid.training.fast.precompute import Progress, check_precompute, precomputed
from fastaid.training.fast.progressive import progressive_sizes
from fastaid.training.fast.smooth_loss import smooth_loss_on_device

log = logging.getLogger(__name__)
MOST_READERS = 8  # threads that decode pictures


@dataclass(frozen=True)
class SpeedOptions:
    """What may be done."""

    keeps_pixels: bool = True
    is_quick: bool = True  # channels last, and the optimizer's steps in one call
    folder: Path | None = None  # of kept pixels; the user's cache folder
    most_bytes: int = MOST_BYTES  # of disk for them
    rests_body: bool = True  # a frozen body in evaluation mode, without gradients
    precomputes: bool = False  # train the head on what the frozen body gives
    views: int = 0  # augmented views of each picture then; 0: one, as in validation
    is_bfloat16_on_cpu: bool = False
    sizes: tuple[int, ...] = ()  # of the pictures, growing from epoch to epoch; (): the data's own
    compiles: bool = False


PLAIN = SpeedOptions(keeps_pixels=False, is_quick=False, rests_body=False)


@dataclass
class Speedups:
    """What is done, for one line of a run's view."""

    done: list[str] = field(default_factory=list)
    not_done: dict[str, str] = field(default_factory=dict)  # what, and why not
    loaders: list[PictureLoader] = field(default_factory=list)

    def line(self) -> str:
        """In one line: "pixels kept (960 of 960 from before), channels last, fused Adam"."""
        words = list(self.done)
        if self.loaders:
            found = sum(one.store.n_kept for one in self.loaders)
            n = sum(one.n_pictures for one in self.loaders)
            words.insert(0, f"pixels kept ({found:,} of {n:,} from before)")
        return ", ".join(words)


@contextmanager
def accelerated(
    learn: Any,
    options: SpeedOptions | None = None,
    on_progress: Progress
    | None = None,  # called with how many pictures went through the body, and of how many
    first_epoch: int = 0,  # of the fit that goes on inside the block
) -> Iterator[Speedups]:
    """Train faster inside the block, with the same random numbers, pictures and mathematics.

    What is not known to give the same result is left as it is. Costs: pixels on disk, and a copy of the
    weights while they are laid anew. Afterwards data, net and optimizer are as they were, but trained.
    """
    options = options or SpeedOptions()
    found = Speedups()
    with ExitStack() as stack:
        if learn.opt is None:
            learn.create_opt()
        if options.is_quick:
            _enter(stack, found, "channels last", channels_last(learn))
            _enter(stack, found, "fused Adam", fused(learn.opt))
            _enter(stack, found, "", fastest_convolutions(learn))
        if options.sizes:
            words = f"pictures of {', '.join(map(str, options.sizes))} px"
            _enter(stack, found, words, progressive_sizes(learn, options.sizes))
        if options.compiles:
            _enter(stack, found, "compiled", compiled(learn))
        if options.is_bfloat16_on_cpu:
            slowly = "" if has_bfloat16() else " (slowly: this CPU has no instructions for it)"
            _enter(stack, found, f"bfloat16{slowly}", bfloat16_on_cpu(learn))
        if options.is_quick and getattr(device_of(learn), "type", "cpu") != "cpu":
            _enter(stack, found, "", smooth_loss_on_device(learn))
        _with_pictures(learn, options, found, stack, on_progress, first_epoch)
        yield found


def faster(
    learn: Any,  # the Learner that will train inside the block
    precompute: bool
    | int = False,  # train the head on what its frozen body gives; a number: of that many views
    bf16: bool = False,  # compute in bfloat16 on a CPU
    progressive: Sequence[int] = (),  # sizes of the training pictures in pixels, growing from epoch to epoch
    compile: bool = False,  # compile the net, which takes a while at the first batch
) -> AbstractContextManager[Speedups]:
    """Train faster inside the block, with the same random numbers, pictures and mathematics.

    `with faster(learn): learn.fit_one_cycle(4)` is what `%fit_one_cycle 4` does. A frozen body stays in
    evaluation mode; pixels are kept on disk, so that no picture is decoded twice.
    Raises: FastaidError where `precompute` is asked of a body that is not frozen.
    """
    if precompute is not False:
        check_precompute(learn)
    views = 0 if isinstance(precompute, bool) else precompute
    options = SpeedOptions(
        precomputes=precompute is not False,
        views=views,
        is_bfloat16_on_cpu=bf16,
        sizes=tuple(progressive),
        compiles=compile,
    )
    return accelerated(learn, options)


def _enter(stack: ExitStack, found: Speedups, name: str, context: AbstractContextManager[Any]) -> None:
    """Switch one thing on; where that fails, the fit goes without it."""
    try:
        is_on = stack.enter_context(context)
    except Exception as error:
        log.debug("%s could not be switched on", name, exc_info=True)
        found.not_done[name] = f"{type(error).__name__}: {error}"
        return
    if is_on and name:
        found.done.append(name)


def _with_pictures(
    learn: Any,
    options: SpeedOptions,
    found: Speedups,
    stack: ExitStack,
    on_progress: Progress | None,
    first_epoch: int,
) -> None:
    """What concerns pictures: where they come from, and whether the body sees them more than once."""
    readers = min(MOST_READERS, os.cpu_count() or 1)
    pool = stack.enter_context(ThreadPoolExecutor(readers, thread_name_prefix="fastaid-pictures"))
    open_loader = partial(_keep_pixels, options=options, found=found, pool=pool)
    if options.precomputes:
        n = stack.enter_context(precomputed(learn, options.views, open_loader, on_progress, first_epoch))
        views = f", {options.views} views" if options.views else ""
        found.done.insert(0, f"head on {n:,} activations a picture{views}")
        return
    for loader in learn.dls.loaders[:2]:
        open_loader(loader, stack)
    if options.rests_body:
        stack.enter_context(body_at_rest(learn))
        if frozen_body(learn) is not None:
            found.done.insert(0, "frozen body in evaluation mode")


def _keep_pixels(
    loader: Any, stack: ExitStack, options: SpeedOptions, found: Speedups, pool: ThreadPoolExecutor
) -> None:
    if not options.keeps_pixels:
        return
    store = partial(PixelStore, folder=options.folder, most_bytes=options.most_bytes)
    try:
        one = PictureLoader(loader, pool, store)
    except Unsuitable as why:
        found.not_done["pixels"] = str(why)
        return
    except Exception as error:
        log.debug("pixels could not be kept", exc_info=True)
        found.not_done["pixels"] = f"{type(error).__name__}: {error}"
        return
    one.open()
    stack.callback(one.close)
    found.loaders.append(one)
