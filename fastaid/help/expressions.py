"""From the text of an expression to the object it names, without running anything of the learner's.

Attributes are looked up as they are stored; a property is shown as a property. What only running would
tell (a call, an index of one's own class) is said to be unknown, never guessed.
"""

from __future__ import annotations

import ast
import builtins
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastaid.help.objects import (
    LONGEST,
    MISSING,
    SIMPLE,
    bases,
    is_a,
    is_class,
    is_named,
    is_one_of,
    loaded,
    module_of,
    own_names,
    static,
    stored,
    type_name,
    words,
)

# Packages whose properties and indexing are known to have no effect but their result.
TRUSTED = (
    "builtins", "collections", "enum", "fastai", "fastcore", "fasttransform", "functools", "numpy", "pandas",
    "pathlib", "PIL", "torch", "torchvision", "types",
)  # fmt: skip


class Unresolved(Exception):
    """Why an expression names nothing that can be looked at."""

    def __init__(self, reason: str, missing: str = "", known: tuple[str, ...] = ()):
        super().__init__(reason)
        self.reason = reason
        self.missing = missing  # the name that was not found
        self.known = known  # the names that would have been


@dataclass(frozen=True)
class Found:
    """An object, and the class it was looked up on where that matters."""

    obj: Any
    owner: type | None = None


def resolve(
    text: str,  # "learn.dls.train", "fns[0]", "'abc'.upper"
    names: Mapping[str, Any],  # the learner's variables
) -> Found:
    """The object of an expression. Raises: Unresolved, with the reason in a sentence."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise Unresolved(f"`{text.strip()[:LONGEST]}` is not an expression.") from None
    try:
        return _found(tree, names)
    except (RecursionError, MemoryError):
        raise Unresolved(f"`{text.strip()[:LONGEST]}` is nested too deeply to be read.") from None


def _found(node: ast.expr, names: Mapping[str, Any]) -> Found:
    if isinstance(node, ast.Name):
        return Found(_named(node.id, names))
    if isinstance(node, ast.Attribute):
        return attribute(_value(node.value, names), node.attr, ast.unparse(node.value))
    if isinstance(node, ast.Subscript):
        return Found(_item(_value(node.value, names), node.slice, names, ast.unparse(node.value)))
    if isinstance(node, (ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.JoinedStr, ast.UnaryOp)):
        return Found(_literal(node))
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        raise Unresolved(f"What `{called}(…)` returns is not known without running it.")
    raise Unresolved(f"`{ast.unparse(node)}` is not known without running it.")


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """The value of an inner part: there a property of a trusted class is read."""
    found = _found(node, names)
    return _read(found.obj, node, names)


def _read(obj: Any, node: ast.expr, names: Mapping[str, Any]) -> Any:
    """A property's value, where its class is known to compute it without an effect."""
    is_property = is_a(obj, property, types.GetSetDescriptorType, types.MemberDescriptorType)
    if not is_property or not isinstance(node, ast.Attribute):
        return obj
    holder = _value(node.value, names)
    if is_class(holder):
        return obj
    if is_a(obj, property):
        home = module_of(obj.fget) if type(obj) is property else ""  # one of a class of its own is code
    else:
        home = module_of(obj.__objclass__)
    # A learner's subclass may have changed what a trusted property calls: a tensor's asks `__torch_function__`.
    is_trusted = home.split(".")[0] in TRUSTED or _is_partial_of_trusted(obj)
    if not is_trusted or module_of(type(holder)).split(".")[0] not in TRUSTED:
        raise Unresolved(
            f"`{ast.unparse(node)}` is a property: its value is not known without running its code."
        )
    try:
        return type(obj).__get__(obj, holder, type(holder))
    except Exception:  # noqa: BLE001  a half-built object
        raise Unresolved(f"`{ast.unparse(node)}` has no value now.") from None


def _is_partial_of_trusted(obj: Any) -> bool:
    getter: Any = obj.fget if type(obj) is property else None
    return is_named(getter, "functools.partial") and module_of(getter.func).split(".")[0] in TRUSTED


def _named(name: str, names: Mapping[str, Any]) -> Any:
    if name in names:
        return names[name]
    if name in vars(builtins):
        return vars(builtins)[name]
    raise Unresolved(f"There is no name `{name}` here.", name, (*names, *vars(builtins)))


def attribute(
    holder: Any,
    name: str,
    holder_name: str = "",  # for the sentence, where there is no such attribute
) -> Found:
    """An attribute as it is stored: a method bound to its object, a property as a property."""
    if is_a(holder, types.ModuleType):
        held = stored(holder).get(name, MISSING)
        if held is MISSING:
            raise _no_attribute(holder, name, holder_name, tuple(stored(holder)))
        return Found(held)
    if is_class(holder):
        found = static(holder, name, MISSING)
        if found is MISSING:
            raise _no_attribute(holder, name, holder_name, _names_of_class(holder))
        return _of_class(found, holder)
    own = stored(holder).get(name, MISSING)
    if own is not MISSING:
        return Found(own)
    for table in ("_parameters", "_buffers", "_modules"):  # torch keeps a Module's parts there
        parts = stored(holder).get(table)
        if type(parts) is dict and name in parts:
            return Found(parts[name])
    found = static(holder, name, MISSING)
    if found is not MISSING:
        return _of_instance(found, holder)
    if is_named(holder, "fastcore.basics.GetAttr"):
        inner = _delegate(holder)
        if inner is not MISSING:
            return attribute(inner, name, holder_name)
    known = (*stored(holder), *_names_of_class(type(holder)))
    has_getattr = any("__getattr__" in own_names(cls) for cls in bases(type(holder)) if cls is not object)
    if has_getattr and not is_named(holder, "torch.nn.modules.module.Module", "fastcore.basics.GetAttr"):
        raise Unresolved(f"`{holder_name}.{name}` is made by code of {type_name(holder)}, which was not run.")
    raise _no_attribute(holder, name, holder_name, known)


