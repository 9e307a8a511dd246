"""Files that are there and are not what their name says; downloads that fail."""

from __future__ import annotations

import ast
import re
import tarfile
import zipfile
import zlib
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_of_pages import web_page
from fastaid.teach.rules.files_of_systems import left_by_systems
from fastaid.teach.rules.in_workers import dataset_of, own_message, transform_lists
from fastaid.teach.rules.on_disk import as_path, exists
from fastaid.teach.scene import Scene

NAMED = re.compile(r"cannot identify image file (?:<_io\.\w+ name=)?('.*'|\".*\")", re.S)
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff")
ARCHIVES = (".zip", ".tgz", ".gz", ".tar", ".bz2", ".xz")


def looks_like(path: Path) -> str:
    """What a file's first bytes show it to be, "" where they tell nothing."""
    try:
        with path.open("rb") as file:
            head = file.read(200)
    except OSError:
        return ""
    text = head.lstrip().lower()
    if not head:
        return "it is empty (0 bytes)"
    if text.startswith((b"<!doctype html", b"<html", b"<head")):
        return "it is a web page (HTML), as servers send in place of a file that they do not give"
    if text.startswith((b"<svg", b"<?xml")):
        return "it is an SVG or XML text, not pixels"
    if head.startswith(b"version https://git-lfs"):
        return "it is a pointer of Git LFS, not the file itself"
    if head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"):
        return "it is a HEIC or AVIF picture, which PIL does not open by itself"
    if head.startswith(b"PK\x03\x04"):
        return "it is a zip archive"
    return "it is a PDF" if head.startswith(b"%PDF") else ""


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size:,} bytes"
    except OSError:
        return "of unknown size"


def _without_broken(scene: Scene, path: Path | None) -> tuple[str, str]:
    """How broken files are removed, with the words that go with it."""
    is_fastai = (
        any(True for _ in transform_lists(scene))
        or is_of(dataset_of(scene), "fastai.data.core", "Datasets")
        or scene.within("fastai") is not None
    )
    if not is_fastai:
        text = f"Path('{path}')" if path is not None else "Path(…)"
        return f"from pathlib import Path\n{text}.unlink()", (
            "Remove the file, or get it anew"
            + (", then make the data set again:" if dataset_of(scene) is not None else ":")
        )
    folder = "path" if path is None else f"'{path.parent.parent if len(path.parts) > 2 else path.parent}'"
    return (
        f"failed = verify_images(get_image_files({folder}))\nfailed.map(Path.unlink)",
        "Remove this and all other files that do not open, then build the data again:",
    )


@rule(OSError, needs="PIL")
def not_a_picture(scene: Scene) -> Diagnosis | None:
    """A file with the name of a picture is none."""
    if scene.is_raised_by_learner or "cannot identify image file" not in scene.message:
        return None
    found = NAMED.search(own_message(scene))
    try:
        path = as_path(ast.literal_eval(found[1])) if found else None
    except (SyntaxError, ValueError):
        return None
    if path is None or not exists(path):
        return None
    if (said := left_by_systems(scene, path)) is not None:
        return said
    kind = looks_like(path)
    if path.suffix.lower() not in PICTURES and not kind:
        kind = "its ending is not one of a picture"
    return Diagnosis(
        f"`{path}` ({_size(path)}) cannot be opened as a picture.",
        f"Its content is no image: {kind}." if kind else "The file is corrupt, or no image at all.",
        *_without_broken(scene, path),
        card="cleaning-data",
    )


@rule(OSError, needs="PIL")
def truncated_picture(scene: Scene) -> Diagnosis | None:
    """A picture whose file ends too early."""
    if scene.is_raised_by_learner or "truncated" not in own_message(scene):
        return None
    frame = scene.within("PIL.ImageFile", "load")
    if frame is None and "PIL/ImageFile.py" not in scene.message.replace("\\", "/"):
        return None
    own = stored(frame.names.get("self")) if frame is not None else {}
    # `Image.open(file)` of an open file, as torchvision's ImageFolder has it, keeps its name there alone.
    held = own.get("filename") or getattr(own.get("fp"), "name", "")
    path = as_path(held) if held else None
    fix, how = _without_broken(scene, path)
    named = f"The picture `{path}` ({_size(path)})" if path else "A picture"
    return Diagnosis(
        f"{named} ends in the middle: it is truncated.",
        "The file is incomplete, mostly from a download or an unpacking that broke off.",
        fix,
        how + " (Or let PIL accept it: `from PIL import ImageFile; ImageFile.LOAD_TRUNCATED_IMAGES = True`.)",
        card="cleaning-data",
    )


