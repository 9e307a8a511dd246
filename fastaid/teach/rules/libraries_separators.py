"""Tables read with the wrong separator: several names in one column's name. No rules of its own."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.in_code import anew, assigned, last_name
from fastaid.teach.rules.python_source import near
from fastaid.teach.scene import Scene

SIGNS = {";": "';'", "\t": "'\\t'", "|": "'|'"}
BLANKS = r"r'\s+'"
READERS = ("read_csv", "read_table", "read_fwf")


def names_in_one(
    scene: Scene,
    text: str,  # the table, as the learner wrote it
    columns: list[Any],
    wanted: Any,  # the column that was asked for
) -> Diagnosis | None:
    """A column that is called 'name;age': the file was cut at another sign."""
    name, sign = next(
        ((one, sign) for one in columns if isinstance(one, str) and (sign := _sign(one, columns, wanted))),
        ("", ""),
    )
    if not sign:
        return None
    read = assigned(scene, text) if text.isidentifier() else None
    fix = f"{text if text.isidentifier() else 'df'} = pd.read_csv('…', sep={sign})"
    if isinstance(read, ast.Call) and last_name(read.func) in READERS:
        fix = f"{text} = {anew(read, {'sep': sign}, drop=('delimiter',))}"
    by = {BLANKS: "blanks", SIGNS["\t"]: "tabs"}.get(sign, sign)
    return Diagnosis(
        f"`{text}` has no column {wanted!r}: its column {name!r} is several names in one.",
        f"The file's columns are separated by {by}; `read_csv` cuts at commas if it is not told.",
        fix,
        "Read it with its own separator:",
    )


def _sign(name: str, columns: list[Any], wanted: Any) -> str:
    """The code for the separator that stands in a column's name, "" where none does."""
    for sign, code in SIGNS.items():
        parts = [one.strip(" \"'") for one in name.split(sign)]
        if len(parts) > 1 and (wanted in parts or (len(columns) == 1 and near(str(wanted), parts))):
            return code
    # Blanks may belong to a name; so it takes the very name that was asked for.
    return BLANKS if len(columns) == 1 and wanted in re.split(r"\s+", name.strip()) else ""
