"""Labels that keep the number of the file: the pattern that leaves it out. Asked by data; no checks of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import UNKNOWN

MOST_NAMES = 2_000
# How numbers stand behind the class, or before it.
BEHIND = (r"_\d+", r"-\d+", r" \d+", r" \(\d+\)", r"\(\d+\)", r"\.\d+", r"\d+")
BEFORE = (r"\d+_", r"\d+-", r"\d+ ", r"\d+\. ?")
BY_PATTERN = ("from_name_re", "from_path_re", "RegexLabeller")


def number_in_labels(cell: Cell, classes: Sequence[Any], items: Any) -> str:
    """What to say of the pattern or function that takes the number too; "" where the names have none."""
    files = [one for one in list(items)[:MOST_NAMES] if isinstance(one, Path)]
    if len(files) < 2 or len(files) != len(items) or not all(isinstance(one, str) for one in classes):
        return ""
    pattern = _pattern([one.name for one in files])
    if not pattern or not _kept_number(files, classes):
        return ""
    taken = "is the number of the file" if all(one.isdigit() for one in classes) else "holds the number too"
    calls = cell.all_of(ast.Call)
    for call in [one for one in calls if last_name(one.func) in BY_PATTERN]:
        word = last_name(call.func)
        given = keyword(call, "pat") or next(iter(call.args[0 if word == "RegexLabeller" else 2 :]), None)
        old: Any = cell.value(given) if given is not None else UNKNOWN
        shown = f" `{old}`" if isinstance(old, str) and len(old) < 60 else ""
        by_name = word == "from_name_re" or "using_attr" in cell.words
        right = pattern if by_name else _of_paths(pattern)
        return f"What the pattern{shown} puts in brackets {taken}: write `pat=r'{right}'`."
    for call in calls:
        word = last_name(call.func)
        if word in ("from_name_func", "from_path_func"):
            right = pattern if word == "from_name_func" else _of_paths(pattern)
            return f"The label {taken}: write `label_func=RegexLabeller(r'{right}')`."
        get_y = keyword(call, "get_y") if word == "DataBlock" else None
        if get_y is not None:
            return f"What `{text_of(get_y)}` gives {taken}: write `get_y=RegexLabeller(r'{_of_paths(pattern)}')`."
    return ""


def _of_paths(pattern: str) -> str:
    """The pattern for a whole path."""
    right = pattern.removeprefix("^").replace("(.*)", "([^/]+)")
    return right if right.startswith("(") else f"/{right}"


def _pattern(names: Sequence[str]) -> str:
    """A pattern that takes the class out of every name, some names of each."""
    ends = {Path(one).suffix for one in names}
    end = next(iter(ends)) if len(ends) == 1 else ""
    tail = re.escape(end) if end else r"\.\w+"
    tries = [f"^(.*){one}{tail}$" for one in BEHIND] + [f"^{one}(.*){tail}$" for one in BEFORE]
    for pattern in tries:
        found = [re.search(pattern, one) for one in names]
        words = {one.group(1) for one in found if one is not None}
        if (
            all(found)
            and 2 <= len(words) <= len(names) / 2
            and all(re.search(r"[^\W\d]", one) for one in words)
        ):
            return pattern
    return ""


def _kept_number(files: Sequence[Path], classes: Sequence[str]) -> bool:
    """Whether every label has a number that stands in its file's name."""
    return all(re.search(r"\d", one) for one in classes) and len({one.name for one in files}) == len(files)
