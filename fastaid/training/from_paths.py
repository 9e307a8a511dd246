"""Labels from where a picture is: from_folder, from_name_re, from_name_func."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, did_you_mean, listed
from fastaid.facts.code import Formula, Given, Name, Step, call
from fastaid.training.items import Items, a, existing_folder, path_step, pictures_in


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
    folders = sorted(p.name for p in path.iterdir() if p.is_dir())
    if valid_pct is None and (train or valid or {"train", "valid"} <= set(folders)):
        return _from_parts(path, train or "train", valid or "valid", folders, bad)
    notes: tuple[str, ...] = ()
    if valid_pct is None:
        if {"train", "valid"} & set(folders):
            missing = "valid" if "train" in folders else "train"
            raise FastaidError(
                f"{path} has no folder '{missing}'; it holds {listed(folders)}.",
                f"Name it (--{missing} {_other(folders)}), or hold out a part with --valid-pct 0.2.",
            )
        notes = ("there are no train and valid folders, so 20% was held out at random",)
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


def _other(folders: Sequence[str]) -> str:
    return next((f for f in folders if f in ("val", "test", "testing", "training")), "NAME")


def _from_parts(path: Path, train: str, valid: str, folders: Sequence[str], bad: AbstractSet[str]) -> Items:
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
    classes = {p.name for name in (train, valid) for p in (path / name).iterdir() if p.is_dir()}
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
        raise FastaidError(f"--pat {pat!r} is not a regular expression: {error}.") from None
    if not pattern.groups:
        raise FastaidError(
            f"--pat {pat!r} has no group, so it does not say which part is the label.",
            r"Put parentheses around it, as in '/([^/]+)_\d+.jpg$'.",
        )
    existing_folder(path)
    found = _find(path, (), without, bad)
    matches = [pattern.search(f.as_posix()) for f in found.files]
    labels = [match.group(1) for match in matches if match and match.group(1) is not None]
    missed = [f for f, m in zip(found.files, matches, strict=True) if not m or m.group(1) is None]
    if missed:
        how_many = (
            f"none of the {counted(len(missed), 'path')}"
            if not labels
            else f"all but {len(missed):,} of the {counted(len(found.files), 'path')}"
        )
        raise FastaidError(
            f"--pat {pat!r} matches {how_many}; it misses {missed[0].as_posix()}.",
            "It is searched in the whole path; try it with re.search on this one.",
        )
    return Items(
        found.files,
        labels,
        path,
        "from_path_re",
        (("fnames", Name("files")), ("pat", pat)),
        (path_step(path), found.step),
        get_y=call("RegexLabeller", pat),
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
        raise FastaidError(f"--func {func_code} is no function but {a(func)}.")
    existing_folder(path)
    found = _find(path, (), without, bad)
    labels = []
    for file in found.files:
        try:
            labels.append(func(file))
        except Exception as error:
            raise FastaidError(
                f"{func_code}(Path({file.as_posix()!r})) raised {type(error).__name__}: {error}.",
                "It gets each picture's whole Path and has to return the label.",
            ) from error
        if labels[-1] is None:
            raise FastaidError(
                f"{func_code}(Path({file.as_posix()!r})) returned None.", "Is a return missing?"
            )
    given = Given(func_code, func)
    return Items(
        found.files,
        labels,
        path,
        "from_path_func",
        (("fnames", Name("files")), ("label_func", given)),
        (path_step(path), found.step),
        get_y=given,
        is_multi=isinstance(labels[0], list | tuple),
    )
