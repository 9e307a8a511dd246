"""Pictures for validation that are changed at random, as those for training are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.objects import is_of, stored

PARTS = ("valid", "val", "test", "tst")


@check("ImageFolder(", "datasets.", needs="torchvision")
def valid_with_train_transforms(cell: Cell) -> Iterator[Notice]:
    """`val_ds = ImageFolder('val', train_tfms)`, where there are `val_tfms`."""
    for name, held in cell.live(_is_pictures):
        if not _is_part(name) or cell.words & {"tta", "TTA", "n_augs"}:
            continue
        transform = stored(held).get("transform")
        random = _random(transform)
        used = next((one for one, other in cell.names.items() if other is transform and one[:1] != "_"), "")
        others = [
            one
            for one, other in cell.names.items()
            if type(other).__name__ == "Compose" and _is_part(one) and not _random(other)
        ]
        if random and used and not _is_part(used) and others:
            yield Notice(
                f"`{name}` goes through `{used}`, whose {listed(random, 3)} changes the pictures at random, so what is "
                f"measured differs each time. `{others[0]}` is there for it: make `{name}` with "
                f"`transform={others[0]}`.",
                id(held),
                card="data-augmentation",
            )


def _is_pictures(held: Any) -> bool:
    return is_of(held, "torchvision.datasets", "VisionDataset")


def _is_part(name: str) -> bool:
    return any(one in name.lower() for one in PARTS) and "train" not in name.lower()


def _random(transform: Any) -> list[str]:
    """The names of the transforms in a Compose that change a picture at random."""
    if type(transform).__name__ != "Compose":
        return []
    names = [type(one).__name__ for one in stored(transform).get("transforms") or ()]
    return [
        one
        for one in names
        if one.startswith("Random") or one in ("ColorJitter", "AutoAugment", "TrivialAugmentWide")
    ]