@rule(zipfile.BadZipFile, tarfile.ReadError, OSError, EOFError, zlib.error)
def bad_archive(scene: Scene) -> Diagnosis | None:
    """A downloaded archive that is none, or only a part of one."""
    modules = ("zipfile", "tarfile", "gzip", "shutil", "_compression")
    if scene.is_raised_by_learner or not any(one.module in modules for one in scene.frames):
        return None
    if isinstance(scene.error, (FileNotFoundError, IsADirectoryError, PermissionError, URLError)):
        return None
    names = ("filename", "file", "name", "fname", "path")
    held = (frame.names.get(name) for frame in reversed(scene.frames) for name in names)
    path = next((one for one in map(as_path, held) if one is not None and one.is_file()), None)
    if path is None or path.suffix not in ARCHIVES:
        return None
    kind = looks_like(path)
    if kind.startswith("it is a web page"):
        return web_page(scene, path, f"{_size(path)}")
    again = scene.within("fastai.data.external", "untar_data")
    anew = f"untar_data('{again.names.get('url')}', force_download=True)" if again else ""
    return Diagnosis(
        f"`{path}` ({_size(path)}) is not a complete archive and cannot be unpacked.",
        f"By its first bytes, {kind}." if kind else "The download broke off, or the file is of another kind.",
        anew or f"from pathlib import Path\nPath('{path}').unlink()",
        "Download it again:" if again else "Delete it, then download it again:",
        card="" if again is None else "getting-data",
    )


@rule(URLError)
def no_connection(scene: Scene) -> Diagnosis | None:
    """A download without a connection, or from an address that does not exist."""
    if scene.is_raised_by_learner:
        return None
    held = (frame.names.get(name) for frame in scene.frames for name in ("url", "fullurl"))
    url = next((one for one in held if isinstance(one, str) and "://" in one), "")
    if not url:
        return None
    host = urlsplit(url).hostname or url
    if isinstance(scene.error, HTTPError):
        code = scene.error.code
        why = {404: "there is nothing at this address", 403: "it does not give this file to everybody"}
        return Diagnosis(
            f"The server {host} was reached, and answered {code} for `{url}`.",
            f"{code} means: {why.get(code, scene.error.reason)}.",
            "",
            "Check the address for a slip, or open it in a browser; files behind a login are downloaded there.",
        )
    return Diagnosis(
        f"Nothing could be downloaded from {host}.",
        "There is no internet connection here, or the server's name is wrong.",
        "",
        "Check the connection (on Kaggle: Settings, Internet, On) and the address, then run the cell again"
        + ("; what is already in `~/.fastai/data` needs no download." if scene.within("fastai") else "."),
        sure="likely",
        card="getting-data" if scene.within("fastai") else "",
    )


@rule(ValueError, needs="fastai")
def name_for_an_address(scene: Scene) -> Diagnosis | None:
    """untar_data('PETS'): the name of a data set as a string."""
    frame = scene.within("fastai.data.external", "untar_data")
    given = frame.names.get("url") if frame is not None else None
    if not isinstance(given, str) or "://" in given:
        return None
    known = [one for one in vars(library("fastai.data.external").URLs) if one.isupper()]
    near = given.upper() if given.upper() in known else ""
    if not near:
        found = re.search(r"'(\w+)'", did_you_mean(given, known, n=1))
        near = found[1] if found else ""
    return Diagnosis(
        f"`untar_data` got '{given}', which is not an address.",
        "It takes a URL: one that begins with https://, or one of those that `URLs` holds.",
        f"path = untar_data(URLs.{near or 'PETS'})",
        "Take the address from `URLs`, without quotes:",
        card="getting-data",
    )
