"""Pictures and their labels before fastai sees them, and the sentences for a path that is wrong.

Every mistake the six factories can meet is found here and in the three rooms that fill `Items`:
fastai's own words for a wrong folder are about None or an empty list.
"""

from __future__ import annotations

import ast
import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from numbers import Integral, Number, Real
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, a, did_you_mean, listed
from fastaid.facts.code import Given, Step, call


@dataclass(frozen=True)
class Items:
    """Pictures with their labels, not yet split, and how a learner would write where they are from."""

    files: list[Path]
    labels: list[Any]  # one a picture: a str, an int, a float, or a list of them
    path: Path
    factory: str  # fastai's, where nothing stands in its way: "from_path_re"
    arguments: tuple[tuple[str, Any], ...] = ()  # the factory's own, as code
    steps: tuple[Step, ...] = ()  # the lines before it
    get_y: Any = None  # how a path gives its label, as code; None where labels come with the names
    splitter: Any = None  # as code; None: at random
    is_multi: bool = False
    is_number: bool = False  # labels are floats: regression
    splits: tuple[list[int], list[int]] | None = None  # (train, valid) where the source says; else at random
    known_classes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_filtered: bool = False  # something was left out that the factory would take in
    problem: FastaidError | None = None  # with a label; raised unless its file is left out as unreadable


def existing_folder(path: Path) -> Path:
    """The folder, or a sentence that says what is there instead."""
    if os.path.isdir(path):  # unlike Path.is_dir, it takes any text
        return path
    if os.path.exists(path):
        raise FastaidError(f"{path} is a file, not a folder of pictures.", f"Give its folder: {path.parent}")
    if "$" in str(path) or "{" in str(path):
        raise FastaidError(
            f"There is no folder {path}.",
            "If it is a variable, make it first, and write it bare: %databunch from_folder path",
        )
    parent = path.parent
    while not os.path.isdir(parent):
        parent = parent.parent
    there = sorted(p.name for p in parent.iterdir() if p.is_dir() and not p.name.startswith("."))
    near = did_you_mean(path.name, there, before=in_folder(parent)) if parent == path.parent else ""
    holds = f"{parent.resolve()} holds {listed(there)}." if there else f"{parent.resolve()} holds no folders."
    raise FastaidError(f"There is no folder {path}.", near or holds)


def in_folder(folder: Path) -> str:
    """What to write before a name of a folder: "data/", or nothing for the working directory."""
    return "" if folder == Path() else f"{folder.as_posix().rstrip('/')}/"


def missing_file(file: Path, what: str) -> FastaidError:
    """The mistake of naming a file that is not there: the nearest name, or what is there instead."""
    folder = file.parent
    if not folder.is_dir():
        return FastaidError(f"There is no folder {folder}.", f"Give the path of a {what} that is there.")
    there = sorted(p.name for p in folder.iterdir() if p.is_file())
    near = did_you_mean(file.name, there, before=in_folder(folder))
    return FastaidError(
        f"There is no {what} {file}.", near or f"{folder.resolve()} holds {listed(there, 3) or 'no files'}."
    )


def pictures_in(path: Path, folders: Sequence[str] = ()) -> list[Path]:
    """All picture files below a folder, in fastai's own order."""
    from fastai.data.transforms import get_image_files

    files = list(get_image_files(path, folders=list(folders) or None))
    if not files:
        others = sorted({p.suffix or "no suffix" for p in path.rglob("*") if p.is_file()})
        there = f"It holds files of type {listed(others)}." if others else "It is empty."
        raise FastaidError(f"No pictures below {path}.", there)
    return files


def path_step(path: Path) -> Step:
    """The line that names the folder."""
    return Step(call("Path", path.as_posix()), "path")


def bound_first(
    code: str,  # a learner's expression
    what: Any,  # its value
    name: str,  # what the program calls it
    is_used_again: bool = False,  # by lines of the program that come later
) -> tuple[list[Step], Given]:  # the lines before all others, and the expression from then on
    """An expression that the program's own lines would give another meaning is evaluated before them."""
    try:
        tree = ast.parse(code, mode="eval")
    except SyntaxError:
        return [], Given(code, what)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if isinstance(tree.body, ast.Name) or not (is_used_again or "path" in names):
        return [], Given(code, what)
    return [Step(Given(code, what), name)], Given(name, what)


# -- labels ----------------------------------------------------------------------------------------


def is_several(label: Any) -> bool:
    """Whether a label is a list of labels: Python's, or fastcore's L."""
    from fastcore.foundation import L

    return isinstance(label, list | L)


def is_amount(labels: Sequence[Any]) -> bool:
    """Whether labels are numbers to predict: some are fractions, none is text. Whole numbers are classes."""
    numbers = all(isinstance(label, Real) for label in labels)
    return numbers and any(not isinstance(label, Integral) for label in labels)


def label_problem(
    labels: Sequence[Any],
    says: Callable[[int], str],  # "labels[3] is", for the sentence
) -> FastaidError | None:
    """The first label that fastai could not train on, in a sentence; None where all are good."""
    first: tuple[int, str] | None = None
    severals = [is_several(label) for label in labels]
    for i, label in enumerate(labels):
        if severals[i] != severals[0]:
            return FastaidError(
                f"{says(0)} {a(labels[0])}, and {says(i)} {a(label)}.",
                "Give a list of labels for every picture, or one label for every picture.",
            )
        for word in label if severals[i] else [label]:
            kind = _kind(word)
            if kind == "none":
                return FastaidError(
                    f"{says(i)} {word!r}, which is no label.", "Give this picture a label, or leave it out."
                )
            if kind == "other":
                return FastaidError(
                    f"{says(i)} {a(word)} ({word!r}), which is no label.",
                    "A label is text or a number; several labels of a picture are a list of them.",
                )
            first = first or (i, kind)
            if kind != first[1]:
                return FastaidError(
                    f"{says(first[0])} {_text_or_number(first[1])}, and {says(i)} {_text_or_number(kind)} "
                    f"({word!r}).",
                    "Make all of them text, for example with str(label).",
                )
    if labels and first is None:
        return FastaidError("No picture has a label: all their lists are empty.", "Check how they are made.")
    return None


def _kind(word: Any) -> str:
    if isinstance(word, str):
        return "text" if word else "none"
    if word is None or _is_nan(word):
        return "none"
    if isinstance(word, Real) and math.isinf(word):
        return "none"
    # numpy's own bool is no Number; a complex one is no label.
    return "number" if isinstance(word, Real) or type(word).__name__ == "bool_" else "other"


def _is_nan(word: Any) -> bool:
    if type(word).__name__ in ("NAType", "NaTType"):  # pandas: comparing them raises
        return True
    return isinstance(word, Number) and bool(word != word)


def _text_or_number(kind: str) -> str:
    return "text" if kind == "text" else "a number"
