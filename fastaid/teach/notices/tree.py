"""The source of cells and functions as trees, each taken apart once.

It runs after every cell, so it is written for speed: what is found of a tree is kept with the tree, and the
trees of the last cells are kept too, as learners run the same cell again and again. What is kept with a node
never holds the node itself: such a ring would be left to the garbage collector, which takes its time with torch
loaded.
"""

from __future__ import annotations

import ast
import textwrap
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

N = TypeVar("N", bound=ast.AST)
T = TypeVar("T")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
MOST_SOURCES = 64  # cells and files of definitions that are kept


class Nodes(list[ast.AST]):
    """The nodes of some parts of sources, sorted once for all who ask for those of a kind."""

    def __init__(self, parts: Sequence[ast.AST]):
        super().__init__()
        self.parts = parts
        for part in parts:
            self.append(part)
            self += kept(part, "nodes", _nodes)

    @cached_property
    def kinds(self) -> dict[type, list[Any]]:
        """They, sorted by what they are; each part was sorted before."""
        found: dict[type, list[Any]] = {}
        for part in self.parts:
            found.setdefault(type(part), []).append(part)
            for kind, inner in kinds_of(part).items():
                found.setdefault(kind, []).extend(inner)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name, attribute and keyword among them."""
        return frozenset().union(*(words_of(part) for part in self.parts))

    @cached_property
    def methods(self) -> dict[str, list[ast.Call]]:
        """The calls of methods among them, by the method's name."""
        found: dict[str, list[ast.Call]] = {}
        for call in self.kinds.get(ast.Call, ()):
            if type(call.func) is ast.Attribute:
                found.setdefault(call.func.attr, []).append(call)
        return found


def parsed(source: str) -> ast.Module:
    """A source's tree, the same one each time; empty where it cannot be parsed."""
    key = source.rstrip("\n")  # IPython keeps cells without their last line's end
    tree = _trees.get(key)
    if tree is None:
        tree = parsed_anew(source)
        keep(source, tree)
    else:
        _trees.move_to_end(key)
    return tree


def parsed_anew(source: str) -> ast.Module:
    """A source's tree; empty where it cannot be parsed."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ast.Module([], [])


def keep(source: str, tree: ast.Module) -> None:
    """Keep a tree that somebody has made of a source: parsing takes a tenth of what a new cell costs."""
    key = source.rstrip("\n")
    if key not in _trees:
        _trees[key] = tree
        if len(_trees) > MOST_SOURCES:
            _trees.popitem(last=False)


_trees: OrderedDict[str, ast.Module] = OrderedDict()  # the one used last at the end


def kept(node: N, what: str, find: Callable[[N], T]) -> T:
    """What there is to find out about a part of a source, found out once."""
    facts: dict[str, Any] = node.__dict__
    key = "fastaid_" + what
    if key not in facts:
        facts[key] = find(node)
    found: T = facts[key]
    return found


def nodes_of(tree: ast.AST) -> Nodes:
    """A tree's nodes, outer ones first, with the names marked that belong to functions and comprehensions."""
    return Nodes([tree])


def nodes_in(tree: ast.AST, kind: type[N]) -> list[N]:
    """A tree's nodes of one kind, outer ones first."""
    inner = kinds_of(tree).get(kind, [])
    return [tree, *inner] if type(tree) is kind else inner


def kinds_of(tree: ast.AST) -> dict[type, list[Any]]:
    """The nodes within a tree, sorted by what they are."""
    return kept(tree, "kinds", _kinds)


def words_of(tree: ast.AST) -> frozenset[str]:
    """Every name, attribute and keyword of a tree."""
    return kept(tree, "words", _words)


def by_kind(nodes: Sequence[ast.AST]) -> dict[type, list[Any]]:
    """Nodes, sorted by what they are."""
    found: dict[type, list[Any]] = {}
    for node in nodes:
        found.setdefault(type(node), []).append(node)
    return found


def below(node: ast.AST) -> list[ast.AST]:
    """A node and all within it, operators and contexts left out: `ast.walk` in a third of its time."""
    return [node, *kept(node, "below", _below)]


