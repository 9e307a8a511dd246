"""Two datasets of one task that do not number the classes alike, and labels that hold several classes."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.data import items_of, labels, vocabulary
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, stored

DELIMITERS = (" ", ";", "|", ",", ", ")
MULTI = "multi-label-classification"
# What a column is called that holds several labels for each item.
OF_SEVERAL = re.compile(
    r"(?i)(^|_)(tags|genres|attributes|objects|keywords|topics|symptoms|findings|ingredients)$"
)
MANY = re.compile(r"(?i)(^|_|[a-z])(labels|classes|categories|kinds|things|items|contents)$")
FEWEST = 2  # classes that consist of other classes


@check("ImageFolder(")
def numbered_apart(cell: Cell) -> Iterator[Notice]:
    """Two ImageFolders side by side, where one lacks a class folder: each numbers its own."""
    if any(text_of(one.value).endswith(".class_to_idx") for one in cell.of(ast.Subscript)):
        return  # somebody maps the numbers by hand
    found = list(cell.live(lambda one: is_of(one, "torchvision.datasets", "ImageFolder")))
    for name, held in found:
        for other_name, other in found:
            mine, others = stored(held).get("class_to_idx") or {}, stored(other).get("class_to_idx") or {}
            if len(mine) <= len(others) and name != other_name and _is_of_training(other_name, other):
                apart = [one for one in mine if one in others and mine[one] != others[one]]
                missing = [one for one in others if one not in mine]
                if not apart or not _are_parts(held, other):
                    continue
                extra = [one for one in mine if one not in others]
                fix = f"Make the empty folder {listed(missing, 3)} in `{stored(held).get('root')}` too, and write"
                fix += f" `{name} = ImageFolder(…, allow_empty=True)`"
                if extra:
                    fix = f"Give both the same class folders: {listed(extra, 3)} is only in `{name}`"
                yield Notice(
                    f"`{name}` and `{other_name}` number the classes differently: {apart[0]!r} is {others[apart[0]]} "
                    f"in `{other_name}.class_to_idx` and {mine[apart[0]]} in `{name}.class_to_idx`, as `{name}` has no "
                    f"folder {listed(missing, 3)}. The labels do not match. {fix}.",
                    id(held),
                    card="labels-and-vocab",
                )
                return


def _is_of_training(name: str, held: Any) -> bool:
    root = Path(str(stored(held).get("root"))).name.lower()
    return any(one in name.lower() for one in ("train", "trn")) or root.startswith(("train", "trn"))


def _are_parts(held: Any, other: Any) -> bool:
    """Whether two folders lie side by side, and nobody maps the numbers."""
    roots = [Path(str(stored(one).get("root"))) for one in (held, other)]
    is_mapped = any(stored(one).get("target_transform") is not None for one in (held, other))
    return roots[0].parent == roots[1].parent and roots[0] != roots[1] and not is_mapped


@check("DataLoaders(", "earner(", needs="fastai", of_data=True)
def loaders_of_two_data(cell: Cell) -> Iterator[Notice]:
    """`DataLoaders(train_dls.train, check_dls.valid)`: each was made with a vocab of its own."""
    for name, dls in cell.loaders():
        found = [vocabulary(one.get("dataset")) for one in loaders_of(dls)[:2]]
        if len(found) < 2 or found[0] is None or found[1] is None:
            continue
        mine, others = found[0].classes, found[1].classes
        apart = [one for one in mine if one in others and mine.index(one) != others.index(one)]
        if not apart:
            continue
        word = apart[0]
        yield Notice(
            f"The training and the validation part of `{name}` number the classes differently: {word!r} is "
            f"{mine.index(word)} in the one ({counted(len(mine), 'class', 'classes')}) and {others.index(word)} in the "
            f"other ({len(others)}), as each comes from data with a vocab of its own. The labels do not match. Make "
            "one DataBlock of all items, with a splitter, or give both `CategoryBlock(vocab=…)` with the same list.",
            id(dls),
            card="labels-and-vocab",
        )


@check("aders", "earner(", needs="fastai", of_data=True)
def several_labels_in_one(cell: Cell) -> Iterator[Notice]:
    """`person car` is a class beside `person` and `car`: label_delim was left out."""
    if "label_delim" in cell.words:
        return
    for name, dls in cell.loaders():
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        found = vocabulary(data)
        # Folders may well be called `sea lion`; in a table, words stand together for several labels.
        if found is None or found.is_multi or not is_table(items_of(data)):
            continue
        delim, joined = joined_classes(found.classes)
        if not joined:
            delim, words = _combined(found.classes, _column(found.tfms, items_of(data)))
            if words and not any(one.subject == id(dls) for one in labels(cell)):
                yield Notice(_text(cell, name, found.classes, delim, words), id(dls), card=MULTI)
            continue
        if any(one.subject == id(dls) for one in labels(cell)):
            continue
        yield Notice(
            f"{counted(len(joined), 'class', 'classes')} of `{name}` consist of others: {joined[0]!r} is a class "
            f"of its own, beside {listed(joined[0].split(delim), 3)}. To give an item several labels, split them: "
            f"`label_delim={delim!r}` (in a DataBlock: MultiCategoryBlock, and `ColReader(…, label_delim={delim!r})`).",
            id(dls),
            card=MULTI,
        )


def joined_classes(classes: Sequence[Any]) -> tuple[str, list[str]]:
    """A delimiter, and the classes that are several others joined by it; ("", []) where there are too few."""
    texts = {str(one) for one in classes if isinstance(one, str)}
    for delim in DELIMITERS:
        joined = [one for one in sorted(texts) if delim in one and set(one.split(delim)) <= texts]
        if len(joined) >= FEWEST:
            return delim, joined
    return "", []


def _column(tfms: Sequence[Any], items: Any) -> str:
    """The name of the column that labels are read from, "" where it is not told."""
    first = tfms[0] if tfms else None
    columns = (
        list(stored(first).get("cols") or ()) if is_of(first, "fastai.data.transforms", "ColReader") else []
    )
    if len(columns) != 1:
        return ""
    return str(items.columns[columns[0]] if isinstance(columns[0], int) else columns[0])


def _combined(classes: Sequence[Any], column: str) -> tuple[str, set[str]]:
    """The sign between the labels, and the labels, where classes are combinations of fewer words."""
    texts = [one for one in classes if isinstance(one, str)]
    for delim in (";", "|", ", ", ",", " "):
        parts = [one.split(delim) for one in texts]
        several = [one for one in parts if len(one) > 1]
        words = {word for some in parts for word in some}
        if len(several) < FEWEST or "" in words or len(words) > len(texts):
            continue
        are_turned = len({frozenset(one) for one in several}) < len(several)
        is_sign = delim in (";", "|")
        has_lengths = len({len(one) for one in parts}) > 1
        if is_sign or are_turned or (has_lengths and OF_SEVERAL.search(column)):
            return delim, words
        if has_lengths and _are_of_any_order(parts, delim, column):
            return delim, words
    return "", set()


def _are_of_any_order(parts: list[list[str]], delim: str, column: str) -> bool:
    """Whether words stand now first, now last: `person car` and `dog person`, not `light red` and `dark red`."""
    several = [one for one in parts if len(one) > 1]
    both = {one[0] for one in several} & {one[-1] for one in several}
    counts = Counter(word for one in parts for word in set(one))
    if not both or not any(counts[word] > 1 for one in several for word in {*one} - both):
        return False
    if delim != " " or MANY.search(column):
        return True
    return len(several) > FEWEST and all(counts[word] > 1 for one in several for word in one)


def _text(cell: Cell, name: str, classes: Sequence[Any], delim: str, words: set[str]) -> str:
    longest = max(classes, key=lambda one: len(str(one).split(delim)))
    metric = " The metric is then `accuracy_multi`." if cell.words & {"accuracy", "error_rate"} else ""
    return (
        f"The {len(classes)} classes of `{name}` are combinations of {len(words)} words: {longest!r} is a class of its "
        f"own. To give an item several labels, split them: `label_delim={delim!r}` (in a DataBlock: "
        f"MultiCategoryBlock, and `ColReader(…, label_delim={delim!r})`).{metric}"
    )
