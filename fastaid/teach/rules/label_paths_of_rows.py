"""Getters that are given rows of a table, and make a path that is not there."""

from __future__ import annotations

import ast
from itertools import islice
from pathlib import Path
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.getters_written import Getter, getters
from fastaid.teach.rules.in_code import assigned
from fastaid.teach.rules.in_workers import own_message, transform_lists
from fastaid.teach.rules.on_disk import exists, folders_in, is_picture, names_in
from fastaid.teach.scene import Scene

MOST_ROWS = 20_000
OF_SERIES = ("name", "index", "size", "shape")  # what any row has, whatever its columns are called


def missing(scene: Scene) -> Path | None:
    """The file that was not found."""
    name = getattr(scene.error, "filename", None)
    if not isinstance(name, (str, Path)):
        quoted = own_message(scene).rpartition(": ")[2].strip()
        name = quoted[1:-1] if quoted[:1] in "'\"" and "No such file" in scene.message else None
    return Path(name) if name else None


@rule(FileNotFoundError, needs="fastai")
def row_makes_another_name(scene: Scene) -> Diagnosis | None:
    """`path/r['id']` without the ending, and `r.name`, which is the number of the row."""
    path = missing(scene)
    table = next((held for one in transform_lists(scene) if is_table(held := stored(one).get("items"))), None)
    if path is None or table is None or exists(path) or not exists(path.parent):
        return None
    for getter in getters(scene):
        said = _attribute_of_rows(scene, getter, path, table) or _without_ending(scene, getter, path, table)
        if said is not None:
            return said
    return None


def _attribute_of_rows(scene: Scene, getter: Getter, path: Path, table: Any) -> Diagnosis | None:
    for node in ast.walk(getter.result):
        if (
            not isinstance(node, ast.Attribute)
            or node.attr not in OF_SERIES
            or node.attr not in table.columns
        ):
            continue
        if ast.unparse(node.value) != getter.argument:
            continue
        text = ast.unparse(node)
        column = f"{getter.argument}[{node.attr!r}]"
        label = " (its label in the index, a number)" if node.attr == "name" else ""
        return Diagnosis(
            f"`{getter.name}` made the path `{path}`, and there is no such file.",
            f"`{getter.argument}` is a row of the table, and `{text}` is what every row has{label}, not the column "
            f"{node.attr!r}.",
            getter.anew(_with(getter.result, node, ast.parse(column, mode="eval").body), scene),
            "Take the column with brackets:",
            card="getters",
        )
    return None


def _without_ending(scene: Scene, getter: Getter, path: Path, table: Any) -> Diagnosis | None:
    if is_picture(path):
        return None
    near = [one for one in names_in(path.parent) if Path(one).stem == path.name and is_picture(Path(one))]
    column = _column_with(table, path.name)
    node = _read(getter, column, table) if column is not None else None
    if not near or node is None:
        return None
    end = Path(near[0]).suffix
    return Diagnosis(
        f"`{getter.name}` made the path `{path}`, and there is no such file; there is `{near[0]}`.",
        f"The column {column!r} has the names without their ending, `{end}`.",
        getter.anew(_lengthened(getter.result, node, end), scene),
        "Add the ending:",
        card="getters",
    )


def _column_with(table: Any, name: str) -> Any:
    """The column in which a name stands."""
    for column in table.columns:
        if any(str(one) == name for one in islice(table[column], MOST_ROWS)):
            return column
    return None


def _read(getter: Getter, column: Any, table: Any) -> ast.expr | None:
    """Where a getter reads a column of its row: `r['id']`, `r.id`, `r.iloc[0]`."""
    place = list(table.columns).index(column)
    ways = [
        f"{getter.argument}{form}"
        for form in (f"[{column!r}]", f".{column}", f".iloc[{place}]", f"[{place}]")
    ]
    found = [one for one in ast.walk(getter.result) if isinstance(one, ast.expr) and ast.unparse(one) in ways]
    return found[0] if len(found) == 1 else None


def _with(tree: ast.expr, old: ast.AST, new: ast.expr) -> ast.expr:
    """An expression with one part of it exchanged."""

    class Exchange(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return new if node is old else self.generic_visit(node)

    result = Exchange().visit(tree)
    assert isinstance(result, ast.expr)
    return result


def _lengthened(tree: ast.expr, node: ast.expr, end: str) -> ast.expr:
    """An expression with an ending behind one part of it, which may stand in an f-string."""
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            for i, part in enumerate(one.values):
                if isinstance(part, ast.FormattedValue) and part.value is node:
                    one.values.insert(i + 1, ast.Constant(end))
                    return tree
    text = ast.JoinedStr([ast.FormattedValue(node, -1), ast.Constant(end)])
    return _with(tree, node, text)


@rule(FileNotFoundError, needs="fastai")
def getter_names_another_folder(scene: Scene) -> Diagnosis | None:
    """`path/'masks'/o.name`, where the masks lie in `labels`."""
    path = missing(scene)
    if path is None or exists(path.parent) or not exists(path.parent.parent):
        return None
    wrong, above = path.parent.name, path.parent.parent
    others = [one for one in names_in(above) if exists(above / one / path.name)]
    if len(others) != 1:
        return _folder_of_nobody(scene, path) if len(others) > 1 else None
    for getter in getters(scene):
        fix = _in_folder(getter, path.parent, wrong, others[0], scene)
        if fix:
            return Diagnosis(
                f"`{getter.name}` made the path `{path}`, and there is no folder `{wrong}` in `{above}`.",
                f"A file of that name is in `{above / others[0]}`.",
                fix,
                "Write:",
                card="getters",
            )
    return None


def _folder_of_nobody(scene: Scene, path: Path) -> Diagnosis | None:
    """A folder that is not there; files of that name lie in several others, which tells nothing."""
    above = path.parent.parent
    getter = next((one for one in getters(scene) if _names(one.result, path.parent.name)), None)
    if getter is None:
        return None
    return Diagnosis(
        f"`{getter.name}` made the path `{path}`, and there is no folder `{path.parent.name}` in `{above}`.",
        f"There are: {listed([f'`{one}`' for one in folders_in(above)], 6)}.",
        f"Path({str(above)!r}).ls()",
        f"Look where the files are that `{getter.name}` should name, and write that folder into it:",
        card="getters",
    )


def _names(result: ast.expr, folder: str) -> bool:
    texts = (
        one.value for one in ast.walk(result) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )
    return any(folder in text.split("/") for text in texts)


def _in_folder(getter: Getter, folder: Path, wrong: str, right: str, scene: Scene) -> str:
    for node in ast.walk(getter.result):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and wrong in node.value.split("/"):
            parts = [right if one == wrong else one for one in node.value.split("/")]
            return getter.anew(_with(getter.result, node, ast.Constant("/".join(parts))), scene)
    for node in ast.walk(getter.result):
        if isinstance(node, ast.Name) and scene.names.get(node.id) == folder:
            written = assigned(scene, node.id)
            for one in ast.walk(written) if written is not None else ():
                if isinstance(one, ast.Constant) and one.value == wrong:
                    return f"{node.id} = {ast.unparse(_with(written, one, ast.Constant(right)))}"  # type: ignore[arg-type]
    return ""
