"""Iterators that were used up: a second loop over `zip(…)` finds nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from types import GeneratorType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.columns import origin
from fastaid.teach.notices.inside import Inside, last_stores
from fastaid.teach.notices.loop_parts import LOOPS
from fastaid.teach.notices.tree import FUNCTIONS, below, is_local, text_of
from fastaid.teach.objects import UNKNOWN, is_of

LAZY = frozenset({"zip", "map", "filter", "enumerate", "reversed", "iter"})
KINDS: tuple[type, ...] = (
    zip,
    map,
    filter,
    enumerate,
    reversed,
    GeneratorType,
    type(iter([])),
    type(iter(())),
)
# What walks over all that it is given.
WHOLE = frozenset({"list", "tuple", "set", "sorted", "sum", "dict", "max", "min", "L"})
AROUND = frozenset({"enumerate", "tqdm", "progress_bar", "trange"})  # a loop over these goes over all of it
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp)
WALKS = (ast.For, ast.Call, *COMPREHENSIONS)
SOMETIMES = (*FUNCTIONS, ast.Lambda, ast.If, ast.IfExp, ast.Try, ast.While, ast.GeneratorExp)
ENDS_EARLY = (ast.Break, ast.Return, ast.Yield, ast.Raise)


@check("for ", *(f"{word}(" for word in WHOLE), needs="sys", reached=True)
def used_up(cell: Cell) -> Iterator[Notice]:
    """`batches = zip(x, y)` before the loop of epochs: from the second epoch on there is nothing in it."""
    for loop in cell.of(ast.For):
        if not isinstance(name := _walked(loop.iter), ast.Name):
            continue
        if is_local(name) or not _is_lazy(cell, name) or _ends_early(loop):
            continue
        outer = _repeated(cell, loop, name.id)
        if outer is not None:
            yield _in_rounds(cell, name.id, outer)
            return
    yield from _walked_twice(cell)


def _in_rounds(cell: Cell, name: str, outer: ast.For | ast.While) -> Notice:
    made, kind = _made(cell, name), _kind(cell, name)
    rounds = (
        f"`for {text_of(outer.target)} in {text_of(outer.iter)}`"
        if isinstance(outer, ast.For)
        else "the loop"
    )
    return Notice(
        f"`{name}` is {kind}, which gives its items once: the first round of {rounds} uses it up, and in all further "
        f"rounds the loop over `{name}` does nothing. {_mended(cell, name, made)}",
        hash((name, text_of(outer))),
        card="batch",
    )


def _walked_twice(cell: Cell) -> Iterator[Notice]:
    """`print(len(list(files)))`, then `for f in files`: two walks in a row."""
    walks = [(node, name) for node, name in _walks(cell) if _is_lazy(cell, name)]
    if len(walks) < 2:
        return
    sometimes = {id(one) for kind in SOMETIMES for part in cell.of(kind) for one in below(part)}
    first: dict[str, tuple[ast.AST, str]] = {}
    for statement in cell.tree.body:
        inside = {id(one) for one in below(statement)}
        for node, name in ((node, walked.id) for node, walked in walks if id(node) in inside):
            if (
                id(node) in sometimes
                or cell.bound[name] > 1
                or last_stores(cell).get(name, 0) > getattr(node, "lineno", 0)
                or (isinstance(node, ast.For) and _ends_early(node))
            ):
                continue
            if name in first and first[name][0] is not statement:
                yield Notice(
                    f"`{name}` is {_kind(cell, name)}, which gives its items once: `{_short(first[name][1])}` used it "
                    f"up, and `{_short(_text(node))}` found nothing. {_mended(cell, name, _made(cell, name))}",
                    hash((name, _text(node))),
                    card="batch",
                )
                return
            first.setdefault(name, (statement, _text(node)))


def _walks(cell: Cell) -> Iterator[tuple[ast.AST, ast.Name]]:
    """Each walk over a variable's items, with the variable."""
    for node in (one for kind in WALKS for one in cell.of(kind)):
        name = _walk(node)
        if name is not None and not is_local(name):
            yield node, name


def _walk(node: ast.AST) -> ast.Name | None:
    """The name over whose items a node goes to the end."""
    found: ast.expr | None = None
    if isinstance(node, ast.For):
        found = _walked(node.iter)
    elif isinstance(node, COMPREHENSIONS) and len(node.generators) == 1:
        found = _walked(node.generators[0].iter)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in WHOLE
        and len(node.args) == 1
    ):
        found = _walked(node.args[0])
    return found if isinstance(found, ast.Name) else None


def _walked(node: ast.expr) -> ast.expr:
    """`batches` in `enumerate(batches)`."""
    while isinstance(node, ast.Call) and last_name(node.func) in AROUND and node.args:
        node = node.args[0]
    return node


