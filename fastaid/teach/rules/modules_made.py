"""Layers that are used before they are made: classes in place of objects, functions in Sequential, sizes."""

from __future__ import annotations

import ast
import inspect
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, described, is_array, is_module, is_of, is_tensor, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import assigned, tree_of
from fastaid.teach.rules.modules import is_module_class
from fastaid.teach.rules.modules_given_data import in_its_settings
from fastaid.teach.rules.modules_given_data import required as _required
from fastaid.teach.rules.modules_given_data import said as of_class
from fastaid.teach.rules.python_source import replaced
from fastaid.teach.scene import Scene

# Functions that have a layer of the same meaning.
AS_LAYER = {
    "relu": "nn.ReLU()",
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "gelu": "nn.GELU()",
    "softmax": "nn.Softmax(dim=1)",
    "log_softmax": "nn.LogSoftmax(dim=1)",
    "leaky_relu": "nn.LeakyReLU()",
    "dropout": "nn.Dropout()",
    "flatten": "nn.Flatten()",
    "max_pool2d": "nn.MaxPool2d(2)",
    "avg_pool2d": "nn.AvgPool2d(2)",
    "elu": "nn.ELU()",
    "silu": "nn.SiLU()",
}


@rule(TypeError, needs="torch")
def not_a_module(scene: Scene) -> Diagnosis | None:
    """nn.Sequential and nn.ModuleList take layers only."""
    frame = scene.within("torch.nn.modules.module", "add_module")
    if frame is None:
        return None
    holder, given, at = frame.names.get("self"), frame.names.get("module", UNKNOWN), frame.names.get("name")
    if given is UNKNOWN or is_module(given) or not isinstance(at, str):
        return None
    name = type(holder).__name__
    what = f"Argument {at} of `nn.{name}` is {_called(given)}, not a layer."
    if is_module_class(given):
        kind = f"nn.{given.__name__}" if given.__module__.startswith("torch.nn") else given.__name__
        inside = ", ".join(_required(given))
        return Diagnosis(
            what,
            f"`{kind}` is the class; the layer itself is made by calling it, with parentheses.",
            f"{kind}({inside})",
            "Write it with its parentheses:",
        )
    if isinstance(given, (list, tuple)) or inspect.isgenerator(given):
        fix = "nn.Sequential(*layers)" if name == "Sequential" else f"nn.{name}(layers)"
        if text := _argument(scene):
            fix = f"nn.{name}(*{text})"
        call = scene.here.call if scene.here is not None else None
        if (
            name == "Sequential"
            and call is not None
            and len(call.args) == 1
            and isinstance(call.args[0], ast.List)
        ):
            whole = f"{ast.unparse(call.func)}({', '.join(ast.unparse(one) for one in call.args[0].elts)})"
            fix = replaced(scene.here, call, whole) if scene.here is not None else whole
            return Diagnosis(
                what, f"nn.{name} takes the layers one by one.", fix, "Leave the square brackets out:"
            )
        return Diagnosis(what, f"nn.{name} takes the layers one by one.", fix, "Unpack the list with a star:")
    if callable(given) and not is_tensor(given):
        return _of_a_function(given, what, name)
    if is_tensor(given):
        return Diagnosis(
            what,
            "A layer was already called there: what stands in the list is its result.",
            "nn.ReLU()",
            "List the layers themselves, without giving them data:",
        )
    return None


def _of_a_function(given: Any, what: str, name: str) -> Diagnosis:
    own = str(getattr(given, "__name__", ""))
    if own in AS_LAYER:
        layer = AS_LAYER[own]
        return Diagnosis(
            what,
            "nn.Sequential takes layers (nn.Module), and this is a function. There is a layer that does the same.",
            layer,
            "Use the layer:",
            card="activation-functions" if own not in ("flatten", "dropout") else "",
        )
    word = "f" if own == "<lambda>" else own or "f"
    return Diagnosis(
        what,
        f"nn.{name} takes layers (nn.Module), and this is a function.",
        f"class Apply(nn.Module):\n    def __init__(self, f): super().__init__(); self.f = f\n"
        f"    def forward(self, x): return self.f(x)\n# then: Apply({word})",
        "Wrap it into a layer (fastai has `Lambda(f)` for this):",
    )


def _called(given: Any) -> str:
    if isinstance(given, type):
        return f"the class `{given.__name__}`"
    own = getattr(given, "__name__", "")
    if own == "<lambda>":
        return "a lambda"
    return f"the function `{own}`" if own and callable(given) else described(given)


