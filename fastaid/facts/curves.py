"""A learning-rate finder's curve, and what each suggestion on it means."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_FALL = 0.02  # of the loss a tenth of the batches in, where it has settled
WHY = {
    "valley": "in the middle of the longest stretch where the loss keeps falling: fastai's own choice",
    "minimum": "a tenth of the rate where the loss was lowest, since at the lowest point it is about to rise",
    "steep": "where the loss falls fastest: good for a new head, often bold for a whole net",
}


@dataclass(frozen=True)
class Suggestion:
    """A learning rate that a rule picked from the curve."""

    name: str  # fastai's word: "valley", "minimum", "steep"
    lr: float
    loss: float | None  # on the curve at that rate

    @property
    def why(self) -> str:
        return WHY.get(self.name, "")


@dataclass(frozen=True)
class LRCurve:
    """Loss against learning rate, one point a batch of the mock training."""

    lrs: tuple[float, ...]
    losses: tuple[float | None, ...]  # smoothed, as fastai's Recorder keeps them
    suggestions: tuple[Suggestion, ...] = ()
    n_wanted: int = 100  # batches that were meant to run
    is_interrupted: bool = False

    @property
    def fell(self) -> bool:
        """Whether the loss came down at all, which every suggestion takes for granted."""
        finite = [loss for loss in self.losses if loss is not None]
        return bool(finite) and min(finite) < (1 - LEAST_FALL) * finite[len(finite) // 10]

    @property
    def advice(self) -> str:
        """One sentence: the rate to take, or why there is none to take."""
        if self.is_interrupted:
            return (
                f"Interrupted after {len(self.lrs)} of {self.n_wanted} batches; weights, learning rate and "
                "callbacks are as they were before. Run %lr_find again for a suggestion."
            )
        if not self.suggestions:
            if None in self.losses or len(self.losses) >= self.n_wanted:
                return "Too few finite losses for a suggestion: check the data and the loss first."
            return (
                f"Too few losses for a suggestion: the loss exploded after {len(self.lrs)} of {self.n_wanted} "
                "batches, as it soon does in a net that is trained. Try --no-stop-div, or --num-it 200."
            )
        chosen = self.suggestions[0]
        if not self.fell:
            return (
                f"The loss hardly fell at any rate, so {chosen.lr:.1e} ({chosen.name}) is a guess: look at the "
                "data and their labels, or train a little first."
            )
        return f"Take {chosen.lr:.1e} ({chosen.name}): {chosen.why}."
