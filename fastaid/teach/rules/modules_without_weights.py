"""An optimizer that finds no weights in a network: layers that were never made, or that are not kept in it."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_module, is_tensor, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.modules import is_module_class, layers_in_list, own_methods
from fastaid.teach.rules.python_calls import misspelt_init
from fastaid.teach.rules.python_source import origin
from fastaid.teach.rules.step import is_own, learner_in, source_of
from fastaid.teach.scene import Frame, Scene

CARD = "parameters-and-activations"
MOST_LINES = 6
# Layers that always have weights.
WITH_WEIGHTS = frozenset(
    {"Linear", "Embedding", "Conv1d", "Conv2d", "Conv3d", "ConvTranspose2d", "RNN", "LSTM", "GRU"}
    | {"BatchNorm1d", "BatchNorm2d", "LayerNorm", "MultiheadAttention"}
)


@rule(ValueError, IndexError, needs="torch")
def no_weights(scene: Scene) -> Diagnosis | None:
    """`parameters()` of a network is empty."""
    text, network = _network(scene)
    if network is None or any(True for _ in network.parameters()):
        return None
    if isinstance(scene.error, ValueError) and any(layers_in_list(part) for part in network.modules()):
        return None  # has a rule of its own
    what = f"The optimizer got no weights: {text} has none."
    for part in network.modules():
        if not is_own(scene, vars(type(part)).get("forward")):
            continue
        said = _in_list(part) or _never_run(part) or _not_kept(part) or _plain(part) or _in_forward(part)
        if said is not None:
            more, cause, fix, how = said
            return Diagnosis(f"{what} {more}".strip(), cause, fix, how, card=CARD)
    return Diagnosis(
        what,
        "Layers must be made in `__init__` and kept as `self.…`, and plain tensors as nn.Parameter.",
        "self.w = nn.Parameter(torch.randn(784, 1))",
        "Keep weights like this:",
        card=CARD,
    )


def _network(scene: Scene) -> tuple[str, Any]:
    """The network whose parameters an optimizer was given, with the learner's name for it."""
    if scene.within("fastai.optimizer", "__init__") is not None:
        model = stored(learner_in(scene)).get("model")
        name = scene.name_of(model)
        return (f"`{name}`" if name else "the model", model) if is_module(model) else ("", None)
    here = scene.here
    if here is None or scene.within("torch.optim") is None or "empty parameter list" not in scene.message:
        return "", None
    for node in _with_origins(scene, here):
        held = here.value(node) if isinstance(node, (ast.Name, ast.Attribute)) else UNKNOWN
        if is_module(held):
            return f"`{ast.unparse(node)}`", held
    return "", None


def _with_origins(scene: Scene, here: Frame) -> Iterator[ast.AST]:
    """The parts of the running line, and of the lines that gave its variables their values."""
    nodes = list(ast.walk(here.node)) if here.node is not None else []
    yield from nodes
    for one in nodes:
        made = origin(scene, here, one.id) if isinstance(one, ast.Name) else None
        yield from ast.walk(made) if made is not None else ()


Said = tuple[str, str, str, str] | None  # what is more, why, the lines, how


def unrun_init(kind: type) -> str:
    """A method that was meant to be the class's `__init__`; "" where there is none."""
    if "__init__" in vars(kind):
        return ""
    for name, method in own_methods(kind).items():
        ratio = difflib.SequenceMatcher(None, name, "__init__").ratio()
        if (ratio > 0.7 or name in ("init", misspelt_init(kind))) and "self" in method.__code__.co_varnames:
            return name
    return ""


def init_lines(kind: type, name: str) -> str:
    """How `__init__` begins, with the parameters of the method that was meant to be it."""
    node = source_of(vars(kind)[name])
    signature = ast.unparse(node.args) if node is not None else "self"
    return f"def __init__({signature}):\n    super().__init__()"


def _in_list(part: Any) -> Said:
    name = layers_in_list(part)
    if not name:
        return None
    kind = type(stored(part)[name]).__name__
    made = "nn.ModuleDict" if kind == "dict" else "nn.ModuleList"
    return (
        "",
        f"`self.{name}` is a plain {kind}: a network does not find the layers in it.",
        f"self.{name} = {made}(self.{name})",
        f"Put this at the end of `{type(part).__name__}.__init__`:",
    )


def _never_run(part: Any) -> Said:
    kind = type(part)
    name = unrun_init(kind)
    if not name:
        return None
    return (
        f"The method of `{kind.__name__}` that makes the layers, `{name}`, has never run.",
        f"Only `__init__`, with two underscores on both sides, runs by itself; yours is `{name}`.",
        init_lines(kind, name),
        f"Begin it like this, in place of `def {name}` and what it calls of `super`:",
    )


