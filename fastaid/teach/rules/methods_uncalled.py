"""A method of a Learner, of DataLoaders or of a network that was named, not called: `learn = ….to_fp16`."""

from __future__ import annotations

import ast
import inspect
from types import FunctionType, MethodType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_module, is_of
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import (
    code_of,
    needed_arguments,
    node_at,
    origin,
    replaced,
    statement_at,
)
from fastaid.teach.scene import Frame, Scene

# They change the Learner and give nothing back.
GIVE_NOTHING = (
    *("freeze", "unfreeze", "freeze_to", "fit", "fit_one_cycle", "fit_flat_cos", "fit_sgdr", "fine_tune"),
    *("show_results", "show_batch", "export", "create_opt", "show_training_loop", "summary"),
)
OF_MODES = ("eval", "train", "cuda", "cpu", "half", "float", "to", "double", "requires_grad_")


@rule(AttributeError, TypeError, needs="torch")
def method_not_called(scene: Scene) -> Diagnosis | None:
    """`learn = vision_learner(…).to_fp16`, `xb, yb = dls.one_batch`: the parentheses are missing."""
    here = scene.here
    if here is None or not scene.is_raised_by_learner:
        return None
    source, asked = _source(scene, here)
    if source is None:
        return None
    method = _method(scene, here, source)
    if method is None:
        return None
    name = method.__name__
    made = origin(scene, here, source.id) if isinstance(source, ast.Name) else source
    if not isinstance(made, ast.Attribute) or made.attr != name:
        return None
    code, text = code_of(made), code_of(source) if isinstance(source, ast.Name) else f"….{name}"
    arguments = needed_arguments(method).removeprefix("self").removeprefix(", ")
    what = f"`{text}` is the method `{name}` itself, which was not called{asked}."
    cause = f"Without parentheses `.{name}` only names the method; `.{name}({arguments})` runs it"
    cause += "." if name in GIVE_NOTHING else " and gives what it returns."
    if not code:
        return Diagnosis(what, cause, "", f"Write the parentheses behind it: `.{name}({arguments})`.")
    called = f"{code}({arguments})"
    if source is made:
        return Diagnosis(what, cause, replaced(here, made, called), "Write the parentheses:")
    target = ast.unparse(source)
    how = "Write the parentheses where it was assigned:"
    if any(isinstance(one, ast.Name) and one.id == target for one in ast.walk(made)):
        how = f"`{target}` is the method now: make `{target}` anew, then write:"
    return Diagnosis(what, cause, called if name in GIVE_NOTHING else f"{target} = {called}", how)


def _source(scene: Scene, here: Frame) -> tuple[ast.expr | None, str]:
    """The expression that is a method, and how it was used."""
    node = node_at(here)
    if isinstance(scene.error, AttributeError):
        return (
            (node.value, f"; a method has no `.{node.attr}`")
            if isinstance(node, ast.Attribute)
            else (None, "")
        )
    if "'method' object is not subscriptable" in scene.message and isinstance(node, ast.Subscript):
        return node.value, ""
    whole = statement_at(here)
    if "non-iterable method object" in scene.message and isinstance(whole, ast.Assign):
        return whole.value, ""
    if "'method' object is not iterable" in scene.message and isinstance(whole, ast.For):
        return whole.iter, ""
    return None, ""


def _method(scene: Scene, here: Frame, source: ast.expr) -> MethodType | FunctionType | None:
    held: Any = here.value(source)
    if isinstance(held, MethodType):
        return held if _is_ours(held.__self__) and not _is_mode(held) else None
    error = scene.error
    if held is UNKNOWN and isinstance(error, AttributeError):
        found: Any = error.obj
        home = str(getattr(found, "__module__", ""))
        is_method = (
            isinstance(found, FunctionType)
            and "." in found.__qualname__
            and home.startswith("fastai.")
            and "DataBlock" not in found.__qualname__
        )
        return found if is_method and isinstance(source, ast.Attribute) else None
    owner = here.value(source.value) if isinstance(source, ast.Attribute) else UNKNOWN
    if not isinstance(source, ast.Attribute) or not _is_ours(owner):
        return None
    found = inspect.getattr_static(type(owner), source.attr, None)
    if found is None and is_dls(owner):  # DataLoaders ask the first of their loaders
        found = inspect.getattr_static(type(owner.loaders[0]), source.attr, None) if owner.loaders else None
    return MethodType(found, owner) if isinstance(found, FunctionType) else None


def _is_mode(method: MethodType) -> bool:
    # `net = net.eval` has a rule of its own.
    return is_module(method.__self__) and method.__name__ in OF_MODES


def _is_ours(held: Any) -> bool:
    return (
        is_learner(held) or is_dls(held) or is_module(held) or is_of(held, "fastai.data.load", "DataLoader")
    )
