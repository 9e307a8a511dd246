"""The 2019 course's words on today's fastai: `from fastaid.course import *`.

Each is thin: it calls the fastai 2 function that took its place and says once which line that is. The
data and learners they make are fastai 2's own, with the old methods added, so both vocabularies work on
them; what they export needs fastai alone.
"""

from __future__ import annotations

import sys
from types import ModuleType

from fastaid.course.data import ImageDataBunch, get_transforms
from fastaid.course.files import Category, download_images, get_image_files, open_image, verify_images
from fastaid.course.gone import DatasetFormatter, FileDeleter, ImageCleaner, ImageDeleter
from fastaid.course.interpret import ClassificationInterpretation
from fastaid.course.items import ImageItemList, ImageList
from fastaid.course.learner import ConvLearner, DatasetType, cnn_learner, create_cnn, load_learner

__all__ = [
    "Category",
    "ClassificationInterpretation",
    "ConvLearner",
    "DatasetFormatter",
    "DatasetType",
    "FileDeleter",
    "ImageCleaner",
    "ImageDataBunch",
    "ImageDeleter",
    "ImageItemList",
    "ImageList",
    "cnn_learner",
    "create_cnn",
    "download_images",
    "get_image_files",
    "get_transforms",
    "load_learner",
    "open_image",
    "verify_images",
]

# Modules of fastai 1 that fastai 2 does not have, with what the course imported from each.
_OLD_MODULES = {
    "fastai.widgets": ("DatasetFormatter", "FileDeleter", "ImageCleaner", "ImageDeleter"),
    "fastai.callbacks": (),
    "fastai.callbacks.hooks": (),
}


def _stand_in() -> None:
    """Let the course's import lines find those modules; one that exists by then is left alone."""
    for name, words in _OLD_MODULES.items():
        if name not in sys.modules:
            module = ModuleType(name, f"{name} of fastai 1, as far as fastaid.course has it.")
            vars(module).update({word: globals()[word] for word in words}, __all__=list(words), __path__=[])
            sys.modules[name] = module


_stand_in()
