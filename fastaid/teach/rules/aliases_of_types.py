"""`list[range(5)]`: with square brackets a type is not called; Python keeps it as a description of a type."""

from __future__ import annotations

import ast
from types import GenericAlias

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned
from fastaid.teach.rules.python_source import node_at, replaced, text_of
from fastaid.teach.scene import Frame, Scene

TYPES = ("list", "tuple", "set", "dict", "frozenset")


def _written(node: ast.AST | None) -> ast.Subscript | None:
    """`list[…]` with something in it that is no type."""
    if (
        not isinstance(node, ast.Subscript)
        or not isinstance(node.value, ast.Name)
        or node.value.id not in TYPES
    ):
        return None
    is_type = isinstance(node.slice, (ast.Name, ast.Attribute))
    return None if is_type else node


@rule(TypeError, AttributeError)
def type_in_brackets(scene: Scene) -> Diagnosis | None:
    """`numbers = list[range(1, 5)]`, and then `sum(numbers)`."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or node is None:
        return None
    for part in [node, *ast.walk(node)]:
        made = _written(part) or (_of_a_name(scene, frame, part) if isinstance(part, ast.Name) else None)
        if made is None:
            continue
        name = part.id if isinstance(part, ast.Name) else ""
        kind, inside = text_of(made.value), ast.unparse(made.slice)
        new = (
            f"[{inside.strip('()')}]"
            if kind == "list" and isinstance(made.slice, ast.Tuple)
            else f"{kind}({inside})"
        )
        new = inside if kind == "tuple" and isinstance(made.slice, ast.Tuple) else new
        line = f"{name} = {new}" if name else replaced(frame, made, new)
        return Diagnosis(
            f"`{text_of(made)}` is no {kind}: square brackets call nothing.",
            f"After the name of a type they describe what it holds, as in `{kind}[int]`. `{kind}(…)` with round ones "
            f"makes a {kind}.",
            line,
            "Write:",
        )
    return None


def _of_a_name(scene: Scene, frame: Frame, node: ast.Name) -> ast.Subscript | None:
    if not isinstance(frame.value(node), GenericAlias):
        return None
    return _written(assigned(scene, node.id))
