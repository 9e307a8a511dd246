"""The learner's functions that a cell calls, each as a cell of its own: its body, and what its names stood for.

What a function's names held is gone when the cell has ended. Known is what came in (the arguments of the call),
what came out (the variable that holds the result), and what the notebook keeps; every other name is unknown.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, Set, ValuesView
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices.cell import MOST_FUNCTIONS, Cell, body_of
from fastaid.teach.notices.tree import FUNCTIONS, below, kept, nodes_in, parsed_anew, text_of
from fastaid.teach.objects import UNKNOWN, is_module

Function = ast.FunctionDef | ast.AsyncFunctionDef
NOTHING = ast.Constant(None)
MOST_CALLS = 2  # of one function are looked at
OF_THE_SHELL = frozenset({"_", "__", "___", "In", "Out"})  # they say nothing about what a function did
GIVES_ITSELF = frozenset({"eval", "train", "to", "cpu", "cuda", "float", "half", "requires_grad_"})


class Names(Mapping[str, Any]):
    """What the names of a function stand for: those known of its own, and the notebook's that it does not hide.

    No copy of the notebook's: with fastai's star import these are some 1500, and a copy touches what each stands for.
    """

    def __init__(self, known: dict[str, Any], hidden: Set[str], notebook: Mapping[str, Any]):
        self._known = known
        self._hidden = hidden
        self._notebook = notebook

    def __getitem__(self, name: str) -> Any:
        if name in self._known:
            return self._known[name]
        if name in self._hidden:
            raise KeyError(name)
        return self._notebook[name]

    def __contains__(self, name: object) -> bool:
        return name in self._known or (name not in self._hidden and name in self._notebook)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def items(self) -> ItemsView[str, Any]:
        """All of them, where a check asks for every variable."""
        return self._all.items()

    def values(self) -> ValuesView[Any]:
        """What they stand for."""
        return self._all.values()

    @cached_property
    def _all(self) -> dict[str, Any]:
        seen = {name: held for name, held in list(self._notebook.items()) if name not in self._hidden}
        return {**seen, **self._known}


@dataclass(frozen=True)
class Inside(Cell):
    """A function's body after a call of it."""

    function: ast.AST = NOTHING
    arguments: Mapping[str, ast.expr] = field(default_factory=dict)  # its parameters, as the call gives them
    given: Mapping[str, Any] = field(default_factory=dict)  # and what these stood for, where it can be told
    result: Any = UNKNOWN  # what it returned
    ran: Any = None  # the notebook's cells

    @cached_property
    def tree(self) -> ast.Module:
        """The body, parsed; it is kept with the function."""
        return kept(self.function, "inside", lambda _: parsed_anew(self.source))

    @property
    def called(self) -> str:
        """The function's name."""
        return str(getattr(self.function, "name", ""))

    @property
    def shown(self) -> ast.Expr | None:
        """Nothing is displayed of it."""
        return None

    @cached_property
    def returns(self) -> ast.expr | None:
        """The expression that it returns, where there is one only."""
        return _returned(self.tree)

    def placed(self, said: Notice) -> Notice:
        """What a check says of it, with the place."""
        return replace(said, text=f"In `{self.called}`: {said.text}")


def functions_of(cell: Cell, asks: Callable[[str], Sequence[Any]]) -> Iterator[Inside]:
    """The calls of the learner's functions of whose bodies something is asked."""
    if "(" not in cell.source:
        return
    handed = handed_over(cell)
    bodies = [body_of(one) for kind in FUNCTIONS[:2] for one in (*cell.all_of(kind), *handed)]
    if not any(text and asks(text) for text in bodies):
        return
    todo: list[tuple[Cell, tuple[ast.AST, ...]]] = [(cell, ())]
    counts: dict[int, int] = {}
    while todo and len(counts) < MOST_FUNCTIONS:
        outer, above = todo.pop(0)
        for call in _own_calls(outer.tree):
            written = outer.written(call.func)
            if not isinstance(written, FUNCTIONS[:2]) or not body_of(written) or written in above:
                continue
            counts[id(written)] = counts.get(id(written), 0) + 1
            if counts[id(written)] <= MOST_CALLS:
                inner = inside(outer, call, written, cell.names)
                todo.append((inner, (*above, written)))
                if asks(inner.source):
                    yield inner
    for written in handed:
        if id(written) not in counts and body_of(written) and asks(body_of(written)):
            yield inside(cell, ast.Call(NOTHING, [], []), written, cell.names)


