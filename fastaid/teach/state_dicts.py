"""Weights by their names: what a network asks for, what a dictionary holds, and how the two differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastaid.teach.objects import is_module, is_tensor, stored

Shapes = dict[str, tuple[int, ...]]  # a weight's name and its shape

# How many blocks each stage has, and whether a block has a third convolution.
RESNETS: dict[tuple[tuple[int, ...], bool], str] = {
    ((2, 2, 2, 2), False): "resnet18",
    ((3, 4, 6, 3), False): "resnet34",
    ((3, 4, 6, 3), True): "resnet50",
    ((3, 4, 23, 3), True): "resnet101",
    ((3, 8, 36, 3), True): "resnet152",
}
# Stages as torchvision names them, and as they are numbered in the body of a vision_learner.
STAGE = re.compile(r"(?:^|\.)(?:layer([1-4])|0\.([4-7]))\.(\d+)\.conv([123])\.weight$")
WEIGHT_NAMES = re.compile(r"model|net|state_?dict|weights|params|generator|discriminator|encoder|ema", re.I)


def asked(model: Any) -> Shapes:
    """The weights of a network, by the names that load_state_dict looks for."""
    found: Shapes = {}
    pending = [("", model)]
    while pending:
        prefix, part = pending.pop()
        own = stored(part)
        unsaved = own.get("_non_persistent_buffers_set", ())
        for table in ("_parameters", "_buffers"):
            for name, held in own.get(table, {}).items():
                if is_tensor(held) and name not in unsaved:
                    found[prefix + name] = _shape(held)
        inner = [
            (f"{prefix}{name}.", one) for name, one in own.get("_modules", {}).items() if one is not None
        ]
        pending += reversed(inner)
    return found


def held(state: Any) -> Shapes:
    """The weights in a dictionary."""
    if not isinstance(state, dict):
        return {}
    return {key: _shape(one) for key, one in state.items() if isinstance(key, str) and is_tensor(one)}


def _shape(tensor: Any) -> tuple[int, ...]:
    try:
        return tuple(int(n) for n in tensor.shape)
    except Exception:  # noqa: BLE001  a lazy layer's weights have no shape yet
        return ()


def is_state_dict(obj: Any) -> bool:
    """Whether it is a dictionary of weights."""
    return isinstance(obj, dict) and len(obj) > 0 and len(held(obj)) >= 0.8 * len(obj)


def nested(checkpoint: Any) -> dict[str, Any]:
    """The parts of a checkpoint that are weights themselves, or a network; by their keys."""
    if not isinstance(checkpoint, Mapping):
        return {}
    return {
        key: one
        for key, one in checkpoint.items()
        if isinstance(key, str) and (is_module(one) or is_state_dict(one))
    }


def weights_key(checkpoint: Any, model: Any = None) -> str:
    """The key of a checkpoint under which a network's weights are, "" where there is none."""
    inner = nested(checkpoint)
    if model is not None:
        wanted = set(asked(model))
        for key, one in inner.items():
            have = set(asked(one) if is_module(one) else held(one))
            if (wanted and wanted <= have) or _prefix(have, wanted):
                return key
    return next((key for key in inner if WEIGHT_NAMES.search(key)), next(iter(inner), ""))


def _untracked(names: set[str]) -> set[str]:
    # A counter that old files have not got, and that torch fills in by itself.
    return {name for name in names if not name.endswith("num_batches_tracked")}


def _prefix(have: set[str], wanted: set[str]) -> str:
    """What stands before every wanted name: "module."."""
    wanted = _untracked(wanted)
    starts = Counter(".".join(name.split(".")[:n]) + "." for name in have for n in (1, 2))
    for start, _ in starts.most_common(6):
        if wanted and wanted <= {name.removeprefix(start) for name in have if name.startswith(start)}:
            return start
    return ""


@dataclass(frozen=True)
class Fit:
    """Weights held against weights asked for."""

    asked: Shapes
    held: Shapes

    @property
    def missing(self) -> list[str]:
        """Asked for, and not there."""
        return [name for name in self.asked if name not in self.held and _untracked({name})]

    @property
    def unexpected(self) -> list[str]:
        """There, and not asked for."""
        return [name for name in self.held if name not in self.asked]

    @property
    def resized(self) -> list[str]:
        """There under the right name, in another shape."""
        return [name for name, size in self.asked.items() if self.held.get(name, size) != size]

    @property
    def extra_prefix(self) -> str:
        """What the held names have before them: "module."; "" where that is not the difference."""
        return _prefix(set(self.held), set(self.asked)) if self.missing else ""

    @property
    def extra_part(self) -> str:
        """A word inside the held names that must go: "module." of "features.module.0.weight"."""
        for part in ("module.", "_orig_mod."):
            without = {name.replace(part, "") for name in self.held if part in name}
            if without and _untracked(set(self.missing)) <= without:
                return part
        return ""

    @property
    def lacking_prefix(self) -> str:
        """What the asked names have before them and the held have not."""
        return _prefix(set(self.asked), set(self.held)) if self.unexpected else ""

    @property
    def is_renamed(self) -> bool:
        """Whether the same shapes come in the same order under other names."""
        ours = [size for name, size in self.asked.items() if _untracked({name})]
        theirs = [size for name, size in self.held.items() if _untracked({name})]
        return len(ours) > 1 and ours == theirs and bool(self.missing)


def layer_of(name: str) -> str:
    """The layer of a weight: "fc" of "fc.weight"."""
    return name.rpartition(".")[0]


def part_of(model: Any, path: str) -> Any:
    """A layer by its path, None where it is not there."""
    for name in path.split(".") if path else ():
        model = stored(model).get("_modules", {}).get(name)
    return model


def architecture(shapes: Shapes) -> str:
    """Which of the ResNets these weights are of, "" where they are of none."""
    blocks: dict[str, set[str]] = {}
    is_deep = False
    for name in shapes:
        if match := STAGE.search(name):
            stage, number, block, conv = match.groups()
            blocks.setdefault(stage or str(int(number) - 3), set()).add(block)
            is_deep = is_deep or conv == "3"
    counts = tuple(len(blocks.get(stage, ())) for stage in "1234")
    return RESNETS.get((counts, is_deep), "")
