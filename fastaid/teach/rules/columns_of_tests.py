"""A table given to test_dl whose columns have other names than those of training. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_table
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene


def renamed(scene: Scene, asked: Any, columns: list[Any], meant: Any) -> Diagnosis | None:
    """The test table with its column under the name of training; None where no table was given to test_dl."""
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or last_name(call.func) != "test_dl" or not call.args:
        return None
    given, held = call.args[0], here.value(call.args[0])
    if not is_table(held) or not isinstance(call.func, ast.Attribute) or asked in held.columns:
        return None
    if meant is None:
        words = [one for one in columns if len(held) and isinstance(held[one].iloc[0], str)]
        meant = columns[0] if len(columns) == 1 else words[0] if len(words) == 1 else None
    table, dls = ast.unparse(given), ast.unparse(call.func.value)
    fix = ""
    if meant is not None:
        new = ast.parse(f"{table}.rename(columns={{{meant!r}: {asked!r}}})", mode="eval").body
        fix = replaced(here, given, ast.unparse(new))
    return Diagnosis(
        f"`{table}` has no column {asked!r}. Its columns are: {listed((repr(one) for one in columns), 6)}.",
        f"`test_dl` reads a new table in the way that `{dls}` has: from the column {asked!r}.",
        fix,
        f"Give {meant!r} that name:" if fix else f"Rename the column with the same content to {asked!r}.",
        sure="certain" if fix else "likely",
        card="getters",
    )
