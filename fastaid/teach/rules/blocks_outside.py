"""`DataBlock(ImageBlock, CategoryBlock)`: blocks side by side instead of in one tuple."""

from __future__ import annotations

import ast

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene


def blocks_apart(scene: Scene) -> ast.Call | None:
    """The learner's DataBlock whose blocks stand as arguments of their own."""
    if scene.within("fastai.data.block") is None:
        return None
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) == "DataBlock" and len(node.args) > 1:
                if all(_name(one).endswith("Block") for one in node.args[:2]):
                    return node
                return None
    return None


def _name(node: ast.expr) -> str:
    return last_name(node.func) if isinstance(node, ast.Call) else last_name(node)


@rule(ValueError, TypeError, needs="fastai")
def blocks_not_in_a_tuple(scene: Scene) -> Diagnosis | None:
    """The second block was taken for another parameter, `dl_type`."""
    call = blocks_apart(scene)
    if call is None:
        return None
    blocks = [one for one in call.args if _name(one).endswith("Block")]
    new = ast.Call(
        call.func,
        [],
        [ast.keyword("blocks", ast.Tuple(blocks, ast.Load())), *call.keywords],
    )
    names = [f"`{ast.unparse(one)}`" for one in blocks]
    text = ast.unparse(ast.fix_missing_locations(new))
    return Diagnosis(
        f"{listed(names, 4)} were given to `DataBlock` as {len(blocks)} arguments. Only the first, {names[0]}, was "
        f"taken for the blocks; {names[1]} became `dl_type`.",
        "All blocks are one argument, `blocks`: they belong together in one tuple, in parentheses.",
        text if len(text) < 320 else f"blocks=({', '.join(ast.unparse(one) for one in blocks)})",
        "Write:",
        card="data-block",
    )
