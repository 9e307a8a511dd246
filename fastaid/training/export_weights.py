"""A learner's weights to a .safetensors file: nothing in it runs when it is loaded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError
from fastaid.facts.code import Name, Program, Step, call
from fastaid.training.about_weights import about_learner

SUFFIX = ".safetensors"


def check_weights_place(file: Path) -> None:
    """Refuse a place where weights cannot or should not be written.

    Raises: FastaidError with the next step.
    """
    if file.is_dir():
        raise FastaidError(
            f"{file} is a folder.", f"Name a file in it: %export {file / 'net'}{SUFFIX} --weights"
        )
    if file.suffix != SUFFIX:
        raise FastaidError(
            f"Weights are written to a {SUFFIX} file, and {file.name} is called otherwise.",
            f"For example: %export {file.with_suffix(SUFFIX)} --weights",
        )
    if not file.parent.is_dir():
        raise FastaidError(f"There is no folder {file.parent}.", "Make it first, or give another place.")


def weights_program(
    learn: Any,
    name: str,  # the learner's variable
    file: Path,
) -> Program:
    """The lines that write a learner's weights, with what they are for beside them."""
    metadata = about_learner(learn).code(name)
    save = call("save_model", Name(f"{name}.model"), file.as_posix(), metadata=metadata)
    return Program((Step(save),), ("import json", "from safetensors.torch import save_model"))


def export_weights(learn: Any, name: str, file: Path) -> Path:
    """Write a learner's weights by the program that `--code` prints; the file is there whole, or as it was.

    Raises: FastaidError where they are no numbers, or cannot be written there.
    """
    from safetensors import SafetensorError
    from safetensors.torch import save_model

    check_weights_place(file)
    broken = next(
        (key for key, one in learn.model.named_parameters() if not bool(one.isfinite().all())), None
    )
    if broken is not None:
        raise FastaidError(
            f"The net's weights are no numbers any more, such as {broken}: a fit at too high a learning rate.",
            "Load weights saved before it, learn.load(NAME), or make the learner again.",
        )
    place = file.resolve()  # where a link leads, not the link, is written anew
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        weights_program(learn, name, part).run({name: learn, "save_model": save_model})
        os.replace(part, place)
    except (SafetensorError, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FastaidError(f"{file} could not be written ({reason}).", "Give another place.") from error
    finally:
        part.unlink(missing_ok=True)
    return file.absolute()


def how_to_load(learn: Any, file: Path) -> str:
    """What to write elsewhere, with the file that was written."""
    about = about_learner(learn)
    names = learn.model.state_dict()
    if not about.arch or not all(key.startswith(("0.", "1.")) for key in names):
        return f"Elsewhere, into the same net: load_model(learn.model, {file.name!r})"
    line = f"%learner {about.arch} --weights {file.name}"
    if about.has_usual_head and about.classes:
        return f"Elsewhere: {line} (with the same classes its head too)"
    return f"Elsewhere: {line} (its body; the head is not the one that %learner makes)"
