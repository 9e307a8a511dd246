"""A tensor with a gradient that numpy, or a library that works with numpy, was given."""

from __future__ import annotations

import ast
from types import ModuleType

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.scene import Frame, Scene

# Their result has no gradient, whatever they are called on.
ENDS = frozenset(
    {"detach", "item", "tolist", "numpy", "argmax", "argmin", "long", "int", "bool", "size", "argsort"}
)
MOST_STEPS = 12
CONTAINERS = (ast.Tuple, ast.List, ast.Dict, ast.ListComp, ast.DictComp)


@rule(RuntimeError, needs="torch")
def numpy_of_grad(scene: Scene) -> Diagnosis | None:
    """numpy() of a tensor that is part of a calculation with gradients."""
    frame = scene.here
    call = frame.call if frame is not None else None
    if frame is None or call is None or "numpy" not in scene.message:
        return None
    is_method = isinstance(call.func, ast.Attribute) and call.func.attr == "numpy"
    given = [call.func.value] if isinstance(call.func, ast.Attribute) and is_method else _arguments(call)
    found = [node for node in given if is_method or _has_grad(frame, node)]
    if not found and len(given) == 1 and scene.within("torch._tensor") is not None:
        if type(frame.value(given[0])) in (list, tuple):
            return None  # its items, which cannot be detached together
        found = given  # there is nothing else that it can be
    if not found or any(isinstance(node, ast.Starred) for node in found):
        return None
    if any(isinstance(node, ast.ListComp) and isinstance(node.elt, CONTAINERS) for node in found):
        return None
    is_elsewhere = any(is_tensor(held) and held.device.type != "cpu" for held in map(frame.value, found))
    end = ".detach().cpu()" if is_elsewhere else ".detach()"
    names = listed(f"`{ast.unparse(node)}`" for node in found)
    does = "requires" if len(found) == 1 else "require"
    if any(map(_is_list, found)):
        does = "holds tensors that require" if len(found) == 1 else "hold tensors that require"
    return Diagnosis(
        f"{names} {does} a gradient, and numpy cannot keep track of it.",
        "The tensor is part of a calculation that is recorded for backward(); numpy takes only plain numbers.",
        _written(call, found, end),
        "Detach each of them:" if any(map(_is_list, found)) else "Detach it first:",
        card="gradient",
    )


def _is_list(node: ast.expr) -> bool:
    """Whether an expression gives a list, as it is written."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("list", "sorted", "tuple", "reversed")
    return isinstance(node, (ast.ListComp, ast.List, ast.Tuple))


def _each(node: ast.expr, end: str) -> str:
    """A list whose tensors are detached one by one."""
    if isinstance(node, ast.ListComp):
        rest = ast.unparse(ast.ListComp(ast.Name("x"), node.generators)).removeprefix("[x")
        return f"[{_one(node.elt, end)}{rest}"
    if isinstance(node, (ast.List, ast.Tuple)) and not any(isinstance(one, ast.Starred) for one in node.elts):
        return f"[{', '.join(_one(one, end) for one in node.elts)}]"
    return f"[one{end} for one in {ast.unparse(node)}]"


def _one(node: ast.expr, end: str) -> str:
    text = ast.unparse(node)
    is_plain = isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    return f"{text}{end}" if is_plain else f"({text}){end}"


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(one.value for one in call.keywords)]


def _has_grad(frame: Frame, node: ast.expr | None, steps: int = MOST_STEPS) -> bool:
    """Whether a tensor has a gradient, followed from method to method: `preds.squeeze()[:, 0]`."""
    held = frame.value(node)
    if is_tensor(held):
        return bool(held.requires_grad)
    if not steps:
        return False
    if isinstance(node, (ast.Subscript, ast.Attribute, ast.Starred)):
        return _has_grad(frame, node.value, steps - 1)
    if isinstance(node, ast.BinOp):
        return any(_has_grad(frame, one, steps - 1) for one in (node.left, node.right))
    if isinstance(node, (ast.List, ast.Tuple)):
        return any(_has_grad(frame, one, steps - 1) for one in node.elts)
    if not isinstance(node, ast.Call):
        return False
    called = frame.value(node.func)
    if is_module(called):
        return any(one.requires_grad for one in called.parameters())
    if not isinstance(node.func, ast.Attribute) or node.func.attr in ENDS:
        return False
    if isinstance(frame.value(node.func.value), ModuleType):
        return node.func.attr != "tensor" and any(_has_grad(frame, one, steps - 1) for one in node.args)
    return _has_grad(frame, node.func.value, steps - 1)


def _written(call: ast.Call, found: list[ast.expr], end: str) -> str:
    """The call with some of its parts detached."""

    def new(node: ast.expr) -> ast.expr:
        if not any(node is one for one in found):
            return node
        return ast.Name(_each(node, end) if _is_list(node) else _one(node, end))

    func = call.func
    if isinstance(func, ast.Attribute) and any(func.value is one for one in found):
        func = ast.Attribute(new(func.value), func.attr, ast.Load())
    keywords = [ast.keyword(one.arg, new(one.value)) for one in call.keywords]
    return ast.unparse(ast.Call(func, [new(one) for one in call.args], keywords))
