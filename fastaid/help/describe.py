"""From any object to the facts an answer shows; one path for every door."""

from __future__ import annotations

import gc
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from fastaid.facts.symbol import Code, Example, Parameter, Role, Signature, SymbolFacts
from fastaid.help.calls import BOUND_DISPATCH, DISPATCH, Call, calls_of
from fastaid.help.docstrings import Docstring, one_line, read
from fastaid.help.links import page_of
from fastaid.help.meanings import NOTHING, Entry, entry
from fastaid.help.members import class_groups, enum_members, module_groups
from fastaid.help.objects import (
    BUILTIN_TYPES,
    PLAIN_CONTAINERS,
    SIMPLE,
    bases,
    doc_of,
    is_a,
    is_class,
    is_named,
    loaded,
    module_of,
    name_of,
    quietly,
    static,
    stored,
    type_name,
    unwrapped,
    words,
)
from fastaid.help.signatures import named, signature_of
from fastaid.help.native import native_source
from fastaid.help.sources import place_of, source_of
from fastaid.help.state import kept_by, maker_of, state_of
from fastaid.help.stubs import torch_key
from fastaid.help.plain_values import describe_value

MOST_OVERLOADS = 8
ROUTINES = (types.FunctionType, types.MethodType, *BUILTIN_TYPES)


def describe(
    obj: Any,  # whatever a name stands for; none of its own code is run
    name: str = "",  # as the learner wrote it; "" takes the library's name
    owner: type | None = None,  # the class a function was looked up on, where it does not say
    with_source: bool = True,  # reading the source costs a few ms
) -> SymbolFacts:
    """What is known of an object: how to call it, what its arguments mean, where its source stands."""
    with _no_collection():
        return _describe(obj, name, owner, with_source)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off Python's garbage collection: with torch and fastai loaded a full one takes half a second.

    The youngest objects, nearly all of them made here, are looked through at once, so that the wait is
    not merely handed to whoever allocates next.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.collect(0)
            gc.enable()


def _describe(obj: Any, name: str, owner: type | None, with_source: bool) -> SymbolFacts:
    if is_a(obj, types.ModuleType):
        return _module(obj, name)
    if type(obj) in (*SIMPLE, *PLAIN_CONTAINERS, dict):
        return describe_value(obj, name)
    if is_a(obj, property, types.GetSetDescriptorType, types.MemberDescriptorType) or is_named(
        obj, "functools.cached_property"
    ):
        return _property(obj, name, with_source)
    return _thing(obj, name, owner, with_source)


def _has_self(call: Call) -> bool:
    """Whether the first argument is called `self`; a patched function may name it otherwise, and then it is shown."""
    return call.function.__code__.co_varnames[:1] in (("self",), ("cls",))


def owner_of(function: Any) -> type | None:
    """The class whose method a function is, by its qualified name."""
    parts = getattr(function, "__qualname__", "").split(".")
    if len(parts) < 2 or "<locals>" in parts:
        return None
    held: Any = getattr(function, "__globals__", {}).get(parts[0]) or stored(sys.modules.get(module_of(function))).get(parts[0])
    for part in parts[1:-1]:
        held = static(held, part)
    if not is_class(held):
        return None
    member = static(held, parts[-1])
    return held if not is_a(member, staticmethod) and unwrapped(getattr(member, "__func__", member)) is not None else None


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


# -- modules and properties ------------------------------------------------------------------------


def _module(module: Any, name: str) -> SymbolFacts:
    home = str(stored(module).get("__name__", name))
    written = entry(home.split(".")[0], home.partition(".")[2]) if "." in home else NOTHING
    doc = read(doc_of(module), "")
    path = stored(module).get("__file__")
    docs = page_of(home, home)
    return SymbolFacts(
        name=name or home,
        role="module",
        what=f"module {home}",
        summary=written.summary or doc.summary,
        details=doc.details,
        example=Example(written.example, "fastaid") if written.example else None,
        groups=module_groups(module),
        source=(Code("", path, 1),) if isinstance(path, str) and path.endswith(".py") else (),
        links=tuple((label, address.split("#")[0]) for label, address in docs),
        place=f"{path}:1" if isinstance(path, str) else "",
        key=home,
    )


