"""Where the names of fastai 2 live, read from its files: nothing is imported to know it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from fastaid.teach.objects import library, stored
from fastaid.teach.scene import Scene

PUBLIC = re.compile(r"^__all__ = \[(.*?)\]", re.DOTALL | re.MULTILINE)
SYMBOL = re.compile(r"'(fastai\.[\w.]+)\.(\w+)\.([A-Za-z]\w*)': \(")
QUOTED = re.compile(r"['\"](\w+)['\"]")
# What `from fastai.vision.all import *` and its like leave out: a name of these is imported from there.
APART = re.compile(
    r"fastai\.(medical|distributed|test_utils|fp16_utils|collab|vision\.(widgets|gan)"
    r"|callback\.(azureml|captum|comet|tensorboard|wandb))\b"
)
APPLICATIONS = ("vision", "text", "tabular")
OF_EVERYBODY = frozenset({"encodes", "decodes", "setups", "all", "np", "pd"})  # too common to be fastai's
MOST_NAMES = 3_000  # of a notebook's variables


def root(package: str = "fastai") -> Path | None:
    """Where a package lies; None where it is not installed."""
    try:
        found = find_spec(package)
    except (ImportError, ValueError):
        return None
    return Path(found.origin).parent if found is not None and found.origin else None


@cache
def modules() -> dict[str, Path]:
    """Every module of fastai's, by name."""
    home = root()
    if home is None:
        return {}
    found = {"fastai": home / "__init__.py"}
    for path in home.rglob("*.py"):
        parts = path.relative_to(home).with_suffix("").parts
        if not any(part.startswith("_") and part != "__init__" for part in parts):
            found[".".join(["fastai", *(part for part in parts if part != "__init__")])] = path
    return found


@cache
def homes() -> dict[str, tuple[str, ...]]:
    """For each public name of fastai's, the modules that define it."""
    found: dict[str, tuple[str, ...]] = {}
    for module, path in sorted(modules().items()):
        public = PUBLIC.search(path.read_text(encoding="utf-8", errors="replace"))
        for name in QUOTED.findall(public[1]) if public else ():
            if name not in OF_EVERYBODY:
                found[name] = (*found.get(name, ()), module)
    return found


@cache
def patched() -> dict[tuple[str, str], str]:
    """For a class and a method of it, the module that defines the method: ("Learner", "lr_find")."""
    home = root()
    listing = home / "_modidx.py" if home is not None else None
    if listing is None or not listing.exists():
        return {}
    text = listing.read_text(encoding="utf-8", errors="replace")
    return {(kind, method): module for module, kind, method in SYMBOL.findall(text)}


def version() -> str:
    """fastai's version, "2" where it does not say."""
    home = root()
    init = home / "__init__.py" if home is not None else None
    found = re.search(r"__version__ = ['\"]([\d.]+)", init.read_text()) if init is not None else None
    return found[1] if found else "2"


def application(scene: Scene) -> str:
    """Which of fastai's applications a notebook imports from; vision where it does not show."""
    named = re.findall(r"\bfastai\d?\.(vision|text|tabular|collab)\b", "\n".join(sources(scene)))
    return named[-1] if named else "vision"


def import_of(name: str, scene: Scene) -> str:
    """The line that brings a name of fastai 2, "" where fastai has none of that name."""
    found = homes().get(name, ())
    if not found:
        return ""
    together = [one for one in found if not APART.match(one)]
    if not together:
        star = found[0].startswith(("fastai.collab", "fastai.vision.widgets"))
        return f"from {found[0]} import {'*' if star else name}"
    owners = [one.split(".")[1] for one in together]
    wanted = application(scene)
    if all(owner in APPLICATIONS for owner in owners) and wanted not in owners:
        wanted = owners[0]
    return f"from fastai.{wanted if wanted in APPLICATIONS else 'tabular'}.all import *"


def sources(scene: Scene) -> list[str]:
    """The cells that ran, and the one that failed."""
    ran = scene.names.get("In")
    return (
        [*(one for one in ran if isinstance(one, str)), scene.cell] if isinstance(ran, list) else [scene.cell]
    )


def is_fastai_notebook(scene: Scene) -> bool:
    """Whether fastai is used here at all: by a word of the cells, or by a variable."""
    if any(re.search(r"\b(fastai2?|fastbook)\b", one) for one in sources(scene)):
        return True
    return any(is_fastai(held) for held in list(scene.names.values())[:MOST_NAMES])


def is_fastai(obj: Any) -> bool:
    """Whether an object, or the class of it, is defined in fastai or fastcore."""
    if isinstance(obj, ModuleType):
        return _is_fastai_module(stored(obj).get("__name__"))
    holder = obj if isinstance(obj, (type, FunctionType)) else type(obj)
    return _is_fastai_module(stored(holder).get("__module__") or getattr(holder, "__module__", ""))


def _is_fastai_module(name: object) -> bool:
    return isinstance(name, str) and name.split(".")[0] in ("fastai", "fastcore", "fasttransform")


def is_own(name: str, scene: Scene) -> bool:
    """Whether the learner's own code gives this name to something, in whatever place."""
    said = re.compile(rf"(?m)^\s*(?:async )?(?:def|class) {name}\b|^\s*{name}\s*(?::[^=\n]+)?=(?!=)")
    for one in sources(scene):
        if name not in one:
            continue
        if said.search(one) or name in _bound(one):
            return True
    return False


def _bound(source: str) -> set[str]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    found = {
        one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load)
    }
    found |= {one.arg for one in ast.walk(tree) if isinstance(one, ast.arg)}
    return found | {alias.asname or alias.name for one in _imports(tree) for alias in one.names}


def _imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for one in ast.walk(tree):
        if isinstance(one, (ast.Import, ast.ImportFrom)):
            yield one


def star_imports(scene: Scene) -> list[str]:
    """The modules of fastai's that a notebook imports with a star, the newest last."""
    text = "\n".join(sources(scene))
    return re.findall(r"(?m)^\s*from (fastai(?:\.\w+)*) import \*", text)


def loaded(module: str) -> dict[str, Any]:
    """A module's names where it is imported, {} where it is not."""
    return stored(library(module))
