"""States of recurrent layers as the learner wrote them: a dimension for the layers, a pair for an LSTMCell."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_of, is_tensor, shape
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import with_argument
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import call_at, names_of
from fastaid.teach.scene import Scene


def _whole(call: ast.Call, line: str) -> str:
    """A changed call with the names that its result goes to."""
    outer = parent(call)
    if isinstance(outer, ast.Assign) and outer.value is call:
        target = outer.targets[0]
        return f"{names_of(target) if isinstance(target, ast.Tuple) else ast.unparse(target)} = {line}"
    return line


def with_layers(scene: Scene, layer: Any, layers: int) -> str:
    """The learner's call, its state with a dimension for the layers in front; "" where it is not in sight."""
    here = scene.here
    call = call_at(here) if here is not None else None
    if here is None or call is None or here.value(call.func) is not layer:
        return ""
    state = here.argument(call, 1, "hx")
    end = ".unsqueeze(0)" + (f".repeat({layers}, 1, 1)" if layers > 1 else "")
    if state is None:
        return ""
    if isinstance(state, ast.Tuple):
        text = f"({', '.join(f'{_atom(one)}{end}' for one in state.elts)})"
    elif is_tensor(here.value(state)):
        text = f"{_atom(state)}{end}"
    else:
        text = f"tuple(one{end} for one in {ast.unparse(state)})"
    return _whole(call, with_argument(call, 1, "hx", text))


def _atom(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript)) else f"({text})"


@rule(TypeError, RuntimeError, AttributeError, needs="torch")
def cell_state(scene: Scene) -> Diagnosis | None:
    """`cell(x, h)`: an LSTMCell keeps a pair (h, c); a GRUCell or RNNCell keeps h alone."""
    here = scene.here
    call = call_at(here) if here is not None else None
    held = here.value(call.func) if here is not None and call is not None else None
    if here is None or call is None or not is_of(held, "torch.nn", "LSTMCell", "GRUCell", "RNNCell"):
        return None
    frame = next(
        (one for one, _ in scene.holding("self", lambda one: one is held) if one.function == "forward"), None
    )
    given = frame.names.get("hx") if frame is not None else None
    node, is_lstm = here.argument(call, 1, "hx"), type(held).__name__ == "LSTMCell"
    if node is None or given is None or isinstance(given, (tuple, list)) == is_lstm:
        return None
    kind, text = type(held).__name__, ast.unparse(node)
    if is_lstm:
        return Diagnosis(
            f"`nn.{kind}` was given one tensor of shape {shape(given)} as its state.",
            "It keeps a pair (h, c): the hidden state and the cell state, both of that shape. It gives back both.",
            _whole(call, with_argument(call, 1, "hx", f"({text}, torch.zeros_like({text}))")),
            "Give it the pair; at the start both are zeros, later it is the pair that it gave back:",
            card="recurrent-network",
        )
    if len(given) != 2:
        return None
    return Diagnosis(
        f"`nn.{kind}` was given a pair as its state.",
        "The pair (h, c) is nn.LSTMCell's; this one keeps one tensor h.",
        _whole(call, with_argument(call, 1, "hx", f"{text}[0]")),
        "Give it the first of both:",
        card="recurrent-network",
    )
