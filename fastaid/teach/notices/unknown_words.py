"""Texts of which hardly a word is in the vocab: each unknown one becomes `xxunk`, and all look the same."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword
from fastaid.teach.notices.data import MAKES, items_of, text_vocabulary
from fastaid.teach.notices.tree import text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_dls, is_of, is_table, stored

FIRST_ROWS = 40  # show whether it is worth while to count
MOST_ROWS = 3_000
MOST_WORDS = 20_000
MOST_KNOWN = 0.2  # of the words; rare ones are meant to be unknown
FIRST_TOKENS = "xx"
OF_FROM_DF = {"df", "text_col", "label_col", "valid_pct", "seed", "bs"}


@check(*MAKES, needs="fastai.text.data", reached=True)
def hardly_a_word_known(cell: Cell) -> Iterator[Notice]:
    """A few short texts, and `min_freq=3`; or a vocab of other texts."""
    for name, dls in cell.loaders():
        vocab, _ = text_vocabulary(dls)
        words = {one for one in vocab if not str(one).startswith(FIRST_TOKENS)}
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        share = _share(_counts(data, FIRST_ROWS), words) if len(vocab) <= MOST_WORDS else None
        least = _least(data)
        if share is None or share > MOST_KNOWN or least is None:
            continue
        counts = _counts(data, MOST_ROWS)
        are_rare = all(n < least for one, n in counts.items() if one not in words)
        if not are_rare and _has_language_model(cell):
            continue  # its vocab is given with its encoder
        text = _text(name, _share(counts, words) or 0)
        if are_rare:
            text += (
                f" A word must occur at least {least} times to get into the vocab (`min_freq={least}`), and there are "
                f"few texts. {_mended(cell, name)}"
            )
        elif words:
            word = next(one for one in vocab if one in words)
            text += (
                f" The vocab, with words such as {word!r}, is of other texts: leave it out, or give that of a language "
                "model that learnt from these texts."
            )
        else:
            text += " The vocab that was given holds no words: leave it out."
        yield Notice(text, id(dls), card="tokenization")


def _has_language_model(cell: Cell) -> bool:
    return any(text_vocabulary(held)[1] for _, held in cell.variables if is_dls(held))


def _text(name: str, share: float) -> str:
    known = f"Only {share:.0%} of the words" if share else "None of the words"
    verb, others = ("are", "the others") if share else ("is", "all")
    return (
        f"{known} in the training texts of `{name}` {verb} in its vocab; {others} are `xxunk` (unknown), so the texts "
        "look the same to the model."
    )


def _share(counts: Counter[str], words: set[str]) -> float | None:
    """How many of the words that stand in texts are known, None where no text can be read."""
    return sum(counts[one] for one in words) / counts.total() if counts else None


def _counts(data: Any, most: int) -> Counter[str]:
    """How often each word stands in the first texts of a table, as they were tokenized."""
    items, lists = items_of(data), list(stored(data).get("tls") or ())
    first = list(stored(stored(lists[0]).get("tfms")).get("fs") or ())[:1] if lists else []
    columns = list(stored(first[0]).get("cols") or ()) if first else []
    if not is_table(items) or len(columns) != 1 or columns[0] not in items.columns:
        return Counter()
    texts = items[columns[0]].iloc[:most]
    if not all(is_of(one, "fastcore.foundation", "L") for one in texts):
        return Counter()
    return Counter(str(word) for one in texts for word in one if not str(word).startswith(FIRST_TOKENS))


def _least(data: Any) -> int | None:
    """How often a word must occur to get into the vocab."""
    lists = list(stored(data).get("tls") or ())
    for tfm in list(stored(stored(lists[0]).get("tfms")).get("fs") or ()) if lists else []:
        if is_of(tfm, "fastai.text.data", "Numericalize"):
            found = stored(tfm).get("min_freq")
            return found if isinstance(found, int) else None
    return None


def _mended(cell: Cell, name: str) -> str:
    """The line that takes every word; of a call of from_df with a table's columns a whole one."""
    call = next(cell.calls("from_df"), None)
    if call is None:
        return "Take every word: `TextBlock.from_df('text', min_freq=1)` (with the name of your column) in a DataBlock."
    given = {one.arg: text_of(one.value) for one in call.keywords if one.arg}
    text, label = keyword(call, "text_col"), keyword(call, "label_col")
    table = text_of(call.args[0]) if call.args else given.get("df", "df")
    if (
        not set(given) <= OF_FROM_DF
        or text is None
        or label is None
        or not isinstance(call.func, ast.Attribute)
    ):
        column = text_of(text) if text is not None else "'text'"
        return f"Take every word: `TextBlock.from_df({column}, min_freq=1)` in a DataBlock."
    split = f"RandomSplitter({given.get('valid_pct', '0.2')}{', seed=' + given['seed'] if 'seed' in given else ''})"
    batch = f", bs={given['bs']}" if "bs" in given else ""
    return (
        f"Take every word: `{name} = DataBlock((TextBlock.from_df({text_of(text)}, min_freq=1), CategoryBlock), "
        f"get_x=ColReader('text'), get_y=ColReader({text_of(label)}), splitter={split}).dataloaders({table}{batch})`."
    )
