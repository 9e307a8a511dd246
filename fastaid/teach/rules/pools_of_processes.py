"""multiprocessing in a notebook: a function that other processes cannot be told."""

from __future__ import annotations

import ast
import pickle
from types import FunctionType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import assigned, last_name
from fastaid.teach.rules.python_source import call_at, text_of
from fastaid.teach.scene import Scene

MAPS = (
    "map",
    "imap",
    "imap_unordered",
    "starmap",
    "apply",
    "apply_async",
    "map_async",
    "submit",
    "starmap_async",
)


@rule(pickle.PicklingError, AttributeError, TypeError)
def function_without_a_name(scene: Scene) -> Diagnosis | None:
    """`pool.map(lambda x: …, data)`: Can't pickle <function <lambda>>."""
    last = scene.within("multiprocessing") or scene.within("concurrent.futures")
    frame = scene.here
    outer = call_at(frame) if frame is not None else None
    # What is gone through may be asked for by another call: `list(pool.map(…))`.
    calls = [one for one in ast.walk(outer or ast.Pass()) if isinstance(one, ast.Call) and one.args]
    call = next((one for one in calls if last_name(one.func) in MAPS), None)
    if last is None or frame is None or call is None:
        return None
    node = call.args[0]
    held = frame.value(node)
    is_lambda = isinstance(node, ast.Lambda) or (
        isinstance(held, FunctionType) and held.__name__ == "<lambda>"
    )
    is_inner = isinstance(held, FunctionType) and "<locals>" in held.__qualname__
    if "pickle" not in scene.message or not (is_lambda or is_inner):
        return None
    name = node.id if isinstance(node, ast.Name) else "work"
    kind = "a lambda, a function without a name" if is_lambda else "defined inside another function"
    written = (
        node
        if isinstance(node, ast.Lambda)
        else assigned(scene, name)
        if isinstance(node, ast.Name)
        else None
    )
    fix = ""
    if isinstance(written, ast.Lambda):
        fix = f"def {name}({ast.unparse(written.args)}):\n    return {ast.unparse(written.body)}"
    return Diagnosis(
        f"`{text_of(node) or name}` is {kind}: other processes cannot be told it.",
        "A process of its own knows a function by its name at the left edge of a cell or of a file; it is not sent "
        "the code.",
        fix,
        f"Write it with `def`, at the left edge of its cell, and hand `{name}` to `{last_name(call.func)}`:"
        if fix
        else f"Move `def {name}` out of the function around it, to the left edge of a cell.",
    )
