"""How a thing is called: live signature, **kwargs followed to where they go, and each argument's meaning."""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from fastaid.facts.symbol import Meaning, Parameter, Signature
from fastaid.help.calls import Call, annotation, calls_of, function_named
from fastaid.help.docstrings import Docstring
from fastaid.help.explain import docstring_under, explainer, followed_docstring, type_of_default, written_on
from fastaid.help.forwarding import Passed, forwarding_of
from fastaid.help.heads import head_signatures
from fastaid.help.meanings import Entry
from fastaid.help.objects import (
    is_a,
    is_class,
    module_of,
    name_of,
    stored,
    words,
)
from fastaid.help.stubs import class_stub, native_signatures, of_live, torch_key

DEEPEST = 6  # **kwargs handed on from function to function
Seen = dict[tuple[types.CodeType, int, bool], Signature | None]
Explained = Callable[[Parameter], Parameter]
STARS_ONLY = ("var-positional", "var-keyword")


def signature_of(call: Call, depth: int = 0, seen: Seen | None = None) -> tuple[Signature, ...]:
    """The ways to make one call; several where a C function has overloads.

    `seen` holds the functions that this question has met on the way: **kwargs often meet again.
    """
    seen = {} if seen is None else seen
    if not call.is_python:
        return tuple(_less_given(call, one) for one in _native(call))
    stubbed = _behind_stars(call)
    if stubbed:
        return stubbed
    # A class is known by its id: a metaclass may have a `__hash__` of its own.
    key = (call.function.__code__, id(call.owner), call.is_bound)
    if key not in seen:
        seen[key] = None  # in the making: a function that calls itself adds nothing
        seen[key] = _python(call, depth, seen)
    found = seen[key]
    return (_less_given(call, found),) if found is not None else ()


def _native(call: Call) -> tuple[Signature, ...]:
    if is_class(call.function):
        found = class_stub(call.function) or native_signatures(call.function, "", True)
        key = ""
    else:
        key = torch_key(call.function)
        found = native_signatures(call.function, key, call.is_bound)
    doc = docstring_under(call.function, key)
    written = written_on(call)
    renamed = _renamed(call.function, key, found)
    return tuple(
        replace(
            one, parameters=tuple(_told(p, doc, renamed, written, call.function, key) for p in one.parameters)
        )
        for one in found
    )


def _renamed(function: Any, key: str, found: tuple[Signature, ...]) -> dict[str, str]:
    """The docstring's names of arguments that the runtime calls otherwise: torch.linalg documents `A` for `input`."""
    heads = head_signatures(function, key or name_of(function)) if found else ()
    if not heads:
        return {}
    head = [p.name for p in heads[0].parameters if p.kind in ("positional", "positional-only")]
    live = [p.name for p in found[0].parameters if p.kind in ("positional", "positional-only")]
    return {there: here for there, here in zip(live, head, strict=False) if there not in head}


def _told(
    parameter: Parameter, doc: Docstring, renamed: dict[str, str], written: Entry, function: Any, key: str
) -> Parameter:
    # A stub cannot spell the keyword; Tensor.uniform_(from=0) can.
    is_escaped = parameter.name == "from_" and key.startswith("torch.Tensor.")
    name = "from" if is_escaped else parameter.name
    kind, text = doc.parameters.get(name) or doc.parameters.get(renamed.get(name, ""), ("", ""))
    origin = f"docstring of {key or name_of(function)}"
    if not text and doc.see:
        followed = followed_docstring(doc.see)
        kind, text = followed.parameters.get(name, (kind, ""))
        origin = f"docstring of {doc.see}"
    if name in written.parameters:
        text, origin = written.parameters[name], f"fastaid, checked with {written.checked_with}"
    return replace(
        parameter,
        name=name,
        type=parameter.type or written.types.get(name, "") or kind or type_of_default(parameter.default),
        meaning=Meaning(text, origin) if text else None,
    )


