"""The course's picture data sets by name: where fastai gets them, and how each one is labelled."""

from __future__ import annotations

import os
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    may_fetch: bool = True,  # False: only what is on the disk already
) -> Path:  # the folder it was unpacked to, below fastai's data folder
    """Fetch a data set with fastai, which shows its progress and keeps what it has fetched once.

    Compared with the size and the md5 of the first megabyte that fastai knows of it (fastdownload 0.0.8 has no
    more); what its archive names outside its own folder is not unpacked.
    Raises: FastaidError where there is no network, with the place to put the files by hand; where what came is
    another file; where it is not here and may not be fetched.
    """
    from fastai.data.external import URLs, fastai_path, untar_data

    url = getattr(URLs, name)
    archive = Path(url).name
    place = fastai_path("data") / archive.removesuffix(".tgz")
    if not may_fetch and not place.exists():
        raise _not_here(name)
    try:
        with _members_stay_inside():
            return Path((untar or untar_data)(url))
    except (tarfile.TarError, shutil.ReadError, EOFError, zlib.error) as error:
        what = "names files outside its own folder" if _leads_out(error) else "is damaged"
        raise FastaidError(
            f"The archive from {url} {what} ({error}), and nothing was unpacked.",
            f"Delete {fastai_path('archive') / archive} and try again.",
        ) from error
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise FastaidError(
            f"URLs.{name} could not be downloaded from {url} ({reason}).",
            f"Is there a network? {archive} unpacked to {place} is used without one.",
        ) from error
    except Exception as error:
        if "corrupt or not latest" not in str(error):  # fastdownload 0.0.8 raises a bare Exception
            raise
        raise FastaidError(
            f"What came from {url} is not the file that fastai knows as URLs.{name}, and it was not unpacked.",
            "Try again: it may have been cut off. A network that asks for a login sends its own page instead.",
        ) from error


def _not_here(name: str) -> FastaidError:
    return FastaidError(
        f"URLs.{name} is not on this machine yet, and --code fetches nothing.",
        f"Build the data first, %databunch {name.lower()}; or write path = untar_data(URLs.{name})",
    )


class _LeadsOut(tarfile.TarError):
    """A member of an archive would be written outside of its folder."""


def _leads_out(error: Exception) -> bool:
    return isinstance(error, (_LeadsOut, getattr(tarfile, "FilterError", _LeadsOut)))


@contextmanager
def _members_stay_inside() -> Iterator[None]:
    """Unpack as Python 3.14 does unasked: no absolute names, no .., no links out of the folder, no devices.

    fastcore 2.2 gives no filter along; this is where Python looks for one then. Python before 3.11.4 has none, and
    the same is looked at here.
    """
    inside = getattr(tarfile, "data_filter", None)
    before = getattr(tarfile.TarFile, "extraction_filter", None)
    if before is not None:
        yield
        return
    name: str = "extraction_filter"
    held: Any = staticmethod(inside) if inside is not None else _extract_inside
    if inside is None:
        name, before = "extractall", tarfile.TarFile.extractall
    setattr(tarfile.TarFile, name, held)
    try:
        yield
    finally:
        setattr(tarfile.TarFile, name, before)


_extract_all = tarfile.TarFile.extractall


def _extract_inside(
    self: tarfile.TarFile, path: Any = ".", members: Any = None, *args: Any, **kwargs: Any
) -> None:
    """What stands for `TarFile.extractall` where Python has no filters."""
    place = os.path.realpath(path)
    chosen = [_kept_inside(one, place) for one in (self.getmembers() if members is None else members)]
    _extract_all(self, path, chosen, *args, **kwargs)


def _kept_inside(member: tarfile.TarInfo, place: str) -> tarfile.TarInfo:
    """A member of an archive, sure to be written within a folder."""
    member.name = member.name.lstrip("/" + os.sep)
    ends = [member.name]
    if member.issym():
        ends.append(os.path.join(os.path.dirname(member.name), member.linkname))
    elif member.islnk():
        ends.append(member.linkname)
    elif not (member.isfile() or member.isdir()):
        raise _LeadsOut(f"{member.name} is a device")
    for end in ends:
        if os.path.commonpath([os.path.realpath(os.path.join(place, end)), place]) != place:
            raise _LeadsOut(f"{member.name} leads to {end}")
    return member
