"""The critic of a GAN that gets the same target for real items and for fake ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, last_name
from fastaid.teach.notices.inside import in_definitions
from fastaid.teach.notices.logits import raw
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import weights_of
from fastaid.teach.objects import is_module

FAKE = re.compile(r"(?i)fake|(^|_)gen|synth|(^|[^a-z])z($|[^a-z])|noise")
MADE = {"ones": 1, "ones_like": 1, "new_ones": 1, "zeros": 0, "zeros_like": 0, "new_zeros": 0}


@dataclass(frozen=True)
class Term:
    """A loss of the critic's answer to some items: `bce(D(fake), ones)`."""

    call: ast.Call
    critic: str
    is_fake: bool
    target: int | None  # 1 or 0, where it is sure


@check("fake", "detach", "gen")
def one_target_for_both(cell: Cell) -> Iterator[Notice]:
    """`bce(D(real), ones) + bce(D(fake), ones)`: so the critic learns to say the same to everything."""
    if "backward" not in cell.words:
        return
    made = {name: value for name, value in cell.assigned() if cell.bound[name] == 1}
    defined = in_definitions(cell)  # a function speaks when it is called
    for node in cell.of(ast.BinOp):
        if not isinstance(node.op, ast.Add) or id(node) in defined:
            continue
        terms = [one for call in _calls(node, made) if (one := _term(cell, call, made)) is not None]
        fakes, reals = [one for one in terms if one.is_fake], [one for one in terms if not one.is_fake]
        if not fakes or not reals or len({one.critic for one in terms}) != 1:
            continue
        targets = {one.target for one in terms}
        if len(targets) != 1 or None in targets:
            continue
        wrong = fakes[0] if 1 in targets else reals[0]
        text = text_of(wrong.call.args[1])
        other = "zeros_like" if 1 in targets else "ones_like"
        new = f"{text_of(wrong.call.func)}({text_of(wrong.call.args[0])}, torch.{other}({text}))"
        yield Notice(
            f"`{text_of(fakes[0].call)}` gives the fake items the same target as the real ones (all "
            f"{'ones' if 1 in targets else 'zeros'}), so `{wrong.critic}` learns to say the same to everything and "
            f"tells the generator nothing. Write `{new}`.",
            hash(ast.dump(node)),
            card="gan",
        )
        return


def _calls(node: ast.AST, made: dict[str, ast.expr], depth: int = 0) -> list[ast.Call]:
    """The calls of two arguments that a sum is made of, those under names too."""
    if isinstance(node, ast.BinOp):
        return _calls(node.left, made, depth) + _calls(node.right, made, depth)
    if isinstance(node, ast.Name) and node.id in made and depth < 4:
        return _calls(made[node.id], made, depth + 1)
    return [node] if isinstance(node, ast.Call) and len(node.args) == 2 else []


def _term(cell: Cell, call: ast.Call, made: dict[str, ast.expr]) -> Term | None:
    answer = raw(call.args[0])
    answer = raw(made[answer.id]) if isinstance(answer, ast.Name) and answer.id in made else answer
    if not isinstance(answer, ast.Call) or len(answer.args) != 1:
        return None
    held = cell.value(answer.func)
    critic = text_of(answer.func)
    if not is_module(held) or not weights_of(held):
        return None
    given = raw(answer.args[0])
    texts = [text_of(given)]
    source: ast.AST = given
    if isinstance(given, ast.Name) and given.id in made:
        source = made[given.id]
        texts.append(text_of(source))
    is_fake = any(
        isinstance(one, ast.Call) and is_module(other := cell.value(one.func)) and other is not held
        for one in below(source)
    )
    is_fake = is_fake or bool(FAKE.search(texts[0]))
    return Term(call, critic, is_fake, _target(cell, call.args[1], made))


def _target(cell: Cell, node: ast.expr, made: dict[str, ast.expr]) -> int | None:
    """Whether a target is all ones or all zeros; None where that is not sure."""
    if isinstance(node, ast.Name):
        if node.id not in made or _is_changed(cell, node.id):
            return None
        node = made[node.id]
    while (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("to", "cuda", "float")
    ):
        node = node.func.value
    if not isinstance(node, ast.Call):
        return None
    word = last_name(node.func)
    if word in ("full", "full_like") and len(node.args) > 1:
        held = constant(node.args[1])
        return int(held) if held in (0, 1) and type(held) is not bool else None
    return MADE.get(word)


def _is_changed(cell: Cell, name: str) -> bool:
    """`label.fill_(0)`."""
    return any(
        isinstance(one.func, ast.Attribute)
        and one.func.attr.endswith("_")
        and text_of(one.func.value) == name
        for one in cell.of(ast.Call)
    )
