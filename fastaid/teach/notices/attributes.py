"""Attributes that are set and read by nobody, and weights that are not what they seem."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, TypeGuard

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.loop_parts import LOOPS, base_of
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import parts_of
from fastaid.teach.objects import is_dls, is_module, is_of, is_tensor, stored

# Sizes of a layer, and the dimension of its weights that they describe.
SIZES = {
    "out_features": ("Linear", 0),
    "in_features": ("Linear", 1),
    "out_channels": ("Conv2d", 0),
    "in_channels": ("Conv2d", 1),
    "num_embeddings": ("Embedding", 0),
    "embedding_dim": ("Embedding", 1),
}
MISSPELT = frozenset(
    {"require_grad", "require_grads", "requires_grads", "required_grad", "requires_gradient", "requires_gard"}
)


def _set(cell: Cell) -> Iterator[tuple[ast.Attribute, Any, ast.expr]]:
    """`object.attribute = value`, with the object where it can be told."""
    for node in cell.nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            target = node.targets[0]
            yield target, _object(cell, target.value), node.value


def _object(cell: Cell, node: ast.expr) -> Any:
    """`model.classifier[6]` too: a part by its number."""
    if isinstance(node, ast.Subscript):
        holder, at = _object(cell, node.value), constant(node.slice)
        parts = list(stored(holder).get("_modules", {}).values()) if is_module(holder) else []
        return parts[at] if isinstance(at, int) and -len(parts) <= at < len(parts) else None
    return cell.value(node)


@check("_features =", "_features=", "_channels =", "_channels=", "num_embeddings", "embedding_dim")
def size_of_a_layer(cell: Cell) -> Iterator[Notice]:
    """`model.fc.out_features = 2` changes a number beside the weights, not the weights."""
    for target, held, _ in _set(cell):
        if target.attr not in SIZES:
            continue
        kind, dimension = SIZES[target.attr]
        weight: Any = stored(held).get("_parameters", {}).get("weight")
        if not is_of(held, "torch.nn", kind) or not is_tensor(weight) or weight.ndim < 2:
            continue
        if int(weight.shape[dimension]) != stored(held).get(target.attr):
            layer = text_of(target.value)
            yield Notice(
                f"`{text_of(target)}` is only a label: the weights keep their shape {tuple(weight.shape)}, so "
                f"the layer still has {int(weight.shape[dimension])} {target.attr}. Replace the layer: "
                f"`{layer} = nn.{kind}(…)` with the sizes you want.",
                id(held),
                card="body-and-head",
            )


def _is_parameter(cell: Cell, node: ast.expr) -> bool:
    """Whether it is the variable of a loop over a network's parameters."""
    loops = [one for one in cell.of(ast.For) if isinstance(node, ast.Name) and node.id in _bound_by(one)]
    return bool(loops) and all("parameters()" in text_of(one.iter) for one in loops)


def _bound_by(loop: ast.For) -> set[str]:
    return {one.id for one in below(loop.target) if isinstance(one, ast.Name)}


@check("require", "training =", "training=")
def flag_of_a_module(cell: Cell) -> Iterator[Notice]:
    """`model.requires_grad = False` freezes nothing; neither does a misspelt flag."""
    for target, held, value in _set(cell):
        name, text = text_of(target.value), text_of(target)
        if target.attr in MISSPELT and (
            is_tensor(held) or is_module(held) or _is_parameter(cell, target.value)
        ):
            yield Notice(
                f"`{text}` is misspelt, so it has no effect: torch's word is `requires_grad`. Write "
                f"`{name}.requires_grad = {text_of(value)}`.",
                hash(text),
                card="freeze-and-unfreeze",
            )
        elif target.attr == "requires_grad" and is_module(held) and "requires_grad" not in dir(type(held)):
            yield Notice(
                f"`{text} = {text_of(value)}` has no effect: `{name}` is a module, and the flag belongs to its "
                f"parameters. Write `{name}.requires_grad_({text_of(value)})`.",
                id(held),
                card="freeze-and-unfreeze",
            )
        elif target.attr == "training" and is_module(held) and constant(value) is False:
            inner = [one for one in parts_of(held) if one is not held]
            if any(stored(one).get("training") for one in inner):
                yield Notice(
                    f"`{text} = False` reaches only `{name}` itself: the layers inside are still in training mode. "
                    f"Write `{name}.eval()`.",
                    id(held),
                    card="train-and-eval-mode",
                )


