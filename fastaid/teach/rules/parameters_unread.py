"""A parameter that a function sets before it reads it: nobody needs to give it."""

from __future__ import annotations

import ast
import re

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_calls import called
from fastaid.teach.rules.python_source import FUNCTIONS, given, is_own, own_nodes
from fastaid.teach.scene import Scene

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@rule(TypeError)
def set_before_it_is_read(scene: Scene) -> Diagnosis | None:
    """`def cost(X, y, h): h = f(X) …`, and then `cost(X, y)`: missing 1 required positional argument: 'h'."""
    found = called(scene)
    words = re.search(r"missing 1 required positional argument: '(\w+)'", scene.message)
    if found is None or words is None or not is_own(getattr(found[2], "__func__", found[2]), scene.names):
        return None
    name, wanted = getattr(found[2], "__name__", ""), words[1]
    function = next(
        (
            one
            for tree in trees(scene)
            for one in ast.walk(tree)
            if isinstance(one, FUNCTIONS) and one.name == name
        ),
        None,
    )
    line = _set_first(function, wanted) if function is not None else None
    if function is None or line is None:
        return None
    return Diagnosis(
        f"The call of `{name}` lacks `{wanted}`, and `{name}` does not need it.",
        f"Its line `{ast.unparse(line)[:60]}` gives `{wanted}` a value before anything reads it, so what a call gives "
        "would be lost.",
        _head_without(function, wanted),
        "Leave the parameter out of the function's first line, and run that cell again:",
    )


def _set_first(function: FunctionNode, name: str) -> ast.Assign | None:
    """The line of the function's body that sets a name, where nothing above it, nor the line itself, reads it."""
    for statement in function.body:
        is_read = any(
            isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load)
            for one in ast.walk(statement)
        )
        if is_read:
            return None
        if isinstance(statement, ast.Assign) and given(statement, name) is not None:
            return statement
        if any(isinstance(one, ast.Name) and one.id == name for one in own_nodes([statement])):
            return None
    return None


def _head_without(function: FunctionNode, name: str) -> str:
    arguments = ast.parse(f"def f({ast.unparse(function.args)}): pass").body[0].args  # type: ignore[attr-defined]
    arguments.args = [one for one in arguments.args if one.arg != name]
    word = "async def" if isinstance(function, ast.AsyncFunctionDef) else "def"
    return f"{word} {function.name}({ast.unparse(arguments)}):"
