"""What a training loop written by hand left: its loss, its weights, its optimizer."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.broken_data import broken_data
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.first_loss import calmer, log_of_outputs
from fastaid.teach.notices.loop_parts import (
    base_of,
    is_endless,
    loops,
    method_calls,
    steps_of,
    trains_with_fastai,
)
from fastaid.teach.notices.tree import below, nodes_in, text_of
from fastaid.teach.notices.values import has_bad_weights, is_finite, last_layer, weights_of
from fastaid.teach.objects import is_module, is_of, is_table, is_tensor, library, stored

RATES = ("lr", "learning_rate", "LR", "alpha", "eta")
GROWN = 1000  # times the first loss
MOST_ROWS = 200_000  # of a table are looked at
# Names of what begins at infinity and gets smaller.
SO_FAR = re.compile(r"best|(?:^|_)(?:min|minimum|low|lowest|smallest|record|target|threshold|prev)(?:_|$)")
# What a loop keeps its losses in, beside names with "loss".
KEPT = re.compile(r"(?i)^(err|error|cost|mse)s?$|^(hist|history|curve|track)$")
# Words of one who shows what a rate that is too high does.
ON_PURPOSE = re.compile(r"(?i)explode|diverge|blows? up|too (high|large|big)|overflow")


@check("backward", also=("oss", "OSS", "hist", "err", "cost", "mse", "curve", "track"), reached=True)
def loss_is_nan(cell: Cell) -> Iterator[Notice]:
    """The loss or the weights of a loop written by hand are NaN."""
    if "backward" not in cell.words or trains_with_fastai(cell):
        return
    for name, held in cell.mentioned.items():
        is_loss = "loss" in name.lower()
        state = _broken_state(cell, name, held) if is_loss or KEPT.search(name) else ""
        if not state or (not is_loss and state not in ("nan", "inf")) or ON_PURPOSE.search(cell.source):
            continue
        yield Notice(
            f"`{name}` is {state}: {_why_broken(cell)}",
            id(held) if is_tensor(held) or type(held) is list else hash(name + cell.source),
            card="learning-rate",
        )
        return


def _why_broken(cell: Cell) -> str:
    """What made the loss nan, as far as the data, the first loss and the formula tell."""
    model = next((n for n, one in cell.live(is_module) if has_bad_weights(one)), "")
    spoilt = f"he weights{f' of `{model}`' if model else ''} are spoilt: make them anew"
    missing, pole = _missing(cell), _pole(cell)
    if missing:
        return f"the data hold missing values, {missing}. T{spoilt} after that."
    at_fault = broken_data(cell)
    if at_fault:
        return f"that comes from the data, not from the learning rate. {at_fault}. T{spoilt} after that."
    if _is_first_broken(cell):
        pole = pole or "Look for a nan in the data, a log(0) or a division by 0 in the model or the loss."
        return f"the very first loss is so already, so the learning rate is not the cause. {pole} T{spoilt} after that."
    if pole:
        return (
            f"either the learning rate{_rate(cell)} is too high, so training diverged, or the formula is at fault. "
            f"{pole} T{spoilt} after that."
        )
    kept = {
        n: one for n, one in cell.mentioned.items() if type(one) is list and one and type(one[0]) is float
    }
    calm = calmer(cell, kept) or "train with a smaller lr (a tenth, or 1e-3)"
    why = f"The learning rate{_rate(cell)} is too high, or the data hold a nan"
    return f"training diverged. {why}; t{spoilt} and {calm}."


def _is_first_broken(cell: Cell) -> bool:
    """Whether the loss of the very first step is known, and nan: then no step has been taken before."""
    # The innermost loop with `backward()` must also be the one that appends to the list.
    for loop in loops(cell.all_nodes):
        inside = below(loop)
        if method_calls(inside, "backward"):
            kept = [cell.names.get(base_of(call.func)) for call in method_calls(inside, "append")]
            firsts = [one[0] for one in kept if type(one) is list and one]
            return any(isinstance(one, float) and not math.isfinite(one) for one in firsts)
    return False


def _broken_state(cell: Cell, name: str, held: Any) -> str:
    """How a loss is broken: "nan", "infinite", "3.2e+30"; "" where it is not, or was not measured yet."""
    if SO_FAR.search(name.lower()):
        return ""
    if is_tensor(held) and held.numel() == 1:
        return "" if is_finite(held) else "nan" if bool((held != held).any()) else "infinite"
    if type(held) is list and held and isinstance(held[0], float) and isinstance(held[-1], float):
        if not math.isfinite(held[-1]):
            return "" if _begins_infinite(cell, name) else str(held[-1])
        has_grown = len(held) > 2 and abs(held[-1]) > GROWN * max(abs(held[0]), 0.1)
        return f"{held[-1]:.3g}" if has_grown else ""
    if not isinstance(held, float) or math.isfinite(held):
        return ""
    # A float may have been infinite from the beginning, with nothing measured since.
    is_measured = math.isnan(held) and not _begins_infinite(cell, name)
    return str(held) if is_measured or _is_anything_broken(cell) else ""


def _begins_infinite(cell: Cell, name: str) -> bool:
    """`name = float('inf')`, also among others: `step, name = 0, math.inf`."""
    for node in cell.all_of(ast.Assign):
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            for one, value in pairs:
                if getattr(one, "id", "") == name and any(is_endless(part) for part in below(value)):
                    return True
    return False


def _is_anything_broken(cell: Cell) -> bool:
    if any(has_bad_weights(one) for _, one in cell.live(is_module)):
        return True
    return any(one.requires_grad and not is_finite(one) for _, one in cell.live(is_tensor))


def _missing(cell: Cell) -> str:
    """The column of a table with gaps that the cell names, with the line that fills it."""
    pandas = library("pandas")
    for name, table in cell.live(is_table):
        if pandas is None or len(table) > MOST_ROWS:
            continue
        for column in [one for one in table.columns if isinstance(one, str) and one in cell.source]:
            is_number = getattr(table[column].dtype, "kind", "") == "f"
            if is_number and bool(pandas.isna(table[column]).any()):
                place = f"{name}[{column!r}]"
                return f"in the column `{column}` of `{name}`. Fill them: `{place} = {place}.fillna({place}.median())`"
    return ""


def _pole(cell: Cell) -> str:
    """What in the learner's own formulas makes a nan of a number that may well be there."""
    if told := log_of_outputs(cell):
        return told
    calls = [call for call in cell.all_of(ast.Call) if isinstance(call.func, ast.Attribute)]
    # Not what is logged, nor logarithms of Python's numbers.
    logs = [one for one in calls if last_name(one.func) == "log" and _is_of_tensors(one.func)]
    ends = {type(last_layer(one)).__name__ for _, one in cell.live(is_module)}
    if logs and (cell.words & {"sigmoid", "Sigmoid"} or "Sigmoid" in ends):
        return (
            "log(0) is -inf, and a sigmoid is exactly 0 or 1 for large numbers: scale the inputs (mean 0, deviation 1) "
            "and use `nn.BCEWithLogitsLoss()` on the output without the sigmoid."
        )
    if logs:
        return f"log(0) is -inf: scale the inputs, or stay away from 0 in `{text_of(logs[0])}` with `.clamp(min=1e-7)`."
    if any(last_name(one.func) == "sqrt" and _is_of_tensors(one.func) for one in calls):
        return "The gradient of sqrt at 0 is infinite: write `torch.sqrt(… + 1e-8)`."
    return ""


