"""fastai's learning-rate finder, told as a curve with reasons, and safe to interrupt."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from fastai.callback.schedule import LRFinder, SuggestionMethod
from fastai.learner import Callback, CancelFitException

from fastaid.facts.code import Given, Program, Step, call
from fastaid.facts.curves import LRCurve, Suggestion
from fastaid.facts.run import finite
from fastaid.training.cleanup import own_progress_hidden, settle, torch_as_found
from fastaid.training.stop import Stop, interrupts_deferred

SKIP_END = 5  # fastai leaves the last points out of its plot and its suggestions: they shoot up
MIN_POINTS = 6
METHODS = ("valley", "minimum", "steep")
PROGRESS_EVERY = 0.25  # seconds


@dataclass(frozen=True)
class LRFindOptions:
    """fastai's own parameters of `lr_find`; None leaves fastai's default."""

    start_lr: float | None = None
    end_lr: float | None = None
    num_it: int | None = None
    stop_div: bool | None = None

    @property
    def first_lr(self) -> float:
        return 1e-7 if self.start_lr is None else self.start_lr

    @property
    def last_lr(self) -> float:
        return 10.0 if self.end_lr is None else self.end_lr


class _Edge(Callback):
    """Count batches, and end the mock training where a stop was asked for."""

    order = 1_000

    def __init__(self, stop: Stop, on_progress: Callable[[int], None] | None):
        super().__init__()
        self._stop, self._on_progress, self._last = stop, on_progress, 0.0

    def after_batch(self) -> None:
        now = time.monotonic()
        if self._on_progress and now - self._last > PROGRESS_EVERY:
            self._last = now
            self._on_progress(self.train_iter)
        if self._stop.is_requested:
            raise CancelFitException


def lr_find_program(learn: Any, learn_code: str, options: LRFindOptions) -> Program:
    """The line of fastai that finds the learning rate with every suggestion we explain."""
    methods = [
        Given(f"SuggestionMethod.{m.capitalize()}", getattr(SuggestionMethod, m.capitalize()))
        for m in METHODS
    ]
    find = call(
        f"{learn_code}.lr_find",
        start_lr=options.start_lr,
        end_lr=options.end_lr,
        num_it=options.num_it,
        stop_div=options.stop_div,
        show_plot=None,
        suggest_funcs=methods,
    )
    return Program((Step(find, "suggestions"),))


def lr_find(
    learn: Any,
    options: LRFindOptions,
    on_progress: Callable[[int], None] | None = None,  # called with the batches done, four times a second
) -> LRCurve:
    """Run fastai's mock training and read its curve.

    Weights, optimizer (its learning rate too) and callbacks are afterwards as they were before,
    interrupted or not. Costs `num_it` batches of training and one copy of the model on disk.
    Source: fastai 2.8 `Learner.lr_find` and its `SuggestionMethod`s; Smith 2015, arXiv:1506.01186.
    """
    stop = Stop()
    num_it = options.num_it or 100
    asked = {key: value for key, value in vars(options).items() if value is not None}
    with (
        interrupts_deferred(stop),
        torch_as_found(),
        _saved_elsewhere(learn),
        own_progress_hidden(learn),
    ):
        try:
            with learn.added_cbs(_Edge(stop, on_progress)):
                learn.lr_find(**asked, show_plot=False, suggest_funcs=None)
        except KeyboardInterrupt:
            stop.request("batch", is_interrupt=True)
        return _curve(learn, num_it, stop.is_interrupt)


@contextmanager
def _saved_elsewhere(learn: Any) -> Iterator[None]:
    """Let fastai keep its copy of the model in a temporary folder, and put it back if fastai did not.

    fastai 2.8 writes it beside the data, which may be read-only, and an exception in the middle
    skips `LRFinder.after_fit`, which loads it again.
    """
    finders: list[LRFinder] = []

    class Remember(Callback):
        order = -1_000

        def before_fit(self) -> None:
            finders.extend(cb for cb in self.learn.cbs if isinstance(cb, LRFinder))

    model_dir = learn.model_dir
    # fastai's own copy of the optimizer is made after `fit` has set the learner's default rate.
    hypers = [dict(group) for group in learn.opt.hypers] if learn.opt is not None else []
    with tempfile.TemporaryDirectory(prefix="fastaid-lr-find-", ignore_cleanup_errors=True) as folder:
        learn.model_dir = folder
        try:
            with learn.added_cbs(Remember()):
                yield
        finally:
            for finder in finders:
                if finder.learn is None and hasattr(finder, "tmp_d"):
                    finder.learn = learn
                    finder.after_fit()  # does nothing where its copy was loaded and removed already
                    finder.learn = None
            learn.model_dir = model_dir
            if learn.opt is not None and hypers:
                learn.opt.set_hypers(**{key: [group[key] for group in hypers] for key in hypers[0]})
            if learn.opt is not None:
                settle_if_left(learn)


def settle_if_left(learn: Any) -> None:
    """Tidy up where an exception left a batch in the learner."""
    if getattr(learn, "dl", None) is not None:
        settle(learn)


def _curve(learn: Any, num_it: int, is_interrupted: bool) -> LRCurve:
    lrs = tuple(float(lr) for lr in learn.recorder.lrs)
    losses = tuple(finite(loss) for loss in learn.recorder.losses)
    suggestions = () if is_interrupted else _suggestions(lrs, losses, num_it)
    return LRCurve(lrs, losses, suggestions, num_it, is_interrupted)


def _suggestions(
    lrs: tuple[float, ...], losses: tuple[float | None, ...], num_it: int
) -> tuple[Suggestion, ...]:
    """Ask fastai's rules, over the points that fastai itself gives them."""
    from fastai.torch_core import tensor

    pairs = list(zip(lrs, losses, strict=True))[num_it // 10 : -SKIP_END]
    usable = next((i for i, (_, loss) in enumerate(pairs) if loss is None), len(pairs))
    if usable < MIN_POINTS:
        return ()
    xs, ys = (tensor(list(values)) for values in zip(*pairs[:usable], strict=True))
    found = []
    for name in METHODS:
        lr, (_, loss) = getattr(SuggestionMethod, name.capitalize())(xs, ys, num_it)
        found.append(Suggestion(name, float(lr), finite(loss)))
    return tuple(found)
