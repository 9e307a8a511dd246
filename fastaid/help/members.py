"""What a module or a class holds, one line each."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterable, Iterator
from typing import Any

from fastaid.facts.symbol import Group
from fastaid.help.docstrings import plain
from fastaid.help.meanings import entry
from fastaid.help.objects import (
    bases,
    doc_of,
    is_a,
    is_class,
    is_named,
    is_one_of,
    module_of,
    name_of,
    quietly,
    static,
    stored,
    undecorated,
    unwrapped,
)

MOST_MEMBERS = 150
LINE = 90


def first_line(obj: Any) -> str:
    """The first line of a docstring, short; cheap enough to ask of a whole module."""
    function = unwrapped(obj)
    written = entry(module_of(function), name_of(function)).summary if callable(function) else ""
    text = written or quietly(lambda: doc_of(obj), "") or ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # C functions begin with their own signature.
    while lines and re.match(r"[\w.]+\(.*", lines[0]) and (len(lines) > 1 or "->" in lines[0]):
        lines.pop(0)
    line = plain(next((one for one in lines if not one.startswith((".. ", ">>>"))), ""))
    return line if len(line) <= LINE else line[: LINE - 1].rstrip() + "…"


def module_groups(module: Any) -> tuple[Group, ...]:
    """A module's public classes, functions and submodules."""
    held = stored(module)
    home = held.get("__name__")
    home = home if type(home) is str else ""
    public = held.get("__all__")
    public = public if is_one_of(type(public), (list, tuple)) else ()
    names = [n for n in public or held if type(n) is str and (public or not n.startswith("_"))]
    kinds: dict[str, list[tuple[str, str]]] = {
        "Classes": [],
        "Functions": [],
        "Modules": [],
        "Other names": [],
    }
    for name in sorted(names, key=str.lower):
        value = held.get(name)
        if value is None or (not public and _is_imported(value, home)):
            continue
        title = (
            "Classes"
            if is_class(value)
            else "Modules"
            if is_a(value, types.ModuleType)
            else "Functions"
            if callable(value)
            else "Other names"
        )
        has_line = title != "Other names" and len(kinds[title]) < MOST_MEMBERS
        kinds[title].append((name, first_line(value) if has_line else ""))
    return tuple(Group(title, tuple(rows[:MOST_MEMBERS])) for title, rows in kinds.items() if rows)


def _is_imported(value: Any, home: str) -> bool:
    """Whether a module without `__all__` has only imported it."""
    if is_a(value, types.ModuleType):
        name = stored(value).get("__name__")
        return type(name) is not str or not name.startswith(home + ".")
    if is_class(value) or callable(value):
        return module_of(value).split(".")[0] != home.split(".")[0]
    return True


def class_groups(cls: type) -> tuple[Group, ...]:
    """A class's public methods and properties: its own first, then what it inherits."""
    own: list[tuple[str, str]] = []
    inherited: list[tuple[str, str]] = []
    properties: list[tuple[str, str]] = []
    seen: set[str] = set()
    for base in bases(cls):
        if base is object:
            break
        for name, member in _public(type.__dict__["__dict__"].__get__(base).items()):
            if name in seen:
                continue
            seen.add(name)
            if is_a(member, property) or inspect.isgetsetdescriptor(member):
                properties.append((name, first_line(member)))
            elif callable(undecorated(member)):
                (own if base is cls else inherited).append((name, first_line(undecorated(member))))
    titles = (
        (f"Methods of {name_of(cls)}", own),
        ("Properties", properties),
        ("Inherited methods", inherited),
    )
    return tuple(Group(title, tuple(sorted(rows)[:MOST_MEMBERS])) for title, rows in titles if rows)


def _public(items: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    return ((name, member) for name, member in list(items) if not name.startswith("_"))


def enum_members(cls: type) -> tuple[str, ...]:
    """The names of an Enum's members."""
    if not any(module_of(base) == "enum" and name_of(base) == "Enum" for base in bases(cls)):
        return ()
    members = static(cls, "_member_map_")
    return tuple(members) if type(members) is dict else ()


def is_enum_member(obj: Any) -> bool:
    """Whether it is one of an Enum's members."""
    return is_named(obj, "enum.Enum")
