"""What a run's curves say, in plain words, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from fastaid.facts.run import Run, is_lower_better

Sureness = Literal["sure", "likely", "a guess"]

LEAST_CHANGE = 0.01  # of a loss: less is no change worth a word
FEW_BATCHES = 10  # with fewer losses than these nothing is said
HIGHER = 0.5  # of its lowest value: a smoothed training loss that rose by this much has left its path,
SHARE_LOST = 0.25  # if that is also so much of all it had fallen by
LEAST_RISE = 0.02  # of all that a validation loss fell by: one near zero doubles without meaning
NEAR_ZERO = (
    0.05  # of a classifier's loss: each item gets its class with 95% or more, and ripples mean nothing
)
HARDLY = 0.03  # of the first loss: a fall of less in a whole epoch is hardly one


@dataclass(frozen=True)
class Reading:
    """A sentence about a run; `kind` is for views that give it a colour, the text says all."""

    kind: Literal["good", "neutral", "bad"]
    text: str
    sure: Sureness


def read(run: Run) -> Reading | None:
    """The most important thing to say of a run; None while there is too little to go by."""
    if run.diverged:
        return Reading(
            "bad",
            "The loss is NaN or infinite, and no later batch mends that. Stop, go back to a saved state or "
            "make the learner again, and take a learning rate ten times lower; then check the data.",
            "sure",
        )
    if run.step < FEW_BATCHES or run.lowest_smooth_loss is None:
        return None
    # The smoothed curve of the first batches jumps.
    settled, now = run.smooth_losses[FEW_BATCHES // 2], run.smooth_losses[-1]
    if settled is None or now is None:
        return None
    return (
        _too_high(run, run.lowest_smooth_loss, settled, now)
        or _validation(run)
        or _training_only(run, settled, now)
    )


def _too_high(run: Run, lowest: float, settled: float, now: float) -> Reading | None:
    """A training loss that climbs away from its lowest point while the rate is high."""
    rise, fall = now - lowest, settled - lowest
    if rise <= max(HIGHER * abs(lowest), SHARE_LOST * fall, _least(run)):
        return None
    text = "The training loss has climbed well above its lowest value: the learning rate is probably too high"
    if now > settled:
        return Reading("bad", f"{text} (it is now above where it began).", "likely")
    return Reading("bad", f"{text}, unless it comes down again as the rate does.", "a guess")


def _validation(run: Run) -> Reading | None:
    losses = [(e.epoch, loss) for e in run.epochs if (loss := dict(e.values).get("valid_loss")) is not None]
    if len(losses) < 2:
        return None
    best_epoch, best = min(losses, key=lambda pair: pair[1])
    last_epoch, last = losses[-1]
    since = last_epoch - best_epoch
    if best < last < _least(run) or 0 <= best == last < _least(run):
        return Reading("good", "The validation loss is close to zero: little is left to gain.", "likely")
    fall = max(loss for _, loss in losses) - best
    noise = max(_noise(best, run.started.n_valid), LEAST_RISE * fall, _least(run))
    if last > best + noise and since:
        if _falls_since(run, best_epoch):
            return _overfits(run, best_epoch, since, rise=(last - best) / noise)
        text = (
            f"Getting worse: since epoch {best_epoch} the validation loss rises and the other does not fall."
        )
        return Reading("bad", text, "likely" if since >= 2 else "a guess")
    before = losses[-2][1]
    if since == 0 and before - last > LEAST_CHANGE * abs(before):
        is_over = run.status != "running"
        sure: Sureness = "likely" if before - last > noise else "a guess"
        more = " More epochs may well help." if is_over else ""
        return Reading("good", f"Still improving: the validation loss is the lowest so far.{more}", sure)
    if since >= 2:
        return Reading(
            "neutral", f"No better since epoch {best_epoch}: the validation loss is flat.", "likely"
        )
    return Reading("neutral", "The validation loss hardly changes.", "a guess")


def _overfits(run: Run, best_epoch: int, since: int, rise: float) -> Reading:
    """Training loss down, validation loss up: overfitting, unless the metric says otherwise.

    Source: the course's lesson 1, where a rising validation loss counts only once the metric is worse too.
    """
    metric = next((name for name in reversed(run.columns) if not name.endswith("loss")), None)
    rises = f"since epoch {best_epoch} the validation loss rises while the training loss falls"
    if metric is not None and not _is_worse(run, metric, best_epoch):
        text = f"Not overfitting yet, going by {metric}, which is no worse than it was then; but {rises}."
        return Reading("neutral", text, "likely")
    sure: Sureness = "sure" if since >= 3 and rise > 3 else "likely" if since >= 2 or rise > 3 else "a guess"
    text = f"Overfitting: {rises}. Fewer epochs, more augmentation or more data would help."
    return Reading("bad", text, sure)


def _is_worse(run: Run, metric: str, epoch: int) -> bool:
    """Whether a metric is worse now than it was in an epoch."""
    values = {e.epoch: dict(e.values).get(metric) for e in run.epochs}
    then, now = values.get(epoch), values.get(run.epochs[-1].epoch)
    if then is None or now is None:
        return True
    return now > then if is_lower_better(metric) else now < then


def _least(run: Run) -> float:
    """A difference of losses below this one says nothing; of a regression's scale nothing is known."""
    return NEAR_ZERO if run.started.n_classes else 0.0


def _falls_since(run: Run, epoch: int) -> bool:
    """Whether the training loss fell after an epoch."""
    losses = {e.epoch: dict(e.values).get("train_loss") for e in run.epochs}
    then, now = losses.get(epoch), losses.get(run.epochs[-1].epoch)
    return then is not None and now is not None and now < then * (1 - LEAST_CHANGE)


def _noise(loss: float, n_valid: int) -> float:
    """How far a validation loss moves by chance from one epoch to the next.

    The losses of single items scatter about as widely as they are large, so their mean's standard error is
    loss/√n; the same items come again each epoch, so by half as much do two epochs differ by chance.
    """
    return max(abs(loss) / (2 * math.sqrt(max(n_valid, 1))), LEAST_CHANGE * abs(loss))


def _training_only(run: Run, settled: float, now: float) -> Reading:
    """Before the second validation there is the training loss alone to go by."""
    if now < settled * (1 - HARDLY):
        return Reading("good", "The training loss falls.", "likely")
    if run.epochs:
        return Reading(
            "neutral",
            "The training loss hardly fell in a whole epoch: a higher learning rate may help, see %lr_find.",
            "a guess",
        )
    return Reading("neutral", "The training loss does not fall yet.", "a guess")
