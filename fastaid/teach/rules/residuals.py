"""A shortcut past some layers of a network, added to what comes out of them."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.operands import Operand, operation, parts_of_tree
from fastaid.teach.scene import Frame, Scene

SIZES = re.compile(r"tensor a \((\d+)\) must match .* tensor b \((\d+)\) at non-singleton dimension (\d)")


@rule(RuntimeError, needs="torch")
def shortcut(scene: Scene) -> Diagnosis | None:
    """`x + self.convs(x)` where the layers change the channels or the size of the picture."""
    done, said = operation(scene), SIZES.search(scene.message)
    if done is None or said is None or done.name != "+" or len(done.operands) != 2:
        return None
    at = next((i for i, one in enumerate(done.operands) if one.is_tensor and len(one.shape) == 4), None)
    if at is None or done.operands[1 - at].has_shape:
        return None
    x, call = done.operands[at], done.operands[1 - at]
    size, other, dim = int(said[1 + at]), int(said[2 - at]), int(said[3])
    last = _last_convolution(done.frame, call, x)
    if last is None or dim not in (1, 2, 3) or x.shape[dim] != size:
        return None
    if dim == 1 and last.out_channels != other:
        return None
    made, come = ("self.", x.shape[1]) if "self" in done.frame.names else ("", x.shape[1])
    stride = round(size / other) if dim > 1 else 1
    if dim > 1 and (stride < 2 or -(-size // stride) != other):
        return None
    names = _names_of_channels(done.frame, come, last.out_channels)
    extra = f", stride={stride}" if dim > 1 else ""
    sides = [f"{made}shortcut({x.text})", call.text]
    if dim == 1:
        what = f"{x.name} has {come} channels, and {call.name} makes {other} of them: {come} against {other}."
        cause = "The shortcut adds the two, so both need the same number of channels (dimension 1)."
        how = "Bring the shortcut to as many channels with a 1×1 convolution, made in `__init__`, used in `forward`:"
    else:
        what = f"{x.name} has shape {x.shape}, and {call.name} has {other} where that has {size}."
        cause = f"The layers shrink the picture (a stride of {stride}); the shortcut adds both, so it must shrink too."
        how = "Give the shortcut a 1×1 convolution with that stride, made in `__init__`, used in `forward`:"
    fix = f"{made}shortcut = nn.Conv2d({names}, 1{extra})\n{' + '.join(sides if at == 0 else sides[::-1])}"
    return Diagnosis(what, cause, fix, how, card="convolution")


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
    while isinstance(inner, ast.Call) and len(inner.args) == 1:
        inner = inner.args[0]
    if ast.unparse(inner) != x.text:
        return None
    found = [one for one in layers.modules() if is_of(one, "torch.nn", "Conv2d")]
    return found[-1] if found else None


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
