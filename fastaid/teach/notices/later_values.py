"""Values that Python looks up earlier or later than it reads: defaults of functions, variables of a loop."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from types import FunctionType

from fastaid.errors import counted
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import below, nodes_in, text_of

ON_PURPOSE = re.compile(r"(?i)cache|memo|seen|count|state|store|registry|_$|^_")
CHANGES = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "appendleft"})
EMPTY = {"[]": list, "list()": list, "{}": dict, "dict()": dict, "set()": set}
KEPT_BY = frozenset({"append", "insert", "add", "on_click", "observe"})


@check("(", also=("@written",), needs="sys")
def default_that_grows(cell: Cell) -> Iterator[Notice]:
    """`def collect(loss, history=[])`: all calls share one list."""
    told: set[str] = set()
    for call in cell.of(ast.Call):
        if type(call.func) is not ast.Name or call.func.id in told or call.func.id not in cell.names:
            continue
        held = cell.names[call.func.id]
        if type(held) is not FunctionType or not held.__defaults__ or held.__module__ != "__main__":
            continue
        if not any(type(one) in (list, dict, set) and one for one in held.__defaults__):
            continue
        told.add(call.func.id)
        yield from _grown(cell, call.func.id, held)


def _grown(cell: Cell, name: str, held: FunctionType) -> Iterator[Notice]:
    function = cell.definition(held)
    if not isinstance(function, ast.FunctionDef):
        return
    arguments = [*function.args.posonlyargs, *function.args.args]
    given = function.args.defaults
    for one, default, now in zip(arguments[-len(given) :], given, held.__defaults__ or (), strict=False):
        text = text_of(default)
        is_grown = type(now) is EMPTY.get(text) and len(now) > 0
        if not is_grown or ON_PURPOSE.search(one.arg) or not _is_changed(function, one.arg):
            continue
        place = arguments.index(one)
        calls = [
            call
            for call in cell.of(ast.Call)
            if isinstance(call.func, ast.Name) and call.func.id == name and len(call.args) <= place
            and not any(word.arg in (one.arg, None) for word in call.keywords)
        ]  # fmt: skip
        if not calls or (len(calls) < 2 and len(now) < 2) or not _is_returned(function, one.arg):
            continue
        yield Notice(
            f"The default `{one.arg}={text}` of `{name}` is made once, when the function is defined: all calls "
            f"without it share this {type(now).__name__}, which holds {counted(len(now), 'item')} by now. Write "
            f"`{one.arg}=None`, and begin the function with `if {one.arg} is None: {one.arg} = {text}`.",
            hash((name, one.arg)),
        )


def _is_changed(function: ast.FunctionDef, name: str) -> bool:
    """Whether a function changes what its parameter stands for, and does not bind it anew."""
    is_changed = False
    for node in below(function):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
            return False
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            is_changed = is_changed or text_of(node.func.value) == name
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            is_changed = is_changed or text_of(node.value) == name
    return is_changed


def _is_returned(function: ast.FunctionDef, name: str) -> bool:
    return any(
        isinstance(one, ast.Name) and one.id == name
        for node in nodes_in(function, ast.Return)
        for one in below(node)
    )


@check("lambda", needs="sys")
def last_value_of_a_loop(cell: Cell) -> Iterator[Notice]:
    """`for s in scales: fs.append(lambda x: x * s)`: all of them use the last s."""
    for made, names, holder in _made_in_loops(cell):
        inner = {one.arg for one in [*made.args.args, *made.args.kwonlyargs, *made.args.posonlyargs]}
        inner |= {
            one.id for one in below(made.body) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        used = [
            one.id for one in below(made.body)
            if isinstance(one, ast.Name) and one.id in names and one.id not in inner
        ]  # fmt: skip
        if not used:
            continue
        name = used[0]
        before = text_of(made)
        head, _, body = before.partition(":")
        comma = ", " if made.args.args else " "
        yield Notice(
            f"`{before}` looks up `{name}` when it is called, not when it is made: after the loop every "
            f"{f'function in `{holder}`' if holder else 'one of these functions'} uses the last `{name}`. Keep the "
            f"value in a default: `{head}{comma}{name}={name}:{body}`.",
            hash(before),
        )
        return


def _made_in_loops(cell: Cell) -> Iterator[tuple[ast.Lambda, set[str], str]]:
    """Lambdas that a loop keeps, each with the names that the loop binds, and the list they are kept in."""
    for loop in cell.of(ast.For):
        names = {
            one.id for one in below(loop) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        names = {name for name in names if cell.bound[name] == 1}
        for node in below(loop):
            for made, holder in _kept(node):
                if not _is_called_in(loop, holder):
                    yield made, names, holder
    for comp in cell.of(ast.ListComp):
        if isinstance(comp.elt, ast.Lambda):
            names = {
                one.id for part in comp.generators for one in below(part.target) if isinstance(one, ast.Name)
            }
            holder = next((name for name, value in cell.assigned() if value is comp), "")
            if holder:
                yield comp.elt, names, holder


def _kept(node: ast.AST) -> Iterator[tuple[ast.Lambda, str]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEPT_BY:
        holder = text_of(node.func.value) if node.func.attr in ("append", "insert", "add") else ""
        for given in node.args:
            yield from ((one, holder) for one in _lambdas([given]))
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
        yield from ((one, text_of(node.targets[0].value)) for one in _lambdas([node.value]))


def _lambdas(nodes: Sequence[ast.expr]) -> Iterator[ast.Lambda]:
    """Lambdas themselves, and those in a tuple or a list."""
    for node in nodes:
        if isinstance(node, ast.Lambda):
            yield node
        elif isinstance(node, (ast.Tuple, ast.List)):
            yield from _lambdas(node.elts)


def _is_called_in(loop: ast.For, holder: str) -> bool:
    """Whether the functions are used while the loop runs, when the value is still theirs."""
    reads = [one for one in below(loop) if isinstance(one, ast.Name) and one.id == holder.split(".")[0]]
    return bool(holder) and len(reads) > 1
