"""A Learner's splitter that returns generators: `[m.body.parameters(), m.head.parameters()]`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import GeneratorType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.step import learner_in, learner_name
from fastaid.teach.scene import Scene

ONCE = (GeneratorType, filter, map, zip)


@rule(AttributeError, TypeError, needs="fastai.optimizer")
def groups_are_generators(scene: Scene) -> Diagnosis | None:
    """`parameters()` gives a generator; the optimizer wants a list for each group."""
    if not any(one.module.startswith(("fastai.optimizer", "torch.optim")) for one in scene.frames):
        return None
    obj: Any = getattr(scene.error, "obj", None)
    learn = learner_in(scene)
    splitter: Any = stored(learn).get("splitter")
    groups: Any = stored(stored(learn).get("opt")).get("param_lists") or ()
    held = [one for group in groups for one in group]
    if splitter is None or not (isinstance(obj, ONCE) or any(isinstance(one, ONCE) for one in held)):
        return None
    name, own = learner_name(scene, learn), getattr(splitter, "__name__", "")
    returned = next(_returned(scene, own), None)
    lines = "[params(m.body), params(m.head)]"
    if returned is not None:
        lines = _as_lists(returned)
    if own.isidentifier():
        lines = f"return {lines}"
        where = f"Let `{own}` return lists, and make `{name}` anew:"
    else:
        lines, where = (
            f"splitter=lambda {_word(returned)}: {lines}",
            f"Make lists of them, and `{name}` anew:",
        )
    return Diagnosis(
        f"The splitter of `{name}` returns generators: `parameters()` gives one, which can be gone through only once.",
        "The optimizer wants a list of parameters for each group; fastai's `params(layer)` gives such a list.",
        lines,
        where,
        card="freeze-and-unfreeze",
    )


def _returned(scene: Scene, own: str) -> Iterator[ast.expr]:
    """What the splitter returns, as it is written."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.FunctionDef) and one.name == own:
                yield from (
                    part.value for part in ast.walk(one) if isinstance(part, ast.Return) and part.value
                )
            if isinstance(one, ast.keyword) and one.arg == "splitter" and isinstance(one.value, ast.Lambda):
                setattr(one.value.body, "word", one.value.args.args[0].arg)  # noqa: B010
                yield one.value.body


def _word(returned: ast.expr | None) -> str:
    return str(getattr(returned, "word", "m"))


def _as_lists(returned: ast.expr) -> str:
    """`[m.body.parameters(), …]` with `params(m.body)` in place of each generator."""

    class Lists(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.AST:
            if isinstance(node.func, ast.Attribute) and node.func.attr == "parameters" and not node.args:
                return ast.Call(ast.Name("params"), [node.func.value], [])
            if isinstance(node.func, ast.Name) and node.func.id in ("filter", "map", "zip"):
                return ast.Call(ast.Name("list"), [node], [])
            return self.generic_visit(node)

    return ast.unparse(Lists().visit(ast.parse(ast.unparse(returned), mode="eval").body))
