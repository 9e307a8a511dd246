"""Layers whose outputs a forward cuts off from the graph, so that their weights never get a gradient."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import parts_of, weights_of
from fastaid.teach.objects import is_learner, is_module, stored

METHODS = ("detach", "numpy", "tolist", "item")
MAKERS = ("tensor", "as_tensor", "from_numpy", "array")
CUTS = frozenset({"data", *METHODS, *MAKERS})
# Words of networks that are kept as they are on purpose.
ON_PURPOSE = ("target", "teacher", "frozen", "freeze", "ema", "momentum", "pretrain", "backbone", "encoder")
LIBRARIES = ("torchvision", "timm", "transformers", "fastai.vision.models", "fastai.vision.learner")


@check(*CUTS, "backward", "@Learner", also=("@own",), reached=True)
def outputs_cut_off(cell: Cell) -> Iterator[Notice]:
    """`h = F.relu(self.body(x)).data` in forward: nothing before it learns."""
    for model, optimizers in _trained(cell):
        for part, forward in _cutting(model):
            written = cell.definition(forward)
            if not isinstance(written, ast.FunctionDef):
                continue
            for cut, layer in _cuts(written):
                held = stored(part).get("_modules", {}).get(layer)
                if (
                    not is_module(held)
                    or not _never_learnt(held, model, optimizers)
                    or _is_meant(layer, held)
                ):
                    continue
                yield Notice(
                    f"In `forward` of `{type(part).__name__}`, `{text_of(cut)}` cuts the outputs of `self.{layer}` off "
                    f"from the graph: its weights got no gradient, so they are not trained. {_mended(written, cut)}",
                    id(held),
                    card="gradient",
                )
                return


def _cutting(model: Any) -> list[tuple[Any, FunctionType]]:
    """The parts of a network whose own forward names something that cuts: hardly any network has one."""
    found = []
    for part in parts_of(model):
        forward = vars(type(part)).get("forward") if type(part).__module__ == "__main__" else None
        if isinstance(forward, FunctionType) and CUTS & set(forward.__code__.co_names):
            found.append((part, forward))
    return found


def _trained(cell: Cell) -> Iterator[tuple[Any, list[Any]]]:
    """Networks that cut, of those the cell names, each with torch's optimizers that train it; none for a learner's."""
    for _, learn in cell.live(is_learner):
        model = stored(learn).get("model")
        if is_module(model) and _cutting(model):
            yield model, []
    if "backward" not in cell.words:
        return
    models = [model for _, model in cell.live(is_module) if _cutting(model)]
    if not models or not cell.optimizers:
        return
    for model in models:
        own = {id(one) for one in weights_of(model)}
        using = [held for _, held in cell.optimizers if own & _ids(held)]
        if using:
            yield model, using


def _ids(optimizer: Any) -> set[int]:
    return {id(one) for group in optimizer.param_groups for one in group["params"]}


def _never_learnt(layer: Any, model: Any, optimizers: list[Any]) -> bool:
    """Whether no weight of a layer ever had a gradient, though it asks for one, where others of the network had."""
    own = weights_of(layer)
    asked = set[int]().union(*map(_ids, optimizers))
    if not own or not all(one.requires_grad and (not optimizers or id(one) in asked) for one in own):
        return False
    states = {id(one) for held in optimizers for one in held.state}

    def learnt(weight: Any) -> bool:
        return weight.grad is not None or id(weight) in states

    return not any(map(learnt, own)) and any(map(learnt, weights_of(model)))


def _is_meant(name: str, layer: Any) -> bool:
    kinds = {type(one).__module__ for one in parts_of(layer)}
    is_known = any(one.startswith(LIBRARIES) for one in kinds)
    return is_known or any(word in name.lower() for word in ON_PURPOSE)


def _cuts(written: ast.FunctionDef) -> Iterator[tuple[ast.expr, str]]:
    """Expressions that cut, each with the layer of which it takes the outputs."""
    if any(isinstance(one, ast.With) for one in below(written)):
        return  # no_grad: somebody wanted it so
    lines = [one for one in nodes_in(written, ast.Assign) if len(one.targets) == 1]
    for node in below(written):
        source: ast.expr | None = None
        if isinstance(node, ast.Attribute) and node.attr == "data":
            source = node.value
        elif (
            isinstance(node, ast.Call)
            and last_name(node.func) in METHODS
            and isinstance(node.func, ast.Attribute)
        ):
            source = node.func.value
        elif isinstance(node, ast.Call) and last_name(node.func) in MAKERS and node.args:
            source = node.args[0]
        if source is None or not isinstance(node, ast.expr):
            continue
        names = {one.id for one in below(source) if isinstance(one, ast.Name)}
        given = [_before(lines, name, node) for name in names]
        for one in [source, *(made for made in given if made is not None)]:
            for call in nodes_in(one, ast.Call):
                func = call.func
                if isinstance(func, ast.Attribute) and text_of(func.value) == "self":
                    yield node, func.attr


def _before(lines: list[ast.Assign], name: str, node: ast.expr) -> ast.expr | None:
    """What a name was given last above a line."""
    found = [one for one in lines if text_of(one.targets[0]) == name and one.lineno < node.lineno]
    return max(found, key=lambda one: one.lineno).value if found else None


def _mended(written: ast.FunctionDef, cut: ast.expr) -> str:
    if isinstance(cut, ast.Attribute):
        inner, word = cut.value, "`.data`"
    elif (
        isinstance(cut, ast.Call) and isinstance(cut.func, ast.Attribute) and last_name(cut.func) == "detach"
    ):
        inner, word = cut.func.value, "`.detach()`"
    else:
        return "Stay with tensors of torch there, without `torch.tensor`, `.numpy()` or `.item()`."
    for line in nodes_in(written, ast.Assign):
        if any(one is cut for one in below(line)):
            fixed = text_of(line).replace(text_of(cut), text_of(inner), 1)
            return f"Leave {word} out: `{fixed}`."
    return f"Leave {word} out: `{text_of(inner)}`."
