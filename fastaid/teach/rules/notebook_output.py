"""What a command of the shell printed, used as if it were one string, path or number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cut, node_at, origin, replaced, text_of
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, ValueError)
def lines_as_one(scene: Scene) -> Diagnosis | None:
    """`root = !pwd`, then `root/'data'`, `open(root)`, `int(n)`: it is a list of lines."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or node is None:
        return None
    expr = next((one for one in _parts(node) if is_of(frame.value(one), "IPython.utils.text", "SList")), None)
    if expr is None or (isinstance(node, ast.Call) and "SList" not in scene.message):
        return None
    lines: list[str] = list(frame.value(expr))
    text, command = text_of(expr), _command(scene, frame, expr)
    printed = f"what `!{command}` printed" if command else "what a command printed"
    if not lines:
        return Diagnosis(
            f"`{text}` is a list of the lines of {printed}, and it is empty: the command printed nothing.",
            "What a command prints comes back from `!` as a list of its lines, not as one string.",
            f"!{command}" if command else f"print({text})",
            "Run the command alone, and see what it says:",
        )
    return Diagnosis(
        f"`{text}` is a list (SList) of {printed}: {counted(len(lines), 'line')}, "
        f"{'' if len(lines) == 1 else 'the first '}{cut(lines[0])}. It is no {_wanted(frame, node, expr)}.",
        "What a command prints comes back from `!` as a list of its lines, also where it is one line only.",
        _with_first(scene, frame, node, expr),
        f"Take the first line, `{text}[0]`:",
    )


def _parts(node: ast.AST) -> Iterator[ast.expr]:
    """What is computed with, or given to a function."""
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.Call):
        yield from node.args
        yield from (one.value for one in node.keywords)


def _command(scene: Scene, frame: Frame, expr: ast.expr) -> str:
    made = origin(scene, frame, expr.id) if isinstance(expr, ast.Name) else None
    if not isinstance(made, ast.Call) or not made.args or not isinstance(made.args[0], ast.Constant):
        return ""
    held = made.args[0].value
    return held if isinstance(held, str) and "getoutput" in ast.unparse(made.func) and len(held) < 40 else ""


def _other(frame: Frame, node: ast.AST, expr: ast.expr) -> Any:
    """The value on the other side of the operator."""
    return next((frame.value(one) for one in _parts(node) if one is not expr), UNKNOWN)


def _wanted(frame: Frame, node: ast.AST, expr: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return "number" if text_of(node.func) in ("int", "float", "range") else "path or string"
    if (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and not _is_number(_other(frame, node, expr))
    ):
        return "path"
    return "number" if _is_number(_other(frame, node, expr)) else "string"


def _is_number(held: Any) -> bool:
    return type(held) in (int, float)


def _with_first(scene: Scene, frame: Frame, node: ast.AST, expr: ast.expr) -> str:
    text, wanted = text_of(expr), _wanted(frame, node, expr)
    first = f"{text}[0]"
    if wanted == "number" and (not isinstance(node, ast.Call) or text_of(node.func) == "range"):
        first = f"int({first})" if "." not in frame.value(expr)[0] else f"float({first})"
    if wanted != "path":
        return replaced(frame, expr, first)
    line = replaced(frame, expr, f"Path({first})")
    return line if "Path" in scene.names else f"from pathlib import Path\n{line}"
