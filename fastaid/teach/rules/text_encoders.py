"""An encoder's file that load_encoder does not find: where it looked, and where the file is. No rules of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.weights_elsewhere import folder_of, saved_elsewhere
from fastaid.teach.scene import Scene

LEARNERS = "fastai.text.learner"


def encoder_missing(
    scene: Scene,
    learn: Any,  # the learner that was to read it
    file: str,  # without its ending
) -> Diagnosis:
    """What to say of an encoder that is not in the learner's folder."""
    name, folder = scene.name_of(learn) or "learn", folder_of(learn)
    again = (failing_line(scene.top) if scene.top is not None else "") or f"{name}.load_encoder({file!r})"
    if scene.names.get(name) is not learn:
        again = f"{name}.load_encoder({file!r})"  # made and asked in one expression
    elsewhere = saved_elsewhere(scene, folder, file)
    if elsewhere is not None:
        return _elsewhere(name, learn, folder, elsewhere, again)
    there = sorted(one.stem for one in folder.glob("*.pth"))[:50] if folder.is_dir() else []
    guess = did_you_mean(file, there, n=1)
    inside = (
        f"It holds {listed(there, 5)}. {guess}"
        if there
        else "It is empty."
        if folder.is_dir()
        else "It does not exist."
    )
    lm, held = next(_language_models(scene), ("learn_lm", None))
    is_beside = held is None or folder_of(held) == folder
    save = [f"{lm}.save_encoder({file!r})", *([] if is_beside else _moved(name, learn, lm, held)), again]
    return Diagnosis(
        f"There is no `{folder / (file + '.pth')}`: `load_encoder` looks in the folder `{folder}`. {inside}".strip(),
        "The encoder is a part of a language model, saved with `save_encoder` in the folder of that learner's data "
        f"(its `path`); `{name}.path` is {str(stored(learn).get('path') or '.')!r}.",
        f"{name}.load_encoder({guess.split(chr(39))[1]!r})" if guess else "\n".join(save),
        "Write the name as it was saved:"
        if guess
        else "Save it from the language model first (both with the same `path`):",
        card="text",
    )


def _language_models(scene: Scene) -> Any:
    return ((name, one) for name, one in scene.live(object) if is_of(one, LEARNERS, "LMLearner"))


def _moved(name: str, learn: Any, other: str, held: Any) -> list[str]:
    """The lines that let a learner look where another one saves."""
    own, its = stored(learn), stored(held)
    return [
        f"{name}.{word} = {other}.{word}"
        for word in ("path", "model_dir")
        if str(own.get(word)) != str(its.get(word))
    ]


def _elsewhere(name: str, learn: Any, folder: Path, found: tuple[Path, str], again: str) -> Diagnosis:
    file, other = found
    whose = f", in the folder of `{other}`" if other else ""
    is_usual = file.parent.name == str(stored(learn).get("model_dir") or "models")
    if is_usual:
        line = f"{name}.path = {f'{other}.path' if other else f'Path({str(file.parent.parent)!r})'}"
    else:
        line = f"{name}.path, {name}.model_dir = Path({str(file.parent.parent)!r}), {file.parent.name!r}"
    return Diagnosis(
        f"There is no `{folder / file.name}`: `load_encoder` looks in the folder `{folder}`.",
        f"A file of that name is `{file}`{whose}. Each learner looks in the folder `path` of its own data.",
        f"{line}\n{again}",
        f"Let `{name}` look there:",
        card="text",
    )
