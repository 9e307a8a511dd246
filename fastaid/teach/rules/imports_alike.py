"""A name of fastai's that a later import from another library covers: torch's ReduceLROnPlateau."""

from __future__ import annotations

import ast
import inspect
import re
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, library
from fastaid.teach.rules import rule
from fastaid.teach.rules.python_source import cells, statement_at, text_of
from fastaid.teach.scene import Scene

KEYWORD = re.compile(r"unexpected keyword arguments? '(\w+)'")
MISSING = re.compile(r"missing \d+ required positional arguments?: (.+)$")
ALL = ("fastai.vision.all", "fastai.tabular.all", "fastai.text.all", "fastai.collab", "fastai.callback.all")


def _of_fastai(name: str) -> Any:
    """What fastai itself has under a name."""
    for module in ALL:
        held = vars(library(module)).get(name) if library(module) is not None else None
        if held is not None and str(getattr(held, "__module__", "")).startswith("fastai."):
            return held
    return None


@rule(TypeError, needs="fastai.learner")
def fastai_covered_by_import(scene: Scene) -> Diagnosis | None:
    """`from torch.optim.lr_scheduler import ReduceLROnPlateau` hides fastai's callback of that name."""
    here = scene.here
    line = statement_at(here) if here is not None else None
    keyword, missing = KEYWORD.search(scene.message), MISSING.search(scene.message)
    if here is None or line is None or (keyword is None and missing is None):
        return None
    for node in ast.walk(line):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        name, held = node.func.id, here.value(node.func)
        home, own = str(getattr(held, "__module__", "")), _of_fastai(node.func.id)
        is_foreign = held is not UNKNOWN and home.partition(".")[0] not in (
            "",
            "fastai",
            "fastcore",
            "__main__",
        )
        # torch's DataLoader is wanted as often as fastai's: another rule tells what its arguments are called.
        if own is None or own is held or not is_foreign or name not in scene.message or name == "DataLoader":
            continue
        words = [one.arg for one in node.keywords]
        if (keyword is not None and keyword[1] not in words) or not _takes(own, node):
            continue
        module = _imported_from(scene, name) or home
        lacks = f"has no argument `{keyword[1]}`" if keyword is not None else f"also needs {missing[1]}"  # type: ignore[index]
        shown = text_of(line, 200)
        return Diagnosis(
            f"`{name}` is here the one of `{home.partition('.')[0]}` (imported from `{module}`), which {lacks}.",
            f"fastai has a `{name}` too, which fits this line; the later import hides it.",
            f"from {own.__module__} import {name}" + (f"\n{shown}" if shown and not line.col_offset else ""),
            "Import fastai's again (and leave the other import out):",
            card="callbacks" if "callback" in own.__module__ else "",
        )
    return None


def _takes(function: Any, call: ast.Call) -> bool:
    """Whether fastai's thing could be called so."""
    try:
        signature = inspect.signature(function)
        signature.bind(*[None] * len(call.args), **{one.arg: None for one in call.keywords if one.arg})
    except (TypeError, ValueError):
        return False
    return not any(isinstance(one, ast.Starred) for one in call.args)


def _imported_from(scene: Scene, name: str) -> str:
    for _, text in reversed(cells(scene)):
        if found := re.search(rf"(?m)^\s*from +([\w.]+) +import +[^\n]*\b{name}\b", text):
            return found[1]
    return ""
