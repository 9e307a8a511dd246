"""What a training loop written by hand left: its loss, its weights, its optimizer."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loop_parts import base_of, loops, method_calls, steps_of, trains_with_fastai
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import has_bad_weights, is_finite, weights_of
from fastaid.teach.objects import is_module, is_of, is_tensor, stored

GROWN = 1000  # times the first loss


@check(".backward(", "for ")
def loss_is_nan(cell: Cell) -> Iterator[Notice]:
    """The loss or the weights of a loop written by hand are NaN."""
    if "backward" not in cell.words or trains_with_fastai(cell):
        return
    for name, held in cell.mentioned.items():
        is_loss = "loss" in name.lower() and is_tensor(held) and held.numel() == 1
        is_kept = "loss" in name.lower() and type(held) is list and held and isinstance(held[-1], float)
        if is_loss and not is_finite(held):
            state = "nan" if bool((held != held).any()) else "infinite"
        elif isinstance(held, float) and "loss" in name.lower() and not math.isfinite(held):
            state = str(held)
        elif is_kept and not math.isfinite(held[-1]):
            state = str(held[-1])
        elif is_kept and len(held) > 2 and abs(held[-1]) > GROWN * max(abs(held[0]), 0.1):
            state = f"{held[-1]:.3g}"
        else:
            continue
        model = next((n for n, one in cell.live(is_module) if has_bad_weights(one)), "")
        weights = f"the weights of `{model}`" if model else "the weights"
        yield Notice(
            f"`{name}` is {state}: training diverged. The learning rate{_rate(cell)} is too high, or the data hold "
            f"a nan; {weights} are spoilt: make them anew and train with a smaller lr (a tenth, or 1e-3).",
            id(held) if is_tensor(held) else hash(name + cell.source),
            card="learning-rate",
        )
        return


def _rate(cell: Cell) -> str:
    for name, held in cell.live(lambda one: is_of(one, "torch.optim", "Optimizer")):
        groups = stored(held).get("param_groups") or [{}]
        if isinstance(groups[0].get("lr"), (int, float)):
            return f" (lr={groups[0]['lr']:.3g} in `{name}`)"
    for name in ("lr", "learning_rate", "LR", "alpha", "eta"):
        held = cell.names.get(name)
        if name in cell.words and isinstance(held, (int, float)):
            return f" ({name}={held:.3g})"
    return " lr"


@check("len(")
def accuracy_over_batches(cell: Cell) -> Iterator[Notice]:
    """Right answers are counted in items and divided by the number of batches: an accuracy above 1."""
    if "acc" not in cell.source.lower():
        return
    for name, node in cell.assigned():
        if "acc" not in name.lower() or not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
            continue
        by = node.right
        if not isinstance(by, ast.Call) or last_name(by.func) != "len" or len(by.args) != 1:
            continue
        held: Any = cell.names.get(name)
        held = held.item() if is_tensor(held) and held.numel() == 1 and held.device.type == "cpu" else held
        loader = cell.value(by.args[0])
        is_loader = is_of(loader, "torch.utils.data", "DataLoader") or is_of(
            loader, "fastai.data.load", "DataLoader"
        )
        if not is_loader or not isinstance(held, float) or held <= 1 + 1e-6 or cell.bound[name] > 1:
            continue
        if any(isinstance(one, ast.Constant) and one.value in (100, 100.0) for one in below(node)):
            continue
        text = text_of(by.args[0])
        yield Notice(
            f"`{name}` is {held:.4g}, more than 1: `len({text})` is the number of batches, and "
            f"`{text_of(node.left)}` counts items. Divide by the number of items: "
            f"`{name} = {text_of(node.left)} / len({text}.dataset)`.",
            hash(ast.dump(node)),
            card="accuracy-and-error-rate",
        )
        return


@check(".backward(")
def loss_without_history(cell: Cell) -> Iterator[Notice]:
    """A loss that was made a new tensor: backward reaches no weight."""
    if trains_with_fastai(cell):
        return
    for call in cell.calls("backward"):
        if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
            continue
        name = call.func.value.id
        loss = cell.value(call.func.value)
        if not is_tensor(loss) or loss.numel() != 1 or not loss.requires_grad or loss.grad_fn is not None:
            continue
        if not steps_of(cell, cell.nodes):
            continue
        yield Notice(
            f"`{name}` has lost its history: it is a new tensor (made by `requires_grad`, `torch.tensor` or "
            "`Variable`), so `backward()` reaches no weight and nothing is learnt. Compute it from the model's "
            "output by tensor operations, without .item(), .detach(), argmax or torch.tensor.",
            id(loss),
            card="gradient",
        )


@check(".backward(", ".step(", "for ")
def optimizer_of_another_model(cell: Cell) -> Iterator[Notice]:
    """The optimizer holds parameters that the model which is trained does not have."""
    if "backward" not in cell.words or trains_with_fastai(cell):
        return
    stepped = {base_of(call.func) for call in steps_of(cell, cell.all_nodes)}
    models = [(name, one) for name, one in cell.live(is_module) if weights_of(one)]
    used = {id(w) for name in stepped for w in _tuned(cell.names.get(name))}
    if not used or all(id(w) in used for _, model in models for w in weights_of(model) if w.requires_grad):
        return
    optimizers = cell.optimizers
    tuned = {id(w) for _, one in optimizers for w in _tuned(one)}
    for name, held in optimizers:
        if name not in stepped:
            continue
        for model_name, model in models:
            learning = [w for w in weights_of(model) if w.requires_grad and w.grad is not None]
            missing = [w for w in learning if id(w) not in tuned]
            orphans = _orphans(cell, held) if missing else []
            if orphans and missing and all(w.grad is None for w in orphans):
                yield Notice(
                    f"`{name}` does not hold {'the' if len(missing) == len(learning) else 'all'} parameters of "
                    f"`{model_name}`: it was made before the model (or a layer of it) was replaced, so "
                    f"{len(missing)} of its tensors are never changed. Make the optimizer anew after the model: "
                    f"`{name} = torch.optim.{type(held).__name__}({model_name}.parameters(), lr=…)`.",
                    id(held),
                    card="sgd-and-optimizers",
                )
                return


def _orphans(cell: Cell, optimizer: Any) -> list[Any]:
    """Parameters of an optimizer that belong to no network, tensor or list of the notebook's."""
    known: set[int] = set()
    for one in list(cell.names.values()):
        if is_module(one):
            known |= {id(w) for w in weights_of(one)}
        elif is_tensor(one):
            known.add(id(one))
        elif type(one) in (list, tuple) and len(one) < 1000:
            known |= {id(w) for w in one}
    return [w for w in _tuned(optimizer) if id(w) not in known]


