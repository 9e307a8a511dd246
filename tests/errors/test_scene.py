"""How rules go back over the cells of a notebook."""

from __future__ import annotations

import ast

from fastaid.teach.scene import latest_first


def test_the_last_line_comes_first_however_deep_another_lies():
    tree = ast.parse("for i in range(3):\n    if i:\n        lr = 0.1\nlr = f(g(1))\n")
    assert [node.lineno for node in latest_first(tree) if isinstance(node, ast.Assign)] == [4, 3]
    calls = [node.func.id for node in latest_first(tree) if isinstance(node, ast.Call)]
    assert calls == ["g", "f", "range"]
