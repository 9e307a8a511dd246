"""Classes that are begun wrongly: a module in the place of a base class, super() of another class."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import function_at, node_at, source_tree, text_of
from fastaid.teach.scene import Frame, Scene

# The class that is meant where a module is given as the base.
MEANT = {
    "torch.nn": "Module",
    "torch": "nn.Module",
    "torch.nn.modules": "Module",
    "torch.nn.modules.module": "Module",
    "torch.utils.data": "Dataset",
    "torch.utils.data.dataset": "Dataset",
    "fastai.callback.core": "Callback",
    "fastai.callback": "core.Callback",
}


@rule(TypeError)
def base_is_a_module(scene: Scene) -> Diagnosis | None:
    """`class Net(nn):`: nn is the module, nn.Module the class in it."""
    here = scene.here
    tree = source_tree(here) if here is not None and scene.is_raised_by_learner else None
    if here is None or tree is None or "module" not in scene.message.lower():
        return None
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or not _first_line(node) <= here.line <= node.lineno:
            continue
        for base in node.bases:
            held = here.value(base)
            if isinstance(held, ModuleType):
                return _told(node, base, held)
    return None


def _first_line(node: ast.ClassDef) -> int:
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


def _told(node: ast.ClassDef, base: ast.expr, held: ModuleType) -> Diagnosis | None:
    text, meant = text_of(base), MEANT.get(held.__name__, "")
    own = [
        name
        for name, one in list(vars(held).items())
        if inspect.isclass(one) and one.__module__ == held.__name__
    ]
    if not meant:
        same = [
            name for name in own if name.lower() == held.__name__.rpartition(".")[2].lower().replace("_", "")
        ]
        meant = same[0] if same else own[0] if len(own) == 1 else ""
    others = ", ".join(text_of(one) if one is not base else f"{text}.{meant}" for one in node.bases)
    return Diagnosis(
        f"`{text}` is a module (`{held.__name__}`), not a class; `{node.name}` cannot be built on it.",
        "A class is derived from a class"
        + (
            f": here from `{meant.rpartition('.')[2]}`, which is in that module."
            if meant
            else " in that module."
        ),
        f"class {node.name}({others}):" if meant else "",
        "Begin it with:" if meant else f"Name the class after the dot: `{text}.…`.",
    )


@rule(TypeError, needs="torch")
def super_of_another_class(scene: Scene) -> Diagnosis | None:
    """`super(ConvNet, self)` in a class MLP, from which it was copied."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner or not scene.message.startswith("super(type, obj)"):
        return None
    call = _super_call(here)
    if call is None or len(call.args) != 2:
        return None
    named, own = here.value(call.args[0]), here.value(call.args[1])
    text, function = text_of(call.args[0]), here.function
    kind = type(own)
    if not isinstance(named, type) or isinstance(own, named):
        return None
    new = f"super().{function}({_given(here, call)})"
    if kind.__name__ == named.__name__:
        return Diagnosis(
            f"`super({text}, self)` names the class `{text}` as it was made again; this object is of the older one.",
            "The cell with the class was run again after the object had been made.",
            new,
            f"Make the object again, and in `{kind.__name__}` write, which always names the right class:",
        )
    return Diagnosis(
        f"In `{kind.__name__}.{function}` stands `super({text}, self)`, the name of another class.",
        f"`self` is a `{kind.__name__}`, which is not derived from `{text}`; the line was probably copied from there.",
        new,
        f"Write, in `{kind.__name__}` (or `super({kind.__name__}, self)`):",
    )


def _super_call(here: Frame) -> ast.Call | None:
    node = node_at(here)
    whole = [node] if node is not None else []
    function = function_at(here)
    whole += [one for one in ast.walk(function) if getattr(one, "lineno", 0) == here.line] if function else []
    return next(
        (
            one
            for part in whole
            for one in ast.walk(part)
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "super"
        ),
        None,
    )


def _given(here: Frame, call: ast.Call) -> str:
    """What the method of the base class is given."""
    function = function_at(here)
    for one in ast.walk(function) if function is not None else ():
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.value is call:
            return ", ".join(
                [
                    *(text_of(arg) for arg in one.args),
                    *(f"{key.arg}={text_of(key.value)}" for key in one.keywords),
                ]
            )
    return ""
