"""Loops over a text that are meant for its words: they go through its letters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.columns import held_by, is_column
from fastaid.teach.notices.inside import Inside, cells_run, in_definitions
from fastaid.teach.notices.tree import below, kept, nodes_in, text_of
from fastaid.teach.objects import is_of

WORD = re.compile(r"(?i)^(w|wd|word|words?_?\w*|tok|token)$")
OF_WORDS = re.compile(r"(?i)word|vocab|tok")
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
FEWEST = 2  # texts of several words

Pair = tuple[ast.expr, ast.expr]


@check(
    "for ",
    ".update(",
    also=("word", "Word", "WORD", "tok", "Tok", "for w ", "for W ", "for wd ", ".update("),
    needs="sys",
)
def letters_for_words(cell: Cell) -> Iterator[Notice]:
    """`for t in texts:` and `for w in t:`, where t is a text."""
    defined = in_definitions(cell)
    for target, over, scope in _loops(cell):
        if id(over) in defined or not isinstance(target, ast.Name) or not isinstance(over, ast.Name):
            continue
        if not _is_of_words(cell, target.id) or not _is_text(cell, over.id, scope):
            continue
        yield Notice(
            f"`{over.id}` is a text, and `for {target.id} in {over.id}` goes through its letters, not its words. "
            f"Write `for {target.id} in {over.id}.split()`.",
            hash((text_of(target), text_of(over))),
            card="tokenization",
        )
        return
    for call in cell.calls("update"):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        given = call.args[0] if len(call.args) == 1 else None
        if owner is None or not isinstance(given, ast.Name) or id(call) in defined:
            continue
        is_wordy = OF_WORDS.search(text_of(owner)) or _splits(cell)
        if is_wordy and _is_text(cell, given.id, [(one.target, one.iter) for one in cell.of(ast.For)]):
            yield Notice(
                f"`{given.id}` is a text, and `{text_of(call)}` takes its letters, not its words. Write "
                f"`{text_of(call.func)}({given.id}.split())`.",
                hash(text_of(call)),
                card="tokenization",
            )
            return


def _splits(cell: Cell) -> bool:
    """Whether texts are split into words here, or somewhere in the notebook."""
    return "split" in cell.words or any(".split(" in one for one in cells_run(cell))


def _is_of_words(cell: Cell, name: str) -> bool:
    """`word`; a `w` where texts are split into words elsewhere, or the names tell of words."""
    if not WORD.match(name):
        return False
    named = cell.words | ({cell.called} if isinstance(cell, Inside) else set())
    return len(name) > 2 or _splits(cell) or any(OF_WORDS.search(one) for one in named)


def _loops(cell: Cell) -> Iterator[tuple[ast.expr, ast.expr, list[Pair]]]:
    """The variable of each loop, what it goes over, and the loops around it."""
    loops = [(one.target, one.iter) for one in cell.of(ast.For)]
    for target, over in loops:
        yield target, over, loops
    for kind in COMPREHENSIONS:
        for part in cell.of(kind):
            inner = [(one.target, one.iter) for one in part.generators]  # type: ignore[attr-defined]
            for target, over in inner:
                yield target, over, [*inner, *loops]


def _is_text(cell: Cell, name: str, loops: list[Pair]) -> bool:
    """Whether a name is an item of a list of texts, or a text."""
    overs = [over for target, over in loops if isinstance(target, ast.Name) and target.id == name]
    is_local = name not in kept(cell.tree, "stored_outside", _stored_outside)  # a comprehension's own
    is_once = is_local or cell.bound[name] <= 1
    if overs:
        return len(overs) == 1 and is_once and _are_texts(cell, overs[0])
    held = cell.names.get(name) if cell.bound[name] <= 1 else None
    return isinstance(held, str) and len(held.split()) > 2


def _stored_outside(tree: ast.AST) -> frozenset[str]:
    """The names that are given a value outside comprehensions."""
    inner = {id(one) for kind in COMPREHENSIONS for part in nodes_in(tree, kind) for one in below(part)}
    names = nodes_in(tree, ast.Name)
    return frozenset(one.id for one in names if isinstance(one.ctx, ast.Store) and id(one) not in inner)


def _are_texts(cell: Cell, node: ast.expr) -> bool:
    column: Any = held_by(cell, node)
    held: Any = column.head(20).tolist() if is_column(column) else cell.value(node)
    if not isinstance(held, (list, tuple)) and not is_of(held, "fastcore.foundation", "L"):
        return False
    first = list(held[:20])
    several = [one for one in first if isinstance(one, str) and len(one.split()) > 1]
    return all(isinstance(one, str) for one in first) and len(several) >= FEWEST
