"""What stands between collected items and fastai: every check of files, labels, split and batch size.

What it finds is the data report; what would make fastai fail, or train on nothing, is a mistake here.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastaid.errors import FastaidError, counted, listed
from fastaid.facts.data_report import (
    DataReport,
    Finding,
    Header,
    Part,
    header_findings,
    label_findings,
    size_range,
)
from fastaid.training.inspect_data import (
    Progress,
    leak_findings,
    read_headers,
    same_pictures,
    unreadable_finding,
)
from fastaid.training.items import Items, existing_folder, pictures_in

DEFAULT_BS = 64
Collect = Callable[[frozenset[str]], Items]


@dataclass(frozen=True)
class DataOptions:
    """What all seven forms of `%databunch` share."""

    size: int | tuple[int, int] = 224  # pixels: a side, or (height, width)
    bs: int | None = None  # pictures a batch; None: 64, or less where there are fewer
    valid_pct: float = 0.2
    seed: int | None = 42
    test: Path | None = None
    resize: str = "crop"
    augment: Any = True  # True: aug_transforms(); False: none; else the learner's own, as Given
    normalize: str = "imagenet"
    num_workers: int | None = None  # None: fastai's own choice
    skip_bad: bool = False
    name: str = "dls"  # the variable that the program binds
    path_code: Any = None  # how a learner would get the folder, where that is more than its name


@dataclass(frozen=True)
class Checked:
    """Items that are known to be readable and split."""

    items: Items
    train: list[int]
    valid: list[int]
    bs: int
    report: DataReport
    vocab: list[Any] | None  # given where fastai's own would lack a class
    unreadable_test: tuple[Path, ...] = ()


def check_items(collect: Collect, options: DataOptions, on_progress: Progress | None) -> Checked:
    """Collect the items, leave out what is to be left out, and look at all that is left.

    Raises: FastaidError for anything that would make fastai fail or train on nothing.
    """
    start = time.perf_counter()
    items = collect(frozenset())
    if items.problem and not options.skip_bad:
        raise items.problem
    headers, unreadable = _readable(items.files, options, on_progress)
    if unreadable:
        items = collect(_as_named(items, unreadable))
    if items.problem:
        raise items.problem
    test, unreadable_test = _test_files(options, on_progress)
    train, valid = _split(items, options)
    labels = [_as_words(label, items) for label in items.labels]
    in_train, in_valid = [labels[i] for i in train], [labels[i] for i in valid]
    findings = unreadable_finding({**unreadable, **unreadable_test}, were_skipped=True)
    findings += [Finding("split", "note", note[0].upper() + note[1:] + ".") for note in items.notes]
    if not items.is_number:
        findings += label_findings(in_train, in_valid, items.known_classes, items.is_multi)
    findings += _repeated(items, train, valid)
    pairs = same_pictures([items.files[i] for i in train], [items.files[i] for i in valid], headers)
    findings += leak_findings([(one, other) for one, other in pairs if one != other])
    findings += header_findings({f: headers[f] for f in items.files}, _side(options.size))
    bs, finding = _batch_size(options.bs, len(train))
    findings += finding
    parts = [
        Part("train", len(train), _counts(in_train, items)),
        Part("valid", len(valid), _counts(in_valid, items)),
        *_test_part(test, {word for label in labels for word in label}),
    ]
    classes = {word for label in (*in_train, *in_valid) for word in label}
    report = DataReport(
        title=_title(items, len(train) + len(valid)),
        parts=tuple(parts),
        classes=tuple(sorted(classes)) if not items.is_number else (),
        sizes=size_range(headers[f] for f in items.files),
        item="",
        bs=bs,
        normalization="",
        device="",
        findings=tuple(findings),
        seconds=time.perf_counter() - start,
        n_checked=len(headers) + len(unreadable) + len(test) + len(unreadable_test),
    )
    return Checked(items, train, valid, bs, report, _vocab(items, train, valid), tuple(unreadable_test))


def _readable(
    files: Sequence[Path], options: DataOptions, on_progress: Progress | None
) -> tuple[dict[Path, Header], dict[Path, str]]:
    """The headers, and the files without one, which are a mistake until --skip-bad says otherwise."""
    headers, unreadable = read_headers(files, on_progress, is_thorough=options.skip_bad)
    if unreadable and not headers:
        path, reason = next(iter(unreadable.items()))
        raise FastaidError(
            f"None of {counted(len(unreadable), 'file')} is a readable picture: {path.name} {reason}.",
            f"Is {path.parent} the right folder?",
        )
    if unreadable and not options.skip_bad:
        finding = unreadable_finding(unreadable, were_skipped=False)[0]
        raise FastaidError(finding.sentence, finding.hint)
    return headers, unreadable


def _test_files(
    options: DataOptions, on_progress: Progress | None
) -> tuple[list[Path], dict[Path, str]]:  # those to predict, and those left out with the reason
    if options.test is None:
        return [], {}
    headers, unreadable = _readable(pictures_in(existing_folder(options.test)), options, on_progress)
    return list(headers), unreadable


def _repeated(items: Items, train: Sequence[int], valid: Sequence[int]) -> list[Finding]:
    """Pictures that a list or a table names more than once."""
    labels: dict[Path, list[Any]] = defaultdict(list)
    for file, label in zip(items.files, items.labels, strict=True):
        labels[file].append(label)
    again = [file for file, found in labels.items() if len(found) > 1]
    if not again:
        return []
    both = {items.files[i] for i in train} & {items.files[i] for i in valid}
    unlike = [file for file in again if any(label != labels[file][0] for label in labels[file])]
    said = f"{counted(len(again), 'picture')} named more than once ({listed((f.name for f in again), 3)})"
    if unlike:
        said += f", {len(unlike):,} of them with different labels"
    if both:
        said += f", {len(both):,} of them in train and in valid, so the metrics look better than the net is"
    return [
        Finding(
            "repeated",
            "problem" if both or unlike else "warning",
            f"{said}.",
            "Name each picture once, for example with df.drop_duplicates().",
            tuple(str(file) for file in again),
        )
    ]


def _as_named(items: Items, files: dict[Path, str]) -> frozenset[str]:
    """Files as the source names them: below its folder, or as they stand in a list or table."""
    if items.get_y is not None:
        return frozenset(f.relative_to(items.path).as_posix() for f in files)
    return frozenset(f.as_posix() for f in files)


def _as_words(label: Any, items: Items) -> tuple[str, ...]:
    return tuple(str(word) for word in label) if items.is_multi else (str(label),)


def _split(items: Items, options: DataOptions) -> tuple[list[int], list[int]]:
    from fastai.data.transforms import RandomSplitter

    n = len(items.files)
    if items.splits is not None:
        train, valid = items.splits
    else:
        if not 0 < options.valid_pct < 1:
            raise FastaidError(
                f"--valid-pct {options.valid_pct} is no share.", "Give a number between 0 and 1, such as 0.2."
            )
        train, valid = (
            [int(i) for i in part] for part in RandomSplitter(options.valid_pct, options.seed)(items.files)
        )
    if not train or not valid:
        empty = "training" if not train else "validation"
        raise FastaidError(
            f"{counted(n, 'picture')} in all, and none is left for the {empty} part.",
            _more_for(empty, n, is_random=items.splits is None),
        )
    return train, valid


def _more_for(part: str, n: int, is_random: bool) -> str:
    if not is_random:
        return f"Mark some as {part == 'validation'} in that column, or leave --valid-col out."
    if n < 3:
        return "Add pictures: two at least to learn from, and one to test with."
    enough = next(pct for pct in (0.2, 0.25, 0.34, 0.5) if int(pct * n))
    return f"Add pictures, or use --valid-pct {enough}."


def _batch_size(asked: int | None, n_train: int) -> tuple[int, list[Finding]]:
    """The batch size, lowered where nobody asked for one that is too big; fastai drops part batches."""
    if asked is not None and asked < 2:
        what = "is no batch size" if asked < 1 else "is too small: batch norm compares pictures of a batch"
        raise FastaidError(f"--bs {asked} {what}.", "Give 2 or more, such as 16.")
    if n_train < 2:
        raise FastaidError(
            "One training picture is too few: batch norm compares the pictures of a batch.", "Add pictures."
        )
    fits = max(2 ** ((n_train // 2).bit_length() - 1), 2)
    if asked is not None:
        if asked > n_train:
            raise FastaidError(
                f"--bs {asked} is more than the {counted(n_train, 'training picture')}: no batch would be "
                "full, and fastai trains on full batches only.",
                f"Use --bs {fits}.",
            )
        return asked, []
    if n_train >= DEFAULT_BS:
        return DEFAULT_BS, []
    sentence = f"Only {counted(n_train, 'training picture')}, so a batch has {fits} instead of {DEFAULT_BS}."
    return fits, [Finding("small-batch", "note", sentence)]


def _counts(labels: Sequence[Sequence[str]], items: Items) -> tuple[tuple[str, int], ...]:
    if items.is_number:
        return ()
    return tuple(sorted(Counter(word for label in labels for word in label).items()))


def _test_part(files: Sequence[Path], classes: set[str]) -> list[Part]:
    if not files:
        return []
    counts = Counter(f.parent.name for f in files)
    # A test part is not labelled; folders named like the classes tell all the same.
    return [Part("test", len(files), tuple(sorted(counts.items())) if set(counts) <= classes else ())]


def _title(items: Items, n: int) -> str:
    path = items.path.resolve()
    where = (
        "/".join(path.parts[-2:]) if path.name in ("images", "train", "pictures") else path.name or str(path)
    )
    kind = "numbers to predict" if items.is_number else "several labels a picture" if items.is_multi else ""
    return f"{counted(n, 'picture')} of {where}" + (f", {kind}" if kind else "")


def _vocab(items: Items, train: Sequence[int], valid: Sequence[int]) -> list[Any] | None:
    """All classes, where some are not in train: fastai takes its own from there and fails later."""
    if items.is_number:
        return None
    flat = [label if items.is_multi else [label] for label in items.labels]
    in_train, in_valid = ({word for i in part for word in flat[i]} for part in (train, valid))
    return sorted(in_train | in_valid) if in_valid - in_train else None


def _side(size: int | tuple[int, int]) -> int:
    return size if isinstance(size, int) else min(size)
