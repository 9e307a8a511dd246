"""Labels from where a picture is: from_folder, from_name_re, from_name_func."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, a, counted, did_you_mean, listed
from fastaid.facts.code import Formula, Given, Name, Step, call, code_of
from fastaid.training.items import (
    Items,
    existing_folder,
    is_amount,
    is_several,
    label_problem,
    path_step,
    pictures_in,
)

LIKE_TRAIN = ("train", "training")
LIKE_VALID = ("valid", "validation", "val", "test", "testing")


@dataclass(frozen=True)
class _Found:
    """Picture files below a folder, with the line that finds them."""

    files: list[Path]
    step: Step
    is_filtered: bool


def _find(path: Path, folders: Sequence[str], without: Path | None, bad: AbstractSet[str]) -> _Found:
    every = pictures_in(path, folders)
    files = [f for f in every if f.relative_to(path).as_posix() not in bad]
    if without is not None:
        files = [f for f in files if not f.is_relative_to(without)]
    if not files:
        raise FastaidError(
            f"Every picture below {path} is in the test folder {without}, so none is left to train on.",
            "Name a folder of other pictures with --test.",
        )
    listing = call("get_image_files", Name("path"), folders=list(folders) or None)
    if len(files) == len(every):
        return _Found(files, Step(listing, "files"), False)
    conditions = []
    if without is not None:
        conditions.append(f"not f.is_relative_to({call('Path', without.as_posix()).code()})")
    if bad:
        conditions.append(f"f.relative_to(path).as_posix() not in {sorted(bad)!r}")
    text = f"[f for f in {listing.code()} if {' and '.join(conditions)}]"
    return _Found(files, Step(Formula(text, lambda names: files), "files"), True)


def from_folder(
    path: Path,  # the folder that holds the parts, or the classes
    train: str | None = None,  # the training part's folder; None: "train" where there is one
    valid: str | None = None,
    valid_pct: float | None = None,  # hold out this share at random instead
    without: Path | None = None,  # a test folder below path: never trained on
    bad: AbstractSet[str] = frozenset(),  # files to leave out, relative to path
) -> Items:
    """Pictures sorted into one folder a class, with train and valid folders or without."""
    existing_folder(path)
    folders = sorted(p.name for p in path.iterdir() if p.is_dir() and not p.name.startswith("."))
    if valid_pct is not None and (train or valid):
        raise FastaidError(
            f"--valid-pct holds out pictures at random, and {'--train' if train else '--valid'} names a part.",
            "Give one of the two.",
        )
    if valid_pct is None and (train or valid or {"train", "valid"} <= set(folders)):
        return _from_parts(path, train or "train", valid or "valid", folders, bad)
    notes: tuple[str, ...] = ()
    if valid_pct is None:
        _refuse_other_parts(path, folders)
        notes = ("there are no train and valid folders, so 20% was held out at random",)
    elif {"train", "valid"} <= set(folders) or _part(folders, LIKE_TRAIN):
        held = listed(folder for folder in folders if folder.lower() in (*LIKE_TRAIN, *LIKE_VALID))
        notes = (f"the pictures of {held} were put together, and a share of them held out at random",)
    found = _find(path, (), without, bad)
    labels = [f.parent.name for f in found.files]
    return Items(
        found.files,
        labels,
        path,
        "from_path_func" if found.is_filtered else "from_folder",
        (("fnames", Name("files")), ("label_func", Name("parent_label"))) if found.is_filtered else (),
        (path_step(path), found.step) if found.is_filtered else (path_step(path),),
        get_y=Name("parent_label"),
        known_classes=tuple(sorted({*labels, *_empty_folders(path, without)})),
        notes=notes,
        is_filtered=found.is_filtered,
    )


def _refuse_other_parts(path: Path, folders: Sequence[str]) -> None:
    """Parts under other names, or one folder deeper, must not be mixed without a word."""
    train, valid = _part(folders, LIKE_TRAIN), _part(folders, LIKE_VALID)
    if "train" in folders or "valid" in folders or (train and valid):
        missing = "valid" if "train" in folders else "train"
        words = [f"--{option} {found}" for option, found in (("train", train), ("valid", valid))
                 if found and found != option]  # fmt: skip
        name = " ".join(words) if train and valid else f"--{missing} NAME"
        raise FastaidError(
            f"{path} has no folder '{missing}'; it holds {listed(folders)}.",
            f"Name it ({name}), or hold out a part with --valid-pct 0.2.",
        )
    deeper = [f for f in folders if (path / f / "train").is_dir() and (path / f / "valid").is_dir()]
    if deeper and deeper == folders:
        raise FastaidError(
            f"{path} has no train and valid folders; {path / deeper[0]} has.",
            f"Use %databunch from_folder {shlex.quote(str(path / deeper[0]))}, or mix them with --valid-pct 0.2.",
        )


def _part(folders: Sequence[str], names: Sequence[str]) -> str | None:
    return next((f for name in names for f in folders if f.lower() == name), None)


def _from_parts(path: Path, train: str, valid: str, folders: Sequence[str], bad: AbstractSet[str]) -> Items:
    if train == valid:
        raise FastaidError(
            f"--train and --valid are both {train}: the net would be tested on what it learned.",
            "Name two folders, or hold out a part of one with --valid-pct 0.2.",
        )
    for option, name in (("train", train), ("valid", valid)):
        if name not in folders:
            raise FastaidError(
                f"{path} has no folder '{name}'; it holds {listed(folders) or 'no folders'}.",
                did_you_mean(name, folders)
                or f"Name it (--{option} NAME), or hold out a part with --valid-pct 0.2.",
            )
    found = _find(path, (train, valid), None, bad)
    # fastai's GrandparentSplitter looks at the folder above the class folder, and nowhere else.
    parts = [
        [i for i, f in enumerate(found.files) if f.parent.parent.name == name] for name in (train, valid)
    ]
    for name, part in zip((train, valid), parts, strict=True):
        if not part:
            raise FastaidError(
                f"{path / name} has no pictures in class folders.",
                f"Sort them as {name}/CLASS/picture.jpg, one folder a class.",
            )
    classes = {p.name for name in (train, valid) for p in (path / name).iterdir()
               if p.is_dir() and not p.name.startswith(".")}  # fmt: skip
    astray = sorted({*range(len(found.files))} - {*parts[0], *parts[1]})
    notes = [
        f"{counted(len(astray), 'picture')} not right below a class folder, such as "
        f"{found.files[i].relative_to(path)}, and so in neither part"
        for i in astray[:1]
    ]
    names = {} if (train, valid) == ("train", "valid") else {"train": train, "valid": valid}
    splitter = {} if (train, valid) == ("train", "valid") else {"train_name": train, "valid_name": valid}
    return Items(
        found.files,
        [f.parent.name for f in found.files],
        path,
        "from_folder",
        tuple(names.items()),
        (path_step(path), found.step) if found.is_filtered else (path_step(path),),
        get_y=Name("parent_label"),
        splitter=call("GrandparentSplitter", **splitter),
        splits=(parts[0], parts[1]),
        known_classes=tuple(sorted(classes)),
        notes=tuple(notes),
        is_filtered=found.is_filtered,
    )


def _empty_folders(path: Path, without: Path | None) -> list[str]:
    leaves = [p for p in path.iterdir() if p.is_dir() and not p.name.startswith(".") and p != without]
    return [p.name for p in leaves if not any(p.iterdir())]


def from_name_re(
    path: Path,
    pat: str,  # searched in the whole posix path; its first group is the label
    without: Path | None = None,
    bad: AbstractSet[str] = frozenset(),
) -> Items:
    """Pictures whose label is in their path, found by a regular expression."""
    try:
        pattern = re.compile(pat)
    except re.error as error:
        raise FastaidError(
            f"--pat {code_of(pat)} is not a regular expression: {error}.",
            r"One that is: '/([^/]+)_\d+.jpg$'.",
        ) from None
    if not pattern.groups:
        raise FastaidError(
            f"--pat {code_of(pat)} has no group, so it does not say which part is the label.",
            r"Put parentheses around it, as in '/([^/]+)_\d+.jpg$'.",
        )
    existing_folder(path)
    found = _find(path, (), without, bad)
    matches = [pattern.search(f.as_posix()) for f in found.files]
    labels = [match.group(1) if match else None for match in matches]
    notes: tuple[str, ...] = ()
    if all(label and "/" in label for label in labels):
        notes = (
            f"every label holds a folder, such as {labels[0]!r}, because --pat is searched in the whole path; "
            "begin it with a slash, as in '/([^/]+)_', for the name alone",
        )
    return Items(
        found.files,
        labels,
        path,
        "from_path_re",
        (("fnames", Name("files")), ("pat", pat)),
        (path_step(path), found.step),
        get_y=call("RegexLabeller", pat),
        notes=notes,
        problem=_missed(pat, found.files, labels),
    )


def _missed(pat: str, files: Sequence[Path], labels: Sequence[str | None]) -> FastaidError | None:
    missed = [file for file, label in zip(files, labels, strict=True) if not label]
    if not missed:
        return None
    if "" in labels:
        return FastaidError(
            f"The group of --pat {code_of(pat)} is empty for {files[labels.index('')].as_posix()}.",
            "The first pair of parentheses is the label; (?:…) groups without being one.",
        )
    how_many = (
        f"none of the {counted(len(missed), 'path')}"
        if len(missed) == len(files)
        else f"all but {len(missed):,} of the {counted(len(files), 'path')}"
    )
    return FastaidError(
        f"--pat {code_of(pat)} matches {how_many}; it misses {missed[0].as_posix()}.",
        "It is searched in the whole path; try it with re.search on this one.",
    )


def from_name_func(
    path: Path,
    func: Callable[[Path], Any],  # takes the whole Path, gives the label
    func_code: str,  # as the learner wrote it
    without: Path | None = None,
    bad: AbstractSet[str] = frozenset(),
) -> Items:
    """Pictures whose label a function makes from their path."""
    if not callable(func):
        raise FastaidError(
            f"--func {func_code} is no function but {a(func)}.",
            "Name a function that takes a picture's Path and returns its label.",
        )
    if isinstance(func, type):
        raise FastaidError(
            f"--func {func_code} is a class, not a function.",
            "Give a function of the picture's Path, such as --func (lambda x: x.parent.name)",
        )
    existing_folder(path)
    found = _find(path, (), without, bad)
    labels, problem = _called(func, func_code, found.files)
    given = Given(func_code, func)
    return Items(
        found.files,
        labels,
        path,
        "from_path_func",
        (("fnames", Name("files")), ("label_func", given)),
        (path_step(path), found.step),
        get_y=given,
        is_multi=is_several(labels[0]),
        is_number=is_amount(labels),
        problem=problem,
    )


def _called(
    func: Callable[[Path], Any], code: str, files: Sequence[Path]
) -> tuple[list[Any], FastaidError | None]:
    """What a function gives for each picture, and what is wrong with it; None stands where it failed."""
    labels: list[Any] = []
    failed: FastaidError | None = None
    for file in files:
        try:
            labels.append(func(file))
        except Exception as error:  # noqa: BLE001  it is the learner's own, and may raise anything
            labels.append(None)
            failed = failed or FastaidError(
                f"{code}(Path({file.as_posix()!r})) raised {type(error).__name__}: {error}.",
                "It gets each picture's whole Path and has to return the label.",
            )
    nothing = next((f for f, label in zip(files, labels, strict=True) if label is None), None)
    if failed is None and nothing is not None:
        failed = FastaidError(f"{code}(Path({nothing.as_posix()!r})) returned None.", "Is a return missing?")
    problem = failed or label_problem(labels, lambda i: f"{code}(Path({files[i].as_posix()!r})) returned")
    return labels, problem
