"""Calls whose arguments do not fit what the function takes."""

from __future__ import annotations

import ast
import inspect
import re
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType
from typing import Any

from fastaid.errors import counted
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import call_at, code_of, is_of_course, is_own, near, text_of
from fastaid.teach.scene import Frame, Scene

# Words for the same thing, between which people mix up.
SAME = {
    "learning_rate": ("lr",), "lr": ("learning_rate", "lr_max"), "epochs": ("n_epoch", "n_epochs"),
    "batch_size": ("bs",),
    "bs": ("batch_size",), "n_epochs": ("epochs",), "size": ("figsize",), "delimiter": ("sep",), "separator": ("sep",),
    "seed": ("random_state",), "random_seed": ("random_state",), "descending": ("ascending",), "default": ("initial",),
}  # fmt: skip
POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
CALLABLE = (FunctionType, MethodType, BuiltinFunctionType, BuiltinMethodType, type)


def called(scene: Scene) -> tuple[Frame, ast.Call, Any] | None:
    """The learner's call that failed before anything inside it ran, and what was called."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner:
        return None
    function = frame.value(call.func)
    if function is UNKNOWN and isinstance(call.func, ast.Attribute):
        function = _method_of(frame, call.func)
    return (frame, call, function) if isinstance(function, CALLABLE) else None


def _method_of(frame: Frame, node: ast.Attribute) -> Any:
    holder = frame.value(node.value)
    kind_of_holder = type(holder)
    if holder is UNKNOWN and isinstance(node.value, ast.Call):
        # `Dog().bark()`: the object is not made again; its class is enough.
        made = frame.value(node.value.func)
        if not isinstance(made, type) or made.__module__ != "__main__":
            return UNKNOWN
        holder, kind_of_holder = object(), made
    if holder is UNKNOWN:
        return UNKNOWN
    for kind in kind_of_holder.__mro__:
        found = vars(kind).get(node.attr)
        if found is not None:
            return MethodType(found, holder) if isinstance(found, FunctionType) else UNKNOWN
    return UNKNOWN


def signature(function: Any) -> inspect.Signature | None:
    """A function's parameters, without `self`; None where Python does not know them."""
    try:
        return inspect.signature(function)
    except (ValueError, TypeError):
        return None


def _name(function: Any) -> str:
    name = str(getattr(function, "__name__", "function"))
    return "the lambda" if name == "<lambda>" else name


def _as_taken(function: Any, sign: inspect.Signature) -> str:
    shown = []
    for one in sign.parameters.values():
        star = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
        default = "" if one.default is inspect.Parameter.empty else "=…"
        shown.append(f"{star}{one.name}{default}")
    text = f"{_name(function)}({', '.join(shown)})"
    return text if len(text) <= 90 else text[:88] + "…)"


@rule(TypeError)
def class_not_made(scene: Scene) -> Diagnosis | None:
    """A method called on the class, without an object of it."""
    found = called(scene)
    if found is None or "missing" not in scene.message or "'self'" not in scene.message:
        return None
    frame, call, _ = found
    func = call.func
    owner = frame.value(func.value) if isinstance(func, ast.Attribute) else UNKNOWN
    if not isinstance(owner, type) or not isinstance(func, ast.Attribute):
        return None
    kind = text_of(func.value)
    name = scene.name_of(next((held for _, held in scene.live(owner)), UNKNOWN))
    made = kind[0].lower() + kind[1:] if kind[0].isupper() else f"my_{kind}"
    arguments = ", ".join(text_of(one) for one in [*call.args, *(one.value for one in call.keywords)])
    fix = (
        f"{name}.{func.attr}({arguments})" if name else f"{made} = {kind}()\n{made}.{func.attr}({arguments})"
    )
    return Diagnosis(
        f"`{kind}` is the class itself; `{kind}.{func.attr}` was called without an object of it.",
        f"A method works on an object, which it gets as `self`. `{kind}()` makes one"
        + (f", and `{name}` is one." if name else "."),
        fix,
        "Call it on the object:" if name else "Make an object first (with its arguments, if it takes some):",
    )


