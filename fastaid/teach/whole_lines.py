"""The line of a card with what it needs, so that it runs as it is pasted: imports, and a word where it cannot."""

from __future__ import annotations

import ast
import builtins
import re
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import replace

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.notebook_undefined import IMPORTS
from fastaid.teach.scene import WORD, Scene

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
WORDS_ALONE = re.compile(r"[\w.]*")


def whole(said: Diagnosis, scene: Scene) -> Diagnosis:
    """A card whose line can be pasted, or that says what has to be put into it."""
    return _with_placeholders_named(_with_imports(said, scene), scene)


def _with_imports(said: Diagnosis, scene: Scene) -> Diagnosis:
    """A card whose line begins with the imports of well-known names that the notebook has not."""
    if not said.fix or said.fix[0].isspace() or "self." in said.fix or said.fix.startswith("return "):
        return said  # a part of a class or a function, which stands below the imports
    lines = list(dict.fromkeys(line for word in _missing(said.fix, scene) if (line := _import_of(word))))
    if not lines or len(lines) > MOST_LINES:
        return said
    return replace(said, fix="\n".join([*lines, said.fix]))


def _with_placeholders_named(said: Diagnosis, scene: Scene) -> Diagnosis:
    """A card that tells which names of its line are none of the learner's: no cell has such a word."""
    if isinstance(scene.error, SyntaxError):
        return said  # the line is the learner's own, with a name that has to be another
    if WORDS_ALONE.fullmatch(said.fix):
        return said  # a name of a file or a column, and no code
    told = {"self", "cls", *WORD.findall(" ".join((said.what, said.cause, said.how)))}
    strange = [
        word
        for word in _missing(said.fix, scene)
        if not _import_of(word) and word not in told and word not in scene.words
    ]
    if not strange or len(strange) > MOST_LINES:
        return said
    are = "is a placeholder" if len(strange) == 1 else "are placeholders"
    hint = f"{listed([f'`{word}`' for word in strange])} {are}: put your own there"
    how = said.how or "Write:"
    return replace(said, how=f"{how[:-1]} ({hint}):" if how.endswith(":") else f"{how} (Below, {hint}.)")


def _missing(code: str, scene: Scene) -> list[str]:
    """The names of a piece of code that the learner has nowhere."""
    try:
        tree = ast.parse(textwrap.dedent(code.replace("…", "...")))
    except SyntaxError:
        return []
    known = [scene.names, vars(builtins), *(frame.names for frame in scene.frames if frame.is_learners)]
    return [word for word in _free(tree) if not any(word in names for names in known)]


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
        elif isinstance(node, ast.ExceptHandler) and node.name:
            made.add(node.name)
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
