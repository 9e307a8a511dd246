"""One picture in, what the learner says of it out; and the learner itself to a file."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any, NamedTuple

from fastaid.errors import FastaidError
from fastaid.facts.data_report import PICTURE_SUFFIXES
from fastaid.facts.mistakes import Prediction
from fastaid.training.cleanup import own_progress_hidden
from fastaid.training.inspect_data import read_headers
from fastaid.training.interpret import is_multi_label
from fastaid.training.items import missing_file
from fastaid.training.pictures import thumbnail


class Predicted(NamedTuple):
    """What fastai's `learn.predict` returns, under names; unpacks the same."""

    label: Any
    index: Any
    probs: Any

    def __repr__(self) -> str:
        return f"Predicted(label={self.label!r}, index={self.index}, probs={self.probs.numel()} numbers)"


def predict(learn: Any, file: Path) -> tuple[Predicted, Prediction]:
    """Ask the learner about one picture, prepared as the validation pictures were.

    Costs one forward pass.
    Raises: FastaidError where the file is missing or no picture. Source: fastai 2.8 `Learner.predict`.
    """
    check_picture(learn, file)
    with own_progress_hidden(learn):
        result = Predicted(*learn.predict(file))
    if bool(result.probs.isnan().any()):
        raise FastaidError(
            f"What the net says of {file.name} is no number: a fit at too high a learning rate ruined its weights.",
            "Load weights saved before it, learn.load(NAME), or make the learner again.",
        )
    vocab = getattr(learn.dls, "vocab", None)
    if not vocab:
        words = ", ".join(f"{float(v):.4g}" for v in result.probs.flatten())
        return result, Prediction(file.name, words, (), thumbnail(file))
    ranked = sorted(
        zip((str(w) for w in vocab), result.probs.tolist(), strict=True), key=lambda pair: -pair[1]
    )
    is_multi = is_multi_label(learn)
    word = "; ".join(str(w) for w in result.label) if is_multi else str(result.label)
    return result, Prediction(
        file.name, word or "none above one half", tuple(ranked), thumbnail(file), is_multi
    )


def check_picture(learn: Any, file: Path) -> None:
    """Refuse what is no picture that this learner could look at.

    Raises: FastaidError with the next step.
    """
    tfms = getattr(getattr(learn.dls, "valid_ds", None), "tls", ())
    if not tfms:
        raise FastaidError(
            "%predict takes a picture, and this learner's data are none.", "Use learn.predict(row)"
        )
    if file.is_dir():
        first = next((p for p in sorted(file.rglob("*")) if p.suffix.lower() in PICTURE_SUFFIXES), None)
        raise FastaidError(
            f"{file} is a folder, and %predict takes one picture.",
            f"For example: %predict {shlex.quote(str(first))}" if first else "Give a jpg or png.",
        )
    if not file.is_file():
        raise missing_file(file, "picture")
    _, unreadable = read_headers([file])
    if unreadable:
        raise FastaidError(f"{file} {unreadable[file]}.", "Give a jpg or png that opens in a viewer.")


def check_place(file: Path) -> None:
    """Refuse a place where an exported learner cannot or should not be written.

    Raises: FastaidError with the next step.
    """
    if file.is_dir():
        raise FastaidError(f"{file} is a folder.", f"Name a file in it: %export {file / 'export.pkl'}")
    if not file.parent.is_dir():
        raise FastaidError(f"There is no folder {file.parent}.", "Make it first, or give another place.")
    if file.suffix == ".safetensors":
        raise FastaidError(
            f"{file} is called like a file of weights, and an exported learner is more.",
            f"For the weights alone: %export {shlex.quote(str(file))} --weights",
        )
    if file.exists() and file.suffix not in (".pkl", ".pth", ".pt"):
        raise FastaidError(
            f"{file} is there already and does not look like an exported learner.",
            "Give another name, such as export.pkl.",
        )


def own_code(learn: Any) -> list[str]:
    """Modules of the learner's own that a learner's net is made of: loading it elsewhere needs them."""
    ours = ("torch", "torchvision", "fastai", "fastcore", "timm", "__main__", "builtins")
    modules = {type(module).__module__.split(".")[0] for module in learn.model.modules()}
    return sorted(module for module in modules if module not in ours)


def export(learn: Any, file: Path) -> Path:
    """Write the learner, its transforms and classes to one file, without the pictures.

    Raises: FastaidError where it cannot be written there. Source: fastai 2.8 `Learner.export`.
    """
    check_place(file)
    dls, opt, is_new = learn.dls, learn.opt, not file.exists()
    try:
        with file.absolute().open("ab"):  # torch would tell of a place it cannot write to in its own words
            pass
        learn.export(file.absolute())
    except OSError as error:
        raise FastaidError(
            f"{file} could not be written ({error.strerror}).", "Give another place."
        ) from error
    finally:
        # fastai 2.8 swaps in empty data and drops the optimizer while it writes: both stay so if that
        # fails, and the new optimizer it makes afterwards has forgotten what is frozen.
        learn.dls, learn.opt = dls, opt
        if is_new and file.is_file() and not file.stat().st_size:
            file.unlink()
    return file.absolute()
