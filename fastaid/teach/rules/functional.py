"""Functions of torch.nn.functional, and expand: how many dimensions they want."""

from __future__ import annotations

import ast
from types import ModuleType

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.operands import operand, operation
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene


@rule(RuntimeError, ValueError, TypeError, needs="torch")
def functional_convolution(scene: Scene) -> Diagnosis | None:
    """F.conv2d takes a batch of pictures and a batch of kernels, 4 dimensions each."""
    done = operation(scene)
    if done is None or done.name != "conv2d" or not done.is_function:
        return None
    x, weight = done.given(0, "input"), done.given(1, "weight")
    if x is None or weight is None or not x.is_tensor or not weight.is_tensor:
        return None
    call = ast.unparse(done.node)
    if len(weight.shape) != 4:
        index = {2: "[None, None]", 3: ".unsqueeze(1)"}.get(len(weight.shape), "")
        new = f"{weight.text}{index}"
        return Diagnosis(
            f"The kernels {weight.name} have shape {weight.shape}; `conv2d` wants 4 dimensions: "
            "(out channels, in channels, height, width).",
            "A kernel has a size for the channels that come in, also where it is 1.",
            call.replace(weight.text, new, 1) if index and weight.text else "",
            "Add the missing dimension:",
            card="convolution",
        )
    if len(x.shape) in (3, 4) and x.shape[-3] != weight.shape[1]:
        return Diagnosis(
            f"{x.name} has {counted(x.shape[-3], 'channel')} (shape {x.shape}), the kernels {weight.name} take "
            f"{weight.shape[1]} (shape {weight.shape}).",
            "The second size of the kernels must be the number of channels of the pictures.",
            "",
            f"Give {weight.name} the shape ({weight.shape[0]}, {x.shape[-3]}, …), or look where the channels stand.",
            card="convolution",
        )
    if len(x.shape) == 2:
        new = f"{x.text}[None, None]"
        return Diagnosis(
            f"{x.name} has shape {x.shape}; `conv2d` wants (batch, channels, height, width).",
            "One grey picture lacks the dimensions for the batch and the channel.",
            call.replace(x.text, new, 1) if x.text else "",
            "Add both:",
            card="convolution",
        )
    return None


@rule(ValueError, NotImplementedError, needs="torch")
def interpolate_rank(scene: Scene) -> Diagnosis | None:
    """F.interpolate changes height and width of a batch of pictures."""
    done = operation(scene)
    if done is None or done.name != "interpolate" or not done.operands or not done.operands[0].is_tensor:
        return None
    x, size = done.operands[0], done.given(1, "size")
    wants = len(size.value) + 2 if size is not None and isinstance(size.value, (tuple, list)) else 4
    if len(x.shape) >= wants:
        return None
    missing = wants - len(x.shape)
    one_map = _one_map(done.frame, x.node) if wants == 4 else None
    if one_map is not None:
        text = ast.unparse(one_map[0])
        call = ast.unparse(done.node).replace(x.text, f"{text}[None, None]", 1) if x.text else ""
        new = replaced(done.frame, done.node, call) if call else ""
        return Diagnosis(
            f"{x.name} has shape {x.shape}; `interpolate` wants 4 dimensions, (batch, channels, height, width).",
            f"`{text}` is a single map, {one_map[1]}: both the batch and the channel are missing, and they come before "
            "the height.",
            new,
            "Add both in front:",
            card="rank-and-shape",
        )
    added, taken = (f"[{', '.join([one] * missing)}]" for one in ("None", "0"))
    return Diagnosis(
        f"{x.name} has shape {x.shape}; `interpolate` wants (batch, channels, height, width).",
        "The first two sizes are taken for batch and channels, and the rest is resized.",
        ast.unparse(done.node).replace(x.text, x.text + added, 1) + taken if x.text else "",
        "Add the missing dimension, and take it away again:"
        if missing == 1
        else "Add the missing dimensions, and take them away again:",
        card="rank-and-shape",
    )


def _one_map(frame: Frame, node: ast.expr | None) -> tuple[ast.expr, tuple[int, ...]] | None:
    """The map of height and width that one dimension was added to, not in front: `depth.unsqueeze(1)`."""
    base: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "unsqueeze":
        is_function = isinstance(frame.value(node.func.value), ModuleType)
        base = node.args[0] if is_function and node.args else node.func.value
    elif isinstance(node, ast.Subscript) and any(
        isinstance(one, ast.Constant) and one.value is None for one in ast.walk(node.slice)
    ):
        base = node.value
    if base is None or node is None:
        return None
    held, whole = operand(frame, base), operand(frame, node)
    if not held.is_tensor or not whole.is_tensor or len(held.shape) != 2 or len(whole.shape) != 3:
        return None
    return (base, held.shape) if whole.shape[0] == held.shape[0] > 1 else None


@rule(RuntimeError, needs="torch")
def expanded(scene: Scene) -> Diagnosis | None:
    """`expand` repeats sizes of 1 only."""
    done = operation(scene)
    if done is None or done.name not in ("expand", "repeat", "expand_as") or not done.operands[0].is_tensor:
        return None
    x = done.operands[0]
    if done.name == "expand_as":
        other = done.operands[1] if len(done.operands) > 1 else None
        sizes = list(other.shape) if other is not None and other.is_tensor else []
    else:
        values = [one.value for one in done.operands[1:]]
        sizes = list(values[0]) if len(values) == 1 and isinstance(values[0], (tuple, list)) else values
    if not sizes or not all(type(n) is int for n in sizes):
        return None
    if len(sizes) < len(x.shape):
        return Diagnosis(
            f"`{done.name}` was given {counted(len(sizes), 'size')}; {x.name} has {len(x.shape)}: shape {x.shape}.",
            "It needs one for each dimension.",
            "",
            "Give one for each"
            + (", 1 where nothing is repeated." if done.name == "repeat" else ", -1 to keep it."),
        )
    clash = next(
        (i for i in range(1, len(x.shape) + 1) if x.shape[-i] not in (1, sizes[-i]) and sizes[-i] != -1), None
    )
    if done.name == "repeat" or clash is None:
        return None
    return Diagnosis(
        f"{x.name} has shape {x.shape}; it cannot be expanded to {tuple(sizes)}: "
        f"{x.shape[-clash]} against {sizes[-clash]}.",
        "`expand` only stretches sizes of 1, compared from the last size on.",
        x.then("unsqueeze(-1)") if len(x.shape) == 1 else "",
        "Give it a size of 1 where it is to be stretched:"
        if len(x.shape) == 1
        else "Add a size of 1 there first.",
        card="broadcasting",
    )
