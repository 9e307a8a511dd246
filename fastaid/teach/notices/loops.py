"""Training loops written by hand: the order of backward, step and zero_grad."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import FUNCTIONS, Cell, last_name
from fastaid.teach.notices.loop_parts import LOOPS, base_of, loops, method_calls, steps_of, trains_with_fastai
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.objects import is_module, is_of

# Any of these shows that gradients are dealt with somehow: then nothing is said.
CLEARS = frozenset(
    {"zero_grad", "zero_grads", "zero_", "set_to_none", "fill_", "autograd", "closure", "accelerator"}
)


def _reads_grad(node: ast.AST) -> bool:
    return any(isinstance(one, ast.Attribute) and one.attr == "grad" for one in below(node))


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


def _runs_once(loop: ast.For | ast.While) -> bool:
    over = loop.iter if isinstance(loop, ast.For) else None
    if not isinstance(over, ast.Call) or last_name(over.func) != "range" or not over.args:
        return False
    return len(over.args) == 1 and isinstance(over.args[0], ast.Constant) and over.args[0].value == 1


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
    if trains_with_fastai(cell):
        return
    for loop in loops(cell.all_nodes):
        nodes = cell.reached(loop)
        steps = steps_of(cell, nodes)
        by_hand = _updates_by_hand(nodes)
        if not method_calls(nodes, "backward") or not (steps or by_hand):
            continue
        bound = _bound_in(below(loop))
        target = base_of(steps[0].func) if steps else base_of(by_hand[0])
        # What is made anew in each round has no gradient of the round before.
        if _runs_once(loop) or (target in bound and (steps or not _is_loops_variable(target, nodes))):
            return
        if steps:
            fix = f"Call `{target or 'opt'}.zero_grad()` in the loop, after `{text_of(steps[0].func)}()`."
        else:
            name = text_of(by_hand[0]).removesuffix(".data")
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
        and any(isinstance(one, ast.Name) and one.id == name for one in below(node.target))
        for node in nodes
    )


@check("zero_grad")
def step_forgotten(cell: Cell) -> Iterator[Notice]:
    """Gradients are computed and cleared, and no weight is ever changed."""
    if trains_with_fastai(cell) or cell.words & {"grad", "accelerator", "data", "scaler", "autograd"}:
        return
    for loop in loops(cell.nodes):
        nodes = cell.reached(loop)
        if not method_calls(nodes, "backward"):
            continue
        for call in method_calls(nodes, "zero_grad"):
            held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
            if not is_of(held, "torch.optim", "Optimizer"):
                continue
            others = [
                one
                for one in method_calls(cell.all_nodes, "step")
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
            name = text_of(call.func.value)  # type: ignore[attr-defined]
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
        names = (base_of(ast.parse(cleared)), base_of(ast.parse(stepped)))
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
            text = text_of(func.value)
            if func.attr != "step" or not any(word in text.lower() for word in ("sched", "lr_")):
                yield func.attr, text
