"""What an object at hand is like: shape, dtype, settings, length; without its values, its repr or its properties."""

from __future__ import annotations

from functools import partial
from types import FunctionType
from typing import Any

from fastaid.help.calls import Call
from fastaid.help.objects import (
    PLAIN_CONTAINERS,
    SIMPLE,
    closure,
    code_of,
    is_a,
    is_class,
    is_named,
    is_one_of,
    loaded,
    name_of,
    quietly,
    static,
    stored,
    words,
)

MOST_SETTINGS = 12
Pairs = tuple[tuple[str, str], ...]


def state_of(obj: Any, made_by: tuple[Call, ...] = ()) -> Pairs:
    """Lines of (what, value) on an instance; `made_by` names the settings of its class."""
    for look in (_tensor, _dtype, _array, _table, _partial, _parameterless):
        found = quietly(partial(look, obj), ())
        if found:
            return found
    return quietly(lambda: _settings(obj, made_by), ()) or ()


PLAIN_READS = ("shape", "dtype", "device", "ndim", "requires_grad", "is_leaf")


def state_beside(
    holder: Any,  # what an attribute was asked of: the tensor x of `x.uniform_`
    attribute: str,
    text: str,  # as the learner wrote the holder
) -> Pairs:
    """What is at hand where an attribute of a tensor or array is asked about: its shape, its value."""
    look = quietly(lambda: _tensor(holder) or _array(holder), ())
    if not look:
        return ()
    facts = dict(look)
    own = quietly(lambda: _read(holder, attribute), None)
    here = [(f"{text}.{attribute}", str(own))] if own is not None else []
    return (*here, (text, f"shape {facts['shape']}, dtype {facts['dtype']}"))


def _read(holder: Any, attribute: str) -> Any:
    if attribute not in PLAIN_READS:
        return None
    torch = loaded("torch")
    if torch is not None and is_a(holder, torch.Tensor):
        with torch._C.DisableTorchFunctionSubclass():
            return getattr(torch.Tensor, attribute).__get__(holder)
    found = getattr(loaded("numpy").ndarray, attribute, None)
    return found.__get__(holder) if found is not None else None


def _tensor(obj: Any) -> Pairs:
    torch = loaded("torch")
    if torch is None or not is_a(obj, torch.Tensor):
        return ()
    # A subclass's __torch_function__ would be asked for its shape; nothing here waits for a GPU.
    with torch._C.DisableTorchFunctionSubclass():
        shape, dtype, device = tuple(_read(obj, "shape")), _read(obj, "dtype"), _read(obj, "device")
        grad = bool(_read(obj, "requires_grad"))
    found = [
        ("shape", str(shape)),
        ("rank", f"{len(shape)} ({_rank(len(shape))})"),
        ("dtype", str(dtype)),
        ("device", str(device)),
    ]
    return (*found, ("requires_grad", "True")) if grad else tuple(found)


def _dtype(obj: Any) -> Pairs:
    torch = loaded("torch")
    if torch is None or type(obj) is not torch.dtype:
        return ()
    kind = "floating point" if obj.is_floating_point else "complex" if obj.is_complex else "integer"
    kind = "bool" if obj == torch.bool else kind
    return (("kind", kind), ("bytes for each number", str(obj.itemsize)))


def _rank(n: int) -> str:
    return {0: "a scalar", 1: "a vector", 2: "a matrix"}.get(n, f"{n} axes")


def _array(obj: Any) -> Pairs:
    numpy = loaded("numpy")
    if numpy is None or not is_a(obj, numpy.ndarray):
        return ()
    shape = numpy.ndarray.shape.__get__(obj)
    return (("shape", str(tuple(shape))), ("dtype", str(numpy.ndarray.dtype.__get__(obj))))


