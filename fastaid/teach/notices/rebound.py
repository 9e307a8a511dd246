"""A loop over tensors that gives its variable a new value: the tensors stay what they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, last_name
from fastaid.teach.notices.inside import Inside, in_definitions
from fastaid.teach.notices.tree import below, nodes_in, text_of

PARAMETERS = ("parameters", "named_parameters", "buffers")


@check("parameters(", "buffers(", also=("for ",))
def parameter_named_anew(cell: Cell) -> Iterator[Notice]:
    """`for p in model.parameters(): p = p - lr * p.grad`: only the name p gets a new tensor."""
    defined = in_definitions(cell)
    for loop in cell.of(ast.For):
        names = _of_parameters(loop) if id(loop) not in defined else []
        for node in nodes_in(loop, ast.Assign) if names else []:
            target = node.targets[0]
            name = target.id if isinstance(target, ast.Name) else ""
            if len(node.targets) != 1 or name not in names or _is_used(loop, node, name):
                continue
            value = text_of(node.value)
            if not any(isinstance(one, ast.Name) and one.id == name for one in below(node.value)):
                continue
            over = text_of(loop.iter)
            fix = f"{name}.copy_({value})" if _is_without_grad(cell, node) else f"{name}.data.copy_({value})"
            yield Notice(
                f"`{text_of(node)}` gives the name `{name}` a new tensor: the parameters of `{over}` stay what they "
                f"are. Change them in place: `{fix}`.",
                hash(text_of(loop)),
                card="in-place-methods",
            )
            return


def _of_parameters(loop: ast.For) -> list[str]:
    """The variables of a loop that stand for parameters."""
    call = loop.iter
    target = loop.target
    if isinstance(call, ast.Call) and last_name(call.func) == "zip" and isinstance(target, ast.Tuple):
        pairs = list(zip(target.elts, call.args, strict=False))
    elif (
        isinstance(call, ast.Call)
        and last_name(call.func) == "named_parameters"
        and isinstance(target, ast.Tuple)
    ):
        pairs = [(target.elts[-1], call)]
    else:
        pairs = [(target, call)]
    return [
        name.id
        for name, over in pairs
        if isinstance(name, ast.Name) and isinstance(over, ast.Call) and last_name(over.func) in PARAMETERS
    ]


def _is_used(loop: ast.For, node: ast.Assign, name: str) -> bool:
    """Whether the new tensor is used: read behind its line, or bound by another line too."""
    names = [one for one in nodes_in(loop, ast.Name) if one.id == name]
    stores = [one for one in names if isinstance(one.ctx, ast.Store) and one is not loop.target]
    outer = {id(one) for one in below(loop.target)}
    mine = {id(one) for one in below(node)}
    is_read = any(
        isinstance(one.ctx, ast.Load) and id(one) not in mine and one.lineno >= node.lineno for one in names
    )
    return is_read or len([one for one in stores if id(one) not in outer]) != 1


def _is_without_grad(cell: Cell, node: ast.AST) -> bool:
    """Whether the line stands under no_grad."""
    blocks = [
        one for one in cell.of(ast.With) if any("no_grad" in text_of(item.context_expr) for item in one.items)
    ]
    if any(node is one for block in blocks for one in below(block)):
        return True
    written = cell.function if isinstance(cell, Inside) else None
    return any("no_grad" in text_of(one) for one in getattr(written, "decorator_list", ()))
