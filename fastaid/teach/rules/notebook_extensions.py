"""A comment behind a magic, and extensions of the notebook that are misspelt or not installed."""

from __future__ import annotations

import re

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.scene import Scene

# Extensions that a course notebook loads, and what installs them where they do not come with IPython.
EXTENSIONS = {
    "autoreload": "",
    "storemagic": "",
    "fastaid": "",
    "tensorboard": "tensorboard",
    "memory_profiler": "memory_profiler",
    "line_profiler": "line_profiler",
    "watermark": "watermark",
    "nb_black": "nb_black",
    "lab_black": "nb_black",
    "Cython": "cython",
    "cython": "cython",
    "sql": "jupysql",
    "dotenv": "python-dotenv",
}
COMMENT = re.compile(r"^(\s*)(%\w+)([^#\n]*?)\s*(#.*)$")


@rule(Exception)
def comment_behind_a_magic(scene: Scene) -> Diagnosis | None:
    """`%matplotlib inline # show plots here`: what stands behind a magic is its arguments."""
    if type(scene.error).__name__ not in ("UsageError", "ModuleNotFoundError") or "#" not in scene.message:
        return None
    for line in scene.cell.splitlines():
        found = COMMENT.match(line)
        if found is None or found[4].split()[-1] not in scene.message:
            continue
        space, magic, words, comment = found.groups()
        return Diagnosis(
            f"The comment `{comment}` stands behind the magic `{magic}`.",
            f"A magic takes all of its line for arguments, the `#` too; `{magic}` does not know these.",
            f"{space}{comment}\n{space}{magic}{words}",
            "Give the comment a line of its own:",
        )
    return None


@rule(ImportError)
def no_such_extension(scene: Scene) -> Diagnosis | None:
    """`%load_ext autorelaod`: misspelt, or not installed."""
    magic, asked = _asked(scene)
    missing = getattr(scene.error, "name", None)
    if not asked or missing != asked.partition(".")[0] or scene.within("IPython.core.extensions") is None:
        return None
    if asked in EXTENSIONS:
        package = EXTENSIONS[asked]
        return Diagnosis(
            f"The extension {asked} is not installed in the environment of this kernel.",
            f"`%{magic}` imports a package; it does not install it.",
            f"%pip install {package or asked}\n%{magic} {asked}",
            "Install it once, and load it:",
        )
    near = did_you_mean(asked, EXTENSIONS, n=1)
    if near:
        return Diagnosis(
            f"There is no extension `{asked}`. {near}",
            f"`%{magic}` imports a module of exactly the name that it is given.",
            f"%{magic} {near.split(chr(39))[1]}",
            "Write:",
            sure="likely",
        )
    return Diagnosis(
        f"There is no module `{asked}` for `%{magic}` to load.",
        "An extension is a Python package, which must be installed in the environment of this kernel first.",
        "",
        "Look at the spelling, and install its package with `%pip install`.",
        sure="likely",
    )


def _asked(scene: Scene) -> tuple[str, str]:
    """The magic that loads an extension, and the extension's name as it is written."""
    for line in scene.cell.splitlines():
        found = re.match(r"\s*%(load_ext|reload_ext)\s+([\w.]+)\s*$", line)
        if found is not None:
            return found[1], found[2]
    return "", ""
