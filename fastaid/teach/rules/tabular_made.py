"""Columns that the notebook's own lines made in one table, to be made in another. No rules of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.tabular_data import column, kind
from fastaid.teach.scene import Scene

OF_DATES = (
    "Year", "Month", "Week", "Day", "Dayofweek", "Dayofyear", "Is_month_end", "Is_month_start", "Is_quarter_end",
    "Is_quarter_start", "Is_year_end", "Is_year_start", "Hour", "Minute", "Second", "Elapsed",
)  # fmt: skip
# What hangs on the other rows: of another table it would be another number.
OF_ALL_ROWS = (
    "mean", "std", "median", "min", "max", "sum", "mode", "rank", "quantile", "groupby", "factorize", "codes", "cumsum",
    "shift", "diff", "rolling", "qcut", "cut", "fit_transform", "get_dummies", "merge", "count", "sample",
)  # fmt: skip
LONGEST = 100


def is_new_table(call: ast.Call | None) -> bool:
    """Whether it prepares a table as another was: `to.new(test)`, `to_test.process()`."""
    return call is not None and last_name(call.func) in ("new", "process")


def table_in(scene: Scene, node: ast.expr | None) -> str:
    """The table that an expression is of: `test`, also of `test.iloc[0]` and `test.copy()`; "" where unclear."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    found = node.id if isinstance(node, ast.Name) else ""
    return found if is_table(scene.names.get(found)) else ""


def made_elsewhere(scene: Scene, missing: list[str], text: str, what: str) -> Diagnosis | None:
    """What to say where the notebook made missing columns in another table; None where it did not."""
    lines = lines_for(scene, missing, scene.names[text], text) if text else {}
    if not lines or scene.here is None:
        return None
    left = [one for one in missing if not any(one in names for names in lines.values())]
    more = [f"{text}[{one!r}] = …  # its values" for one in left]
    again = failing_line(scene.here) if not left else ""
    out_of = ", out of the date," if any("add_datepart(" in one for one in lines) else ""
    return Diagnosis(
        what,
        f"The notebook made {'it' if len(missing) == 1 else 'them'} in the table for the training{out_of} and not in "
        f"`{text}`.",
        "\n".join([*lines, *more, *([again] if again else [])]),
        f"Do the same with `{text}` first:",
        card="tabular",
    )


def lines_for(
    scene: Scene,
    missing: list[str],  # columns that the model wants
    table: Any,  # a DataFrame without them
    text: str,  # its name
) -> dict[str, list[str]]:
    """Lines that make missing columns, each with the columns that it makes."""
    found = dict(_of_dates(scene, missing, table, text))
    made = {name for names in found.values() for name in names}
    for name in missing:
        line = _assigned(scene, name, [str(one) for one in table.columns] + sorted(made), text)
        if name not in made and line:
            found[line] = [*found.get(line, []), name]
            made.add(name)
    return found


def _of_dates(scene: Scene, missing: list[str], table: Any, text: str) -> Iterator[tuple[str, list[str]]]:
    """The add_datepart calls of the cells, for the dates that the table still has."""
    done: set[str] = set()
    for call in _calls(scene, "add_datepart"):
        given = {one.arg: one.value for one in call.keywords}
        asked = call.args[1] if len(call.args) > 1 else given.get("field_name")
        fields = [asked.value] if isinstance(asked, ast.Constant) else list(table.columns)
        prefix = call.args[2] if len(call.args) > 2 else given.get("prefix")
        for field in (one for one in fields if isinstance(one, str) and one in table.columns):
            held = column(table, field)
            if held is None or kind(held) not in ("dates", "text dates") or field in done:
                continue
            if isinstance(prefix, ast.Constant) and prefix.value is not None:
                start = str(prefix.value)
            else:
                start = re.sub("[Dd]ate$", "", field)  # as fastai 2.8 names them
            names = [one for one in missing if one in [start + part for part in OF_DATES]]
            if names:
                done.add(field)
                rest = [ast.unparse(one) for one in call.args[2:]]
                rest += [ast.unparse(one) for one in call.keywords if one.arg not in ("df", "field_name")]
                yield f"{text} = add_datepart({', '.join([text, repr(field), *rest])})", names


def _calls(scene: Scene, name: str) -> Iterator[ast.Call]:
    for tree in trees(scene):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) == name:
                yield node


def _assigned(scene: Scene, name: str, there: list[str], text: str) -> str:
    """`test['ratio'] = test['a'] / test['b']`, as a cell has it for another table; "" where none has."""
    for tree in trees(scene):
        for node in tree.body:
            if not isinstance(node, ast.Assign) or len(node.targets) != 1:
                continue
            target = node.targets[0]
            if _column_of(target) != name or not isinstance(target, ast.Subscript):
                continue
            holder = target.value
            if ast.unparse(holder) == text:
                continue
            new = _Moved(ast.unparse(holder), text)
            value = new.visit(ast.parse(ast.unparse(node.value), mode="eval").body)
            words = {one for part in ast.walk(value) if (one := last_name(part))}
            is_there = all(one in there for one in new.columns)
            if new.columns and is_there and not words & {*OF_ALL_ROWS}:
                line = f"{text}[{name!r}] = {ast.unparse(value)}"
                return line if len(line) <= LONGEST else ""
            return ""
    return ""


def _column_of(node: ast.AST) -> Any:
    is_one = isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)
    return node.slice.value if is_one and isinstance(node.slice, ast.Constant) else None  # type: ignore[attr-defined]


class _Moved(ast.NodeTransformer):
    """An expression about another table; the columns that it reads."""

    def __init__(self, old: str, new: str):
        self.old, self.new = old, new
        self.columns: list[str] = []

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.new, node.ctx) if node.id == self.old else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id == self.old:
            self.columns.append(str(_column_of(node)))
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if isinstance(node.value, ast.Name) and node.value.id == self.old:
            self.columns.append(node.attr)
        return self.generic_visit(node)
