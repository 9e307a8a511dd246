"""Places that were taken out of scores, with max or argmax, and calculated with. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_array, is_tensor
from fastaid.teach.rules.autograd_classes import loss_of_classes, raw_of, uncast
from fastaid.teach.rules.code import calls_in, names_in
from fastaid.teach.scene import Scene

OF_TWO = ("max", "min", "topk", "sort", "kthvalue", "mode", "median")  # values and their places

CHOOSING = ("where", "masked_fill", "masked_fill_", "masked_select")


def places_taken(line: ast.AST) -> tuple[str, ast.Call, str] | None:
    """The places that max and its like give beside the values: as written, the call, the name they go to."""
    for name, call in calls_in(line):
        if name not in OF_TWO or not (call.args or call.keywords):
            continue
        if isinstance(line, ast.Assign) and line.value is call and isinstance(line.targets[0], ast.Tuple):
            parts = line.targets[0].elts
            if len(parts) == 2 and ast.unparse(parts[0]).startswith("_") and isinstance(parts[1], ast.Name):
                return ast.unparse(call), call, parts[1].id
        for one in ast.walk(line):
            is_second = isinstance(one, ast.Subscript) and ast.unparse(one.slice) == "1"
            is_named = isinstance(one, ast.Attribute) and one.attr == "indices"
            if (
                isinstance(one, (ast.Subscript, ast.Attribute))
                and one.value is call
                and (is_second or is_named)
            ):
                target = line.targets[0] if isinstance(line, ast.Assign) else None
                is_all = isinstance(line, ast.Assign) and line.value is one and isinstance(target, ast.Name)
                return ast.unparse(one), call, ast.unparse(target) if is_all and target is not None else ""
    return None


def loss_without_places(scene: Scene, tree: ast.AST, line: ast.AST) -> str:
    """The lines anew with the scores in place of class numbers from max; "" where they cannot be followed."""
    found = places_taken(line)
    if found is None or not found[2]:
        return ""
    new = ast.parse(f"{found[2]} = {ast.unparse(found[1])}").body[0]
    assert isinstance(new, ast.Assign)
    assert isinstance(new.value, ast.Call)
    ast.copy_location(new, line)
    return loss_of_classes(scene, tree, new, new.value)


def mean_place(scene: Scene, tree: ast.AST, line: ast.AST, call: ast.Call) -> str:
    """The line with the mean place, weighted by softmax, where an argmax is scaled: it is a place, no class."""
    if not isinstance(line, ast.Assign) or not isinstance(line.targets[0], ast.Name):
        return ""
    name = line.targets[0].id
    is_whole = ast.unparse(uncast(line.value)) == ast.unparse(call)
    after = [one for one in ast.walk(tree) if isinstance(one, ast.Assign) and one.lineno > line.lineno]
    if not is_whole or not any(_scales(one.value, name) for one in after):
        return ""
    raw, here = raw_of(call), scene.here
    given = [
        one for one in (*call.args, *call.keywords) if isinstance(getattr(one, "value", one), ast.Constant)
    ]
    texts = [
        ast.unparse(getattr(one, "value", one) if isinstance(one, ast.keyword) else one) for one in given
    ]
    if (
        here is None
        or not raw
        or len(call.keywords) > 1
        or len(texts) != 1
        or not texts[0].lstrip("-").isdigit()
    ):
        return ""
    held, axis = here.value(ast.parse(raw, mode="eval").body), int(texts[0])
    if not is_tensor(held) or not held.is_floating_point() or not -held.ndim <= axis < held.ndim:
        return ""
    where = "" if held.device.type == "cpu" else f", device={raw}.device"
    moved = "" if axis in (-1, held.ndim - 1) else f".movedim({axis}, -1)"
    return f"{name} = {raw}.softmax({axis}){moved} @ torch.arange({float(held.shape[axis])}{where})"


def _scales(value: ast.expr, name: str) -> bool:
    """Whether a name is multiplied or divided by a number."""
    return any(
        isinstance(one, ast.BinOp)
        and isinstance(one.op, (ast.Mult, ast.Div))
        and (name in names_in(one.left) or name in names_in(one.right))
        for one in ast.walk(value)
    )


def of_mean_place(text: str, better: str) -> Diagnosis:
    """What to say of an argmax that is a place."""
    return Diagnosis(
        f"The loss has no gradient: `{text}` ends the record of the calculation.",
        "argmax gives whole places, which jump and have no gradient. The mean place, weighted by softmax, has one.",
        better,
        "Take that in place of the argmax (or the loss of the scores themselves):",
        card="gradient",
    )


def compared(node: ast.AST) -> Iterator[ast.Compare]:
    """Comparisons whose outcome is calculated with; one that only chooses, as in where or an index, cuts nothing."""
    if isinstance(node, ast.Compare):
        yield node
        return
    choosing: list[ast.AST] = []
    if isinstance(node, ast.Subscript):
        choosing = [node.slice]
    elif isinstance(node, ast.IfExp):
        choosing = [node.test]
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        choosing = [*node.args[: name in CHOOSING]]
        choosing += [one for one in node.keywords if one.arg in ("condition", "mask")]
        # The second thing that a loss is given is the targets.
        choosing += node.args[1:] if "loss" in name or "entropy" in name else []
    for part in ast.iter_child_nodes(node):
        if not any(part is one for one in choosing):
            yield from compared(part)


def is_data(scene: Scene, node: ast.expr) -> bool:
    """Whether what a tensor is made of is a variable with plain data: numbers that no line collected."""
    held = scene.here.value(node) if scene.here is not None and isinstance(node, ast.Name) else UNKNOWN
    if is_array(held):
        return True
    if type(held) not in (list, tuple) or f"{ast.unparse(node)}.append(" in scene.cell:
        return False
    return all(type(one) in (int, float, bool, list, tuple) for one in held)
