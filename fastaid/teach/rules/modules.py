"""Networks that are written down wrongly: nn.Module, nn.Sequential, forward, and how they are called."""

from __future__ import annotations

import ast
import difflib
import inspect
import re
from collections.abc import Iterator
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_module, is_of, library, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.layers_in_a_row import in_a_row
from fastaid.teach.rules.operands import parts_of_tree
from fastaid.teach.rules.step import source_of
from fastaid.teach.scene import Frame, Scene

SUPER = re.compile(r"super\([\w, ]*\)\.__init__\(.+\)")


def own_methods(kind: type) -> dict[str, Any]:
    """What the learner's class defines itself."""
    return {name: held for name, held in vars(kind).items() if inspect.isfunction(held)}


def is_module_class(obj: object) -> bool:
    """Whether it is the class of a layer or network, not one of them."""
    torch_nn = library("torch.nn")
    return torch_nn is not None and isinstance(obj, type) and issubclass(obj, torch_nn.Module)


# forward ------------------------------------------------------------------------------------------------


@rule(NotImplementedError, needs="torch")
def forward_missing(scene: Scene) -> Diagnosis | None:
    """A network without a method `forward` was called."""
    frame = scene.within("torch.nn.modules.module", "_forward_unimplemented")
    network = frame.names.get("self") if frame is not None else None
    if not is_module(network):
        return None
    kind = type(network)
    if is_of(network, "torch.nn", "ModuleList", "ModuleDict"):
        name = _called_name(scene, network) or "layers"
        items = f"{name}.values()" if kind.__name__ == "ModuleDict" else name
        return Diagnosis(
            f"`{name}` is an nn.{kind.__name__}; it was called like a layer.",
            f"An nn.{kind.__name__} only holds layers; it does not know in which order to run them.",
            f"for layer in {items}: x = layer(x)",
            "Run them one after the other (or use nn.Sequential, which can be called):",
        )
    what = f"`{kind.__name__}` was called, and it has no method `forward`."
    cause = "Calling a network runs its `forward`; "
    near = [one for one in own_methods(kind) if not one.startswith("__")]
    like = difflib.get_close_matches("forward", near, 1, 0.6) or [one for one in near if one == "call"]
    if "__call__" in vars(kind):
        like = ["__call__"]
    if like:
        return Diagnosis(
            what,
            f"{cause}yours is called `{like[0]}`.",
            "def forward(self, x):",
            f"Rename `{like[0]}` in the class:",
        )
    if _nested_forward(scene, kind.__name__):
        return Diagnosis(
            what,
            f"{cause}yours is indented too far: it stands inside `__init__` and belongs to that alone.",
            "    def forward(self, x):",
            "Move it to the left, level with `def __init__`:",
        )
    return Diagnosis(
        what,
        f"{cause}the class does not define one.",
        "def forward(self, x):\n    return …  # pass x through the layers",
        f"Add it to `class {kind.__name__}`, level with `__init__`:",
    )


def _called_name(scene: Scene, network: object) -> str:
    for frame in reversed(scene.frames):
        if frame.call is not None and frame.value(frame.call.func) is network:
            return ast.unparse(frame.call.func)
    return scene.name_of(network)


def _class_nodes(scene: Scene, name: str) -> Iterator[ast.ClassDef]:
    for frame in scene.frames:
        for node in parts_of_tree(frame, ast.ClassDef) if frame.is_learners else ():
            if isinstance(node, ast.ClassDef) and node.name == name:
                yield node


def _nested_forward(scene: Scene, name: str) -> bool:
    """Whether `forward` was defined inside another method; the code objects tell, whatever cell they stand in."""
    kind = scene.names.get(name)
    if not isinstance(kind, type):
        return False
    for method in own_methods(kind).values():
        for constant in method.__code__.co_consts:
            if getattr(constant, "co_name", "") == "forward":
                return True
    return False


