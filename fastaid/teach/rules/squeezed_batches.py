"""A last batch of one item, and a `squeeze()` that took its batch dimension too."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, is_module, is_of, shape, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.losses import loss_of_tensors
from fastaid.teach.rules.python_source import function_at, is_own, source_tree, text_of
from fastaid.teach.rules.step import LOSSES, OF_CLASSES, LossCall, source_of
from fastaid.teach.scene import Frame, Scene

MOST_LAYERS = 200
AT_POSITION = re.compile(r"zero-dimensional tensor \(at position (\d+)\)")


@dataclass(frozen=True)
class Squeeze:
    """A `squeeze()` of the learner's."""

    statement: ast.AST
    call: ast.Call
    place: str  # " in `Net.forward`", "" where it stands on the line that failed

    def mended(self, how: str) -> str:
        """The statement with `squeeze(-1)` or `flatten()` in its place."""
        func = self.call.func
        assert isinstance(func, ast.Attribute)
        inner = ast.unparse(self.call.args[0] if self.call.args else func.value)
        inner = f"({inner})" if isinstance(func.value, ast.BinOp) else inner
        text, old = ast.unparse(self.statement), ast.unparse(self.call)
        new = f"{inner}.{how}"
        return text.replace(old, new, 1) if old in text and "\n" not in text else new


EVERY = "`squeeze()` without a number takes away every dimension of size 1."


@rule(ValueError, RuntimeError, IndexError, needs="torch")
def in_a_loss(scene: Scene) -> Diagnosis | None:
    """The loss got a single number where a batch of one stands on the other side."""
    lost = lost_in_a_loss(scene)
    if lost is None:
        return None
    found, side, where = lost
    pred, targ = (found.pred_text, found.targ_text) if found.call is not None else ("", "")
    text = pred if side == "prediction" else targ
    name = f"`{text}`" if 0 < len(text) < 40 else f"the {side}"
    has, other = (found.pred, found.targ) if side == "prediction" else (found.targ, found.pred)
    return Diagnosis(
        f"{_last_batch(scene)}. `squeeze()`{where.place} took the dimension of the batch away too: {name} has shape "
        f"{shape(has)}.",
        f"{EVERY} The {'target' if side == 'prediction' else 'prediction'} has shape {shape(other)}.",
        *_instead(where, "reshape(-1, 1)" if shape(other) == (1, 1) else "flatten()"),
        card="rank-and-shape",
    )


def _instead(where: Squeeze, how: str) -> tuple[str, str]:
    return (
        where.mended(how),
        f"Keep the batch: `{how}` does so (or leave the last batch out, `drop_last=True` in the DataLoader):",
    )


def lost_in_a_loss(scene: Scene) -> tuple[LossCall, str, Squeeze] | None:
    """A loss, the side of it that lost the dimension of a batch of one, and where; None where it was not so."""
    found = loss_of_tensors(scene, *LOSSES)
    side = squeezed_side(found) if found is not None else ""
    if found is None or not side:
        return None
    given = found.call.args[0 if side == "prediction" else 1 :][:1] if found.call is not None else []
    models = [stored(found.learn).get("model")] if is_learner(found.learn) else []
    where = next(_squeezes(scene, given, models), None)
    return (found, side, where) if where is not None else None


@rule(RuntimeError, needs="torch")
def in_a_join(scene: Scene) -> Diagnosis | None:
    """`torch.cat` of squeezed outputs, the last of which is a single number."""
    where, found = lost_in_a_join(scene), AT_POSITION.search(scene.message)
    if where is None or found is None:
        return None
    return Diagnosis(
        f"`squeeze()`{where.place} made a single number of the output for a batch of one item, the one at position "
        f"{found[1]}; `torch.cat` joins tensors with at least one dimension.",
        f"{EVERY} {_last_batch(scene)}.",
        *_instead(where, "flatten()"),
        card="rank-and-shape",
    )


def lost_in_a_join(scene: Scene) -> Squeeze | None:
    """Where the learner squeezed what could not be joined."""
    found, here = AT_POSITION.search(scene.message), scene.here
    call = here.call if here is not None else None
    if found is None or call is None or not call.args or int(found[1]) == 0:
        return None
    return next(_squeezes(scene, call.args[:1]), None)


