"""How a thing is called: live signature, **kwargs followed to where they go, and each argument's meaning."""

from __future__ import annotations

import inspect
import re
import types
from dataclasses import replace
from functools import lru_cache
from typing import Any

from fastaid.facts.symbol import Meaning, Parameter, Signature
from fastaid.help.calls import Call, annotation, calls_of, function_named
from fastaid.help.docstrings import Docstring, plain, read
from fastaid.help.forwarding import Passed, forwarding_of
from fastaid.help.meanings import Entry, entry
from fastaid.help.objects import (
    bases,
    doc_of,
    is_a,
    is_class,
    loaded,
    module_of,
    name_of,
    quietly,
    static,
    stored,
    unwrapped,
    words,
)
from fastaid.help.sources import head_of
from fastaid.help.stubs import class_stub, head_signatures, native_signatures, of_live, torch_key

DEEPEST = 6  # **kwargs handed on from function to function
Seen = dict[tuple[types.CodeType, type | None, bool], Signature | None]
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
    key = (call.function.__code__, call.owner, call.is_bound)
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
    doc = _doc(call.function, key)
    written = _written(call)
    renamed = _renamed(call.function, key, found)
    return tuple(
        replace(one, parameters=tuple(_told(p, doc, renamed, written, call.function, key) for p in one.parameters))
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
        followed = _follow(doc.see)
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


def _doc(obj: Any, key: str) -> Docstring:
    return read(doc_of(obj), key.rsplit(".", 1)[-1] or name_of(obj))


def _follow(see: str, depth: int = 0) -> Docstring:
    """The docstring of another name, as "See :func:`torch.add`" means it."""
    target = named(see)
    if target is None or depth > 2:
        return Docstring()
    doc = _doc(target, torch_key(target) if not is_class(target) else "")
    if not doc.parameters and doc.see and doc.see != see:
        return _follow(doc.see, depth + 1)
    return doc


def named(dotted: str) -> Any:
    """The object of a dotted name in a loaded module, None where there is none."""
    dotted = dotted.strip("~. ")
    candidates = [dotted, f"torch.{dotted}"] if not dotted.startswith("torch.") else [dotted]
    for name in candidates:
        parts = name.split(".")
        for i in range(len(parts) - 1, 0, -1):
            held: Any = loaded(".".join(parts[:i]))
            if held is None:
                continue
            for part in parts[i:]:
                held = static(held, part) if is_class(held) else stored(held).get(part)
                if held is None:
                    break
            if held is not None:
                return held
    return None


def _behind_stars(call: Call) -> tuple[Signature, ...]:
    """torch's stub of a wrapper that takes (*args, **kwargs)."""
    code = call.function.__code__
    if code.co_argcount + code.co_kwonlyargcount or not code.co_flags & inspect.CO_VARARGS:
        return ()
    if not code.co_flags & inspect.CO_VARKEYWORDS:  # (*tensors) says enough, (*args) may not
        return head_signatures(call.function) if "args" in code.co_varnames[:1] else ()
    name, module = name_of(call.function), module_of(call.function)
    is_torch = module.startswith("torch") and "." not in name
    found = native_signatures(call.function, f"{module}.{name}", False) if is_torch else ()
    found = found or head_signatures(call.function, name)
    doc = _doc(call.function, f"{module}.{name}")
    written = _written(call)
    return tuple(
        replace(one, parameters=tuple(_told(p, doc, {}, written, call.function, f"{module}.{name}") for p in one.parameters))
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
            p = replace(p, default=words(call.given[p.name]), kind="keyword-only")  # noqa: PLW2901
        parameters.append(p)
    return replace(signature, parameters=tuple(parameters))


# -- Python functions ------------------------------------------------------------------------------


def _bare(function: types.FunctionType) -> inspect.Signature:
    """The signature of the definition itself; `@delegates` and metaclasses overwrite the live one."""
    copy = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
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
    own = [explained(call, p) for p in own]
    rest, leftover = _through_kwargs(call, own, depth, seen)
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
    )


def _through_kwargs(
    call: Call, own: list[Parameter], depth: int, seen: Seen
) -> tuple[list[Parameter], str]:
    """The arguments that travel through **kwargs, and what becomes of any other keyword ("" if refused)."""
    function = call.function
    code = function.__code__
    if not code.co_flags & inspect.CO_VARKEYWORDS or depth >= DEEPEST:
        return [], "" if not code.co_flags & inspect.CO_VARKEYWORDS else "passed on"
    found: dict[str, Parameter] = {}
    taken = {p.name for p in own}
    leftover: list[str] = []
    way = forwarding_of(call)
    for name, default in way.taken.items():
        import ast

        shown = "None" if default is None else ast.unparse(default)
        if name not in taken and name.isidentifier():
            parameter = explained(call, Parameter(name, "keyword-only", shown))
            found[name] = replace(parameter, via=function_named(function))
    for passed in way.passed:
        parameters, rest = _accepted(passed, depth, seen)
        for p in parameters:
            if p.name not in taken:
                found.setdefault(p.name, p)
        leftover += [rest] if rest else []
    _add_delegated(call, found, taken, depth, seen)
    if way.is_kept:
        leftover.append("kept")
    if way.is_unknown:
        leftover.append("passed on")
    return list(found.values()), leftover[0] if leftover else ""


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
            for p in signature.parameters:
                if p.kind in ("positional-only", *STARS_ONLY) or p.name in filled:
                    continue
                found.setdefault(p.name, replace(p, kind="keyword-only", via=p.via or via))
            rest = rest or signature.open_keywords
    return list(found.values()), rest


def _add_delegated(
    call: Call, found: dict[str, Parameter], taken: set[str], depth: int, seen: Seen
) -> None:
    """What `@delegates` promises beside what the body shows."""
    outer = call.outer if type(call.outer) is types.MappingProxyType else stored(call.outer)
    live = outer.get("__signature__") or stored(call.function).get("__signature__")
    if not is_a(live, inspect.Signature):
        return
    to = stored(call.function).get("__delwrap__")
    told: dict[str, Parameter] = {}
    if to is not None:
        for target in calls_of(to):
            for signature in signature_of(target, depth + 1, seen):
                told.update({p.name: p for p in signature.parameters})
    via = function_named(to) if to is not None else ""
    for name, live_parameter in live.parameters.items():
        if name in taken or name in found or live_parameter.kind in (0, 2, 4) or name in ("self", "cls"):
            continue
        parameter = of_live(live_parameter)
        held = told.get(name) or explained(call, parameter)
        found[name] = replace(
            parameter,
            kind="keyword-only",
            via=held.via or via or function_named(call.function),
            meaning=held.meaning,
            type=parameter.type or held.type or type_of_default(parameter.default),
        )


# -- meanings --------------------------------------------------------------------------------------


def explained(call: Call, parameter: Parameter) -> Parameter:
    """A parameter of a Python function with its meaning and type, from the first source that has them."""
    function, name = call.function, parameter.name
    written = _written(call)
    kind, text, origin = parameter.type, "", ""
    docment = _docments(function.__code__, function).get(name, "")
    if docment:
        text, origin = docment, module_of(function).split(".")[0]
    elif name in written.parameters:
        text, origin = written.parameters[name], f"fastaid, checked with {written.checked_with}"
    for doc, where in _docstrings(call):
        if kind and text:
            break
        typed, told = doc.parameters.get(name, ("", ""))
        kind = kind or _clean_type(typed)
        if not text and told:
            text, origin = told, f"docstring of {where}"
    return replace(
        parameter,
        type=kind or written.types.get(name, "") or type_of_default(parameter.default),
        meaning=Meaning(text, origin) if text else None,
    )


def _written(call: Call) -> Entry:
    function = call.function
    if call.key:
        module, _, name = call.key.rpartition(".")
        found = entry(module, name)
        if found.parameters:
            return found
    if not call.is_python:
        key = torch_key(function) if not is_class(function) else ""
        return entry("torch", key.removeprefix("torch.")) if key else entry(module_of(function), name_of(function))
    return entry(module_of(function), function_named(function))


def _docstrings(call: Call) -> list[tuple[Docstring, str]]:
    """The docstrings that may describe a Python function's arguments, nearest first, with their names."""
    function = call.function
    found = [(read(doc_of(function), name_of(function)), name_of(function))]
    owner = call.owner
    if owner is None:
        return found + _seen(found[0][0])
    short = function.__name__
    if short in ("__init__", "__new__", "forward", "__call__"):
        found.append((read(doc_of(owner), name_of(owner)), name_of(owner)))
    is_made = short in ("__init__", "__new__")
    for cls in bases(owner):
        own = type.__dict__["__dict__"].__get__(cls)
        defined = unwrapped(own.get(short))
        if is_made and getattr(defined, "__code__", None) is function.__code__ and cls is not owner:
            found.append((read(doc_of(cls), name_of(cls)), name_of(cls)))
        elif not is_made and is_a(defined, types.FunctionType) and defined.__code__ is not function.__code__:
            found.append((read(doc_of(defined), name_of(defined)), name_of(defined)))
    return found + _seen(found[0][0])


def _seen(doc: Docstring) -> list[tuple[Docstring, str]]:
    return [(_follow(doc.see), doc.see)] if doc.see else []


def docments_of(function: Any) -> dict[str, str]:
    """The comments beside a function's parameters, and beside its return under "return"."""
    return _docments(function.__code__, function)


@lru_cache(maxsize=4096)
def _docments(code: types.CodeType, function: Any) -> dict[str, str]:
    """The comments beside the parameters in the source, fastai's own way to document."""
    if "#" not in head_of(code):
        return {}
    # fastcore's reader knows the dialect; what it cannot read costs the comments, not the answer.
    from fastcore.docments import docments

    bare = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, None, function.__closure__
    )
    bare.__module__, bare.__qualname__ = function.__module__, function.__qualname__
    found = quietly(lambda: docments(bare), {}) or {}
    return {
        name: plain(text)
        for name, text in found.items()
        if isinstance(text, str) and text and not re.match(r"(noqa|type:|pyright|pylint|pragma|fmt:|chkstyle)", text)
    }


def _clean_type(text: str) -> str:
    text = text.strip("() ").removesuffix(", optional").removesuffix(",optional")
    return "" if text == "optional" else text


TYPES_OF_DEFAULT = (
    ("True", "bool"), ("False", "bool"), ("()", "tuple"), ("[]", "list"), ("{}", "dict"),
)  # fmt: skip


def type_of_default(default: str | None) -> str:
    """The type that a default shows, "" where it shows none."""
    if default is None or default in ("None", "…"):
        return ""
    for value, kind in TYPES_OF_DEFAULT:
        if default == value:
            return kind
    import ast

    value = quietly(lambda: ast.literal_eval(default))
    if value is not None:
        return type(value).__name__
    if default.startswith("<") and default.endswith(">"):
        return default[1:-1]
    return ""
