"""A loss calculated from class numbers, after argmax: the lines with a loss for classes. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_of, is_tensor
from fastaid.teach.rules.code import above, calls_in
from fastaid.teach.rules.in_code import functional
from fastaid.teach.rules.step import LOSSES, OF_CLASSES
from fastaid.teach.scene import Scene

CASTS = ("float", "double", "long", "int", "type", "to", "squeeze", "view", "type_as", "half")
CLASSES = {LOSSES[one] for one in OF_CLASSES}


def loss_of_classes(scene: Scene, tree: ast.AST, line: ast.AST, call: ast.Call) -> str:
    """The lines anew, `call` being the argmax; "" where its outcome goes where it cannot be followed."""
    raw = raw_of(call)
    if not raw:
        return ""
    inside = _loss_around(scene, line, {ast.unparse(call)})
    if inside is not None:
        return _anew(scene, line, inside, raw)
    if not isinstance(line, ast.Assign) or not isinstance(line.targets[0], ast.Name):
        return ""
    if ast.unparse(uncast(line.value)) != ast.unparse(call):
        return ""
    name = line.targets[0].id
    first, words = f"{name} = {raw}", {name}
    after = [
        one
        for one in ast.walk(tree)
        if isinstance(one, (ast.Assign, ast.Return)) and one.lineno >= line.lineno
    ]
    for one in sorted(after, key=lambda node: node.lineno):
        if one.value is None or one is line:
            continue
        if ast.unparse(uncast(one.value)) in words and isinstance(one, ast.Assign):
            words |= {ast.unparse(target) for target in one.targets}
            continue
        inside = _loss_around(scene, one, words)
        if inside is not None:
            second = _anew(scene, one, inside, name)
            return f"{first}\n{second}" if second != ast.unparse(one) else first
    return first


def raw_of(call: ast.Call) -> str:
    """What an argmax was taken of, without a softmax around it."""
    is_method = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) not in ("torch", "np")
    if is_method and isinstance(call.func, ast.Attribute):
        node: ast.expr | None = call.func.value
    else:
        node = call.args[0] if call.args else None
    # Of probabilities cross-entropy would take softmax a second time.
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "softmax":
        is_torchs = ast.unparse(node.func.value) in ("torch", "F", "nn.functional")
        node = node.args[0] if is_torchs and node.args else node.func.value
    return ast.unparse(node) if node is not None else ""


def uncast(node: ast.expr) -> ast.expr:
    """What a change of dtype or of the shape alone was made of."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CASTS:
        if ast.unparse(node.func.value) == "torch":
            break
        node = node.func.value
    return node


def _loss_around(scene: Scene, line: ast.AST, words: set[str]) -> tuple[ast.expr, ast.expr, bool] | None:
    """The part of a line that is the loss of such class numbers, its target, and whether it is one for classes."""
    for name, one in calls_in(line):
        kind = _kind_of(scene, name, one)
        if kind and len(one.args) == 2 and ast.unparse(uncast(one.args[0])) in words:
            return one, one.args[1], kind in CLASSES
    for part in ast.walk(line):
        if not isinstance(part, ast.BinOp) or not isinstance(part.op, ast.Sub):
            continue
        sides = [part.left, part.right]
        found = [i for i, side in enumerate(sides) if ast.unparse(uncast(side)) in words]
        whole = _averaged(line, part) if len(found) == 1 else None
        if whole is not None:
            return whole, sides[1 - found[0]], False
    return None


def _kind_of(scene: Scene, name: str, call: ast.Call) -> str:
    """The class of loss that a call calculates."""
    if name in LOSSES:
        return LOSSES[name]
    if isinstance(call.func, ast.Call):  # nn.MSELoss()(a, b)
        kind = ast.unparse(call.func.func).rpartition(".")[2].removesuffix("Flat")
    else:
        here = scene.here
        held: Any = here.value(call.func) if here is not None else None
        inner = getattr(held, "func", held) if is_of(held, "fastai.losses", "BaseLoss") else held
        kind = type(inner).__name__
    return kind if kind in LOSSES.values() else ""


def _averaged(line: ast.AST, part: ast.BinOp) -> ast.expr | None:
    """`((a - b) ** 2).mean()` around `a - b`."""
    whole: ast.AST = part
    for one in above(line, part):
        if isinstance(one, (ast.Assign, ast.Return, ast.Expr)):
            break
        whole = one
    text = ast.unparse(whole)
    is_mean = isinstance(whole, ast.Call) and ("mean(" in text or "sum(" in text)
    return whole if is_mean and isinstance(whole, ast.expr) else None


def _anew(scene: Scene, line: ast.AST, found: tuple[ast.expr, ast.expr, bool], raw: str) -> str:
    whole, target, is_for_classes = found
    bare = uncast(target)
    held: Any = scene.here.value(bare) if scene.here is not None else None
    is_float = is_tensor(held) and held.is_floating_point()
    wanted = f"{ast.unparse(bare)}.long()" if is_float else ast.unparse(bare)
    if is_for_classes and isinstance(whole, ast.Call):
        wanted = wanted if is_tensor(held) else ast.unparse(target)
        new = f"{ast.unparse(whole.func)}({raw}, {wanted})"
    else:
        new = f"{functional(scene)}.cross_entropy({raw}, {wanted})"
    return ast.unparse(line).replace(ast.unparse(whole), new, 1)
