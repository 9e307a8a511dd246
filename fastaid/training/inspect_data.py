"""Look at picture files without decoding them: headers first, pixels only where the end looks wrong.

10,000 JPEGs cost about as many small reads; a file is decoded only when its last bytes are not what
its format ends with, or when the format has no such mark.
"""

from __future__ import annotations

import hashlib
import os
import time
import warnings
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from fastaid.errors import counted, listed
from fastaid.facts.data_report import Finding, Header

Progress = Callable[[int, int], None]

ORIENTATION = 0x0112  # the EXIF tag: 1 means upright
# Where these are not, Pillow has no orientation; it would decode a PNG to look for one behind the pixels.
TELLS_ORIENTATION = {"PNG": ("exif",), "JPEG": ("exif", "xmp")}
TAIL = 4096  # bytes
ENDS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b"\x3b"}
PROGRESS_EVERY = 0.2  # seconds


def read_headers(
    files: Sequence[Path],  # pictures to look at
    on_progress: Progress | None = None,  # called with (done, total) about five times a second
    is_thorough: bool = False,  # decode every picture whole: damage in the middle shows only so
) -> tuple[dict[Path, Header], dict[Path, str]]:  # what was read, and what could not be with the reason
    """Read each file's header, and find the files that cannot be opened as a picture."""
    headers: dict[Path, Header] = {}
    unreadable: dict[Path, str] = {}
    last = time.monotonic()
    with warnings.catch_warnings():
        # Pillow warns of very large pictures and odd EXIF; neither stops training.
        warnings.simplefilter("ignore")
        for done, path in enumerate(files):
            try:
                headers[path] = _header(path, is_thorough)
            except OSError as error:
                unreadable[path] = _reason(path, error)
            except Image.DecompressionBombError:
                unreadable[path] = "is too large to be opened safely"
            except Exception as error:  # noqa: BLE001  a decoder may raise anything on bytes made to be odd
                unreadable[path] = f"cannot be opened ({type(error).__name__})"
            if on_progress and time.monotonic() - last > PROGRESS_EVERY:
                last = time.monotonic()
                on_progress(done + 1, len(files))
    return headers, unreadable


def damaged_picture(files: Iterable[Path]) -> str:
    """The first file that cannot be decoded, with the reason; "" where all can. Decodes all up to it."""
    for path in files:
        _, unreadable = read_headers([path], is_thorough=True)
        if unreadable:
            return f"{path} {unreadable[path]}"
    return ""


def _header(path: Path, is_thorough: bool) -> Header:
    with open(path, "rb") as file, Image.open(file) as picture:  # once: opening costs as much as reading
        turned = _is_turned(picture)
        here = file.tell()
        size, tail = _tail(file)
        file.seek(here)  # where Pillow left it
        width, height = picture.size
        header = Header(width, height, picture.mode, turned, _mark(size, tail))
        if is_thorough or not _ends_well(tail, picture.format or ""):
            picture.load()  # raises OSError where the file is cut off
    return header


def _is_turned(picture: Image.Image) -> bool:
    told_by = TELLS_ORIENTATION.get(picture.format or "")
    if told_by is not None and not any(one in picture.info for one in told_by):
        return False
    return picture.getexif().get(ORIENTATION, 1) not in (0, 1)


def _tail(file: BinaryIO) -> tuple[int, bytes]:
    """A file's length and its last bytes."""
    size = file.seek(0, 2)
    file.seek(max(size - TAIL, 0))
    return size, file.read()


def _mark(size: int, tail: bytes) -> tuple[int, int]:
    """What tells most files apart without reading them whole."""
    return size, zlib.crc32(tail)


def _ends_well(tail: bytes, picture_format: str) -> bool:
    """Whether the file's end is its format's own; False means that only decoding can tell."""
    end = ENDS.get(picture_format)
    return end is not None and tail.rstrip(b"\0 \r\n").endswith(end)  # cameras pad with zeros


def _reason(path: Path, error: OSError) -> str:
    if not os.path.exists(path):
        return "is not there"
    if path.stat().st_size == 0:
        return "is empty"
    if "truncated" in str(error).lower() or "broken" in str(error).lower():
        return "is cut off"
    if "cannot identify" in str(error):
        return "is not a picture"
    return f"cannot be opened ({error.strerror or type(error).__name__})"


def same_pictures(
    train: Iterable[Path],
    valid: Iterable[Path],
    headers: Mapping[Path, Header] | None = None,  # what `read_headers` gave of them, where it is at hand
) -> list[tuple[Path, Path]]:  # (the one in train, the same one in valid)
    """Find pictures that are in both parts, byte for byte.

    Only files of the same size and end are read whole. A picture saved again at another quality is another
    file to this check.
    """
    by_mark: dict[tuple[int, int], tuple[list[Path], list[Path]]] = defaultdict(lambda: ([], []))
    for side, files in enumerate((train, valid)):
        for path in files:
            known = headers.get(path) if headers else None
            with suppress(OSError):
                by_mark[known.mark if known and known.mark else _mark_of(path)][side].append(path)
    pairs = []
    for in_train, in_valid in by_mark.values():
        if not in_train or not in_valid:
            continue
        seen = {digest: path for path in in_train if (digest := _digest(path))}
        pairs += [(seen[digest], path) for path in in_valid if (digest := _digest(path)) in seen]
    return pairs


def _mark_of(path: Path) -> tuple[int, int]:
    with path.open("rb") as file:
        return _mark(*_tail(file))


def _digest(path: Path) -> bytes:
    """What the file holds, in 16 bytes; nothing where it is gone by now."""
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).digest()
    return b""


def leak_findings(pairs: Sequence[tuple[Path, Path]]) -> list[Finding]:
    """Say which pictures stand in train and in valid."""
    if not pairs:
        return []
    names = listed((f"{valid.name} = {train.name}" for train, valid in pairs), 3)
    return [
        Finding(
            "leak",
            "problem",
            f"{counted(len(pairs), 'picture')} of valid also in train, byte for byte ({names}): "
            "the metrics look better than the net is.",
            "Delete the copies, or keep copies on one side with --valid-col or folders.",
            tuple(str(valid) for _, valid in pairs),
        )
    ]


def unreadable_finding(unreadable: dict[Path, str], were_skipped: bool) -> list[Finding]:
    """Say which files are no readable picture."""
    if not unreadable:
        return []
    names = listed((f"{path.name} {reason}" for path, reason in unreadable.items()), 5)
    left = "left out" if were_skipped else "unreadable"
    return [
        Finding(
            "unreadable",
            "warning" if were_skipped else "problem",
            f"{counted(len(unreadable), 'file')} {left}: {names}.",
            "" if were_skipped else f"Add --skip-bad to leave them out{_or_mend(unreadable)}.",
            tuple(str(path) for path in unreadable),
        )
    ]


def _or_mend(unreadable: dict[Path, str]) -> str:
    # A file that a table names and that is not there cannot be deleted.
    return ", or delete them" if all(os.path.exists(path) for path in unreadable) else ""
