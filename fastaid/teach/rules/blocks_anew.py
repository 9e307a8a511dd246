"""The learner's DataBlock, written anew with another argument. No rules of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene, latest_first

LONGEST = 500  # characters of the lines together


def data_block(scene: Scene) -> ast.Call | None:
    """The call of DataBlock that was written last."""
    return next((call for _, call in _blocks(scene)), None)


def block_with(scene: Scene, **keywords: str) -> str:
    """The lines that make the DataBlock and its loaders, with some arguments set, or left out: ""; "" for none."""
    found = next(_blocks(scene), None)
    if found is None:
        return ""
    line, call = found
    new = ast.parse(ast.unparse(call), mode="eval").body
    assert isinstance(new, ast.Call)
    new.keywords = [one for one in new.keywords if one.arg not in keywords]
    new.keywords += [
        ast.keyword(name, ast.parse(code, mode="eval").body) for name, code in keywords.items() if code
    ]
    text = ast.unparse(line).replace(ast.unparse(call), ast.unparse(new), 1)
    if line.value is call and isinstance(line, ast.Assign):
        made = _loaders(scene, ast.unparse(line.targets[0]))
        text += f"\n{made}" if made else ""
    return text if len(text) < LONGEST else ""


def _blocks(scene: Scene) -> Iterator[tuple[ast.Assign | ast.Expr, ast.Call]]:
    for tree in trees(scene):
        for line in latest_first(tree):
            if not isinstance(line, (ast.Assign, ast.Expr)):
                continue
            for one in ast.walk(line):
                if isinstance(one, ast.Call) and last_name(one.func) == "DataBlock":
                    yield line, one


def _loaders(scene: Scene, block: str) -> str:
    """The line in which a DataBlock makes its DataLoaders."""
    for tree in trees(scene):
        for line in latest_first(tree):
            call: Any = line.value if isinstance(line, (ast.Assign, ast.Expr)) else None
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
                continue
            if call.func.attr == "dataloaders" and ast.unparse(call.func.value) == block:
                return ast.unparse(line)
    return ""
