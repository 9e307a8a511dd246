"""What stands on the disk near a path: looked at, bounded, never changed. No rules of its own."""

from __future__ import annotations

import mimetypes
import os
import re
from collections import Counter, deque
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

MOST_NAMES = 2_000  # of one folder
MOST_LOOKED_AT = 3_000  # in a folder with all that is below it
DEEPEST = 4
MOST_FOLDERS = 300  # that are searched for another
ALIKE = 0.6  # of two names that may be one
DIGITS = re.compile(r"\d+")


def as_path(obj: object) -> Path | None:
    """A path, where it is one or names one."""
    if isinstance(obj, Path):
        return obj
    return Path(obj) if isinstance(obj, str) and 0 < len(obj) < 1_000 and "\0" not in obj else None


def exists(path: Path) -> bool:
    """Whether it is there and may be looked at."""
    try:
        return path.exists()
    except OSError:
        return False


def names_in(folder: Path) -> list[str]:
    """The names in a folder, in order; empty where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return sorted(one.name for one, _ in zip(found, range(MOST_NAMES), strict=False))
    except OSError:
        return []


def folders_in(folder: Path) -> list[str]:
    """The folders in a folder, hidden ones left out."""
    return [name for name in names_in(folder) if not name.startswith(".") and (folder / name).is_dir()]


def nearest(path: Path) -> tuple[Path, str]:
    """The deepest folder of a path that exists, and the first part below it that does not ("" where all do)."""
    missing = ""
    for one in (path, *path.parents):
        if exists(one):
            return one, missing
        missing = one.name
    return path.parent, missing


def files_below(folder: Path) -> Iterator[Path]:
    """Files in a folder and in those below it, near ones first; a bounded number."""
    waiting, looked_at = deque([(folder, 0)]), 0
    while waiting:
        here, depth = waiting.popleft()
        for name in names_in(here):
            looked_at += 1
            if looked_at > MOST_LOOKED_AT:
                return
            one = here / name
            if one.is_dir():
                if depth < DEEPEST and not name.startswith("."):
                    waiting.append((one, depth + 1))
            elif not name.startswith("."):
                yield one


def found_below(folder: Path, name: str) -> Path | None:
    """A file of that name, in a folder or somewhere below."""
    return next((one for one in files_below(folder) if one.name == name), None)


def folder_below(folder: Path, name: str) -> Path | None:
    """A folder of that name somewhere below another, the nearest one; a bounded search."""
    waiting, looked_at = deque([(folder, 0)]), 0
    while waiting and looked_at < MOST_FOLDERS and folder != Path(folder.anchor or "/"):
        here, depth = waiting.popleft()
        for one in folders_in(here):
            looked_at += 1
            if one == name:
                return here / one
            if depth < DEEPEST:
                waiting.append((here / one, depth + 1))
    return None


def other_number(name: str, other: str) -> bool:
    """Whether two names differ in their numbers alone: 7.jpg is another file than 17.jpg, and no slip of it."""
    return name != other and "#" in (bare := DIGITS.sub("#", name)) and DIGITS.sub("#", other) == bare


def near_names(name: str, folder: Path) -> list[str]:
    """The names in a folder that this one may be a slip of: alike beyond their ending, and not only in numbers."""
    stem, ending = os.path.splitext(name.lower())
    found, matcher = [], SequenceMatcher(None, "", stem)
    for one in names_in(folder):
        other, same = os.path.splitext(one.lower())
        matcher.set_seq1(other)
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # the cheap ones first
        if ending == same and any(bound() < ALIKE for bound in bounds):
            continue  # no.jpg and cat.jpg
        found += [] if other_number(name, one) else [one]
    return found


@cache
def picture_endings() -> frozenset[str]:
    """What get_image_files takes for a picture: ".jpg", ".png" and so on."""
    return frozenset(end for end, kind in mimetypes.types_map.items() if kind.startswith("image/"))


def is_picture(path: Path) -> bool:
    """Whether its name ends like a picture's."""
    return path.suffix.lower() in picture_endings()


def endings_below(folder: Path) -> Counter[str]:
    """How many files of each ending stand in a folder and below it."""
    return Counter(one.suffix.lower() for one in files_below(folder))


def working_folder() -> str:
    """Where relative paths begin."""
    try:
        return str(Path.cwd())
    except OSError:
        return "."
