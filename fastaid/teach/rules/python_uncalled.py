"""Methods that stand where a value is wanted: their parentheses are missing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, MethodType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cell_trees, node_at, origin, replaced, statement_at, text_of
from fastaid.teach.scene import Frame, Scene

FUNCTIONS = (FunctionType, BuiltinFunctionType, MethodType)
METHODS = (BuiltinFunctionType, MethodType)
SAYS = re.compile(r"\b(builtin_function_or_method|method|function)\b")
# Functions that want numbers or texts, and no function.
OF_VALUES = frozenset(
    {"sum", "max", "min", "float", "int", "round", "range", "abs", "mean", "median", "std", "log"}
)
COMPREHENSIONS = (ast.GeneratorExp, ast.ListComp, ast.SetComp)


@rule(TypeError)
def method_as_value(scene: Scene) -> Diagnosis | None:
    """`sum(p.numel for p in …)`, `x.mean > 0`, `f'{loss.item:.2f}'`: a method that was not called."""
    frame = scene.here
    found = SAYS.search(scene.message)
    if frame is None or found is None or "positional" in scene.message or "callable" in scene.message:
        return None
    node = node_at(frame) or statement_at(frame)
    if node is None or isinstance(node, (ast.BinOp, ast.Compare)):  # these have rules of their own
        return None
    line = statement_at(frame) if "__format__" in scene.message else None
    parts: list[ast.AST] = [node]
    if line is not None:
        parts = [one for one in ast.walk(line) if isinstance(one, ast.FormattedValue)]
    for one in (value for part in parts for value in _values(part)):
        if isinstance(one, ast.Name) and (said := _kept_under(scene, frame, one)) is not None:
            return said
        if not isinstance(one, ast.Attribute):
            continue
        held = frame.value(one)
        if not isinstance(held, FUNCTIONS) and not (held is UNKNOWN and _is_unseen(frame, one)):
            continue
        text = text_of(one)
        return Diagnosis(
            f"`{text}` is the method `{one.attr}` itself; it was not called.",
            "Without parentheses a name stands for the method, not for what it returns; nothing can be computed "
            "with it.",
            replaced(frame, one, f"{text}()"),
            "Call it:",
        )
    return None


def _kept_under(scene: Scene, frame: Frame, name: ast.Name) -> Diagnosis | None:
    """A variable that holds a method, or a list of methods: they were not called where they were stored."""
    held = frame.value(name)
    if type(held) is list and any(isinstance(one, METHODS) for one in held[:1000]):
        source = _appended(scene, name.id)
        line = f"{name.id}.append({text_of(source)}())"
        what = f"`{name.id}` holds methods, not what they return"
    elif isinstance(held, METHODS):
        source = origin(scene, frame, name.id)
        line = f"{name.id} = {text_of(source)}()"
        what = f"`{name.id}` is the method `{held.__name__}` itself"
    else:
        return None
    if not isinstance(source, ast.Attribute):
        return None
    return Diagnosis(
        f"{what}: `{text_of(source)}` was not called.",
        "Without parentheses a name stands for the method; nothing can be computed with it.",
        line,
        "Call it where it is stored:",
    )


def _appended(scene: Scene, name: str) -> ast.expr | None:
    """What the notebook's cells last put at the end of a list."""
    for _, tree in cell_trees(scene):
        for node in ast.walk(tree):
            is_append = isinstance(node, ast.Call) and text_of(node.func) == f"{name}.append"
            if isinstance(node, ast.Call) and is_append and len(node.args) == 1:
                return node.args[0]
    return None


def _values(node: ast.AST) -> Iterator[ast.expr]:
    """The parts of a piece of code that are computed with."""
    if isinstance(node, COMPREHENSIONS):
        yield from _values(node.elt)
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for one in node.args[:2] if name in OF_VALUES else ():
            yield from _values(one)
    elif isinstance(node, ast.Compare):
        for one in (node.left, *node.comparators):
            yield from _values(one)
    elif isinstance(node, ast.BinOp):
        yield from _values(node.left)
        yield from _values(node.right)
    elif isinstance(node, (ast.List, ast.Tuple, ast.JoinedStr)):
        for one in node.values if isinstance(node, ast.JoinedStr) else node.elts:
            yield from _values(one)
    elif isinstance(node, ast.FormattedValue):
        if node.format_spec is not None:
            yield from _values(node.value)
    elif isinstance(node, (ast.Expr, ast.Assign, ast.AugAssign, ast.Return)):
        if node.value is not None:
            yield from _values(node.value)
    elif isinstance(node, (ast.If, ast.While)):
        yield from _values(node.test)
    elif isinstance(node, ast.expr):
        yield node


def _is_unseen(frame: Frame, node: ast.Attribute) -> bool:
    """Whether it belongs to the variable of a comprehension, which is gone when the error is raised."""
    around: ast.AST | None = getattr(node, "parent", None)
    root: ast.expr = node
    while isinstance(root, (ast.Attribute, ast.Subscript)):
        root = root.value
    while isinstance(around, ast.expr):
        if isinstance(around, COMPREHENSIONS) and isinstance(root, ast.Name):
            targets = [one for part in around.generators for one in ast.walk(part.target)]
            return any(isinstance(one, ast.Name) and one.id == root.id for one in targets)
        around = getattr(around, "parent", None)
    return False