def _is_of_tensors(func: ast.expr) -> bool:
    holder = text_of(func.value) if isinstance(func, ast.Attribute) else ""
    return holder not in ("math", "np", "numpy", "logging", "logger", "wandb", "self", "cmath", "writer")


def _rate(cell: Cell) -> str:
    for name, held in cell.live(lambda one: is_of(one, "torch.optim", "Optimizer")):
        groups = stored(held).get("param_groups") or [{}]
        if isinstance(groups[0].get("lr"), (int, float)):
            return f" (lr={groups[0]['lr']:.3g} in `{name}`)"
    for name in RATES:
        held = cell.names.get(name)
        if name in cell.words and isinstance(held, (int, float)):
            return f" ({name}={held:.3g})"
    given = [one for one in cell.of(ast.keyword) if one.arg in (*RATES, "step", "step_size")]
    values = [(one.arg, cell.value(one.value)) for one in given]
    return next((f" ({name}={held:.3g})" for name, held in values if isinstance(held, (int, float))), "")


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
        yield Notice(_cut_off(cell, name), id(loss), card="gradient")


def _cut_off(cell: Cell, name: str) -> str:
    """How a loss lost its history: under no_grad, or by what was done to it."""
    for block in nodes_in(cell.tree, ast.With):
        is_off = any("no_grad" in text_of(one.context_expr) for one in block.items)
        if is_off and any(
            isinstance(one, ast.Assign) and text_of(one.targets[0]) == name for one in below(block)
        ):
            grown = next((text_of(one) for one in cell.nodes if _asks_for_grad(one, name)), "")
            delete = f", and delete `{grown}`" if grown else ""
            return (
                f"`{name}` is computed inside `torch.no_grad()`, so it has no history, and `requires_grad` does not "
                "bring it back: `backward()` reaches no weight and nothing is learnt. Take the model's call and "
                f"`{name}` out of `torch.no_grad()`{delete}."
            )
    return (
        f"`{name}` has lost its history: it is a new tensor (made by `requires_grad`, `torch.tensor` or "
        "`Variable`), so `backward()` reaches no weight and nothing is learnt. Compute it from the model's "
        "output by tensor operations, without .item(), .detach(), argmax or torch.tensor."
    )


def _asks_for_grad(node: ast.AST, name: str) -> bool:
    """`loss.requires_grad = True`, `loss.requires_grad_()`."""
    if isinstance(node, ast.Assign):
        return text_of(node.targets[0]) == f"{name}.requires_grad"
    return isinstance(node, ast.Call) and text_of(node.func) == f"{name}.requires_grad_"


@check("backward", also=("step",), reached=True)
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


@check("backward", also=("+=",), reached=True)
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
