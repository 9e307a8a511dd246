"""Files that came out of a listing of folders: `.DS_Store`, a table beside the folders of the classes."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.covered_lines import COMPREHENSIONS
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import code_of, origin, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

LISTINGS = ("listdir", "ls", "iterdir", "glob", "scandir")
OF_SYSTEM = {".DS_Store": "macOS", "Thumbs.db": "Windows", "desktop.ini": "Windows"}
LONGEST = 110


@dataclass(frozen=True)
class Round:
    """A loop, or the part of a comprehension, that takes what a listing gives."""

    node: ast.For | ast.comprehension
    whole: ast.AST  # the loop or the comprehension
    name: str  # the learner's name for one of them
    listing: ast.Call


@rule(NotADirectoryError)
def listed_as_folder(scene: Scene) -> Diagnosis | None:
    """`for cls in os.listdir(root): os.listdir(os.path.join(root, cls))`: files are listed too."""
    asked = getattr(scene.error, "filename", None)
    path = Path(asked) if isinstance(asked, (str, Path)) else None
    file = next((one for one in (path, *path.parents) if one.is_file()), None) if path is not None else None
    for frame in reversed([one for one in scene.frames if one.is_learners]):
        found = _round(scene, frame, file) if file is not None else None
        if found is None or file is None:
            continue
        text = text_of(found.listing) or "the listing"
        maker = OF_SYSTEM.get(file.name, "")
        kind = f"a file that {maker} puts into folders" if maker else "a file, not a folder"
        line = _only_folders(found)
        how = "Skip what is no folder:" if isinstance(found.node, ast.For) else "Take the folders alone:"
        return Diagnosis(
            f"`{file}` is {kind}" + (" and hides" if file.name.startswith(".") and maker else "") + ".",
            f"`{text}` gives all that is in the folder, files too; `{found.name}` was this file, and is used as a "
            "folder.",
            line,
            how,
            card="pathlib",
        )
    return None


def _round(scene: Scene, frame: Frame, file: Path) -> Round | None:
    tree = source_tree(frame)
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, (ast.For, *COMPREHENSIONS)):
            continue
        if not node.lineno <= frame.line <= (node.end_lineno or node.lineno):
            continue
        for part in [node] if isinstance(node, ast.For) else node.generators:
            name = part.target.id if isinstance(part.target, ast.Name) else ""
            listing = _listing(scene, frame, part.iter)
            held = frame.names.get(name)
            is_it = isinstance(held, (str, Path)) and (Path(held) == file or str(held) == file.name)
            if name and listing is not None and (is_it or _is_of_entry(held, file)):
                return Round(part, node, name, listing)
    return None


def _is_of_entry(held: object, file: Path) -> bool:
    path = getattr(held, "path", None) if type(held).__name__ == "DirEntry" else None
    return isinstance(path, str) and Path(path) == file


def _listing(scene: Scene, frame: Frame, node: ast.expr) -> ast.Call | None:
    """The call that lists: `os.listdir(root)` of `sorted(os.listdir(root))`, or of a variable that keeps it."""
    if isinstance(node, ast.Name):
        made = origin(scene, frame, node.id)
        return _listing(scene, frame, made) if made is not None and not isinstance(made, ast.Name) else None
    for one in ast.walk(node):
        is_plain = isinstance(one, ast.Call) and last_name(one.func) in LISTINGS
        if is_plain and not (last_name(one.func) == "ls" and one.args):  # type: ignore[attr-defined]
            return one  # type: ignore[return-value]
    return None


def _only_folders(found: Round) -> str:
    """The first lines of the loop, or the comprehension, with the folders alone."""
    call, name = found.listing, found.name
    asks = f"{name}.is_dir()"
    if last_name(call.func) == "listdir":
        inside = f"os.path.join({code_of(call.args[0])}, {name})" if call.args else name
        asks = f"os.path.isdir({inside})"
    if isinstance(found.node, ast.For):
        return f"for {name} in {code_of(found.node.iter)}:\n    if not {asks}: continue"
    test = ast.parse(asks, mode="eval").body
    new = ast.parse(ast.unparse(found.whole), mode="eval").body
    for part in getattr(new, "generators", ()):
        if ast.unparse(part.target) == name:
            part.ifs = [test, *part.ifs]
    line = ast.unparse(new)
    short = f"[{name} for {name} in {code_of(found.node.iter)} if {asks}]"
    return line if len(line) <= LONGEST else short
