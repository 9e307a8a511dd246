"""Where the learner's functions and classes are written: the part of a cell or file that defines them."""

from __future__ import annotations

import ast
import inspect
import linecache
import sysconfig
from collections import OrderedDict
from functools import cache, partial
from types import CellType, CodeType, FunctionType
from typing import Any

from fastaid.teach.notices.tree import FUNCTIONS, body_text, kept, nodes_of, parsed

MOST_KEPT = 512  # definitions that are known
MOST_DECORATORS = 20  # around a function
EMPTY = CellType()

Kind = type[ast.AST] | tuple[type[ast.AST], ...]


@cache
def is_librarys(file: str) -> bool:
    """Whether a file is Python's or an installed package's."""
    return file.startswith((_standard_library(), "<")) or "site-packages" in file


@cache
def _standard_library() -> str:
    return sysconfig.get_paths()["stdlib"]


def defined(function: FunctionType, name: str, kind: Kind) -> ast.AST | None:
    """The part of its file or cell that defines a function, or the class of which it is a method; None if unknown."""
    function = inspect.unwrap(function)
    if not isinstance(function, FunctionType):
        return None
    code = function.__code__
    key = (id(code), name, kind is ast.ClassDef)
    known = _known.get(key)
    if known is None:
        found = _found(code, function.__code__.co_firstlineno, name, kind)
        if found is None:
            return None
        known = _known[key] = (code, found)
        if len(_known) > MOST_KEPT:
            _known.popitem(last=False)
    return known[1]


# By code, as cells call the same functions again and again; the code is kept too, so that no other takes its place.
_known: OrderedDict[tuple[int, str, bool], tuple[CodeType, ast.AST]] = OrderedDict()


def _found(code: CodeType, line: int, name: str, kind: Kind) -> ast.AST | None:
    text = "".join(linecache.getlines(code.co_filename))
    for node in kept(parsed(text), "definitions", _definitions):
        start = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        end = node.end_lineno or node.lineno
        if isinstance(node, kind) and node.name == name and start <= line <= end:
            kept(node, "body", partial(body_text, text))
            return node
    return None


def _definitions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    return [node for node in nodes_of(tree) if isinstance(node, FUNCTIONS)]


def unwrapped(function: FunctionType) -> FunctionType | None:
    """The function below decorators of libraries; None below one of the learner's, which may do anything around it."""
    for _ in range(MOST_DECORATORS):
        held = vars(function).get("__wrapped__")
        if held is None:
            return function
        parts = [cell.cell_contents for cell in function.__closure__ or () if cell != EMPTY]
        # `functools.wraps` above `torch.no_grad()` hides that it stands around a wrapper.
        if _is_learners(function) or any(_is_learners(one) and one is not held for one in parts):
            return None
        if not isinstance(held, FunctionType):
            return None  # IPython's own `open` stands around Python's, which is written in C
        function = held
    return None


def _is_learners(function: Any) -> bool:
    """Whether a function's own code is the learner's: a decorator's may pass for the function's that it wraps."""
    if not isinstance(function, FunctionType):
        return False
    is_notebooks = function.__globals__.get("__name__") == "__main__"
    return is_notebooks or not is_librarys(function.__code__.co_filename)
