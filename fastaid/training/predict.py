"""One picture in, what the learner says of it out; and the learner itself to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from fastaid.errors import FastaidError, did_you_mean, listed
from fastaid.facts.mistakes import Prediction
from fastaid.training.inspect_data import read_headers
from fastaid.training.interpret import is_multi_label
from fastaid.training.pictures import thumbnail
from fastaid.training.watch import own_progress_hidden


class Predicted(NamedTuple):
    """What fastai's `learn.predict` returns, under names; unpacks the same."""

    label: Any
    index: Any
    probs: Any

    def __repr__(self) -> str:
        return f"Predicted(label={self.label!r}, index={self.index}, probs={self.probs.numel()} numbers)"


def predict(learn: Any, file: Path) -> tuple[Predicted, Prediction]:
    """Ask the learner about one picture, prepared as the validation pictures were.

    Raises: FastaidError where the file is missing or no picture.
    """
    if not file.is_file():
        folder = file.parent
        there = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
        raise FastaidError(
            f"There is no picture {file}.",
            did_you_mean(file.name, there) or f"{folder.resolve()} holds {listed(there, 3) or 'nothing'}.",
        )
    _, unreadable = read_headers([file])
    if unreadable:
        raise FastaidError(f"{file} {unreadable[file]}.", "Give a jpg or png that opens in a viewer.")
    with own_progress_hidden(learn):
        result = Predicted(*learn.predict(file))
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


def export(learn: Any, file: Path) -> Path:
    """Write the learner, its transforms and classes to one file, without the pictures.

    Raises: FastaidError where the folder is missing or something in the learner cannot be written.
    """
    if not file.parent.is_dir():
        raise FastaidError(f"There is no folder {file.parent}.", "Make it first, or give another place.")
    dls, opt = learn.dls, learn.opt
    try:
        learn.export(file.absolute())
    except OSError as error:
        raise FastaidError(
            f"{file} could not be written ({error.strerror}).", "Give another place."
        ) from error
    finally:
        # fastai 2.8 swaps in empty data and drops the optimizer while it writes: both stay so if that
        # fails, and the new optimizer it makes afterwards has forgotten what is frozen.
        learn.dls, learn.opt = dls, opt
    return file.absolute()