@rule(TypeError, needs="torch")
def in_a_list(scene: Scene) -> Diagnosis | None:
    """`preds.extend(out.squeeze().tolist())`: of a single number tolist() makes no list."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or len(call.args) != 1 or "object is not iterable" not in scene.message:
        return None
    if not re.match(r"'(float|int)' object", scene.message) or last_name(call.func) not in (
        "extend",
        "list",
        "set",
    ):
        return None
    if not any(isinstance(one, ast.Attribute) and one.attr == "tolist" for one in ast.walk(call.args[0])):
        return None
    where = next(_squeezes(scene, call.args), None)
    if where is None:
        return None
    return Diagnosis(
        f"`{ast.unparse(call.args[0])}` is a single number and no list: `squeeze()`{where.place} took the dimension of "
        "the batch away too.",
        f"{EVERY} {_last_batch(scene)}.",
        *_instead(where, "flatten()"),
        card="rank-and-shape",
    )


def squeezed_side(found: LossCall) -> str:
    """Which side of a loss has lost the dimension of its batch of one: "prediction", "target"; "" for neither."""
    pred, targ = shape(found.pred), shape(found.targ)
    if found.kind in OF_CLASSES:
        return "target" if not targ and len(pred) == 2 and pred[0] == 1 else ""
    if not pred and targ in ((1,), (1, 1)):
        return "prediction"
    return "target" if not targ and pred in ((1,), (1, 1)) else ""


def is_squeeze(node: ast.AST) -> bool:
    """Whether it is `x.squeeze()` or `torch.squeeze(x)`, without a dimension."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.keywords:
        return False
    is_functions = isinstance(node.func.value, ast.Name) and node.func.value.id == "torch"
    return node.func.attr == "squeeze" and len(node.args) == (1 if is_functions else 0)


def _squeezes(scene: Scene, given: list[ast.expr], models: list[Any] | None = None) -> Iterator[Squeeze]:
    """Where the learner squeezed what was given: on the line, above it, in a function or a network called for it."""
    here = scene.here
    if here is None:
        return
    nodes: list[ast.AST] = list(given)
    words = {one.id for node in given for one in ast.walk(node) if isinstance(one, ast.Name)}
    tree: ast.AST | None = function_at(here) or source_tree(here)
    for node in ast.walk(tree) if tree is not None else ():
        targets = node.targets if isinstance(node, ast.Assign) else []
        appended = isinstance(node, ast.Expr) and _appends_to(node, words)
        if appended or any(isinstance(one, ast.Name) and one.id in words for one in targets):
            nodes.append(node)
    for node in nodes:
        for part in ast.walk(node):
            if is_squeeze(part) and isinstance(part, ast.Call):
                is_here = node in given
                yield Squeeze(part if is_here else node, part, "" if is_here else _place(node))
    yield from _in_what_is_called(here, nodes, models or [])


def _appends_to(node: ast.Expr, words: set[str]) -> bool:
    """Whether a line is `preds.append(…)` of one of these names."""
    func = node.value.func if isinstance(node.value, ast.Call) else None
    return (
        isinstance(func, ast.Attribute)
        and func.attr == "append"
        and isinstance(func.value, ast.Name)
        and func.value.id in words
    )


def _place(node: ast.AST) -> str:
    return f" in `{text_of(node)}`" if text_of(node) else ""


def _in_what_is_called(here: Frame, nodes: list[ast.AST], models: list[Any]) -> Iterator[Squeeze]:
    names = [one for node in nodes for one in ast.walk(node) if isinstance(one, (ast.Name, ast.Attribute))]
    held = [here.value(one) for one in names if isinstance(one.ctx, ast.Load)]
    functions = [(one, f"`{one.__name__}`") for one in held if is_own(one, here.scope.f_globals)]
    for model in [*held, *models]:
        for layer in list(model.modules())[:MOST_LAYERS] if is_module(model) else ():
            if not str(type(layer).__module__).startswith("torch."):
                functions.append((type(layer).forward, f"`{type(layer).__name__}.forward`"))
    for function, name in functions:
        tree = source_of(function)
        for node in ast.walk(tree) if isinstance(tree, ast.FunctionDef) else ():
            for part in ast.walk(node) if isinstance(node, (ast.Assign, ast.Return)) else ():
                if isinstance(part, ast.Call) and is_squeeze(part):
                    yield Squeeze(node, part, f" in {name}")


def _last_batch(scene: Scene) -> str:
    """What is said of the batch: how many items there were, where the loader is known."""
    for frame in scene.frames:
        tree = source_tree(frame)
        for node in ast.walk(tree) if tree is not None else ():
            for one in ast.walk(node.iter) if isinstance(node, (ast.For, ast.comprehension)) else ():
                held = frame.value(one) if isinstance(one, ast.Name) else None
                if not is_of(held, "torch.utils.data", "DataLoader") or not isinstance(one, ast.Name):
                    continue
                n, size = len(stored(held).get("dataset") or ()), stored(held).get("batch_size")
                if isinstance(size, int) and (size == 1 or n % size == 1):
                    left = "gives batches of 1 item" if size == 1 else f"has {n:,} items in batches of {size}"
                    return f"`{one.id}` {left}" + (
                        "" if size == 1 else ", so the last batch is a single item"
                    )
    learn = next((held for _, held in scene.holding("self", is_learner)), None)
    dl = stored(stored(learn).get("dl")) if learn is not None else {}
    items, bs = dl.get("n"), dl.get("bs")
    if isinstance(items, int) and isinstance(bs, int) and bs > 1 and items % bs == 1:
        return f"There are {items:,} items in batches of {bs}, so the last batch is a single item"
    return "This batch has a single item"
