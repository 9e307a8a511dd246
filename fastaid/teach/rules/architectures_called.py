"""A function that makes a network, called with data as if it were the network: `resnet18(xb)`."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_tensor
from fastaid.teach.rules import rule
from fastaid.teach.rules.functions_making import is_architecture
from fastaid.teach.rules.python_source import call_at, names_of, replaced, statement_at
from fastaid.teach.scene import Frame, Scene


@rule(RuntimeError, TypeError, ValueError, AttributeError, needs="torch")
def architecture_given_data(scene: Scene) -> Diagnosis | None:
    """`preds = resnet18(xb)`, or `self.body(x)` where `self.body = resnet18`."""
    here = scene.here
    call = call_at(here) if here is not None and not scene.is_raised_by_learner else None
    if here is None or call is None or not call.args or not _is_given_a_tensor(scene, here):
        return None
    made = here.value(call.func)
    if not is_architecture(made):
        return None
    name, text, given = made.__name__, ast.unparse(call.func), ast.unparse(call.args[0])
    what = f"`{text}({given})`: {'`' + name + '`' if text == name else f'`{text}` is the function `{name}`, which'}"
    return Diagnosis(
        f"{what} makes a network; it was given the data `{given}`, which is no setting of a network.",
        "The function is called once, and gives a network. That network is called with data.",
        _mended(here, call, name, text),
        "Make the network first (for your own classes: `num_classes=`), then call it:",
        card="learner",
    )


def _is_given_a_tensor(scene: Scene, here: Frame) -> bool:
    """Whether the function got data, an expression's too; torchvision's take `*args, **kwargs`."""
    got: list[Any] = []
    for held in scene.frames[scene.frames.index(here) + 1].names.values():
        got += held if type(held) is tuple else held.values() if type(held) is dict else [held]
    return any(map(is_tensor, got))


def _mended(here: Frame, call: ast.Call, name: str, text: str) -> str:
    made = f"{name}()"
    if text.startswith("self.") and is_module(here.names.get("self")):
        return f"{text} = {made}   # in __init__"
    model = _free(here)
    if text != name:  # `net = resnet18`, then `net(xb)`
        return f"{text} = {made}\n{here.text}"
    line = replaced(here, call.func, model)
    return f"{model} = {made}\n{line}"


def _free(here: Frame) -> str:
    """A name for the network which the learner does not use for something else."""
    statement = statement_at(here)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    taken = {*here.names}
    if isinstance(target, (ast.Tuple, ast.List)):
        taken |= set(names_of(target).split(", "))
    elif target is not None:
        taken.add(ast.unparse(target))
    return next((one for one in ("model", "net", "network") if one not in taken), "model")