@rule(TypeError, needs="torch")
def forward_arguments(scene: Scene) -> Diagnosis | None:
    """A network was called with another number of arguments than its forward takes."""
    last = scene.last
    if last is None or last.function != "_call_impl" or not last.module.startswith("torch.nn"):
        return None
    network = last.names.get("self")
    method = vars(type(network)).get("forward")
    if not inspect.isfunction(method) or is_of(network, "torch.nn", "MultiheadAttention"):
        return None
    if scene.within("torch._functorch.make_functional") is not None:
        return None
    kind = type(network).__name__
    given, keywords = last.names.get("args", ()), last.names.get("kwargs", {})
    names = [one.name for one in inspect.signature(method).parameters.values()]
    needed = [
        one.name
        for one in list(inspect.signature(method).parameters.values())[1:]
        if one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)
    ]
    if names[:1] != ["self"]:
        if not names or len(given) + 1 <= len(names):
            return None
        return Diagnosis(
            f"`{kind}.forward` takes {counted(len(names), 'argument')}, {', '.join(names)}, and no `self`.",
            "A method gets the network itself as its first argument.",
            f"def forward(self, {', '.join(names)}):",
            "Add `self`:",
        )
    takes = ", ".join(names[1:]) or "nothing"
    what = f"`{kind}.forward` takes {takes}; it was called with {counted(len(given) + len(keywords), 'argument')}."
    unknown = [one for one in keywords if one not in names]
    if unknown and not any(
        one.kind is one.VAR_KEYWORD for one in inspect.signature(method).parameters.values()
    ):
        return Diagnosis(
            what, f"It has no argument `{unknown[0]}`.", "", f"Use the names that `forward` has: {takes}."
        )
    if len(given) + len(keywords) < len(needed):
        return in_a_row(scene, what, network, needed, given) or Diagnosis(
            what, *_too_few(given, needed, kind)
        )
    if type(network).__module__.startswith("torch.nn") and len(names) == 2:
        cause = f"nn.{kind} passes one thing on: {counted(len(given), 'thing')} came."
        return Diagnosis(what, cause, f"{_called_name(scene, network) or 'model'}(x)", "Give it one tensor:")
    fix = f"def forward(self, {', '.join(f'x{i}' for i in range(len(given)))}):"
    if len(given) == 2 and scene.within("fastai.learner") is not None:
        cause = "The DataLoaders give all but the last item of a tuple to the model (`n_inp`)."
    else:
        cause = (
            f"It was given {counted(len(given), 'thing')}: {', '.join(described(one) for one in given[:3])}."
        )
    return Diagnosis(what, cause, fix, "Call it with fewer, or let `forward` take them all:")


def _too_few(given: tuple[Any, ...], needed: list[str], kind: str) -> tuple[str, str, str]:
    if len(given) == 1 and isinstance(given[0], (tuple, list)) and len(given[0]) == len(needed):
        cause = f"All of them came in one {type(given[0]).__name__}."
        return cause, "model(*batch)", "Unpack it with a star:"
    missing = ", ".join(f"`{one}`" for one in needed[len(given) :])
    return f"Nothing was given for {missing}.", f"model({', '.join(needed)})", "Give all of them:"


# __init__ -----------------------------------------------------------------------------------------------


@rule(AttributeError, needs="torch")
def super_missing(scene: Scene) -> Diagnosis | None:
    """A network's __init__ does not call super().__init__() first."""
    frame = scene.within("torch.nn.modules.module")
    network = frame.names.get("self") if frame is not None else None
    if not is_module(network) or "_modules" in stored(network):
        return None
    kind = type(network)
    init = next(
        (one for one in scene.frames if one.function == "__init__" and one.names.get("self") is network), None
    )
    what = f"`{kind.__name__}` was not set up as a network: `super().__init__()` has not run."
    cause = "It prepares the places where layers and weights are kept, so it must come first."
    first = "super().__init__()"
    for node in parts_of_tree(init, ast.Expr) if init is not None else ():
        text = ast.unparse(node)
        if init is not None and getattr(node, "lineno", 0) > init.line and SUPER.fullmatch(text):
            first = text
            cause += f" Here `{text}` stands below the line that failed."
        if text == "super().__init__":
            cause += " Yours lacks the parentheses at the end: it is named, not called."
        elif (
            text.startswith("super(")
            and text.endswith(".__init__()")
            and text.count(",") == 0
            and text[6] != ")"
        ):
            cause += f" `{text}` does not reach it: `super()` needs nothing between its parentheses."
    return Diagnosis(
        what,
        cause,
        f"def __init__({_signature(init, kind)}):\n    {first}",
        f"Make it the first line of `{kind.__name__}.__init__`:",
    )


def _signature(init: Frame | None, kind: type) -> str:
    """The parameters of the learner's __init__, as they are written."""
    for node in parts_of_tree(init, ast.ClassDef) if init is not None else ():
        for one in node.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__ else ():
            if isinstance(one, ast.FunctionDef) and one.name == "__init__":
                return ast.unparse(one.args)
    return "self"


