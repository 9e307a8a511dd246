"""Paths of other computers: a drive of Windows, the folder in which Kaggle keeps a notebook's data."""

from __future__ import annotations

import os
import re
from pathlib import Path, PureWindowsPath

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.on_disk import exists, working_folder
from fastaid.teach.scene import Scene


def _missing(scene: Scene) -> str:
    name = getattr(scene.error, "filename", None)
    return name if isinstance(name, str) else ""


@rule(FileNotFoundError)
def drive_of_windows(scene: Scene) -> Diagnosis | None:
    r"""`C:/Users/me/data.csv`, `C:\Users\me\data.csv` on Linux."""
    text = _missing(scene)
    if os.sep == "\\" or not re.match(r"[A-Za-z]:[/\\]", text):
        return None
    name = PureWindowsPath(text).name
    if not name:
        return None
    is_here = exists(Path(name))
    return Diagnosis(
        f"There is no `{text}`.",
        f"`{text[:2]}` is a drive of Windows; this notebook runs on another computer or system, in "
        f"`{working_folder()}`, which has no such drives.",
        f"'{name}'",
        "The file is here too, beside the notebook:"
        if is_here
        else "Upload the file to this computer; beside the notebook its path is its name alone:",
        card="getting-data",
    )


@rule(FileNotFoundError)
def input_of_kaggle(scene: Scene) -> Diagnosis | None:
    """`../input/titanic/train.csv` anywhere else than on Kaggle."""
    text = _missing(scene)
    if not text.startswith(("../input/", "../working/")) or exists(Path(text).parents[-3]):
        return None
    folder = "/".join(text.split("/")[:2])
    return Diagnosis(
        f"There is no file or folder `{text}`.",
        f"`{folder}` is where Kaggle keeps a notebook's files; this notebook runs in `{working_folder()}`.",
        "",
        "Download the data to this computer and give the path that it has here.",
        card="getting-data",
    )
