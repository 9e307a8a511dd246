"""What lr_find suggests is used as if it were the number itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.scene import Scene

LONGEST_LINE = 150
OF_NUMBERS = ("float", "int", "round", "abs")


@rule(TypeError, needs="fastai.learner")
def suggestion_as_number(scene: Scene) -> Diagnosis | None:
    """`lr/10`, `float(lr)`, `f'{lr:.2e}'` where lr is lr_find's whole answer, a named tuple."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner:
        return None
    line = statement(here)
    used = here.node or _formatted(line)
    for node in _used_as_number(used):
        held = here.value(node)
        if held is UNKNOWN or type(held).__name__ != "SuggestedLRs" or not isinstance(held, tuple):
            continue
        fields = [str(one) for one in getattr(type(held), "_fields", ())]
        if not fields:
            return None
        text = ast.unparse(node)
        again = ast.unparse(line) if line is not None else ""
        is_named = isinstance(node, ast.Name)
        fix = f"{text} = {text}.{fields[0]}" if is_named else f"{text}.{fields[0]}"
        if is_named and 0 < len(again) < LONGEST_LINE and "\n" not in again:
            fix += f"\n{again}"
        return Diagnosis(
            f"`{text}` is the whole answer of lr_find, a tuple with "
            f"{'one named number' if len(fields) == 1 else 'named numbers'}, {listed(fields)}; it is no number.",
            f"`{ast.unparse(used) if used is not None else text}` wants a number: the one inside.",
            fix,
            "Take the number out first:" if is_named else "Take the number out:",
            card="learning-rate-finder",
        )
    return None


def _formatted(line: ast.stmt | None) -> ast.AST | None:
    """The text with a format in it; Python does not tell which part of it was running."""
    return next((one for one in ast.walk(line) if isinstance(one, ast.JoinedStr)), None) if line else None


def _used_as_number(node: ast.AST | None) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)
    elif isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OF_NUMBERS:
        yield from node.args[:1]
    elif isinstance(node, (ast.JoinedStr, ast.FormattedValue)):
        yield from (
            one.value for one in ast.walk(node) if isinstance(one, ast.FormattedValue) and one.format_spec
        )
