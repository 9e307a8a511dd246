"""Where a Learner keeps its weights, and where else a file of that name lies."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.teach.objects import is_dls, is_learner, stored
from fastaid.teach.scene import Scene

MOST_FOLDERS = 200  # beside the notebook


def folder_of(learner: Any) -> Path:
    """Where learn.save writes."""
    own = stored(learner)
    return Path(own.get("path") or ".") / Path(own.get("model_dir") or "models")


def learners(scene: Scene) -> list[tuple[str, Any]]:
    """The notebook's Learners."""
    return [
        (name, one) for name, one in list(scene.names.items()) if is_learner(one) and not name.startswith("_")
    ]


def saved_elsewhere(scene: Scene, folder: Path, name: str) -> tuple[Path, str] | None:
    """A file of that name in the folder of another Learner, or near the notebook; and the Learner."""
    for word, one in learners(scene):
        file = folder_of(one) / f"{name}.pth"
        if folder_of(one) != folder and file.is_file():
            return file, word
    homes = [
        Path(stored(one)["path"])
        for _, one in list(scene.names.items())
        if is_dls(one) and "path" in stored(one)
    ]
    places = [*(home / "models" for home in homes), Path("models")]
    here = [one for one in islice(Path().iterdir(), MOST_FOLDERS) if one.is_dir()]
    places += [one / "models" for one in here]
    files = [one / f"{name}.pth" for one in dict.fromkeys(places) if one != folder]
    found = [one for one in files if one.is_file()]
    return (found[0], "") if len(found) == 1 else None
