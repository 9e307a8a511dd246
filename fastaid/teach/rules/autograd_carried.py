"""A graph kept over the turns of a loop with retain_graph=True, whose weights the optimizer has changed since."""

from __future__ import annotations

import ast

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd import backward_call
from fastaid.teach.rules.autograd_twice import added_by, carried_over, cut_after
from fastaid.teach.rules.code import assigned, holds_call, inside, tree_of, without_keyword
from fastaid.teach.scene import Scene

WHY = (
    "`retain_graph=True` keeps the calculations of the turns before, and step() has changed their weights since: "
    "no gradient can be calculated through them."
)


@rule(RuntimeError, needs="torch")
def changed_since(scene: Scene) -> Diagnosis | None:
    """`hx = cell(x, hx)` in a loop with `loss.backward(retain_graph=True)` and `opt.step()`."""
    if "modified by an inplace operation" not in scene.message:
        return None
    found = backward_call(scene)
    tree = tree_of(scene, found[0]) if found is not None else None
    if found is None or tree is None:
        return None
    frame, call, held, _ = found
    loop = inside(tree, call, ast.For, ast.While)
    if not isinstance(loop, (ast.For, ast.While)) or not holds_call(loop, "step"):
        return None
    if not any(one.arg == "retain_graph" for one in call.keywords):
        return None
    name, plain = ast.unparse(held), ast.unparse(without_keyword(call, "retain_graph"))
    sums = [value for one in assigned(loop, name) if (value := added_by(one, name)) is not None]
    if sums:
        lines = [] if isinstance(sums[-1], ast.Name) else [f"loss = {ast.unparse(sums[-1])}"]
        loss = "loss" if lines else ast.unparse(sums[-1])
        return Diagnosis(
            f"`{name}` sums up the losses of all turns, and backward() goes through all of them.",
            WHY,
            "\n".join([*lines, f"{loss}.backward()", f"{name} += {loss}.item()"]),
            "Call backward() on the loss of this turn, and add up plain numbers:",
            card="gradient",
        )
    words = carried_over(frame, loop, name)
    if not words:
        return None
    return Diagnosis(
        f"{listed(f'`{word}`' for word in words)} {'is' if len(words) == 1 else 'are'} taken from one turn of the "
        "loop into the next.",
        WHY,
        cut_after(plain, words),
        "Keep the numbers and cut the graph after backward(), without retain_graph:",
        card="recurrent-network",
    )
