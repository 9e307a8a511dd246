"""Conditions over whole columns and arrays: `and`, `or`, `if`, missing parentheses."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.libraries import is_series
from fastaid.teach.rules.python_source import (
    replaced,
    statement_at,
    text_of,
)
from fastaid.teach.scene import Frame, Scene

ONE_ANSWER = re.compile(
    r"ambiguous|Cannot perform 'r?(and|or)_'|unsupported operand type\(s\) for [&|]|bad operand type|ufunc 'bitwise|"
    r"not supported between|boolean value of NA|Invalid comparison|operation '(and|or)"
)


@rule(ValueError, TypeError, RuntimeError, needs="numpy")
def ambiguous_truth(scene: Scene) -> Diagnosis | None:
    """`and`, `or`, `not`, `if` and chained comparisons with a whole column or array."""
    frame = scene.here
    statement = statement_at(frame) if frame is not None else None
    if frame is None or statement is None or not ONE_ANSWER.search(scene.message):
        return None
    for node in ast.walk(statement):
        if not isinstance(node, ast.Compare) or not _is_mixed(node):
            continue
        if _has_column(frame, node) or _has_tensor(frame, node):
            return _unbracketed(frame, node)
    if "ambiguous" not in scene.message:
        return None
    for node in ast.walk(statement):
        if isinstance(node, ast.BoolOp) and _has_column(frame, node):
            return _joined(frame, node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and _has_column(frame, node):
            return Diagnosis(
                "`not` asks a whole column or array for one answer, true or false.",
                "`~` turns the answer of each row round.",
                replaced(frame, node, f"~({text_of(node.operand)})"),
                "Write:",
            )
        if isinstance(node, ast.Compare) and len(node.ops) > 1 and _has_column(frame, node):
            return _chained(frame, node)
    if isinstance(statement, (ast.If, ast.While, ast.Assert)) and _has_column(frame, statement.test):
        return _tested(statement)
    return None


def _is_mixed(node: ast.Compare) -> bool:
    """Whether a side of the comparison is joined with `&` or `|`."""
    return any(
        isinstance(one, ast.BinOp) and isinstance(one.op, (ast.BitAnd, ast.BitOr))
        for one in (node.left, *node.comparators)
    )


def _joined(frame: Frame, node: ast.BoolOp) -> Diagnosis:
    """Columns joined with `and` or `or`."""
    word, sign = ("and", "&") if isinstance(node.op, ast.And) else ("or", "|")
    parts = [f"({text_of(one)})" if not isinstance(one, ast.Name) else text_of(one) for one in node.values]
    return Diagnosis(
        f"`{word}` asks a whole column or array for one answer, true or false.",
        f"A column has an answer for each row. `{sign}` joins them row by row; each "
        "comparison then needs parentheses.",
        replaced(frame, node, f" {sign} ".join(parts)),
        "Write:",
    )


def _chained(frame: Frame, node: ast.Compare) -> Diagnosis:
    """`0 < column < 1`."""
    every = [node.left, *node.comparators]
    signs = [ast.unparse(ast.Compare(ast.Name("a"), [op], [ast.Name("b")])).split()[1] for op in node.ops]
    parts = [
        f"({text_of(a)} {sign} {text_of(b)})" for a, sign, b in zip(every, signs, every[1:], strict=False)
    ]
    return Diagnosis(
        f"`{text_of(node)}` is a chain of comparisons with a whole column or array.",
        "Python joins a chain with `and`, which wants one answer, not one for each row.",
        replaced(frame, node, " & ".join(parts)),
        "Compare twice, joined with `&`:",
    )


def _tested(statement: ast.If | ast.While | ast.Assert) -> Diagnosis:
    """A column as the whole condition."""
    word = {ast.If: "if", ast.While: "while", ast.Assert: "assert"}[type(statement)]
    text = text_of(statement.test) or "…"
    wrapped = f"({text})" if not isinstance(statement.test, ast.Name) else text
    return Diagnosis(
        f"`{word}` asks `{text}` for one answer, true or false; it holds one for each row or item.",
        "A whole column or array is neither true nor false. Say whether one or all of them must be true.",
        f"{word} {wrapped}.any():   # at least one\n{word} {wrapped}.all():   # every one"
        if word != "assert"
        else f"assert {wrapped}.all()",
        "Write one of these:" if word != "assert" else "Write:",
    )


def _has_column(frame: Frame, node: ast.AST) -> bool:
    for one in ast.walk(node):
        if isinstance(one, (ast.Name, ast.Attribute, ast.Subscript)):
            value = frame.value(one)
            if is_series(value) or is_table(value) or is_of(value, "numpy", "ndarray"):
                return True
    return False


def _has_tensor(frame: Frame, node: ast.AST) -> bool:
    names = (one for one in ast.walk(node) if isinstance(one, ast.Name))
    return any(is_tensor(held) and held.numel() > 1 for held in map(frame.value, names))


def _unbracketed(frame: Frame, node: ast.Compare) -> Diagnosis:
    text = text_of(node, 100)
    parts = re.split(r" ([&|]) ", text)
    fixed = " ".join(one if i % 2 or _is_bracketed(one) else f"({one})" for i, one in enumerate(parts))
    sign = parts[1] if len(parts) > 1 else "&"
    return Diagnosis(
        f"In `{text}` Python takes the two sides of `{sign}` first, before it compares.",
        f"`{sign}` binds closer than `>` or `==`, so each comparison needs its own parentheses.",
        replaced(frame, node, fixed),
        "Write:",
    )


def _is_bracketed(text: str) -> bool:
    """Whether parentheses enclose the whole of it."""
    return text[0] == "(" and text[-1] == ")" and text.count("(") == 1
