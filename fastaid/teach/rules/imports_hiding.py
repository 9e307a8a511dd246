"""`from torchvision.transforms import *` after fastai's: both have a Resize, and the later import wins."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import keyword_given
from fastaid.teach.rules.python_source import cells, statement_at
from fastaid.teach.scene import Scene

ANY = (TypeError, AttributeError, NotImplementedError, RuntimeError, ValueError)
STAR = re.compile(r"(?m)^\s*from +(torchvision[\w.]*) +import +\*")
KEYWORD = re.compile(r"(\w+)\.__init__\(\) got an unexpected keyword argument '(\w+)'")


@rule(*ANY, needs="torchvision")
def fastai_hidden_by_torchvision(scene: Scene) -> Diagnosis | None:
    """fastai's Resize is hidden by torchvision's."""
    library_all = library("fastai.vision.all")
    hiding = _star_import(scene)
    if library_all is None or not hiding:
        return None
    found = KEYWORD.search(scene.message)
    for name, is_item in _torchvisions(scene):
        if found is not None and found[1] == name:
            what = f"`{name}` is torchvision's here, and has no argument `{found[2]}`; that is of fastai's `{name}`."
        elif found is None and is_item and _is_at_work(scene):
            what = f"`{name}`, given as a transform to fastai, is torchvision's here, not fastai's."
        else:
            continue
        both = [one for one in vars(library_all) if _is_hidden(scene, one)]
        return Diagnosis(
            what,
            f"`from {hiding} import *` hides fastai's names that torchvision has too: "
            f"{listed([f'`{one}`' for one in sorted(both)], 5)}. The later import wins.",
            "from torchvision import transforms\nfrom fastai.vision.all import *",
            "Import torchvision's as `transforms.…` (so `transforms.Resize` stays apart), and fastai's star after it:",
            card="transforms",
        )
    return None


def _is_at_work(scene: Scene) -> bool:
    """Whether a transform of torchvision's failed inside of fastai, or left the pictures at different sizes."""
    if scene.within("fastai.data") is None:
        return False
    return scene.within("torchvision.transforms") is not None or "fa_collate" in scene.message


def _star_import(scene: Scene) -> str:
    """The module of torchvision that a cell has imported with a star."""
    for _, text in reversed(cells(scene)):
        if found := STAR.search(text):
            return found[1]
    return ""


def _torchvisions(scene: Scene) -> Iterator[tuple[str, bool]]:
    """Names in the running line that are torchvision's and fastai's too; and whether fastai got them as transforms."""
    statement = statement_at(scene.here) if scene.here is not None else None
    if statement is None:
        return
    given = [
        node.value
        for node in ast.walk(statement)
        if isinstance(node, ast.keyword) and node.arg in ("item_tfms", "batch_tfms")
    ]
    if not given:
        written = (keyword_given(scene, word) for word in ("item_tfms", "batch_tfms"))
        given = [one for one in written if one is not None]
    for name in _called_names([statement]):
        if _is_hidden(scene, name):
            yield name, name in _called_names(given)
    for name in _called_names(given):
        if _is_hidden(scene, name):
            yield name, True


def _called_names(parts: Sequence[ast.AST]) -> list[str]:
    nodes = [node for part in parts for node in ast.walk(part) if isinstance(node, ast.Call)]
    return [node.func.id for node in nodes if isinstance(node.func, ast.Name)]


def _is_hidden(scene: Scene, name: str) -> bool:
    """Whether the notebook holds torchvision's thing under a name that fastai has too."""
    held, own = scene.names.get(name, UNKNOWN), vars(library("fastai.vision.all")).get(name)
    if held is UNKNOWN or own is None or held is own or name.startswith("_"):
        return False
    return str(getattr(held, "__module__", "")).startswith("torchvision.") and str(
        getattr(own, "__module__", "")
    ).startswith("fastai.")
