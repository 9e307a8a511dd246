"""The class of a network that was called with a batch: what its settings may be. No rules of its own."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_array, is_module, is_tensor, shape
from fastaid.teach.rules.modules import is_module_class
from fastaid.teach.rules.python_source import call_at, replaced
from fastaid.teach.scene import Frame, Scene

USUAL = {"class": "2", "out": "2", "hid": "64", "emb": "64", "dim": "64", "layer": "2", "head": "4"}


def in_its_settings(scene: Scene) -> Diagnosis | None:
    """`UNet(img)`: the data came to a setting, and a layer of `__init__` was to be made with it."""
    for outer, inner in zip(scene.frames, scene.frames[1:], strict=False):
        call = call_at(outer) if outer.is_learners and inner.is_learners else None
        kind: Any = outer.value(call.func) if call is not None else None
        if call is None or inner.function != "__init__" or not is_module_class(kind) or not call.args:
            continue
        if not isinstance(inner.names.get("self"), kind) or inner.scope.f_code.co_argcount < 2:
            continue
        setting = inner.scope.f_code.co_varnames[1]
        data = inner.names.get(setting)
        if (is_tensor(data) or is_array(data)) and shape(data) and setting in _sizes(inner):
            return said(
                scene,
                outer,
                call,
                kind,
                data,
                f"`{kind.__name__}({ast.unparse(call.args[0])})` makes a new network: `{ast.unparse(call.args[0])}` "
                f"came to `{setting}`, a number that `{kind.__name__}.__init__` makes its layers with.",
            )
    return None


def _sizes(frame: Frame) -> Iterator[str]:
    """The names that the running line of `__init__` gives a layer for its sizes, or a loop for its length."""
    call = call_at(frame)
    func: Any = frame.value(call.func) if call is not None else None
    is_layer = is_module_class(func) and func.__module__.startswith("torch.nn.modules.")
    if call is None or not (func is range or (is_layer and "loss" not in func.__module__)):
        return
    for one in (*call.args, *(one.value for one in call.keywords)):
        parts = ast.iter_child_nodes(one) if isinstance(one, ast.BinOp) else [one]  # not `vectors.shape[1]`
        yield from (part.id for part in parts if isinstance(part, ast.Name))


def said(scene: Scene, frame: Frame, call: ast.Call, kind: Any, data: Any, what: str) -> Diagnosis:
    """The class has to be called with its settings first."""
    text = ast.unparse(call.args[0])
    model = next((name for name, held in scene.live(object) if type(held) is kind and is_module(held)), "")
    if model:
        return Diagnosis(
            what,
            f"The network that was made from the class is `{model}`: it is called with data.",
            replaced(frame, call, f"{model}({text})"),
            "Write:",
        )
    name = "model" if "model" not in scene.names else "net"
    given = [_setting(scene, one, data) for one in required(kind)]
    return Diagnosis(
        what,
        "First a network is made from the class, then the network is called.",
        f"{name} = {ast.unparse(call.func)}({', '.join(given)})\n{replaced(frame, call, f'{name}({text})')}",
        "In two steps (with your own numbers in the first):"
        if any("=" in one for one in given)
        else "In two steps:",
    )


def required(kind: Any) -> list[str]:
    """The arguments that a class cannot be called without."""
    parameters = list(inspect.signature(kind).parameters.values())
    return [
        one.name for one in parameters if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD
    ]


def _setting(scene: Scene, name: str, data: Any) -> str:
    """A setting as it may be given: the learner's variable of that name, or a usual number."""
    if type(scene.names.get(name)) in (int, float, str, bool, list, tuple):
        return name
    word, sizes = name.lower(), shape(data)
    if word.startswith("in") or "_in" in word or word in ("c", "channels", "n_features", "nf"):
        return f"{name}={sizes[1] if len(sizes) > 2 else sizes[-1]}"
    return next((f"{name}={number}" for part, number in USUAL.items() if part in word), name)
