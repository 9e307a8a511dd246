"""A comma at the end of a line: `x = 5,` makes a tuple of one item."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import node_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, AttributeError)
def comma_at_the_end(scene: Scene) -> Diagnosis | None:
    """`self.conv = nn.Conv2d(1, 8, 3),` and then `self.conv(x)`: 'tuple' object is not callable."""
    here = scene.here
    node = node_at(here) if here is not None else None
    if here is None or node is None:
        return None
    is_of_the_call = isinstance(node, ast.Call) and "not callable" in scene.message
    for part in _used(node):
        if is_of_the_call and isinstance(node, ast.Call) and part is not node.func:
            continue  # an argument may be a tuple: what was called is something else
        held = here.value(part)
        if held is UNKNOWN or type(held) is not tuple or len(held) != 1:
            continue
        line = _with_comma(scene, here, ast.unparse(part))
        if line is None or not isinstance(line.value, ast.Tuple):
            continue
        name, value = text_of(part), line.value.elts[0]
        return Diagnosis(
            f"`{name}` is a tuple of one item, `({text_of(value)},)`.",
            "A comma stands at the end of the line that sets it, and a comma makes a tuple, also without parentheses.",
            f"{ast.unparse(line.targets[0])} = {ast.unparse(value)}",
            "Take the comma away, and run that cell again:",
        )
    return None


def _used(node: ast.AST) -> Iterator[ast.expr]:
    """The parts of what failed that may be the tuple."""
    if isinstance(node, ast.Call):
        every = [node.func, *node.args, *(one.value for one in node.keywords)]
        if isinstance(node.func, ast.Attribute):
            every.insert(0, node.func.value)
    elif isinstance(node, ast.BinOp):
        every = [node.left, node.right]
    elif isinstance(node, ast.Compare):
        every = [node.left, *node.comparators]
    elif isinstance(node, (ast.Attribute, ast.Subscript)):
        every = [node.value]
    elif isinstance(node, ast.AugAssign):
        every = [node.target, node.value]
    else:
        every = []
    yield from (one for one in every if isinstance(one, (ast.Name, ast.Attribute)))


def _with_comma(scene: Scene, here: Frame, name: str) -> ast.Assign | None:
    """The last line that sets it, where that ends with a comma."""
    own = source_tree(here)
    for tree in ([own] if own is not None else []) + list(trees(scene)):
        found = [
            one
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign) and any(ast.unparse(target) == name for target in one.targets)
        ]
        if not found:
            continue
        last = max(found, key=lambda one: one.lineno)
        value = last.value
        # With parentheses the tuple begins before its item: then it was meant.
        is_bare = isinstance(value, ast.Tuple) and len(value.elts) == 1
        if is_bare and isinstance(value, ast.Tuple) and value.col_offset == value.elts[0].col_offset:
            return last
        return None
    return None
