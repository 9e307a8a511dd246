"""Tables that are merged by columns of other names, or of other kinds. Its rule is in libraries_tables."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.python_source import shown, text_of
from fastaid.teach.scene import Frame

LFS = "version https://git-lfs.github.com"
MOST_ROWS = 100_000  # whose values are compared
Tables = list[tuple[str, Any]]  # as they are written, and themselves


def names_by(frame: Frame, call: ast.Call) -> tuple[list[Any], list[Any]]:
    """The columns by which two tables are merged: of the left one, of the right one."""
    given = {one.arg: frame.value(one.value) for one in call.keywords}
    on = given.get("on")
    left, right = (given.get(one, on) for one in ("left_on", "right_on"))
    return (left if type(left) is list else [left]), (right if type(right) is list else [right])


def is_pointer(table: Any) -> bool:
    """Whether what was read as a table is a pointer of Git LFS."""
    return is_table(table) and len(table.columns) > 0 and str(table.columns[0]).startswith(LFS)


def missing_key(frame: Frame, call: ast.Call, tables: Tables) -> Diagnosis | None:
    """One of the tables has no column of that name."""
    names = names_by(frame, call)
    for i, (text, table) in enumerate(tables):
        for at, name in enumerate(names[i]):
            if not isinstance(name, str) or name in list(table.columns) or name in table.index.names:
                continue
            other = names[1 - i][at] if at < len(names[1 - i]) else name
            meant = _meant(table, tables[1 - i][1], name, other)
            sides = [list(one) for one in names]
            sides[i][at] = meant or "…"
            left, right = (repr(one[0]) if len(one) == 1 else repr(one) for one in sides)
            line = anew(call, {"left_on": left, "right_on": right}, drop=("on",))
            return Diagnosis(
                f"`{text}` has no column {name!r} to merge on.",
                f"Its columns: {shown(list(table.columns))}. Both tables need the column.",
                line,
                f"There it seems to be called {meant!r}; name both:"
                if meant
                else "Where it is called otherwise in one table, name both:",
                sure="certain",
            )
    return None


def _meant(table: Any, other: Any, name: str, key: Any) -> str:
    """The column that has nearly that name, or alone the values of the other table's key; "" where none is sure."""
    columns = [one for one in table.columns if isinstance(one, str)]
    alike = [one for one in columns if _bare(one) == _bare(name)]
    if len(alike) == 1:
        return alike[0]
    if key not in other.columns or max(len(table), len(other)) > MOST_ROWS:
        return ""
    wanted = set(other[key].dropna().tolist())
    found = []
    for one in columns:
        held = table[one].dropna()
        if held.is_unique and held.dtype == other[key].dtype and wanted:
            share = len(wanted & set(held.tolist())) / len(wanted)
            found += [one] if share > 0.5 else []
    return found[0] if len(found) == 1 else ""


def plain(node: ast.expr) -> ast.expr:
    """An expression that is read, also where it stood on the left of an assignment."""
    return ast.parse(ast.unparse(node), mode="eval").body


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def pointer(text: str) -> Diagnosis:
    """What to say of a table that was read from a pointer of Git LFS."""
    return Diagnosis(
        f"`{text}` holds no data: its file is a pointer of Git LFS, three lines that stand for the real file.",
        "The repository keeps large files elsewhere, and it was cloned or downloaded without Git LFS.",
        "!git lfs install\n!git lfs pull",
        "Fetch the real files, in the folder of the repository (or download the file by itself), then read it again:",
    )


def other_kinds(frame: Frame, call: ast.Call, tables: Tables) -> Diagnosis | None:
    """The keys are texts in one table and numbers in the other."""
    for left, right in zip(*names_by(frame, call), strict=False):
        names = (left, right)
        if not all(isinstance(one, str) for one in names):
            continue
        if not all(name in table.columns for name, (_, table) in zip(names, tables, strict=True)):
            continue
        columns = [table[name] for name, (_, table) in zip(names, tables, strict=True)]
        kinds = [str(one.dtype) for one in columns]
        if (columns[0].dtype.kind in "iufb") == (columns[1].dtype.kind in "iufb"):
            continue
        parts = [f"{text}[{name!r}]" for name, (text, _) in zip(names, tables, strict=True)]
        what = (
            f"The column {left!r} is {kinds[0]} in `{tables[0][0]}` and "
            f"{'' if left == right else f'{right!r} is '}{kinds[1]} in `{tables[1][0]}`."
        )
        cause = "A text and a number are never equal, so nothing would fit together."
        at = next((i for i in (0, 1) if columns[i].dtype.kind not in "iufb"), 0)
        if columns[1 - at].dtype.kind == "f":
            lines = f"{parts[at]} = pd.to_numeric({parts[at]}, errors='coerce')"
            return Diagnosis(what, cause, lines, "Make numbers of the texts, then merge:")
        lines = "\n".join(f"{one} = {one}.astype(str)" for one in parts)
        return Diagnosis(what, cause, lines, "Make both the same type:")
    return None


def tables_of(frame: Frame, call: ast.Call) -> Tables | None:
    """The two tables of a merge."""
    is_method = isinstance(call.func, ast.Attribute) and is_table(frame.value(call.func.value))
    nodes: list[ast.expr] = list(call.args[: 1 if is_method else 2])
    if is_method and isinstance(call.func, ast.Attribute):
        nodes.insert(0, call.func.value)
    nodes += [one.value for one in call.keywords if one.arg in ("left", "right")]
    tables = [(text_of(one), frame.value(one)) for one in nodes]
    return tables if len(tables) == 2 and all(is_table(table) for _, table in tables) else None
