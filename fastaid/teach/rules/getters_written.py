"""The learner's getters as they are written, and written anew. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.in_workers import function_of, transforms
from fastaid.teach.scene import Scene

GETTERS = ("get_x", "get_y", "label_func")


@dataclass(frozen=True)
class Getter:
    """A function that a DataBlock, or one of fastai's factories, was given."""

    name: str  # its own, or the keyword it was given for: "get_x"
    argument: str  # "o" in `lambda o: …`
    result: ast.expr  # what it returns
    function: FunctionType
    where: str  # "def", "lambda" (with a name), "keyword"
    is_single: bool  # whether it does nothing but return that

    def anew(self, result: ast.expr, scene: Scene) -> str:
        """The function with another result."""
        text = ast.unparse(ast.fix_missing_locations(result))
        if self.where == "keyword":
            made = f"lambda {self.argument}: {text}"
            return block_with(scene, **{self.name: made}) or f"{self.name}={made}"
        if self.where == "lambda":
            return f"{self.name} = lambda {self.argument}: {text}"
        return f"def {self.name}({self.argument}): return {text}" if self.is_single else f"return {text}"


def getters(scene: Scene) -> Iterator[Getter]:
    """The learner's functions of one argument among the transforms that were at work."""
    seen = set()
    for step in transforms(scene):
        held: Any = function_of(step)
        held = stored(step).get("func") if held is None and is_of(step, "functools", "partial") else held
        if not isinstance(held, FunctionType) or held.__globals__ is not scene.names or held in seen:
            continue
        seen.add(held)
        if held.__code__.co_argcount == 1 and (found := _written(scene, held)) is not None:
            yield found


def _written(scene: Scene, function: FunctionType) -> Getter | None:
    argument = function.__code__.co_varnames[0]
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
                last = node.body[-1]
                if len(node.args.args) != 1 or not isinstance(last, ast.Return) or last.value is None:
                    return None
                is_single = len(node.body) == 1
                return Getter(node.name, argument, last.value, function, "def", is_single)
            if isinstance(node, ast.Assign) and _is_code(node.value, function):
                name = ast.unparse(node.targets[0])
                return Getter(name, argument, node.value.body, function, "lambda", True)  # type: ignore[attr-defined]
            if isinstance(node, ast.keyword) and node.arg in GETTERS and _is_code(node.value, function):
                return Getter(node.arg, argument, node.value.body, function, "keyword", True)  # type: ignore[attr-defined]
    return None


def _is_code(node: ast.expr, function: FunctionType) -> bool:
    """Whether a lambda, as it is written, is a function's code."""
    if not isinstance(node, ast.Lambda) or function.__name__ != "<lambda>":
        return False
    whole = compile(ast.Expression(ast.parse(ast.unparse(node), mode="eval").body), "<getter>", "eval")
    made = next((one for one in whole.co_consts if isinstance(one, CodeType)), None)
    own = function.__code__
    return made is not None and _shape(made) == _shape(own)


def _shape(code: CodeType) -> tuple[Any, ...]:
    plain = tuple(one for one in code.co_consts if not isinstance(one, CodeType))
    return code.co_code, code.co_names, plain, code.co_varnames
