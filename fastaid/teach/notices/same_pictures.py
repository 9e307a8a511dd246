"""Files of the validation set that are copies of training files: another path, the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.data import MAKES, items_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, library, stored

MOST_FILES = 20_000
MOST_READ = 24  # files of the validation set
LARGEST = 8_000_000  # bytes
FEWEST = 2
# What is put before or behind a name when a file is copied.
ADDED = re.compile(
    r"(?i)^(copy_of|copy|valid|validation|val|test|new)[_ -]+|([_ -]+(copy|valid|val|test)|[_ ]?\(\d+\))$"
)


@check(*MAKES, "ImageFolder", needs="torch", reached=True)
def copied_from_train(cell: Cell) -> Iterator[Notice]:
    """`shutil.copy(f, valid)`, where the files were to be moved."""
    for name, subject, mine, others in _parts(cell):
        if len(mine) + len(others) > MOST_FILES or not mine or not others:
            continue
        twins = _twins(mine, others)
        if len(twins) < FEWEST:
            continue
        looked = _spread(twins)
        same = [pair for pair in looked if _are_same(*pair)]
        if len(same) < FEWEST or 2 * len(same) < len(looked):
            continue
        first, second = same[0]
        n = len(twins) if len(same) == len(looked) else len(same)
        yield Notice(
            f"{n} of the {len(others)} validation files of `{name}` are copies of training files, byte for byte "
            f"(`{_short(second)}` is `{_short(first)}`): the metrics measure what was learnt by heart. Where the "
            "folders were made the files were copied: move them (`shutil.move` in place of `shutil.copy`), or delete "
            "the copies in the training folder, and make the data anew.",
            subject,
            card="validation-set",
        )
        return


def _parts(cell: Cell) -> Iterator[tuple[str, int, list[Path], list[Path]]]:
    """The files of training and validation sets: of fastai's loaders, and of two of torchvision's folders."""
    for name, dls in cell.loaders():
        found = [items_of(one.get("dataset")) for one in loaders_of(dls)[:2]]
        if len(found) == 2 and all(one is not None and not is_table(one) for one in found):
            above = {one.parent.parent for part in found for one in islice(part, 1) if isinstance(one, Path)}
            if len(above) == 2:  # one folder has been split at random
                yield name, id(dls), _files(found[0]), _files(found[1])
    folders = dict(cell.live(lambda one: is_of(one, "torchvision.datasets", "ImageFolder")))
    for name, held in folders.items():
        for other in [name.replace("train", one) for one in ("valid", "val", "test") if "train" in name]:
            if other in folders:
                pair = [
                    [Path(one[0]) for one in stored(x).get("samples") or ()] for x in (held, folders[other])
                ]
                yield other, id(folders[other]), pair[0], pair[1]


def _files(items: Any) -> list[Path]:
    is_list = is_of(items, "fastcore.foundation", "L") or type(items) is list
    if not is_list or not len(items) or not isinstance(items[0], Path) or len(items) > MOST_FILES:
        return []
    return [one for one in items if isinstance(one, Path)]


def _twins(mine: Sequence[Path], others: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Files of the same name in folders of the same name, one in each part."""
    known = {(one.parent.name, one.name): one for one in mine}
    found = []
    for one in others:
        plain = ADDED.sub("", one.stem) + one.suffix
        twin = known.get((one.parent.name, one.name)) or known.get((one.parent.name, plain))
        if twin is not None and twin != one:
            found.append((twin, one))
    return found


def _spread(pairs: list[tuple[Path, Path]]) -> list[tuple[Path, Path]]:
    step = max(1, len(pairs) // MOST_READ)
    return pairs[::step][:MOST_READ]


def _are_same(first: Path, second: Path) -> bool:
    """Whether two files hold the same bytes; a picture of one colour may be so by chance."""
    try:
        size = first.stat().st_size
        if size != second.stat().st_size or not 0 < size <= LARGEST or first.samefile(second):
            return False
        if first.read_bytes() != second.read_bytes():
            return False
        pictures = library("PIL.Image")
        if pictures is None:
            return True
        with pictures.open(first) as held:
            ends = held.getextrema()
    except Exception:  # noqa: BLE001  a file that cannot be read is told by others
        return False
    ends = ends if isinstance(ends[0], tuple) else (ends,)
    return any(low != high for low, high in ends)


def _short(path: Path) -> str:
    return "/".join(path.parts[-3:])
