"""A new table for a model: it lacks columns that the notebook made in the table for the training."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned, last_name
from fastaid.teach.rules.python_source import node_at
from fastaid.teach.rules.tabular_data import CORE, columns
from fastaid.teach.rules.tabular_made import is_new_table, made_elsewhere, table_in
from fastaid.teach.rules.tabular_targets import target_among_inputs
from fastaid.teach.scene import Scene


@rule(KeyError, needs=CORE)
def new_lacks_columns(scene: Scene) -> Diagnosis | None:
    """`to.new(test)` and its `process()`, where `test` has not what the training's table has."""
    found, call = columns(scene), scene.here.call if scene.here is not None else None
    if found is None or call is None or not is_new_table(call) or not isinstance(call.func, ast.Attribute):
        return None
    held = call.func.value
    made = (
        assigned(scene, held.id) if isinstance(held, ast.Name) and last_name(call.func) == "process" else call
    )
    given = (
        made.args[0] if isinstance(made, ast.Call) and last_name(made.func) == "new" and made.args else None
    )
    text = table_in(scene, given)
    there = [str(one) for one in found.items.columns]
    missing = [
        one for one in map(str, (*found.cats, *found.conts)) if one not in there and not one.endswith("_na")
    ]
    if not text or not missing:
        return None
    what = f"`{text}` has no {_columns(missing)}, which the table for the training has. It has {listed(there, 6)}."
    names = {"cat_names": found.cats, "cont_names": found.conts, "y_names": found.ys}
    named = {kind: [str(one) for one in held] for kind, held in names.items()}
    among = target_among_inputs(scene, named, missing)
    return (
        among
        or made_elsewhere(scene, missing, text, what)
        or Diagnosis(
            what,
            "A new table needs every column of `cat_names` and `cont_names`, under the same name.",
            f"{text}[{missing[0]!r}] = …  # its values",
            "Add or rename it:",
            card="tabular",
        )
    )


@rule(KeyError, needs="pandas")
def columns_asked(scene: Scene) -> Diagnosis | None:
    """`test[xs.columns]`, where the columns of `xs` were made by lines that `test` never met."""
    frame = scene.here
    node = node_at(frame) if frame is not None and not scene.is_raised_by_learner else None
    if frame is None or not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
        return None
    text, key = node.value.id, frame.value(node.slice)
    table: Any = frame.value(node.value)
    if isinstance(node.slice, ast.Attribute) and node.slice.attr == "columns":
        other: Any = frame.value(node.slice.value)
        key = other.columns if is_table(other) else key
    if not is_table(table) or scene.names.get(text, UNKNOWN) is not table:
        return None
    if type(key) is not list and not is_of(key, "pandas", "Index"):
        return None
    asked, there = [str(one) for one in key], [str(one) for one in table.columns]
    missing = [one for one in asked if one not in there]
    if not missing:
        return None
    what = f"`{text}` has no {_columns(missing)}. It has {listed(there, 6)}."
    return made_elsewhere(scene, missing, text, what)


def _columns(names: list[str]) -> str:
    return f"column{'' if len(names) == 1 else 's'} {listed((f'`{one}`' for one in names), 4)}"