def _is_lazy(cell: Cell, name: ast.Name) -> bool:
    """Whether a variable holds an iterator that ends."""
    held = cell.value(name)
    if held is not UNKNOWN:
        return _is_iterator(held)
    given = cell.arguments.get(name.id) if isinstance(cell, Inside) and not cell.bound[name.id] else None
    made = given if given is not None else _only_value(cell, name.id)
    is_call = isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and made.func.id in LAZY
    is_own = is_call and isinstance(made, ast.Call) and made.func.id in cell.names  # type: ignore[attr-defined]
    return (is_call and not is_own) or isinstance(made, ast.GeneratorExp)


def _is_iterator(held: Any) -> bool:
    if isinstance(held, GeneratorType):
        # Those of a network have a check of their own.
        return held.gi_frame is None and held.gi_code.co_name not in ("parameters", "named_parameters")
    return (
        type(held) in KINDS
        or is_of(held, "_csv", "Reader")
        or is_of(held, "torch.utils.data.dataloader", "_BaseDataLoaderIter")
    )


def _only_value(cell: Cell, name: str) -> ast.expr | None:
    return next((value for one, value in cell.assigned() if one == name and cell.bound[name] == 1), None)


def _ends_early(loop: ast.For) -> bool:
    """Whether a loop may leave something for the next one."""
    return any(isinstance(one, ENDS_EARLY) for one in below(loop))


def _repeated(cell: Cell, loop: ast.For, name: str) -> ast.For | ast.While | None:
    """The loop around another that goes more than one round and does not make the iterator anew."""
    around = [
        one
        for one in cell.nodes
        if isinstance(one, LOOPS) and one is not loop and any(part is loop for part in below(one))
    ]
    for outer in reversed(around):
        parts: Sequence[ast.AST] = [part for statement in outer.body for part in below(statement)]
        is_anew = any(
            isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store)
            for part in [*parts, *below(getattr(outer, "target", outer.body[0]))]
        )
        is_left = any(isinstance(part, (ast.Break, ast.Return)) for part in parts)
        if is_anew:
            return None
        if not is_left and _rounds(cell, outer) > 1:
            return outer
    return None


def _rounds(cell: Cell, loop: ast.For | ast.While) -> int:
    """How many rounds a loop made; 1 where it may have been one only."""
    if isinstance(loop, ast.While):
        return 1
    over = _walked(loop.iter)
    if (
        isinstance(over, ast.Call)
        and last_name(over.func) in ("range", "trange")
        and 1 <= len(over.args) <= 2
    ):
        ends = [cell.value(one) for one in over.args]
        if all(isinstance(one, int) for one in ends):
            return int(ends[-1]) - (int(ends[0]) if len(ends) == 2 else 0)
        return 1
    held = cell.value(over)
    return len(held) if type(held) in (list, tuple, range, dict) else 1


def _made(cell: Cell, name: str) -> ast.expr | None:
    """What the variable was made with."""
    if isinstance(cell, Inside) and name in cell.arguments and not cell.bound[name]:
        given = cell.arguments[name]
        return None if isinstance(given, ast.Name) else given
    return origin(cell, name)


def _kind(cell: Cell, name: str) -> str:
    held = cell.names.get(name)
    made = _made(cell, name)
    if isinstance(held, GeneratorType) or isinstance(made, ast.GeneratorExp):
        return "a generator"
    if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and made.func.id in LAZY:
        return f"an iterator (`{made.func.id}(…)`)"
    return f"an iterator (`{type(held).__name__}`)" if held is not None else "an iterator"


def _mended(cell: Cell, name: str, made: ast.expr | None) -> str:
    if isinstance(cell, Inside) and name in cell.arguments and made is not None and len(text_of(made)) <= 60:
        return f"Give `{cell.called}` a list: `list({text_of(made)})`."
    if isinstance(made, ast.Call) and last_name(made.func) == "iter" and len(made.args) == 1:
        inner = text_of(made.args[0])
        return f"Go over `{inner}` itself, which begins anew each time: `{name} = {inner}`."
    if made is None or len(text_of(made)) > 60:
        return f"Keep the items in a list, where it is made: `{name} = list(…)`."
    if isinstance(made, ast.GeneratorExp):
        return f"Make it a list: `{name} = [{text_of(made).removeprefix('(').removesuffix(')')}]`."
    return f"Make it a list: `{name} = list({text_of(made)})`."


def _text(node: ast.AST) -> str:
    return (
        text_of(node)
        if not isinstance(node, ast.For)
        else f"for {text_of(node.target)} in {text_of(node.iter)}"
    )


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:49] + "…"
