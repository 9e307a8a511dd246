"""Labels that are the first word of a file's name only: `great_dane` and `great_pyrenees` both become `great`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.data import MAKES, MOST_NAMES, Labels, items_of, labels, vocabulary
from fastaid.teach.notices.getters import getter_of, own_function, source_of
from fastaid.teach.notices.tree import nodes_in, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import is_table

NAMED = re.compile(r"(.+?)[_-]+\d+\.\w+")
WHOLE = r"^(.+)_\d+\.\w+$"
# Words that stand before a name and are none themselves.
# fmt: off
BEFORE_NAMES = frozenset({
    "great", "american", "english", "german", "japanese", "british", "russian", "scottish", "wheaten", "yorkshire",
    "staffordshire", "saint", "st", "san", "egyptian", "maine", "bombay", "irish", "french", "italian", "spanish",
    "african", "asian", "european", "indian", "chinese", "australian", "canadian", "siberian", "arctic", "golden",
    "black", "white", "red", "blue", "green", "yellow", "brown", "grey", "gray", "big", "small", "little", "giant",
    "northern", "southern", "eastern", "western", "common", "wild", "lesser", "greater", "polar", "standard",
    "miniature", "toy", "boston", "basset", "new", "old", "mountain", "long", "short", "sea", "ice", "hot",
})
# fmt: on


@check(*MAKES, needs="fastai", reached=True, of_data=True)
def first_word_only(cell: Cell) -> Iterator[Notice]:
    """`name.split('_')[0]` of names that are several words joined by `_`."""
    for name, dls in cell.loaders():
        data = (loaders_of(dls) or [{}])[0].get("dataset")
        found = vocabulary(data)
        if found is None or found.is_multi or not _has_such(found.classes):
            continue
        merged = _merged(found.classes, items_of(data))
        if not merged or any(one.subject == id(dls) for one in labels(cell)):
            continue
        label, stems = max(merged.items(), key=lambda pair: len(pair[1]))
        yield Notice(
            f"{listed([repr(one) for one in stems], 3)} became one class of `{name}`, {label!r}: the label is only "
            f"what stands before the first `_` of a file's name. Take all before the last one: {_mended(found)}.",
            id(dls),
            card="labels-and-vocab",
        )


def _has_such(classes: Sequence[Any]) -> bool:
    """Whether some classes are words that stand before names, but not most, as colours may be meant."""
    words = [one.lower() for one in classes if isinstance(one, str)]
    n = sum(one in BEFORE_NAMES for one in words)
    return n > 0 and len(words) == len(classes) and n < len(words)


def _merged(classes: Sequence[str], items: Any) -> dict[str, list[str]]:
    """The classes of more than one name, where each is the first word of names that differ behind it."""
    if items is None or is_table(items):
        return {}
    found: dict[str, set[str]] = {}
    rests: dict[str, set[str]] = {}
    for item in list(items)[:MOST_NAMES]:
        match = NAMED.fullmatch(item.name) if isinstance(item, Path) else None
        if match is None:
            return {}
        first, _, rest = match[1].partition("_")
        if first not in classes:  # a class is not a first word
            return {}
        found.setdefault(first, set()).add(match[1])
        rests.setdefault(rest, set()).add(first)
    is_first = any("_" not in one for some in found.values() for one in some)
    # `red_car`, `blue_car`: what comes back behind several first words tells of something else.
    if not is_first or any(rest and len(firsts) > 1 for rest, firsts in rests.items()):
        return {}
    return {one: sorted(some) for one, some in found.items() if len(some) > 1 and one.lower() in BEFORE_NAMES}


def _mended(found: Labels) -> str:
    """The line that reads the whole name, in the learner's own function where it is one."""
    function = own_function(getter_of(found.tfms[0])) if found.tfms else None
    written = source_of(function) if function is not None else None
    if isinstance(written, ast.FunctionDef) and function is not None:
        for one in nodes_in(written, ast.Return):
            text = text_of(one)
            right = text.replace(".split('_')[0]", ".rsplit('_', 1)[0]")
            if right != text:
                return f"in `{function.__name__}` write `{right}`"
    return f"in a DataBlock `get_y=using_attr(RegexLabeller(r'{WHOLE}'), 'name')`, with from_name_re `pat=r'{WHOLE}'`"
