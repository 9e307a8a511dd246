"""A Path taken for the list of what is in it, and `+` behind a path that `/` has joined."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePath

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent, path_written
from fastaid.teach.rules.on_disk import exists
from fastaid.teach.rules.python_source import loop_at, replaced, statement_at
from fastaid.teach.scene import Frame, Scene

REFUSED = ("Path' object is not iterable", "Path' has no len()")
SUMS = (
    "unsupported operand type(s) for +: 'PosixPath' and 'str'",
    "unsupported operand type(s) for +: 'WindowsPath' and 'str'",
)
ENDINGS = (".", "_", "-")


@rule(TypeError)
def path_gone_through(scene: Scene) -> Diagnosis | None:
    """`for f in path:`, `list(path)`, `len(path)`: a Path is a name, not the list of the folder's files."""
    here = scene.here
    if here is None or not scene.message.endswith(REFUSED):
        return None
    if not scene.is_raised_by_learner and (scene.last is None or scene.last.module != "random"):
        return None
    found = next(_paths(here), None)
    if found is None:
        return None
    node, path = found
    text = ast.unparse(node)
    own = text if isinstance(node, (ast.Name, ast.Attribute, ast.Call)) else f"({text})"
    what = (
        f"`{text}` is a Path, `{path}`: the name of a {'file' if path.is_file() else 'folder'}, not a list."
    )
    if path.is_file():
        fix, how = f"{own}.read_text().splitlines()", "The lines of the file are:"
        return Diagnosis(
            what, "It holds no items to go through.", replaced(here, node, fix), how, card="pathlib"
        )
    listing = f"{own}.ls()" if library("fastcore.xtras") is not None else f"list({own}.iterdir())"
    more = "" if exists(path) else " (the folder must be there: now it is not)"
    return Diagnosis(
        what,
        "What is in the folder must be asked for.",
        replaced(here, node, listing),
        f"Take its list{more}; all pictures in it and below are `get_image_files({text})`:"
        if library("fastai.vision") is not None
        else f"Take its list{more}:",
        card="pathlib",
    )


def _paths(here: Frame) -> Iterator[tuple[ast.expr, Path]]:
    """Paths that the running line goes through, or counts."""
    node = here.node if here.node is not None else statement_at(here)
    whole = loop_at(here) or statement_at(here) or node
    for one in ast.walk(whole) if whole is not None else ():
        tried: list[ast.expr] = []
        if isinstance(one, (ast.For, ast.comprehension)):
            tried = [one.iter]
        elif isinstance(one, ast.Call) and (one is node or node is whole):
            tried = list(one.args)
        for inner in tried:
            inner = inner.args[0] if _is_enumerated(inner) else inner  # type: ignore[attr-defined]
            held = path_written(here, inner)
            if held is not None and not isinstance(here.value(inner), str):
                yield inner, held


def _is_enumerated(node: ast.expr) -> bool:
    is_call = isinstance(node, ast.Call) and ast.unparse(node.func) in ("enumerate", "sorted", "list", "tqdm")
    return is_call and bool(node.args)  # type: ignore[attr-defined]


@rule(TypeError)
def added_behind_a_path(scene: Scene) -> Diagnosis | None:
    """`path/'train'+name+'.jpg'`: `/` comes before `+`, so a Path is added to."""
    here = scene.here
    node = here.node if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.BinOp) or not scene.message.startswith(SUMS):
        return None
    if (
        not isinstance(node.op, ast.Add)
        or not isinstance(node.left, ast.BinOp)
        or not isinstance(node.left.op, ast.Div)
    ):
        return None
    if isinstance(here.value(node.left), PurePath):
        return None  # path_text.added_to_a_path
    whole, terms = node, [node.right]
    while (
        isinstance(above := parent(whole), ast.BinOp)
        and isinstance(above.op, ast.Add)
        and above.left is whole
    ):
        whole = above
        terms.append(above.right)
    rest = " + ".join(ast.unparse(one) for one in terms)
    first, last = ast.unparse(node.left.left), ast.unparse(node.left.right)
    start = terms[0].value if isinstance(terms[0], ast.Constant) and isinstance(terms[0].value, str) else ""
    new = (
        f"{first} / ({last} + {rest})"
        if start.startswith(ENDINGS)
        else f"{ast.unparse(node.left)} / ({rest})"
    )
    if len(terms) == 1 and not start.startswith(ENDINGS):
        new = f"{ast.unparse(node.left)} / {rest}"
    return Diagnosis(
        f"`{ast.unparse(node.left)}` is a Path, and `+` cannot add text to it.",
        "`/` goes before `+`, as it does with numbers: the folders were joined first.",
        replaced(here, whole, new),
        "Put the parts of the name in parentheses:" if "(" in new else "Join them with `/`:",
        card="pathlib",
    )
