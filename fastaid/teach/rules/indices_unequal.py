"""`probs[rows, classes]` with another number of rows than of classes."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name
from fastaid.teach.rules.python_source import node_at, replaced
from fastaid.teach.scene import Frame, Scene

SIZES = re.compile(r"[\[(](\d+),?[\])]")


@rule(IndexError)
def rows_and_columns(scene: Scene) -> Diagnosis | None:
    """`-prob[torch.arange(32), Y].log()` where Y is of all the data, or prob is."""
    here = scene.here
    node = node_at(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Tuple):
        return None
    found = SIZES.findall(scene.message)
    parts = node.slice.elts
    if "shape mismatch: indexing" not in scene.message or len(parts) != 2 or len(found) != 2:
        return None
    held: Any = here.value(node.value)
    if not (is_tensor(held) or is_array(held)) or not shape(held):
        return None
    n, (first, second) = shape(held)[0], (int(one) for one in found)
    rows, classes = parts
    texts = [ast.unparse(one) for one in parts]
    what = f"`{texts[0]}` has {first} numbers and `{texts[1]}` has {second}; they are taken in pairs."
    table = ast.unparse(node.value)
    cause = f"Pair by pair they choose a row and a column of `{table}`, which has {n} rows."
    if second == n and isinstance(rows, ast.Call) and last_name(rows.func) == "arange":
        return Diagnosis(
            what,
            cause,
            replaced(here, rows, f"{ast.unparse(rows.func)}({table}.shape[0])"),
            "Count all of its rows:",
            card="indexing-and-masks",
        )
    if first != n or not isinstance(classes, ast.Name):
        return None
    chosen = _chosen(scene, here, n, second, texts)
    if not chosen:
        return Diagnosis(
            what,
            f"{cause} `{texts[1]}` belongs to another number of items.",
            f"print({table}.shape, {texts[1]}.shape)",
            "Take the classes of those items alone:",
            card="indexing-and-masks",
        )
    return Diagnosis(
        what,
        f"{cause} `{texts[1]}` holds the classes of all {second} items, and `{chosen}` chose {n} of them.",
        replaced(here, classes, f"{texts[1]}[{chosen}]"),
        "Take the classes of those:",
        card="indexing-and-masks",
    )


def _chosen(scene: Scene, here: Frame, n: int, number: int, texts: list[str]) -> str:
    """The variable that chose the batch: n places in all of the data; "" where it is not sure."""
    names = []
    for name, held in {**scene.names, **here.names}.items():
        if name in texts or name.startswith("_") or not (is_tensor(held) or is_array(held)):
            continue
        is_whole = str(held.dtype).endswith(("int64", "int32"))
        if is_whole and shape(held) == (n,) and n <= int(held.max()) < number:
            names.append(name)
    return names[0] if len(names) == 1 else ""