@check(".lr =", ".lr=", ".bs =", ".bs=", ".learning_rate")
def setting_without_effect(cell: Cell) -> Iterator[Notice]:
    """`opt.lr = 0.01` for an optimizer of torch's; `dls.bs = 32`."""
    for target, held, value in _set(cell):
        name, text = text_of(target.value), text_of(value)
        is_plain = type(held).__module__.startswith("torch.optim")
        if target.attr in ("lr", "learning_rate") and is_of(held, "torch.optim", "Optimizer") and is_plain:
            yield Notice(
                f"`{text_of(target)} = {text}` has no effect: the optimizer reads the learning rate from its "
                f"groups. Write `for g in {name}.param_groups: g['lr'] = {text}`.",
                id(held),
                card="learning-rate",
            )
        elif target.attr == "bs" and is_dls(held):
            yield Notice(
                f"`{text_of(target)} = {text}` has no effect: the loaders keep their batch size. Write "
                f"`{name}.train = {name}.train.new(bs={text})`, or make the dls and the learner anew with "
                f"`bs={text}`.",
                id(held),
                card="batch",
            )


@check("state_dict,", "state_dict)")
def state_dict_not_called(cell: Cell) -> Iterator[Notice]:
    """`torch.save(model.state_dict, …)` saves a method, not the weights."""
    for call in cell.calls("save"):
        given = call.args[0] if call.args else None
        if not isinstance(given, ast.Attribute) or given.attr != "state_dict":
            continue
        held = cell.value(given.value)
        if text_of(call.func) == "torch.save" and (
            is_module(held) or is_of(held, "torch.optim", "Optimizer")
        ):
            text = text_of(given)
            yield Notice(
                f"`{text}` without parentheses is the method: that was saved, not the weights. Write "
                f"`torch.save({text}(), …)`.",
                hash(text),
                card="saving-weights",
            )


@check("strict=False", "strict = False")
def no_weights_loaded(cell: Cell) -> Iterator[Notice]:
    """With strict=False, a state dict of other names loads nothing and says nothing."""
    for call in cell.calls("load_state_dict"):
        given = cell.value(call.args[0]) if call.args else None
        model: Any = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if constant(keyword(call, "strict")) is not False or not is_module(model):
            continue
        if not hasattr(type(given), "keys") or not given or not all(isinstance(one, str) for one in given):
            continue
        mine = {name for name, _ in model.named_parameters()} | {name for name, _ in model.named_buffers()}
        if mine and not mine & set(given):
            yield Notice(
                f"No weight was loaded: none of the names in `{text_of(call.args[0])}` ({next(iter(given))!r} …) "
                f"is one of the model's ({min(mine)!r} …), and strict=False keeps silent about it. Rename the keys (a "
                "prefix such as 'module.' or 'model.'?), or take the dict that is inside.",
                id(given),
                card="saving-weights",
            )


@check("state_dict()")
def best_weights_not_copied(cell: Cell) -> Iterator[Notice]:
    """`best = model.state_dict()` goes on changing with the model."""
    if "backward" not in cell.words or cell.words & {"deepcopy", "clone"}:
        return
    read = {text_of(call.args[0]) for call in cell.calls("load_state_dict") if call.args}
    saved = {text_of(call.args[0]) for call in cell.calls("save", "dump") if call.args}
    for loop in (node for node in cell.nodes if isinstance(node, LOOPS)):
        bound = {
            one.id for one in below(loop) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        for name, made, way in _states_kept(loop):
            is_list = way == "append"
            if name in saved or base_of(made.func) in bound:
                continue  # on disk it is a copy; a model made anew in each round keeps its own
            is_best = "best" in name.lower() or any(name == one or one.startswith(f"{name}[") for one in read)
            if not is_best and not is_list:
                continue
            text, copied = text_of(made), f"copy.deepcopy({text_of(made)})"
            fix = {"=": f"`{name} = {copied}`", "append": f"`{name}.append({copied})`"}.get(
                way, f"`{copied}` in its place"
            )
            yield Notice(
                f"`{name}` keeps no copy of `{text}`: its tensors are the model's own, and change with further "
                f"training. Write {fix}.",
                hash(text_of(loop) + name),
                card="saving-weights",
            )
            return


def _states_kept(loop: ast.AST) -> Iterator[tuple[str, ast.Call, str]]:
    """What a loop keeps state dicts in, the call that gives one, and the way: "=", "append", "tuple", "dict"."""
    for node in below(loop):
        if (
            isinstance(node, ast.Call)
            and last_name(node.func) == "append"
            and isinstance(node.func, ast.Attribute)
        ):
            for made in node.args[:1]:
                if _is_state(made):
                    yield text_of(node.func.value), made, "append"
        if not isinstance(node, ast.Assign):
            continue
        target, value = node.targets[0], node.value
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, made in zip(target.elts, value.elts, strict=False):
                if _is_state(made):
                    yield text_of(one), made, "tuple"
        elif isinstance(value, ast.Dict):
            for made in value.values:
                if _is_state(made):
                    yield text_of(target), made, "dict"
        elif _is_state(value):
            yield text_of(target), value, "="


def _is_state(node: ast.expr) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and last_name(node.func) == "state_dict"
