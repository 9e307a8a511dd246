"""A layer that stands in `forward` for what it would make of the data: `x = self.fc1`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import BuiltinFunctionType, FunctionType
from typing import Any

from fastaid.errors import a, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_module, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.modules_without_weights import named_globally
from fastaid.teach.rules.python_source import own_nodes, text_of
from fastaid.teach.rules.step import is_own, learner_in, models_in, source_of
from fastaid.teach.scene import Scene

NOT_A_TENSOR = re.compile(r"position 1\) must be Tensor, not (\w+)")
MOST_MODELS = 12
MOST_LINES = 4


@dataclass(frozen=True)
class Line:
    """A line of forward that names a layer and does not call it."""

    held: Any  # the layer
    text: str  # "self.fc1"
    code: str  # the line as it should be


@rule(AttributeError, TypeError, needs="torch")
def layer_for_its_result(scene: Scene) -> Diagnosis | None:
    """`x = self.fc1` or `return self.fc` where `self.fc1(x)` is meant."""
    meant = _what_failed(scene)
    if meant is None:
        return None
    for part in _parts(scene):
        lines = list(_uncalled(part))
        first = next((one for one in lines if meant(one.held)), None)
        if first is None or len(lines) > MOST_LINES:
            continue
        texts = list(dict.fromkeys(one.text for one in lines))
        is_one = len(texts) == 1
        kind = a(first.held) if is_module(first.held) else "a function"
        return Diagnosis(
            f"In `{type(part).__name__}.forward`, {listed(f'`{one}`' for one in texts)} "
            f"{'is' if is_one else 'are'} named and not called, so what goes on is {kind}, not a tensor.",
            "A layer gives a tensor only where it is called with one, in round parentheses.",
            "\n".join(one.code for one in lines),
            "Call it with the data:" if is_one else "Call them with the data:",
            card="parameters-and-activations",
        )
    return None


def _what_failed(scene: Scene) -> Any:
    """Tells whether an object is the one that was no tensor; None where the error is another."""
    error = scene.error
    if isinstance(error, AttributeError):
        obj = error.obj
        is_it = is_module(obj) or isinstance(obj, (FunctionType, BuiltinFunctionType))
        return (lambda one: one is obj) if is_it else None
    found = NOT_A_TENSOR.search(scene.message)
    return (lambda one: type(one).__name__ == found[1]) if found is not None else None


def _parts(scene: Scene) -> Iterator[Any]:
    """The networks at hand, and their parts, with a forward of the learner's."""
    seen: set[type] = set()
    roots = [frame.names.get("self") for frame in reversed(scene.frames)]
    roots += [stored(learner_in(scene)).get("model"), *(held for _, held in models_in(scene))]
    for root in [one for one in roots if is_module(one)][:MOST_MODELS]:
        if "_modules" not in stored(root):
            continue  # its __init__ has not called that of nn.Module
        for part in root.modules():  # type: ignore[union-attr]
            if type(part) not in seen and is_own(scene, vars(type(part)).get("forward")):
                seen.add(type(part))
                yield part


def _uncalled(part: Any) -> Iterator[Line]:
    forward = vars(type(part))["forward"]
    node = source_of(forward)
    if not isinstance(node, ast.FunctionDef) or len(node.args.args) < 2:
        return
    called = {text_of(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}
    data = node.args.args[1].arg
    for one in own_nodes(node.body):
        if isinstance(one, ast.Return) and one.value is not None:
            held = _held(part, forward, one.value)
            if held is not None:
                text = ast.unparse(one.value)
                yield Line(held, text, f"return {text}({data})")
        if (
            not isinstance(one, ast.Assign)
            or len(one.targets) != 1
            or not isinstance(one.targets[0], ast.Name)
        ):
            continue
        name, held = one.targets[0].id, _held(part, forward, one.value)
        if held is not None and name not in called:
            text = ast.unparse(one.value)
            yield Line(held, text, f"{name} = {text}({data})")
        if name not in called:
            data = name


def _held(part: Any, forward: FunctionType, node: ast.expr) -> Any:
    """The layer, or the function of torch, that an expression of forward stands for; None for anything else."""
    names = []
    at = node
    while isinstance(at, ast.Attribute):
        names.append(at.attr)
        at = at.value
    if not isinstance(at, ast.Name) or not names:
        return None
    if at.id != forward.__code__.co_varnames[0]:
        found = named_globally(forward, node)
        home = str(getattr(found, "__module__", ""))
        is_function = isinstance(found, (FunctionType, BuiltinFunctionType)) and home.startswith("torch")
        return found if found is not UNKNOWN and is_function else None
    held = part
    for name in reversed(names):
        held = stored(held).get("_modules", {}).get(name)
    return held if is_module(held) else None
