"""einsum: letters that do not fit the dimensions or the sizes of what they are given to."""

from __future__ import annotations

import ast
from string import ascii_lowercase

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.operands import Operand, Operation, operation
from fastaid.teach.scene import Scene


@rule(RuntimeError, ValueError, needs="torch")
def letters(scene: Scene) -> Diagnosis | None:
    """Each dimension of an operand needs one letter, and a letter stands for one size."""
    done = operation(scene)
    if done is None or done.name != "einsum" or len(done.operands) < 2 or not done.is_function:
        return None
    equation, *given = done.operands
    if (
        not isinstance(equation.value, str)
        or "." in equation.value
        or not all(one.is_tensor for one in given)
    ):
        return None
    left, arrow, right = equation.value.replace(" ", "").partition("->")
    parts = left.split(",")
    if len(parts) != len(given) or any(not one.isalpha() for one in parts):
        return None
    for at, (part, one) in enumerate(zip(parts, given, strict=True)):
        if len(part) != len(one.shape):
            return _wrong_number(done, parts, right if arrow else None, at, one)
    return _wrong_size(done, parts, right if arrow else None, given)


def _wrong_number(done: Operation, parts: list[str], right: str | None, at: int, one: Operand) -> Diagnosis:
    part, have = parts[at], len(one.shape)
    what = f"{one.name} has {counted(have, 'dimension')}, shape {one.shape}; the equation gives it "
    what += f"{counted(len(part), 'letter')}, '{part}'."
    cause = "Each dimension of an operand needs one letter, in their order."
    fix, how = (
        "",
        f"Write {counted(have, 'letter')} for {one.name}, or give it as many dimensions as letters.",
    )
    if have == len(part) + 1:
        new = next(one for one in "b" + ascii_lowercase if one not in "".join(parts) + (right or ""))
        cause += " The first dimension, usually the batch, has none here."
        if one.shape[0] == 1:
            fix, how = (
                _line(done, parts, right, {at: f"{one.text}[0]"}),
                "Take the one item out of its batch:",
            )
        else:
            more = [new + held if i == at else held for i, held in enumerate(parts)]
            fix = _line(done, more, None if right is None else new + right, {})
            how = f"Give the batch a letter of its own, '{new}', on both sides:"
    elif have == len(part) - 1:
        fix = _line(done, parts, right, {at: one.then("unsqueeze(0)")})
        how = "Leave out a letter, or where it is the batch that is missing, add one:"
    return Diagnosis(what, cause, fix, how, card="matrix-product")


def _wrong_size(
    done: Operation, parts: list[str], right: str | None, given: list[Operand]
) -> Diagnosis | None:
    sizes: dict[str, tuple[int, Operand]] = {}
    for at, (part, one) in enumerate(zip(parts, given, strict=True)):
        for letter, size in zip(part, one.shape, strict=True):
            known = sizes.setdefault(letter, (size, one))
            if known[0] == size or 1 in (known[0], size):
                continue
            turned = part[:-2] + part[:-3:-1]
            fits = len(part) > 1 and all(
                sizes.get(name, (n, one))[0] == n or sizes[name][1] is one
                for name, n in zip(turned, one.shape, strict=True)
            )
            return Diagnosis(
                f"The letter '{letter}' stands for {known[0]} in {known[1].name} of shape {known[1].shape} and for "
                f"{size} in {one.name} of shape {one.shape}.",
                "A letter that stands in several operands must have the same size in each.",
                _line(done, [turned if i == at else held for i, held in enumerate(parts)], right, {})
                if fits
                else "",
                f"The letters of {one.name} the other way round fit:"
                if fits
                else "Look at which dimension each letter stands for, and where the two got their sizes.",
                card="matrix-product",
            )
    return None


def _line(done: Operation, parts: list[str], right: str | None, other: dict[int, str]) -> str:
    """The call with another equation or other operands."""
    texts = [other.get(i, one.text) for i, one in enumerate(done.operands[1:])]
    if not all(texts) or not isinstance(done.node, ast.Call):
        return ""
    equation = ",".join(parts) + ("" if right is None else f"->{right}")
    return f"{ast.unparse(done.node.func)}('{equation}', {', '.join(texts)})"
