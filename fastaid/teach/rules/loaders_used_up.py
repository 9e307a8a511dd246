"""An iterator of a data loader that has no batch left: a loop goes on for longer than it lasts."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.python_source import call_at, statement_at
from fastaid.teach.scene import Scene


@rule(StopIteration, needs="torch.utils.data")
def no_batch_left(scene: Scene) -> Diagnosis | None:
    """`next(iter_target)` in a loop over another, longer loader."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or last_name(call.func) != "next" or len(call.args) != 1:
        return None
    held, text = here.value(call.args[0]), ast.unparse(call.args[0])
    if not is_of(held, "torch.utils.data.dataloader", "_BaseDataLoaderIter"):
        return None
    made = next(
        (
            one.value
            for tree in trees(scene)
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign)
            and ast.unparse(one.targets[0]) == text
            and isinstance(one.value, ast.Call)
            and last_name(one.value.func) == "iter"
        ),
        None,
    )
    line = statement_at(here)
    if made is None or not isinstance(line, (ast.Assign, ast.Expr)):
        return None
    loader, again = ast.unparse(made.args[0]) if made.args else "", ast.unparse(line)
    sampler: Any = stored(held).get("_index_sampler")
    number = len(sampler) if is_of(sampler, "torch.utils.data", "BatchSampler") else 0
    lasts = f" of its {counted(number, 'batch', 'batches')}" if number else ""
    return Diagnosis(
        f"`{text}` has given all{lasts or ' its batches'}; `next` found none.",
        f"The loop goes on for longer than `{loader}` lasts. Such an iterator does not begin anew by itself.",
        f"try:\n    {again}\nexcept StopIteration:\n    {text} = {ast.unparse(made)}\n    {again}",
        "Begin it anew where it ends:",
        card="batch",
    )