def _tuned(optimizer: Any) -> list[Any]:
    return [w for group in stored(optimizer).get("param_groups") or [] for w in group["params"]]


@check(".backward(", "for ")
def sum_keeps_graphs(cell: Cell) -> Iterator[Notice]:
    """A running total of losses that are tensors keeps the graph of every batch in memory."""
    if "backward" not in cell.words:
        return
    for loop in loops(cell.nodes):
        for node in below(loop):
            if not isinstance(node, ast.AugAssign) or not isinstance(node.target, ast.Name):
                continue
            name, held = node.target.id, cell.value(node.target)
            if not is_tensor(held) or held.grad_fn is None or not isinstance(node.op, ast.Add):
                continue
            if not isinstance(node.value, ast.Name) or not _is_sent_back(node.value.id, cell.all_nodes):
                continue
            if _is_sent_back(name, cell.all_nodes):
                continue  # a sum that is itself the loss
            yield Notice(
                f"`{name} += {node.value.id}` adds up tensors with their gradients' history, which keeps every "
                f"batch's graph in memory. Add the number alone: `{name} += {node.value.id}.item()`.",
                id(held),
                card="gradient",
            )
            return


def _is_sent_back(name: str, nodes: Sequence[ast.AST]) -> bool:
    return any(base_of(call.func) == name for call in method_calls(nodes, "backward"))
