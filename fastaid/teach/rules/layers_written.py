"""Layers and loaders as the learner wrote them, with one argument more. No rules of their own."""

from __future__ import annotations

import ast

from fastaid.teach.objects import is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.rules.layer_calls import Failing, written
from fastaid.teach.scene import Scene

LOADERS = "ImageDataLoaders"


def made_with(scene: Scene, name: str, value: str) -> str:
    """The line that made the loaders of pictures, with a keyword more; "" where it is not there."""
    for tree in trees(scene):
        for line in reversed(list(ast.walk(tree))):
            call = line.value if isinstance(line, ast.Assign) else None
            if not isinstance(line, ast.Assign) or not isinstance(call, ast.Call):
                continue
            func = call.func
            is_loaders = isinstance(func, ast.Attribute) and last_name(func.value) == LOADERS
            if is_loaders and all(one.arg != name for one in call.keywords):
                text = ast.unparse(line.targets[0])
                return f"{text} = {anew(_copy(call), {name: value})}"
    return ""


def _copy(call: ast.Call) -> ast.Call:
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    return new


def with_padding(scene: Scene, failed: Failing) -> str:
    """A convolution of the network with padding, where that leaves something for every layer; else ""."""
    if failed.is_input or not is_module(failed.model) or not is_tensor(failed.first):
        return ""
    bare = [
        one
        for one in failed.model.modules()
        if is_of(one, "torch.nn", "Conv2d") and _kernel(one) > 1 and not _pads(one)
    ]
    if not bare or not _is_enough(failed):
        return ""
    kind, kernel = type(bare[0]).__name__, _kernel(bare[0])
    for tree in trees(scene):
        for call in ast.walk(tree):
            if (
                not isinstance(call, ast.Call)
                or last_name(call.func) != kind
                or len(call.args) not in (2, 3, 4)
            ):
                continue
            if all(one.arg != "padding" for one in call.keywords):
                return anew(_copy(call), padding=str(kernel // 2))
    return f"{written(bare[0])[:-1]}, padding={kernel // 2})"


def _is_enough(failed: Failing) -> bool:
    """Whether the pictures last to the end where each convolution keeps its edge."""
    size = min(shape(failed.first)[2:], default=0)
    for one in failed.model.modules():
        if is_of(one, "torch.nn", "Conv2d", "MaxPool2d", "AvgPool2d"):
            is_convolution = is_of(one, "torch.nn", "Conv2d")
            padding = max(_pads(one), _kernel(one) // 2) if is_convolution else _pads(one)
            size = (size + 2 * padding - _kernel(one)) // max(_number(stored(one).get("stride")), 1) + 1
            if size < 1:
                return False
    return size > 0


def _kernel(layer: object) -> int:
    return _number(stored(layer).get("kernel_size"))


def _pads(layer: object) -> int:
    return _number(stored(layer).get("padding"))


def _number(held: object) -> int:
    first = held[0] if isinstance(held, tuple) and held else held
    return first if isinstance(first, int) else 0
