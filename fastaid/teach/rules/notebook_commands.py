"""Magics that stop on their own: a file that `%run` does not find, a window that `%matplotlib` cannot open."""

from __future__ import annotations

import re
from pathlib import Path

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.on_disk import exists, found_below, names_in, working_folder
from fastaid.teach.rules.python_source import near
from fastaid.teach.scene import Scene

MADE_OF = {"widget": "ipympl", "ipympl": "ipympl", "nbagg": "ipympl", "notebook": "ipympl"}


def _line(scene: Scene, *magics: str) -> tuple[str, str] | None:
    """The cell's line with a magic, as the magic and what stands behind it."""
    for row in scene.cell.splitlines():
        found = re.match(rf"\s*%({'|'.join(magics)})\s+(.*\S)", row)
        if found is not None:
            return found[1], found[2]
    return None


@rule(Exception)
def script_not_there(scene: Scene) -> Diagnosis | None:
    """`%run helper.py`, `%load helper.py`: File `'helper.py'` not found."""
    found = _line(scene, "run", "load", "loadpy")
    if found is None or not re.search(r"File `.*` not found|was not found in history", scene.message):
        return None
    magic, rest = found
    name = next((one for one in rest.split() if not one.startswith("-")), "")
    if not name or exists(Path(name)):
        return None
    path = Path(name.strip("'\""))
    here = [one for one in names_in(Path(".")) if one.endswith((".py", ".ipynb"))]
    deeper = found_below(Path("."), path.name)
    right = str(deeper) if deeper is not None else next(iter(near(path.name, here, 0.7)), "")
    there = f" There is: {listed(here, 4)}." if here else " No .py file is there."
    return Diagnosis(
        f"`%{magic}` found no file `{path}`.",
        f"It looks in the working directory, `{working_folder()}`.{there}",
        f"%{magic} {right}" if right else "",
        "Write:" if right else "Put the file beside the notebook, or give its path.",
    )


@rule(ImportError, RuntimeError, KeyError, ValueError)
def window_not_at_hand(scene: Scene) -> Diagnosis | None:
    """`%matplotlib widget` without ipympl, `%matplotlib qt` on a computer without a screen."""
    found = _line(scene, "matplotlib")
    if found is None or scene.within("IPython.core.magics.pylab") is None:
        return None
    word = found[1].split()[0]
    if word == "inline" or isinstance(scene.error, NotImplementedError):
        return None  # a shell without a page to draw into
    if word in MADE_OF:
        return Diagnosis(
            f"`%matplotlib {word}` needs the package {MADE_OF[word]}, which this notebook does not have.",
            "It draws plots that can be moved with the mouse. `inline`, which shows them as pictures, is always there.",
            f"%pip install {MADE_OF[word]}",
            "Install it, restart the kernel, and write `%matplotlib widget`; or leave the line out:",
        )
    if word in ("qt", "qt5", "qt6", "tk", "gtk3", "gtk4", "wx", "osx"):
        return Diagnosis(
            f"`%matplotlib {word}` opens a window of its own, and what it needs for that is not at hand here.",
            "A notebook in the browser (Colab, Kaggle, a server) has no screen for windows; plots belong into the "
            "page.",
            "%matplotlib inline",
            "Write:",
        )
    known = ["inline", "widget", "qt", "tk", "agg"]
    right = next(iter(near(word, known, 0.6)), "")
    return Diagnosis(
        f"`%matplotlib` knows no `{word}`.",
        "The word behind it says where plots are drawn: `inline` shows them below the cell.",
        f"%matplotlib {right or 'inline'}",
        "Write:",
    )


@rule(Exception)
def file_without_a_name(scene: Scene) -> Diagnosis | None:
    """`%%writefile` with nothing behind it."""
    first = next((row.strip() for row in scene.cell.splitlines() if row.strip()), "")
    is_bare = re.fullmatch(r"%%(writefile|file)(\s+-a)?", first) is not None
    if not is_bare or type(scene.error).__name__ != "UsageError":
        return None
    return Diagnosis(
        f"`{first}` was given no name for the file.",
        "It writes the rest of the cell into a file, whose name stands behind it on the same line.",
        f"{first} script.py",
        "Name the file:",
    )


@rule(ValueError)
def conda_not_at_hand(scene: Scene) -> Diagnosis | None:
    """`%conda install numpy` where Python does not come from conda."""
    if "does not appear to be a conda environment" not in scene.message:
        return None
    line = next((row.strip() for row in scene.cell.splitlines() if "conda" in row), "")
    packages = re.sub(r"^[%!]?\s*conda\s+install\s*|-[cn]\s+\S+|-y|--yes", "", line).split()
    return Diagnosis(
        "The Python of this notebook does not belong to conda, so conda cannot install anything for it.",
        "`%pip` installs for the very Python that runs the notebook.",
        f"%pip install {' '.join(packages)}" if packages and "install" in line else "",
        "Write:" if packages and "install" in line else "Use `%pip install …` instead.",
    )
