"""Pictures as files: finding, fetching, checking and opening them, with fastai 1's arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastai.data import transforms
from fastai.vision import utils
from fastai.vision.core import PILImage

from fastaid.course.told import told


class Category(str):
    """A label; `.obj` is the text, as in fastai 1."""

    @property
    def obj(self) -> str:
        return str(self)


def get_image_files(
    path: str | Path,  # a folder
    check_ext: bool = True,  # take pictures only, by their endings; fastai 2 always does
    recurse: bool = False,  # look into its folders too; fastai 2 does so by default
) -> Any:  # L of paths
    """The pictures of a folder: `get_image_files(path, recurse=False)` of fastai 2."""
    told(
        "get_image_files",
        "get_image_files(path, recurse=False); without recurse=False it takes sub-folders too",
    )
    return transforms.get_image_files(path, recurse=recurse)


def open_image(
    fn: str | Path,  # a file
    **kwargs: Any,  # fastai 2's: size, mode …
) -> Any:  # PILImage
    """Open a picture: `PILImage.create(fn)` of fastai 2."""
    told("open_image", "img = PILImage.create(fn)")
    return PILImage.create(fn, **kwargs)


def download_images(
    urls: str | Path,  # a text file with an address in each line
    dest: str | Path,  # the folder to put the pictures in
    max_pics: int = 1000,  # at most so many
    max_workers: int = 8,  # downloads at a time
    timeout: float = 4,  # seconds to wait for each
) -> None:
    """Fetch pictures: `download_images(dest, url_file=urls)` of fastai 2."""
    told("download_images", f"download_images(dest, url_file=urls, max_pics={max_pics})")
    utils.download_images(
        Path(dest), url_file=Path(urls), max_pics=max_pics, n_workers=max_workers, timeout=timeout
    )


def verify_images(
    path: str | Path,  # a folder, or the files themselves as in fastai 2
    delete: bool = True,  # remove files that cannot be read
    max_workers: int = 4,  # files looked at at a time
    max_size: int | None = None,  # make larger pictures smaller, to so many pixels
    **kwargs: Any,  # fastai 2's of resize_images
) -> Any:  # L of the files that cannot be read
    """Find pictures that cannot be read: `verify_images(get_image_files(path))` of fastai 2, which removes none."""
    if not isinstance(path, (str, Path)):
        return utils.verify_images(path)
    files = transforms.get_image_files(path, recurse=False)
    told(
        "verify_images(delete=True)", "failed = verify_images(get_image_files(path)); failed.map(Path.unlink)"
    )
    failed = utils.verify_images(files)
    if delete:
        failed.map(Path.unlink)
    if max_size is not None:
        utils.resize_images(path, max_workers=max_workers, max_size=max_size, dest=Path(path), **kwargs)
    return failed