def _property(obj: Any, name: str, with_source: bool) -> SymbolFacts:
    getter = static(obj, "fget") or static(obj, "func")
    getter = obj.fget if type(obj) is property else getter
    doc = read(doc_of(getter) or doc_of(obj), getattr(obj, "__name__", ""))
    own_name = getattr(getter, "__qualname__", "") or getattr(obj, "__name__", "")
    returns = ""
    if getter is not None:
        from fastaid.help.calls import annotation

        kind = getattr(getter, "__annotations__", {}).get("return")
        returns = annotation(kind) if kind is not None else ""
    source = source_of(getter) if getter is not None and with_source else None
    path, line = place_of(getter) if getter is not None else ("", 0)
    native = getattr(obj, "__objclass__", None) if type(obj) is not property else None
    written = entry(module_of(getter), own_name) if getter is not None else NOTHING
    return SymbolFacts(
        name=name or own_name,
        role="property",
        what=f"property of {name_of(native) if native else own_name.rsplit('.', 1)[0] or 'its class'}",
        summary=written.summary or doc.summary,
        returns=written.returns or returns or doc.returns[1] or doc.returns[0],
        details=doc.details,
        example=Example(doc.example, "its docstring") if doc.example else None,
        source=(source,) if source else (),
        place=f"{path}:{line}" if path else "",
        key=f"{module_of(getter)}.{own_name}" if getter is not None else "",
    )


# -- everything that may be called -----------------------------------------------------------------


def _thing(obj: Any, name: str, owner: type | None, with_source: bool) -> SymbolFacts:
    function = unwrapped(obj) if is_a(obj, types.FunctionType) else obj
    if is_a(function, types.FunctionType) and owner is None:
        owner = owner_of(function)
    calls = calls_of(obj, owner)
    if owner is not None and is_a(obj, types.FunctionType):
        calls = tuple(replace(call, is_bound=_has_self(call)) for call in calls)
    signatures = tuple(one for call in calls[:MOST_OVERLOADS] for one in signature_of(call))[:MOST_OVERLOADS]
    subject = _subject(obj, calls)
    key = _key(obj, subject, calls)
    module, _, short = _home(subject, key)
    written = _entry(module, short, calls)
    doc = _docstring(obj, subject, key)
    followed = _followed(doc)
    role = _role(obj)
    returns = _returns(written, doc, followed, calls, signatures) if calls else ""
    return SymbolFacts(
        name=name or name_of(obj) or name_of(subject) or type_name(obj),
        role=role,
        what=_what(obj, subject, key, role, calls),
        summary=_summary(obj, written, doc, calls),
        signatures=signatures,
        returns=returns,
        notes=_notes(obj, subject, key, calls, signatures),
        state=_state(obj, subject, role),
        example=_example(written, doc, followed, key),
        details=doc.details or followed.details,
        groups=_groups(obj, role),
        source=_sources(subject, calls, key, role) if with_source else (),
        links=page_of(key, module) if key else (),
        place=_place(subject, calls),
        key=key,
    )


def _subject(obj: Any, calls: tuple[Call, ...]) -> Any:
    """What the documentation is about: the function behind a partial, the class of an instance."""
    if is_class(obj) or is_a(obj, types.FunctionType, *BUILTIN_TYPES):
        return unwrapped(obj) if is_a(obj, types.FunctionType) else obj
    if is_a(obj, types.MethodType):
        return unwrapped(obj.__func__)
    if is_named(obj, "functools.partial", *DISPATCH, *BOUND_DISPATCH) and calls:
        return calls[0].owner if is_class(calls[0].function) or _is_constructor(calls[0]) else calls[0].function
    if calls and not is_named(obj, "torch.nn.modules.module.Module") and calls[0].owner is None:
        return calls[0].function
    return type(obj)


def _is_constructor(call: Call) -> bool:
    return getattr(call.function, "__name__", "") in ("__init__", "__new__") and call.owner is not None


def _key(obj: Any, subject: Any, calls: tuple[Call, ...]) -> str:
    if calls and calls[0].key:
        return calls[0].key
    if is_a(obj, *BUILTIN_TYPES):
        return public_key(obj)
    return public_key(subject)


def _home(subject: Any, key: str) -> tuple[str, str, str]:
    module = module_of(subject)
    if key.startswith("torch.") and not module.startswith("torchvision") and is_a(subject, *BUILTIN_TYPES):
        return "torch", ".", key.removeprefix("torch.")
    if key and not key.startswith(module + "."):
        head, _, short = key.rpartition(".")
        name = name_of(subject)
        return (module, ".", name) if key.endswith("." + name) else (head, ".", short)
    return module, ".", key.removeprefix(module + ".")