def handed_over(cell: Cell) -> list[Function]:
    """The learner's functions that the cell gives to others to call: `metrics=my_accuracy`, `df.apply(clean)`."""
    return cell.once(_handed_over)


def _handed_over(cell: Cell) -> list[Function]:
    found: list[Function] = []
    if not any(type(one) is FunctionType for one in cell.mentioned.values()):
        return found
    for call in _own_calls(cell.tree):
        for node in (*call.args, *(one.value for one in call.keywords)):
            held = cell.names.get(node.id) if isinstance(node, ast.Name) else None
            written = cell.definition(held) if isinstance(held, FunctionType) else None
            if isinstance(written, FUNCTIONS[:2]) and written not in found:
                found.append(written)
    return found


def came_in(cell: Cell, node: ast.AST, call: ast.AST) -> Any:
    """What an expression stood for at a call; UNKNOWN where the cell gave its names another value later."""
    last = last_stores(cell)
    line = getattr(call, "lineno", 0)
    if any(isinstance(one, ast.Name) and last.get(one.id, -1) >= line for one in below(node)):
        return UNKNOWN
    return cell.value(node)


def cells_run(cell: Cell) -> list[str]:
    """The notebook's cells so far."""
    ran = cell.ran if isinstance(cell, Inside) else cell.names.get("In")
    return [one for one in ran if isinstance(one, str)] if isinstance(ran, list) else []


def last_stores(cell: Cell) -> dict[str, int]:
    """The line of a cell on which each name was given a value last."""
    return {
        name: max(one.lineno for one in nodes) for name, nodes in kept(cell.tree, "stores", _stores).items()
    }


def stores(cell: Cell, name: str) -> list[ast.Name]:
    """Where a cell gives a name a value."""
    return kept(cell.tree, "stores", _stores).get(name, [])


def in_definitions(cell: Cell) -> set[int]:
    """The nodes within the functions that a cell defines."""
    return kept(cell.tree, "in_defs", _in_definitions)


def _own_calls(tree: ast.AST) -> list[ast.Call]:
    """The calls of a cell that stand in none of its functions."""
    inside = kept(tree, "in_defs", _in_definitions)
    return [one for one in nodes_in(tree, ast.Call) if id(one) not in inside]


def _in_definitions(tree: ast.AST) -> set[int]:
    kinds = (*FUNCTIONS, ast.Lambda)
    return {
        id(one) for kind in kinds for part in nodes_in(tree, kind) for one in below(part) if one is not part
    }


def _stores(tree: ast.AST) -> dict[str, list[ast.Name]]:
    found: dict[str, list[ast.Name]] = {}
    for one in nodes_in(tree, ast.Name):
        if isinstance(one.ctx, ast.Store):
            found.setdefault(one.id, []).append(one)
    return found


def _returned(tree: ast.AST) -> ast.expr | None:
    inside = kept(tree, "in_defs", _in_definitions)
    found = [one.value for one in nodes_in(tree, ast.Return) if id(one) not in inside]
    if len(found) < 2:
        return found[0] if found else None
    texts = {text_of(one) if one is not None else "" for one in found}
    return found[0] if len(texts) == 1 else None


