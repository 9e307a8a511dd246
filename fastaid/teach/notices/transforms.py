"""Transforms for fastai that are never asked."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.callbacks import is_called
from fastaid.teach.notices.cell import Cell
from fastaid.teach.objects import library

NEAR = 0.8
METHODS = ("encodes", "decodes", "setups", "before_call")
# What other libraries call it.
ELSEWHERE = {"apply": "encodes", "forward": "encodes", "transform": "encodes", "call": "encodes"}


@check("Transform)", "Transform,", "Transform (", needs="fastai")
def method_never_called(cell: Cell) -> Iterator[Notice]:
    """A Transform with `encode` in place of `encodes`: it leaves everything as it is."""
    base = getattr(library("fasttransform.transform"), "Transform", None) or getattr(
        library("fastcore.transform"), "Transform", None
    )
    if not isinstance(base, type):
        return
    for node in cell.tree.body:
        kind = cell.names.get(node.name) if isinstance(node, ast.ClassDef) else None
        if not isinstance(node, ast.ClassDef) or not isinstance(kind, type) or not issubclass(kind, base):
            continue
        own = {name for one in kind.__mro__ if one.__module__ == "__main__" for name in vars(one)}
        for method in node.body:
            if not isinstance(method, ast.FunctionDef) or method.decorator_list or len(method.args.args) < 2:
                continue
            meant = _meant(method.name)
            if not meant or meant in own or is_called(cell, kind, method.name):
                continue
            if meant == "encodes" and "__call__" in own:
                continue
            effect = "the transform changes nothing" if meant == "encodes" else "it has no effect"
            arguments = ", ".join(one.arg for one in method.args.args)
            yield Notice(
                f"`{method.name}` of `{node.name}` is never called, so {effect}: fastai's Transform looks for "
                f"`{meant}`. Name it so: `def {meant}({arguments}):`.",
                hash((node.name, method.name)),
                card="transforms",
            )


def _meant(name: str) -> str:
    """The method that a name stands for, "" where it is one or nothing of the kind."""
    if name in METHODS or name.startswith("__"):
        return ""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    close = difflib.get_close_matches(name.lower().strip("_"), METHODS, n=1, cutoff=NEAR)
    return close[0] if close else ""
