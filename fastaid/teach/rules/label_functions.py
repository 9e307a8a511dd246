"""Functions that read a label from a path: patterns that do not fit, names in place of paths."""

from __future__ import annotations

import ast
import re
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.blocks_anew import block_with
from fastaid.teach.rules.in_code import anew, assigned, keyword_given, last_name, path_written
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene

MOST_ROWS = 20_000


@rule(AssertionError, IndexError, needs="fastai")
def pattern_without_match(scene: Scene) -> Diagnosis | None:
    """A regular expression that does not fit a file's name, or has no group."""
    frame = scene.within("fastai.data.transforms", "__call__")
    labeller = frame.names.get("self") if frame is not None else None
    if (
        frame is None
        or frame is not scene.last
        or not is_of(labeller, "fastai.data.transforms", "RegexLabeller")
    ):
        return None
    pat, text = stored(labeller)["pat"], str(frame.names.get("o"))
    if frame.names.get("res") is not None and not pat.groups:
        return Diagnosis(
            f"The pattern `{pat.pattern}` fits `{text}`, but has no group.",
            "The label is what stands in the pattern's first parentheses; there are none.",
            f"r'{_grouped(pat.pattern)}'",
            "Put the part that is the label in parentheses:",
            card="regular-expressions",
        )
    if frame.names.get("res") is not None or not isinstance(scene.error, AssertionError):
        return None
    return _no_match(scene, pat, text)


def _grouped(pattern: str) -> str:
    found = re.search(r"(\.|\[[^]]*\]|\\w)[*+]\??", pattern)
    return (
        f"{pattern[: found.start()]}({found[0]}){pattern[found.end() :]}"
        if found
        else f"^(.+)_{pattern.lstrip('^_')}"
    )


def _no_match(scene: Scene, pat: re.Pattern[str], text: str) -> Diagnosis | None:
    items = _items(scene)
    whole = next((one for one in items if Path(one).name == text), "") if "/" not in text else ""
    maker = scene.within("fastai.vision.data", "from_name_re")
    what = f"The pattern `{pat.pattern}` finds nothing in `{text}`."
    if whole and pat.search(whole):
        if maker is not None:
            return None  # from_name_re with fastai 1's pattern: fastai1_habits tells more of it
        return Diagnosis(
            what,
            f"It was given only the file's name; the pattern fits the whole path, `{whole}`.",
            f"get_y=RegexLabeller(r'{pat.pattern}')",
            "Give it the path, without `using_attr(…, 'name')`:",
            card="regular-expressions",
        )
    bare = pat.pattern.lstrip("^").removeprefix("/")
    if "/" not in text and bare != pat.pattern and (found := re.search(bare, text)) and found.re.groups:
        return Diagnosis(
            what,
            f"`{text}` is only the name, without folders: there is no `/` before it.",
            f"r'^{bare}'",
            "Leave out the slash:",
            card="regular-expressions",
        )
    end = Path(text).suffix
    other = re.sub(
        r"\\?\.(jpe?g|png|gif|bmp|JPE?G|PNG)(?=\$|$)", re.escape(end).replace("\\", r"\\"), pat.pattern
    )
    if end and other != pat.pattern and re.search(other, text):
        return Diagnosis(
            what,
            f"This file ends in `{end}`, the pattern wants another ending.",
            f"r'{_before_ending(pat.pattern)}\\.\\w+$'",
            "Allow any ending:",
            card="regular-expressions",
        )
    return _how_many_match(pat, text, items, what)


def _before_ending(pattern: str) -> str:
    return re.sub(r"\\?\.(jpe?g|png|gif|bmp|JPE?G|PNG)\$?$", "", pattern)


def _how_many_match(pat: re.Pattern[str], text: str, items: list[str], what: str) -> Diagnosis:
    is_name = "/" not in text
    fits = sum(1 for one in items if pat.search(Path(one).name if is_name else one))
    if fits:
        how, name = "Leave out the files that have no label in their name:", ".name" if is_name else ""
        return Diagnosis(
            f"{what} It fits {fits:,} of the {counted(len(items), 'file')} that were tried.",
            "A few files are named otherwise.",
            f"fnames = [f for f in fnames if re.search(r'{pat.pattern}', str(f{name}))]",
            how,
            card="regular-expressions",
        )
    parts = [f"`{one}`" for one in items[:2]]
    folder = next((one for one in items if Path(one).parent.name), "")
    return Diagnosis(
        what,
        "The pattern does not describe "
        + ("the file's name, which is all that it is given." if is_name else "this path.")
        + (f" The files are, for example, {listed(parts)}." if parts else ""),
        f"re.search(r'{pat.pattern}', '{text}')",
        (
            "If the folder is the label (`"
            + Path(folder).parent.name
            + "`), use `get_y=parent_label`; or change the "
            "pattern until this finds something:"
            if folder and is_name
            else "Change the pattern until this finds something:"
        ),
        card="regular-expressions",
    )


