"""Leaving a learner as if a fit had been shorter, and the session as if it had not been.

fastai 2.8 has no `finally` around a fit: what a callback put back in `after_fit` stays undone when an
interrupt or an error is thrown through it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from fastai.callback.progress import ShowGraphCallback
from fastai.callback.schedule import ParamScheduler
from fastai.callback.tracker import SaveModelCallback
from fastai.learner import Callback


@contextmanager
def own_progress_hidden(learn: Any) -> Iterator[None]:
    """Silence fastai's bars, rows and graphs where something of ours shows the same."""
    # fastai 2.8's graph is drawn into its bar, and does not train without one.
    graphs = [cb for cb in learn.cbs if isinstance(cb, ShowGraphCallback)]
    with learn.removed_cbs(graphs), learn.no_bar(), learn.no_logging():
        yield


@contextmanager
def torch_as_found() -> Iterator[None]:
    """Leave mixed precision's region, and `torch.no_grad`'s, where an exception is thrown through them.

    fastai 2.8 enters autocast before a batch and leaves it after the loss. A region that stays entered
    keeps every later one from forgetting its copies of the weights: training would go on with old ones.
    A second interrupt may come between the lines of `no_grad.__exit__`: nothing would take gradients any more.
    """
    import torch

    enabled, depth = torch.is_autocast_enabled("cuda"), _autocast_depth()
    takes_gradients = torch.is_grad_enabled()
    try:
        yield
    finally:
        torch.set_grad_enabled(takes_gradients)
        if _autocast_depth() > depth:
            while _autocast_depth() > depth:
                torch.autocast_decrement_nesting()
            torch.set_autocast_enabled("cuda", enabled)
            torch.clear_autocast_cache()


def _autocast_depth() -> int:
    import torch

    torch.autocast_increment_nesting()
    return int(torch.autocast_decrement_nesting())


def keep_from_reloading(learn: Any) -> None:
    """Keep fastai's SaveModelCallback from loading a file that this fit did not write.

    It loads its best model after every fit; where none was saved yet, that is another fit's, or missing.
    """
    for callback in savers(learn):
        if callback.best is None or math.isinf(callback.best):
            callback.run = False  # fastai sets it again when the fit is over


def savers(learn: Any) -> list[SaveModelCallback]:
    """The learner's callbacks that bring the best model back at the end."""
    found = [cb for cb in learn.cbs if isinstance(cb, SaveModelCallback)]
    return [cb for cb in found if not cb.at_end and not cb.every_epoch]


def settle(
    learn: Any,
    schedulers: Sequence[ParamScheduler] = (),
    told: Callback | None = None,  # a callback that knows already how it ended
) -> None:
    """Leave a learner that an exception threw out of a fit as if the fit had been shorter.

    fastai 2.8 skips `after_fit` then: schedules are not handed to the recorder, the logger stays
    replaced, and half a batch stays in memory.
    """
    keep_from_reloading(learn)
    for scheduler in schedulers:
        if hasattr(learn, "recorder") and hasattr(scheduler, "hps"):
            learn.recorder.hps = scheduler.hps
    for event in ("after_cancel_fit", "after_fit"):
        for callback in learn.cbs.sorted("order"):
            if callback is told:
                continue
            try:
                callback(event)
            except Exception:  # noqa: BLE001  it may not have begun; the others still get their turn
                continue
    if learn.opt is not None:
        learn.opt.zero_grad()
    tidy(learn)


def tidy(learn: Any) -> None:
    """Let go of the batch and the half-read loaders; a learner that holds them cannot be saved."""
    learn._end_cleanup()
    for loader in learn.dls.loaders:
        loader.__dict__.pop("it", None)
