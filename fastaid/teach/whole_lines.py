"""The line of a card with the imports that it needs, so that it runs as it is pasted."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Mapping
from dataclasses import replace

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.notebook_undefined import IMPORTS
from fastaid.teach.scene import Scene

MODULES = (
    "collections", "copy", "csv", "functools", "gc", "glob", "inspect", "io", "itertools", "json", "math", "os",
    "pickle", "random", "re", "shutil", "statistics", "string", "time", "torch", "torchvision", "warnings",
)  # fmt: skip
LINES: Mapping[str, str] = {
    **{name: f"import {name}" for name in MODULES},
    **IMPORTS,
    "T": "import torchvision.transforms as T",
}
# Where the course's star imports take their names from, as far as the notebook has imported them.
STARS = ("fastai.vision.all", "fastai.tabular.all", "fastai.text.all", "fastai.collab")
MOST_LINES = 3


def with_imports(said: Diagnosis, scene: Scene) -> Diagnosis:
    """A card whose line begins with the imports of well-known names that the notebook has not."""
    if not said.fix or said.fix[0].isspace() or "self." in said.fix:
        return said  # a part of a class, which stands below the imports
    try:
        tree = ast.parse(said.fix.replace("…", "..."))
    except SyntaxError:
        return said
    known = [scene.names, vars(builtins), *(frame.names for frame in scene.frames if frame.is_learners)]
    missing = [word for word in _free(tree) if not any(word in names for names in known)]
    lines = list(dict.fromkeys(line for word in missing if (line := _import_of(word))))
    if not lines or len(lines) > MOST_LINES:
        return said
    return replace(said, fix="\n".join([*lines, said.fix]))


def _free(tree: ast.Module) -> list[str]:
    """The names that a piece of code uses and does not make, in their order."""
    used, made = dict[str, None](), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                used[node.id] = None
            else:
                made.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            made.add(node.name)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, ast.alias):
            if node.name == "*":
                return []  # it may bring any name
            made.add((node.asname or node.name).split(".")[0])
    return [word for word in used if word not in made]


def _import_of(word: str) -> str:
    """The line that imports a well-known name; "" for a name that only the learner can know."""
    for module in STARS:
        held = getattr(sys.modules.get(module), "__dict__", {}).get(word)
        # What fastai only hands on, such as `partial`, has its own line.
        if str(getattr(held, "__module__", "")).startswith(("fastai.", "fastcore.")):
            return f"from {module} import {word}"
    return LINES.get(word, "")
