"""A forward that works on the first item of a batch alone, and gives one prediction for all. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import shape, stored
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.step import LossCall
from fastaid.teach.scene import Scene

REGROUP = {
    "view",
    "reshape",
    "flatten",
    "Flatten",
    "squeeze",
    "Rearrange",
    "unflatten",
    "permute",
    "transpose",
}
OVER = ("mean", "sum", "max", "amax", "min", "argmax", "softmax")


def first_item_alone(scene: Scene, found: LossCall) -> Diagnosis | None:
    """`h[0].mean(dim=0)` … `.unsqueeze(0)` in forward: written for one item."""
    if found.learn is None or shape(found.pred)[0] != 1:
        return None
    kind = type(stored(found.learn).get("model")).__name__
    forward = next(_forwards(scene, kind), None)
    if forward is None or any(
        last_name(one.func) in REGROUP for one in ast.walk(forward) if isinstance(one, ast.Call)
    ):
        return None
    changed = []
    for line in forward.body:
        new = ast.unparse(_ForAll().visit(ast.parse(ast.unparse(line)).body[0]))
        changed += [(line, new)] if new != ast.unparse(line) else []
    taken = [one for line, _ in changed for one in ast.walk(line) if _is_first(one)]
    added = [one for line, _ in changed for one in ast.walk(line) if _is_added(one)]
    if not taken or not added:
        return None
    return Diagnosis(
        f"The model gave 1 prediction for {shape(found.targ)[0]} targets: shapes {shape(found.pred)} and "
        f"{shape(found.targ)}.",
        f"`forward` of `{kind}` is written for one item: `{ast.unparse(taken[0])}` takes the first of the batch, and "
        "`unsqueeze(0)` makes a batch of one again.",
        "\n".join(new for _, new in changed),
        "Work on all items at once; the numbers of dimensions grow by 1:",
        sure="likely",
        card="batch",
    )


def _forwards(scene: Scene, kind: str) -> Iterator[ast.FunctionDef]:
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.ClassDef) and one.name == kind:
                yield from (
                    part for part in one.body if isinstance(part, ast.FunctionDef) and part.name == "forward"
                )


def _is_first(node: ast.AST) -> bool:
    is_index = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
    return is_index and node.slice.value == 0 and isinstance(node.value, ast.Name)  # type: ignore[attr-defined]


def _is_added(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and last_name(node.func) == "unsqueeze"
        and [ast.unparse(one) for one in node.args] == ["0"]
    )


class _ForAll(ast.NodeTransformer):
    """`h[0].mean(dim=0)` becomes `h.mean(dim=1)`; a batch of one is not made."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return node.value if _is_first(node) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if _is_added(node) and isinstance(node.func, ast.Attribute):
            found: ast.AST = self.visit(node.func.value)
            return found
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr in OVER and _is_first(func.value):
            for one in [*node.args[:1], *(word.value for word in node.keywords if word.arg == "dim")]:
                if isinstance(one, ast.Constant) and type(one.value) is int and one.value >= 0:
                    one.value += 1
        return self.generic_visit(node)
