"""From any object to the facts an answer shows; one path for every door."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from fastaid.facts.symbol import Code, Example, Meaning, Parameter, Role, Signature, SymbolFacts
from fastaid.help.calls import Call, annotation, calls_of, owner_of
from fastaid.help.docstrings import Docstring, one_line, read
from fastaid.help.explain import docments_of, followed_docstring
from fastaid.help.links import page_of
from fastaid.help.meanings import NOTHING, Entry, entry
from fastaid.help.members import class_groups, module_groups
from fastaid.help.native import native_source
from fastaid.help.objects import (
    BUILTIN_TYPES,
    PLAIN_CONTAINERS,
    SIMPLE,
    doc_of,
    is_a,
    is_class,
    is_named,
    is_one_of,
    loaded,
    module_of,
    name_of,
    static,
    stored,
    type_name,
    unwrapped,
)
from fastaid.help.plain_values import describe_value
from fastaid.help.remarks import notes_on, role_of, what_of
from fastaid.help.signatures import signature_of
from fastaid.help.sources import place_of, source_of
from fastaid.help.state import kept_by, maker_object, maker_of, state_of
from fastaid.help.subjects import (
    docstring_of,
    entry_of,
    home_of,
    key_of,
    subject_of,
    summary_of,
)

MOST_OVERLOADS = 8
SPLIT_IDX = Parameter(
    "split_idx",
    "keyword-only",
    "None",
    "int",
    Meaning(
        "0 for training, 1 for validation: a transform with a `split_idx` of its own runs on that part alone",
        "fastaid",
    ),
    via="Transform.__call__",
)


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
    if is_one_of(type(obj), (*SIMPLE, *PLAIN_CONTAINERS, dict)):
        return describe_value(obj, name)
    if is_a(obj, property, types.GetSetDescriptorType, types.MemberDescriptorType) or is_named(
        obj, "functools.cached_property"
    ):
        return _property(obj, name, with_source)
    return _thing(obj, name, owner, with_source)


def _filled_by_the_object(signature: Signature) -> Signature:
    """A patched method looked up on its class: its first argument is the object it is called on."""
    first = signature.parameters[0] if signature.parameters else None
    if first is None or first.meaning is not None or first.via:
        return signature
    meaning = Meaning("The object itself: as a method of it, the call fills this in", "fastaid")
    return replace(signature, parameters=(replace(first, meaning=meaning), *signature.parameters[1:]))


def _has_self(call: Call) -> bool:
    """Whether the first argument is called `self`; a patched function may name it otherwise, and then it is shown."""
    return call.function.__code__.co_varnames[:1] in (("self",), ("cls",))


def _module(module: Any, name: str) -> SymbolFacts:
    told = stored(module).get("__name__")
    home = told if type(told) is str else name
    written = entry(home.split(".")[0], home.partition(".")[2]) if "." in home else NOTHING
    doc = read(doc_of(module), "")
    path = stored(module).get("__file__")
    path = path if type(path) is str else ""
    docs = page_of(home, home)
    return SymbolFacts(
        name=name or home,
        role="module",
        what=f"module {home}",
        summary=written.summary or doc.summary,
        details=doc.details,
        example=Example(written.example, "fastaid") if written.example else None,
        groups=module_groups(module),
        source=(Code("", path, 1),) if path.endswith(".py") else (),
        links=tuple((label, address.split("#")[0]) for label, address in docs),
        place=f"{path}:1" if path else "",
        key=home,
    )


def _property(obj: Any, name: str, with_source: bool) -> SymbolFacts:
    getter = static(obj, "fget") or static(obj, "func")
    getter = obj.fget if type(obj) is property else getter
    doc = read(doc_of(getter) or doc_of(obj), name_of(obj))
    own_name = (name_of(getter) if getter is not None else "") or name_of(obj)
    returns = ""
    if is_a(getter, types.FunctionType):
        kind = getter.__annotations__.get("return")
        returns = annotation(kind) if kind is not None else ""
    source = source_of(getter) if getter is not None and with_source else None
    path, line = place_of(getter) if getter is not None else ("", 0)
    native = obj.__objclass__ if is_a(obj, types.GetSetDescriptorType, types.MemberDescriptorType) else None
    written = entry(module_of(getter), own_name) if getter is not None else NOTHING
    return SymbolFacts(
        name=name or own_name,
        role="property",
        what=f"property of {name_of(native) if native is not None else own_name.rsplit('.', 1)[0] or 'its class'}",
        summary=written.summary or doc.summary,
        returns=written.returns or returns or doc.returns[1] or doc.returns[0],
        details=doc.details,
        example=Example(doc.example, "its docstring") if doc.example else None,
        source=(source,) if source else (),
        place=f"{path}:{line}" if path else "",
        key=f"{module_of(getter)}.{own_name}" if getter is not None else "",
    )


def _thing(obj: Any, name: str, owner: type | None, with_source: bool) -> SymbolFacts:
    function = unwrapped(obj) if is_a(obj, types.FunctionType) else obj
    if is_a(function, types.FunctionType) and owner is None:
        owner = owner_of(function)
    calls = calls_of(obj, owner)
    if owner is not None and is_a(obj, types.FunctionType):
        calls = tuple(replace(call, is_bound=_has_self(call)) for call in calls)
    signatures = tuple(one for call in calls[:MOST_OVERLOADS] for one in signature_of(call))[:MOST_OVERLOADS]
    subject = subject_of(obj, calls)
    key = key_of(obj, subject, calls)
    module, short = home_of(subject, key)
    written = entry_of(module, short, calls)
    doc = docstring_of(obj, subject, key, calls[0].owner if calls else None)
    followed = followed_docstring(doc.see) if doc.see else Docstring()
    if owner is not None and calls and not calls[0].is_bound and is_a(obj, types.FunctionType):
        signatures = tuple(map(_filled_by_the_object, signatures))
    if is_named(obj, "fasttransform.transform.Transform"):
        signatures = tuple(replace(one, parameters=(*one.parameters, SPLIT_IDX)) for one in signatures)
    role = role_of(obj)
    returns = _returns(written, doc, followed, calls, signatures) if calls else ""
    return SymbolFacts(
        name=name or name_of(obj) or name_of(subject) or type_name(obj),
        role=role,
        what=what_of(obj, subject, key, role, calls),
        summary=summary_of(obj, written, doc, calls) or _maker_s(obj),
        signatures=signatures,
        returns=returns,
        notes=notes_on(obj, subject, key, calls, signatures),
        state=_state(obj, role),
        example=_example(written, doc, followed),
        details=doc.details or followed.details,
        docstring=doc.summary,
        groups=_groups(obj, role),
        source=_sources(subject, calls, key) if with_source else (),
        links=page_of(key, module) if key else (),
        place=_place(subject, calls),
        key=key,
    )


def _returns(
    written: Entry,
    doc: Docstring,
    followed: Docstring,
    calls: tuple[Call, ...],
    signatures: tuple[Signature, ...],
) -> str:
    if written.returns:
        return written.returns
    kinds = list(dict.fromkeys(one.returns for one in signatures if one.returns and one.returns != "None"))
    text = _docment_of_return(calls) or doc.returns[1]
    kind = " or ".join(kinds[:3]) or doc.returns[0] or followed.returns[0]
    return f"{kind}: {text}" if kind and text and not text.startswith(kind) else text or kind


def _docment_of_return(calls: tuple[Call, ...]) -> str:
    for call in calls:
        if call.is_python:
            text = docments_of(call.function).get("return", "")
            if text:
                return one_line(text)
    return ""


def _state(obj: Any, role: Role) -> tuple[tuple[str, str, str], ...]:
    if role == "instance":
        made_by = calls_of(type(obj))
        found = state_of(obj, made_by)
    else:
        maker = maker_object(obj) if is_a(obj, types.FunctionType) and maker_of(obj) else None
        made_by = calls_of(maker)
        found = _given(obj)
    parameters = (p for call in made_by for one in signature_of(call) for p in one.parameters)
    meanings = {p.name: p.meaning.text for p in parameters if p.meaning is not None}
    return tuple((what, value, meanings.get(what, "")) for what, value in found)


def _maker_s(obj: Any) -> str:
    """Of an inner function without a docstring: what the function that made it says."""
    if not is_a(obj, types.FunctionType) or not maker_of(obj):
        return ""
    maker = maker_object(obj)
    said = summary_of(maker, NOTHING, read(doc_of(maker), ""), ()) if maker is not None else ""
    return f"Made by `{maker_of(obj)}`: {said}" if said else ""


def _given(obj: Any) -> tuple[tuple[str, str], ...]:
    """What a partial, an inner function or a tensor's method has been given already."""
    if is_named(obj, "functools.partial"):
        return state_of(obj)
    if is_a(obj, types.FunctionType) and maker_of(obj):
        return kept_by(obj)  # what its maker was given
    if is_a(obj, types.MethodType, *BUILTIN_TYPES):
        held = getattr(obj, "__self__", None)
        torch = loaded("torch")
        if torch is not None and is_a(held, torch.Tensor):
            return tuple((f"its {what}", value) for what, value in state_of(held) if what == "shape")
    return ()


def _example(written: Entry, doc: Docstring, followed: Docstring) -> Example | None:
    if written.example:
        return Example(written.example, "fastaid")
    if doc.example:
        return Example(doc.example, "its docstring")
    return Example(followed.example, f"the docstring of {doc.see}") if followed.example else None


def _groups(obj: Any, role: Role) -> tuple[Any, ...]:
    if role == "class":
        return class_groups(obj)
    return class_groups(type(obj)) if role == "instance" else ()


def _sources(subject: Any, calls: tuple[Call, ...], key: str) -> tuple[Code, ...]:
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