def inside(outer: Cell, call: ast.Call, function: Function, notebook: Mapping[str, Any]) -> Inside:
    """The body of a function after a call of it."""
    is_bound = _is_bound(outer, call, function)
    arguments = _arguments(call, function, is_bound) if call.func is not NOTHING else {}
    result = _result(outer, call)
    blank = Inside(body_of(function), {}, function=function)
    stored = {one.id for one in nodes_in(blank.tree, ast.Name) if isinstance(one.ctx, ast.Store)}
    hidden = {one.arg for one in nodes_in(function, ast.arg)} | stored | OF_THE_SHELL
    given = {name: came_in(outer, node, call) for name, node in arguments.items()}
    if is_bound:
        given[function.args.args[0].arg] = _owner(outer, call)
    given = {name: held for name, held in given.items() if held is not UNKNOWN}
    known = {name: held for name, held in given.items() if name not in stored}
    known |= _known_of(blank.returns, result)
    return Inside(
        blank.source,
        Names(known, hidden, notebook),
        function=function,
        arguments=arguments,
        given=given,
        result=result,
        ran=notebook.get("In"),
    )


def _arguments(call: ast.Call, function: Function, is_bound: bool) -> dict[str, ast.expr]:
    """The expression that each parameter was given: at the call, or as its default."""
    if any(isinstance(one, ast.Starred) for one in call.args) or any(
        one.arg is None for one in call.keywords
    ):
        return {}
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    defaults = function.args.defaults
    found = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    pairs = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    found |= {one.arg: node for one, node in pairs if node is not None}
    own = names[1:] if is_bound else names
    found |= dict(zip(own, call.args, strict=False))
    return found | {one.arg: one.value for one in call.keywords if one.arg}


def _is_bound(outer: Cell, call: ast.Call, function: Function) -> bool:
    """Whether the first parameter is the object that the method is of."""
    is_first = bool(function.args.args) and function.args.args[0].arg in ("self", "cls")
    return is_first and not isinstance(outer.value(call.func), FunctionType)


def _owner(outer: Cell, call: ast.Call) -> Any:
    """The object whose method is called; a network, where it is called itself."""
    held = outer.value(call.func)
    if is_module(held):
        return held
    return outer.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN


def _result(outer: Cell, call: ast.Call) -> Any:
    """What a call returned, where a variable holds it still or the notebook shows it."""
    if isinstance(outer, Inside) and outer.returns is call:
        return outer.result
    if outer.shown is not None and outer.shown.value is call:
        return outer.names.get("_", UNKNOWN)
    for node in outer.of(ast.Assign):
        if node.value is not call or len(node.targets) != 1:
            continue
        target = node.targets[0]
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        are_once = all(isinstance(one, ast.Name) and _is_stored_once(outer, one.id) for one in parts)
        held = [outer.value(one) for one in parts] if are_once else [UNKNOWN]
        return tuple(held) if isinstance(target, ast.Tuple) else held[0]
    return UNKNOWN


def _is_stored_once(cell: Cell, name: str) -> bool:
    """Whether a cell gives a name one value: a function of the cell may have a name of its own that reads the same."""
    defined = in_definitions(cell)
    return len([one for one in stores(cell, name) if id(one) not in defined]) == 1


def _known_of(returned: ast.expr | None, result: Any) -> dict[str, Any]:
    """The names that a result tells: `return out`, `return out, n`, `return model.eval()`."""
    if result is UNKNOWN or returned is None:
        return {}
    if isinstance(returned, ast.Tuple):
        if type(result) is not tuple or len(result) != len(returned.elts):
            return {}
        pairs = zip(returned.elts, result, strict=True)
        return {one.id: held for one, held in pairs if isinstance(one, ast.Name) and held is not UNKNOWN}
    while is_module(result) and isinstance(returned, ast.Call) and isinstance(returned.func, ast.Attribute):
        if returned.func.attr not in GIVES_ITSELF:
            return {}
        returned = returned.func.value
    return {returned.id: result} if isinstance(returned, ast.Name) else {}