def _items(scene: Scene) -> list[str]:
    for _, held in scene.holding("self", lambda one: is_of(one, "fastai.data.core", "TfmdLists")):
        found = stored(held).get("items")
        if isinstance(found, list) or is_of(found, "fastcore.foundation", "L"):
            return [str(one) for one in islice(found or (), 200) if isinstance(one, (str, Path))]
    return []


@rule(AttributeError, needs="fastai")
def name_in_place_of_path(scene: Scene) -> Diagnosis | None:
    """from_name_func gives its function the file's name as a string, not the path."""
    frame = scene.within("fastcore.basics", "_using_attr")
    held, wanted = getattr(scene.error, "obj", None), str(getattr(scene.error, "name", ""))
    if frame is None or type(held) is not str:
        return None
    maker = scene.within("fastai.vision.data")
    call = scene.top.call if scene.top is not None else None
    function = getattr(frame.names.get("f"), "__name__", "label_func")
    if frame is scene.last:
        return Diagnosis(
            f"The files are strings, such as '{held}', and strings have no `.name`.",
            "`fnames` must be Path objects, as `get_image_files` returns them.",
            "fnames = [Path(f) for f in fnames]   # or: fnames = get_image_files(path)",
            "Make them Paths:",
            card="pathlib",
        )
    is_maker = maker is not None and call is not None
    return Diagnosis(
        f"`{function}` was given the string '{held}', which has no `{wanted}`.",
        "`from_name_func` passes only the file's name to the function, not the whole Path.",
        anew(call, function="from_path_func") if is_maker and call else f"get_y={function}",
        "For the whole path, use `from_path_func`:" if is_maker else "Leave out `using_attr(…, 'name')`:",
        card="getters",
    )


@rule(TypeError, needs="fastai")
def path_for_a_row(scene: Scene) -> Diagnosis | None:
    """`r['label']` in a function that is given the files of get_image_files, not the rows of a table."""
    frame = scene.here
    node = frame.node if frame is not None and scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or scene.within("fastai") is None:
        return None
    held, key = frame.value(node.value), frame.value(node.slice)
    if not isinstance(held, Path) or type(key) is not str:
        return None
    text = ast.unparse(node.value)
    function = f"`{frame.function}`" if frame.function.isidentifier() else "Your function"
    tables = [(name, one) for name, one in scene.live(object) if is_table(one) and key in one.columns]
    table, rows = tables[-1] if tables else ("df", None)
    column, part = _column_of(rows, held)
    asked = f"{text}.{part}"
    return Diagnosis(
        f"{function} was given a Path, `{held}`, and asks it for a column: `{ast.unparse(node)}`.",
        f"The items are files (`get_image_files` finds them), not rows of `{table}`.",
        replaced(frame, node, f"{table}.set_index({column!r}).loc[{asked}, {key!r}]"),
        f"Look the row up by the file's {part}; or leave out "
        f"`get_items`, and give the table: `dataloaders({table})` with `get_x=ColReader({column!r}, pref=…)`:",
        card="getters",
    )


@rule(TypeError, needs="fastai")
def path_for_a_reader(scene: Scene) -> Diagnosis | None:
    """ColReader('label') in a DataBlock whose items are files: it reads a column of a table's row."""
    frame = scene.last
    held = frame.names.get("self") if frame is not None and frame.function == "_do_one" else None
    path = frame.names.get("r") if frame is not None else None
    if frame is None or not is_of(held, "fastai.data.transforms", "ColReader") or not isinstance(path, Path):
        return None
    column = frame.names.get("c")
    getter = next((one for one in ("get_x", "get_y") if _is_reader(keyword_given(scene, one), column)), "")
    finder = keyword_given(scene, "get_items")
    found = f" (`{ast.unparse(finder)}` finds them)" if finder is not None else ""
    fix, how = _label_of(scene, path, column) if getter != "get_x" else ("", "")
    if getter and not fix:
        fix, how = _from_the_table(scene, path, column), "Leave `get_items` out and give the table:"
    if not fix:
        how = (
            "Give it the table (`dataloaders(df)`, without `get_items`), or take the label from the path: "
            "`parent_label` gives the folder's name."
        )
    return Diagnosis(
        f"`ColReader({column!r})` was given a Path, `{path}`.",
        f"`ColReader` reads a column of a table's row. Here the items are files{found}, not rows of a DataFrame.",
        fix,
        how,
        card="getters",
    )


def _is_reader(node: ast.expr | None, column: Any) -> bool:
    is_call = isinstance(node, ast.Call) and last_name(node.func) == "ColReader" and bool(node.args)
    return is_call and ast.unparse(node.args[0]) == repr(column)  # type: ignore[union-attr]


