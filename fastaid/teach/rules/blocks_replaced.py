"""A DataBlock whose variable now holds what was made of it: `dls = dls.dataloaders(path)` a second time."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_dls, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Frame, Scene

OF_BLOCKS = ("dataloaders", "datasets", "summary")
LONGEST = 240  # characters of a DataBlock that a card repeats


def block_gone(scene: Scene) -> tuple[Frame, ast.Attribute, Any, ast.expr | None] | None:
    """A call of a DataBlock's method on its DataLoaders or Datasets, and the DataBlock as it was written."""
    here = scene.here
    node = here.node if here is not None else None
    func = node.func if isinstance(node, ast.Call) else node
    if here is None or not isinstance(func, ast.Attribute) or func.attr not in OF_BLOCKS:
        return None
    held = here.value(func.value)
    is_sets = is_of(held, "fastai.data.core", "Datasets", "TfmdLists") and func.attr != "dataloaders"
    if (not is_dls(held) and not is_sets) or not isinstance(func.value, ast.Name):
        return None
    return here, func, held, _written(scene, func.value.id)


def _written(scene: Scene, name: str) -> ast.expr | None:
    """The `DataBlock(…)` that the variable was given before."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and last_name(node.value.func) == "DataBlock"
                and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
            ):
                return node.value
    return None


@rule(TypeError, IndexError, AttributeError, ValueError, needs="fastai")
def block_replaced(scene: Scene) -> Diagnosis | None:
    """The name of the DataBlock was given to its DataLoaders."""
    found = block_gone(scene)
    if found is None:
        return None
    _, func, held, written = found
    name = ast.unparse(func.value)
    kind = "DataLoaders" if is_dls(held) else "Datasets"
    block = next((one for one, _ in scene.live(object) if _is_block(scene.names[one])), "")
    call = getattr(func, "parent", None)
    inside = (
        ", ".join(ast.unparse(one) for one in (*call.args, *call.keywords))
        if isinstance(call, ast.Call)
        else ""
    )
    own = block or ("dblock" if name != "dblock" else "pets")
    line = f"{own}.{func.attr}({inside})"
    if func.attr != "summary":
        line = f"{'dls' if func.attr == 'dataloaders' else 'dsets'} = {line}"
    what = f"`{name}` is already the {kind}, not a DataBlock; `{func.attr}` is a method of the DataBlock."
    if block:
        return Diagnosis(what, f"The DataBlock is in `{block}`.", line, "Ask that:", card="data-block")
    if written is None:
        return None
    text = ast.unparse(written)
    cause = (
        f"`{name}` was a DataBlock first; then the line `{name} = {name}.…` (run before) gave its name to what "
        "it made, and the block is gone."
    )
    if len(text) <= LONGEST:
        how = "Give the DataBlock a name of its own:"
        return Diagnosis(what, cause, f"{own} = {text}\n{line}", how, card="data-block")
    how = f"Run the cell with the DataBlock again, with a name of its own (`{own} = DataBlock(…)`); then:"
    return Diagnosis(what, cause, line, how, card="data-block")


def _is_block(held: Any) -> bool:
    return is_of(held, "fastai.data.block", "DataBlock")