def _argument(scene: Scene) -> str:
    """The one argument of the learner's call, where it has a name."""
    call = scene.here.call if scene.here is not None else None
    if call is not None and len(call.args) == 1 and isinstance(call.args[0], (ast.Name, ast.Attribute)):
        return ast.unparse(call.args[0])
    return ""


@rule(AttributeError, TypeError, needs="torch")
def layer_made_not_called(scene: Scene) -> Diagnosis | None:
    """nn.ReLU(x) makes a layer; the data go into the layer: nn.ReLU()(x)."""
    here = scene.here
    if in_its_settings(scene) is not None:
        return None
    for node in ast.walk(here.node) if here is not None and here.node is not None else ():
        if not isinstance(node, ast.Call) or here is None or not node.args:
            continue
        kind = here.value(node.func)
        if not is_module_class(kind) or not is_tensor(here.value(node.args[0])):
            continue
        if not kind.__module__.startswith("torch.nn"):
            continue
        name, given = ast.unparse(node.func), ast.unparse(node.args[0])
        required = _required(kind)
        takes = f" It takes {', '.join(required)}." if required else ""
        return Diagnosis(
            f"`{name}({given})` gave the data, `{given}`, to the class `{name}`.",
            f"The class makes a layer; the data go into the layer that was made.{takes}",
            f"{_lower(name, required)}({given})",
            "Make the layer first, then call it:",
        )
    return _made_before(scene) or _attribute_of_layer(scene)


def _made_before(scene: Scene) -> Diagnosis | None:
    """`x = nn.ReLU(x)`, and the layer that came of it given to the next one: `self.fc2(x)`."""
    here = scene.here
    tree = tree_of(scene, here) if here is not None else None
    for node in (
        ast.walk(here.node) if here is not None and here.node is not None and tree is not None else ()
    ):
        if not isinstance(node, (ast.Name, ast.Attribute)) or here is None or tree is None:
            continue
        layer, text = here.value(node), ast.unparse(node)
        if not is_module(layer) or not type(layer).__module__.startswith("torch.nn") or not _settings(layer):
            continue
        lines = [
            one for one in assigned(tree, text) if isinstance(one, ast.Assign) and one.lineno < here.line
        ]
        made = lines[-1].value if lines and isinstance(lines[-1], ast.Assign) else None
        if not isinstance(made, ast.Call) or here.value(made.func) is not type(layer) or not made.args:
            continue
        name, given = ast.unparse(made.func), ast.unparse(made.args[0])
        function = next(
            (key for key, one in AS_LAYER.items() if one.startswith(f"nn.{type(layer).__name__}(")), ""
        )
        return Diagnosis(
            f"`{text}` is a layer, {type(layer).__name__}, not a tensor: `{text} = {ast.unparse(made)}`.",
            f"`{name}({given})` makes a layer and takes `{given}` for its setting `{_settings(layer)[0]}`; "
            "the data go into the layer that was made.",
            f"{text} = {_lower(name, _required(type(layer)))}({given})",
            "Make the layer first, then call it"
            + (f" (or use the function, `F.{function}`):" if function else ":"),
        )
    return None


def _settings(layer: Any) -> list[str]:
    """The settings of a layer that hold a tensor, as no layer's do."""
    return [key for key, held in stored(layer).items() if is_tensor(held) and not key.startswith("_")]


def _lower(name: str, required: list[str]) -> str:
    return f"{name}(dim=1)" if name.endswith("Softmax") else f"{name}({', '.join(required)})"


def _attribute_of_layer(scene: Scene) -> Diagnosis | None:
    """`out = nn.ReLU(x)` and later `out.sum()`."""
    frame = scene.within("torch.nn.modules.module", "__getattr__")
    layer = frame.names.get("self") if frame is not None else None
    name = frame.names.get("name") if frame is not None else None
    torch = library("torch")
    if not is_module(layer) or not isinstance(name, str) or not hasattr(torch.Tensor, name):
        return None
    data = _settings(layer)
    if not data or not type(layer).__module__.startswith("torch.nn"):
        return None
    kind, text = f"nn.{type(layer).__name__}", scene.name_of(layer) or "it"
    return Diagnosis(
        f"`{text}` is a layer, {kind}, not a tensor: it has no `{name}`.",
        f"`{kind}(x)` gave the data to the class, which took them for its setting `{data[0]}`.",
        f"{text} = {kind}()(x)",
        "Make the layer first, then call it with the data:",
    )


