"""The layer groups of a net: what they hold, and which of them train."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LayerGroup:
    """One group of layers that share a learning rate; the first group is nearest the picture."""

    holds: str  # "layer3 and layer4 (13 residual blocks)"
    n_params: int
    n_trainable: int  # parameters that a step changes now
    frozen: bool  # frozen: only batch norm, if anything, still learns
    lr: float | None = None  # what the next fit would use, where that is known

    @property
    def trains(self) -> str:
        """Whether the group learns, in words."""
        if not self.frozen:
            return "trains"
        return "frozen (batch norm still learns)" if self.n_trainable else "frozen"


@dataclass(frozen=True)
class LayerTable:
    """All layer groups of a learner, with what was just done to them."""

    groups: tuple[LayerGroup, ...]
    title: str
    note: str = ""  # what to do next, where there is something

    @property
    def n_params(self) -> int:
        return sum(group.n_params for group in self.groups)

    @property
    def n_trainable(self) -> int:
        return sum(group.n_trainable for group in self.groups)
