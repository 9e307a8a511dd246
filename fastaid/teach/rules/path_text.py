"""Paths and strings that are taken for each other."""

from __future__ import annotations

import ast
import re
from pathlib import Path, PurePath
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Frame, Scene

OF_PATHS = frozenset(
    [
        "ls",
        "name",
        "parent",
        "parents",
        "stem",
        "suffix",
        "exists",
        "mkdir",
        "glob",
        "rglob",
        "iterdir",
        "is_file",
        "is_dir",
        "read_text",
        "write_text",
        "unlink",
        "joinpath",
        "with_suffix",
        "with_name",
        "resolve",
        "absolute",
        "relative_to",
        "read_bytes",
        "open",
        "touch",
        "rename",
    ]
)
OF_STRINGS = frozenset(
    [
        "split",
        "rsplit",
        "startswith",
        "endswith",
        "lower",
        "upper",
        "find",
        "rfind",
        "strip",
        "rstrip",
        "lstrip",
        "partition",
        "rpartition",
        "count",
        "index",
        "format",
        "removesuffix",
        "removeprefix",
        "isdigit",
        "title",
    ]
)


def _import_path() -> str:
    return "" if library("fastai") is not None else "from pathlib import Path\n"


def _operands(scene: Scene, operator: type[ast.operator]) -> tuple[Frame, ast.BinOp, Any, Any] | None:
    frame = scene.here
    if frame is None or not scene.is_raised_by_learner or not isinstance(frame.node, ast.BinOp):
        return None
    if not isinstance(frame.node.op, operator):
        return None
    return frame, frame.node, frame.value(frame.node.left), frame.value(frame.node.right)


def _leftmost(node: ast.expr) -> ast.expr:
    while isinstance(node, ast.BinOp):
        node = node.left
    return node


@rule(TypeError)
def strings_divided(scene: Scene) -> Diagnosis | None:
    """`path/'train'` where path is a string."""
    found = _operands(scene, ast.Div)
    if found is None:
        return None
    _, node, left, right = found
    if type(left) is not str or type(right) is not str or _is_number(left) or _is_number(right):
        return None
    name = ast.unparse(node.left)
    is_variable = isinstance(node.left, ast.Name)
    first = (
        f"{name} = Path({left!r})\n{ast.unparse(node)}"
        if is_variable
        else f"Path({name})/{ast.unparse(node.right)}"
    )
    looks_like_paths = "/" in left or "." in right or Path(left).exists() or "path" in name.lower()
    return Diagnosis(
        f"`{name}` is a string, {left!r}, and `/` does not join strings.",
        "Only a Path object joins folders and names with `/`.",
        _import_path() + first,
        f"Make `{name}` a Path:" if is_variable else "Make the first part a Path:",
        sure="certain" if looks_like_paths else "likely",
        card="pathlib",
    )


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@rule(TypeError)
def added_to_a_path(scene: Scene) -> Diagnosis | None:
    """`path + 'name'`, and `path/3`."""
    found = _operands(scene, ast.Add) or _operands(scene, ast.Div)
    if found is None:
        return None
    _, node, left, right = found
    one, other = ast.unparse(node.left), ast.unparse(node.right)
    sign = "+" if isinstance(node.op, ast.Add) else "/"
    if isinstance(left, PurePath) and type(right) is str and sign == "+":
        text = repr(right.lstrip("/")) if isinstance(node.right, ast.Constant) else other
        fix, how = f"{one}/{text}", "Join them with `/`:"
        if right.startswith(".") and "/" not in right:
            fix, how = f"{one}.with_suffix({other})", "For another ending:"
        elif right.startswith("_"):
            fix, how = f"Path(str({one}) + {other})", "To lengthen the name, add to it as a string:"
        why = "`+` does not work on a Path; folders and names are joined with `/`."
    elif type(left) is str and isinstance(right, PurePath) and sign == "+":
        fix, how = f"Path({one})/{other}", "Join them with `/`:"
        why = "`+` does not join a string and a Path."
    elif isinstance(left, PurePath) and isinstance(right, (int, float)) and sign == "/":
        fix, how = f"{one}/str({other})", "Make the number text first:"
        why = f"A Path is joined with text; `{other}` is the number {right}."
    else:
        return None
    both = f"`{one}` is {_kind(left)} and `{other}` is {_kind(right)}"
    return Diagnosis(f"{both}: `{sign}` cannot join them.", why, fix, how, card="pathlib")


@rule(TypeError)
def added_to_a_new_path(scene: Scene) -> Diagnosis | None:
    """`Path('data') + '/train.csv'`, where the path is made in the line itself."""
    frame = scene.here
    node = frame.node if frame is not None and scene.is_raised_by_learner else None
    words = re.search(r"for \+: '(Posix|Windows)Path' and 'str'", scene.message)
    if (
        frame is None
        or words is None
        or not isinstance(node, ast.BinOp)
        or not isinstance(node.left, ast.Call)
    ):
        return None
    one, right = ast.unparse(node.left), frame.value(node.right)
    other = repr(right.lstrip("/")) if type(right) is str and isinstance(node.right, ast.Constant) else ""
    other = other or ast.unparse(node.right)
    return Diagnosis(
        f"`{one}` is a Path and `{ast.unparse(node.right)}` is a string: `+` cannot join them.",
        "`+` does not work on a Path; folders and names are joined with `/`.",
        f"{one}/{other}",
        "Join them with `/`:",
        card="pathlib",
    )


