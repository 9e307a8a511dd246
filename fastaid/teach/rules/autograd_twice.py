"""A graph that backward() went through before: in a loop, for a second loss, with a state that is kept."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.autograd import backward_call, backwards_in
from fastaid.teach.rules.autograd_kept import state_kept
from fastaid.teach.rules.autograd_lines import lines_behind, loop_with, words_kept
from fastaid.teach.rules.code import assigned, calls_in, inside, names_in, tree_of
from fastaid.teach.rules.step import learner_in
from fastaid.teach.scene import Frame, Scene


@rule(RuntimeError, needs="torch")
def backward_twice(scene: Scene) -> Diagnosis | None:
    """The graph of a loss was used by backward() before."""
    if "second time" not in scene.message:
        return None
    found, learn = backward_call(scene), learner_in(scene)
    kept = state_kept(scene, learn)
    if kept is not None:
        return kept
    if found is None:
        return None
    frame, call, held, _ = found
    name, text = ast.unparse(held), ast.unparse(call)
    tree = tree_of(scene, frame)
    loop = inside(tree, call, ast.For, ast.While) if tree is not None else None
    made = assigned(tree, name) if tree is not None else []
    if isinstance(loop, (ast.For, ast.While)) and loop is not tree:
        return _in_loop(scene, frame, loop, made, call) or _kept_over(scene, frame, loop, call, name)
    earlier = [one for one in backwards_in(tree) if one.lineno < call.lineno] if tree is not None else []
    others = [one for one in earlier if ast.unparse(one.func.value) != name]  # type: ignore[attr-defined]
    if others:
        other = ast.unparse(others[-1].func.value)  # type: ignore[attr-defined]
        return Diagnosis(
            f"`{other}.backward()` ran before `{text}`, and both losses come from the same calculation.",
            "backward() frees the graph when it has gone through it, so a second one finds nothing.",
            f"({other} + {name}).backward()",
            "Add the losses and call backward() once:",
            sure="likely",
            card="gradient",
        )
    why = "twice in this cell" if earlier else "before, for the same loss"
    lines = lines_behind(scene, frame, [name], call) if isinstance(held, ast.Name) else []
    return Diagnosis(
        f"`{text}` was called {why}.",
        "backward() frees the graph when it has gone through it, so it cannot run a second time without a new "
        "forward pass.",
        "\n".join([*lines, text]) if lines else "",
        "Calculate the loss again before each backward() (or keep the graph: backward(retain_graph=True) the "
        f"first time){':' if lines else '.'}",
        sure="certain" if earlier or not made else "likely",
        card="gradient",
    )


def _in_loop(
    scene: Scene, frame: Frame, loop: ast.For | ast.While, made: list[ast.stmt], call: ast.Call
) -> Diagnosis | None:
    name, text = ast.unparse(call.func.value), ast.unparse(call)  # type: ignore[attr-defined]
    within = [one for one in made if any(one is part for part in ast.walk(loop))]
    added = [value for one in within if (value := added_by(one, name)) is not None]
    if added:
        lines = [] if isinstance(added[-1], ast.Name) else [f"loss = {ast.unparse(added[-1])}"]
        loss = "loss" if lines else ast.unparse(added[-1])
        return Diagnosis(
            f"`{name}` sums up the losses of all batches, and `{text}` runs in every turn of the loop.",
            "The sum still contains the graphs of the batches before, which backward() has already used and freed.",
            "\n".join([*lines, f"{loss}.backward()", f"{name} += {loss}.item()"]),
            "Call backward() on the loss of this batch, and add up plain numbers:",
            card="gradient",
        )
    if within:
        return None
    if not isinstance(call.func, ast.Attribute) or not isinstance(call.func.value, ast.Name):
        return None
    lines = lines_behind(scene, frame, [name, *words_kept(frame, loop)], loop)
    return Diagnosis(
        f"`{text}` runs in every turn of the loop, but `{name}` was calculated once, before the loop.",
        "backward() frees the graph when it has gone through it: a second time needs a new forward pass.",
        loop_with(lines, loop, text) if lines else "",
        f"Calculate predictions and loss inside the loop{':' if lines else f', before `{text}`.'}",
        card="gradient",
    )


def added_by(line: ast.stmt, name: str) -> ast.expr | None:
    """What a line adds to a variable: `total += loss`, `total = total + loss`."""
    if isinstance(line, ast.AugAssign):
        return line.value
    value = line.value if isinstance(line, (ast.Assign, ast.AnnAssign)) else None
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Add):
        return None
    others = [one for one in (value.left, value.right) if ast.unparse(one) != name]
    return others[0] if len(others) == 1 else None


def _kept_over(
    scene: Scene, frame: Frame, loop: ast.For | ast.While, call: ast.Call, name: str
) -> Diagnosis | None:
    """What a turn of the loop takes over from the turn before, or from before the loop."""
    earlier = [one.func.value for one in backwards_in(loop) if one.lineno < call.lineno]  # type: ignore[attr-defined]
    others = [one for one in map(ast.unparse, earlier) if one != name]
    if others:
        return _of_one_calculation(frame, loop, others[-1], name)
    words = carried_over(frame, loop, name)
    if words:
        return Diagnosis(
            f"{listed(f'`{word}`' for word in words)} {'is' if len(words) == 1 else 'are'} taken from one turn of "
            "the loop into the next.",
            "It still holds the calculation of the batch before, whose graph backward() has used and freed.",
            cut_after(ast.unparse(call), words),
            "Keep its numbers and cut the graph, after backward() in each turn:",
            card="recurrent-network",
        )
    for word in sorted(names_in(loop)):
        held = frame.value(ast.Name(word, ast.Load()))
        if word == name or not _has_history(held):
            continue
        lines = assigned(loop, word)
        if not lines:
            moved = lines_behind(scene, frame, words_kept(frame, loop), loop)
            return Diagnosis(
                f"`{word}` was calculated once, before the loop, and is a part of every loss.",
                "backward() frees its graph in the first turn, so the second finds nothing.",
                loop_with(moved, loop) if moved else "",
                f"Calculate `{word}` anew in every turn{', inside the loop:' if moved else ', inside the loop.'}",
                card="gradient",
            )
    return None


def carried_over(frame: Frame, loop: ast.AST, loss: str) -> dict[str, str]:
    """The variables that a turn of a loop takes over from the turn before, with their graph, and without it."""
    found = {}
    for word in sorted(names_in(loop)):
        held = frame.value(ast.Name(word, ast.Load()))
        if word == loss or not _has_history(held):
            continue
        if any(word in names_in(getattr(one, "value", None)) for one in assigned(loop, word)):
            found[word] = f"{word}.detach()" if is_tensor(held) else f"tuple(one.detach() for one in {word})"
    return found


def cut_after(call: str, words: dict[str, str]) -> str:
    """The lines that cut the graphs of some variables after backward()."""
    return "\n".join([call, *(f"{word} = {cut}" for word, cut in words.items())])


def _has_history(held: Any) -> bool:
    parts = held if isinstance(held, tuple) else (held,)
    return bool(parts) and all(is_tensor(one) and one.grad_fn is not None for one in parts)


def _of_one_calculation(frame: Frame, loop: ast.AST, first: str, second: str) -> Diagnosis:
    uses = [
        names_in(getattr(line, "value", None))
        for name in (first, second)
        for line in assigned(loop, name)[-1:]
    ]
    shared = sorted(set.intersection(*uses)) if len(uses) == 2 else []
    tensors = [
        word
        for word in shared
        if is_tensor(held := frame.value(ast.Name(word, ast.Load()))) and held.grad_fn is not None
    ]
    what = f"`{first}.backward()` ran before `{second}.backward()`, and both losses come from the same calculation."
    cause = "The first backward() frees the graph when it has gone through it, so the second finds nothing."
    lines = assigned(loop, first)
    if tensors and lines and sum(name == "step" for name, _ in calls_in(loop)) > 1:
        word = tensors[0]
        line = re.sub(rf"\b{word}\b", f"{word}.detach()", ast.unparse(lines[-1]))
        return Diagnosis(
            what,
            cause,
            line,
            f"Cut `{word}` off for the first loss, which does not train what made it:",
            card="gan",
        )
    return Diagnosis(
        what,
        cause,
        f"({first} + {second}).backward()",
        "Add the losses and call backward() once:",
        sure="likely",
        card="gradient",
    )
