"""Pictures and their labels before fastai sees them, and the sentences for a path that is wrong.

Every mistake the six factories can meet is found here and in the two rooms that fill `Items`:
fastai's own words for a wrong folder are about None or an empty list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, did_you_mean, listed
from fastaid.facts.code import Step, call


@dataclass(frozen=True)
class Items:
    """Pictures with their labels, not yet split, and how a learner would write where they are from."""

    files: list[Path]
    labels: list[Any]  # one a picture: a str, an int, a float, or a list of them
    path: Path
    factory: str  # fastai's, where nothing stands in its way: "from_path_re"
    arguments: tuple[tuple[str, Any], ...] = ()  # the factory's own, as code
    steps: tuple[Step, ...] = ()  # the lines before it
    get_y: Any = None  # how a path gives its label, as code; None where labels come with the names
    splitter: Any = None  # as code; None: at random
    is_multi: bool = False
    is_number: bool = False  # labels are floats: regression
    splits: tuple[list[int], list[int]] | None = None  # (train, valid) where the source says; else at random
    known_classes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    table: Any = None  # the DataFrame, for from_csv and from_df
    is_filtered: bool = False  # something was left out that the factory would take in


def existing_folder(path: Path) -> Path:
    """The folder, or a sentence that says what is there instead."""
    if path.is_dir():
        return path
    if path.exists():
        raise FastaidError(f"{path} is a file, not a folder of pictures.", f"Give its folder: {path.parent}")
    parent = path.parent
    while not parent.is_dir():
        parent = parent.parent
    there = sorted(p.name for p in parent.iterdir() if p.is_dir() and not p.name.startswith("."))
    near = did_you_mean(path.name, there) if parent == path.parent else ""
    holds = f"{parent.resolve()} holds {listed(there)}." if there else f"{parent.resolve()} holds no folders."
    raise FastaidError(f"There is no folder {path}.", near or holds)


def pictures_in(path: Path, folders: Sequence[str] = ()) -> list[Path]:
    """All picture files below a folder, in fastai's own order."""
    from fastai.data.transforms import get_image_files

    files = list(get_image_files(path, folders=list(folders) or None))
    if not files:
        others = sorted({p.suffix or "no suffix" for p in path.rglob("*") if p.is_file()})
        there = f"It holds files of type {listed(others)}." if others else "It is empty."
        raise FastaidError(f"No pictures below {path}.", there)
    return files


def path_step(path: Path) -> Step:
    """The line that names the folder."""
    return Step(call("Path", path.as_posix()), "path")


def a(thing: object) -> str:
    """A thing by its type, with the article: "an int", "a list"."""
    name = type(thing).__name__
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
