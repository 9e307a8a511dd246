"""Layers and loaders as the learner wrote them, with one argument more. No rules of their own."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from typing import Any

from fastaid.teach.objects import is_module, is_of, is_tensor, shape, stored
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.rules.layer_calls import Failing, model_name, written
from fastaid.teach.scene import Scene, latest_first

LOADERS = "ImageDataLoaders"


def made_with(scene: Scene, name: str, value: str) -> str:
    """The line that made the loaders of pictures, with a keyword more; "" where it is not there."""
    for tree in trees(scene):
        for line in latest_first(tree):
            call = line.value if isinstance(line, ast.Assign) else None
            if not isinstance(line, ast.Assign) or not isinstance(call, ast.Call):
                continue
            func = call.func
            is_loaders = isinstance(func, ast.Attribute) and last_name(func.value) == LOADERS
            if is_loaders and all(one.arg != name for one in call.keywords):
                text = ast.unparse(line.targets[0])
                return f"{text} = {anew(_copy(call), {name: value})}"
    return ""


def of_another_rank(scene: Scene, failed: Failing, fitting: str) -> tuple[str, str]:
    """A layer of the right rank in place of one like BatchNorm1d, where the learner makes it, with the words for it."""
    kind, name = type(failed.layer).__name__, model_name(scene, failed.model)
    for function, holder, calls in _makers(scene, kind):
        wrong = calls if len(calls) == 1 else _of_rank(function, calls, fitting)
        if len(wrong) != 1:
            continue
        new = ast.unparse(wrong[0]).replace(kind, fitting, 1)
        again = _made_again(scene, name)
        then = f", and make `{name}` again" if name.isidentifier() else ", and make the model again"
        if not holder:
            text = ast.unparse(function).replace(ast.unparse(wrong[0]), new)
            own = last_name(function.targets[0]) if isinstance(function, ast.Assign) else function.name
            return f"{text}\n{again}".strip(), f"`{own}` makes it. Write the other one there{then}:"
        line = next(
            (one for one in ast.walk(function) if isinstance(one, ast.stmt) and _holds(one, wrong[0])), None
        )
        text = ast.unparse(line).replace(ast.unparse(wrong[0]), new) if line is not None else new
        return text, f"In the `__init__` of `{holder}` write the other one{then}:"
    return _one_by_one(scene, failed, fitting, name)


def _makers(scene: Scene, kind: str) -> Iterator[tuple[Any, str, list[ast.Call]]]:
    """Functions of the learner's that make layers of a kind, the latest first: with the class of an `__init__`."""
    seen = set[str]()
    for tree in trees(scene):
        owners: dict[ast.AST, str] = {
            part: one.name for one in ast.walk(tree) if isinstance(one, ast.ClassDef) for part in one.body
        }
        for node in latest_first(tree):
            is_lambda = isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)
            if not isinstance(node, ast.FunctionDef) and not is_lambda:
                continue
            name = node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node)
            owner = owners.get(node, "")
            if f"{owner}.{name}" in seen:
                continue  # written anew later
            seen.add(f"{owner}.{name}")
            calls = [
                one for one in ast.walk(node) if isinstance(one, ast.Call) and last_name(one.func) == kind
            ]
            if calls:
                yield node, owner, calls


def _of_rank(function: ast.AST, calls: list[ast.Call], fitting: str) -> list[ast.Call]:
    """Of several norms of a function those that stand right behind a layer of the fitting rank."""
    behind = f"Conv{fitting[-2:]}" if fitting[-2] != "1" else "Linear"
    made = [
        one for one in ast.walk(function) if isinstance(one, ast.Call) and last_name(one.func) in LAYERS_MADE
    ]
    made.sort(key=lambda one: (one.lineno, one.col_offset))
    pairs = [*itertools.pairwise(made), *((made[i], made[i + 2]) for i in range(len(made) - 2))]
    return [two for one, two in pairs if last_name(one.func) == behind and any(two is call for call in calls)]


LAYERS_MADE = ("Conv1d", "Conv2d", "Conv3d", "Linear", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d")


def _holds(line: ast.stmt, call: ast.Call) -> bool:
    is_simple = isinstance(line, (ast.Assign, ast.Expr, ast.Return, ast.AugAssign))
    return is_simple and any(one is call for one in ast.walk(line))


def _made_again(scene: Scene, name: str) -> str:
    """The line that made the network, where it is a short one."""
    made = assigned(scene, name) if name.isidentifier() else None
    text = f"{name} = {ast.unparse(made)}" if isinstance(made, ast.Call) else ""
    return text if len(text) <= LONGEST else ""


LONGEST = 250  # characters of a line that is made again


def _one_by_one(scene: Scene, failed: Failing, fitting: str, name: str) -> tuple[str, str]:
    kind = type(failed.layer).__name__
    alike = [one for one in failed.model.modules() if type(one).__name__ == kind]
    again = _made_again(scene, name)
    ahead, flat, rest = again.partition("nn.Flatten")
    if len(alike) > 1 and fitting[-2] != "1" and ahead.count(kind) > 1:
        return (
            f"{ahead.replace(kind, fitting)}{flat}{rest}",
            "Take the other one, wherever pictures come to it:",
        )
    made = written(failed.layer)
    new = (
        made.replace(kind, fitting, 1)
        if kind.startswith("BatchNorm")
        else f"nn.{fitting}({_kernel(failed.layer)})"
    )
    return f"{failed.name} = {new}" if failed.name else new, "Take the other one:"


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


def pooled_to(failed: Failing, comes: int, takes: int) -> str:
    """Why so many numbers come out of a pool that gives the same for every picture size."""
    pools = (
        [one for one in failed.model.modules() if "Adaptive" in type(one).__name__]
        if is_module(failed.model)
        else []
    )
    kinds = {type(one).__name__ for one in pools}
    if "AdaptiveConcatPool2d" in kinds and comes == 2 * takes:
        return (
            f"`AdaptiveConcatPool2d` joins the results of a max pool and an average pool: of {takes} channels it makes "
            f"2 × {takes} = {comes} numbers."
        )
    if kinds:
        return f"The pool before it gives {comes} numbers for each item, for pictures of any size."
    return ""
