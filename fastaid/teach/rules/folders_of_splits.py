"""GrandparentSplitter looks for folders of other names than there are."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.held_out_items import FOR_VALIDATION
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.on_disk import folders_in
from fastaid.teach.scene import Scene

LONGEST = 400


@rule(ValueError, needs="fastai")
def no_folder_of_that_name(scene: Scene) -> Diagnosis | None:
    """`GrandparentSplitter()` where the folder is called val: the validation set is empty."""
    frame = scene.within("fastai.data.load", "one_batch")
    held = frame.names.get("self") if frame is not None and frame is scene.last else None
    if held is None or stored(held).get("n") != 0:
        return None
    training = _training(scene, held)
    items: Any = stored(training).get("items")
    first = items[0] if items is not None and len(items) else None
    found = _splitter(scene)
    if found is None or not isinstance(first, (str, Path)):
        return None
    statement, call = found
    wanted = _given(call, 1, "valid_name", "valid")
    root = Path(first).parent.parent.parent
    inside = folders_in(root)
    others = [one for one in FOR_VALIDATION if one in inside and one != wanted]
    if not wanted or wanted in inside or not others:
        return None
    call.keywords = [one for one in call.keywords if one.arg != "valid_name"]
    call.keywords.append(ast.keyword("valid_name", ast.Constant(others[0])))
    call.args = call.args[:1]
    line = ast.unparse(statement)
    return Diagnosis(
        f"The validation set is empty: the splitter looks for a folder `{wanted}`, and in `{root}` it is called "
        f"`{others[0]}`.",
        f"`GrandparentSplitter` takes the items of the folders `train` and `valid`, unless it is told other names. All "
        f"{counted(len(items), 'item')} that it found are for training.",
        line if len(line) < LONGEST and "\n" not in line else f"splitter={ast.unparse(call)}",
        "Tell it the name (then make the DataLoaders anew):",
        card="validation-set",
    )


def _training(scene: Scene, empty: Any) -> Any:
    """The list of the training items, beside an empty loader."""
    for _, one in scene.live(object):
        loaders = stored(one).get("loaders") if is_of(one, "fastai.data.core", "DataLoaders") else None
        if isinstance(loaders, (list, tuple)) and empty in list(loaders)[1:]:
            lists = stored(stored(loaders[0]).get("dataset")).get("tls")
            return lists[0] if lists else None
    return None


def _splitter(scene: Scene) -> tuple[ast.stmt, ast.Call] | None:
    """The latest statement in which a GrandparentSplitter is made, and its call."""
    for tree in trees(scene):
        for statement in reversed(tree.body):
            for one in ast.walk(statement):
                if isinstance(one, ast.Call) and last_name(one.func) == "GrandparentSplitter":
                    return statement, one
    return None


def _given(call: ast.Call, at: int, name: str, otherwise: str) -> str:
    """A text that is given for an argument; "" where it is not plain to see."""
    node = next((one.value for one in call.keywords if one.arg == name), None)
    node = call.args[at] if node is None and at < len(call.args) else node
    if node is None:
        return otherwise
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
