"""How notices go over a source: every part of it, as `ast.walk` has it, without operators and contexts."""

from __future__ import annotations

import ast

import pytest

from fastaid.teach.notices.tree import is_local, nodes_in, nodes_of
from tests.errors.case import every_case

LEFT_OUT = (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
SOURCES = {
    "match": """
match config:
    case {"lr": lr, **rest}:
        print(rest)
    case None | True:
        pass
    case [first, *others] if first:
        pass
    case Point(x=0, y=side):
        pass
    case "adam" as name:
        pass
    case -1 | 2 + 3j:
        pass
""",
    "functions": """
async def run(*, a, b=1, **more):
    global count
    async with x as y:
        await z
    async for i in j:
        yield i
lambda *a, k=None: a
""",
    "errors": "try: pass\nexcept* (A, B) as error: raise\nelse: pass\nfinally: del q",
    "displays": "{**a, 'b': 1}; [*a]; {*a}; f'{x!r:>{w}}'; x: int = 3; x[1:2, ..., None]; (n := 1) < 2 < 3 and not n",
    "imports": "from . import a as b, c\nimport d.e as f",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_every_part_is_gone_over(source):
    tree = ast.parse(source)
    assert nodes_of(tree) == [node for node in ast.walk(tree) if not isinstance(node, LEFT_OUT)]


def test_every_part_of_learners_cells_is_gone_over():
    for case in every_case():
        for source in (*case.before, case.cell, case.mended):
            try:
                tree = ast.parse(source)
            except (SyntaxError, ValueError):  # magics, and mistakes
                continue
            expected = [node for node in ast.walk(tree) if not isinstance(node, LEFT_OUT)]
            assert nodes_of(tree) == expected, case.name


def test_names_of_functions_and_comprehensions_are_their_own():
    tree = ast.parse(
        "def f(a, *b, key=lambda x: x, c=d, **e):\n    g = a + h\n    return x\n[i + j for i in k if (m := i)]\nx, g, i"
    )
    own = {(node.id, node.lineno) for node in nodes_in(tree, ast.Name) if is_local(node)}
    assert own == {("x", 1), ("g", 2), ("a", 2), ("i", 4)}
