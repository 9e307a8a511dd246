"""Items of a test set that are not tuples."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import last_name, trees
from fastaid.teach.rules.step import learner_in
from fastaid.teach.scene import Scene


@rule(TypeError, RuntimeError, ValueError, needs="fastai.learner")
def no_tuples(scene: Scene) -> Diagnosis | None:
    """test_dl of bare tensors: a batch is one tensor, and its rows are taken for inputs and targets."""
    learn = learner_in(scene)
    if learn is None or scene.within("fastai.learner", "get_preds") is None:
        return None
    inputs: Any = stored(learn).get("xb")
    targets: Any = stored(learn).get("yb")
    # Of a tuple a slice is a tuple; of a tensor it is one of its rows.
    if not is_tensor(inputs) or not is_tensor(targets):
        return None
    found = _test_dl(scene)
    if found is None:
        return None
    call, left = found
    name = ast.unparse(call.args[0])
    mended = with_argument(call, 0, "", f"[(o,) for o in {name}]")
    return Diagnosis(
        f"The items of `{name}` are bare tensors, not tuples; a batch of them is one tensor with "
        f"{len(inputs) + len(targets)} rows.",
        f"A batch should be a tuple (x,) or (x, y). Of this one fastai took {_rows(len(inputs), 'the first')} as "
        f"input and {_rows(len(targets), 'the other')} as targets.",
        f"{left} = {mended}" if left else mended,
        "Make each item a tuple with the input alone:",
        card="batch",
    )


def _test_dl(scene: Scene) -> tuple[ast.Call, str] | None:
    """The last call of test_dl, and the variable that it went to."""
    for tree in trees(scene):
        calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
        found = next((one for one in calls if last_name(one.func) == "test_dl" and len(one.args) == 1), None)
        if found is None:
            continue
        lines = [one for one in ast.walk(tree) if isinstance(one, ast.Assign) and one.value is found]
        return found, ast.unparse(lines[0].targets[0]) if lines else ""
    return None


def _rows(n: int, which: str) -> str:
    return f"{which} row" if n == 1 else f"{which} {n} rows"
