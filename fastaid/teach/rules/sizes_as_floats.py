"""Strides, paddings and kernel sizes that are floats (from a division) or True and False."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent, trees
from fastaid.teach.rules.layer_calls import failing_layer
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.scene import Frame, Scene

SIZES = ("kernel_size", "stride", "padding", "output_padding", "dilation", "output_size", "size")
FUNCTIONS = ("conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "max_pool1d", "max_pool2d",
             "avg_pool1d", "avg_pool2d", "adaptive_avg_pool2d", "adaptive_max_pool2d", "interpolate")  # fmt: skip


def _wrong(held: Any) -> Any:
    """The first part of a size that is no whole number, None where all are."""
    for one in held if isinstance(held, (tuple, list)) else [held]:
        if isinstance(one, (bool, float)):
            return one
    return None


class _Whole(ast.NodeTransformer):
    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Div):
            node.op = ast.FloorDiv()
        return node


def _whole(node: ast.expr, frame: Frame | None = None) -> str:
    """An expression that gives a whole number."""
    if isinstance(node, ast.Tuple):
        parts = [
            ast.unparse(one) if frame is not None and type(frame.value(one)) is int else _whole(one, frame)
            for one in node.elts
        ]
        return f"({', '.join(parts)})"
    text = ast.unparse(_Whole().visit(ast.parse(ast.unparse(node), mode="eval").body))
    if text != ast.unparse(node):
        return text
    if isinstance(node, ast.Constant) and isinstance(node.value, (float, bool)):
        return str(int(node.value))
    return f"int({text})"


def _written(call: ast.Call, name: str) -> ast.expr | None:
    places = {"kernel_size": 2, "stride": 3, "padding": 4, "dilation": 5}
    if "Pool" in last_name(call.func):
        places = {"kernel_size": 0, "stride": 1, "padding": 2, "output_size": 0}
    for one in call.keywords:
        if one.arg == name:
            return one.value
    at = places.get(name, 99)
    return call.args[at] if at < len(call.args) else None


def _changed(call: ast.Call, old: ast.expr, new: str) -> str:
    args = [new if one is old else ast.unparse(one) for one in call.args]
    args += [f"{one.arg}={new}" if one.value is old else ast.unparse(one) for one in call.keywords]
    return f"{ast.unparse(call.func)}({', '.join(args)})"


@rule(TypeError, RuntimeError, needs="torch")
def no_whole_number(scene: Scene) -> Diagnosis | None:
    """`nn.Conv2d(3, 8, 3, padding=(3 - 1) / 2)`, `F.conv2d(x, w, stride=4 / 2)`."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is not None and call is not None and last_name(call.func) in FUNCTIONS:
        found = [
            one for one in call.keywords if one.arg in SIZES and _wrong(here.value(one.value)) is not None
        ]
        if found:
            value, node = here.value(found[0].value), found[0].value
            return _told(
                f"`{found[0].arg}`", value, replaced(here, call, _changed(call, node, _whole(node, here))), ""
            )
    failed = failing_layer(scene)
    if failed is None or not is_module(failed.layer):
        return None
    kept = stored(failed.layer)
    name = next((one for one in SIZES if one in kept and _wrong(kept[one]) is not None), "")
    if not name:
        return None
    kind = type(failed.layer).__name__
    line = _where_made(scene, kind, name)
    line = line or _another_meant(scene, name)
    return _told(f"`{name}` of {failed.quoted}", kept[name], line, kind)


def _another_meant(scene: Scene, name: str) -> str:
    """`Block(conv, 8, 3, 3, True)`: the fifth argument is the stride, and `bias` was meant."""
    for tree in trees(scene):
        for call in ast.walk(tree):
            kind = (
                scene.names.get(call.func.id)
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                else None
            )
            if not isinstance(call, ast.Call) or not isinstance(kind, type):
                continue
            params = list(inspect.signature(kind).parameters.values())
            for at, one in enumerate(call.args[: len(params)]):
                is_it = isinstance(one, ast.Constant) and type(one.value) is bool and params[at].name == name
                others = [p.name for p in params[at + 1 :] if type(p.default) is bool]
                if is_it and others and at == len(call.args) - 1:
                    words = [ast.unparse(part) for part in call.args[:-1]]
                    words += [
                        f"{others[0]}={ast.unparse(one)}",
                        *(ast.unparse(word) for word in call.keywords),
                    ]
                    outer = parent(call)
                    line = f"{ast.unparse(call.func)}({', '.join(words)})"
                    is_assigned = isinstance(outer, ast.Assign) and outer.value is call
                    return f"{ast.unparse(outer.targets[0])} = {line}" if is_assigned else line  # type: ignore[union-attr]
    return ""


def _where_made(scene: Scene, kind: str, name: str) -> str:
    """The learner's call that made such a layer, mended; "" where there is none, or several."""
    found: dict[str, str] = {}
    for tree in trees(scene):
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or last_name(call.func) != kind:
                continue
            node = _written(call, name)
            is_sure = node is not None and (
                "/" in ast.unparse(node).replace("//", "")
                or (isinstance(node, ast.Constant) and isinstance(node.value, (float, bool)))
            )
            if node is not None and is_sure:
                outer = parent(call)
                line = _changed(call, node, _whole(node))
                if isinstance(outer, ast.Assign) and outer.value is call:
                    line = f"{ast.unparse(outer.targets[0])} = {line}"
                found[line] = line
    return next(iter(found)) if len(found) == 1 else ""


def _told(what: str, value: Any, line: str, kind: str) -> Diagnosis:
    one = _wrong(value)
    if isinstance(one, bool):
        cause = f"It counts pixels, so it is a whole number; {one} came in its place, which another argument is for."
        how = "Give the argument that is meant by its name:"
    else:
        cause = (
            "It counts pixels, so it is a whole number. A division with `/` gives a float, even for 4 / 2."
        )
        how = "Divide with `//`:" if "//" in line else "Make it a whole number:"
    if not line:
        how = f"Make it a whole number where the `nn.{kind}` is made" + (
            " (and give the other argument by its name)."
            if isinstance(one, bool)
            else ": `//` in place of `/`."
        )
    return Diagnosis(
        f"{what} is {value}, with {type(one).__name__} in it.", cause, line, how, card="convolution"
    )
