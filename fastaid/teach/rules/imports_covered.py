"""A name that two imports bring: the later one wins, and has not what the earlier one had."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cell_trees, line_of
from fastaid.teach.scene import Scene

# Names that more than one library has; what is most often meant by them.
MEANT = {"Image": "PIL", "Path": "pathlib", "datetime": "datetime", "F": "torch.nn.functional"}


@dataclass(frozen=True)
class Brought:
    """An import with what it gives to a name."""

    line: str  # "from IPython.display import *"
    alone: str  # "from IPython.display import Image": the name alone
    home: str  # "IPython.display"
    held: Any


@rule(AttributeError)
def by_a_later_import(scene: Scene) -> Diagnosis | None:
    """`from IPython.display import Image` after PIL's: `Image.open` is no longer PIL's."""
    frame, wrong = scene.here, getattr(scene.error, "name", None)
    node = frame.node if frame is not None else None
    if isinstance(node, ast.Call):
        node = node.func
    if frame is None or not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return None
    name, held = node.value.id, frame.value(node.value)
    if node.attr != wrong or not isinstance(held, (type, ModuleType)) or held is UNKNOWN:
        return None
    if getattr(held, "__module__", "") == "__main__" or scene.names.get(name) is not held:
        return None
    every = list(brought_by(scene, name))
    hiding = next((one for one in every if one.held is held), None)
    meant = next((one for one in every if one.held is not held and _has(one.held, wrong)), None)
    meant = meant or _well_known(name, wrong)
    if hiding is None or meant is None or meant.held is held or meant.home == getattr(held, "__name__", ""):
        return None  # datetime the module, and datetime inside it
    was_there = any(one.held is meant.held for one in every)
    kind = (
        f"the module `{held.__name__}`" if isinstance(held, ModuleType) else f"the class of `{hiding.home}`"
    )
    other = f"{_short(hiding.home)}{name}"
    apart = f"from {hiding.home} import {name} as {other}"
    if isinstance(held, ModuleType):
        apart = f"import {held.__name__} as {other}"
    return Diagnosis(
        f"`{name}` is {kind} here, and has no `{wrong}`; that of `{meant.home}` has.",
        f"`{hiding.line}` "
        + (
            f"brought another `{name}` and took the name over: the later import wins."
            if was_there
            else f"gave it this name. Two libraries have a `{name}`."
        ),
        f"{meant.alone}\n{line_of(frame)}".rstrip(),
        f"Import the one that you mean again. If you need the other too, give it a name of its own (`{apart}`):",
    )


def _short(home: str) -> str:
    return {"IPython": "IP", "torchvision": "TV", "matplotlib": "Plt"}.get(home.split(".")[0], "Other")


def _has(held: Any, wrong: str) -> bool:
    return isinstance(held, (type, ModuleType)) and wrong in dir(held)


def _well_known(name: str, wrong: str) -> Brought | None:
    home = MEANT.get(name, "")
    held = _inside(home, name) if home else None
    if held is None or not _has(held, wrong):
        return None
    line = f"from {home} import {name}"
    return Brought(line, line, home, held)


def _inside(home: str, name: str) -> Any:
    """What a module has under a name, a module inside it too; None where it has nothing."""
    held = vars(sys.modules[home]).get(name) if home in sys.modules else None
    return held if held is not None else sys.modules.get(f"{home}.{name}")


def brought_by(scene: Scene, name: str) -> Iterator[Brought]:
    """The imports that give a name, the latest cell first."""
    for _, tree in cell_trees(scene):
        nodes = [one for one in ast.walk(tree) if isinstance(one, (ast.Import, ast.ImportFrom))]
        for node in sorted(nodes, key=lambda one: -one.lineno):
            for one in node.names:
                found = brought(node, one, name)
                if found is not None and found.held is not None:
                    yield found


def brought(node: ast.Import | ast.ImportFrom, one: ast.alias, name: str) -> Brought | None:
    """What one part of an import gives to a name; None where it gives nothing, or has not run."""
    if isinstance(node, ast.Import):
        if (one.asname or one.name) != name:
            return None
        line = f"import {one.name}" + (f" as {one.asname}" if one.asname else "")
        return Brought(line, line, one.name, sys.modules.get(one.name))
    home = node.module or ""
    if node.level or home not in sys.modules:
        return None
    if one.name == "*":
        public = getattr(sys.modules[home], "__all__", None)
        if name.startswith("_") or (public is not None and name not in public):
            return None
        held = vars(sys.modules[home]).get(name)
        own = _home_of(held, name) or home
        return Brought(f"from {home} import *", f"from {own} import {name}", own, held)
    if (one.asname or one.name) != name:
        return None
    line = f"from {home} import {one.name}" + (f" as {one.asname}" if one.asname else "")
    return Brought(line, line, home, _inside(home, one.name))


def _home_of(held: Any, name: str) -> str:
    """Where a name that a star hands on is known from: PIL for fastai's Image."""
    meant = MEANT.get(name, "")
    return meant if meant and held is not None and _inside(meant, name) is held else ""
