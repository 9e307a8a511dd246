"""What a file would import if it were loaded, read without loading it.

The names are read off the pickles in it (`pickle_machine`). torch's own reader of names,
`get_unsafe_globals_in_checkpoint` of torch 2.14, knows the words that state dicts need and stops at the first
other one of an exported learner.
"""

from __future__ import annotations

import io
import mmap
import tarfile
import zipfile
from pathlib import Path
from typing import BinaryIO

from fastaid.errors import FastaidError
from fastaid.training.pickle_machine import WORDS, Broken, Machine, follow_series
from fastaid.training.pickle_names import Pickled

MOST_BYTES = 256_000_000  # of the pickle in an archive; an exported ResNet's has 70,000


def read_pickles(
    file: Path | bytes,  # a file, or what one holds
) -> Pickled | None:  # None where loading it fails before anything is imported
    """The names that `torch.load(file, weights_only=False)` would import. Runs and imports nothing.

    Reads the protocols 0 to 5, torch's archives, its older files of five pickles, and tensors pickled inside a
    pickle. Costs a pass over the pickled part: 0.1 s for an exported ResNet.
    Raises: FastaidError where names are reached and the rest is cut off, damaged or too long; OSError.
    """
    found = Pickled()
    try:
        _read(file, found)
    except Broken as error:
        if not found.imports and found.is_told:
            return None
        what = file if isinstance(file, Path) else "The file"
        raise FastaidError(
            f"{what} is no whole pickle, and a part of it would run: {error}.",
            "Export it again, or download it again from where you know it to be.",
        ) from None
    return found


def _read(file: Path | bytes, found: Pickled) -> None:
    if isinstance(file, bytes):
        _read_data(file, io.BytesIO(file), found)
        return
    with file.open("rb") as opened:
        if not opened.read(1):
            raise Broken("it is empty")
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
            opened.seek(0)
            _read_data(data, opened, found)


def _read_data(data: bytes | mmap.mmap, opened: BinaryIO, found: Pickled) -> None:
    if data[:4] == b"PK\3\4":
        _read_archive(opened, found)
    elif tarfile.is_tarfile(opened):
        found.is_told = False  # as torch saved before 0.2, and loads still: pickles between raw numbers
    elif not data or data[0] not in WORDS:
        raise Broken("it does not begin like a pickle")
    else:
        follow_series(Machine(data, found))


def _read_archive(opened: BinaryIO, found: Pickled) -> None:
    """The pickle in an archive of torch.save, fetched by torch's own reader: two may see two archives in one."""
    import torch

    is_plain = _is_plain_archive(opened)
    opened.seek(0)
    try:
        reader = torch._C.PyTorchFileReader(opened)
        is_torchscript = "constants.pkl" in reader.get_all_records()  # a program of another machine
        data = reader.get_record("data.pkl") if is_plain and not is_torchscript else b""
    except RuntimeError as error:
        raise Broken("torch cannot open it either") from error
    if data:
        Machine(data, found).run()
    else:
        found.is_told = False


def _is_plain_archive(opened: BinaryIO) -> bool:
    """Whether Python reads it too, and its pickle is no larger than a learner's may be."""
    try:
        with zipfile.ZipFile(opened) as archive:
            sizes = [one.file_size for one in archive.infolist() if one.filename.endswith(".pkl")]
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False
    return max(sizes, default=0) <= MOST_BYTES
