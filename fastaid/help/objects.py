"""Looking at an object without waking it: no property, `__getattr__`, `__repr__` or `__class__` of its own runs.

A question about a name may come from another thread while a cell trains, and about anything: lazy
modules, mocks, half-built objects, tensors of a gigabyte on a GPU.
"""

from __future__ import annotations

import enum
import inspect
import pathlib
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

MISSING = object()
SIMPLE = (int, float, complex, bool, str, bytes, type(None), type(Ellipsis))
PLAIN_CONTAINERS = (list, tuple, set, frozenset)
LONGEST = 60  # characters of a value on screen
MOST_ITEMS = 6  # of a container on screen
# Callables that Python itself makes of C code.
BUILTIN_TYPES = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


def ancestors(obj: Any) -> tuple[type, ...]:
    """The classes of an object, nearest first, whatever it says of its own `__class__`."""
    return type.__dict__["__mro__"].__get__(type(obj))


def bases(cls: type) -> tuple[type, ...]:
    """A class and those it inherits from, nearest first."""
    return type.__dict__["__mro__"].__get__(cls)


def is_one_of(kind: Any, kinds: Iterable[Any]) -> bool:
    """Whether it is one of these very classes; `in` would ask a metaclass's `__eq__`."""
    return any(kind is one for one in kinds)


def own_names(cls: type) -> Mapping[str, Any]:
    """What a class itself holds; `vars` would ask a metaclass."""
    return type.__dict__["__dict__"].__get__(cls)


def is_a(obj: Any, *kinds: type) -> bool:
    """Whether it is an instance; `isinstance` would ask the object."""
    return any(kind is one for kind in ancestors(obj) for one in kinds)


def is_named(obj: Any, *names: str) -> bool:
    """Whether one of its classes has this full name; nothing is imported to find out."""
    return any(f"{module_of(kind)}.{name_of(kind)}" in names for kind in ancestors(obj))


def is_class(obj: Any) -> bool:
    """Whether it is a class."""
    return is_a(obj, type)


def static(obj: Any, name: str, default: Any = None) -> Any:
    """An attribute as it is stored, without running what would compute it."""
    try:
        return inspect.getattr_static(obj, name, default)
    except Exception:  # noqa: BLE001  a metaclass of the learner's can break even this
        return default


def stored(obj: Any) -> dict[str, Any]:
    """What an object keeps in its `__dict__`."""
    if is_class(obj):
        return {}
    for kind in ancestors(obj):
        descriptor: Any = own_names(kind).get("__dict__")
        if is_a(descriptor, types.GetSetDescriptorType, types.MemberDescriptorType):
            found = quietly(partial(type(descriptor).__get__, descriptor, obj))
            return found if is_a(found, dict) else {}
        if descriptor is not None:  # a property called so is code
            return {}
    return {}


def doc_of(obj: Any) -> str:
    """Its docstring, cleaned; "" where it has none of its own."""
    # A module's is looked up as it is stored: asked for it, a lazy module loads itself.
    doc = obj.__doc__ if is_a(obj, types.FunctionType, *BUILTIN_TYPES) else _stored_doc(obj)
    return inspect.cleandoc(str.__str__(doc)) if is_a(doc, str) else ""


def _stored_doc(obj: Any) -> Any:
    if is_class(obj):
        # type.__doc__ computes the text of a C class from its first line; a property of a metaclass is foreign.
        doc = type.__dict__["__dict__"].__get__(obj).get("__doc__")
        return doc if is_a(doc, str) else type.__dict__["__doc__"].__get__(obj)
    found = stored(obj).get("__doc__")
    if is_a(found, str) or is_a(obj, types.ModuleType):
        return found
    # Descriptors and C objects compute theirs; one written in Python is not run.
    return getattr(obj, "__doc__", None) if is_native(type(obj)) else None


def is_native(cls: type) -> bool:
    """Whether no Python code of the class runs when an attribute is read."""
    return not any(
        types.FunctionType is type(own_names(kind).get(name))
        for kind in bases(cls)
        for name in ("__getattr__", "__getattribute__")
    ) and not any(type(own_names(kind).get("__doc__")) is property for kind in bases(cls))


def unwrapped(function: Any) -> Any:
    """The function behind `functools.wraps` and its like."""
    seen = {id(function)}
    while True:
        inner = stored(function).get("__wrapped__")
        if inner is None:
            inner = _of_c(function, "_implementation")  # numpy's dispatchers
        if inner is None or id(inner) in seen or not callable(inner):
            return function
        seen.add(id(inner))
        function = inner


def undecorated(member: Any) -> Any:
    """The function in a classmethod, staticmethod or bound method; anything else as it is."""
    return member.__func__ if is_a(member, classmethod, staticmethod, types.MethodType) else member


def code_of(thing: Any) -> types.CodeType | None:
    """The code of a Python function, also behind wrappers and classmethods; None for anything else."""
    function = unwrapped(undecorated(thing))
    return function.__code__ if is_a(function, types.FunctionType) else None


def closure(function: Any) -> dict[str, Any]:
    """The variables that a function made inside another one has kept."""
    if not is_a(function, types.FunctionType):
        return {}
    found = {}
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
        try:
            found[name] = cell.cell_contents
        except ValueError:  # not set yet
            continue
    return found


