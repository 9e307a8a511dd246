"""What an answer is about: the function behind a partial, the class of an instance, and its name and docstring."""

from __future__ import annotations

import types
from typing import Any

from fastaid.help.calls import BOUND_DISPATCH, DISPATCH, Call, calls_of, owner_of
from fastaid.help.docstrings import Docstring, read
from fastaid.help.meanings import NOTHING, Entry, entry
from fastaid.help.objects import (
    BUILTIN_TYPES,
    bases,
    doc_of,
    is_a,
    is_class,
    is_named,
    loaded,
    module_of,
    name_of,
    stored,
    undecorated,
    unwrapped,
)
from fastaid.help.stubs import torch_key

ROUTINES = (types.FunctionType, types.MethodType, *BUILTIN_TYPES)


def public_key(obj: Any) -> str:
    """The shortest dotted name under which a loaded module offers an object: "torch.nn.Linear"."""
    key = torch_key(obj) if is_a(obj, *BUILTIN_TYPES) else ""
    if key:
        return key
    name, module = name_of(obj), module_of(obj)
    if not name or not module or "<" in name:
        return ""
    head = name.split(".")[0]
    if module.startswith("fastai."):
        return f"{module}.{name}"
    parts = module.split(".")
    for i in range(1, len(parts)):
        held = stored(loaded(".".join(parts[:i]))).get(head)
        if held is not None and (held is obj or ("." in name and is_class(held))):
            return f"{'.'.join(parts[:i])}.{name}"
    return f"{module}.{name}"


def subject_of(obj: Any, calls: tuple[Call, ...]) -> Any:
    """What the documentation is about."""
    if is_class(obj) or is_a(obj, types.FunctionType, *BUILTIN_TYPES):
        return unwrapped(obj) if is_a(obj, types.FunctionType) else obj
    if is_a(obj, types.MethodType):
        return unwrapped(obj.__func__)
    if is_named(obj, "functools.partial", *DISPATCH, *BOUND_DISPATCH) and calls:
        return (
            calls[0].owner if is_class(calls[0].function) or _is_constructor(calls[0]) else calls[0].function
        )
    if calls and not is_named(obj, "torch.nn.modules.module.Module") and calls[0].owner is None:
        return calls[0].function
    return type(obj)


def _is_constructor(call: Call) -> bool:
    return name_of(call.function).rsplit(".", 1)[-1] in ("__init__", "__new__") and call.owner is not None


def key_of(obj: Any, subject: Any, calls: tuple[Call, ...]) -> str:
    """Its full public name, "" where it has none."""
    if calls and calls[0].key:
        return calls[0].key
    if is_a(obj, *BUILTIN_TYPES):
        return public_key(obj)
    return public_key(subject)


def home_of(subject: Any, key: str) -> tuple[str, str]:
    """The module whose file of meanings holds it, and its name there."""
    module = module_of(subject)
    if key.startswith("torch.") and not module.startswith("torchvision") and is_a(subject, *BUILTIN_TYPES):
        return "torch", key.removeprefix("torch.")
    if key and not key.startswith(module + "."):
        head, _, short = key.rpartition(".")
        name = name_of(subject)
        return (module, name) if key.endswith("." + name) else (head, short)
    return module, key.removeprefix(module + ".")


def entry_of(module: str, short: str, calls: tuple[Call, ...]) -> Entry:
    """What is written here on it."""
    found = entry(module, short)
    # Overloads, and torch's choice between two functions, are written under the function that runs.
    if found is NOTHING and calls and calls[0].is_python:
        function = calls[0].function
        return entry(module_of(function), name_of(function))
    return found


def docstring_of(obj: Any, subject: Any, key: str, owner: type | None) -> Docstring:
    """Its docstring, taken apart; its class's or constructor's where it has none."""
    own: Any = stored(obj).get("__doc__") if not is_class(obj) and not is_a(obj, *ROUTINES) else None
    text = str.__str__(own).strip() if is_a(own, str) else ""
    text = text or _inherited_doc(subject, owner)
    short = key.rsplit(".", 1)[-1] or name_of(subject)
    if is_class(subject) and not text.strip():
        for call in calls_of(subject):
            text = doc_of(call.function) or text
    return read(text, short)


def _inherited_doc(subject: Any, owner: type | None) -> str:
    own = doc_of(subject)
    if own or not is_a(subject, types.FunctionType):
        return own
    owner = owner if owner is not None else owner_of(subject)
    for base in bases(owner)[1:] if owner is not None else ():
        member = type.__dict__["__dict__"].__get__(base).get(subject.__name__)
        found = doc_of(unwrapped(undecorated(member))) if member is not None else ""
        if found:
            return found
    return ""


def summary_of(obj: Any, written: Entry, doc: Docstring, calls: tuple[Call, ...]) -> str:
    """What it does, in a sentence; "" where nobody says."""
    if written.summary:
        return written.summary
    if doc.summary:
        return doc.summary
    return next((text for call in calls if (text := read(doc_of(call.function), "").summary)), "")
