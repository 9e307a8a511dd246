"""Lines of a cell that stand below the line that needs them. No rules of its own."""

from __future__ import annotations

import ast
import builtins

from fastaid.teach.rules.python_source import is_bound
from fastaid.teach.scene import Scene

PLAIN = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)
MOST = 8  # lines that are worth moving


def needed_before(scene: Scene, tree: ast.Module, line: int, name: str) -> list[ast.stmt]:
    """The lines further down that give what a line needs, and what those need; [] where one is no plain line."""
    at = next((one for one in tree.body if one.lineno <= line <= (one.end_lineno or one.lineno)), None)
    below = [one for one in tree.body if one.lineno > line and one is not at]
    waiting = [name, *(sorted(_read(at)) if isinstance(at, (*PLAIN, ast.Expr, ast.AugAssign)) else [])]
    found: dict[int, ast.stmt] = {}
    seen = set[str]()
    while waiting:
        word = waiting.pop(0)
        if word in seen or word in scene.names or hasattr(builtins, word):
            continue
        seen.add(word)
        maker = next((one for one in below if is_bound([one], word)), None)
        if maker is None:
            continue
        if not isinstance(maker, PLAIN) or len(found) == MOST:
            return []
        found[maker.lineno] = maker
        waiting += sorted(_read(maker))
    return [found[one] for one in sorted(found)]


def _read(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
