"""Several labels an item, made of a string: each of its letters became one. No checks of its own."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from fastaid.errors import listed
from fastaid.teach.notices.getters import (
    Unread,
    as_call,
    getter_of,
    items_read,
    own_function,
    result,
    source_of,
)
from fastaid.teach.objects import is_of, stored

MOST_READ = 1_000  # items whose labels are looked at
DELIMS = (", ", "; ", ";", ",", "|", " ")


def letters(name: str, classes: Sequence[Any], tfms: Sequence[Any], items: Any) -> str:
    """What there is to say of MultiCategoryBlock's classes, "" where they are no letters of strings."""
    known = {str(one) for one in classes}
    if len(known) < 2 or any(len(one) != 1 for one in known):
        return ""
    before = []
    for one in tfms:
        if is_of(one, "fastai.data.transforms", "MultiCategorize"):
            break
        before.append(one)
    whole = _strings(before, items) if before else []
    if not whole or max(map(len, whole)) < 2 or not {letter for one in whole for letter in one} <= known:
        return ""
    delim = next((one for one in DELIMS if any(one in text for text in whole)), "")
    if not delim and all(list(text) == sorted(set(text)) for text in whole):
        return ""  # "ACD" may well be the classes A, C and D
    return (
        f"`{name}` has single letters as classes ({listed([one for one in classes if one != ' '], 4)}): "
        f"MultiCategoryBlock takes a list of labels, and got a string, {max(whole, key=len)!r}, whose letters it "
        f"took. {_mended(before[-1], delim, is_alone=len(before) == 1)}; for one label an item use CategoryBlock."
    )


def _strings(tfms: list[Any], items: Any) -> list[str]:
    """The strings that the getters return; [] where they return something else, or it cannot be told."""
    found = []
    try:
        for item in items_read(items, MOST_READ):
            for one in tfms:
                item = _of_columns(one, item) if _is_reader(one) else result(getter_of(one), item)
            if type(item) is not str:
                return []
            found.append(item)
    except (Unread, RecursionError):
        return []
    return found


def _is_reader(tfm: Any) -> bool:
    return is_of(tfm, "fastai.data.transforms", "ColReader")


def _of_columns(reader: Any, row: Any) -> Any:
    columns = list(stored(reader).get("cols") or ())
    if len(columns) != 1 or stored(reader).get("label_delim") or not hasattr(row, "at"):
        raise Unread
    text = row.at(columns[0])
    return (
        f"{stored(reader).get('pref') or ''}{text}{stored(reader).get('suff') or ''}"
        if type(text) is str
        else text
    )


def _mended(last: Any, delim: str, *, is_alone: bool) -> str:
    """The label function as it returns a list."""
    if _is_reader(last):
        column = (stored(last).get("cols") or [""])[0]
        if delim:
            line = f"ColReader({column!r}, label_delim={delim!r})"
            return f"Split it: `{line}` (in `from_df`: `label_delim={delim!r}`)"
        return f"Return a list: `get_y=lambda r: [r[{column!r}]]`"
    getter = getter_of(last)
    function = own_function(getter)
    node = source_of(function) if function is not None else None
    if isinstance(node, ast.Lambda):
        return f"{_do(delim)}: `get_y=lambda {ast.unparse(node.args)}: {_made(node.body, delim)}`"
    found = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)] if node is not None else []
    if function is not None and len(found) == 1 and found[0] is not None:
        return f"{_do(delim)}: end `{function.__qualname__}` with `return {_made(found[0], delim)}`"
    if not is_alone:
        step = f"`.split({delim!r})`" if delim else "`[label]`"
        return f"{_do(delim)} in the last step of `get_y`, with {step}"
    called = ast.parse(as_call(getter, "o"), mode="eval").body
    return f"{_do(delim)}: `get_y=lambda o: {_made(called, delim)}`"


def _do(delim: str) -> str:
    return "Split it" if delim else "Return a list"


def _made(node: ast.expr, delim: str) -> str:
    if not delim:
        return ast.unparse(ast.List([node], ast.Load()))
    return ast.unparse(ast.Call(ast.Attribute(node, "split", ast.Load()), [ast.Constant(delim)], []))
