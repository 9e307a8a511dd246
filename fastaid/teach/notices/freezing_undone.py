"""Layers that were frozen by hand, and that fine_tune has unfrozen and trained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.definitions import is_librarys
from fastaid.teach.notices.inside import cells_run
from fastaid.teach.notices.tree import FUNCTIONS, below, parsed, text_of
from fastaid.teach.notices.values import parts_of, weights_of
from fastaid.teach.objects import is_learner, is_module, library, stored

MOST_CELLS = 60
IMPORTS = re.compile(r"(?m)\b(?:from|import)\b.*")
WORDS = re.compile(r"\w+")


@check("fine_tune(", needs="fastai")
def unfrozen_by_fine_tune(cell: Cell) -> Iterator[Notice]:
    """`p.requires_grad = False` for the body, and then `learn.fine_tune`, which calls `unfreeze`."""
    for call in cell.calls("fine_tune"):
        learn = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if not is_learner(learn) or not isinstance(call.func, ast.Attribute):
            continue
        model = stored(learn).get("model")
        weights = weights_of(model) if is_module(model) else []
        if not weights or not all(bool(one.requires_grad) for one in weights):
            continue
        line = _frozen_before(cell, call, learn)
        if not line:
            continue
        name = text_of(call.func.value)
        given = ", ".join(
            [text_of(one) for one in call.args] + [f"{k.arg}={text_of(k.value)}" for k in call.keywords]
        )
        plain = not call.keywords and len(call.args) <= 2
        fit = (
            f"{name}.fit_one_cycle({given})"
            if plain
            else f"{name}.fit_one_cycle({text_of(call.args[0]) if call.args else 1})"
        )
        yield Notice(
            f"`{text_of(call)}` calls `{name}.unfreeze()` after its first epoch, which sets requires_grad=True for all "
            f"parameters: the layers frozen by hand (`{line}`) have been trained. Make `{name}` anew, freeze, and "
            f"train with `{fit}`, which unfreezes nothing.",
            id(learn),
            card="freeze-and-unfreeze",
        )
        return


def _frozen_before(cell: Cell, call: ast.Call, learn: Any) -> str:
    """The statement that froze parts of a learner's model by hand before a call, "" where none did."""
    if not _may_freeze([*cells_run(cell), cell.source]):
        return ""
    earlier = [one for one in cells_run(cell)[-MOST_CELLS:] if one.strip() != cell.source.strip()]
    lines = [line for source in earlier if "(" in source for line in parsed(source).body]
    lines += [one for one in cell.tree.body if one.lineno < call.lineno]
    found, frozen = "", set[str]()
    for line in lines:
        named = [one for one in below(line) if isinstance(one, ast.Name)]
        names = {one.id for one in named if _is_part(cell.names.get(one.id), learn)}
        if frozen & {one.id for one in named if isinstance(one.ctx, ast.Store)}:
            found, frozen = "", set()  # the network was made anew
        if isinstance(line, (*FUNCTIONS, ast.Import, ast.ImportFrom)):
            continue
        sets = _sets(cell, line)
        if True in sets:
            return ""
        if False in sets and names:
            frozen = names
            found = text_of(line.value) if isinstance(line, ast.Expr) else " ".join(text_of(line).split())
    return found if len(found) < 120 else f"{found[:110]}…"


def _may_freeze(sources: Sequence[str]) -> bool:
    """Whether cells, or the learner's files that they use, may set requires_grad."""
    if any("requires_grad" in one or "'run'" in one for one in sources):
        return True
    lines = [line for one in sources if "import" in one for line in IMPORTS.findall(one)]
    modules = {name for line in lines for name in WORDS.findall(line)}
    files = (str(getattr(library(name), "__file__", None) or "<") for name in modules)
    return not all(map(is_librarys, files))


def _is_part(held: Any, learn: Any) -> bool:
    model = stored(learn).get("model")
    return held is learn or (is_module(held) and any(one is held for one in parts_of(model)))


def _sets(cell: Cell, line: ast.AST) -> set[bool]:
    """What a statement, or a function of the learner's that it calls, sets requires_grad to."""
    nodes = below(line)
    for call in [one for one in nodes if isinstance(one, ast.Call)]:
        written = cell.written(call.func)
        if isinstance(written, FUNCTIONS[:2]):
            nodes = [*nodes, *below(written)]
    found: set[bool] = set()
    for node in nodes:
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Attribute) and one.attr == "requires_grad" for one in node.targets
        ):
            found.add(constant(node.value) is not False)
        elif isinstance(node, ast.Call) and last_name(node.func) == "requires_grad_":
            found.add(not node.args or constant(node.args[0]) is not False)
        elif isinstance(node, ast.Call) and last_name(node.func) == "unfreeze":
            found.add(True)
    return found
