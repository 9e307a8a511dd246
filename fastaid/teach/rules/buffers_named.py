"""A buffer under a name that the module has given to a plain tensor already."""

from __future__ import annotations

import ast

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.python_source import call_at, function_at
from fastaid.teach.scene import Scene

LONGEST = 160


@rule(KeyError, needs="torch")
def name_is_taken(scene: Scene) -> Diagnosis | None:
    """`self.mean = …` and then `self.register_buffer('mean', self.mean)`."""
    last, here = scene.last, scene.here
    call = call_at(here) if here is not None else None
    if last is None or here is None or call is None or last.function != "register_buffer":
        return None
    net, name = last.names.get("self"), last.names.get("name")
    if not is_module(net) or not isinstance(name, str) or not is_tensor(stored(net).get(name)):
        return None
    function, attribute = function_at(here), f"self.{name}"
    lines = [one for one in ast.walk(function) if isinstance(one, ast.Assign)] if function is not None else []
    made = next((one for one in lines if [ast.unparse(each) for each in one.targets] == [attribute]), None)
    given = here.argument(call, 1, "tensor")
    fix = ast.unparse(call)
    if made is not None and given is not None and ast.unparse(given) == attribute:
        fix = with_argument(call, 1, "tensor", ast.unparse(made.value))
    elif given is not None and ast.unparse(given) == attribute:
        return None
    return Diagnosis(
        f"`{attribute}` is there already, as a plain tensor.",
        f"`register_buffer` makes `{attribute}` itself, and takes no name that is in use.",
        fix if len(fix) <= LONGEST else "",
        f"Take the line `{attribute} = …` away, and write:",
        card="device-and-gpu-memory",
    )
