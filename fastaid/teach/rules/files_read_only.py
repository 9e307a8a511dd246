"""Writing into a folder that may not be written to: /kaggle/input, or somebody else's."""

from __future__ import annotations

import ast
import os
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_learner, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.files_written import COPIERS, MAKERS, WRITERS
from fastaid.teach.rules.in_code import last_name, path_written
from fastaid.teach.rules.places import READ_ONLY, is_read_only, writable_place
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.rules.weights_elsewhere import folder_of
from fastaid.teach.scene import Frame, Scene
from fastaid.teach.weight_files import path_of

# Functions that write more than one file, or read as well.
MORE = ("open", "extractall", "unpack_archive", "untar_data", "download_url", "download_images", "resize_images",
        "file_extract", "FileExtractor", "retrieve", "download", "save_encoder", "ExcelWriter", "export")  # fmt: skip


@rule(OSError, RuntimeError)
def into_read_only(scene: Scene) -> Diagnosis | None:
    """`sub.to_csv('/kaggle/input/comp/sub.csv')`, `(path/'small').mkdir()` where nothing can be written."""
    error, frame = scene.error, scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or _is_beside_a_learner(scene):
        return None
    name, target = last_name(call.func), _refused(scene)
    if target is None or not (name in (*WRITERS, *COPIERS, *MAKERS, *MORE) or name.startswith("to_")):
        return None
    if not is_read_only(error) and not _may_be_made(target):
        return None
    folder = next((one for one in target.parents if one.is_dir() and one != Path("/")), target.parent)
    place = writable_place()
    fix = _written_to(frame, call, target, place)
    why = (
        "This place is read-only, as `/kaggle/input` is: files can be read there, and none can be made or changed."
        if is_read_only(error)
        else "It belongs to another user or to the system."
    )
    return Diagnosis(
        f"`{name}` was to write `{target}`, and the folder `{folder}` may not be written to.",
        why,
        fix,
        "Write into the notebook's folder:" if str(place) == "." else f"Write into `{place}`, where you may:",
    )


def _refused(scene: Scene) -> Path | None:
    """What the system refused to write."""
    error, saving = scene.error, scene.within("torch.serialization", "save")
    if isinstance(error, OSError):
        held = error.filename2 if error.filename2 is not None else error.filename
        return path_of(held) if error.errno in READ_ONLY and isinstance(held, (str, os.PathLike)) else None
    # torch writes by itself, and tells what the system said in words.
    is_refused = any(f"strerror: {os.strerror(one)}" in scene.message for one in READ_ONLY)
    return path_of(saving.names.get("f")) if saving is not None and is_refused else None


def _is_beside_a_learner(scene: Scene) -> bool:
    """Whether a Learner writes into its own folder, of which saving_places speaks."""
    learner, target = next((one for _, one in scene.holding("self", is_learner)), None), _refused(scene)
    if learner is None or target is None:
        return False
    own = (Path(stored(learner).get("path") or "."), folder_of(learner))
    return any(one in (target, *target.parents) for one in own)


def _may_be_made(target: Path) -> bool:
    """Whether it is new, in a folder that is there: then it is the folder that refuses."""
    try:
        return not target.exists() and target.parent.is_dir()
    except OSError:
        return False


def _with(call: ast.Call, old: ast.expr, new: str) -> str:
    """The call with one part of it written anew."""

    class Put(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return ast.parse(new, mode="eval").body if ast.dump(node) == wanted else self.generic_visit(node)

    wanted = ast.dump(old)
    return ast.unparse(Put().visit(ast.parse(ast.unparse(call), mode="eval").body))


def _written_to(frame: Frame, call: ast.Call, target: Path, place: Path) -> str:
    """The running line with another place in it."""
    holder = call.func.value if isinstance(call.func, ast.Attribute) else None
    tried = [*call.args, *(one.value for one in call.keywords), *([holder] if holder is not None else [])]
    for node in tried:
        found = path_written(frame, node)
        if found is not None and (found == target or found in target.parents) and found.name:
            new = str(place / found.name)
            return replaced(frame, call, _with(call, node, f"Path({new!r})" if node is holder else repr(new)))
    return f"path = Path({str(place)!r})"
