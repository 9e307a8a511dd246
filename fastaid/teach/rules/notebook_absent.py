"""Names imported from a library that holds nothing of the kind."""

from __future__ import annotations

import pkgutil
import re
from importlib import metadata
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.facts.renamed import successor
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.notebook_imports import own_file
from fastaid.teach.rules.python_source import COURSE_PACKAGES, near
from fastaid.teach.scene import Scene


@rule(ImportError)
def nothing_of_that_name(scene: Scene) -> Diagnosis | None:
    """`from sklearn.datasets import load_population`: no such name, nor one like it."""
    error = scene.error
    if isinstance(error, ModuleNotFoundError) or not isinstance(error, ImportError) or not error.name:
        return None
    found = re.match(r"cannot import name '(\w+)'", scene.message)
    module = library(error.name)
    home = str(error.name)
    package = home.partition(".")[0]
    is_here = scene.last is not None and scene.last.is_learners
    if found is None or not isinstance(module, ModuleType) or not is_here or own_file(package) is not None:
        return None
    wrong = found[1]
    if package in COURSE_PACKAGES or successor(wrong) is not None:
        return None
    names = [one for one in vars(module) if not one.startswith("_")]
    parts = [one.name for one in pkgutil.iter_modules(getattr(module, "__path__", []))]
    if near(wrong, names, 0.7) or near(wrong, parts, 0.75) or hasattr(module, wrong):
        return None
    try:
        version = metadata.version({"sklearn": "scikit-learn", "PIL": "pillow"}.get(package, package))
    except metadata.PackageNotFoundError:
        return None  # the standard library, or a folder beside the notebook
    begin = wrong.partition("_")[0] + "_" if "_" in wrong else ""
    alike = [one for one in names if begin and one.startswith(begin)]
    if home == "sklearn.datasets" and wrong.startswith(("load_", "fetch_")):
        file = wrong.partition("_")[2]
        return Diagnosis(
            f"scikit-learn {version} has no data set `{wrong}`, nor one of a like name.",
            "It brings a few data sets of its own, each with a function; your own data is read from its file.",
            f"df = pd.read_csv('{file}.csv')",
            f"For a file of yours (its own are {', '.join(f'`{one}`' for one in alike[:4])} …):",
        )
    return Diagnosis(
        f"`{home}` ({package} {version}) holds no `{wrong}`, nor a name like it.",
        "It may belong to another version of the package, or to another module.",
        f"import {home}\n[one for one in dir({home}) if '{(begin or wrong[:4]).lower()}' in one.lower()]",
        "See what there is of that kind:",
        sure="likely",
    )