def _delegate(holder: Any) -> Any:
    """The object that fastcore's GetAttr asks for what its own lacks: a DataLoaders' training DataLoader."""
    default = static(holder, "_default")
    name = default if type(default) is str else "default"
    held = stored(holder).get(name, MISSING)
    if held is not MISSING:
        return held
    if name == "train" and type(stored(holder).get("loaders")) is list and stored(holder)["loaders"]:
        return stored(holder)["loaders"][0]
    return MISSING


def _no_attribute(holder: Any, name: str, holder_name: str, known: tuple[str, ...]) -> Unresolved:
    what = "module" if is_a(holder, types.ModuleType) else "class" if is_class(holder) else type_name(holder)
    public = tuple(one for one in known if type(one) is str and not one.startswith("__"))
    return Unresolved(f"`{holder_name}` ({what}) has no attribute `{name}`.", name, public)


def _names_of_class(cls: type) -> tuple[str, ...]:
    return tuple(name for base in bases(cls) if base is not object for name in list(own_names(base)))


def _of_class(found: Any, cls: type) -> Found:
    if is_a(found, classmethod):
        inner = found.__func__
        return Found(types.MethodType(inner, cls)) if callable(inner) else Found(inner)
    if is_a(found, staticmethod):
        return Found(found.__func__)
    if is_a(found, types.ClassMethodDescriptorType):
        return Found(found.__get__(None, cls))
    return Found(found, cls if is_a(found, types.FunctionType) else None)


def _of_instance(found: Any, holder: Any) -> Found:
    if is_a(found, types.FunctionType):
        return Found(types.MethodType(found, holder))
    if is_a(found, classmethod, staticmethod, types.ClassMethodDescriptorType):
        return _of_class(found, type(holder))
    if is_a(found, types.MethodDescriptorType, types.WrapperDescriptorType):
        return Found(found.__get__(holder, type(holder)))
    return Found(found)


def _item(holder: Any, index: ast.expr, names: Mapping[str, Any], holder_name: str) -> Any:
    """An item of a list, dict or array; the indexing of other classes is code that is not run."""
    key = _key(index, names)
    kind = type(holder)
    is_array = any(
        (module := loaded(name)) is not None and is_one_of(kind, [getattr(module, word) for word in words])
        for name, words in (
            ("numpy", ("ndarray",)),
            ("pandas", ("DataFrame", "Series")),
            ("torch", ("Tensor",)),
        )
    )
    if is_named(holder, "fastcore.foundation.L"):
        holder, kind = stored(holder).get("items"), type(stored(holder).get("items"))
    if is_named(holder, "torch.nn.modules.container.Sequential") and type(key) is int:
        layers = list(stored(holder).get("_modules", {}).values())
        holder, kind = layers, list
    if not is_one_of(kind, (list, tuple, dict, str, bytes, range)) and not is_array:
        raise Unresolved(
            f"What `{holder_name}[…]` gives is not known without running code of {type_name(holder)}."
        )
    try:
        return _of_dict(holder, key) if kind is dict else holder[key]
    except (LookupError, TypeError, ValueError):
        raise Unresolved(f"`{holder_name}` has no item {words(key)}.") from None


def _of_dict(holder: dict[Any, Any], key: Any) -> Any:
    """An item of a dict. One that has a class of the learner's among its keys would ask their `__eq__`."""
    hash(key)
    for one, held in list(holder.items()):
        if type(one) is type(key) and _is_plain(one) and one == key:
            return held
    if all(map(_is_plain, holder)):  # 1 and 1.0 and True are one key
        return holder[key]
    raise KeyError(key)


def _is_plain(key: Any) -> bool:
    """Whether comparing it runs no code of the learner's."""
    return all(map(_is_plain, key)) if type(key) is tuple else is_one_of(type(key), SIMPLE)


def _key(node: ast.expr, names: Mapping[str, Any]) -> Any:
    if isinstance(node, ast.Name):
        value = names.get(node.id, MISSING)
        if is_one_of(type(value), (int, str)):
            return value
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):
        if isinstance(node, ast.Slice):
            ends = [None if end is None else _key(end, names) for end in (node.lower, node.upper, node.step)]
            return slice(*ends)
        raise Unresolved(f"The index `{ast.unparse(node)}` is not known without running it.") from None


def _literal(node: ast.expr) -> Any:
    if isinstance(node, ast.JoinedStr):
        return ""
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):  # a set of lists is no set
        kinds: dict[type, type] = {ast.List: list, ast.Tuple: tuple, ast.Set: set, ast.Dict: dict}
        if type(node) in kinds:
            return kinds[type(node)]()  # only its type matters to a question
        raise Unresolved(f"`{ast.unparse(node)}` is not known without running it.") from None
