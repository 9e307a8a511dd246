"""Steps of gradient descent by hand that make new tensors: `w = w - lr * w.grad`. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Set

from fastaid.teach.rules.code import names_in


def steps_that_rebind(tree: ast.AST, words: Set[str] = frozenset()) -> list[ast.Assign]:
    """The lines that give such a step's result to its own name (to one of the words, where there are some)."""
    found = [
        line
        for line in ast.walk(tree)
        if isinstance(line, ast.Assign)
        and isinstance(target := line.targets[0], ast.Name)
        and isinstance(line.value, ast.BinOp)
        and (not words or target.id in words)
        and target.id in names_in(line.value)
        and f"{target.id}.grad" in ast.unparse(line.value)
    ]
    return sorted(found, key=lambda line: line.lineno)


def in_place_of(lines: list[ast.Assign]) -> str:
    """The steps anew, so that they change the tensors themselves, with the gradients zeroed."""
    words = dict.fromkeys(ast.unparse(line.targets[0]) for line in lines)
    steps = [f"    {_step(line)}" for line in lines]
    return "\n".join(["with torch.no_grad():", *steps, *(f"    {word}.grad.zero_()" for word in words)])


def _step(line: ast.Assign) -> str:
    word, value = ast.unparse(line.targets[0]), line.value
    if isinstance(value, ast.BinOp) and ast.unparse(value.left) == word:
        return ast.unparse(ast.AugAssign(ast.Name(word, ast.Store()), value.op, value.right))
    return f"{word}.copy_({ast.unparse(value)})"
