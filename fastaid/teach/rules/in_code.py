"""The learner's own lines, found again and written anew. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from fastaid.teach.objects import library
from fastaid.teach.rules.python_source import replaced, statement_at
from fastaid.teach.scene import Frame, Scene, latest_first

MOST_CELLS = 40  # earlier ones that are looked through
LONGEST_CELL = 20_000


def trees(scene: Scene) -> Iterator[ast.Module]:
    """The cell, then the earlier ones, the last first."""
    if scene.tree is not None:
        yield scene.tree
    earlier = scene.names.get("In")
    cells = [one for one in earlier if isinstance(one, str)] if isinstance(earlier, list) else []
    for cell in reversed(cells[-MOST_CELLS:]):
        if cell.strip() == scene.cell.strip() or len(cell) > LONGEST_CELL:
            continue
        lines = ("" if line.lstrip().startswith(("%", "!")) else line for line in cell.splitlines())
        try:
            yield ast.parse("\n".join(lines))
        except (SyntaxError, ValueError):
            continue


def keyword_given(scene: Scene, name: str) -> ast.expr | None:
    """What was written for a keyword argument, last."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == name:
                return node.value
    return None


def assigned(scene: Scene, name: str) -> ast.expr | None:
    """The expression that was last assigned to a variable."""
    for tree in trees(scene):
        for node in latest_first(tree):
            if isinstance(node, ast.Assign) and any(
                isinstance(one, ast.Name) and one.id == name for one in node.targets
            ):
                return node.value
    return None


def parent(node: ast.AST | None) -> ast.AST | None:
    """The node around one, where it is known."""
    return getattr(node, "parent", None)


def anew(
    call: ast.Call,  # the learner's
    keywords: Mapping[str, str] | None = None,  # to set, as code; they may be given by name too
    *,
    drop: tuple[str, ...] = (),  # keywords to leave out
    function: str = "",  # another function's last name
    **more: str,
) -> str:
    """A call as it was written, with some keywords set; with the names that its result went to."""
    new, wanted = _bare(call), {**(keywords or {}), **more}
    assert isinstance(new, ast.Call)
    if function and isinstance(new.func, ast.Attribute):
        new.func.attr = function
    new.keywords = [one for one in new.keywords if one.arg not in drop and one.arg not in wanted]
    new.keywords += [
        ast.keyword(name, ast.parse(code, mode="eval").body) for name, code in wanted.items() if code
    ]
    around = parent(call)
    if isinstance(around, ast.Assign) and around.value is call:
        return f"{' = '.join(ast.unparse(one) for one in around.targets)} = {ast.unparse(new)}"
    return ast.unparse(new)


def _bare(call: ast.Call) -> ast.expr:
    # A copy of the node itself would copy its parents, and so the whole file.
    return ast.parse(ast.unparse(call), mode="eval").body


def last_name(node: ast.AST | None) -> str:
    """`a.b.c` → "c", `c` → "c"."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def functional(scene: Scene) -> str:
    """torch.nn.functional as the learner's notebook can name it."""
    held = library("torch.nn.functional")
    found = next((name for name in ("F", "functional") if scene.names.get(name, 0) is held), "")
    is_nn = scene.names.get("nn", 0) is library("torch.nn")
    return found or ("nn.functional" if is_nn else "torch.nn.functional")


def path_written(frame: Frame, node: ast.expr) -> Path | None:
    """The path that an expression stands for: a string, a Path, or `Path('…')` as it is written."""
    if isinstance(node, ast.Call) and last_name(node.func) == "Path" and len(node.args) == 1:
        node = node.args[0]
    held = frame.value(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = path_written(frame, node.left), frame.value(node.right)
        return left / right if left is not None and isinstance(right, (str, Path)) else None
    return Path(held) if isinstance(held, (str, Path)) else None


def in_full(
    frame: Frame,
    old: ast.expr,  # a part of the running line
    new: str,
) -> str:
    """The running line with one part written anew; of a long line, or one of several, the statement on one line."""
    line, statement = replaced(frame, old, new), statement_at(frame)
    if line == new and isinstance(statement, ast.Assign) and statement.value is old:
        return f"{' = '.join(ast.unparse(one) for one in statement.targets)} = {new}"
    return line
