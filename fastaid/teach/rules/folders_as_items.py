"""Folders among the items of a loader, where each item should be a file."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, assigned, keyword_given, last_name
from fastaid.teach.rules.in_workers import is_from_worker, own_message, transform_lists
from fastaid.teach.scene import Scene

MOST_ASKED = 300  # items whose kind is asked of the disk
OPENED = re.compile(r"Is a directory: '(.+)'|Permission denied: '(.+)'")


@rule(IsADirectoryError, PermissionError, needs="fastai.vision.core")
def folder_as_item(scene: Scene) -> Diagnosis | None:
    """`test_dl('test')`: one folder as the only item; or folders that a search found beside the files."""
    path, items = _opened(scene), _items(scene)
    if path is None or not items or scene.within("fastai.learner", "predict") is not None:
        return None
    folders = [one for one in items[:MOST_ASKED] if Path(one).is_dir()]
    if not folders:
        return None
    made, target = _test_dl(scene)
    if made is None:
        return _of_a_search(scene, path, items, folders)
    given, asked = ast.unparse(made.args[0]), ast.unparse(made.func)
    if len(items) == 1:
        is_list = isinstance(made.args[0], (ast.List, ast.Tuple))
        inner = (
            ast.unparse(made.args[0].elts[0]) if isinstance(made.args[0], (ast.List, ast.Tuple)) else given
        )
        return Diagnosis(
            f"`{asked}` was given one path, the folder `{path}`, {'in a list' if is_list else 'as its only item'}; its "
            "loader now opens the folder as if it were a picture.",
            "It takes a list of items: the files to predict. It does not look into a folder.",
            target + _again(made, f"get_image_files({inner})"),
            "Give it the files of the folder:",
            card="test-set",
        )
    all_of = all(Path(one).is_dir() for one in items[:MOST_ASKED])
    above = Path(folders[0]).parent
    return Diagnosis(
        f"`{given}` holds {counted(len(folders), 'folder')} among {counted(len(items), 'item')}, such as `{path}`; "
        "each item is opened as a picture.",
        "What lists a folder gives the folders in it too, and does not look into them.",
        target
        + _again(
            made, f"get_image_files('{above}')" if all_of else f"[o for o in {given} if Path(o).is_file()]"
        ),
        "Take the pictures, those in the folders below too:" if all_of else "Leave the folders out:",
        card="test-set",
    )


def _of_a_search(scene: Scene, path: Path, items: list[Any], folders: list[Any]) -> Diagnosis | None:
    """The items of a DataBlock that were found by a function of the learner's."""
    found = keyword_given(scene, "get_items")
    if found is None or last_name(found) == "get_image_files" or len(folders) == len(items) == 1:
        return None
    return Diagnosis(
        f"Among the {counted(len(items), 'item')} that `{ast.unparse(found):.60}` found there "
        f"{'is' if len(folders) == 1 else 'are'} {counted(len(folders), 'folder')}, such as `{path}`; each item is "
        "opened as a picture.",
        "A search such as `rglob('*')`, `glob('*')` or `ls()` gives files and folders alike.",
        "get_items=get_image_files",
        "In the DataBlock, let fastai look for the pictures alone:",
        card="data-block",
    )


def _again(made: ast.Call, items: str) -> str:
    """The learner's test_dl with other items."""
    written = f"test_dl({ast.unparse(made.args[0])}"
    return anew(made).replace(written, f"test_dl({items}", 1)


def _opened(scene: Scene) -> Path | None:
    name = getattr(scene.error, "filename", None)
    if not isinstance(name, str):
        found = OPENED.search(own_message(scene)) if is_from_worker(scene) else None
        name = next((one for one in found.groups() if one), None) if found is not None else None
    return Path(name) if name is not None and Path(name).is_dir() else None


def _items(scene: Scene) -> list[Any]:
    """The paths that the data set was made of; [] where it was made of something else."""
    for one in transform_lists(scene):
        held: Any = stored(one).get("items")
        held = stored(held).get("items") if is_of(held, "fastcore.foundation", "L") else held
        if isinstance(held, list):
            first = list(islice(held, MOST_ASKED))
            return held if first and all(isinstance(path, (str, Path)) for path in first) else []
    return []


def _test_dl(scene: Scene) -> tuple[ast.Call | None, str]:
    """The learner's call that made the loader, and `dl = ` where it is kept in a variable."""
    call = scene.here.call if scene.here is not None else None
    given = next((one.value for one in call.keywords if one.arg == "dl"), None) if call is not None else None
    if given is None and call is not None and isinstance(call.func, ast.Attribute):
        given = call.func.value  # dl.show_batch()
    target = ""
    if isinstance(given, ast.Name):
        target, given = f"{given.id} = ", assigned(scene, given.id)
    if isinstance(given, ast.Call) and last_name(given.func) == "test_dl" and given.args:
        return given, target
    return None, ""