def _table(obj: Any) -> Pairs:
    pandas = loaded("pandas")
    if pandas is None or not is_one_of(type(obj), (pandas.DataFrame, pandas.Series)):
        return ()
    if type(obj) is pandas.Series:
        return (("length", f"{len(obj):,}"), ("dtype", str(obj.dtype)))
    names = [words(name) for name in list(obj.columns[:8])]
    more = ", …" if len(obj.columns) > 8 else ""
    return (("rows", f"{len(obj):,}"), (f"{len(obj.columns)} columns", ", ".join(names) + more))


def _partial(obj: Any) -> Pairs:
    if not is_named(obj, "functools.partial"):
        return ()
    given = [("given", words(one)) for one in obj.args]
    return (*given, *((f"{name}", words(value)) for name, value in obj.keywords.items()))


def _parameterless(obj: Any) -> Pairs:
    kind = type(obj)
    if is_one_of(kind, SIMPLE) and obj is not None:
        return (("value", words(obj, 200)),)
    if is_one_of(kind, (*PLAIN_CONTAINERS, dict)):
        return (("length", f"{len(obj):,}"), ("value", words(obj, 120)))
    if is_named(obj, "pathlib.PurePath") and kind.__module__ == "pathlib":
        return (("value", str(obj)),)
    if is_named(obj, "enum.Enum"):
        value = stored(obj).get("_value_")
        return (("value", words(value, 120)),) if is_one_of(type(value), SIMPLE) else ()
    return ()


def _settings(obj: Any, made_by: tuple[Call, ...]) -> Pairs:
    """The arguments its class was made with, as far as the object keeps them under the same names."""
    held = stored(obj)
    names: list[str] = []
    for call in made_by:
        code = code_of(call.function)
        if code is not None:
            n = code.co_argcount + code.co_kwonlyargcount
            names += [name for name in code.co_varnames[:n] if name not in ("self", "cls")]
    found = [(name, words(held[name])) for name in names if name in held]
    for name in names:
        tensor = (held.get("_parameters") or {}).get(name) if type(held.get("_parameters")) is dict else None
        if name not in held and tensor is not None:
            found.append((name, "True"))
    inner = held.get("func")
    if inner is not None and "func" not in dict(found):
        found.append(("wraps", words(inner).strip("<>")))
    for name, tensor in (
        (held.get("_parameters") or {}).items() if type(held.get("_parameters")) is dict else ()
    ):
        shape = dict(_tensor(tensor)).get("shape") if tensor is not None else None
        if shape:
            found.append((f"{name} (a parameter)", f"shape {shape}"))
    layers = held.get("_modules")
    if type(layers) is dict and layers:
        inside = ", ".join(f"{name}: {type(layer).__name__}" for name, layer in list(layers.items())[:8])
        found.append((f"{len(layers)} modules inside", inside + (", …" if len(layers) > 8 else "")))
    if not found:
        simple = [
            (k, words(v))
            for k, v in list(held.items())
            if is_one_of(type(v), SIMPLE) and not k.startswith("_")
        ]
        found = simple
    return tuple(found[:MOST_SETTINGS])


def kept_by(function: Any) -> Pairs:
    """What a function made inside another one has kept: RandomSplitter's `valid_pct` and `seed`."""
    found = []
    for name, value in closure(function).items():
        if name.startswith("__") or value is function:
            continue
        found.append((name, words(value)))
    return tuple(found[:MOST_SETTINGS])


def maker_object(function: Any) -> Any:
    """The function or class that made an inner function, None where its module no longer holds it."""
    if not is_a(function, FunctionType):
        return None
    held: Any = function.__globals__
    parts = name_of(function).split(".<locals>.")[0].split(".")
    found = held.get(parts[0])
    for part in parts[1:]:
        found = static(found, part)
    return found if callable(found) else None


def maker_of(function: Any) -> str:
    """The function that made this one: "RandomSplitter" for `RandomSplitter.<locals>._inner`."""
    name = name_of(function)
    return name.rsplit(".<locals>", 1)[0].split(".<locals>.")[-1] if ".<locals>." in name else ""


def is_made_here(cls: type) -> bool:
    """Whether a class was written in the notebook."""
    return is_class(cls) and static(cls, "__module__") == "__main__"
