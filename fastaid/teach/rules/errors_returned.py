"""An error that a function returned in place of raising it, and that is taken for its result."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import FUNCTIONS, code_of, cut, node_at, own_nodes, text_of
from fastaid.teach.scene import Scene


@rule(TypeError, AttributeError)
def error_as_a_result(scene: Scene) -> Diagnosis | None:
    """`return ValueError('…')`, and then `result['a']`: 'ValueError' object is not subscriptable."""
    frame = scene.here
    node = node_at(frame) if frame is not None and scene.is_raised_by_learner else None
    if frame is None or node is None:
        return None
    parts = (
        [node.func] if isinstance(node, ast.Call) and "not callable" in scene.message else list(_parts(node))
    )
    for part in parts:
        held = frame.value(part)
        if not isinstance(held, BaseException):
            continue
        kind = type(held).__name__
        found = _returned(scene, kind)
        if found is None:
            return None
        function, line = found
        name = scene.name_of(held) or text_of(part)
        return Diagnosis(
            f"`{name}` is the error {kind}, not a result. It says: {cut(str(held))}.",
            f"`{function}` gave it back with `return`, so nothing stopped there. An error stops the code only when "
            "it is raised.",
            f"raise {code_of(line)}",
            f"Mend what the error speaks of; and in `{function}` write `raise` for that `return`:",
        )
    return None


def _parts(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        return [node.value]
    if isinstance(node, ast.Call):
        return [*node.args, *(one.value for one in node.keywords)]
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return [node.iter] if isinstance(node, ast.For) else [node] if isinstance(node, ast.Name) else []


def _returned(scene: Scene, kind: str) -> tuple[str, ast.expr] | None:
    """The function of the notebook that returns such an error, and what it returns."""
    for tree in trees(scene):
        for function in ast.walk(tree):
            if not isinstance(function, FUNCTIONS):
                continue
            for one in own_nodes(function.body):
                value = one.value if isinstance(one, ast.Return) else None
                if isinstance(value, ast.Call) and text_of(value.func).rpartition(".")[2] == kind:
                    return function.name, value
    return None
