"""A name that a class's `__init__` knows, asked for in another of its methods."""

from __future__ import annotations

import ast
from types import FunctionType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.modules_without_weights import attribute
from fastaid.teach.rules.notebook_names import missing_name
from fastaid.teach.rules.python_source import function_at, given, is_own, node_at, replaced
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene


@rule(NameError)
def known_in_init(scene: Scene) -> Diagnosis | None:
    """`fc = nn.Linear(…)` in `__init__`, and `fc(x)` in `forward`: only what is put into `self` lasts."""
    found = missing_name(scene)
    if found is None or found[1].function == "__init__":
        return None
    name, frame = found
    owner = frame.names.get("self")
    init = vars(type(owner)).get("__init__")
    if not isinstance(init, FunctionType) or not is_own(init, scene.names):
        return None
    code, new = init.__code__, attribute(name)
    tables = (stored(owner), *(stored(owner).get(one, {}) for one in ("_modules", "_parameters", "_buffers")))
    if name not in code.co_varnames or any(new in one for one in tables):
        return None  # of an attribute that is there another rule tells
    is_parameter = name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    if is_parameter and _unread(frame):
        return None  # perhaps the method's own parameter is meant
    node = source_of(init)
    values = [value for one in ast.walk(node) if (value := given(one, name)) is not None] if node else []
    if not is_parameter and len(values) != 1:
        return None
    code_there = name if is_parameter else ast.unparse(values[0])
    here = replaced(frame, node_at(frame), f"self.{new}")
    kind = "a parameter" if is_parameter else "a variable"
    return Diagnosis(
        f"`{name}` is {kind} of `{type(owner).__name__}.__init__`; in `{frame.function}` the name has no value.",
        "What a function calls its own is gone when it ends; what is put into `self` stays with the object.",
        f"self.{new} = {code_there}  # in __init__\n{here}  # in {frame.function}",
        f"Keep it in `self`{' (with a dot)' if name.startswith('self_') and is_module(owner) else ''}:",
    )


def _unread(frame: Frame) -> list[str]:
    """The parameters of the running method that it does not read."""
    node = function_at(frame)
    if node is None:
        return []
    read = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    return [one.arg for one in node.args.args[1:] if one.arg not in read]
