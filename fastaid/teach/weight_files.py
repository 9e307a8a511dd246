"""Files of weights, as they lie on the disk: what one really holds, without loading it."""

from __future__ import annotations

import os
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

START = 600  # bytes at the beginning that are looked at
MOST_PICKLE = 4_000_000  # bytes of a pickle whose classes are looked for
MOST_LISTED = 400  # files of a folder
# "c", the module, the name: how the pickles that torch.save writes name a class.
GLOBAL = re.compile(rb"c([A-Za-z_][\w.]*)\n([A-Za-z_][\w.<>]*)\n")
TORCH_BEFORE_1_6 = b"\x80\x02\x8a\nl\xfc\x9cF\xf9"

KINDS = (
    (b"version https://git-lfs", "git-lfs"),
    (b"\x89HDF", "hdf5"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x93NUMPY", "numpy"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (TORCH_BEFORE_1_6, "torch"),
)


def path_of(file: Any) -> Path | None:
    """The path of what was given to be loaded: a name, a path, an open file."""
    if isinstance(file, (str, os.PathLike)):
        return Path(file)
    name = getattr(file, "name", None) if type(file).__module__ in ("_io", "io") else None
    return Path(name) if isinstance(name, str) else None


def kind_of(path: Path) -> str:
    """What a file holds: "torch", "torchscript", "html", "git-lfs", "empty", "cut off", …; "" where unknown."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            start = file.read(START)
    except OSError:
        return ""
    if not start:
        return "empty"
    for sign, kind in KINDS:
        if start.startswith(sign):
            return kind
    if start.startswith(b"PK"):
        return _kind_of_archive(path)
    if start[8:9] == b"{" and int.from_bytes(start[:8], "little") < 100_000_000:
        return "safetensors"
    if start[:1] == b"\x80" and start[1:2] <= b"\x05":
        return "joblib" if b"joblib" in start or b"sklearn" in start else "pickle"
    return _kind_of_text(start)


def _kind_of_text(start: bytes) -> str:
    text = start.lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        return "html"
    return "text" if start.isascii() and b"\x00" not in start else ""


def _kind_of_archive(path: Path) -> str:
    names = archive_names(path)
    if names is None:
        return "cut off"
    last = {name.rpartition("/")[2] for name in names}
    if "constants.pkl" in last and any("/code/" in name for name in names):
        return "torchscript"
    if "data.pkl" in last:
        return "torch"
    if "model.weights.h5" in last:
        return "keras"
    return "numpy archive" if last and all(name.endswith(".npy") for name in last) else "zip"


def archive_names(path: Path) -> list[str] | None:
    """The files in an archive, None where its end, with the list of them, is missing."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return None


def classes_in(path: Path) -> list[tuple[str, str]]:
    """Module and name of each class that a file saved by torch refers to, the outermost first."""
    try:
        return list(_classes_in(str(path), path.stat().st_mtime_ns))
    except OSError:
        return []


@lru_cache(maxsize=4)
def _classes_in(path: str, changed: int) -> tuple[tuple[str, str], ...]:
    try:
        with zipfile.ZipFile(path) as archive:
            inner = next((name for name in archive.namelist() if name.endswith("data.pkl")), "")
            if not inner:
                return ()
            with archive.open(inner) as file:
                text = file.read(MOST_PICKLE)
    except (OSError, zipfile.BadZipFile, RuntimeError):
        return ()
    found = ((module.decode(), name.decode()) for module, name in GLOBAL.findall(text))
    return tuple(dict.fromkeys(found))


def title_of(path: Path) -> str:
    """What a web page calls itself."""
    try:
        with path.open("rb") as file:
            text = file.read(4000).decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r"<title[^>]*>(.*?)</title>", text, re.I | re.S)
    return " ".join(found[1].split())[:60] if found else ""


def files_in(folder: Path, *endings: str) -> list[str]:
    """The names of a folder's files with one of these endings; of no more than some hundred."""
    found: list[str] = []
    try:
        for seen, one in enumerate(os.scandir(folder)):
            if one.name.endswith(endings):
                found.append(one.name)
            if seen > MOST_LISTED:
                break
    except OSError:
        return []
    return sorted(found)
