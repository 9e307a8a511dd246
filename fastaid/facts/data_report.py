"""What a look at the pictures and their labels found, and what it means for training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from fastaid.errors import counted, listed

Severity = Literal["problem", "warning", "note"]

MIN_TAGGED = 8  # classes, before they are taken for combinations of tags
STRONG_IMBALANCE = 10  # the commonest class has this many times the rarest one's pictures
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff")


@dataclass(frozen=True)
class Header:
    """What a picture file's first bytes say of it; nothing was decoded."""

    width: int  # pixels, as stored
    height: int
    mode: str  # PIL's word: "RGB", "L" (grayscale), "RGBA" …
    is_rotated: bool = False  # EXIF says that it is to be turned before it is shown
    # The bytes in the file, and a checksum of its end: files that differ in it differ.
    mark: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Finding:
    """One thing worth knowing about the data."""

    kind: str  # a stable word for tests and views: "unreadable", "imbalance" …
    severity: Severity
    sentence: str
    hint: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """Train, valid or test: how many pictures, and of which classes."""

    name: str
    n: int
    counts: tuple[tuple[str, int], ...] = ()  # (class, pictures), empty where nothing is labelled


@dataclass(frozen=True)
class DataReport:
    """The counts, sizes and findings that `%databunch` shows."""

    title: str
    parts: tuple[Part, ...]
    classes: tuple[str, ...]
    sizes: str  # "333×500 to 500×375 px, 12 different", "" where no header was read
    item: str  # what the net gets: "3×224×224"
    bs: int
    normalization: str
    device: str
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0  # what the check took
    n_checked: int = 0


def label_findings(
    train: Sequence[Sequence[str]],  # each training picture's labels
    valid: Sequence[Sequence[str]],
    known: Iterable[str] = (),  # classes that exist without a picture (empty folders)
    is_multi: bool = False,
) -> list[Finding]:
    """What the labels alone tell: classes missing on one side, one class, imbalance, file names."""
    in_train, in_valid = _count(train), _count(valid)
    everything = set(in_train) | set(in_valid)
    found = [
        *_empty_classes(sorted(set(known) - everything)),
        *_one_sided(sorted(set(in_valid) - set(in_train)), sorted(set(in_train) - set(in_valid))),
    ]
    if len(everything) == 1 and not is_multi:
        found.append(
            Finding(
                "one-class",
                "problem",
                f"Every picture is labelled '{next(iter(everything))}': there is nothing to tell apart.",
                "Check how the labels are made: the pattern, the function or the folders.",
            )
        )
    if not is_multi:
        found += _like_several([*train, *valid], everything)
    found += _like_file_names(everything, len(train) + len(valid), is_multi)
    if not is_multi and len(in_train) > 1:
        found += _imbalance(in_train)
    return found


