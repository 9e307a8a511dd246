"""What a learner got wrong, counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TagScore:
    """How one label of several fared, at a threshold of one half."""

    tag: str
    n: int  # pictures that have it
    found: int  # of these, said to have it
    false_alarms: int  # pictures said to have it that do not


@dataclass(frozen=True)
class Mistakes:
    """The validation part's predictions against its labels."""

    n: int
    n_wrong: int
    classes: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...] = ()  # rows: actual, columns: predicted; empty for several labels
    tags: tuple[TagScore, ...] = ()
    worst: bytes = b""  # a PNG of the pictures with the highest loss
    n_shown: int = 0

    def most_confused(self, min_val: int = 1) -> list[tuple[str, str, int]]:
        """(actual, predicted, times), the commonest confusion first, as fastai's method of that name."""
        pairs = [
            (self.classes[i], self.classes[j], n)
            for i, row in enumerate(self.matrix)
            for j, n in enumerate(row)
            if i != j and n >= min_val
        ]
        return sorted(pairs, key=lambda pair: -pair[2])


@dataclass(frozen=True)
class Prediction:
    """What a learner says of one picture."""

    file: str
    label: str  # the class, or the classes above the threshold joined by "; "
    ranked: tuple[tuple[str, float], ...]  # (class, probability), the most probable first
    picture: bytes = b""  # a PNG, small
    is_multi: bool = False
