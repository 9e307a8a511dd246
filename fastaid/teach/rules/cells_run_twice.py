"""A cell that takes a column away ran a second time: the column is no longer there."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from fastaid.errors import did_you_mean
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Frame, Scene

TAKE_AWAY = ("drop", "pop", "set_index", "get_dummies", "explode", "pivot", "melt")
LONGEST_HEADER = 100_000


@rule(KeyError, needs="pandas")
def column_taken_before(scene: Scene) -> Diagnosis | None:
    """`df = df.drop(columns=['x'])` in a cell that ran twice."""
    here = scene.here
    line = statement(here) if here is not None else None
    if here is None or line is None or here.function != "<module>":
        return None
    name, table = _table_changed(here, line)
    if not is_table(table):
        return None
    columns = {str(one) for one in table.columns[:2000]}
    gone = [
        one.value
        for one in ast.walk(line)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and repr(one.value) in scene.message
    ]
    gone = [one for one in gone if one not in columns and not did_you_mean(one, sorted(columns))]
    before = _ran_before(scene, ast.unparse(line))
    if not gone or not before:
        return None
    if not any(_has_output(scene, at) for at in before) and not _was_read(scene, name, gone[0]):
        return None  # a cell that failed before in the same way
    text = ast.unparse(line)
    made = _made(scene, name)
    how = "There is nothing left to do. So that the cell can run again:"
    if made:
        how = f"There is nothing left to do (`{made}` brings it back). So that the cell can run again:"
    return Diagnosis(
        f"`{name}` has no column {gone[0]!r} any more.",
        f"The same line, `{text}`, has run before in this notebook, and took it away.",
        _repeatable(line, gone),
        how,
    )


def _table_changed(here: Frame, line: ast.stmt) -> tuple[str, Any]:
    """The table that a line takes columns from and keeps so, by its name."""
    if isinstance(line, ast.Delete):
        target = line.targets[0]
        node = target.value if isinstance(target, ast.Subscript) else None
        return (node.id, here.value(node)) if isinstance(node, ast.Name) else ("", None)
    value = line.value if isinstance(line, (ast.Assign, ast.Expr)) else None
    if not isinstance(value, ast.Call) or last_name(value.func) not in TAKE_AWAY:
        return "", None
    node = value.func.value if isinstance(value.func, ast.Attribute) else None
    if last_name(value.func) == "get_dummies":
        node = value.args[0] if value.args else None
    if not isinstance(node, ast.Name):
        return "", None
    is_kept = isinstance(line, ast.Assign) and any(ast.unparse(one) == node.id for one in line.targets)
    is_kept |= any(
        one.arg == "inplace" and isinstance(one.value, ast.Constant) and one.value.value is True
        for one in value.keywords
    )
    return (node.id, here.value(node)) if is_kept or last_name(value.func) == "pop" else ("", None)


def _ran_before(scene: Scene, text: str) -> list[int]:
    """The numbers of the earlier cells that hold the line."""
    cells = scene.names.get("In")
    found = []
    for at, cell in list(enumerate(cells))[-60:-1] if isinstance(cells, list) else ():
        try:
            tree = ast.parse(cell)
        except (SyntaxError, ValueError, TypeError):
            continue
        if any(isinstance(one, ast.stmt) and ast.unparse(one) == text for one in tree.body):
            found.append(at)
    return found


def _has_output(scene: Scene, at: int) -> bool:
    """Whether a cell came to its end: only then it has an output."""
    held = scene.names.get("Out")
    return isinstance(held, dict) and at in held


def _was_read(scene: Scene, name: str, column: str) -> bool:
    """Whether the table had the column when it was made."""
    for tree in trees(scene):
        for line in tree.body:
            call = line.value if isinstance(line, ast.Assign) else None
            if not isinstance(line, ast.Assign) or not isinstance(call, ast.Call):
                continue
            if name in {ast.unparse(one) for one in line.targets} and column in _first_columns(call):
                return True
    return False


def _first_columns(call: ast.Call) -> list[str]:
    """The columns of a table as it is made: the keys of a dict, or the first line of a file."""
    first = call.args[0] if call.args else None
    if last_name(call.func) == "DataFrame" and isinstance(first, ast.Dict):
        return [str(one.value) for one in first.keys if isinstance(one, ast.Constant)]
    if last_name(call.func) != "read_csv" or not isinstance(first, ast.Constant) or call.keywords:
        return []
    try:
        with Path(str(first.value)).open(encoding="utf-8", errors="replace") as file:
            return [one.strip().strip('"') for one in file.readline(LONGEST_HEADER).split(",")]
    except OSError:
        return []


def _made(scene: Scene, name: str) -> str:
    """The line that reads the table anew, where it is short."""
    for tree in trees(scene):
        for line in tree.body:
            call = line.value if isinstance(line, ast.Assign) else None
            if (
                isinstance(line, ast.Assign)
                and isinstance(call, ast.Call)
                and last_name(call.func).startswith("read_")
            ):
                text = ast.unparse(line)
                if name in {ast.unparse(one) for one in line.targets} and len(text) < 70:
                    return text
    return ""


def _repeatable(line: ast.stmt, gone: list[str]) -> str:
    call = line.value if isinstance(line, (ast.Assign, ast.Expr)) else None
    if isinstance(call, ast.Call) and last_name(call.func) == "drop":
        new = ast.parse(ast.unparse(line)).body[0]
        inner = new.value if isinstance(new, (ast.Assign, ast.Expr)) else None
        if isinstance(inner, ast.Call) and all(one.arg != "errors" for one in inner.keywords):
            inner.keywords.append(ast.keyword("errors", ast.Constant("ignore")))
            return ast.unparse(new)
    return f"if {gone[0]!r} in {_name(line)}.columns:\n    {ast.unparse(line)}"


def _name(line: ast.stmt) -> str:
    found = [
        one.id
        for one in ast.walk(line)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load) and one.id not in ("pd", "pandas")
    ]
    return found[0] if found else "df"
