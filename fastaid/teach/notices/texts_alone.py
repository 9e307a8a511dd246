"""A text that stands alone in a condition counts as true: `kind == 'cat' or 'dog'`, `'cat' or 'dog' in name`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell
from fastaid.teach.notices.tree import text_of

TESTED = (ast.If, ast.While, ast.IfExp, ast.Assert)
NEGATED = {ast.Eq: False, ast.In: False, ast.NotEq: True, ast.NotIn: True}


@check(" or ", needs="sys")
def always_true(cell: Cell) -> Iterator[Notice]:
    """`if kind == 'cat' or 'dog'`: the second text is true by itself."""
    asked = {id(one) for test in _tests(cell) for one in _choices(test)}
    for node in cell.of(ast.BoolOp):
        if not isinstance(node.op, ast.Or):
            continue
        alone = [one for one in node.values if _is_text(one)]
        # Behind a text nothing is asked any more; the last one may be meant: `name or 'none'`.
        is_first = any(one is not node.values[-1] for one in alone)
        is_first = is_first and any(isinstance(one, ast.Compare) for one in node.values)
        if not is_first and id(node) not in asked:
            continue
        alone = alone or [one for one in node.values[1:] if id(node) in asked and _is_number(node, one)]
        if not alone:
            continue
        right = _for_each(node) or f"each part as a question of its own, `… == {text_of(alone[0])}`"
        yield Notice(
            f"`{text_of(node)}` is always true: the part `{text_of(alone[0])}` stands alone, and a value that is not "
            f"empty counts as true. Write {right}.",
            hash(ast.dump(node)),
        )
        return


@check(" and ", needs="sys")
def text_not_asked(cell: Cell) -> Iterator[Notice]:
    """`'cat' and 'white' in name` asks for the second text alone."""
    for node in cell.of(ast.BoolOp):
        alone = [one for one in node.values[:-1] if _is_text(one)]
        if not isinstance(node.op, ast.And) or not alone or not isinstance(node.values[-1], ast.Compare):
            continue
        right = _for_each(node)
        if right:
            yield Notice(
                f"`{text_of(node)}` asks only `{text_of(node.values[-1])}`: the part `{text_of(alone[0])}` stands "
                f"alone, and a text that is not empty counts as true. Write {right}.",
                hash(ast.dump(node)),
            )
            return


@check(" or '", ' or "', needs="sys")
def first_text_alone(cell: Cell) -> Iterator[Notice]:
    """`('cat' or 'dog') in name` is `'cat' in name`: of two texts, `or` gives the first."""
    for node in cell.of(ast.Compare):
        if len(node.ops) != 1 or type(node.ops[0]) not in NEGATED:
            continue
        sides = [node.left, node.comparators[0]]
        for side, other in (sides, sides[::-1]):
            if not isinstance(side, ast.BoolOp) or not isinstance(side.op, ast.Or):
                continue
            if not all(_is_text(one) for one in side.values):
                continue
            one = ast.Compare(node.left, node.ops, node.comparators)
            pattern = _Pattern(one, side)
            yield Notice(
                f"`{text_of(side)}` is always {text_of(side.values[0])}, the first text, so "
                f"`{text_of(node)}` asks for no other. Write {pattern.joined(side.values)}.",
                hash(ast.dump(node)) + hash(text_of(other)),
            )
            return


class _Pattern:
    """A comparison with a place for each of several texts."""

    def __init__(self, compare: ast.Compare, place: ast.expr):
        self.op = type(compare.ops[0])
        self.is_left = compare.left is place
        self.other = text_of(compare.comparators[0] if self.is_left else compare.left)

    def joined(self, texts: list[ast.expr], word: str = "or") -> str:
        """The comparison, for each of the texts."""
        each = [text_of(one) for one in texts]
        is_not = NEGATED[self.op]
        if self.op in (ast.Eq, ast.NotEq) and word == "or":
            return f"`{self.other} {'not in' if is_not else 'in'} ({', '.join(each)})`"
        sign = {ast.Eq: "==", ast.NotEq: "!=", ast.In: "in", ast.NotIn: "not in"}[self.op]
        parts = [
            f"{one} {sign} {self.other}" if self.is_left else f"{self.other} {sign} {one}" for one in each
        ]
        return f"`{' and '.join(parts) if is_not else f' {word} '.join(parts)}`"


def _for_each(node: ast.BoolOp) -> str:
    """The condition with the comparison that one part has for all of them; "" where parts differ in it."""
    compares = [one for one in node.values if isinstance(one, ast.Compare)]
    if len(compares) != 1 or len(compares[0].ops) != 1 or type(compares[0].ops[0]) not in NEGATED:
        return ""
    compare = compares[0]
    others = [one for one in node.values if one is not compare]
    if not all(isinstance(one, ast.Constant) for one in others):
        return ""
    is_in = isinstance(compare.ops[0], (ast.In, ast.NotIn))
    sides = [compare.left] if is_in else [compare.comparators[0], compare.left]
    place = next((one for one in sides if isinstance(one, ast.Constant)), None)
    if place is None:
        return ""
    texts = [place if one is compare else one for one in node.values]
    return _Pattern(compare, place).joined(texts, "or" if isinstance(node.op, ast.Or) else "and")


def _tests(cell: Cell) -> Iterator[ast.expr]:
    """What is asked whether it is true."""
    for kind in TESTED:
        yield from (node.test for node in cell.of(kind))  # type: ignore[attr-defined]
    for node in cell.of(ast.comprehension):
        yield from node.ifs
    # A comparison first: then true or false is meant.
    values = [one.value for one in cell.of(ast.Return)] + [one.body for one in cell.of(ast.Lambda)]
    for value in values:
        if isinstance(value, ast.BoolOp) and isinstance(value.values[0], ast.Compare):
            yield value


def _choices(test: ast.expr) -> Iterator[ast.AST]:
    """The parts of a condition that are themselves asked."""
    if isinstance(test, ast.BoolOp):
        yield test
        for one in test.values:
            yield from _choices(one)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _choices(test.operand)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def _is_number(node: ast.BoolOp, one: ast.expr) -> bool:
    """`n == 1 or 2`."""
    first = node.values[0]
    is_number = isinstance(one, ast.Constant) and type(one.value) in (int, float) and bool(one.value)
    return is_number and isinstance(first, ast.Compare) and isinstance(first.ops[0], ast.Eq)
