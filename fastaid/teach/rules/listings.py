"""Folders that came out of a listing of files. No rules of its own."""

from __future__ import annotations

import ast
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.on_disk import is_picture, names_in
from fastaid.teach.scene import Scene


def among_files(scene: Scene, path: Path) -> Diagnosis | None:
    """A folder that came out of a listing of files: Jupyter's `.ipynb_checkpoints`, or another one."""
    call = next((one for tree in trees(scene) for one in ast.walk(tree) if _lists(one)), None)
    is_jupyters = path.name == ".ipynb_checkpoints"
    files = [one for one in names_in(path.parent) if (path.parent / one).is_file()]
    if (call is None and not is_jupyters) or not files:
        return None
    ends = tuple(sorted({Path(one).suffix for one in files if is_picture(Path(one))}))[:4]
    text = ast.unparse(call) if call is not None else f"os.listdir('{path.parent}')"
    name = "str(o)" if "listdir" not in text else "o"
    wanted = ends[0] if len(ends) == 1 else ends
    keep = f"{name}.endswith({wanted!r})" if ends else f"not {name}.endswith({path.name!r})"
    by_fastai = (
        f"\n# or, whole paths: get_image_files({str(path.parent)!r})"
        if "get_image_files" in scene.names
        else ""
    )
    return Diagnosis(
        f"`{path}` is a folder (a directory), not a file" + (": Jupyter made it." if is_jupyters else "."),
        (
            "Jupyter and Colab keep copies of open files in hidden folders of this name. "
            if is_jupyters
            else ""
        )
        + f"The names that `{text}` gives are those of files and folders alike.",
        f"[o for o in {text} if {keep}]" + (by_fastai if ends else ""),
        "Skip what is no picture:" if ends else "Skip it:",
    )


def _lists(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = last_name(node.func)
    return name in ("listdir", "iterdir", "glob") or (name == "ls" and not node.args)