def _behind_stars(call: Call) -> tuple[Signature, ...]:
    """torch's stub of a wrapper that takes (*args, **kwargs)."""
    code = call.function.__code__
    if code.co_argcount + code.co_kwonlyargcount or not code.co_flags & inspect.CO_VARARGS:
        return ()
    if not code.co_flags & inspect.CO_VARKEYWORDS:  # (*tensors) says enough, (*args) may not
        found = head_signatures(call.function) if "args" in code.co_varnames[:1] else ()
        return _all_told(call, found, "")
    name, module = name_of(call.function), module_of(call.function)
    is_torch = module.startswith("torch") and "." not in name
    found = native_signatures(call.function, f"{module}.{name}", False) if is_torch else ()
    found = found or head_signatures(call.function, name)
    return _all_told(call, found, f"{module}.{name}")


def _all_told(call: Call, found: tuple[Signature, ...], key: str) -> tuple[Signature, ...]:
    """Signatures that the definition itself does not show, with their arguments' meanings."""
    doc = docstring_under(call.function, key)
    written = written_on(call)
    return tuple(
        replace(
            one,
            parameters=tuple(
                _told(p, doc, {}, written, call.function, key or name_of(call.function))
                for p in one.parameters
            ),
        )
        for one in found
    )


def _less_given(call: Call, signature: Signature) -> Signature:
    """Without the arguments that a partial has filled; its keywords as the new defaults."""
    if not call.n_given and not call.given:
        return signature
    positional = [p.name for p in signature.parameters if p.kind in ("positional", "positional-only")]
    gone = set(positional[: call.n_given])
    parameters = []
    for p in signature.parameters:
        if p.name in gone:
            continue
        if p.name in call.given:
            p = replace(p, default=words(call.given[p.name]), kind="keyword-only")
        parameters.append(p)
    return replace(signature, parameters=tuple(parameters))


def _bare(function: types.FunctionType) -> inspect.Signature:
    """The signature of the definition itself; `@delegates` and metaclasses overwrite the live one."""
    copy = types.FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    copy.__kwdefaults__ = function.__kwdefaults__
    copy.__annotations__ = function.__annotations__
    return inspect.signature(copy)


def _python(call: Call, depth: int, seen: Seen) -> Signature:
    function = call.function
    bare = _bare(function)
    own = [of_live(p) for p in bare.parameters.values()]
    if call.is_bound and own and own[0].kind in ("positional", "positional-only"):
        own = own[1:]
    explained = explainer(call)
    own = [explained(p) for p in own]
    rest, leftover, refused = _through_kwargs(call, own, explained, depth, seen)
    parameters = [p for p in own if p.kind != "var-keyword"]
    keyword = next((p for p in own if p.kind == "var-keyword"), None)
    parameters += rest
    if keyword is not None and (leftover or not rest):
        parameters.append(keyword)
    returns = function.__annotations__.get("return", inspect.Parameter.empty)
    return Signature(
        tuple(parameters),
        returns="" if returns is inspect.Parameter.empty else annotation(returns),
        label=call.label,
        open_keywords=leftover if keyword is not None else "",
        refused=refused,
    )