@rule(TypeError)
def self_forgotten(scene: Scene) -> Diagnosis | None:
    """A method that was defined without `self`."""
    found = called(scene)
    if found is None or not isinstance(found[2], MethodType) or "positional argument" not in scene.message:
        return None
    method = found[2]
    function = method.__func__
    if not isinstance(function, FunctionType) or not is_own(function, scene.names):
        return None
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    if (names and names[0] in ("self", "cls", "mcs")) or isinstance(method.__self__, type):
        return None
    given = len(found[1].args)
    if given + len(found[1].keywords) != len(names):
        return None
    return Diagnosis(
        f"The method `{function.__name__}` is defined without `self`.",
        "Python hands every method its object as the first argument, so it got "
        f"{counted(given + 1, 'argument')} and takes {len(names)}.",
        f"def {function.__name__}({', '.join(['self', *names])}):",
        "Begin its parameters with `self`:",
    )


@rule(TypeError)
def unknown_keyword(scene: Scene) -> Diagnosis | None:
    """A named argument that the function does not take."""
    found = called(scene)
    match = re.search(
        r"unexpected keyword argument '(\w+)'|'(\w+)' is an invalid keyword argument", scene.message
    )
    if found is None or match is None or is_of_course(found[2]):
        return None
    _, call, function = found
    wrong = match[1] or match[2]
    if wrong not in [one.arg for one in call.keywords]:
        return None
    sign = signature(function)
    if sign is None or wrong in sign.parameters:
        return None
    takes = [
        name for name, one in sign.parameters.items() if one.kind not in (inspect.Parameter.VAR_POSITIONAL,)
    ]
    free = [name for name in takes if name not in [one.arg for one in call.keywords]]
    close = [one for one in SAME.get(wrong, ()) if one in free] or near(wrong, free, 0.55, parts=True)
    close = close or _only_one_missing(sign, call)
    keywords = [
        ast.keyword(close[0] if one.arg == wrong and close else one.arg, one.value)
        for one in call.keywords
        if close or one.arg != wrong
    ]
    fix = code_of(ast.Call(call.func, call.args, keywords))
    return Diagnosis(
        f"`{_name(function)}` takes no argument `{wrong}`." + (f" It takes `{close[0]}`." if close else ""),
        f"Its parameters: `{_as_taken(function, sign)}`.",
        fix,
        "Write:" if close else f"Leave `{wrong}` out, or name one that it takes:",
        sure="certain" if close or not is_own(function, scene.names) else "likely",
    )


def _only_one_missing(sign: inspect.Signature, call: ast.Call) -> list[str]:
    """The parameter that must be given and is not, where it is the only one: `img.rotate(degrees=30)`."""
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    named = {one.arg for one in call.keywords}
    places = [one for one in sign.parameters.values() if one.kind in kinds][len(call.args) :]
    bare = [one.name for one in places if one.default is inspect.Parameter.empty and one.name not in named]
    is_starred = any(isinstance(one, ast.Starred) for one in call.args) or None in named
    return bare if len(bare) == 1 and len(call.keywords) == 1 and not is_starred else []


@rule(TypeError)
def too_few(scene: Scene) -> Diagnosis | None:
    """Arguments without a default were left out."""
    found = called(scene)
    if found is None or "missing" not in scene.message or "required" not in scene.message:
        return None
    _, call, function = found
    sign = signature(function)
    if sign is None or is_of_course(function):
        return None
    if any(isinstance(one, ast.Starred) for one in call.args) or any(
        one.arg is None for one in call.keywords
    ):
        return None
    named = {one.arg for one in call.keywords}
    places = [one for one in sign.parameters.values() if one.kind in POSITIONAL]
    left = [
        one.name
        for i, one in enumerate(places)
        if i >= len(call.args) and one.name not in named and one.default is inspect.Parameter.empty
    ]
    left += [
        one.name
        for one in sign.parameters.values()
        if one.kind is inspect.Parameter.KEYWORD_ONLY
        and one.default is inspect.Parameter.empty
        and one.name not in named
    ]
    if not left or f"'{left[0]}'" not in scene.message:
        return None
    more = [ast.keyword(name, ast.Name("…")) for name in left]
    given = len(call.args) + len(call.keywords)
    names = "`" + "`, `".join(left) + "`"
    is_class = isinstance(function, type)
    return Diagnosis(
        f"The call of `{_name(function)}` lacks {names}: it gives {counted(given, 'argument')}.",
        f"`{_as_taken(function, sign)}`: what has no default must be given"
        + (f" when an object of `{_name(function)}` is made." if is_class else "."),
        code_of(ast.Call(call.func, call.args, [*call.keywords, *more])),
        "Give a value for " + ("it:" if len(left) == 1 else "them:"),
    )


