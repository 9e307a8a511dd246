"""Files that are deleted or moved, and are not there any more. Another file's name is never proposed."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned, last_name
from fastaid.teach.rules.listings_joined import bare_name
from fastaid.teach.rules.on_disk import exists, names_in, nearest
from fastaid.teach.rules.python_source import FUNCTIONS, cells, text_of
from fastaid.teach.scene import Frame, Scene

DELETING = ("unlink", "remove", "rmdir", "rmtree", "removedirs")
MOVING = ("rename", "replace", "move", "renames")
OF_SYSTEM = ("os", "posix", "nt", "shutil", "pathlib")


def taken_away(scene: Scene) -> str:
    """The call of the system that was to delete or move something: "unlink"; "" where it was none."""
    here = scene.here
    if here is None:
        return ""
    for frame in scene.frames[scene.frames.index(here) + 1 :]:
        if frame.module in OF_SYSTEM and frame.function in (*DELETING, *MOVING):
            return frame.function
    call = here.call
    word = last_name(call.func) if call is not None else ""
    held = here.value(call.func) if call is not None and word in (*DELETING, *MOVING) else None
    return word if getattr(held, "__module__", "") in OF_SYSTEM else ""


@rule(FileNotFoundError)
def gone_already(scene: Scene) -> Diagnosis | None:
    """A file is deleted or moved a second time: an earlier run of the line did it."""
    word, name, here = taken_away(scene), getattr(scene.error, "filename", None), scene.here
    if not word or here is None or not isinstance(name, (str, os.PathLike)) or str(name).startswith("~"):
        return None
    path = Path(os.fspath(name)) if isinstance(os.fspath(name), str) else None
    if path is None or exists(path) or "\\" in str(path) or bare_name(scene) is not None:
        return None
    done = "deleted" if word in DELETING else "moved"
    number, files = _earlier_run(scene, here), _list_of(here)
    folder, missing = nearest(path)
    if number:
        still = f" `{files[0]}` still lists it." if files is not None else ""
        why = f"This line ran before, in cell [{number}]; most likely it {done} the file then.{still}"
    elif files is not None and folder == path.parent:
        why = f"`{files[0]}` still lists it, but it was {done} already: by an earlier run or by another line."
    else:
        held = names_in(folder)
        why = (
            f"Either it was {done} already, by an earlier run, or the path is not the right one: "
            f"`{folder}` has no `{missing}`. " + (f"There is: {listed(held, 4)}." if held else "It is empty.")
        )
    fix, how = _only_what_is_there(scene, here, word, files)
    more = " any more" if number or files is not None else ""
    return Diagnosis(f"`{path}` is not there{more}, so it cannot be {done}.", why, fix, how, card="pathlib")


def _earlier_run(scene: Scene, here: Frame) -> int:
    """The number of an earlier cell with the call that failed; 0 where none had it."""
    call = ast.unparse(here.call) if here.call is not None else ""
    if here.function.isidentifier() or not call:
        return 0
    for number, text in reversed(cells(scene)[:-1]):
        try:
            body = ast.parse(text).body
        except (SyntaxError, ValueError):
            continue
        own = [one for one in body if not isinstance(one, (*FUNCTIONS, ast.ClassDef))]
        nodes = (node for one in own for node in ast.walk(one) if isinstance(node, ast.Call))
        if any(ast.unparse(node) == call for node in nodes):
            return number
    return 0


def _list_of(here: Frame) -> tuple[str, bool] | None:
    """The learner's list that the file came from, and whether it was mapped: `failed.map(Path.unlink)`."""
    call = here.call
    if call is None or not isinstance(call.func, ast.Attribute):
        return None
    held: Any = here.value(call.func.value)
    if call.func.attr == "map" and (is_of(held, "fastcore.foundation", "L") or isinstance(held, list)):
        return text_of(call.func.value), True
    return None


def _only_what_is_there(
    scene: Scene, here: Frame, word: str, files: tuple[str, bool] | None
) -> tuple[str, str]:
    call = here.call
    if files is not None and word in DELETING:
        made = assigned(scene, files[0])
        if isinstance(made, ast.Call) and last_name(made.func) == "verify_images":
            again = f"{files[0]} = {_made_anew(scene, made)}\n{files[0]}.map(Path.unlink)"
            return again, "Look for broken files anew (or delete with `unlink(missing_ok=True)`):"
        return f"for f in {files[0]}: f.unlink(missing_ok=True)", "Pass over what is gone:"
    if call is None:
        return "", ""
    text = ast.unparse(call)
    if word == "unlink" and isinstance(call.func, ast.Attribute) and not call.args:
        return f"{ast.unparse(call.func)}(missing_ok=True)", "Where it may be gone already, let that pass:"
    first = ast.unparse(call.args[0]) if call.args else "path"
    if word == "rmtree":
        return (
            f"{ast.unparse(call.func)}({first}, ignore_errors=True)",
            "Where it may be gone, let that pass:",
        )
    if word in ("remove", "unlink"):
        return f"Path({first}).unlink(missing_ok=True)", "Where it may be gone already, let that pass:"
    is_own = isinstance(call.func, ast.Attribute) and isinstance(here.value(call.func.value), Path)
    asked = (
        ast.unparse(call.func.value) if is_own and isinstance(call.func, ast.Attribute) else f"Path({first})"
    )
    return f"if {asked}.exists(): {text}", "Ask first whether it is there:"


def _made_anew(scene: Scene, made: ast.Call) -> str:
    """`verify_images(fns)` with the files looked up again: fns holds the deleted ones too."""
    given = made.args[0] if made.args else None
    source = assigned(scene, given.id) if isinstance(given, ast.Name) else None
    if isinstance(source, ast.Call) and last_name(source.func).startswith("get_"):
        return f"verify_images({ast.unparse(source)})"
    return ast.unparse(made)
