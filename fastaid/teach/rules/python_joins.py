"""Texts and values joined by several `+`: the whole of it, with every value made text. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from executing import Source

from fastaid.teach.objects import UNKNOWN, is_tensor
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import source_tree
from fastaid.teach.scene import Frame

LONGEST = 110
NUMBERS = (int, float, bool)
# Calls whose result is text.
OF_TEXT = ("str", "repr", "input", "format", "join", "strip", "upper", "lower", "title", "replace", "rstrip", "lstrip",
           "capitalize", "ljust", "rjust", "zfill", "center")  # fmt: skip


def parts_of(node: ast.BinOp) -> tuple[ast.BinOp, list[ast.expr]]:
    """The outermost of the `+` that an operation is the beginning of, and what they join."""
    outer = node
    while (
        isinstance(above := parent(outer), ast.BinOp)
        and isinstance(above.op, ast.Add)
        and above.left is outer
    ):
        outer = above
    parts: list[ast.expr] = []
    left: ast.expr = outer
    while isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add):
        parts.insert(0, left.right)
        left = left.left
    return outer, [left, *parts]


def is_text(frame: Frame, node: ast.expr) -> bool:
    """Whether a part is text already."""
    if isinstance(node, ast.JoinedStr) or type(frame.value(node)) is str:
        return True
    if not isinstance(node, ast.Call):
        return False
    word = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return word in OF_TEXT


def joins_words(node: ast.AST) -> bool:
    """Whether what is joined has a text in quotes that no number can be made of."""
    if not isinstance(node, ast.BinOp):
        return False
    for one in parts_of(node)[1]:
        if isinstance(one, ast.JoinedStr) or (isinstance(one, ast.Constant) and type(one.value) is str):
            held = one.value if isinstance(one, ast.Constant) else "text"
            if not str(held).strip().replace(".", "", 1).lstrip("-+").isdigit():
                return True
    return False


def all_as_text(frame: Frame, node: ast.AST) -> tuple[str, int]:
    """The learner's line with every joined value in `str(…)`, and how many there are; "" where it is long."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
        return "", 0
    outer, parts = parts_of(node)
    groups: list[list[ast.expr]] = []
    for one in parts:
        # `"epoch " + epoch + 1`: the two numbers belong together.
        is_more = isinstance(one, ast.Constant) and type(one.value) in NUMBERS and groups
        if is_more and type(frame.value(groups[-1][-1])) in NUMBERS:
            groups[-1].append(one)
        else:
            groups.append([one])
    texts = [_as_text(frame, group) for group in groups]
    number = sum(is_new for _, is_new in texts)
    return _line(frame, outer, texts), number


def _as_text(frame: Frame, group: list[ast.expr]) -> tuple[str, bool]:
    text = " + ".join(ast.unparse(one) for one in group)
    if len(group) == 1 and is_text(frame, group[0]):
        return _written(frame, group[0]), False
    held: Any = frame.value(group[0])
    is_one = len(group) == 1 and held is not UNKNOWN and is_tensor(held) and held.numel() == 1
    is_plain = isinstance(group[0], (ast.Name, ast.Attribute))
    return f"str({text}{'.item()' if is_one and is_plain else ''})", True


def _written(frame: Frame, node: ast.expr) -> str:
    """A part as the learner wrote it, quotes and all."""
    source = Source.for_frame(frame.scope) if source_tree(frame) is not None else None
    found = ast.get_source_segment(source.text, node) if source is not None else None
    return found if found and "\n" not in found else ast.unparse(node)


def _line(frame: Frame, outer: ast.BinOp, texts: list[tuple[str, bool]]) -> str:
    new = " + ".join(text for text, _ in texts)
    lines = Source.for_frame(frame.scope).lines if source_tree(frame) is not None else []
    if outer.lineno == outer.end_lineno and 0 < outer.lineno <= len(lines):
        raw = lines[outer.lineno - 1].encode()
        line = (raw[: outer.col_offset] + new.encode() + raw[outer.end_col_offset :]).decode().strip()
        if len(line) <= LONGEST and not line.startswith(("for ", "if ", "while ", "with ", "def ")):
            return line
    statement: ast.AST | None = outer
    while statement is not None and not isinstance(statement, ast.stmt):
        statement = parent(statement)
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Return, ast.Expr)):
        whole = ast.unparse(statement).replace(ast.unparse(outer), new, 1)
        return whole if len(whole) <= LONGEST and "\n" not in whole else new
    return new
