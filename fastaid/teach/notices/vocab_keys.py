"""Words that a vocab does not have: its `o2i` gives 0 for them, the number of `#na#`, and raises nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.tables import tables_of
from fastaid.teach.notices.tree import below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_of, stored

TRANSFORMS = "fastai.data.transforms"
MOST_KEYS = 500  # of one list are looked up
MOST_ITEMS = 300_000
SCOPES = (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
PLAIN = (str, int, float)


@check("o2i", "map_objs(", needs="fastai")
def not_in_the_vocab(cell: Cell) -> Iterator[Notice]:
    """`dls.classes['title'].o2i['Film 7']` where the title is 'Film 7 (1997)'."""
    for node, vocab, asked in _asked(cell):
        held = _vocab(cell, vocab)
        if held is None:
            continue
        items, o2i = held
        base = node.value if isinstance(node, ast.Subscript) else None
        if isinstance(base, ast.Name) and cell.value(base) is not o2i:
            continue  # the name stands for another one
        if type(o2i).__name__ != "defaultdict" or not 0 < len(items) <= MOST_ITEMS:
            continue
        known, keys = set(items), _keys(cell, asked, is_list=isinstance(node, ast.Call))
        missing = [one for one in keys if one not in known]
        if not missing or (len(missing) * 2 > len(keys) > 1 and not _near(missing[0], items)):
            continue
        near = _near(missing[0], items)
        if near is None and cell.shown is not None and cell.shown.value is node:
            continue  # it is shown what an unknown word gives
        yield Notice(
            f"{_few(missing)} {'is' if len(missing) == 1 else 'are'} not in the vocab `{text_of(vocab)}`: `o2i` raises "
            f"nothing for an unknown word and gives {o2i.get(missing[0], 0)}, the number of {items[0]!r}. "
            f"{_mended(node, vocab, asked, near, missing[0])}",
            hash((ast.dump(node), repr(missing[:3]))),
            card="labels-and-vocab",
        )
        return


def _asked(cell: Cell) -> Iterator[tuple[ast.expr, ast.expr, ast.expr]]:
    """`vocab.o2i[key]`, `o2i[key]` of a name that was given it, `vocab.map_objs(keys)`."""
    for node in cell.of(ast.Subscript):
        base: ast.AST | None = node.value
        if isinstance(base, ast.Name) and "o2i" in cell.source:
            base = origin(cell, base.id)
        if isinstance(base, ast.Attribute) and base.attr == "o2i" and isinstance(node.ctx, ast.Load):
            yield node, base.value, node.slice
    for call in cell.calls("map_objs"):
        if isinstance(call.func, ast.Attribute) and len(call.args) == 1:
            yield call, call.func.value, call.args[0]


def _vocab(cell: Cell, node: ast.expr) -> tuple[Sequence[Any], Any] | None:
    """A vocab's words in order, and its `o2i`."""
    held = cell.value(node)
    if held is UNKNOWN and isinstance(node, ast.Name):
        return None
    if is_of(held, TRANSFORMS, "CategoryMap"):
        return list(stored(held).get("items") or ()), stored(held).get("o2i")
    if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Attribute):
        return None
    column = cell.value(node.slice)
    if node.value.attr != "classes" or not isinstance(column, str):
        return None
    words = {one.id: cell.names.get(one.id) for one in below(node.value) if isinstance(one, ast.Name)}
    for _, data in tables_of(Cell("\n".join(words), cell.names)):
        for proc in stored(stored(data).get("procs")).get("fs") or ():
            classes = stored(proc).get("classes")
            found = classes.get(column) if isinstance(classes, dict) else None
            if is_of(found, TRANSFORMS, "CategoryMap"):
                return list(stored(found).get("items") or ()), stored(found).get("o2i")
    return None


def _keys(cell: Cell, asked: ast.expr, *, is_list: bool) -> list[Any]:
    """What is looked up: one word, or the words that a list or a comprehension goes through."""
    held = cell.value(asked)
    if not is_list and isinstance(held, PLAIN) and not isinstance(held, bool):
        return [held]
    if not is_list and isinstance(asked, ast.Name):
        source = _goes_through(cell, asked)
        held = cell.value(source) if source is not None else UNKNOWN
    if (
        isinstance(held, (list, tuple))
        and len(held) <= MOST_KEYS
        and all(isinstance(one, PLAIN) for one in held)
    ):
        return list(held)
    return []


def _goes_through(cell: Cell, name: ast.Name) -> ast.expr | None:
    """The list that a comprehension's variable goes through."""
    if not is_local(name):
        return None
    scopes: list[Any] = [one for kind in SCOPES for one in cell.of(kind)]
    for node in scopes:
        part = node.generators[0]
        is_inside = any(one is name for one in below(node))
        if is_inside and isinstance(part.target, ast.Name) and part.target.id == name.id and not part.ifs:
            source: ast.expr = part.iter
            return source
    return None


def _near(key: Any, items: Sequence[Any]) -> Any:
    """The word that was meant, None where it cannot be told."""
    words = [one for one in items if one != "#na#"]
    text = str(key).strip().casefold()
    if not text:
        return None
    same = [one for one in words if str(one).strip().casefold() == text]
    if same:
        return same[0]
    if not isinstance(key, str) or len(text) < 3:
        return None
    for is_near in (lambda one: one.startswith(text), lambda one: text in one):
        found = [one for one in words if isinstance(one, str) and is_near(one.casefold())]
        ends = [one for one in found if not one.casefold().partition(text)[2][:1].isalnum()]
        if len(ends) == 1 or len(found) == 1:
            return (ends or found)[0]
    close = get_close_matches(text, [str(one) for one in words[:20_000]], 1, 0.8)
    return close[0] if close else None


def _mended(node: ast.expr, vocab: ast.expr, asked: ast.expr, near: Any, missing: Any) -> str:
    if near is None:
        word = next(iter(sorted(str(missing).split(), key=len, reverse=True)), str(missing))
        return f"See which there are: `[o for o in {text_of(vocab)} if {word!r} in str(o)]`."
    near = near.item() if hasattr(near, "item") else near
    is_text = isinstance(missing, str) and isinstance(near, str)
    why = "" if is_text else f" (the vocab's words are of type {type(near).__name__})"
    if isinstance(node, ast.Subscript) and constant(asked) is not UNKNOWN:
        return f"Write `{text_of(node.value)}[{near!r}]`{why}."
    if isinstance(node, ast.Subscript) and isinstance(asked, ast.Name) and not is_local(asked):
        return f"Write `{asked.id} = {near!r}`{why}."
    return f"Write {near!r} in place of {missing!r}{why}."


def _few(missing: list[Any]) -> str:
    return listed([repr(one) for one in missing], 3)
