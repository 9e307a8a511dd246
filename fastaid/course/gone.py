"""Words of the course that nothing in fastai 2 stands for one to one: they say what there is instead."""

from __future__ import annotations

from typing import Any

from fastaid.errors import FastaidError

CLEANER = (
    "In a notebook with ipywidgets: `from fastai.vision.widgets import *`, then "
    "`ImageClassifierCleaner(learn)`. Without: `ClassificationInterpretation.from_learner(learn).plot_top_losses(9)`."
)


def _gone(name: str) -> FastaidError:
    return FastaidError(f"{name} is gone: fastai 2 cleans data another way.", CLEANER)


class DatasetFormatter:
    """Was: the pictures with the highest loss, for ImageCleaner."""

    @classmethod
    def from_toplosses(cls, learn: Any, *args: Any, **kwargs: Any) -> Any:
        raise _gone("DatasetFormatter")

    @classmethod
    def from_similars(cls, learn: Any, *args: Any, **kwargs: Any) -> Any:
        raise _gone("DatasetFormatter")


class ImageCleaner:
    """Was: a table of pictures to relabel or delete."""

    def __init__(self, *args: Any, **kwargs: Any):
        raise _gone("ImageCleaner")


class ImageDeleter(ImageCleaner):
    """Was: ImageCleaner's first name."""


class FileDeleter(ImageCleaner):
    """Was: ImageCleaner's first name, for files."""