def name_of(obj: Any) -> str:
    """The name a function or class calls itself, "" where it has none."""
    if is_class(obj):
        return str.__str__(type.__dict__["__qualname__"].__get__(obj))
    if is_a(obj, types.FunctionType, types.MethodType, *BUILTIN_TYPES):
        found = quietly(lambda: obj.__qualname__)  # a bound method asks what it binds
        found = found if is_a(found, str) else quietly(lambda: obj.__name__)
        return str.__str__(found) if is_a(found, str) else ""
    told = (stored(obj).get("__qualname__"), stored(obj).get("__name__"), _of_c(obj, "__name__"))
    return next((name for name in told if type(name) is str), "")


def is_native_routine(obj: Any) -> bool:
    """Whether it is a function of C code of another kind than Python's own: numpy's ufuncs, Cython's functions."""
    return callable(obj) and not is_class(obj) and is_a(_of_c(obj, "__name__"), str)


def _of_c(obj: Any, name: str) -> Any:
    """An attribute that C code computes, as numpy's ufuncs do their name; one computed by Python code is not asked."""
    kinds = (types.GetSetDescriptorType, types.MemberDescriptorType)
    descriptor = static(type(obj), name)
    return quietly(lambda: descriptor.__get__(obj, type(obj))) if is_a(descriptor, *kinds) else None


def module_of(obj: Any) -> str:
    """The module that a function or class comes from, "" where it does not say."""
    if is_class(obj):
        found = quietly(lambda: type.__dict__["__module__"].__get__(obj))
    elif is_a(obj, types.FunctionType, types.MethodType, *BUILTIN_TYPES):
        found = getattr(obj, "__module__", None)
    else:
        found = stored(obj).get("__module__")
        found = found if type(found) is str else type.__dict__["__module__"].__get__(type(obj))
    return str.__str__(found) if is_a(found, str) else ""


def type_name(obj: Any) -> str:
    """The name of its class."""
    return str.__str__(type.__dict__["__qualname__"].__get__(type(obj)))


def loaded(module: str) -> Any:
    """A module if it has been imported, else None: what it defines cannot have reached the learner."""
    found = sys.modules.get(module)
    return found if type(found) is types.ModuleType else None


def words(value: Any, longest: int = LONGEST) -> str:
    """A value as code, short; "<Type>" where only its own code could say more."""
    text = _words(value, 2)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _words(value: Any, depth: int) -> str:
    kind = type(value)
    if is_one_of(kind, SIMPLE):
        return _short(value)
    if is_one_of(kind, (*PLAIN_CONTAINERS, dict)):
        return _container(value, depth)
    if is_class(value) or is_a(value, types.FunctionType, types.MethodType, *BUILTIN_TYPES):
        return name_of(value).removesuffix(".<lambda>").replace("<lambda>", "lambda …") or "a function"
    if is_a(value, types.ModuleType):
        name = stored(value).get("__name__")
        return name if type(name) is str else "module"
    if is_a(value, enum.Enum):
        name = stored(value).get("_name_")
        return f"{type_name(value)}.{name}" if type(name) is str else f"<{type_name(value)}>"
    if is_a(value, pathlib.PurePath) and module_of(kind) == "pathlib":
        return f"{kind.__name__}({str(value)!r})"
    if is_a(value, *SIMPLE):  # a subclass: fastai's str with extra attributes
        base: Any = next(base for base in SIMPLE if is_a(value, base))
        return str.__repr__(str.__str__(value)) if base is str else str(base.__repr__(value))
    if is_named(value, "torch.dtype", "torch.device", "torch.layout", "torch.memory_format"):
        return repr(value)
    if is_named(value, "torch.Size"):
        return str(tuple(int(n) for n in tuple.__iter__(value) if type(n) is int))
    if is_named(value, "functools.partial"):
        return f"partial({_words(static(value, 'func', value.func), 0)}, …)"
    return f"<{type_name(value)}>"


def _short(value: Any) -> str:
    if type(value) in (str, bytes) and len(value) > LONGEST:
        return repr(value[: LONGEST - 1]) + "…"
    if type(value) is int and value.bit_length() > 200:
        return "a very large int"
    return repr(value)


def _container(value: Any, depth: int) -> str:
    marks = {"list": "[]", "tuple": "()"}.get(type(value).__name__, "{}")
    if not value:
        return "set()" if type(value) in (set, frozenset) else marks
    if depth == 0:
        return f"{marks[0]}…{marks[1]}"
    try:
        items = list(_first(value.items() if type(value) is dict else value))
    except RuntimeError:  # changed by the cell that runs meanwhile
        return f"{marks[0]}…{marks[1]}"
    shown = (
        [f"{_words(k, 0)}: {_words(held, depth - 1)}" for k, held in items]
        if type(value) is dict
        else [_words(item, depth - 1) for item in items]
    )
    if len(value) > len(items):
        shown.append("…")
    comma = "," if type(value) is tuple and len(value) == 1 else ""
    return f"{marks[0]}{', '.join(shown)}{comma}{marks[1]}"


def _first(value: Any) -> Iterator[Any]:
    for i, item in enumerate(value):
        if i == MOST_ITEMS:
            return
        yield item


def quietly(look: Callable[[], Any], default: Any = None) -> Any:
    """What a look finds, or `default`: one source of truth less must not cost the answer."""
    try:
        return look()
    except Exception:  # noqa: BLE001
        return default