def _not_kept(part: Any) -> Said:
    kind = type(part)
    lines = [(name, f"self.{attribute(name)} = {ast.unparse(value)}") for name, value in locals_made(kind)]
    if not lines or len(lines) > MOST_LINES:
        return None
    name = lines[0][0]
    begins = name.startswith("self_")
    cause = (
        f"`{name}`, with an underscore, is a variable like any other and gone when `__init__` ends; "
        "with a dot it belongs to the network."
        if begins
        else f"`{name}` without `self.` is a variable, which is gone when `__init__` ends."
    )
    return (
        f"`{kind.__name__}.__init__` keeps no layer in `self`.",
        cause,
        "\n".join(line for _, line in lines),
        f"Write {'the dot' if begins else '`self.`'} here, and in `forward` too (`self.{attribute(name)}`):",
    )


def attribute(name: str) -> str:
    """What a variable of `__init__` is called as a part of the network: "fc" of "self_fc"."""
    return name.removeprefix("self_") or name


def locals_made(kind: type) -> list[tuple[str, ast.expr]]:
    """Variables of a network's `__init__` that got a layer and were not used, with the expressions."""
    init = vars(kind).get("__init__")
    node = source_of(init) if isinstance(init, FunctionType) else None
    if node is None or not isinstance(init, FunctionType):
        return []
    read = {
        one.id for one in ast.walk(node) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Store)
    }
    found = []
    for one in ast.walk(node):
        if not isinstance(one, ast.Assign) or len(one.targets) != 1:
            continue
        target, value = one.targets[0], one.value
        if isinstance(target, ast.Name) and target.id not in read and _makes_layer(init, value):
            found.append((target.id, value))
    return found


def _makes_layer(function: FunctionType, node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and is_module_class(named_globally(function, node.func))


def named_globally(function: FunctionType, node: ast.expr) -> Any:
    """What a dotted name stands for where a function was written."""
    if isinstance(node, ast.Name):
        return function.__globals__.get(node.id, UNKNOWN)
    if isinstance(node, ast.Attribute):
        holder = named_globally(function, node.value)
        return vars(holder).get(node.attr, UNKNOWN) if isinstance(holder, ModuleType) else UNKNOWN
    return UNKNOWN


def _plain(part: Any) -> Said:
    """`self.w = torch.randn(…)`, which is no parameter."""
    kind, init = type(part), vars(type(part)).get("__init__")
    node = source_of(init) if isinstance(init, FunctionType) else None
    held = {name: one for name, one in stored(part).items() if is_tensor(one) and one.is_floating_point()}
    lines = []
    for one in ast.walk(node) if node is not None else ():
        target = one.targets[0] if isinstance(one, ast.Assign) and len(one.targets) == 1 else None
        if isinstance(target, ast.Attribute) and target.attr in held and isinstance(one, ast.Assign):
            lines.append((target.attr, f"{ast.unparse(target)} = nn.Parameter({ast.unparse(one.value)})"))
    if not lines or len(lines) > MOST_LINES:
        return None
    names = " and ".join(dict.fromkeys(f"`self.{name}`" for name, _ in lines[:2]))
    return (
        f"In `{kind.__name__}`, {names} {'is a plain tensor' if len(lines) == 1 else 'are plain tensors'}.",
        "A network counts as its weights only what is an nn.Parameter (or in a layer).",
        "\n".join(line for _, line in lines),
        "Make what is to be learned a parameter, where it is made:",
    )


def _in_forward(part: Any) -> Said:
    """Layers that forward makes anew at every call."""
    kind, forward = type(part), vars(type(part)).get("forward")
    node = source_of(forward) if isinstance(forward, FunctionType) else None
    if node is None or not isinstance(forward, FunctionType):
        return None
    own = set(forward.__code__.co_varnames)
    for one in ast.walk(node):
        if not isinstance(one, ast.Call) or not is_module_class(made := named_globally(forward, one.func)):
            continue
        used = {inner.id for inner in ast.walk(one) if isinstance(inner, ast.Name)}
        if made.__name__ not in WITH_WEIGHTS or used & own or "__init__" in vars(kind):
            continue
        name, text = made.__name__.lower(), ast.unparse(one)
        return (
            f"`{kind.__name__}.forward` makes `{text}` anew at every call.",
            "A layer that is to learn must be made once, in `__init__`, and kept as `self.…`.",
            f"def __init__(self):\n    super().__init__()\n    self.{name} = {text}",
            f"Make it in `__init__`, and call `self.{name}(…)` in `forward`:",
        )
    return None
