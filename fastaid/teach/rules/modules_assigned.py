"""What a module refuses to keep: a plain tensor in place of a Parameter, something else in place of a layer."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from types import BuiltinFunctionType, FunctionType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import (
    described,
    is_array,
    is_learner,
    is_module,
    is_of,
    is_tensor,
    library,
    shape,
    stored,
)
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import statement
from fastaid.teach.rules.layer_calls import written
from fastaid.teach.rules.operands import OPERATORS, parts_of_tree
from fastaid.teach.rules.python_source import kind_of
from fastaid.teach.scene import Frame, Scene

LAYERS_OF = {"relu": "ReLU()", "gelu": "GELU()", "sigmoid": "Sigmoid()", "tanh": "Tanh()"}
STEPS = ("+", "-", "*", "/")
MOST_LINES = 4
LONGEST = 70


@dataclass(frozen=True)
class Refused:
    """An attribute of a module that was given what it cannot hold."""

    frame: Frame
    owner: Any
    name: str
    value: Any
    target: str  # how the learner writes the attribute: "model.weight", "getattr(model, name)"
    given: ast.expr | None  # the expression of the value
    nn: str  # torch.nn in the learner's notebook

    @property
    def old(self) -> Any:
        """What the module holds under that name."""
        tables = (stored(self.owner).get(one, {}) for one in ("_parameters", "_modules", "_buffers"))
        return next((table[self.name] for table in tables if table.get(self.name) is not None), None)

    @property
    def text(self) -> str:
        """The value as code."""
        return ast.unparse(self.given) if self.given is not None else "value"

    @property
    def is_own(self) -> bool:
        """Whether it stands in a method of the module itself."""
        return self.target.startswith("self.")

    def set_to(self, text: str) -> str:
        """The line with another value."""
        if self.target.startswith("getattr("):
            return f"setattr({self.target[len('getattr(') : -1]}, {text})"
        return f"{self.target} = {text}"


def refused(scene: Scene) -> Refused | None:
    """What was assigned, and where."""
    last, here = scene.last, scene.here
    if last is None or here is None or last.function != "__setattr__":
        return None
    if last.module != "torch.nn.modules.module":
        return None
    owner, name, value = (last.names.get(one) for one in ("self", "name", "value"))
    if not is_module(owner) or not isinstance(name, str):
        return None
    nn = "nn" if scene.names.get("nn", here.names.get("nn")) is library("torch.nn") else "torch.nn"
    call = here.call
    if (
        call is not None
        and isinstance(call.func, ast.Name)
        and call.func.id == "setattr"
        and len(call.args) == 3
    ):
        of, word, given = call.args
        target = f"getattr({ast.unparse(of)}, {ast.unparse(word)})"
        if isinstance(word, ast.Constant):
            target = f"{ast.unparse(of)}.{name}"
        return Refused(here, owner, name, value, target, given, nn)
    whole = statement(here)
    for one, expression in _pairs(whole):
        if isinstance(one, ast.Attribute) and one.attr == name:
            return Refused(here, owner, name, value, ast.unparse(one), expression, nn)
    return None


def _pairs(whole: ast.stmt | None) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """The targets of an assignment, each with what it is given."""
    if isinstance(whole, ast.AugAssign):
        left = ast.parse(ast.unparse(whole.target), mode="eval").body
        yield whole.target, ast.BinOp(left, whole.op, whole.value)
    elif isinstance(whole, ast.AnnAssign):
        yield whole.target, whole.value
    for target in whole.targets if isinstance(whole, ast.Assign) else ():
        if not isinstance(target, (ast.Tuple, ast.List)):
            yield target, getattr(whole, "value", None)
            continue
        values = getattr(whole, "value", None)
        elements = values.elts if isinstance(values, (ast.Tuple, ast.List)) else []
        for i, one in enumerate(target.elts):
            yield one, elements[i] if len(elements) == len(target.elts) else None


# Parameters -----------------------------------------------------------------------------------------------


@rule(TypeError, needs="torch")
def parameter_assigned(scene: Scene) -> Diagnosis | None:
    """`model.weight = model.weight - step`: a plain tensor cannot take the place of a Parameter."""
    done = refused(scene)
    if done is None or done.name not in stored(done.owner).get("_parameters", {}):
        return None
    mended = _mended(done)
    if mended is None:
        return None
    how, fix = mended
    old, is_plain = done.old, is_tensor(done.value)
    was = f", of shape {shape(old)}" if is_tensor(old) else ""
    given = f"a plain tensor of shape {shape(done.value)}" if is_plain else kind_of(done.value)
    return Diagnosis(
        f"`{done.target}` is an nn.Parameter of `{type(done.owner).__name__}`{was}; it was given {given}.",
        "The result of a calculation is a plain tensor. A module lets only another nn.Parameter take a Parameter's "
        "place, since the optimizer must find it."
        if is_plain
        else "A module lets only another nn.Parameter take a Parameter's place.",
        fix,
        how,
        card="parameters-and-activations",
    )


def _mended(done: Refused) -> tuple[str, str] | None:
    """What goes with the line, and the line."""
    value, old, text = done.value, done.old, done.text
    is_same = is_tensor(old) and (is_tensor(value) or is_array(value)) and shape(value) == shape(old)
    if done.is_own and done.frame.function == "forward" and is_tensor(value):
        line = f"{done.name} = {text}"
        return f"Keep the result under a name of its own, and use `{done.name}` from there on:", line
    if done.is_own and done.frame.function == "__init__":
        made = _as_parameter(done)
        return ("Make a Parameter of it:", done.set_to(made)) if made else None
    lines = [line for line in _steps_around(done) if line] if is_same else []
    if lines:
        return "Change it in place, where nothing is recorded:", "\n".join(
            ("with torch.no_grad():", *(f"    {line}" for line in lines))
        )
    if is_same or type(value) in (int, float):
        source = text if is_tensor(value) else f"torch.as_tensor({text})"
        act = f"fill_({text})" if type(value) in (int, float) else f"copy_({source})"
        return "Write the values into it:", f"with torch.no_grad():\n    {done.target}.{act}"
    if is_module(value) and is_of(
        stored(value).get("_parameters", {}).get(done.name), "torch.nn", "Parameter"
    ):
        return f"Take the `{done.name}` of that layer:", done.set_to(f"{text}.{done.name}")
    made = _as_parameter(done)
    more = " (an optimizer made before holds the old one: make it anew)"
    return (f"Make a Parameter of it{more}:", done.set_to(made)) if made else None


def _as_parameter(done: Refused) -> str:
    value: Any = done.value
    text = done.text
    if is_tensor(value):
        floating = value.is_floating_point() or value.is_complex()
        around = f"({text})" if isinstance(done.given, (ast.BinOp, ast.UnaryOp)) else text
        return f"{done.nn}.Parameter({text if floating else f'{around}.float()'})"
    if is_array(value) or type(value) in (list, tuple, int, float):
        return f"{done.nn}.Parameter(torch.tensor({text}, dtype=torch.float32))"
    return ""


def _steps_around(done: Refused) -> list[str]:
    """The assignment in place, with its like beside it: `w -= lr * w.grad`; [] where it is no such step."""
    whole = statement(done.frame)
    own = _in_place(done.target, done.given)
    if not own or not isinstance(whole, ast.Assign):
        return [own]
    found = []
    for node in parts_of_tree(done.frame, ast.Assign):
        if not isinstance(node, ast.Assign) or getattr(node, "parent", 0) is not getattr(
            whole, "parent", None
        ):
            continue
        for target, given in _pairs(node):
            if isinstance(target, ast.Attribute) and is_of(done.frame.value(target), "torch.nn", "Parameter"):
                found.append((node.lineno, _in_place(ast.unparse(target), given)))
    lines = [line for _, line in sorted(found) if line]
    return lines[:MOST_LINES] if own in lines[:MOST_LINES] else [own]


def _in_place(target: str, given: ast.expr | None) -> str:
    if not isinstance(given, ast.BinOp):
        return ""
    sign = OPERATORS.get(type(given.op), "")
    if sign not in STEPS or ast.unparse(given.left) not in (target, f"{target}.data"):
        return ""
    return f"{target} {sign}= {ast.unparse(given.right)}"


@rule(TypeError, needs="torch")
def parameter_registered(scene: Scene) -> Diagnosis | None:
    """`self.register_parameter('w', tensor)`: it wants the Parameter made."""
    last, here = scene.last, scene.here
    call = here.call if here is not None else None
    if last is None or here is None or call is None or last.function != "register_parameter":
        return None
    given = here.argument(call, 1, "param")
    value: Any = last.names.get("param")
    if last.module != "torch.nn.modules.module" or given is None or not is_tensor(value):
        return None
    nn = "nn" if scene.names.get("nn") is library("torch.nn") else "torch.nn"
    text = ast.unparse(given)
    text = text if value.is_floating_point() else f"({text}).float()"
    name = last.names.get("name")
    return Diagnosis(
        f"`{ast.unparse(call.func)}` was given {described(value)} for `{name}`.",
        "It registers an nn.Parameter; a plain tensor is none until it is made one.",
        f"{ast.unparse(call.func)}({name!r}, {nn}.Parameter({text}))",
        "Make a Parameter of it:",
        card="parameters-and-activations",
    )


# Layers and buffers ---------------------------------------------------------------------------------------


@rule(TypeError, needs="torch")
def layer_assigned(scene: Scene) -> Diagnosis | None:
    """`self.fc = self.fc(x)`, `net.fc = nn.Identity`: what is no module in place of a layer."""
    done = refused(scene)
    if done is None or done.name not in stored(done.owner).get("_modules", {}):
        return None
    mended = _as_layer(scene, done)
    if mended is None:
        return None
    value, old = done.value, done.old
    given = f"{kind_of(value)}, not called" if isinstance(value, type) else kind_of(value)
    how, fix = mended
    return Diagnosis(
        f"`{done.target}` is a layer ({type(old).__name__}) of `{type(done.owner).__name__}`; it was given {given}.",
        "A module lets only another module (or None) take the place of one of its layers."
        + (" What a layer returns belongs into a variable." if _is_called(done) else ""),
        fix,
        how,
        card="" if _is_called(done) else "body-and-head",
    )


def _is_called(done: Refused) -> bool:
    return isinstance(done.given, ast.Call) and ast.unparse(done.given.func) == done.target


def _as_layer(scene: Scene, done: Refused) -> tuple[str, str] | None:
    value, old, text = done.value, done.old, done.text
    if _is_called(done):
        first = done.given.args[0] if isinstance(done.given, ast.Call) and done.given.args else None
        name = first.id if isinstance(first, ast.Name) else "x"
        return "Keep the result in a variable:", f"{name} = {text}"
    if isinstance(value, type) and is_of(value, "builtins", "type") and issubclass(value, _module()):
        return _of_class(done)
    if isinstance(value, (FunctionType, BuiltinFunctionType)):
        return _of_function(scene, done)
    if type(value) is int and is_of(old, "torch.nn", "Linear"):
        return "Make a layer with so many outputs:", done.set_to(
            f"{done.nn}.Linear({done.target}.in_features, {text})"
        )
    if type(value) in (list, tuple) and value and all(is_module(one) for one in value):
        inner = text[1:-1].rstrip(",") if isinstance(done.given, (ast.List, ast.Tuple)) else f"*{text}"
        return "Make one module of the layers:", done.set_to(f"{done.nn}.Sequential({inner})")
    if is_learner(value):
        return "Take the Learner's model:", done.set_to(f"{text}.model")
    weight = stored(old).get("_parameters", {}).get("weight")
    if is_tensor(value) and is_tensor(weight) and shape(value) == shape(weight):
        return (
            "Write the values into its weight:",
            f"with torch.no_grad():\n    {done.target}.weight.copy_({text})",
        )
    if isinstance(value, dict) and value and all(is_tensor(one) for one in value.values()):
        return "Load the weights into the layer:", f"{done.target}.load_state_dict({text})"
    return None


def _module() -> type:
    found: type = library("torch.nn").Module
    return found


def _of_class(done: Refused) -> tuple[str, str]:
    value, text = done.value, done.text
    if type(done.old) is value and (made := written(done.old)):
        return "Call the class to make a layer:", done.set_to(made)
    parameters = list(inspect.signature(value.__init__).parameters.values())[1:]
    needed = [one.name for one in parameters if one.default is one.empty and one.kind.name.startswith("POS")]
    if not needed:
        return "Call the class to make a layer:", done.set_to(f"{text}()")
    return f"Call the class to make a layer; it needs {', '.join(f'`{one}`' for one in needed)}.", ""


def _of_function(scene: Scene, done: Refused) -> tuple[str, str]:
    value, text = done.value, done.text
    body = done.given.body if isinstance(done.given, ast.Lambda) else None
    if isinstance(body, ast.Name) and body.id in [one.arg for one in done.given.args.args]:  # type: ignore[union-attr]
        return "nn.Identity is the layer that passes on what it gets:", done.set_to(f"{done.nn}.Identity()")
    if str(value.__module__).startswith("torch") and value.__name__ in LAYERS_OF:
        return "Use the layer that does the same:", done.set_to(f"{done.nn}.{LAYERS_OF[value.__name__]}")
    if is_of(scene.names.get("Lambda"), "builtins", "type"):
        return "fastai's `Lambda` makes a layer of a function:", done.set_to(f"Lambda({text})")
    return "Take the layer away first; then the name is free:", f"del {done.target}\n{done.set_to(text)}"


@rule(TypeError, needs="torch")
def buffer_assigned(scene: Scene) -> Diagnosis | None:
    """`bn.running_mean = [0., 0.]`: a buffer is a tensor."""
    done = refused(scene)
    if done is None or done.name not in stored(done.owner).get("_buffers", {}):
        return None
    if not is_array(done.value) and type(done.value) not in (list, tuple, int, float):
        return None
    old = done.old
    dtype = f", dtype={old.dtype}" if is_tensor(old) else ""
    return Diagnosis(
        f"`{done.target}` is a buffer of `{type(done.owner).__name__}`"
        f"{f', {described(old)}' if is_tensor(old) else ''}; it was given {kind_of(done.value)}.",
        "A buffer is a tensor that goes with the module, to its device and into its state_dict.",
        done.set_to(f"torch.tensor({done.text}{dtype})"),
        "Make a tensor of it:",
        card="tensor",
    )