@rule(TypeError)
def too_many(scene: Scene) -> Diagnosis | None:
    """More arguments than the function has places for, or the same one twice."""
    found = called(scene)
    if found is None or is_of_course(found[2]):
        return None
    _, call, function = found
    sign = signature(function)
    if sign is None or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    parameters = list(sign.parameters.values())
    places = [one.name for one in parameters if one.kind in POSITIONAL]
    if twice := re.search(r"multiple values for (?:keyword )?argument '(\w+)'", scene.message):
        name = twice[1]
        if name not in places or places.index(name) >= len(call.args):
            return None
        at = places.index(name)
        value = text_of(call.args[at])
        return Diagnosis(
            f"`{name}` is given twice to `{_name(function)}`: as `{name}=…` and as argument number "
            f"{at + 1}, `{value}`.",
            f"Arguments without a name are taken in order: `{_as_taken(function, sign)}`.",
            "",
            f"Name `{value}` too, with the parameter that it is meant for, or take it out.",
        )
    has_star = any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in parameters)
    if has_star or len(call.args) <= len(places) or not re.search(r"takes|expected", scene.message):
        return None
    extra = text_of(call.args[len(places)])
    takes = "no arguments" if not places else counted(len(places), "argument")
    only = [one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY]
    hint = f" (Others must be named: `{only[0]}=…`.)" if only else ""
    if isinstance(function, type) and not places and _has_misspelt_init(function):
        return None
    return Diagnosis(
        f"`{_name(function)}` takes {takes} and got {len(call.args)}; `{extra}` is too many.",
        f"It is defined as `{_as_taken(function, sign)}`.{hint}",
        text_of(ast.Call(call.func, call.args[: len(places)], call.keywords), 110),
        "Call it with what it takes, or add a parameter to its definition:"
        if is_own(function, scene.names) or isinstance(function, type)
        else "Call it with what it takes:",
    )


def misspelt_init(kind: type) -> str:
    """A method of a learner's class that was meant to be __init__; "" where there is none."""
    for name in vars(kind):
        plain = name.strip("_").lower()
        if name != "__init__" and (plain in ("int", "inti", "init") and name.startswith("_")):
            return name
    return ""


def _has_misspelt_init(kind: type) -> bool:
    return bool(misspelt_init(kind)) and "__init__" not in vars(kind)


@rule(TypeError, AttributeError)
def init_misspelt(scene: Scene) -> Diagnosis | None:
    """`_init_` or `__int__` in place of `__init__`: the object is made without it."""
    error = scene.error
    kind: Any = None
    if isinstance(error, AttributeError) and scene.is_raised_by_learner:
        kind = type(error.obj)
    elif (found := called(scene)) is not None and "argument" in scene.message:
        kind = found[2]
    if not isinstance(kind, type) or not _has_misspelt_init(kind):
        return None
    wrong = misspelt_init(kind)
    function = vars(kind)[wrong]
    if not isinstance(function, FunctionType) or not is_own(function, scene.names):
        return None
    code = function.__code__
    if isinstance(error, AttributeError) and error.name not in code.co_names:
        return None
    return Diagnosis(
        f"The class `{kind.__name__}` has no `__init__`; it has `{wrong}`.",
        "The method that sets up a new object is called `__init__`, with two underscores on both "
        "sides. Under any "
        "other name Python does not run it.",
        f"def __init__({', '.join(code.co_varnames[: code.co_argcount])}):",
        "Write:",
    )


@rule(TypeError)
def object_called(scene: Scene) -> Diagnosis | None:
    """An object of the learner's own class was called like a function."""
    frame = scene.here
    call = call_at(frame) if frame is not None else None
    if frame is None or call is None or not scene.is_raised_by_learner or "not callable" not in scene.message:
        return None
    thing = frame.value(call.func)
    kind = type(thing)
    if (
        thing is UNKNOWN
        or kind.__module__ != "__main__"
        or any("__call__" in vars(one) for one in kind.__mro__)
    ):
        return None
    methods = [
        name
        for one in kind.__mro__[:-1]
        if one.__module__ == "__main__"
        for name, held in vars(one).items()
        if isinstance(held, FunctionType) and not name.startswith("_")
    ]
    text = text_of(call.func)
    arguments = ", ".join(text_of(one) for one in call.args)
    one = methods[0] if methods else ""
    return Diagnosis(
        f"`{text}` is an object of your class `{kind.__name__}`, and was called like a function.",
        f"Only objects whose class defines `__call__` can be called. `{kind.__name__}` has "
        + (f"the methods `{'`, `'.join(methods[:5])}`." if methods else "no methods."),
        f"{text}.{one}({arguments})" if one else "",
        "Call one of its methods:" if one else f"Give `{kind.__name__}` a method `__call__`.",
    )
