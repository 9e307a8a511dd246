"""As many getters as there are inputs, or targets. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import keyword_given, trees
from fastaid.teach.scene import Scene


def as_many(
    scene: Scene,
    name: str,  # "get_x" or "get_y"
    wanted: int,  # how many there must be
    many: int,  # how many were given
    of_targets: Any,  # what was given as get_y
    n: int,  # blocks
) -> tuple[str, str]:
    """The line with the right number of functions, and the words before it."""
    written = keyword_given(scene, name)
    targets = len(of_targets) if isinstance(of_targets, (list, tuple)) else 0
    if name == "get_x" and keyword_given(scene, "n_inp") is None and targets and many + targets == n:
        whole = block_with(scene, n_inp=str(many))
        how = f"The last {targets} blocks are targets; say that {many} of the blocks {_are(many)}:"
        return whole or f"n_inp={many}", how
    if isinstance(written, (ast.List, ast.Tuple)) and wanted == 1:
        line = f"Pipeline([{', '.join(ast.unparse(one) for one in written.elts)}])"
        return f"{name}={line}", "To apply them one after the other:"
    if written is None or many != 1 or wanted < 2:
        return "", f"Give {wanted} in a list, in the order of the blocks."
    inputs = "input" if name == "get_x" else "target"
    body = written.body if isinstance(written, ast.Lambda) else None
    if isinstance(written, ast.Lambda) and isinstance(body, ast.Tuple) and len(body.elts) == wanted:
        parts = [f"lambda {ast.unparse(written.args)}: {ast.unparse(one)}" for one in body.elts]
        return f"{name}=[{', '.join(parts)}]", f"Give a list, with a function for each {inputs}:"
    text = ast.unparse(written)
    if _returns_tuple(scene, text):
        parts = [f"lambda o: {text}(o)[{i}]" for i in range(wanted)]
        return (
            f"{name}=[{', '.join(parts)}]",
            f"`{text}` returns them together; take each {inputs} out of it:",
        )
    how = f"Give a list, with a function for each {inputs} (here the same for all; write the others in its place):"
    return f"{name}=[{', '.join([text] * wanted)}]", how


def _are(many: int) -> str:
    return "is an input" if many == 1 else "are inputs"


def _returns_tuple(scene: Scene, name: str) -> bool:
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                last = node.body[-1]
                return isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple)
    return False