def _count(labels: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(label for one in labels for label in one)


def _empty_classes(empty: Sequence[str]) -> list[Finding]:
    if not empty:
        return []
    return [
        Finding(
            "empty-class",
            "warning",
            f"{counted(len(empty), 'class', 'classes')} without a single picture: {listed(empty)}.",
            "Add pictures or delete the folder; the net will not know these classes.",
        )
    ]


def _one_sided(only_valid: Sequence[str], only_train: Sequence[str]) -> list[Finding]:
    found = []
    if only_valid:
        found.append(
            Finding(
                "only-valid",
                "warning",
                f"{counted(len(only_valid), 'class', 'classes')} only in valid: {listed(only_valid)}. "
                f"The net never sees {'it' if len(only_valid) == 1 else 'them'}, so every picture of "
                f"{'it' if len(only_valid) == 1 else 'them'} counts as a mistake.",
                "Have some of them in train: get more pictures, or split otherwise.",
            )
        )
    if only_train:
        found.append(
            Finding(
                "only-train",
                "note",
                f"{counted(len(only_train), 'class', 'classes')} only in train: {listed(only_train)}. "
                f"The metrics say nothing about {'it' if len(only_train) == 1 else 'them'}.",
                "Have some of them in valid: hold out more, or split otherwise.",
            )
        )
    return found


def _like_several(labels: Sequence[Sequence[str]], classes: set[str]) -> list[Finding]:
    """Labels that look like several words of a few: tags of which each picture has some."""
    for delim in (" ", ";", "|", ","):
        split = [label.split(delim) for one in labels for label in one]
        words = {word for some in split for word in some if word}
        several = sum(len(some) > 1 for some in split)
        # A two-word breed ("great pyrenees") brings more words than it joins.
        varies = len({len(some) for some in split}) > 1  # "red car", "grey van" are always two words
        is_few = len(words) * 2 <= len(classes) and len(classes) > MIN_TAGGED
        if several > 0.5 * len(split) and varies and is_few:
            return [
                Finding(
                    "several-labels",
                    "warning",
                    f"{len(classes):,} classes are made of {len(words):,} words between {delim!r}: "
                    "each picture seems to have several labels.",
                    f"If so, split them: --label-delim {delim!r} for a table, else a list of labels a picture.",
                )
            ]
    return []


def _like_file_names(classes: Iterable[str], n: int, is_multi: bool) -> list[Finding]:
    names = sorted(classes)
    with_suffix = [name for name in names if name.lower().endswith(PICTURE_SUFFIXES)]
    too_many = not is_multi and n >= 8 and len(names) > 0.5 * n
    if not with_suffix and not too_many:
        return []
    example = (with_suffix or names)[:3]
    return [
        Finding(
            "label-is-file-name",
            "problem",
            f"The labels look like file names ({listed(example)}): "
            f"{counted(len(names), 'class', 'classes')} for {counted(n, 'picture')}.",
            "Change what is taken as the label: the group in --pat, the function, or --label-col.",
        )
    ]


def _imbalance(in_train: Mapping[str, int]) -> list[Finding]:
    common, rare = max(in_train, key=in_train.__getitem__), min(in_train, key=in_train.__getitem__)
    ratio = in_train[common] / in_train[rare]
    if ratio < STRONG_IMBALANCE:
        return []
    return [
        Finding(
            "imbalance",
            "warning",
            f"'{common}' has {ratio:.0f} times the pictures of '{rare}' "
            f"({in_train[common]:,} against {in_train[rare]:,}): guessing the common class already looks good.",
            "Read the confusion matrix rather than the accuracy, and collect more of the rare class.",
        )
    ]


def header_findings(
    headers: Mapping[Path, Header],  # every readable picture
    size: int | None,  # the side, in pixels, that pictures are brought to; None keeps theirs
) -> list[Finding]:
    """What the headers tell: unlike modes, turned pictures, unlike sizes, enlargement."""
    found: list[Finding] = []
    modes = Counter(header.mode for header in headers.values())
    if len(modes) > 1 or set(modes) - {"RGB"}:
        words = listed((f"{n:,} {_mode_word(mode)}" for mode, n in modes.most_common()), 6)
        found.append(
            Finding(
                "modes", "note", f"Colour modes: {words}.", "All are opened as RGB; transparency is dropped."
            )
        )
    turned = [path for path, header in headers.items() if header.is_rotated]
    if turned:
        found.append(
            Finding(
                "exif-rotation",
                "warning",
                f"{counted(len(turned), 'picture')} to be turned by EXIF, which fastai ignores: "
                f"the net sees {'it' if len(turned) == 1 else 'them'} as stored, often on the side.",
                "Save them turned: PIL.ImageOps.exif_transpose(Image.open(f)).save(f).",
                tuple(str(path) for path in turned),
            )
        )
    if size:
        tiny = [path for path, header in headers.items() if min(header.width, header.height) * 2 <= size]
        if tiny:
            smallest = min(tiny, key=lambda path: min(headers[path].width, headers[path].height))
            side = min(headers[smallest].width, headers[smallest].height)
            found.append(
                Finding(
                    "enlarged",
                    "note",
                    f"{counted(len(tiny), 'picture')} enlarged twice or more to reach {size} px "
                    f"(the smallest side is {side} px): that adds work, not detail.",
                    f"A smaller --size, such as {smaller}, trains faster on the same detail."
                    if (smaller := _sensible_size(side)) < size
                    else "",
                )
            )
    return found


def _mode_word(mode: str) -> str:
    words = {"L": "grayscale (L)", "1": "black and white (1)", "P": "with a palette (P)"}
    return words.get(mode, mode)


def _sensible_size(side: int) -> int:
    """The next multiple of 32 (a ResNet halves its picture five times), at least 32."""
    return max(32, -(-side // 32) * 32)


def size_range(headers: Iterable[Header]) -> str:
    """The pictures' sizes in a phrase: "width×height" in pixels of the smallest and largest."""
    sizes = Counter((header.width, header.height) for header in headers)
    if not sizes:
        return ""
    by_area = sorted(sizes, key=lambda wh: (wh[0] * wh[1], wh))
    low, high = (f"{w}×{h}" for w, h in (by_area[0], by_area[-1]))
    return f"all {low} px" if len(sizes) == 1 else f"{low} to {high} px, {len(sizes):,} different"
