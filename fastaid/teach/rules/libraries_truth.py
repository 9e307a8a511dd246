"""Conditions over whole columns and arrays: `and`, `or`, `if`, missing parentheses."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.conditions_by_rows import WORDS, asked, by_rows, tested
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
    there = [one for one in ast.walk(statement) if isinstance(one, ast.expr) and _is_at(one, frame.line)]
    for node in there:
        if not isinstance(node, ast.Compare) or not _is_mixed(node):
            continue
        if _has_column(frame, node) or _has_tensor(frame, node):
            return _unbracketed(frame, node)
    if "ambiguous" not in scene.message:
        return None
    for node in there:
        said = _whole(scene, frame, node)
        if said is not None:
            return said
    for node in there:
        if isinstance(node, ast.IfExp) and _has_column(frame, node.test):
            return _tested(scene, frame, node.test, "if")
    if isinstance(statement, (ast.If, ast.While, ast.Assert)) and _has_column(frame, statement.test):
        return _tested(scene, frame, statement.test, WORDS[type(statement)])
    return None


def _is_at(node: ast.expr, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _whole(scene: Scene, frame: Frame, node: ast.expr) -> Diagnosis | None:
    """`and`, `or`, `not` and chains, which want one answer of each of their parts."""
    is_not = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    is_chain = isinstance(node, ast.Compare) and len(node.ops) > 1
    if not (is_not or is_chain or isinstance(node, ast.BoolOp)) or not _has_column(frame, node):
        return None
    if isinstance(node, ast.BoolOp):
        word, sign = ("and", "&") if isinstance(node.op, ast.And) else ("or", "|")
        what = f"`{word}` asks a whole column or array for one answer, true or false."
        why, how = f"A column has an answer for each row; `{sign}` joins them row by row.", "Write:"
        more = (
            f"A column has an answer for each row. `{sign}` joins them row by row; each "
            "comparison then needs parentheses."
        )
    elif is_not:
        what = "`not` asks a whole column or array for one answer, true or false."
        why, how = "`~` turns the answer of each row round.", "Write:"
        more = why
    else:
        what = f"`{text_of(node)}` is a chain of comparisons with a whole column or array."
        why = "Python joins a chain with `and`, which wants one answer, not one for each row."
        more, how = why, "Compare twice, joined with `&`:"
    return asked(scene, frame, node, what, why) or Diagnosis(
        what, more, replaced(frame, node, by_rows(node)), how
    )


def _is_mixed(node: ast.Compare) -> bool:
    """Whether a side of the comparison is joined with `&` or `|`."""
    return any(
        isinstance(one, ast.BinOp) and isinstance(one.op, (ast.BitAnd, ast.BitOr))
        for one in (node.left, *node.comparators)
    )


def _tested(scene: Scene, frame: Frame, test: ast.expr, word: str) -> Diagnosis | None:
    """A column as the whole condition."""
    return asked(
        scene,
        frame,
        test,
        f"`{word}` asks `{text_of(test) or '…'}` for one answer, true or false; it holds one for each row or item.",
        "A whole column or array is neither true nor false.",
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
    is_test = tested(node) is not None
    return Diagnosis(
        f"In `{text}` Python takes the two sides of `{sign}` first, before it compares.",
        f"`{sign}` binds closer than `>` or `==`, so each comparison needs its own parentheses.",
        replaced(frame, node, f"({fixed}).any()" if is_test else fixed),
        "Write (`any` asks for at least one, `all` for every one):" if is_test else "Write:",
    )


def _is_bracketed(text: str) -> bool:
    """Whether parentheses enclose the whole of it."""
    return text[0] == "(" and text[-1] == ")" and text.count("(") == 1
