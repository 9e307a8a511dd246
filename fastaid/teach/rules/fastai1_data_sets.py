"""Data sets by the names of the first weeks of fastai 1, and by names that nobody gave them."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name
from fastaid.teach.rules.python_source import statement_at
from fastaid.teach.scene import Scene

# fastai 1.0.5 had a folder for each data set; what it holds is today a name of URLs.
PATHS = {
    "MNIST_PATH": "MNIST_SAMPLE",
    "CIFAR_PATH": "CIFAR",
    "IMDB_PATH": "IMDB_SAMPLE",
    "ADULT_PATH": "ADULT_SAMPLE",
    "ML_PATH": "ML_SAMPLE",
    "PLANET_PATH": "PLANET_SAMPLE",
    "DOGS_PATH": "DOGS",
    "CAMVID_PATH": "CAMVID",
    "COCO_PATH": "COCO_TINY",
    "HUMAN_PATH": "HUMAN_NUMBERS",
}
# What learners call a data set, and fastai calls otherwise.
OTHERWISE = {"CIFAR10": "CIFAR", "CIFAR_10": "CIFAR", "CIFAR100": "CIFAR_100", "PET": "PETS", "OXFORD_PETS": "PETS",
             "MOVIELENS": "ML_SAMPLE", "MOVIE_LENS": "ML_SAMPLE", "ML_100K": "ML_100k", "ADULTS": "ADULT_SAMPLE",
             "ADULT": "ADULT_SAMPLE", "BIWI": "BIWI_HEAD_POSE", "PLANET": "PLANET_SAMPLE", "COCO": "COCO_SAMPLE",
             "PASCAL": "PASCAL_2007", "FOOD_101": "FOOD", "FOOD101": "FOOD", "FLOWERS_102": "FLOWERS"}  # fmt: skip


def data_sets(urls: Any) -> list[str]:
    """The names of fastai's data sets: those of URLs that are addresses of archives."""
    return [one for one, url in vars(urls).items() if str(url).endswith((".tgz", ".tar.gz", ".zip"))]


@rule(NameError, needs="fastai")
def folder_of_a_data_set(scene: Scene) -> Diagnosis | None:
    """`untar_data(MNIST_PATH)`."""
    name = getattr(scene.error, "name", None) or ""
    statement = statement_at(scene.here) if scene.here is not None else None
    if name not in PATHS or statement is None:
        return None
    calls = [
        one
        for one in ast.walk(statement)
        if isinstance(one, ast.Call) and last_name(one.func) == "untar_data"
    ]
    call = next((one for one in calls if any(last_name(arg) == name for arg in one.args)), None)
    if call is None:
        return None
    return Diagnosis(
        f"`{name}` is a name of the first versions of fastai 1. Today the data sets are named in `URLs`.",
        "`untar_data` downloads one, unpacks it, and returns its folder.",
        anew(call).replace(f"untar_data({name}", f"untar_data(URLs.{PATHS[name]}", 1),
        "Write:",
        card="getting-data",
    )