@rule(AttributeError, needs="torch")
def init_misspelled(scene: Scene) -> Diagnosis | None:
    """A method that was meant to be `__init__` has another name, so the layers were never made."""
    frame = scene.within("torch.nn.modules.module", "__getattr__")
    network = frame.names.get("self") if frame is not None else None
    missing = frame.names.get("name") if frame is not None else None
    if not is_module(network) or not isinstance(missing, str) or "__init__" in vars(type(network)):
        return None
    for name, method in own_methods(type(network)).items():
        near = difflib.SequenceMatcher(None, name, "__init__").ratio() > 0.7 or name in ("init", "_init_")
        if near and missing in method.__code__.co_names:
            return Diagnosis(
                f"`{type(network).__name__}` has no `{missing}`: the method that makes it, `{name}`, has never run.",
                f"Only `__init__`, with two underscores on both sides, runs by itself; yours is `{name}`.",
                f"def __init__({_parameters(method)}):\n    super().__init__()",
                f"Begin it like this, in place of `def {name}` and what it calls of `super`:",
            )
    return None


def _parameters(method: Any) -> str:
    node = source_of(method)
    return ast.unparse(node.args) if node is not None else "self"


# Layers in lists ----------------------------------------------------------------------------------------


def layers_in_list(network: Any) -> str:
    """The attribute in which a network keeps layers in a plain list."""
    for name, held in stored(network).items():
        items = list(held.values()) if type(held) is dict else held
        if (
            type(items) in (list, tuple)
            and items
            and not name.startswith("_")
            and all(is_module(one) for one in items)
        ):
            return name
    return ""


@rule(TypeError, needs="torch")
def list_called(scene: Scene) -> Diagnosis | None:
    """A list of layers was called as if it were a layer."""
    here = scene.here
    if here is None or here.call is None or not scene.is_raised_by_learner:
        return None
    called = here.value(here.call.func)
    if type(called) not in (list, tuple) or not called or not all(is_module(one) for one in called):
        return None
    if type(called) is tuple and len(called) == 1:
        return None  # a comma too many; not a list of layers
    name = ast.unparse(here.call.func)
    given = ast.unparse(here.call.args[0]) if here.call.args else "x"
    return Diagnosis(
        f"`{name}` is {described(called)}; it was called like a layer.",
        "A plain list only holds the layers. nn.Sequential runs them one after the other.",
        f"{name} = nn.Sequential(*{name})\n{name}({given})",
        "Make a Sequential of it:",
    )


def _begins_empty(kind: type, name: str) -> bool:
    """Whether __init__ begins with an empty list, which later lines append to."""
    node = source_of(kind.__init__) if inspect.isfunction(kind.__init__) else None  # type: ignore[misc]
    made = [
        one.value
        for one in (ast.walk(node) if node is not None else ())
        if isinstance(one, ast.Assign)
        and any(ast.unparse(target) == f"self.{name}" for target in one.targets)
    ]
    appends = node is not None and f"self.{name}.append(" in ast.unparse(node)
    return appends and len(made) == 1 and ast.unparse(made[0]) in ("[]", "list()")


@rule(ValueError, needs="torch")
def list_hides_weights(scene: Scene) -> Diagnosis | None:
    """Layers in a plain list are not found by `parameters()`."""
    if scene.within("torch.optim") is None or "empty parameter list" not in scene.message:
        return None
    here = scene.here
    for node in ast.walk(here.node) if here is not None and here.node is not None else ():
        network = (
            here.value(node) if here is not None and isinstance(node, (ast.Name, ast.Attribute)) else None
        )
        if network is None or not is_module(network):
            continue
        for one in network.modules():
            if name := layers_in_list(one):
                return Diagnosis(
                    f"The optimizer got no weights from `{ast.unparse(node)}`.",
                    f"`self.{name}` is a plain {type(stored(one)[name]).__name__}: "
                    "a network does not find the layers in it.",
                    f"self.{name} = nn.ModuleList()  # in place of []"
                    if _begins_empty(type(one), name)
                    else f"self.{name} = nn.ModuleList(self.{name})",
                    "Keep them in an nn.ModuleList (or nn.Sequential):",
                    card="parameters-and-activations",
                )
    return None


def calling(frame: Frame) -> str:
    """The called thing as it is written."""
    return ast.unparse(frame.call.func) if frame.call is not None else ""
