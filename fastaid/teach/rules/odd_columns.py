"""Every second column of an odd number: one column fewer than what is written there."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import statement_at
from fastaid.teach.scene import Scene


@rule(RuntimeError, needs="torch")
def one_column_fewer(scene: Scene) -> Diagnosis | None:
    """`pe[:, 1::2] = torch.cos(position * div_term)` with an odd d_model."""
    here = scene.here
    line = statement_at(here) if here is not None else None
    if here is None or not isinstance(line, ast.Assign) or "expanded size" not in scene.message:
        return None
    target = line.targets[0]
    parts = (
        target.slice.elts if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Tuple) else []
    )
    last = parts[-1] if parts else None
    if not isinstance(target, ast.Subscript) or not isinstance(last, ast.Slice) or last.step is None:
        return None
    table: Any = here.value(target.value)
    if ast.unparse(last) != "1::2" or not is_tensor(table) or table.shape[-1] % 2 == 0:
        return None
    columns = int(table.shape[-1])
    name, value = ast.unparse(target.value), ast.unparse(line.value)
    text = value if isinstance(line.value, (ast.Call, ast.Name, ast.Attribute)) else f"({value})"
    return Diagnosis(
        f"`{name}` has {columns} columns, an odd number: `{ast.unparse(target)}` are {columns // 2} of them, and "
        f"{columns // 2 + 1} were to be written there.",
        "Sines go into the columns 0, 2, 4 …, cosines into 1, 3, 5 …; of an odd number there is one fewer of those.",
        f"{ast.unparse(target)} = {text}[:, :{name}.shape[-1] // 2]",
        "Leave the last cosine out (or take an even number of features, as models mostly have):",
        card="indexing-and-masks",
    )
