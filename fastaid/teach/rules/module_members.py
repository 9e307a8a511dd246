"""Names that a network has not: a layer misspelt or never made, a method misspelt, another word for `__init__`."""

from __future__ import annotations

import ast
import difflib
from types import FunctionType
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import is_module, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent
from fastaid.teach.rules.modules import is_module_class, own_methods
from fastaid.teach.rules.operands import operand
from fastaid.teach.rules.python_source import near, replaced, sets, text_of
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene, is_learners_file

SURE = 0.75  # how alike a misspelt name is to the only one that can be meant
# What a layer that was never made is by its name, in the order in which they are tried.
BY_NAME = (
    ("relu", "nn.ReLU()"),
    ("act", "nn.ReLU()"),
    ("gelu", "nn.GELU()"),
    ("sigmoid", "nn.Sigmoid()"),
    ("tanh", "nn.Tanh()"),
    ("softmax", "nn.Softmax(dim=1)"),
    ("drop", "nn.Dropout(0.5)"),
    ("flat", "nn.Flatten()"),
    ("pool", "nn.MaxPool2d(2)"),
)
# What gives as many values for an item as it gets.
KEEPING = ("relu", "sigmoid", "tanh", "gelu", "dropout", "leaky_relu", "elu", "silu")
SIZED = (
    ("conv", "nn.Conv2d({n}, …, kernel_size=3)", 1),
    ("bn", "nn.BatchNorm2d({n})", 1),
    ("batchnorm", "nn.BatchNorm2d({n})", 1),
    *(
        (word, "nn.Linear({n}, …)", -1)
        for word in ("fc", "lin", "out", "head", "classifier", "dense", "hidden", "layer")
    ),
)


def asked_of_module(scene: Scene) -> tuple[Frame, ast.Attribute, Any] | None:
    """The learner's `self.lin3` or `model.evel`, and the network that has no such thing."""
    last, here = scene.last, scene.here
    if (
        last is None
        or here is None
        or (last.module, last.function) != ("torch.nn.modules.module", "__getattr__")
    ):
        return None
    network, name, node = last.names.get("self"), last.names.get("name"), here.node
    node = node.func if isinstance(node, ast.Call) else node
    if not isinstance(node, ast.Attribute) or node.attr != name or scene.frames[-2] is not here:
        return None
    return (here, node, network) if is_module(network) and "_modules" in stored(network) else None


def _is_own(kind: type) -> bool:
    return kind.__module__ == "__main__" or any(
        is_learners_file(held.__code__.co_filename)
        for name in ("__init__", "forward")
        if isinstance(held := vars(kind).get(name), FunctionType)
    )


def _parts(network: Any) -> list[str]:
    """The layers and values that an object of the class holds itself."""
    held = stored(network)
    found = [name for table in ("_modules", "_parameters", "_buffers") for name in held.get(table, {})]
    return found + [name for name in held if not name.startswith("_") and name != "training"]


def _layers_of(frame: Frame, node: ast.Attribute, text: str) -> Diagnosis:
    around = parent(node)
    is_one = isinstance(around, ast.Subscript) and around.value is node
    return Diagnosis(
        f"`{text}` is an nn.Sequential; it has no `{node.attr}`.",
        "It is a row of layers itself: square brackets take one of them, and a loop goes through them.",
        replaced(frame, node, text if is_one else f"list({text})"),
        "Write:",
    )


@rule(AttributeError, needs="torch")
def member_misspelt(scene: Scene) -> Diagnosis | None:
    """`model.parametres()`, `self.lin3` where there are lin1 and lin2, `self.fc` that was never made."""
    found = asked_of_module(scene)
    if found is None:
        return None
    frame, node, network = found
    kind, wrong, text = type(network), node.attr, text_of(node.value, 40)
    if not text or wrong.startswith("__"):
        return None
    own = _is_own(kind)
    if own and (made := _made_elsewhere(frame, node, network)) is not None:
        return made
    if own and any(sets(held, wrong) for held in own_methods(kind).values()):
        return None
    parts = [one for one in _parts(network) if not one.isdigit()]
    public = [one for one in dir(kind) if not one.startswith("_")]
    close = _nearest(frame, wrong, parts, own) or near(wrong, public, 0.75)
    if close:
        article = "an" if kind.__name__[:1] in "AEIOU" else "a"
        return Diagnosis(
            f"`{text}`, {article} {kind.__name__}, has no `{wrong}`.",
            f"It has {listed([f'`{one}`' for one in close])}.",
            replaced(frame, node, f"{text}.{close[0]}"),
            "Write:",
            sure="certain" if difflib.SequenceMatcher(None, wrong, close[0]).ratio() > SURE else "likely",
        )
    if is_of(network, "torch.nn", "Sequential", "ModuleList") and wrong in ("layers", "layer"):
        return _layers_of(frame, node, text)
    return _never_made(frame, node, network, parts) if own and text == "self" else None


def _nearest(frame: Frame, wrong: str, parts: list[str], own: bool) -> list[str]:
    """Layers with nearly that name, those first that the running function does not use yet."""
    used = set(frame.scope.f_code.co_names) - {wrong}
    stem = wrong.rstrip("0123456789_")
    numbered = [one for one in parts if one != wrong and one.rstrip("0123456789_") == stem]
    if own and stem != wrong and numbered:
        # `self.lin3`: one of lin1 and lin2, unless both have their place in the line already.
        free = [one for one in numbered if one not in used]
        return [*free, *(one for one in numbered if one in used)] if free else []
    close = near(wrong, parts, 0.65)
    return (
        sorted(close, key=lambda one: one in used) if any(one not in used for one in close) or not own else []
    )


