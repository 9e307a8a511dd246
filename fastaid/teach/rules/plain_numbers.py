"""Plain numbers that are treated as tensors: `.item()` of what is a number already."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.scene import Frame, Scene

OF_TENSORS = ("item", "detach", "cpu", "numpy", "tolist", "cuda", "to", "data")


@rule(AttributeError, needs="torch")
def number_already(scene: Scene) -> Diagnosis | None:
    """`correct.item()` where correct is still the 0 that it began with, or a sum of items."""
    here, error = scene.here, scene.error
    node = node_at(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.Attribute) or node.attr not in OF_TENSORS:
        return None
    held = here.value(node.value)
    if held is UNKNOWN:
        held = getattr(error, "obj", UNKNOWN)
    if type(held) is not int or not scene.is_about_training:
        return None
    text = ast.unparse(node.value)
    named = isinstance(node.value, (ast.Name, ast.Attribute))
    began = " (It still holds what it began with where no batch has come: then look at the data.)"
    return Diagnosis(
        f"`{text}` is {held!r}, a plain number ({type(held).__name__}), and no tensor.",
        f"`.{node.attr}` belongs to tensors; a number needs nothing of the kind.{began if named and not held else ''}",
        without_methods(here, node),
        "Take the number as it is:",
    )


def without_methods(here: Frame, node: ast.Attribute) -> str:
    """The line without `.item()`, or all of `.detach().cpu().numpy()`."""
    whole: ast.AST = node
    while (outer := parent(whole)) is not None:
        goes_on = isinstance(outer, ast.Call) and outer.func is whole
        goes_on |= isinstance(outer, ast.Attribute) and outer.attr in OF_TENSORS
        if not goes_on:
            break
        whole = outer
    text = ast.unparse(node.value)
    is_atom = isinstance(node.value, (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    return replaced(here, whole, text if is_atom else f"({text})")
