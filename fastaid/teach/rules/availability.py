"""torch.cuda.is_available named without its parentheses: a function is always true."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import cells
from fastaid.teach.scene import Scene

OF_GPU = re.compile(r"CUDA|NVIDIA|\bMPS\b|\bmps\b")


@rule(RuntimeError, AssertionError, needs="torch")
def never_asked(scene: Scene) -> Diagnosis | None:
    """`'cuda' if torch.cuda.is_available else 'cpu'` is always 'cuda'."""
    if not OF_GPU.search(scene.message) or not any("is_available" in text for _, text in cells(scene)):
        return None
    for tree in trees(scene):
        for statement in ast.walk(tree):
            if not isinstance(statement, ast.stmt):
                continue
            test = _asked(statement)
            if test is None:
                continue
            text = ast.unparse(test)
            written = ast.unparse(statement)
            head = written.partition("\n")[0] if isinstance(statement, (ast.If, ast.While)) else written
            return Diagnosis(
                f"`{text}` is written without parentheses, so it was not called.",
                "That names the function itself, and a function counts as true always: the GPU is chosen, though "
                "there is none on this computer that PyTorch can use.",
                head.replace(text, f"{text}()"),
                "Call it:",
                card="device-and-gpu-memory",
            )
    return None


def _asked(statement: ast.stmt) -> ast.Attribute | None:
    """`x.is_available` as the condition of a statement's own `if`, not called."""
    if isinstance(statement, (ast.If, ast.While)):
        tests = [statement.test]
    elif isinstance(statement, (ast.Assign, ast.Expr, ast.Return)):
        tests = [one.test for one in ast.walk(statement) if isinstance(one, ast.IfExp)]
    else:
        return None
    for test in tests:
        parts = test.values if isinstance(test, ast.BoolOp) else [test]
        parts = [one.operand if isinstance(one, ast.UnaryOp) else one for one in parts]
        for one in parts:
            if isinstance(one, ast.Attribute) and one.attr == "is_available":
                return one
    return None
