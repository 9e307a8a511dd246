"""The target among the columns that a tabular model reads: a new table has not got it. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.scene import Scene

MOST_NAMES = 12  # of a list that a card can write out


def target_among_inputs(
    scene: Scene,
    columns: dict[str, list[str]],  # the names in "cat_names", "cont_names" and "y_names"
    missing: list[str],  # columns that the new table has not
) -> Diagnosis | None:
    """What to say where a column that the new table lacks is the target itself; None where none is."""
    target = next((one for one in missing if one in columns["y_names"]), None)
    if target is None:
        return None
    kind = "cont_names" if target in columns["cont_names"] else "cat_names"
    fix, how = _left_out(scene, target, kind, [one for one in columns[kind] if one != target])
    by = " `cont_cat_split` was not told that it is the target." if "cont_cat_split" in fix else ""
    return Diagnosis(
        f"`{target}` is the target (`y_names`), and the model got it as an input too: it is in `{kind}`.",
        f"The new table has not got it, as it is what is to be predicted.{by} Do not add it there: a model that reads "
        "the answer learns nothing else.",
        fix,
        f"{how} Then make the data and the learner again, and train:",
        card="tabular",
    )


def _left_out(scene: Scene, target: str, kind: str, rest: list[str]) -> tuple[str, str]:
    """The line that leaves the target out of the inputs, and the words for it."""
    split = _split_without_target(scene)
    if split is not None:
        return split.replace("…", repr(target)), "Name the target where the columns are split."
    name = next((name for name, held in scene.live(object) if _holds(held, target, rest)), "")
    if name:
        return f"{name}.remove({target!r})", f"Take it out of `{name}`."
    if len(rest) <= MOST_NAMES:
        return f"{kind} = {rest!r}", f"Leave it out of `{kind}`."
    return f"{kind} = [one for one in {kind} if one != {target!r}]", f"Leave it out of `{kind}`."


def _holds(held: Any, target: str, rest: list[str]) -> bool:
    is_list = type(held) is list or is_of(held, "fastcore.foundation", "L")
    if not is_list or not 0 < len(held) <= 1000:
        return False
    names = list(held)
    return target in names and all(isinstance(one, str) for one in names) and {*names} - {target} <= {*rest}


def _split_without_target(scene: Scene) -> str | None:
    """The call of cont_cat_split, with the target to be put in the place of "…"; None where there is none."""
    for tree in trees(scene):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            call = node.value
            if last_name(call.func) != "cont_cat_split":
                continue
            if len(call.args) > 2 or any(one.arg in ("dep_var", None) for one in call.keywords):
                return None
            given = [ast.unparse(one) for one in call.args]
            given += [f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords]
            names = listed((ast.unparse(one) for one in node.targets), 1)
            return f"{names.strip('()')} = {ast.unparse(call.func)}({', '.join([*given, 'dep_var=…'])})"
    return None
