"""The first value of a name that a function reads too early. No rules of its own."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable

from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules.python_source import FUNCTIONS, given, own_nodes
from fastaid.teach.scene import Frame, Scene

FIRST = {str: "''", list: "[]", tuple: "()", float: "0.0", dict: "{}", set: "set()"}


def empty_like(frame: Frame, stores: Iterable[ast.AST]) -> str:
    """What a name that something is added to begins with: an empty text for texts, 0 for numbers."""
    added = next((one for one in stores if isinstance(one, ast.AugAssign)), None)
    if added is None:
        return "0"
    if isinstance(added.op, (ast.Mult, ast.Div)):
        return "1"
    is_text = isinstance(added.value, ast.JoinedStr) or any(
        isinstance(one, ast.Constant) and type(one.value) is str for one in _summed(added.value)
    )
    value = frame.value(added.value)
    kind = str if is_text else list if isinstance(added.value, ast.List) else type(value)
    return FIRST.get(kind, "0") if value is not UNKNOWN or kind in (str, list) else "0"


def _summed(node: ast.expr) -> list[ast.expr]:
    """The parts of a sum: of `'a' + b + 'c'` its three."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_summed(node.left), *_summed(node.right)]
    return [node]


def set_below(
    scene: Scene, frame: Frame, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str
) -> ast.Assign | None:
    """The only line that sets a name, where it stands below the one that reads it and could stand above."""
    stores = [one for one in own_nodes(function.body) if isinstance(one, ast.Name) and one.id == name]
    stores = [one for one in stores if not isinstance(one.ctx, ast.Load)]
    line = next((one for one in function.body if isinstance(one, ast.Assign) and given(one, name)), None)
    if line is None or len(stores) != 1 or line.lineno <= frame.line or len(line.targets) != 1:
        return None
    inner = {
        one.arg for part in ast.walk(line.value) if isinstance(part, ast.Lambda) for one in part.args.args
    }
    inner |= {
        one.id for one in ast.walk(line.value) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    }
    read = {one.id for one in ast.walk(line.value) if isinstance(one, ast.Name)} - inner
    own = {one.name for one in ast.walk(function) if isinstance(one, FUNCTIONS) and one is not function}
    known = all(
        word in frame.names
        or (word in scene.names and word not in frame.scope.f_code.co_varnames)
        or hasattr(builtins, word)
        for word in read
    )
    return line if known and name not in read and not read & own else None
