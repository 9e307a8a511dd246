"""Lines that gave a library's name to something else, and the same lines with another name. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastaid.teach.rules.imports_covered import Brought, brought, brought_by
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import (
    FUNCTIONS,
    cell_trees,
    cells,
    function_at,
    own_nodes,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene
from fastaid.teach.whole_lines import LINES

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What a result is usually called, by the function that gives it.
RESULTS = {
    "open": "img", "fromarray": "img", "read_csv": "df", "DataFrame": "df", "array": "arr", "figure": "fig",
    "subplots": "fig, ax", "Path": "path", "DataBlock": "dblock", "Learner": "learn", "vision_learner": "learn",
    "tabular_learner": "learn", "L": "items", "TabularPandas": "to", "DataLoader": "dl",
}  # fmt: skip
# Functions of pyplot whose result nobody needs.
DRAWING = (
    "plot",
    "scatter",
    "hist",
    "bar",
    "barh",
    "imshow",
    "title",
    "xlabel",
    "ylabel",
    "legend",
    "show",
    "grid",
)
MOST_LINES = 5
LONGEST = 90


@dataclass(frozen=True)
class Taken:
    """What gave a name another value."""

    node: ast.AST
    cell: int  # its number; 0 for a line of the failing cell or function
    is_local: bool  # inside a function, where the notebook's own name is untouched

    @property
    def line(self) -> str:
        """The statement, or its first line, as it is written; "" where it is long."""
        return head_of(self.node)


def head_of(node: ast.AST) -> str:
    """The first line of a statement that has a body; of others the whole."""
    return text_of(node, LONGEST) or _first_line(node)


def _first_line(node: ast.AST) -> str:
    if not isinstance(node, (ast.For, ast.With, ast.ClassDef, *FUNCTIONS)):
        return ""
    lines = ast.unparse(node).splitlines()
    first = lines[len(getattr(node, "decorator_list", ()))]
    return first if len(first) <= LONGEST else ""


def imported(scene: Scene, name: str, now: Any) -> Iterator[Brought]:
    """What the cells' imports gave to a name, other than what it holds now; with the line usual for it."""
    for one in brought_by(scene, name):
        if one.held is not now:
            usual = well_known(name)
            yield usual if usual is not None and usual.held is one.held else one


def well_known(name: str) -> Brought | None:
    """The import that everybody writes for a short name; None where there is none, or nothing has loaded it."""
    line = LINES.get(name, "") or (f"import {name}" if name.isidentifier() else "")
    for node in ast.parse(line).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            found = brought(node, node.names[0], name)
            return found if found is not None and found.held is not None else None
    return None


def taken_by(scene: Scene, frame: Frame, name: str) -> Taken | None:
    """The last line that gave the name a value before the error; None where an import did, or none is in sight."""
    function = function_at(frame)
    if function is not None and name in frame.scope.f_code.co_varnames:
        if name in (one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)):
            return Taken(function, 0, True)
        node = _last(function.body, name, frame.line)
        return Taken(node, 0, True) if node is not None else None
    last, top = cells(scene)[-1][0], scene.top
    for number, tree in cell_trees(scene):
        is_this = number == last
        node = _last(tree.body, name, top.line if is_this and top is not None else 0)
        if node is not None:
            is_import = isinstance(node, (ast.Import, ast.ImportFrom))
            return None if is_import else Taken(node, 0 if is_this else number, False)
    return None


def _last(body: Iterable[ast.AST], name: str, before: int) -> ast.AST | None:
    found = [one for one in outside_comprehensions(body) if name in _bound(one)]
    found = [one for one in found if not before or one.lineno < before]  # type: ignore[attr-defined]
    return max(found, key=lambda one: one.lineno, default=None)  # type: ignore[attr-defined]


def outside_comprehensions(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The parts of some code; a comprehension's own names stay in it."""
    hidden = {
        id(part)
        for node in own_nodes(body)
        if isinstance(node, COMPREHENSIONS)
        for part in ast.walk(node)
        if part is not node
    }
    return (node for node in own_nodes(body) if id(node) not in hidden)


def _bound(node: ast.AST) -> list[str]:
    """The names that a statement gives values to."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [one.asname or one.name.partition(".")[0] for one in node.names]
    if isinstance(node, (ast.ClassDef, *FUNCTIONS)):
        return [node.name]
    targets: list[ast.AST] = []
    if isinstance(node, ast.Assign):
        targets = list(node.targets)
    elif isinstance(node, (ast.For, ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
        targets = [node.target] if getattr(node, "value", node) is not None else []
    elif isinstance(node, ast.With):
        targets = [one.optional_vars for one in node.items if one.optional_vars is not None]
    return [
        one.id
        for target in targets
        for one in ast.walk(target)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    ]


def new_name(node: ast.AST, name: str, known: Mapping[str, Any]) -> str:
    """Another name for what a line makes."""
    value = getattr(node, "value", None)
    guess = RESULTS.get(last_name(value.func), "") if isinstance(value, ast.Call) else ""
    if isinstance(node, ast.With):
        guess = "file" if "open(" in ast.unparse(node.items[0].context_expr) else ""
    elif isinstance(node, ast.For):
        text = ast.unparse(node.iter)
        guess = "column" if text.endswith("columns") else "i" if text.startswith("range(") else "item"
    inside = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    is_free = not any(one in known or one in inside for one in guess.split(", "))
    return guess if guess and is_free else f"my_{name}"


class _Renamed(ast.NodeTransformer):
    """A name written otherwise, except where it stands for the library: `F.relu`."""

    def __init__(self, name: str, new: str, meant: Any, now: Any):
        self.name, self.new, self.meant, self.now = name, new, meant, now

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        is_it = isinstance(node.value, ast.Name) and node.value.id == self.name
        if is_it and hasattr(self.meant, node.attr) and not hasattr(self.now, node.attr):
            return node
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.new, node.ctx) if node.id == self.name else node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self.new) if node.arg == self.name else node


def written_anew(taken: Taken, name: str, new: str, meant: Any, now: Any) -> str:
    """The line with another name in it: a loop with its body where that is short, else its first line."""
    node = ast.parse(ast.unparse(taken.node)).body[0]
    value = getattr(node, "value", None)
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        if isinstance(value, ast.Call) and last_name(value.func) in DRAWING and name == "plt":
            return ast.unparse(value)
        return f"{new} = {ast.unparse(node.value)}"
    if isinstance(node, ast.Assign):
        node.targets = [_Renamed(name, new, meant, now).visit(one) for one in node.targets]
    elif isinstance(node, (ast.ClassDef, *FUNCTIONS)) and not taken.is_local:
        node.name = new
        return head_of(node)
    elif isinstance(node, (ast.For, ast.With, *FUNCTIONS)):
        node = _Renamed(name, new, meant, now).visit(node)
    else:
        return ""
    text = ast.unparse(node)
    lines = text.splitlines()
    is_short = len(lines) <= MOST_LINES and all(len(one) <= LONGEST for one in lines)
    return text if is_short else head_of(node)


def failing_line(frame: Frame) -> str:
    """The running statement as code to paste; "" where it is none of its own: in a function, or a long one."""
    statement = statement_at(frame)
    if frame.function != "<module>" or not isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign)):
        return ""
    if statement.col_offset:
        return ""  # inside of a loop or an if
    if statement.lineno == statement.end_lineno and len(frame.text) <= LONGEST and ";" not in frame.text:
        return frame.text
    text = ast.unparse(statement)
    return text if len(text) <= LONGEST else ""