def _entry(module: str, short: str, calls: tuple[Call, ...]) -> Entry:
    found = entry(module, short)
    if found is NOTHING and len(calls) > 1:
        function = calls[0].function
        return entry(module_of(function), name_of(function))
    return found


def _docstring(obj: Any, subject: Any, key: str) -> Docstring:
    own = stored(obj).get("__doc__") if not is_class(obj) and not is_a(obj, *ROUTINES) else None
    text = own.strip() if isinstance(own, str) else ""
    text = text or _inherited_doc(subject)
    short = key.rsplit(".", 1)[-1] or name_of(subject)
    if is_class(subject) and not _says_something(text):
        for call in calls_of(subject):
            text = doc_of(call.function) or text
    return read(text, short)


def _says_something(text: str) -> bool:
    return bool(text.strip())


def _inherited_doc(subject: Any) -> str:
    own = doc_of(subject)
    if own or not is_a(subject, types.FunctionType):
        return own
    owner = owner_of(subject)
    for base in bases(owner)[1:] if owner is not None else ():
        member = type.__dict__["__dict__"].__get__(base).get(subject.__name__)
        found = doc_of(unwrapped(getattr(member, "__func__", member))) if member is not None else ""
        if found:
            return found
    return ""


def _followed(doc: Docstring) -> Docstring:
    target = named(doc.see) if doc.see else None
    if target is None:
        return Docstring()
    found = read(doc_of(target), doc.see.rsplit(".", 1)[-1])
    return found if found.see == doc.see or not found.see or found.parameters else _followed(found)


def _summary(obj: Any, written: Entry, doc: Docstring, calls: tuple[Call, ...]) -> str:
    if written.summary:
        return written.summary
    if doc.summary:
        return doc.summary
    return next((text for call in calls if (text := read(doc_of(call.function), "").summary)), "")


def _returns(
    written: Entry, doc: Docstring, followed: Docstring, calls: tuple[Call, ...], signatures: tuple[Signature, ...]
) -> str:
    if written.returns:
        return written.returns
    kinds = list(dict.fromkeys(one.returns for one in signatures if one.returns and one.returns != "None"))
    text = _docment_of_return(calls) or doc.returns[1]
    kind = " or ".join(kinds[:3]) or doc.returns[0] or followed.returns[0]
    return f"{kind}: {text}" if kind and text and not text.startswith(kind) else text or kind


def _docment_of_return(calls: tuple[Call, ...]) -> str:
    from fastaid.help.signatures import docments_of

    for call in calls:
        if call.is_python:
            text = docments_of(call.function).get("return", "")
            if text:
                return one_line(text)
    return ""


def _role(obj: Any) -> Role:
    if is_class(obj):
        return "class"
    if is_a(obj, types.MethodType, types.MethodDescriptorType, types.ClassMethodDescriptorType) or (
        is_a(obj, types.FunctionType) and owner_of(unwrapped(obj)) is not None
    ):
        return "method"
    if is_a(obj, *BUILTIN_TYPES, types.FunctionType) or is_named(obj, *DISPATCH, *BOUND_DISPATCH, "functools.partial"):
        return "function"
    return "instance"


def _what(obj: Any, subject: Any, key: str, role: Role, calls: tuple[Call, ...]) -> str:
    module = key.rpartition("." + name_of(subject))[0] if key.endswith(name_of(subject)) else module_of(subject)
    module = module or key.rpartition(".")[0]
    if role == "class":
        members = enum_members(obj)
        return f"{'enumeration' if members else 'class'} of {module}"
    if role == "instance":
        return f"{type_name(obj)} instance" + (f", of {module_of(type(obj))}" if module_of(type(obj)) != "builtins" else "")
    if is_named(obj, "functools.partial"):
        return f"functools.partial of {name_of(subject) or 'a function'}"
    if len(calls) > 1:
        return f"dispatch function of {len(calls)} types, of {module}"
    maker = maker_of(subject)
    if maker:
        return f"function made by {maker}" + (f", of {module}" if module != "__main__" else "")
    if "<lambda>" in name_of(subject):
        return "lambda"
    return f"{role} of {module or 'this notebook'}"


