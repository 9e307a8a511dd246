"""Whether a function makes a network, or calculates as one. No rules of its own."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import partial
from types import FunctionType, MethodType, ModuleType
from typing import Any

from fastaid.teach.objects import UNKNOWN, is_module, is_tensor
from fastaid.teach.rules.modules import is_module_class
from fastaid.teach.rules.step import source_of

ARCHITECTURES = ("torchvision.models.", "timm.models.", "fastai.vision.models.")
# torchvision's networks for other tasks than naming a picture.
OTHER_TASKS = ("segmentation", "detection", "optical_flow", "video", "quantization", "_utils", "_api")
COUNTS = ("n_classes", "num_classes", "n_class", "num_class", "classes", "n_out", "out", "c", "nc", "n")
DATA = ("x", "xb", "xs", "inp", "inputs", "input", "batch", "img", "imgs", "images")
MOST_LINES = 6  # of a function that is written as a class
DEEPEST = 3  # functions that call one another


def is_architecture(function: Any) -> bool:
    """Whether it is one of torchvision's, timm's or fastai's functions that make a network."""
    function = function.func if isinstance(function, partial) else function
    home = str(getattr(function, "__module__", ""))
    if not isinstance(function, FunctionType) or not home.startswith(ARCHITECTURES):
        return False
    return not function.__name__.startswith("_") and not any(one in OTHER_TASKS for one in home.split("."))


def makes(function: Any, depth: int = 0) -> bool:
    """Whether it returns a network: its own source says so, or it takes nothing to calculate with."""
    function = _plain(function)
    if function is None or depth > DEEPEST:
        return False
    if is_architecture(function):
        return True
    node = source_of(function)
    if node is None or not _is_its(node, function):
        return False
    values = [node.body] if isinstance(node, ast.Lambda) else _returned(node)
    return bool(values) and all(_is_network(one, node, function, depth) for one in values)


def _plain(function: Any) -> FunctionType | None:
    while isinstance(function, (partial, MethodType)):
        function = function.func if isinstance(function, partial) else function.__func__
    function = inspect.unwrap(function) if callable(function) else function
    return function if isinstance(function, FunctionType) else None


def _is_its(node: ast.FunctionDef | ast.Lambda, function: FunctionType) -> bool:
    """Whether the source that was found is this function's: a line may hold several lambdas."""
    names = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
    code = function.__code__
    return names == list(code.co_varnames[: code.co_argcount])


def _returned(node: ast.FunctionDef) -> list[ast.expr]:
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value is not None]


def _is_network(node: ast.expr, inside: ast.AST, function: FunctionType, depth: int) -> bool:
    if isinstance(node, ast.Name):
        held = function.__globals__.get(node.id, UNKNOWN)
        given = [
            one.value
            for one in ast.walk(inside)
            if isinstance(one, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == node.id for target in one.targets)
        ]
        if given:
            return all(_is_network(one, inside, function, depth) for one in given)
        return is_module(held)
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("to", "cuda", "cpu", "eval", "train"):
        return _is_network(node.func.value, inside, function, depth)
    called = _looked_up(node.func, function)
    return (
        is_module_class(called)
        or is_architecture(called)
        or (isinstance(called, (FunctionType, partial)) and makes(called, depth + 1))
    )


def _looked_up(node: ast.expr, function: FunctionType) -> Any:
    """What a dotted name stands for, without running anything."""
    if isinstance(node, ast.Name):
        return function.__globals__.get(node.id, UNKNOWN)
    if not isinstance(node, ast.Attribute):
        return UNKNOWN
    holder = _looked_up(node.value, function)
    return vars(holder).get(node.attr, UNKNOWN) if isinstance(holder, ModuleType) else UNKNOWN


def _required(function: Any) -> list[str] | None:
    """The parameters that a call must fill; None where they cannot be told."""
    try:
        known = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return [one.name for one in known if one.default is one.empty and one.kind in kinds]


def wanted(
    function: Any,
    names: Mapping[str, Any],  # the notebook's variables
    count: str,  # the code for the number of classes, "" where it is not known
) -> tuple[str, bool]:
    """What a call of it must give, as code, and whether all of that is known."""
    needed = _required(function) or []
    given = [count if one in COUNTS and count else one for one in needed]
    are_known = all(one == count or one in names for one in given)
    return ", ".join(given), are_known


def calculates(function: Any) -> bool:
    """Whether it takes a batch and calculates with weights or layers of the notebook, as `forward` does."""
    needed, own = _required(function), _plain(function)
    if own is None or isinstance(function, partial) or needed is None or len(needed) != 1 or makes(function):
        return False
    return needed[0] in DATA or bool(_parts(own))


def _parts(function: FunctionType) -> dict[str, Any]:
    """The weights and layers of the notebook that a function uses."""
    found = {name: function.__globals__.get(name) for name in function.__code__.co_names}
    return {name: held for name, held in found.items() if is_tensor(held) or is_module(held)}


class _OwnNames(ast.NodeTransformer):
    """Puts `self.` before some names."""

    def __init__(self, names: Mapping[str, Any]):
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.expr:
        is_one = node.id in self.names and isinstance(node.ctx, ast.Load)
        return ast.Attribute(ast.Name("self"), node.id, node.ctx) if is_one else node


def as_class(function: Any) -> str:
    """A function that calculates as a network of nn.Module, "" where it is long or holds no weights."""
    own = _plain(function)
    node = source_of(own) if own is not None else None
    if own is None or isinstance(function, MethodType) or node is None or not _is_its(node, own):
        return ""
    parts = _parts(own)
    body = [ast.Return(node.body)] if isinstance(node, ast.Lambda) else node.body
    if not parts or len(body) > MOST_LINES or len(node.args.args) != 1:
        return ""
    copied = ast.parse("\n".join(ast.unparse(one) for one in body))
    lines = ast.unparse(ast.fix_missing_locations(_OwnNames(parts).visit(copied))).splitlines()
    made = [
        f"        self.{name} = {name if is_module(held) else f'nn.Parameter({name})'}"
        for name, held in parts.items()
    ]
    forward = [f"        {line}" for line in lines]
    head = f"    def forward(self, {node.args.args[0].arg}):"
    return "\n".join(
        [
            "class Model(nn.Module):",
            "    def __init__(self):",
            "        super().__init__()",
            *made,
            head,
            *forward,
        ]
    )
