"""Pictures for validation that are changed at random, as those for training are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_of, stored

PARTS = ("valid", "val", "test", "tst")


@check("@VisionDataset", needs="torchvision")
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


@check("@DataLoader", also=("@Subset",), needs="torchvision")
def valid_shares_transforms(cell: Cell) -> Iterator[Notice]:
    """`train_ds, valid_ds = random_split(full_ds, …)`: both parts read the one dataset, with its random transforms."""
    for name, loader in cell.live(_is_loader):
        part = stored(loader).get("dataset")
        whole = stored(part).get("dataset") if is_of(part, "torch.utils.data", "Subset") else None
        if whole is None or not _is_part(name) or cell.words & {"tta", "TTA", "n_augs"}:
            continue
        random = _random(stored(whole).get("transform")) if _always_transforms(cell, whole) else []
        subset = _named(cell, part) or f"{name}.dataset"
        if not random or not _is_trained_on(cell, whole, part):
            continue
        data = _named(cell, whole)
        yield Notice(
            f"`{subset}` shares {f'`{data}`' if data else 'its dataset'} with the training part, so its pictures go "
            f"through {listed(random, 3)} too: what is measured differs each time. Make the data set a second time "
            f"with transforms that change nothing at random{_second(cell, data)}, and take the same items of it: "
            f"`{subset} = torch.utils.data.Subset(plain_ds, {subset}.indices)`.",
            id(part),
            card="data-augmentation",
        )
        return


def _second(cell: Cell, data: str) -> str:
    """The line that makes the data set once more, with other transforms."""
    made = origin(cell, data) if data else None
    given = keyword(made, "transform") if isinstance(made, ast.Call) else None
    if given is None or made is None:
        return ""
    return f" (`plain_ds = {text_of(made).replace(f'transform={text_of(given)}', 'transform=plain_tfms')}`)"


def _is_loader(held: Any) -> bool:
    return is_of(held, "torch.utils.data", "DataLoader")


def _named(cell: Cell, held: Any) -> str:
    return next((name for name, one in cell.names.items() if one is held and name[:1] != "_"), "")


def _always_transforms(cell: Cell, whole: Any) -> bool:
    """Whether a dataset's transform is used for every item: torchvision's, or the learner's own without a choice."""
    if _is_pictures(whole):
        return True
    method = vars(type(whole)).get("__getitem__") if type(whole).__module__ == "__main__" else None
    written = cell.definition(method) if method is not None else None
    if written is None or not any(
        isinstance(one, ast.Attribute) and text_of(one) == "self.transform" for one in below(written)
    ):
        return False
    tests = [one.test for one in below(written) if isinstance(one, (ast.If, ast.IfExp))]
    return all("self.transform" in text_of(one) for one in tests)


def _is_trained_on(cell: Cell, whole: Any, part: Any) -> bool:
    """Whether another part of the same dataset is there to train on."""
    for name, held in cell.names.items():
        data = stored(held).get("dataset") if _is_loader(held) else held
        is_other = is_of(data, "torch.utils.data", "Subset") and data is not part
        if (
            is_other
            and stored(data).get("dataset") is whole
            and ("train" in name.lower() or "trn" in name.lower())
        ):
            return True
    return False