def _tables_with(scene: Scene, column: Any) -> list[tuple[str, Any]]:
    found = [(name, one) for name, one in scene.live(object) if is_table(one) and column in one.columns]
    return found[::-1]


def _label_of(scene: Scene, path: Path, column: Any) -> tuple[str, str]:
    """A `get_y` for paths: the folder's name, or the row of the table with the file."""
    for table, rows in _tables_with(scene, column):
        labels = {one for one in rows[column].iloc[:MOST_ROWS] if isinstance(one, str)}
        if path.parent.name in labels:
            return block_with(
                scene, get_y="parent_label"
            ), "The folder's name is the label; take it from there:"
        key, part = _column_of(rows, path)
        if key in rows.columns and rows[key].is_unique and scene.names.get(table) is rows:
            made = f"lambda o: {table}.set_index({key!r}).loc[o.{part}, {column!r}]"
            return block_with(scene, get_y=made), f"Look the row up by the file's {part}:"
    return "", ""


def _from_the_table(scene: Scene, path: Path, column: Any) -> str:
    """The DataBlock without get_items, and its loaders of the table; "" where that is not sure to work."""
    table = next((name for name, rows in _tables_with(scene, column) if scene.names.get(name) is rows), "")
    lines = block_with(scene, get_items="").split("\n")
    if not table or len(lines) != 2 or keyword_given(scene, "get_x") is None:
        return ""
    made = ast.parse(lines[1]).body[0]
    call = made.value if isinstance(made, (ast.Assign, ast.Expr)) else None
    if not isinstance(call, ast.Call) or not call.args:
        return ""
    call.args[0] = ast.Name(table)
    return f"{lines[0]}\n{ast.unparse(made)}"


def _column_of(rows: Any, held: Path) -> tuple[str, str]:
    """The column of a table that names a file, and the part of its Path that stands there."""
    for column in rows.columns if rows is not None else ():
        if not isinstance(column, str):
            continue
        values = {one for one in rows[column].iloc[:MOST_ROWS] if isinstance(one, str)}
        for part in ("name", "stem"):
            if getattr(held, part) in values:
                return column, part
    return "fname", "name"


@rule(TypeError, needs="fastai")
def path_left_out(scene: Scene) -> Diagnosis | None:
    """ImageDataLoaders.from_name_func(fnames, f): the first argument, path, is missing."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if frame is None or call is None or not call.args or not isinstance(call.func, ast.Attribute):
        return None
    kind = frame.value(call.func.value)
    if (
        not isinstance(kind, type)
        or not kind.__module__.startswith("fastai.")
        or "from_" not in call.func.attr
        or "DataLoaders" not in [one.__name__ for one in kind.__mro__]
    ):
        return None
    first = frame.value(call.args[0])
    if not isinstance(first, (list, tuple)) and not is_of(first, "fastcore.foundation", "L"):
        inner = _called(call.args[0])
        if inner is None or last_name(inner.func) != "get_image_files":
            return None
    given = any(one.arg == "path" for one in call.keywords)
    if given or "missing" not in scene.message:
        return None
    source = _called(call.args[0]) or _called(assigned(scene, last_name(call.args[0])))
    path = ast.unparse(source.args[0]) if source is not None and source.args else "path"
    text = anew(call)
    first_text = ast.unparse(call.args[0])
    return Diagnosis(
        f"`{call.func.attr}` took `{first_text}` for its first argument, `path`, and misses the last one.",
        f"The arguments are `{call.func.attr}(path, fnames, …)`: the path was left out.",
        text.replace(f"({first_text}", f"({path}, {first_text}", 1),
        "Put the path first:",
        card="dataloaders",
    )


@rule(TypeError, needs="fastai.vision.data")
def files_left_out(scene: Scene) -> Diagnosis | None:
    """ImageDataLoaders.from_name_func(path, label_func=f): the second argument, fnames, is missing."""
    frame = scene.here
    call = frame.call if frame is not None and scene.is_raised_by_learner else None
    if (
        frame is None
        or call is None
        or len(call.args) != 1
        or not scene.message.endswith("argument: 'fnames'")
    ):
        return None
    held = path_written(frame, call.args[0])
    if held is None or not isinstance(call.func, ast.Attribute):
        return None
    path = ast.unparse(call.args[0])
    return Diagnosis(
        f"`{call.func.attr}` misses `fnames`, the list of the pictures' files.",
        f"The arguments are `{call.func.attr}(path, fnames, …)`: it does not search the folder itself.",
        anew(call).replace(
            f"{call.func.attr}({path}", f"{call.func.attr}({path}, get_image_files({path})", 1
        ),
        "Give it the files:",
        card="dataloaders",
    )


def _called(node: ast.expr | None) -> ast.Call | None:
    return node if isinstance(node, ast.Call) else None
