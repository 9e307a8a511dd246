"""A learner's code as Python parsed it: which statement ran, what was assigned, what stands inside what."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from functools import lru_cache

from executing import Source

from fastaid.teach.scene import Frame, Scene


def tree_of(scene: Scene, frame: Frame) -> ast.AST | None:
    """The function or cell that a frame of the learner's runs."""
    if not frame.is_learners:
        return None
    try:
        whole = Source.for_filename(frame.file).tree
    except Exception:  # noqa: BLE001  a source that is no longer there
        whole = None
    if whole is None:
        return scene.tree if frame.function == "<module>" else None
    if frame.function == "<module>":
        return whole
    found: ast.AST | None = None
    for node in ast.walk(whole):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)) and node.lineno <= frame.line <= (
            node.end_lineno or 0
        ):
            found = node
    return found


def statement(frame: Frame) -> ast.stmt | None:
    """The statement that was running; of a compound one, such as a loop, its innermost part."""
    try:
        found = Source.executing(frame.place).statements
    except Exception:  # noqa: BLE001  a source that is no longer there
        return None
    plain = [one for one in found or () if isinstance(one, ast.stmt)]
    return plain[0] if len(plain) == 1 else None


def _targets(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Assign):
        yield from node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign, ast.NamedExpr)):
        yield node.target


def assigned(tree: ast.AST, name: str) -> list[ast.stmt]:
    """The statements that give a name its value, in the order they are written."""
    found = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
        for target in _targets(node)
        if any(ast.unparse(part) == name for part in _parts(target))
    ]
    return sorted(found, key=lambda node: node.lineno)


def _parts(target: ast.expr) -> list[ast.expr]:
    return list(target.elts) if isinstance(target, (ast.Tuple, ast.List)) else [target]


@lru_cache(maxsize=4)
def _parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def above(tree: ast.AST, node: ast.AST) -> Iterator[ast.AST]:
    """What a part stands in, from the inside out; functions other than the tree's own end it."""
    parents = _parents(tree)
    at = parents.get(_same(tree, node))
    while at is not None and not isinstance(at, (ast.FunctionDef, ast.ClassDef)):
        yield at
        at = parents.get(at)


def _same(tree: ast.AST, node: ast.AST) -> ast.AST:
    # The running node and the tree come from one parse, except where a cell had to be parsed again.
    if node in _parents(tree):
        return node
    place = (
        getattr(node, "lineno", 0),
        getattr(node, "col_offset", 0),
        type(node),
        getattr(node, "end_col_offset", 0),
    )
    for one in _parents(tree):
        if (
            getattr(one, "lineno", -1),
            getattr(one, "col_offset", -1),
            type(one),
            getattr(one, "end_col_offset", 0),
        ) == place:
            return one
    return node


def inside(tree: ast.AST, node: ast.AST, *kinds: type[ast.AST]) -> ast.AST | None:
    """The innermost part of a kind that a part stands in."""
    return next((one for one in above(tree, node) if isinstance(one, kinds)), None)


def names_in(node: ast.AST | None) -> set[str]:
    """The names that an expression reads."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} if node is not None else set()


def calls_in(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Calls with their last name: "item" of `loss.item()`."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            func = one.func
            yield (func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")), one


def holds_call(node: ast.AST, *names: str) -> bool:
    """Whether a function or method of one of these names is called in it."""
    return any(name in names for name, _ in calls_in(node))


def without_keyword(call: ast.Call, *names: str) -> ast.Call:
    """A call less some keywords."""
    new = copy.deepcopy(call)
    new.keywords = [one for one in new.keywords if one.arg not in names]
    return new


def with_argument(call: ast.Call, position: int, name: str, text: str) -> str:
    """A call with another value for one argument, as code."""
    new = copy.deepcopy(call)
    value = ast.parse(text, mode="eval").body
    for keyword in new.keywords:
        if keyword.arg == name:
            keyword.value = value
            return ast.unparse(new)
    if position < len(new.args):
        new.args[position] = value
    else:
        new.keywords.append(ast.keyword(name, value))
    return ast.unparse(new)
