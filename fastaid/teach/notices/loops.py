"""Training loops written by hand: the order of backward, step and zero_grad."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.loop_parts import LOOPS, base_of, loops, method_calls, steps_of, trains_with_fastai
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import weights_of
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


@check("backward", also=("for ", "while "), reached=True)
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


@check("zero_grad", reached=True)
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


@check("zero_grad", reached=True)
def zero_grad_before_step(cell: Cell) -> Iterator[Notice]:
    """Gradients are cleared after they were computed and before the step that should use them."""
    owners: list[ast.FunctionDef | ast.AsyncFunctionDef] = [
        *cell.all_of(ast.FunctionDef),
        *cell.all_of(ast.AsyncFunctionDef),
    ]
    bodies = [one.body for one in owners]
    bodies += [one.body for one in cell.all_of(ast.For)] + [one.body for one in cell.all_of(ast.While)]
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
        owner = next((one for one in owners if one.body is body), None)
        if owner is not None and at == 1:
            continue
        names = (base_of(ast.parse(cleared)), base_of(ast.parse(stepped)))
        held = cell.names.get(cleared)
        if (cleared != stepped and not is_module(held)) or names is None:
            continue
        text = (
            f"`{cleared}.zero_grad()` runs after `backward()` and before `{stepped}.step()`: the step finds no "
            f"gradients, so no weight changes. Move it behind `{stepped}.step()`."
        )
        if at:  # the step stands above it: zero_grad is where it should be, or has to move too
            back = f"{events[at][1]}.backward()"
            text = (
                f"`{stepped}.step()` stands before `{back}`, and `{cleared}.zero_grad()` has just cleared the "
                f"gradients when it runs, so no weight changes. The right order: first `{cleared}.zero_grad()`, then "
                f"`{back}`, and `{stepped}.step()` after it."
            )
        yield Notice(text, hash(cleared + stepped + cell.source), card="gradient")


def _events(statement: ast.stmt) -> Iterator[tuple[str, str]]:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        func = statement.value.func
        if isinstance(func, ast.Attribute) and func.attr in ("backward", "step", "zero_grad"):
            text = text_of(func.value)
            if func.attr != "step" or not any(word in text.lower() for word in ("sched", "lr_")):
                yield func.attr, text


# Where gradients come from something that is not called backward.
OTHER_GRADIENTS = frozenset({"backward", "grad", "autograd", "accelerator", "scaler", "closure", "func"})


@check("for ", "while ", also=("step",), reached=True)
def backward_forgotten(cell: Cell) -> Iterator[Notice]:
    """A loss is computed and the optimizer steps, and no gradient is ever computed."""
    if "step" not in cell.words or cell.words & OTHER_GRADIENTS or trains_with_fastai(cell):
        return
    own = {id(one) for one in cell.nodes}
    for loop in loops(cell.nodes):
        nodes = cell.reached(loop)
        loss = _loss_in(nodes)
        # What stands in a loop of a function is told of the function.
        inner = {id(part) for one in loops(nodes) if id(one) not in own for part in below(one)}
        for call in steps_of(cell, nodes) if loss else ():
            if id(call) in inner:
                continue
            held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else None
            optimizers = [held] if is_of(held, "torch.optim", "Optimizer") else _named_optimizers(cell)
            # A function's own optimizer is gone with it; its network tells.
            weights = (
                [w for _, one in cell.live(is_module) for w in weights_of(one)] if not optimizers else []
            )
            if any(w.grad is not None for w in weights) or not (optimizers or weights):
                continue
            if not all(_has_never_stepped(one) for one in optimizers):
                continue
            yield Notice(
                f"`{loss}.backward()` is missing from the loop: no gradients are computed, so "
                f"`{text_of(call.func)}()` changes nothing. Write `{loss}.backward()` before `{text_of(call.func)}()`.",
                hash(ast.dump(loop)),
                card="gradient",
            )
            return


def _loss_in(nodes: Sequence[ast.AST]) -> str:
    """The variable of a loop that holds a loss by its name: no total, no list."""
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            for target in node.targets:
                name = target.id.lower() if isinstance(target, ast.Name) else ""
                if name.endswith(("loss", "mse", "error", "cost")) and last_name(node.value.func) != "item":
                    return text_of(target)
    return ""


def _named_optimizers(cell: Cell) -> list[Any]:
    return [held for _, held in cell.live(lambda one: is_of(one, "torch.optim", "Optimizer"))]


def _has_never_stepped(optimizer: Any) -> bool:
    """Whether no weight of an optimizer has a gradient, nor anything that a step with one leaves behind."""
    weights = [w for group in optimizer.param_groups for w in group["params"]]
    return bool(weights) and not optimizer.state and all(w.grad is None for w in weights)


@check("zero_grad")
def zero_grad_outside_the_loop(cell: Cell) -> Iterator[Notice]:
    """Gradients are cleared once an epoch, where each batch makes a step."""
    if trains_with_fastai(cell):
        return
    for outer, inner in _nested(cell):
        inside = cell.reached(*inner.body)
        if not method_calls(inside, "backward") or _clears(inside):
            continue
        steps = [one for one in steps_of(cell, inside) if not _is_conditional(inner, one)]
        before = method_calls(_around(outer, inner), "zero_grad")
        if not steps or not before or _runs_once(inner) or not _go_together(cell, before[0], steps[0]):
            continue
        text = text_of(before[0])
        yield Notice(
            f"`{text}` stands outside the loop over the batches, so the gradients of all batches of an epoch add up, "
            f"and each `{text_of(steps[0])}` uses the old ones too. Move `{text}` into the inner loop, before "
            "`backward()`.",
            hash(ast.dump(outer)),
            card="gradient",
        )
        return


@check("zero_grad", reached=True)
def step_outside_the_loop(cell: Cell) -> Iterator[Notice]:
    """Each batch clears the gradients, and the only step comes after the last batch."""
    if trains_with_fastai(cell):
        return
    for outer, inner in _nested(cell):
        inside = cell.reached(*inner.body)
        if not method_calls(inside, "backward") or not method_calls(inside, "zero_grad"):
            continue
        after = steps_of(cell, _around(outer, inner))
        cleared = method_calls(inside, "zero_grad")
        if method_calls(inside, "step") or not after or _runs_once(inner):
            continue
        if not all(_go_together(cell, one, after[0]) for one in cleared):
            continue
        yield Notice(
            f"`{text_of(after[0])}` stands outside the loop over the batches, which clears the gradients of each batch "
            "before the next: only the last batch of an epoch is learnt from. Indent it, so that it stands in the "
            "inner loop after `backward()`.",
            hash(ast.dump(outer)),
            card="sgd-and-optimizers",
        )
        return


def _nested(cell: Cell) -> Iterator[tuple[ast.For | ast.While, ast.For | ast.While]]:
    """Loops, each with a loop that is a statement of its body."""
    outers: list[ast.For | ast.While] = [*cell.all_of(ast.For), *cell.all_of(ast.While)]
    for outer in outers:
        for inner in outer.body:
            if isinstance(inner, LOOPS):
                yield outer, inner


def _go_together(cell: Cell, cleared: ast.Call, stepped: ast.Call) -> bool:
    """Whether gradients are cleared of the optimizer that steps, or of a whole network."""
    is_whole = isinstance(cleared.func, ast.Attribute) and is_module(cell.value(cleared.func.value))
    return is_whole or base_of(cleared) == base_of(stepped)


def _around(outer: ast.For | ast.While, inner: ast.AST) -> list[ast.AST]:
    """The plain statements of a loop beside an inner loop."""
    plain = [one for one in outer.body if one is not inner and isinstance(one, ast.Expr)]
    return [node for one in plain for node in below(one)]


def _clears(nodes: Sequence[ast.AST]) -> bool:
    words = {one.attr for one in nodes if isinstance(one, ast.Attribute)}
    words |= {one.id for one in nodes if isinstance(one, ast.Name)}
    return bool(words & CLEARS) or _sets_grad(nodes)


def _is_conditional(loop: ast.For | ast.While, call: ast.Call) -> bool:
    """Whether a call stands under an `if` of the loop: not in every round."""
    return any(isinstance(one, ast.If) and any(inner is call for inner in below(one)) for one in below(loop))


@check("clip_grad")
def clipped_after_step(cell: Cell) -> Iterator[Notice]:
    """Gradients are clipped after the step that they should have been clipped for."""
    for loop in loops(cell.all_nodes):
        kinds = [
            last_name(one.func)
            for statement in loop.body
            if isinstance(statement, ast.Expr)
            for one in below(statement)
            if isinstance(one, ast.Call)
        ]
        kinds = [one.removesuffix("_") for one in kinds]
        order = [one for one in kinds if one in ("backward", "clip_grad_norm", "clip_grad_value")]
        steps = [at for at, one in enumerate(kinds) if one == "step"]
        if len(order) != 2 or order[0] != "backward" or not steps or not kinds.count("zero_grad"):
            continue
        if kinds.index("backward") < steps[0] and steps[-1] < kinds.index(order[1]):
            yield Notice(
                f"`{order[1]}_` stands after the optimizer's `step()`, which has used the gradients as they were: "
                "nothing is clipped. Move it between `backward()` and `step()`.",
                hash(ast.dump(loop)),
                card="gradient-accumulation-and-clipping",
            )
            return
