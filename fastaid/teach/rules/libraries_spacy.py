"""spaCy's models: each is a download of its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import call_at, near
from fastaid.teach.scene import Scene

# "en_core_web_sm": language, kind, texts it was trained on, size.
MODEL = re.compile(r"[a-z]{2,3}_(core|dep|ent|sent)_[a-z]+_(sm|md|lg|trf)")
SIZES = {"small": "sm", "medium": "md", "large": "lg"}


@rule(OSError, needs="spacy.util")
def model_not_there(scene: Scene) -> Diagnosis | None:
    """`spacy.load('en_core_web_sm')` of a model that was not downloaded, `spacy.load('en')` of older books."""
    frame = scene.within("spacy.util", "load_model")
    name = frame.names.get("name") if frame is not None else None
    if frame is not scene.last or type(name) is not str or Path(name).exists():
        return None
    short = vars(library("spacy.util")).get("OLD_MODEL_SHORTCUTS") or {}
    full = short.get(name) or _written_right(name)
    if not full:
        return _no_folder(name)
    is_there = full in _installed()
    what = f"spaCy finds no model `{name}`."
    if name in short:
        cause = f"`{name}` was a short name of older versions, of `{full}`; spaCy 3 wants the whole name."
    else:
        cause = f"Its name is `{full}`." if full != name else ""
    if not is_there:
        cause = f"{cause} A model is a download of its own; installing spaCy does not bring it.".strip()
    line = _load_line(scene, name, full)
    return Diagnosis(
        what,
        cause,
        line if is_there else f"!python -m spacy download {full}\n{line}",
        "Write:"
        if is_there
        else "Download it once, and restart the kernel if it is still not found (to split texts into words alone, "
        f"`spacy.blank({full.partition('_')[0]!r})` needs no download):",
    )


def _written_right(name: str) -> str:
    """The name of a model as spaCy writes it; "" where it is none."""
    found = name.strip().lower().replace("-", "_").replace(" ", "_")
    head, _, size = found.rpartition("_")
    found = f"{head}_{SIZES[size]}" if size in SIZES else found
    if MODEL.fullmatch(found):
        return found
    return next(iter(near(name, _installed(), 0.8)), "")


def _installed() -> list[str]:
    try:
        return list(library("spacy.util").get_installed_models())
    except Exception:  # noqa: BLE001  a package without a description
        return []


def _no_folder(name: str) -> Diagnosis:
    here = Path.cwd()
    return Diagnosis(
        f"spaCy finds no model `{name}`.",
        f"No package is called so, and there is no folder `{name}`"
        + ("." if Path(name).is_absolute() else f" in `{here}`, where the notebook runs."),
        "spacy.util.get_installed_models()",
        "See which models are installed, or give the path of a folder that `nlp.to_disk` wrote:",
        sure="likely",
    )


def _load_line(scene: Scene, name: str, full: str) -> str:
    """The learner's line with the whole name; a line of its own where that stands in a function."""
    frame = scene.here
    call: Any = call_at(frame) if frame is not None else None
    text = failing_line(frame) if frame is not None else ""
    given = call.args[0] if call is not None and call.args and last_name(call.func) == "load" else None
    if text and isinstance(given, ast.Constant) and given.value == name:
        return text.replace(repr(name), repr(full)).replace(f'"{name}"', f'"{full}"')
    return f"nlp = spacy.load({full!r})"


@rule(ModuleNotFoundError)
def model_imported(scene: Scene) -> Diagnosis | None:
    """`import en_core_web_sm`, a model that is imported as a package and was not downloaded."""
    error = scene.error
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    if not name or not MODEL.fullmatch(name) or not scene.is_raised_by_learner:
        return None
    return Diagnosis(
        f"The model `{name}` of spaCy is not there.",
        "A model is a download of its own; installing spaCy does not bring it, and neither does pip by this name.",
        f"!python -m spacy download {name}",
        "Download it once, and run this cell again (restart the kernel if it is still not found):",
    )
