"""Functions that search a folder for files, given what is no folder: a table, or files already found."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, last_name, trees
from fastaid.teach.scene import Frame, Scene

SEARCHING = ("get_image_files", "get_text_files", "get_files")


@rule(TypeError, needs="fastai")
def searched_in_items(scene: Scene) -> Diagnosis | None:
    """get_items=get_image_files, and `dataloaders` is given a table or a list, not a folder."""
    frame = scene.within("fastai.data.transforms", "get_files")
    given: Any = frame.names.get("path") if frame is not None else None
    is_list = isinstance(given, (list, tuple)) or is_of(given, "fastcore.foundation", "L")
    is_rows = is_table(given) or is_of(given, "pandas", "Series")
    here = scene.here
    if not (is_list or is_rows) or here is None or here.call is None:
        return None
    outer = scene.within("fastai.data.transforms", "get_image_files") or scene.within(
        "fastai.data.transforms", "get_text_files"
    )
    function = outer.function if outer is not None else "get_files"
    text = _given(here, here.call, given)
    kind = f"a list of {counted(len(given), 'item')}" if is_list else described(given)
    what = f"`{function}` searches a folder for files; it was given `{text}`, {kind}."
    items = "The table's rows" if is_rows else "What it holds"
    if scene.within("fastai.vision.data", "from_folder") is not None and is_list:
        return _files_for_a_folder(scene, here.call, text, kind)
    block = _block(scene, function)
    if scene.within("fastai.data.block", "datasets") is None or block is None:
        return Diagnosis(
            what,
            f"{items} are already the items: there is nothing to search for.",
            f"files = {text}"
            if is_list
            else f"files = {function}(path)   # the folder that the files are in",
            "Leave out the search:" if is_list else "Give it the folder:",
            card="getting-data",
        )
    return Diagnosis(
        what,
        f"{items} are already the items of the data set, so `get_items` has nothing to do.",
        block,
        "Leave out `get_items`"
        + (":" if is_list else " (`get_x` and `get_y` then read each row of the table):"),
        card="data-block",
    )


def _files_for_a_folder(scene: Scene, call: ast.Call, text: str, kind: str) -> Diagnosis:
    """`ImageDataLoaders.from_folder(fnames)`: it wants the folder, and finds the files itself."""
    made = assigned(scene, text) if text.isidentifier() else call.args[0] if call.args else None
    is_search = isinstance(made, ast.Call) and last_name(made.func) in SEARCHING and bool(made.args)
    folder = ast.unparse(made.args[0]) if is_search else "path"  # type: ignore[union-attr]
    fix = anew(call).replace(f"({text}", f"({folder}", 1)
    return Diagnosis(
        f"`from_folder` was given `{text}`, {kind}; it wants the folder.",
        "It finds the pictures itself, and takes the names of their folders for labels.",
        fix,
        "Give it the folder (for files that you have found, and labels in their names: `from_name_func`, "
        "`from_path_func`):",
        card="getting-data",
    )


def _given(here: Frame, call: ast.Call, given: Any) -> str:
    nodes = [*call.args, *(one.value for one in call.keywords)]
    found = next((one for one in nodes if here.value(one) is given), None)
    return ast.unparse(found) if found is not None else "source"


def _block(scene: Scene, function: str) -> str | None:
    """The DataBlock as it was written, without its get_items."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            call = node.value if isinstance(node, ast.Assign) else node
            if not isinstance(call, ast.Call) or last_name(call.func) != "DataBlock":
                continue
            given = next((one.value for one in call.keywords if one.arg == "get_items"), None)
            if given is None or (function not in ast.unparse(given) and not isinstance(given, ast.Name)):
                continue
            target = f"{ast.unparse(node.targets[0])} = " if isinstance(node, ast.Assign) else ""
            return target + anew(call, drop=("get_items",))
    return None