def text_of(node: ast.AST) -> str:
    """What a part of a source reads, written anew."""
    if type(node) is ast.Name:  # ast.unparse takes 50 µs for one
        return node.id
    if type(node) is ast.Attribute and type(node.value) in (ast.Name, ast.Attribute):
        return f"{text_of(node.value)}.{node.attr}"
    return kept(node, "text", ast.unparse)


def body_text(source: str, definition: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    """The body of a function or class as the text of a cell."""
    first = definition.body[0]
    lines = source.splitlines(keepends=True)[first.lineno - 1 : definition.end_lineno]
    if first.lineno == definition.lineno:  # def f(x): return x
        return lines[0].encode()[first.col_offset :].decode(errors="replace") + "".join(lines[1:])
    return textwrap.dedent("".join(lines))


def is_local(node: ast.AST) -> bool:
    """Whether a name is a function's own: the notebook may have another of that name."""
    return "fastaid_local" in node.__dict__


def _nodes(tree: ast.AST) -> list[ast.AST]:
    found = _walk([tree])
    for node in found:
        if type(node) in SCOPES:
            _mark_locals(node)
    return found[1:]


def _kinds(tree: ast.AST) -> dict[type, list[Any]]:
    return by_kind(kept(tree, "nodes", _nodes))


def _words(tree: ast.AST) -> frozenset[str]:
    found = {node.attr for node in nodes_in(tree, ast.Attribute)}
    found |= {node.id for node in nodes_in(tree, ast.Name)}
    found |= {node.arg for node in nodes_in(tree, ast.keyword) if node.arg}
    defined: list[Any] = [node for kind in FUNCTIONS for node in nodes_in(tree, kind)]
    found |= {node.name for node in defined}
    return frozenset(found)


def _below(node: ast.AST) -> list[ast.AST]:
    return _walk([node])[1:]


def _walk(found: list[ast.AST]) -> list[ast.AST]:
    for node in found:  # it grows meanwhile
        held = node.__dict__
        for field in FIELDS[type(node)]:
            value = held.get(field)
            if type(value) is list:
                found += value if None not in value else [one for one in value if one is not None]
            elif value is not None:
                found.append(value)
    return found


class _Fields(dict[type, tuple[str, ...]]):
    """The fields of each kind of node that hold nodes worth looking at."""

    def __missing__(self, kind: type[ast.AST]) -> tuple[str, ...]:
        plain = {
            "ctx",
            "op",
            "ops",
            "id",
            "attr",
            "arg",
            "name",
            "names",
            "module",
            "level",
            "asname",
            "kind",
            "kwd_attrs",
            "rest",
        }
        plain |= {"n", "s", "is_async", "simple", "type_comment", "lineno", "conversion", "type_ignores"}
        if issubclass(kind, (ast.Constant, ast.MatchSingleton)):
            plain.add("value")
        elif issubclass(kind, (ast.Import, ast.ImportFrom)):
            plain.discard("names")
        fields = tuple(field for field in kind._fields if field not in plain)
        self[kind] = fields
        return fields


FIELDS = _Fields()
WITH_ARGUMENTS = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda})
COMPREHENSIONS = frozenset({ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp})
SCOPES = WITH_ARGUMENTS | COMPREHENSIONS


def _mark_locals(scope: Any) -> None:
    """Mark the names that belong to a function, a lambda or a comprehension."""
    if type(scope) in WITH_ARGUMENTS:
        kinds = by_kind(_walk(_body(scope)))
        inside = kinds.get(ast.Name, [])
        given = scope.args
        own = {one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)}
        own |= {one.arg for one in (given.vararg, given.kwarg) if one is not None}
        own |= {one.id for one in inside if type(one.ctx) is ast.Store}
        own -= {word for one in kinds.get(ast.Global, ()) for word in one.names}
    else:
        inside = by_kind(_walk([scope])).get(ast.Name, [])
        targets = _walk([part.target for part in scope.generators])
        own = {one.id for one in targets if type(one) is ast.Name}
    for one in inside:
        if one.id in own:
            one.fastaid_local = True


def _body(scope: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.AST]:
    return [scope.body] if isinstance(scope, ast.Lambda) else list(scope.body)
