"""The course's picture data sets by name: where fastai gets them, and how each one is labelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError

from fastaid.errors import FastaidError, did_you_mean, listed


@dataclass(frozen=True)
class Recipe:
    """How a data set of fastai's `URLs` becomes labelled pictures."""

    factory: str
    below: str = ""  # the folder inside the archive
    options: dict[str, Any] = field(default_factory=dict)


def _parts(train: str, valid: str) -> Recipe:
    return Recipe("from_folder", options={"train": train, "valid": valid})


_IMAGENETTE = {
    name: _parts("train", "val")
    for family in ("IMAGENETTE", "IMAGEWOOF", "IMAGEWANG")
    for name in (family, f"{family}_160", f"{family}_320")
}

# What each archive holds was read off fastai's own course and documentation; where the names say
# the label, the pattern is the course's.
RECIPES: dict[str, Recipe] = {
    "PETS": Recipe("from_name_re", "images", {"pat": r"/([^/]+)_\d+.jpg$"}),
    "MNIST_SAMPLE": _parts("train", "valid"),
    "MNIST_TINY": _parts("train", "valid"),
    "MNIST_VAR_SIZE_TINY": _parts("train", "valid"),
    "MNIST": _parts("training", "testing"),
    "CIFAR": _parts("train", "test"),
    "DOGS": _parts("train", "valid"),
    "CALTECH_101": Recipe("from_folder", options={"valid_pct": 0.2}),
    "CUB_200_2011": Recipe("from_folder", "images", {"valid_pct": 0.2}),
    "FOOD": Recipe("from_folder", "images", {"valid_pct": 0.2}),
    "PLANET_SAMPLE": Recipe(
        "from_csv", options={"folder": "train", "suff": ".jpg", "label_delim": " ", "csv_fname": "labels.csv"}
    ),
    "PLANET_TINY": Recipe(
        "from_csv", options={"folder": "train", "suff": ".jpg", "label_delim": " ", "csv_fname": "labels.csv"}
    ),
    **_IMAGENETTE,
}


def canonical_name(word: str) -> str | None:
    """The recipe a learner means by "pets", "URLs.PETS" or "imagenette-160"; None where there is none."""
    name = word.removeprefix("URLs.").upper().replace("-", "_")
    return name if name in RECIPES else None


def recipe_for(word: str) -> tuple[str, Recipe]:
    """The name and recipe of a data set.

    Raises: FastaidError with the near names, and with a reason where it holds no labelled pictures.
    """
    from fastai.data.external import URLs

    name = canonical_name(word)
    if name is not None:
        return name, RECIPES[name]
    known = sorted(key.lower() for key in RECIPES)
    if isinstance(getattr(URLs, word.removeprefix("URLs.").upper(), None), str):
        raise FastaidError(
            f"URLs.{word.removeprefix('URLs.').upper()} is no folder of pictures with one label each.",
            f"By name there are {listed(known, 30)}.",
        )
    raise FastaidError(
        f"There is no factory or data set called '{word}'.",
        did_you_mean(word, known) or f"Data sets by name: {listed(known, 30)}.",
    )


def download(
    name: str,  # of fastai's URLs: "PETS"
    untar: Callable[[str], Path] | None = None,  # fastai's untar_data, unless a test brings its own
) -> Path:  # the folder it was unpacked to, below fastai's data folder
    """Fetch a data set with fastai, which shows its progress and keeps what it has fetched once.

    Raises: FastaidError where there is no network, with the place to put the files by hand.
    """
    from fastai.data.external import URLs, fastai_path, untar_data

    url = getattr(URLs, name)
    try:
        return Path((untar or untar_data)(url))
    except (URLError, OSError) as error:
        stem = Path(url).name.removesuffix(".tgz")
        reason = getattr(error, "reason", error)
        raise FastaidError(
            f"URLs.{name} could not be downloaded from {url} ({reason}).",
            f"Is there a network? {Path(url).name} unpacked to {fastai_path('data') / stem} is used without one.",
        ) from error
