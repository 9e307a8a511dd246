"""A shortcut past some layers of a network, added to what comes out of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import assigned
from fastaid.teach.rules.operands import Operand, operation, parts_of_tree
from fastaid.teach.scene import Frame, Scene

SIZES = re.compile(r"tensor a \((\d+)\) must match .* tensor b \((\d+)\) at non-singleton dimension (\d)")


@rule(RuntimeError, needs="torch")
def shortcut(scene: Scene) -> Diagnosis | None:
    """`x + self.convs(x)` where the layers change the channels or the size of the picture."""
    done, said = operation(scene), SIZES.search(scene.message)
    if done is None or said is None or done.name not in ("+", "+=") or len(done.operands) != 2:
        return None
    at = next((i for i, one in enumerate(done.operands) if one.is_tensor and len(one.shape) == 4), None)
    if at is not None and done.operands[1 - at].has_shape:
        at = _place_of_input(done.frame, done.operands)
    if at is None:
        return None
    x, call = done.operands[at], done.operands[1 - at]
    size, other, dim = int(said[1 + at]), int(said[2 - at]), int(said[3])
    last = None if call.has_shape else _last_convolution(done.frame, call, x)
    channels = call.shape[1] if call.has_shape else last.out_channels if last is not None else 0
    if not channels or dim not in (1, 2, 3) or x.shape[dim] != size:
        return None
    if dim == 1 and channels != other:
        return None
    made, come = ("self.", x.shape[1]) if "self" in done.frame.names else ("", x.shape[1])
    stride = round(size / other) if dim > 1 else 1
    if dim > 1 and (stride < 2 or -(-size // stride) != other):
        return None
    names = _names_of_channels(done.frame, come, channels)
    extra = f", stride={_name_of_stride(done.frame) or stride}" if dim > 1 else ""
    sides = [f"{made}shortcut({x.text})", call.text]
    if dim == 1:
        makes = f"has {other}" if call.has_shape else f"makes {other} of them: {come} against {other}"
        what = f"{x.name} has {come} channels, and {call.name} {makes}."
        cause = "The shortcut adds the two, so both need the same number of channels (dimension 1)."
        how = "Bring the shortcut to as many channels with a 1×1 convolution, made in `__init__`, used in `forward`:"
    else:
        what = f"{x.name} has shape {x.shape}, and {call.name} has {other} where that has {size}."
        cause = f"The layers shrink the picture (a stride of {stride}); the shortcut adds both, so it must shrink too."
        if channels != come:
            cause += f" The channels differ as well: {come} and {channels}."
        how = "Give the shortcut a 1×1 convolution with that stride, made in `__init__`, used in `forward`:"
    target = f"{call.text} = " if done.is_in_place and at == 1 else ""
    fix = f"{made}shortcut = nn.Conv2d({names}, 1{extra})\n{target}{' + '.join(sides if at == 0 else sides[::-1])}"
    return Diagnosis(what, cause, fix, how, card="convolution")


def _place_of_input(frame: Frame, both: Sequence[Operand]) -> int | None:
    """Which of two tensors is the input of a network's method, where the other was made in it: `out + x`."""
    if not is_module(frame.names.get("self")) or any(len(one.shape) != 4 for one in both):
        return None
    code = frame.scope.f_code
    given = code.co_varnames[1 : code.co_argcount]
    function = next((one for one in parts_of_tree(frame, ast.FunctionDef) if _holds(one, frame)), None)
    names = [one.text for one in both]
    made = [bool(function is not None and assigned(function, name)) for name in names]
    at = [i for i, name in enumerate(names) if name in given and not made[i] and made[1 - i]]
    return at[0] if len(at) == 1 else None


def _holds(node: ast.AST, frame: Frame) -> bool:
    is_function = isinstance(node, ast.FunctionDef) and node.name == frame.function
    return is_function and node.lineno <= frame.line <= (node.end_lineno or 0)  # type: ignore[attr-defined]


def _last_convolution(frame: Frame, call: Operand, x: Operand) -> Any:
    """The last convolution of the layers that were called with the very thing that is added."""
    node = call.node
    if not isinstance(node, ast.Call) or len(node.args) != 1 or not call.text or not x.text:
        return None
    layers = frame.value(node.func)
    if not is_module(layers):
        return None
    inner = node.args[0]
    # self.conv2(self.conv1(x)) too
    while isinstance(inner, ast.Call) and (len(inner.args) == 1 or _is_relu(inner)):
        inner = inner.args[0] if inner.args else inner.func.value  # type: ignore[attr-defined]
    if ast.unparse(inner) != x.text:
        return None
    found = [one for one in layers.modules() if is_of(one, "torch.nn", "Conv2d")]
    return found[-1] if found else None


def _is_relu(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in ("relu", "relu_") and not call.args


def _name_of_stride(frame: Frame) -> str:
    """The parameter of `__init__` that holds the stride, "" where there is none."""
    made = vars(type(frame.names.get("self"))).get("__init__")
    code = getattr(getattr(made, "__wrapped__", made), "__code__", None)
    names = code.co_varnames[: code.co_argcount] if code is not None else ()
    return next((name for name in names if name in ("stride", "strides")), "")


def _names_of_channels(frame: Frame, come: int, go: int) -> str:
    """The numbers of channels as `__init__` calls them: "ni, nf"; the numbers where it has no names for them."""
    kind = type(frame.names.get("self")).__name__
    for node in parts_of_tree(frame, ast.ClassDef):
        if not isinstance(node, ast.ClassDef) or node.name != kind:
            continue
        made = [
            one
            for one in ast.walk(node)
            if isinstance(one, ast.Call) and "conv" in ast.unparse(one.func).lower() and len(one.args) > 1
        ]
        made = sorted(
            (one for one in made if all(isinstance(part, ast.Name) for part in one.args[:2])),
            key=lambda one: (one.lineno, one.col_offset),
        )
        if made:
            return f"{ast.unparse(made[0].args[0])}, {ast.unparse(made[-1].args[1])}"
    return f"{come}, {go}"