def _made_elsewhere(frame: Frame, node: ast.Attribute, network: Any) -> Diagnosis | None:
    """`fc = nn.Linear(…)` without self, or in a method that has not run, or below the line that asks for it."""
    kind, wrong = type(network), node.attr
    init = vars(kind).get("__init__")
    if isinstance(init, FunctionType) and wrong in init.__code__.co_varnames and not sets(init, wrong):
        is_argument = wrong in init.__code__.co_varnames[: init.__code__.co_argcount]
        how = (
            "it gets it as an argument, and does not keep it"
            if is_argument
            else "it is a variable, without `self.`"
        )
        return Diagnosis(
            f"`{kind.__name__}` has no `{wrong}`: in `__init__` {how}.",
            "The variables of a function are gone when it ends; what begins with `self.` stays in the network.",
            f"self.{wrong} = {wrong}" if is_argument else f"self.{_line_of(init, wrong)}",
            "Write in `__init__`, below `super().__init__()`:",
        )
    setter = next((name for name, held in own_methods(kind).items() if sets(held, wrong)), "")
    if not setter or (setter in ("forward", frame.function) and setter != "__init__"):
        return None
    if setter == "__init__":
        if frame.function != "__init__":
            return None
        return Diagnosis(
            f"`self.{wrong}` is used in `__init__` before it is made.",
            "The lines of `__init__` run from top to bottom.",
            f"self.{_line_of(init, wrong)}",
            "Move this line up, above the one that uses it:",
        )
    return Diagnosis(
        f"`{kind.__name__}` has no `{wrong}` yet: the method `{setter}` makes it, and has not run.",
        "Only `__init__` runs by itself, when the network is made.",
        f"self.{setter}()",
        "Call it at the end of `__init__` (with what it takes):",
        sure="likely",
    )


def _line_of(function: Any, name: str) -> str:
    """The line of a method that makes something, without `self.`."""
    tree = source_of(function)
    for one in ast.walk(tree) if tree is not None else ():
        if isinstance(one, ast.Assign) and len(one.targets) == 1:
            target = one.targets[0]
            if name in (getattr(target, "attr", ""), getattr(target, "id", "")):
                return f"{name} = {ast.unparse(one.value)}"
    return f"{name} = …"


def _never_made(frame: Frame, node: ast.Attribute, network: Any, parts: list[str]) -> Diagnosis | None:
    kind, wrong = type(network).__name__, node.attr
    layers = [one for one in parts if one in stored(network)["_modules"]]
    call = parent(node)
    if not (isinstance(call, ast.Call) and call.func is node):
        return Diagnosis(
            f"`{kind}.{frame.function}` uses `self.{wrong}`, which was never set.",
            "What a network holds is given to it in `__init__`.",
            f"self.{wrong} = …",
            f"Set it in `{kind}.__init__`, below `super().__init__()`:",
            sure="likely",
        )
    has = f"It makes {listed([f'`{one}`' for one in layers[:6]])}." if layers else "It makes no layer."
    return Diagnosis(
        f"`{kind}.{frame.function}` uses `self.{wrong}`, which was never made.",
        f"A layer must be made in `__init__` before it is called. {has}",
        f"self.{wrong} = {_layer(frame, wrong, call)}",
        f"Add it to `{kind}.__init__`, below `super().__init__()`:",
    )


def _layer(frame: Frame, name: str, call: ast.Call) -> str:
    """The code that makes a layer, as far as its name and what it is given tell."""
    lower = name.lower()
    for word, code in BY_NAME:
        if word in lower:
            return code
    given = operand(frame, call.args[0]) if call.args else None
    for word, code, at in SIZED:
        if word in lower:
            sizes = given.shape if given is not None and given.has_shape else ()
            size = sizes[at] if len(sizes) > abs(at) else _outputs(frame, call)
            return code.replace("{n}", str(size))
    return "…"


def _outputs(frame: Frame, call: ast.Call) -> int | str:
    """What the layer before it gives: 8 of `self.fc2(F.relu(self.fc1(x)))`."""
    at: ast.expr | None = call.args[0] if call.args else None
    while isinstance(at, ast.Call):
        layer = frame.value(at.func)
        if is_of(layer, "torch.nn", "Linear", "Conv2d"):
            return int(getattr(layer, "out_features", 0) or getattr(layer, "out_channels", 0)) or "…"
        inner = at.args[0] if at.args else getattr(at.func, "value", None)
        if not is_module(layer) and last_name(at.func) not in KEEPING:
            return "…"
        at = inner
    return "…"


@rule(TypeError, needs="torch")
def init_of_another_name(scene: Scene) -> Diagnosis | None:
    """`def __int__(self, n)` of a network: Python's own `__init__` runs, and takes nothing."""
    here = scene.here
    call = here.call if here is not None else None
    kind: Any = here.value(call.func) if here is not None and call is not None else None
    if not is_module_class(kind) or "__init__" in vars(kind) or "__init__()" not in scene.message:
        return None
    for name, method in own_methods(kind).items():
        if name in ("init", "_init_", "__init", "_init") or (
            name.startswith("_") and difflib.SequenceMatcher(None, name, "__init__").ratio() > 0.7
        ):
            code = method.__code__
            return Diagnosis(
                f"`{kind.__name__}` has no `__init__`; it has `{name}`, which never runs by itself.",
                "The method that makes the layers is called `__init__`, with two underscores on both sides.",
                f"def __init__({', '.join(code.co_varnames[: code.co_argcount])}):",
                f"Write, in place of `def {name}`:",
            )
    return None
