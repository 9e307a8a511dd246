"""The line that makes a figure's plots. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable

from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene


def made_by_subplots(scene: Scene, name: str) -> Callable[[str], str] | None:
    """What writes `fig, axs = plt.subplots(…)` anew for a number of plots in one row or column."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Assign) else None
            names = (
                [one.id for one in ast.walk(node) if isinstance(one, ast.Name)] if value is not None else []
            )
            if isinstance(value, ast.Call) and last_name(value.func) == "subplots" and name in names:
                assert isinstance(node, ast.Assign)
                return lambda count, node=node: _for(node, count)  # type: ignore[misc]
    return None


def rounds_of(loops: ast.AST | None, name: str, line: int) -> str:
    """How often the loop around a line counts a name up: of `for i in range(len(files))` "len(files)"."""
    for one in ast.walk(loops) if loops is not None else ():
        if not isinstance(one, ast.For) or not one.lineno <= line <= (one.end_lineno or 0):
            continue
        call, target = one.iter, one.target
        if not isinstance(call, ast.Call) or len(call.args) != 1:
            continue
        if last_name(call.func) == "range" and isinstance(target, ast.Name) and target.id == name:
            return ast.unparse(call.args[0])
        first = target.elts[0] if isinstance(target, ast.Tuple) else None
        if last_name(call.func) == "enumerate" and isinstance(first, ast.Name) and first.id == name:
            inner = call.args[0]
            return f"len({ast.unparse(inner)})" if isinstance(inner, (ast.Name, ast.Attribute)) else ""
    return ""


def _for(node: ast.Assign, number: str) -> str:
    count = ast.parse(number, mode="eval").body
    call = ast.parse(ast.unparse(node.value), mode="eval").body
    assert isinstance(call, ast.Call)
    keywords = {one.arg: one for one in call.keywords}
    rows = call.args[0] if call.args else keywords["nrows"].value if "nrows" in keywords else None
    in_a_row = rows is None or (isinstance(rows, ast.Constant) and rows.value == 1)
    word, at = ("ncols", 1) if in_a_row else ("nrows", 0)
    if len(call.args) > at:
        call.args[at] = count
    elif word in keywords:
        keywords[word].value = count
    else:
        call.keywords.append(ast.keyword(word, count))
    return f"{' = '.join(ast.unparse(one).strip('()') for one in node.targets)} = {ast.unparse(call)}"