def _notes(
    obj: Any, subject: Any, key: str, calls: tuple[Call, ...], signatures: tuple[Signature, ...]
) -> tuple[str, ...]:
    notes = []
    short = (key or name_of(subject)).rsplit(".", 1)[-1]
    is_torch = module_of(subject).startswith(("torch", "fastai")) or key.startswith("torch.")
    if is_torch and short.endswith("_") and not short.startswith("_") and is_a(subject, *ROUTINES):
        twin = short[:-1]
        has_twin = key.startswith("torch.Tensor.") and hasattr(loaded("torch").Tensor, twin)
        what = "the tensor itself" if key.startswith("torch.Tensor.") else "its argument"
        if is_named_module_method(subject):
            what = "the module itself"
        other = f"; `{twin}` leaves it alone and returns a new one" if has_twin else ""
        notes.append(f"In place: it changes {what} and returns it{other}.")
    if is_class(obj):
        members = enum_members(obj)
        if members:
            notes.append("Members: " + ", ".join(f"`{name_of(obj)}.{name}`" for name in members[:12]) + ".")
    weights = _weights_of(signatures)
    if weights:
        notes.append(weights)
    if any(not one.is_known for one in signatures) or (callable(obj) and not signatures):
        notes.append("What it takes is not known: it is written in C and nothing here describes its arguments.")
    return tuple(notes)


def is_named_module_method(subject: Any) -> bool:
    """Whether it is a method of torch's Module."""
    owner = owner_of(subject) if is_a(subject, types.FunctionType) else None
    return owner is not None and any(base.__name__ == "Module" for base in bases(owner))


def _weights_of(signatures: tuple[Signature, ...]) -> str:
    """The pretrained weights a torchvision model can be given, by name."""
    for signature in signatures:
        for parameter in signature.parameters:
            word = parameter.type.split(" | ")[0]
            if parameter.name == "weights" and word.endswith("_Weights"):
                enum = next(
                    (m for n in ("torchvision.models",) if (m := stored(loaded(n)).get(word)) is not None), None
                )
                members = enum_members(enum) if enum is not None else ()
                if members:
                    return f"Pretrained weights: {', '.join(f'`{word}.{name}`' for name in members)}."
    return ""


def _state(obj: Any, subject: Any, role: Role) -> tuple[tuple[str, str, str], ...]:
    if role == "instance":
        made_by = calls_of(type(obj))
        meanings = {
            name: p.meaning.text
            for call in made_by
            for signature in signature_of(call)
            for name, p in ((p.name, p) for p in signature.parameters)
            if p.meaning is not None
        }
        return tuple((what, value, meanings.get(what, "")) for what, value in state_of(obj, made_by))
    return tuple((what, value, "") for what, value in _given(obj))


def _given(obj: Any) -> tuple[tuple[str, str], ...]:
    """What a partial, an inner function or a tensor's method has been given already."""
    if is_named(obj, "functools.partial"):
        return state_of(obj)
    if is_a(obj, types.FunctionType) and maker_of(obj):
        return kept_by(obj)
    if is_a(obj, types.MethodType) or getattr(obj, "__self__", None) is not None and is_a(obj, *BUILTIN_TYPES):
        held = obj.__self__
        torch = loaded("torch")
        if torch is not None and is_a(held, torch.Tensor):
            return tuple((f"its {what}", value) for what, value in state_of(held) if what == "shape")
    return ()


def _example(written: Entry, doc: Docstring, followed: Docstring, key: str) -> Example | None:
    if written.example:
        return Example(written.example, "fastaid")
    if doc.example:
        return Example(doc.example, "its docstring")
    return Example(followed.example, f"the docstring of {doc.see}") if followed.example else None


def _groups(obj: Any, role: Role) -> tuple[Any, ...]:
    if role == "class":
        return class_groups(obj)
    return class_groups(type(obj)) if role == "instance" else ()


def _sources(subject: Any, calls: tuple[Call, ...], key: str, role: Role) -> tuple[Code, ...]:
    if len(calls) > 1:
        return tuple(code for call in calls if (code := source_of(call.function)) is not None)
    found = source_of(subject) if is_class(subject) or is_a(subject, types.FunctionType) else None
    if found is None and calls:
        call = calls[0]
        found = source_of(call.function) if call.is_python else native_source(key)
    return (found,) if found is not None else ()


def _place(subject: Any, calls: tuple[Call, ...]) -> str:
    path, line = place_of(subject) if is_class(subject) or is_a(subject, types.FunctionType) else ("", 0)
    if not path and calls and calls[0].is_python:
        path, line = place_of(calls[0].function)
    return f"{path}:{line}" if path else ""
