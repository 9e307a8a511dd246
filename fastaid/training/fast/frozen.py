"""A frozen body without its batch norm training along, and so without gradients through it.

fastai's `freeze` leaves batch norm trainable, so a step computes gradients through the whole body for the
sake of a few numbers. In evaluation mode the body uses the statistics that it has learnt on its own pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from fastai.learner import Callback
from torch.nn.modules.batchnorm import _BatchNorm

from fastaid.training.fast.in_place import put

NORMS = (_BatchNorm,)


def frozen_body(
    learn: Any,
    is_learnt: bool = True,  # whether its batch norms must hold statistics of pictures
) -> Any:
    """The first of a net's two parts, where nothing but batch norm trains in it; None otherwise."""
    model = learn.model
    if type(model) is not torch.nn.Sequential or len(model) != 2:
        return None
    body = model[0]
    norms = {id(p) for part in body.modules() if isinstance(part, NORMS) for p in part.parameters(False)}
    trains = [p for p in body.parameters() if p.requires_grad and id(p) not in norms]
    has_any = next(body.parameters(), None) is not None
    return body if has_any and not trains and (_has_learnt(body) or not is_learnt) else None


def _has_learnt(body: Any) -> bool:
    """Whether its batch norms hold statistics of pictures, and not those that they are made with."""
    found = [part for part in body.modules() if isinstance(part, NORMS)]
    return bool(found) and all(
        part.running_mean is not None and bool(part.running_mean.any()) for part in found
    )


@contextmanager
def body_at_rest(learn: Any) -> Iterator[BodyAtRest]:
    """Keep a frozen body in evaluation mode and out of autograd in the fits inside the block."""
    callback = BodyAtRest()
    try:
        with learn.added_cbs(callback):
            yield callback
    finally:
        callback.let_go()


class BodyAtRest(Callback):
    """Puts a body that is frozen in evaluation mode whenever fastai has put the net in training mode."""

    order = -5  # after TrainEvalCallback

    def __init__(self) -> None:
        super().__init__()
        self._body: Any = None

    def before_fit(self) -> None:
        # Each fit anew: fine_tune has one with a frozen body and one without.
        self.let_go()
        body = frozen_body(self.learn)
        if body is None or "forward" in vars(body):
            return
        forward = body.forward

        def without_gradients(*args: Any, **kwargs: Any) -> Any:
            with torch.no_grad():
                return forward(*args, **kwargs)

        put(body, "forward", without_gradients)
        self._body = body

    def before_train(self) -> None:
        if self._body is not None:
            self._body.eval()

    def after_fit(self) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Give the body its gradients back."""
        body, self._body = self._body, None
        if body is not None:
            vars(body).pop("forward", None)

    def __reduce__(self) -> tuple[Any, ...]:
        # A learner that is exported while it trains takes none of this along.
        return Callback, ()
