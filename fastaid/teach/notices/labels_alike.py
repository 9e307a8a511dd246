"""Classes that look alike, as their labels were written in several ways or split at the wrong sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.data import MAKES, MOST_ITEMS, Labels, items_of, vocabulary
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_of, is_table, stored

SHORTEST = 3  # letters: "b" and "B" are two letters, "CO" and "Co" two things
SIGNS = (",", ";", "|")
BESIDE_WORDS = " ,;|"
MOST_CLASSES = 5_000
MOST_OF_A_COLUMN = 50  # a column of more categories holds names or codes


@check(*MAKES, "TabularPandas(", needs="fastai", reached=True, of_data=True)
def classes_written_in_two_ways(cell: Cell) -> Iterator[Notice]:
    """'cat', 'cat ' and 'Cat' are three classes."""
    for name, dls in cell.loaders():
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        for words, column, is_by_folder in _categories(data):
            groups = _alike(words)
            if groups:
                text = _alike_text(cell, name, groups, len(set(words) - {"#na#"}), column, is_by_folder)
                yield Notice(text, id(dls), card="labels-and-vocab")
                break


def _categories(data: Any) -> Iterator[tuple[Sequence[str], Any, bool]]:
    """The categories of labels and columns, each with the column they come from, and whether folders name them."""
    found = vocabulary(data)
    if found is not None and not found.is_multi:
        first = found.tfms[0] if found.tfms else None
        is_reader = is_of(first, "fastai.data.transforms", "ColReader") and is_table(items_of(data))
        columns = list(stored(first).get("cols") or ()) if is_reader else []
        column = columns[0] if len(columns) == 1 else None
        if isinstance(column, int):
            column = items_of(data).columns[column]
        yield _texts(found.classes), column, stored(first).get("_name") == "parent_label"
    if is_of(data, "fastai.tabular.core", "Tabular"):
        for tfm in list(stored(stored(data).get("procs")).get("fs") or ()):
            held = stored(tfm).get("classes")
            for column, words in held.items() if isinstance(held, dict) else ():
                if len(words) <= MOST_OF_A_COLUMN:
                    yield _texts(words), column, False
            targets = list(stored(data).get("y_names") or ())
            if stored(tfm).get("vocab") is not None and len(targets) == 1:
                yield _texts(stored(tfm)["vocab"]), targets[0], False


def _texts(words: Any) -> list[str]:
    texts = list(words)[:MOST_CLASSES]
    return texts if all(isinstance(one, str) for one in texts) else []


def _alike(words: Sequence[str]) -> list[list[str]]:
    """Words that are equal but for capitals and spaces around."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word.strip().lower(), []).append(word)
    found = []
    for key, group in groups.items():
        is_of_spaces = len({one.strip() for one in group}) < len(group)
        if key and len(group) > 1 and (is_of_spaces or len(key) >= SHORTEST):
            found.append(group)
    return found


def _alike_text(
    cell: Cell, name: str, groups: list[list[str]], n: int, column: Any, is_by_folder: bool
) -> str:
    are_spaces = all(len({one.strip() for one in group}) == 1 for group in groups)
    how = ".str.strip()" if are_spaces else ".str.strip().str.lower()"
    one_of = max(groups, key=len)
    fewer = n - sum(len(group) - 1 for group in groups)
    difference = "spaces" if are_spaces else "capitals or spaces"
    whose = f"The column `{column}` of `{name}`" if column is not None else f"`{name}`"
    text = (
        f"{whose} has {listed([repr(one) for one in one_of])} as different classes: they differ in {difference} only. "
        f"Without that there are {fewer} classes, not {n}."
    )
    if is_by_folder:
        return f"{text} Give the folders one name, and make `{name}` anew."
    table = next(
        (one for one, held in cell.mentioned.items() if is_table(held) and column in held.columns), ""
    )
    if table and column is not None:
        return f"{text} Write `{table}[{column!r}] = {table}[{column!r}]{how}`, and make `{name}` anew."
    plain = how.replace(".str", "")
    return f"{text} Put `{plain}` behind the label where it is read, and make `{name}` anew."


@check(*MAKES, needs="fastai", reached=True, of_data=True)
def split_at_the_wrong_sign(cell: Cell) -> Iterator[Notice]:
    """Several labels in one text, split at a sign that does not stand between them."""
    for name, dls in cell.loaders():
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        found = vocabulary(data)
        if found is None or not found.is_multi:
            continue
        classes = _texts(found.classes)
        delim, texts = _split_texts(found, items_of(data))
        text = _not_there(name, delim, texts, classes) if texts else ""
        text = text or _left_over(name, delim, texts, classes)
        if text:
            yield Notice(text, id(dls), card="labels-and-vocab")


def _split_texts(found: Labels, items: Any) -> tuple[str, list[str]]:
    """The sign at which a column's texts are split, and these texts."""
    first = found.tfms[0] if found.tfms else None
    if not is_table(items) or not is_of(first, "fastai.data.transforms", "ColReader"):
        return "", []
    columns, delim = list(stored(first).get("cols") or ()), stored(first).get("label_delim")
    if len(columns) != 1 or not isinstance(delim, str):
        return "", []
    column = items.iloc[:, columns[0]] if isinstance(columns[0], int) else items.get(columns[0])
    values = [] if column is None else list(column[:MOST_ITEMS])
    return delim, values if all(isinstance(one, str) for one in values) else []


def _not_there(name: str, delim: str, texts: list[str], classes: Sequence[str]) -> str:
    """The sign stands in no text, and another one stands between words that come back."""
    if any(delim in one for one in texts):
        return ""
    for sign in (*SIGNS, " "):
        several = [one for one in texts if sign in one.strip()]
        words = {word.strip() for one in texts for word in one.split(sign)}
        if len(several) > 1 and len(several) * 3 >= len(texts) and len(words) < len(classes):
            is_spaced = sign != " " and all(f"{sign} " in one for one in several)
            right = f"{sign} " if is_spaced else sign
            return (
                f"`label_delim={delim!r}` splits nothing: no label text holds it. So `{name}` has combinations such as "
                f"{several[0]!r} as classes. Between the labels stands {right!r}: write `label_delim={right!r}`."
            )
    return ""


def _left_over(name: str, delim: str, texts: list[str], classes: Sequence[str]) -> str:
    """'cat,' beside 'cat': what stands between the labels was left on some."""
    if not classes:
        return ""
    groups: dict[str, list[str]] = {}
    for word in classes:
        groups.setdefault(word.strip(BESIDE_WORDS), []).append(word)
    spoilt = [word for word in classes if word != word.strip(BESIDE_WORDS) and word.strip(BESIDE_WORDS)]
    pair = next((group for group in groups.values() if len(group) > 1), None)
    if not spoilt or (pair is None and not texts):
        return ""
    sign = next((one for one in SIGNS if any(one in word for word in [*spoilt, delim])), " ")
    right = f"{sign} " if sign != " " else sign
    if texts and not any(right in one for one in texts):
        return ""
    as_what = (
        f"has {listed([repr(one) for one in pair])} as different classes"
        if pair is not None
        else f"has the class {spoilt[0]!r}"
    )
    at = f"`label_delim={delim!r}` leaves" if delim else "The split leaves"
    fix = f"`label_delim={right!r}`" if delim else f"`.split({right!r})`"
    return f"`{name}` {as_what}: {at} a part of {right!r} on the labels. Split at all that stands between them: {fix}."
