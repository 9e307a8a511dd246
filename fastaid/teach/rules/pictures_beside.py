"""Folders with pictures beside one that has none. No rules of its own."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.on_disk import files_below, folders_in, is_picture

# The test pictures are no replacement for the training pictures.
PARTS = ("train", "test", "valid", "val")
MOST_FOLDERS = 20
MOST_FILES = 500  # of each that are looked at


def pictures_beside(path: Path) -> Diagnosis | None:
    """The folder that was meant, where others of the same place hold pictures and this one does not."""
    counts = {
        name: sum(1 for one in islice(files_below(path.parent / name), MOST_FILES) if is_picture(one))
        for name in islice(folders_in(path.parent), MOST_FOLDERS)
        if name != path.name and _part(name) == _part(path.name)
    }
    counts = {name: n for name, n in counts.items() if n}
    alike = [name for name in counts if name.startswith(path.name) or path.name.startswith(name)]
    near = did_you_mean(path.name, counts, n=1)
    meant = alike[0] if alike else near.split("'")[1] if near else ""
    if not meant:
        return None
    others = [f"`{path.parent / name}`" for name in counts if name != meant]
    return Diagnosis(
        f"No item was found: in `{path}` there is no picture.",
        f"Beside it, `{path.parent / meant}` holds {counted(counts[meant], 'picture')}"
        + (" and more" if counts[meant] == MOST_FILES else "")
        + (f" (there are pictures in {listed(others, 2)}, too)." if others else "."),
        f"path = Path('{path.parent / meant}')",
        "Take that folder:",
        card="getting-data",
    )


def _part(name: str) -> str:
    """The part of the data that a folder's name speaks of, "" for none."""
    return next((one for one in PARTS if one in name.lower()), "")