@rule(AttributeError, RuntimeError, TypeError, ValueError, needs="torch")
def class_called_with_data(scene: Scene) -> Diagnosis | None:
    """The class of a network was called with a batch, or its forward without a network."""
    if (said := in_its_settings(scene)) is not None or not isinstance(scene.error, TypeError):
        return said
    here = scene.here
    call = here.call if here is not None else None
    if here is None or call is None or not call.args or not scene.is_raised_by_learner:
        return None
    kind, holder = here.value(call.func), None
    if isinstance(call.func, ast.Attribute):
        holder = here.value(call.func.value)
    given = here.value(call.args[0])
    is_forward = (
        is_module_class(holder) and isinstance(call.func, ast.Attribute) and call.func.attr == "forward"
    )
    if is_forward:
        kind = holder
    elif not is_module_class(kind) or not is_tensor(given):
        return None
    if kind.__module__.startswith("torch.nn"):
        return None  # layer_made_not_called speaks of these
    name, text = kind.__name__, ast.unparse(call.args[0])
    if not is_forward:
        what = f"`{name}` is the class of the network; it was called with the data `{text}`."
        return of_class(scene, here, call, kind, given, what)
    return Diagnosis(
        f"`{name}` is the class of the network; it was called with the data `{text}`.",
        "First a network is made from the class, then the network is called.",
        f"model = {name}({', '.join(_required(kind))})\nmodel({text})",
        "In two steps:",
    )


@rule(TypeError, needs="torch")
def size_is_float(scene: Scene) -> Diagnosis | None:
    """A layer's or a tensor's size is a float, as `/` gives it."""
    here = scene.here
    if here is None or here.call is None or not _is_makers(scene):
        return None
    for node in here.call.args + [one.value for one in here.call.keywords]:
        for part in node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]:
            if (found := _float_size(here, part)) is not None:
                return found
    return None


def _is_makers(scene: Scene) -> bool:
    here = scene.here
    if here is None or here.call is None:
        return False
    called = here.value(here.call.func)
    if is_module_class(called):
        return str(called.__module__).startswith("torch.nn")
    name = here.call.func.attr if isinstance(here.call.func, ast.Attribute) else ""
    if name not in (
        "zeros",
        "ones",
        "rand",
        "randn",
        "empty",
        "full",
        "view",
        "reshape",
        "expand",
        "repeat",
        "arange",
    ):
        return False
    assert isinstance(here.call.func, ast.Attribute)
    holder = here.value(here.call.func.value)
    return holder is library("torch") or holder is library("numpy") or is_tensor(holder) or is_array(holder)


def _float_size(here: Any, part: ast.expr) -> Diagnosis | None:
    value, text = here.value(part), ast.unparse(part)
    is_division = any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div) for one in ast.walk(part))
    if type(value) is not float and not (value is UNKNOWN and is_division):
        return None
    if is_division:
        return Diagnosis(
            f"`{text}` is a float, and a size must be a whole number.",
            "In Python `/` always gives a float, also where it divides evenly; `//` gives an int.",
            text.replace("/", "//").replace("////", "//"),
            "Divide with `//`:",
        )
    whole = str(int(value)) if isinstance(part, ast.Constant) else f"int({text})"
    return Diagnosis(
        f"`{text}` is {value}, a float, and a size must be a whole number.",
        "Sizes are counts, so they are ints.",
        whole,
        "Write it as an int:",
    )


@rule(AttributeError, needs="torch")
def output_is_a_tuple(scene: Scene) -> Diagnosis | None:
    """Some networks return several outputs: inception and googlenet also give auxiliary ones when training."""
    here = scene.here
    if here is not None and isinstance(here.node, ast.Attribute):
        held = here.value(here.node.value)
        if type(held).__name__ in ("InceptionOutputs", "GoogLeNetOutputs"):
            return _auxiliary(held, ast.unparse(here.node.value))
    return None


def _auxiliary(held: Any, name: str) -> Diagnosis:
    kind = type(held).__name__
    main = "logits"
    return Diagnosis(
        f"`{name}` is not one tensor but {len(held)} in a tuple, {kind}: {', '.join(getattr(held, '_fields', ()))}.",
        "In training mode this network also returns auxiliary outputs; in evaluation mode only the main one.",
        f"{name} = {name}.{main}"
        if is_of(held, "torchvision.models", kind) or hasattr(held, main)
        else f"{name}[0]",
        "Take the main output (or make the network with `aux_logits=False`):",
    )