def _kind(obj: object) -> str:
    if isinstance(obj, PurePath):
        return "a Path"
    return "a string" if isinstance(obj, str) else "a number"


def _of_error(scene: Scene) -> tuple[Any, str]:
    # What an AttributeError was about; older ways of raising it leave both out.
    return getattr(scene.error, "obj", None), str(getattr(scene.error, "name", None) or "")


@rule(AttributeError)
def string_for_a_path(scene: Scene) -> Diagnosis | None:
    """A method of Path asked of a string: `path.ls()`."""
    held, name = _of_error(scene)
    frame = scene.here
    if type(held) is not str or name not in OF_PATHS or frame is None or not scene.is_raised_by_learner:
        return None
    if scene.within("fastcore.basics", "_using_attr") is not None:
        return None  # the label function of from_name_func, which gets names
    node = frame.node
    holder = node.value if isinstance(node, ast.Attribute) else None
    text = ast.unparse(holder) if holder is not None else "path"
    is_variable = isinstance(holder, ast.Name)
    if name == "ls" and library("fastcore.xtras") is None:
        use = f"list(Path({text}).iterdir())"
    else:
        use = f"Path({text}).{name}" + (
            "" if name in ("name", "parent", "parents", "stem", "suffix") else "(…)"
        )
    written = assigned(scene, text) if is_variable else None
    simple = written is not None and isinstance(written, ast.Constant)
    ls = "()" if name in ("ls", "exists", "iterdir", "is_dir", "is_file", "mkdir") else ""
    return Diagnosis(
        f"`{text}` is a string, {_short(held)}; strings have no `{name}`.",
        f"`.{name}` belongs to Path objects.",
        _import_path()
        + (f"{text} = Path({held!r})\n{text}.{name}{ls}" if simple else use.replace("(…)", ls or "(…)")),
        f"Make `{text}` a Path:" if is_variable else "Make it a Path:",
        card="pathlib",
    )


def _short(text: str) -> str:
    return repr(text) if len(text) < 60 else repr(text[:57] + "…")


@rule(AttributeError)
def path_for_a_string(scene: Scene) -> Diagnosis | None:
    """A method of strings asked of a Path: `x.split('_')`."""
    held, name = _of_error(scene)
    frame = scene.here
    if not isinstance(held, PurePath) or name not in OF_STRINGS or frame is None:
        return None
    node = frame.node
    if not scene.is_raised_by_learner or not isinstance(node, ast.Attribute):
        return None
    text = ast.unparse(node.value)
    call = getattr(node, "parent", None)
    rest = (
        ast.unparse(call)[len(ast.unparse(node)) :]
        if isinstance(call, ast.Call) and call.func is node
        else "(…)"
    )
    return Diagnosis(
        f"`{text}` is a Path, `{held}`; `{name}` is a method of strings.",
        "A Path is not a string. Its `.name` is (the last part), and `str(…)` of it (the whole path).",
        f"{text}.name.{name}{rest}   # of {held.name!r}\nstr({text}).{name}{rest}   # of the whole path",
        "Take the one that you mean:",
        card="pathlib",
    )


@rule(TypeError)
def looked_for_in_a_path(scene: Scene) -> Diagnosis | None:
    """`'cat' in path`."""
    frame = scene.here
    node = frame.node if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Compare) or not isinstance(node.ops[0], (ast.In, ast.NotIn)):
        return None
    held = frame.value(node.comparators[0])
    if not isinstance(held, PurePath):
        return None
    what, text = ast.unparse(node.left), ast.unparse(node.comparators[0])
    word = "in" if isinstance(node.ops[0], ast.In) else "not in"
    return Diagnosis(
        f"`{text}` is a Path, `{held}`: `{word}` cannot look into it.",
        "A Path is neither a string nor a list.",
        f"{what} {word} str({text})   # anywhere in the path\n"
        f"{what} {word} {text}.parts   # as the name of one folder",
        "Look into its text or its parts:",
        card="pathlib",
    )


@rule(TypeError)
def path_indexed(scene: Scene) -> Diagnosis | None:
    """`x[0]`, `path[-1]`, `path['train']` of a Path, as if it were a string or a folder's list."""
    frame = scene.here
    node = frame.node if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
        return None
    held, key = frame.value(node.value), frame.value(node.slice)
    if not isinstance(held, PurePath):
        return None
    text, asked = ast.unparse(node.value), ast.unparse(node.slice)
    what = f"`{text}` is a Path, `{held}`; `[{asked}]` cannot take an item out of it."
    if type(key) is str:
        if scene.within("fastai") is not None:
            return None  # a label function that expects a row of a table
        return Diagnosis(
            what,
            "A Path is not a dict of files. Folders and names are joined to it with `/`.",
            f"{text}/{asked}",
            f"For what is called {key!r} in it:",
            card="pathlib",
        )
    if not isinstance(node.slice, ast.Slice) and type(key) is not int:
        return None
    why = "Square brackets take letters of a string. The file's name, a string, is the Path's `.name`."
    how = f"Take it of the name, {_short(held.name)} (for the folders: `{text}.parts`):"
    if scene.within("fastai.vision.data", "from_path_func") is not None:
        why = f"`from_path_func` passes the whole Path to `{frame.function}`. The file's name is its `.name`."
        how = "Take it of the name (or use `from_name_func`, which passes only the name):"
    return Diagnosis(what, why, replaced(frame, node.value, f"{text}.name"), how, card="pathlib")
