"""What runs when a thing is called: the function behind classes, methods, partials, dispatch and instances."""

from __future__ import annotations

import functools
import sys
import types
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastaid.help.objects import (
    BUILTIN_TYPES,
    SIMPLE,
    ancestors,
    bases,
    closure,
    is_a,
    is_class,
    is_named,
    is_native,
    is_native_routine,
    is_one_of,
    module_of,
    name_of,
    quietly,
    static,
    stored,
    undecorated,
    unwrapped,
)

DEEPEST = 8  # partials of partials of dispatch functions
DISPATCH = ("plum._function.Function", "plum.function.Function")
BOUND_DISPATCH = ("plum._function._BoundFunction", "plum._function.BoundFunction")


@dataclass(frozen=True)
class Call:
    """One function that may run, and what it has been given before the learner's own arguments."""

    function: Any  # written in Python, or C's
    owner: type | None = None  # the class that `self` or `cls` is of
    is_bound: bool = False  # the first argument is Python's affair
    n_given: int = 0  # positional arguments that a partial holds
    given: Mapping[str, Any] = field(default_factory=dict)  # its keywords
    label: str = ""  # what tells this overload from others
    key: str = ""  # another name to look meanings up by: "fastai.metrics.rmse"
    outer: Any = None  # the wrapper or class whose `__signature__` may promise more than the function names

    @property
    def is_python(self) -> bool:
        """Whether there is Python source to read."""
        return is_a(self.function, types.FunctionType)


def calls_of(obj: Any, owner: type | None = None, depth: int = 0) -> tuple[Call, ...]:
    """Every function that calling `obj` may run; empty where it cannot be called.

    `owner` is the class that a function was looked up on, where the object does not say.
    """
    if depth > DEEPEST:
        return ()
    if is_class(obj):
        return _class_calls(obj)
    if is_a(obj, types.FunctionType):
        return (_function_call(obj, owner),)
    if is_a(obj, types.MethodType):
        return _method_calls(obj, depth)
    if is_a(obj, *BUILTIN_TYPES):
        return (Call(obj, owner, is_bound=_is_bound_builtin(obj)),)
    if is_named(obj, "functools.partial"):
        return _partial_calls(obj, depth)
    if is_named(obj, *BOUND_DISPATCH):
        inner = stored(obj).get("_f") or static(obj, "_f")
        return tuple(replace(call, is_bound=True) for call in calls_of(inner, owner, depth + 1))
    if is_named(obj, *DISPATCH):
        return _overloads(obj, owner)
    if is_a(obj, staticmethod, classmethod):
        inner = calls_of(obj.__func__, owner, depth + 1)
        return tuple(replace(call, is_bound=True) for call in inner) if is_a(obj, classmethod) else inner
    return _instance_calls(obj, depth)


def owner_of(function: Any) -> type | None:
    """The class whose method a function is, by its qualified name."""
    parts = name_of(function).split(".")
    if len(parts) < 2 or "<locals>" in parts:
        return None
    home = function.__globals__ if is_a(function, types.FunctionType) else {}
    held: Any = home.get(parts[0])
    held = stored(sys.modules.get(module_of(function))).get(parts[0]) if held is None else held
    for part in parts[1:-1]:
        held = static(held, part)
    if not is_class(held):
        return None
    member = static(held, parts[-1])
    return held if not is_a(member, staticmethod) and unwrapped(undecorated(member)) is not None else None


def _function_call(function: Any, owner: type | None) -> Call:
    """A plain function; of wrappers that only pass everything on, what they pass it to."""
    inner = unwrapped(function)
    owner = owner if owner is not None else owner_of(inner)
    held = closure(inner)
    # torch picks between two functions by a flag: F.max_pool2d is `fn(*args, **kwargs)`.
    if "if_false" in held and "if_true" in held:
        return Call(unwrapped(held["if_false"]), owner)
    return Call(inner, owner, outer=function)


def _method_calls(method: Any, depth: int) -> tuple[Call, ...]:
    held = method.__self__
    owner = held if is_class(held) else ancestors(held)[0]
    return tuple(
        replace(call, owner=call.owner if call.owner is not None else owner, is_bound=True)
        for call in calls_of(method.__func__, owner, depth + 1)
    )


def _is_bound_builtin(obj: Any) -> bool:
    return not is_a(obj, types.MethodDescriptorType, types.WrapperDescriptorType)


def _partial_calls(partial: Any, depth: int) -> tuple[Call, ...]:
    function, args, keywords = partial.func, partial.args, partial.keywords
    return tuple(
        replace(call, n_given=call.n_given + len(args), given={**call.given, **keywords})
        for call in calls_of(function, None, depth + 1)
    )


def _class_calls(cls: type) -> tuple[Call, ...]:
    passing: tuple[Call, ...] = ()
    for base in bases(cls):
        if base is object:
            break
        own = type.__dict__["__dict__"].__get__(base)
        for name in ("__init__", "__new__"):
            outer = own.get(name)
            made_by = unwrapped(outer)
            made_by = made_by.__func__ if is_a(made_by, staticmethod) else made_by
            if not is_a(made_by, types.FunctionType):
                continue
            if _only_passes_on(made_by, own):
                passing = passing or (Call(made_by, cls, is_bound=True),)
            else:
                return (Call(made_by, cls, is_bound=True, outer=own if "__signature__" in own else outer),)
    return passing or (Call(cls, cls, is_bound=True),)