def _through_kwargs(
    call: Call, own: list[Parameter], explained: Explained, depth: int, seen: Seen
) -> tuple[list[Parameter], str, tuple[str, ...]]:
    """The arguments that travel through **kwargs, what becomes of other keywords ("" if refused), false promises."""
    function = call.function
    code = function.__code__
    if not code.co_flags & inspect.CO_VARKEYWORDS or depth >= DEEPEST:
        return [], "" if not code.co_flags & inspect.CO_VARKEYWORDS else "passed on", ()
    found: dict[str, Parameter] = {}
    taken = {p.name for p in own}
    leftover: list[str] = []
    way = forwarding_of(call)
    for name, default in way.taken.items():
        shown = "None" if default is None else ast.unparse(default)
        if name not in taken and name.isidentifier():
            parameter = explained(Parameter(name, "keyword-only", shown))
            found[name] = replace(parameter, via=function_named(function))
    accepted = [(passed, *_accepted(passed, depth, seen)) for passed in way.passed]
    for _, parameters, rest in accepted:
        for p in parameters:
            if p.name not in taken:
                found.setdefault(p.name, p)
        leftover += [rest] if rest else []
    # Where two calls get the same **kwargs, an argument must suit every one that is sure to be made.
    for passed, parameters, rest in accepted:
        if passed.is_sure and not rest and len(accepted) > 1:
            suits = {p.name for p in parameters}
            found = {name: p for name, p in found.items() if name in suits or name in way.taken}
            leftover = []
    if not (way.passed or way.taken or way.is_kept or way.is_unknown):
        leftover.append("ignored")  # taken in, and never looked at
    if way.is_kept:
        leftover.append("kept")
    if way.is_unknown:
        leftover.append("passed on")
    promised = {
        name: p
        for name, p in _delegated(call, explained, depth, seen).items()
        if name not in taken | set(found)
    }
    if leftover or not way.passed:
        found.update(promised)
        return list(found.values()), leftover[0] if leftover else "", ()
    # Every call that **kwargs reach is known, and none takes these: fine_tune(lr_max=…) is a TypeError.
    return list(found.values()), "", tuple(promised)


def _accepted(passed: Passed, depth: int, seen: Seen) -> tuple[list[Parameter], str]:
    """The keywords that one call still accepts, and what it does with others."""
    calls = calls_of(passed.callee, passed.owner)
    if not calls:
        return [], "passed on"
    found: dict[str, Parameter] = {}
    rest = ""
    for inner in calls:
        target = replace(inner, is_bound=inner.is_bound or passed.is_bound)
        via = function_named(passed.callee) or function_named(inner.function)
        for signature in signature_of(target, depth + 1, seen):
            positional = [p.name for p in signature.parameters if p.kind in ("positional", "positional-only")]
            filled = set(positional[: passed.n_positional]) | passed.explicit
            # What *args takes in is handed on too: it fills the first arguments of the call behind.
            surplus = passed.n_positional - len(positional)
            if surplus > 0 and any(p.kind == "var-positional" for p in signature.own):
                filled |= {p.name for p in signature.forwarded[:surplus]}
            for p in signature.parameters:
                if p.kind in ("positional-only", *STARS_ONLY) or p.name in filled:
                    continue
                found.setdefault(p.name, replace(p, kind="keyword-only", via=p.via or via))
            rest = rest or signature.open_keywords
    return list(found.values()), rest


def _delegated(call: Call, explained: Explained, depth: int, seen: Seen) -> dict[str, Parameter]:
    """What the displayed signature promises beside the definition, as `@delegates` writes it."""
    outer = call.outer if type(call.outer) is types.MappingProxyType else stored(call.outer)
    live = outer.get("__signature__") or stored(call.function).get("__signature__")
    if live is None or not is_a(live, inspect.Signature):
        return {}
    to = stored(call.function).get("__delwrap__")
    told: dict[str, Parameter] = {}
    for target in calls_of(to) if to is not None else ():
        for signature in signature_of(target, depth + 1, seen):
            told.update({p.name: p for p in signature.parameters})
    via = function_named(to) if to is not None else ""
    found = {}
    for name, live_parameter in live.parameters.items():
        if live_parameter.kind in (0, 2, 4) or name in ("self", "cls"):
            continue
        parameter = of_live(live_parameter)
        held = told.get(name) or explained(parameter)
        found[name] = replace(
            parameter,
            kind="keyword-only",
            via=held.via or via or function_named(call.function),
            meaning=held.meaning,
            type=parameter.type or held.type or type_of_default(parameter.default),
        )
    return found
