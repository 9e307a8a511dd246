"""What there is to say beside the arguments: what kind of thing it is, and what to mind."""

from __future__ import annotations

import types
from typing import Any

from fastaid.facts.symbol import Role, Signature
from fastaid.help.calls import BOUND_DISPATCH, DISPATCH, Call, owner_of
from fastaid.help.members import enum_members
from fastaid.help.objects import (
    BUILTIN_TYPES,
    bases,
    is_a,
    is_class,
    is_named,
    is_native_routine,
    loaded,
    module_of,
    name_of,
    stored,
    type_name,
    unwrapped,
)
from fastaid.help.sources import source_of
from fastaid.help.state import maker_of
from fastaid.help.subjects import ROUTINES


def role_of(obj: Any) -> Role:
    """What kind of thing it is, in one word."""
    if is_class(obj):
        return "class"
    if is_a(obj, types.MethodType, types.MethodDescriptorType, types.ClassMethodDescriptorType) or (
        is_a(obj, types.FunctionType) and owner_of(unwrapped(obj)) is not None
    ):
        return "method"
    if (
        is_a(obj, *BUILTIN_TYPES, types.FunctionType)
        or is_native_routine(obj)
        or (
            callable(obj) and is_a(stored(obj).get("__name__"), str)
        )  # numpy's dispatchers, functools.lru_cache
        or is_named(obj, *DISPATCH, *BOUND_DISPATCH, "functools.partial")
    ):
        return "function"
    return "instance"


def what_of(obj: Any, subject: Any, key: str, role: Role, calls: tuple[Call, ...]) -> str:
    """What kind of thing it is and where from: "class of fastai.vision.augment"."""
    module = (
        key.rpartition("." + name_of(subject))[0] if key.endswith(name_of(subject)) else module_of(subject)
    )
    module = module or key.rpartition(".")[0] or _home_of_c(subject)
    if role == "class":
        members = enum_members(obj)
        return f"{'enumeration' if members else 'class'} of {module}"
    if role == "instance":
        return f"{type_name(obj)} instance" + (
            f", of {module_of(type(obj))}" if module_of(type(obj)) != "builtins" else ""
        )
    if is_named(obj, "functools.partial"):
        return f"functools.partial of {name_of(subject) or 'a function'}"
    if len(calls) > 1:
        return f"dispatch function of {len(calls)} types, of {module}"
    if "<lambda>" in name_of(subject):
        return "lambda"
    maker = maker_of(subject)
    if maker:
        return f"function made by {maker}" + (f", of {module}" if module != "__main__" else "")
    return f"{role} of {module or 'this notebook'}"


def _home_of_c(subject: Any) -> str:
    """The class that a C method belongs to, which says more than no module."""
    owner = getattr(subject, "__objclass__", None) if is_a(subject, *BUILTIN_TYPES) else None
    held = getattr(subject, "__self__", None) if is_a(subject, *BUILTIN_TYPES) else None
    owner = owner if is_class(owner) else held if is_class(held) else type(held) if held is not None else None
    return f"{module_of(owner)}.{name_of(owner)}".removeprefix("builtins.") if owner is not None else ""


def notes_on(
    obj: Any, subject: Any, key: str, calls: tuple[Call, ...], signatures: tuple[Signature, ...]
) -> tuple[str, ...]:
    """What to mind: that it works in place, an enumeration's members, that its arguments are not known."""
    notes = []
    short = (key or name_of(subject)).rsplit(".", 1)[-1]
    is_torch = module_of(subject).startswith(("torch", "fastai")) or key.startswith("torch.")
    if is_torch and short.endswith("_") and not short.startswith("_") and is_a(subject, *ROUTINES):
        twin = short[:-1]
        has_twin = key.startswith("torch.Tensor.") and hasattr(loaded("torch").Tensor, twin)
        what = "the tensor itself" if key.startswith("torch.Tensor.") else "its argument"
        if _is_module_method(subject):
            what = "the module itself"
        other = f"; `{twin}` leaves it alone and returns a new one" if has_twin else ""
        notes.append(f"In place: it changes {what} and returns it{other}.")
    if name_of(subject).endswith("<lambda>") and is_a(obj, types.FunctionType):
        code = source_of(obj)
        notes += [f"Its code: `{' '.join(code.text.split())}`."] if code is not None else []
    traced = stored(obj).get("_torchdynamo_inline") if not is_class(obj) else None
    if is_a(traced, types.FunctionType):
        notes.append(
            f"TorchScript has compiled it from `{name_of(traced).rsplit('.', 1)[-1]}`; calls run the compiled code."
        )
    if is_class(obj):
        members = enum_members(obj)
        if members:
            notes.append("Members: " + ", ".join(f"`{name_of(obj)}.{name}`" for name in members[:12]) + ".")
    weights = _weights_of(signatures)
    if weights:
        notes.append(weights)
    refused = list(dict.fromkeys(name for one in signatures for name in one.refused))
    if refused:
        names = ", ".join(f"`{name}`" for name in refused)
        notes.append(
            f"Its signature lists {names} too, but a call with {'it' if len(refused) == 1 else 'them'} fails."
        )
    if callable(obj) and not signatures:
        notes.append(
            "What it takes is not known: it is written in C and nothing here describes its arguments."
        )
    return tuple(notes)


def _is_module_method(subject: Any) -> bool:
    """Whether it is a method of torch's Module."""
    owner = owner_of(subject) if is_a(subject, types.FunctionType) else None
    return owner is not None and any(name_of(base) == "Module" for base in bases(owner))


def _weights_of(signatures: tuple[Signature, ...]) -> str:
    """The pretrained weights a torchvision model can be given, by name."""
    for signature in signatures:
        for parameter in signature.parameters:
            word = parameter.type.split(" | ")[0]
            if parameter.name == "weights" and word.endswith("_Weights"):
                enum = next(
                    (m for n in ("torchvision.models",) if (m := stored(loaded(n)).get(word)) is not None),
                    None,
                )
                members = enum_members(enum) if enum is not None else ()
                if members:
                    return f"Pretrained weights: {', '.join(f'`{word}.{name}`' for name in members)}."
    return ""
