"""A model's outputs, several for each item, compared with class numbers: argmax is missing. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.operands import Operand, operand
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame

EQUALITIES = ("==", "!=", "eq", "ne")
LIBRARIES = ("torch", "F", "np", "numpy")
# What people put around outputs before they compare them.
# fmt: off
AROUND = frozenset({
    "round", "squeeze", "flatten", "view", "reshape", "ravel", "long", "int", "float", "bool", "sigmoid", "softmax",
    "log_softmax", "detach", "cpu", "argmax", "type", "to", "astype",
})
# fmt: on
MOST_READ = 1_000_000


def classes_compared(frame: Frame, sides: tuple[ast.expr, ast.expr]) -> Diagnosis | None:
    """What to say of `preds == targs` with (n, classes) outputs and n class numbers; None for other comparisons."""
    for outputs, labels in (sides, sides[::-1]):
        targ = operand(frame, labels)
        if not targ.has_shape or not targ.shape or not _are_classes(frame, labels):
            continue
        parts = [operand(frame, node) for node in _inside(outputs)]
        found = [(one, at) for one in parts if (at := _dimension(one, targ)) is not None]
        if found:
            pred, at = found[-1]
            return _told(frame, outputs, pred, targ, at)
    return None


def _inside(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, and what it was made of: `(preds > 0.5)`, then `preds`."""
    yield node
    while True:
        inner: ast.expr | None = None
        if isinstance(node, ast.Compare) and isinstance(node.comparators[0], ast.Constant):
            inner = node.left
        elif isinstance(node, ast.Call):
            func = node.func
            if isinstance(func, ast.Attribute) and func.attr in AROUND:
                is_library = isinstance(func.value, ast.Name) and func.value.id in LIBRARIES
                inner = (node.args[0] if node.args else None) if is_library else func.value
        if inner is None:
            return
        node = inner
        yield node


def _are_classes(frame: Frame, node: ast.expr) -> bool:
    """Whether it holds whole numbers, as the labels of classes are; also made floats, or given another shape."""
    held = [operand(frame, one) for one in _inside(node)]
    kinds = [str(one.value.dtype).removeprefix("torch.") for one in held if one.has_shape]
    return any(kind in ("int64", "int32", "uint8", "int16", "int8") for kind in kinds)


def _dimension(pred: Operand, targ: Operand) -> int | None:
    """The dimension that the classes lie along; None where the two are not outputs and their labels."""
    if not pred.has_shape or "float" not in str(pred.value.dtype):
        return None
    m, n = pred.shape, targ.shape
    if len(m) != len(n) + 1 or len(n) not in (1, 2, 3):
        return None
    found = next((at for at in (1, len(m) - 1) if m[:at] + m[at + 1 :] == n and m[at] > 1), None)
    return found if found is not None and _largest(targ) < m[found] else None


def _largest(targ: Operand) -> int:
    """The largest class number; 0 where looking would be work."""
    held = targ.value
    if is_array(held):
        return int(held.max()) if 0 < held.size <= MOST_READ else 0
    is_near = is_tensor(held) and held.device.type == "cpu" and 0 < held.numel() <= MOST_READ
    return int(held.max()) if is_near else 0


def _told(frame: Frame, outputs: ast.expr, pred: Operand, targ: Operand, at: int) -> Diagnosis:
    word = "axis" if is_array(pred.value) else "dim"
    n, each = pred.shape[at], "item" if len(targ.shape) == 1 else "place"
    cause, how = (
        "The outputs are scores, no class numbers. The class that the model chooses is the place of the largest one.",
        "Take it with argmax before you compare:",
    )
    if isinstance(outputs, ast.Call) and last_name(outputs.func) == "argmax":
        cause, how = (
            f"`{ast.unparse(outputs)}` does not look along the classes: they lie along dimension {at}.",
            "Take the largest along that one:",
        )
    return Diagnosis(
        f"{pred.name} has shape {pred.shape}: for each {each} {n} outputs of the model, one for each class. "
        f"{targ.name} has shape {targ.shape}: the number of the right class.",
        cause,
        replaced(frame, outputs, pred.then(f"argmax({word}={at})")),
        how,
        card="metrics",
    )