def _only_passes_on(function: types.FunctionType, own: Mapping[str, Any]) -> bool:
    """Whether a `__new__(cls, *args, **kwargs)` stands beside an `__init__` that says more, or below one."""
    code = function.__code__
    takes = code.co_argcount + code.co_kwonlyargcount
    return function.__name__ == "__new__" and takes <= 1 and "__init__" not in own


def _overloads(obj: Any, owner: type | None) -> tuple[Call, ...]:
    """The functions of a plum dispatch function, without asking it to resolve what is still pending."""
    resolver = stored(obj).get("_resolver") or static(obj, "_resolver")
    known = [method.implementation for method in quietly(lambda: list(resolver.methods), []) or []]
    pending = [entry[0] for entry in stored(obj).get("_pending") or static(obj, "_pending") or []]
    found: dict[types.CodeType, Call] = {}
    for one in [*pending, *known]:
        function = unwrapped(undecorated(one))
        if is_a(function, types.FunctionType):
            found.setdefault(function.__code__, Call(function, owner, label=_dispatched_on(function)))
    return tuple(found.values()) or (
        (Call(unwrapped(stored(obj).get("_f")), owner),) if stored(obj).get("_f") else ()
    )


def _dispatched_on(function: types.FunctionType) -> str:
    names = [
        n for n in function.__code__.co_varnames[: function.__code__.co_argcount] if n not in ("self", "cls")
    ]
    typed = [(n, function.__annotations__[n]) for n in names if n in function.__annotations__]
    return ", ".join(f"{name}: {annotation(kind)}" for name, kind in typed)


def annotation(kind: Any) -> str:
    """An annotation as source would say it."""
    if is_a(kind, str):
        return str.__str__(kind)
    if kind is None:
        return "None"
    if is_class(kind) and not is_named(kind, "types.GenericAlias"):
        return name_of(kind)
    if is_a(kind, tuple):
        return " | ".join(annotation(one) for one in kind)
    if module_of(type(kind)) in ("typing", "types", "builtins") and _is_readable(kind):
        text = quietly(lambda: repr(kind), "") or ""
        return text.replace("typing.", "").replace("collections.abc.", "").replace("NoneType", "None")
    return name_of(kind) or type(kind).__name__


def _is_readable(kind: Any) -> bool:
    """Whether the `repr` of an annotation runs no code of the learner's: `list[x]` asks x for its own."""
    inside = stored(kind).get("__args__")
    if is_a(kind, types.GenericAlias, types.UnionType):
        inside = kind.__args__
    if type(inside) is tuple:
        return all(map(_is_readable, inside))
    if is_class(kind):  # of which only names are asked
        return is_native(type(kind)) or module_of(type(kind)).split(".")[0] in sys.stdlib_module_names
    if type(kind) is list:  # the arguments of a Callable
        return all(map(_is_readable, kind))
    return is_one_of(type(kind), SIMPLE) or module_of(type(kind)) == "typing"


def _instance_calls(obj: Any, depth: int) -> tuple[Call, ...]:
    cls = type(obj)
    if is_named(obj, "torch.nn.modules.module.Module"):
        forward = stored(obj).get("forward") or static(cls, "forward")
        return _bound(forward, cls, depth)
    if is_named(obj, "fasttransform.transform.Transform"):
        encodes = stored(obj).get("encodes")
        own = calls_of(encodes, None, depth + 1) if encodes is not None else ()
        return (
            own or _bound(static(cls, "encodes"), cls, depth) or _bound(static(cls, "__call__"), cls, depth)
        )
    inlined = stored(obj).get("_torchdynamo_inline")
    if is_a(inlined, types.FunctionType):  # what torch.jit traced
        return (Call(inlined, None),)
    call = static(cls, "__call__")
    inner = unwrapped(obj)
    if inner is not obj and not is_a(call, types.FunctionType):  # functools.lru_cache and its like
        return calls_of(inner, None, depth + 1)
    found = _bound(call, cls, depth) if call is not None else ()
    if is_native_routine(obj) and not any(one.is_python for one in found):
        return (Call(obj, is_bound=True),)  # its own docstring says more than its type's `__call__`
    work: Any = stored(obj).get("func")
    if is_named(obj, "fastai.metrics.AccumMetric") and found:
        work = work.func if is_a(work, functools.partial) else work
        name = _public_name(obj, module_of(unwrapped(work)))
        return (replace(found[0], key=name),)
    return found


def _bound(member: Any, owner: type, depth: int) -> tuple[Call, ...]:
    if member is None or (
        is_a(member, types.WrapperDescriptorType) and is_one_of(member.__objclass__, (type, object))
    ):
        return ()
    is_free = is_a(member, staticmethod)
    inner = member.__func__ if is_a(member, staticmethod, classmethod) else member
    found = calls_of(inner, owner, depth + 1)
    return tuple(
        replace(call, owner=call.owner if call.owner is not None else owner, is_bound=not is_free)
        for call in found
    )


def _public_name(obj: Any, module: str) -> str:
    """The module-level name that holds this very object: "fastai.metrics.rmse"."""
    held = stored(sys.modules.get(module))
    return next((f"{module}.{name}" for name, value in held.items() if value is obj), "")


def function_named(function: Any) -> str:
    """How a function that arguments travel to is called: "Learner", "DataBlock.dataloaders"."""
    name = name_of(function)
    return name.removesuffix(".__init__").removesuffix(".__new__")
