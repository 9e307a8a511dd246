"""Training loops written by hand."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import FUNCTIONS, Cell, last_name
from fastaid.teach.notices.values import has_bad_weights, is_finite, weights_of
from fastaid.teach.objects import is_module, is_of, is_tensor, stored

LOOPS = (ast.For, ast.While)
# Any of these shows that gradients are dealt with somehow: then nothing is said.
CLEARS = frozenset(
    {"zero_grad", "zero_grads", "zero_", "set_to_none", "fill_", "autograd", "closure", "accelerator"}
)
GROWN = 1000


def loops(nodes: Sequence[ast.AST]) -> list[ast.For | ast.While]:
    """Loops, the innermost first."""
    found = [node for node in nodes if isinstance(node, LOOPS)]
    return sorted(found, key=lambda one: sum(1 for _ in ast.walk(one)))


def _calls(nodes: Sequence[ast.AST], name: str) -> list[ast.Call]:
    return [
        node
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
    ]


def _reads_grad(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr == "grad" for one in ast.walk(node))


def _updates_by_hand(nodes: Sequence[ast.AST]) -> list[ast.AST]:
    """`w -= lr * w.grad`, `w.data.sub_(…grad…)`, `p.data = p.data - …grad…`: the same tensor goes on."""
    found: list[ast.AST] = []
    for node in nodes:
        if isinstance(node, ast.AugAssign) and _reads_grad(node.value) and not _reads_grad(node.target):
            found.append(node.target)
        elif isinstance(node, ast.Call) and last_name(node.func) in ("sub_", "add_", "copy_"):
            if any(_reads_grad(one) for one in node.args) and isinstance(node.func, ast.Attribute):
                found.append(node.func.value)
        elif isinstance(node, ast.Assign) and _reads_grad(node.value):
            found += [one for one in node.targets if isinstance(one, ast.Attribute) and one.attr == "data"]
    return found


def _bound_in(nodes: Sequence[ast.AST]) -> set[str]:
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)} - {
        node.target.id
        for node in nodes
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }


def _sets_grad(nodes: Sequence[ast.AST]) -> bool:
    """`p.grad = None`, `p.grad *= 0`, `del p.grad`."""
    return any(
        isinstance(node, ast.Attribute) and node.attr == "grad" and not isinstance(node.ctx, ast.Load)
        for node in nodes
    )


def _base(node: ast.AST) -> str:
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _runs_once(loop: ast.For | ast.While) -> bool:
    over = loop.iter if isinstance(loop, ast.For) else None
    if not isinstance(over, ast.Call) or last_name(over.func) != "range" or not over.args:
        return False
    return len(over.args) == 1 and isinstance(over.args[0], ast.Constant) and over.args[0].value == 1


def _trains_with_fastai(cell: Cell) -> bool:
    """A loop of fits, or a Callback: the Learner sees to the gradients."""
    return bool(
        cell.words & {"Learner", "Callback", "fit", "fit_one_cycle", "fine_tune", "LBFGS", "torch_xla"}
    )


def _steps(cell: Cell, nodes: Sequence[ast.AST]) -> list[ast.Call]:
    """Steps of an optimizer, as far as can be told: not those of a schedule, nor of a counter."""
    found = []
    for call in _calls(nodes, "step"):
        held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
        if is_of(held, "torch.optim.lr_scheduler", "LRScheduler"):
            continue
        if is_of(held, "torch.optim", "Optimizer") or "opt" in _base(call.func).lower():
            found.append(call)
    return found


@check(".backward(")
def zero_grad_forgotten(cell: Cell) -> Iterator[Notice]:
    """Gradients of every batch are added up, as nothing sets them to zero."""
    yield from _unzeroed(cell)


@check("for ", "while ")
def zero_grad_forgotten_in_function(cell: Cell) -> Iterator[Notice]:
    """The same, where the loop stands in a cell and the training step in a function of another."""
    if ".backward(" not in cell.source:
        yield from _unzeroed(cell)


def _unzeroed(cell: Cell) -> Iterator[Notice]:
    if any(word in cell.source for word in CLEARS):
        return  # before the cell is taken apart: most loops are right
    if "backward" not in cell.words or cell.words & CLEARS or _sets_grad(cell.all_nodes):
        return
    if _trains_with_fastai(cell):
        return
    for loop in loops(cell.all_nodes):
        nodes = cell.reached(loop)
        steps = _steps(cell, nodes)
        by_hand = _updates_by_hand(nodes)
        if not _calls(nodes, "backward") or not (steps or by_hand):
            continue
        bound = _bound_in(list(ast.walk(loop)))
        target = _base(steps[0].func) if steps else _base(by_hand[0])
        # What is made anew in each round has no gradient of the round before.
        if _runs_once(loop) or (target in bound and (steps or not _is_loops_variable(target, nodes))):
            return
        if steps:
            fix = f"Call `{target or 'opt'}.zero_grad()` in the loop, after `{ast.unparse(steps[0].func)}()`."
        else:
            name = ast.unparse(by_hand[0]).removesuffix(".data")
            fix = f"Set them to zero after the update: `{name}.grad.zero_()`."
        yield Notice(
            "The gradients are never set to zero: `backward()` adds the new ones to those of all batches "
            f"before, so each step goes the wrong way. {fix}",
            hash(ast.dump(loop)),
            card="gradient",
        )
        return


def _is_loops_variable(name: str, nodes: Sequence[ast.AST]) -> bool:
    """`for p in params:` binds p, and makes no new tensor."""
    return any(
        isinstance(node, ast.For)
        and any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node.target))
        for node in nodes
    )


@check("zero_grad")
def step_forgotten(cell: Cell) -> Iterator[Notice]:
    """Gradients are computed and cleared, and no weight is ever changed."""
    if _trains_with_fastai(cell) or cell.words & {"grad", "accelerator", "data", "scaler", "autograd"}:
        return
    for loop in loops(cell.nodes):
        nodes = cell.reached(loop)
        if not _calls(nodes, "backward"):
            continue
        for call in _calls(nodes, "zero_grad"):
            held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
            if not is_of(held, "torch.optim", "Optimizer"):
                continue
            others = [
                one
                for one in _calls(cell.all_nodes, "step")
                if not is_of(cell.value(one.func.value), "torch.optim.lr_scheduler", "LRScheduler")  # type: ignore[attr-defined]
            ]
            # `opt.step` without parentheses is told as what it is.
            if others or any(
                isinstance(one, ast.Attribute)
                and one.attr == "step"
                and one.lineno
                and not _is_called(one, nodes)
                for one in nodes
            ):
                return
            name = ast.unparse(call.func.value)  # type: ignore[attr-defined]
            yield Notice(
                f"`{name}.step()` is missing from the loop: the gradients are computed, but the weights are never "
                f"changed. Write `{name}.step()` after `backward()`.",
                id(held),
                card="sgd-and-optimizers",
            )
            return


def _is_called(attribute: ast.Attribute, nodes: Sequence[ast.AST]) -> bool:
    return any(isinstance(node, ast.Call) and node.func is attribute for node in nodes)


@check("zero_grad")
def zero_grad_before_step(cell: Cell) -> Iterator[Notice]:
    """Gradients are cleared after they were computed and before the step that should use them."""
    bodies = [node.body for node in cell.all_nodes if isinstance(node, (*LOOPS, *FUNCTIONS[:2]))]
    for body in bodies:
        events = [(kind, text) for statement in body for kind, text in _events(statement)]
        kinds = [kind for kind, _ in events]
        if sorted(kinds) != ["backward", "step", "zero_grad"]:
            continue
        at = kinds.index("backward")
        (first, cleared), (second, stepped) = (events * 2)[at + 1 : at + 3]
        if first != "zero_grad" or second != "step":
            continue
        # The rest of a function may stand in the loop that calls it.
        owner = next((n for n in cell.all_nodes if isinstance(n, FUNCTIONS[:2]) and n.body is body), None)
        if owner is not None and at != 0:
            continue
        names = (_base(ast.parse(cleared)), _base(ast.parse(stepped)))
        held = cell.names.get(cleared)
        if (cleared != stepped and not is_module(held)) or names is None:
            continue
        yield Notice(
            f"`{cleared}.zero_grad()` runs after `backward()` and before `{stepped}.step()`: the step finds no "
            f"gradients, so no weight changes. Move it behind `{stepped}.step()`.",
            hash(cleared + stepped + cell.source),
            card="gradient",
        )


def _events(statement: ast.stmt) -> Iterator[tuple[str, str]]:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        func = statement.value.func
        if isinstance(func, ast.Attribute) and func.attr in ("backward", "step", "zero_grad"):
            text = ast.unparse(func.value)
            if func.attr != "step" or not any(word in text.lower() for word in ("sched", "lr_")):
                yield func.attr, text


@check(".backward(", "for ")
def loss_is_nan(cell: Cell) -> Iterator[Notice]:
    """The loss or the weights of a loop written by hand are NaN."""
    if "backward" not in cell.words or _trains_with_fastai(cell):
        return
    rate = _rate(cell)
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
            f"`{name}` is {state}: training diverged. The learning rate{rate} is too high, or the data hold a nan; "
            f"{weights} are spoilt: make them anew and train with a smaller lr (a tenth, or 1e-3).",
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


@check(".backward(")
def loss_without_history(cell: Cell) -> Iterator[Notice]:
    """A loss that was made a new tensor: backward reaches no weight."""
    if _trains_with_fastai(cell):
        return
    for call in cell.calls("backward"):
        if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
            continue
        name = call.func.value.id
        loss = cell.value(call.func.value)
        if not is_tensor(loss) or loss.numel() != 1 or not loss.requires_grad or loss.grad_fn is not None:
            continue
        if not _steps(cell, cell.nodes):
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
    if "backward" not in cell.words or _trains_with_fastai(cell):
        return
    stepped = {_base(call.func) for call in _steps(cell, cell.all_nodes)}
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
        for node in ast.walk(loop):
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
    return any(_base(call.func) == name for call in _calls(nodes, "backward"))
