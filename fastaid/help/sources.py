"""The source a learner means, with its file and line; found by line numbers, since inspect parses whole modules."""

from __future__ import annotations

import ast
import inspect
import linecache
import re
import sys
import textwrap
import types
from functools import lru_cache, partial
from typing import Any

from fastaid.facts.symbol import Code
from fastaid.help.objects import bases, code_of, is_class, module_of, name_of, own_names, quietly, stored

MOST_LINES = 400  # of a class on screen


def source_of(thing: Any) -> Code | None:
    """The source of a Python function or class; None where there is none (C code, exec)."""
    if is_class(thing):
        return _class_source(thing)
    code = code_of(thing)
    return _function_source(code) if code is not None else None


@lru_cache(maxsize=512)
def _function_source(code: types.CodeType) -> Code | None:
    lines = linecache.getlines(code.co_filename)
    if not lines or code.co_firstlineno > len(lines):
        return None
    first = code.co_firstlineno
    if code.co_name == "<lambda>":
        return Code(_lambda(lines, code), code.co_filename, first)
    text = _block(lines, first)
    # A namedtuple's or dataclass's generated code carries a line number of a file it is not in.
    if not re.search(rf"\bdef\s+{re.escape(code.co_name)}\b", text):
        return None
    return Code(textwrap.dedent(text), code.co_filename, first)


def _lambda(lines: list[str], code: types.CodeType) -> str:
    """The lambda itself, found by the place of its body among the others of its statement."""
    first = code.co_firstlineno
    body = {
        (line, column)
        for line, _, column, _ in code.co_positions()
        if line is not None and column is not None
    }
    for end in range(first, min(first + 40, len(lines)) + 1):
        text = "".join(lines[first - 1 : end])
        indent = len(text) - len(text.lstrip())
        tree = quietly(partial(ast.parse, textwrap.dedent(text)))
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.Lambda):
                place = (node.body.lineno + first - 1, node.body.col_offset + indent)
                if place in body:
                    return ast.get_source_segment(textwrap.dedent(text), node) or ast.unparse(node)
        if tree is not None:
            break
    return lines[first - 1].strip()


def _block(lines: list[str], first: int) -> str:
    """The lines of one definition: cut by indentation where that parses, else by tokens, which is slow."""
    some = lines[first - 1 : first - 1 + 4 * MOST_LINES]
    start = next((i for i, line in enumerate(some) if re.match(r"\s*(async\s+)?(def|class)\b", line)), None)
    if start is not None:
        text = _indented(some, start)
        if quietly(lambda: ast.parse(textwrap.dedent(text))) is not None:
            return text
    try:
        return "".join(inspect.getblock(some))
    except (SyntaxError, IndentationError):  # a lambda inside brackets that open above it
        return some[0]


def _indented(lines: list[str], start: int) -> str:
    """A definition's lines up to the next one that is not indented further."""
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    for i in range(start + 1, len(lines)):
        text = lines[i].lstrip()
        if text and not text.startswith("#"):
            if len(lines[i]) - len(text) <= indent and not text.startswith((")", "]", "}")):
                break
            end = i + 1
    return "".join(lines[:end])


def place_of(thing: Any) -> tuple[str, int]:
    """The file and first line, ("", 0) where there is none; cheaper than the source."""
    if is_class(thing):
        path = _class_path(thing)
        line = _class_line(path, thing) if path else 0
        return (path, line) if line else ("", 0)
    code = code_of(thing)
    if code is not None and linecache.getlines(code.co_filename):
        return code.co_filename, code.co_firstlineno
    return "", 0


def _class_path(cls: type) -> str:
    module = sys.modules.get(module_of(cls))
    path = stored(module).get("__file__") if module is not None else None
    if type(path) is str and path.endswith(".py"):
        return path
    codes = [code for code in map(code_of, own_names(cls).values()) if code is not None]
    return next((code.co_filename for code in codes if linecache.getlines(code.co_filename)), "")


def _class_line(path: str, cls: type) -> int:
    """The line of the class statement: of several with one name, the one its methods follow."""
    lines = linecache.getlines(path)
    name = name_of(cls).rsplit(".", 1)[-1]
    starts = _statements(path, len(lines)).get(name, ())
    if len(starts) <= 1:
        return starts[0] if starts else 0
    own = [
        code.co_firstlineno
        for code in map(code_of, own_names(cls).values())
        if code and code.co_filename == path
    ]
    before = [start for start in starts if own and start <= min(own)]
    return before[-1] if before else starts[-1]


@lru_cache(maxsize=512)
def _statements(path: str, n_lines: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for i, line in enumerate(linecache.getlines(path), 1):
        match = re.match(r"\s*class\s+(\w+)", line)
        if match:
            found.setdefault(match[1], []).append(i)
    return {name: tuple(lines) for name, lines in found.items()}


@lru_cache(maxsize=256)
def _class_text(path: str, first: int, n_lines: int) -> str:
    lines = linecache.getlines(path)
    start = first
    while start > 1 and re.match(r"\s*@", lines[start - 2]):
        start -= 1
    return _indented(lines[start - 1 : start - 1 + MOST_LINES], first - start)


def _class_source(cls: type) -> Code | None:
    path = _class_path(cls)
    first = _class_line(path, cls) if path else 0
    if not first:
        return None
    n_lines = len(linecache.getlines(path))
    # A class is cut by its indentation: to tokenize torch.Tensor's takes longer than an answer may.
    text = _class_text(path, first, n_lines)
    is_cut = text.count("\n") >= MOST_LINES
    note = f"the first {MOST_LINES} lines" if is_cut else ""
    return Code(textwrap.dedent(text), path, first, note)


# Few: a question meets a function several times, and trees that are kept make garbage collections long.
@lru_cache(maxsize=32)
def tree_of(code: types.CodeType) -> ast.FunctionDef | None:
    """The syntax of a function's definition, None where its source is not at hand."""
    source = _function_source(code)
    tree = quietly(lambda: ast.parse(source.text)) if source else None
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)) if tree else iter(())
    return next((node for node in found if node.name == code.co_name), None)


@lru_cache(maxsize=32)
def nodes_of(code: types.CodeType) -> tuple[ast.AST, ...]:
    """Every node of a function's syntax, but for its docstring."""
    tree = tree_of(code)
    return tuple(ast.walk(tree)) if tree is not None else ()


def head_of(code: types.CodeType) -> str:
    """The source down to the first line of the body: the arguments, and the comments beside them."""
    source, tree = _function_source(code), tree_of(code)
    if source is None or tree is None:
        return ""
    return "\n".join(source.text.splitlines()[: max(tree.body[0].lineno, 1)])


def defining_class(owner: type, code: types.CodeType) -> type:
    """The class of `owner`'s line that defines the function with this code."""
    # By its name: fastcore's @delegates keeps another class's __init__ as an attribute.
    return next((cls for cls in bases(owner) if code_of(own_names(cls).get(code.co_name)) is code), owner)
