"""A Learner made of one loader, made anew of that and another of the notebook's. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.teach.objects import is_of
from fastaid.teach.rules.in_code import assigned, last_name
from fastaid.teach.scene import Scene

OF_VALIDATION = ("val", "test", "tst")


def paired_again(scene: Scene, name: str, loader: Any) -> str:
    """The lines with both loaders; "" where the notebook has no single other one that is for validation."""
    made = assigned(scene, name)
    train = scene.name_of(loader)
    others = [
        word
        for word, held in scene.live(object)
        if is_of(held, "torch.utils.data", "DataLoader") or is_of(held, "fastai.data.load", "DataLoader")
        if held is not loader and any(part in word.lower() for part in OF_VALIDATION)
    ]
    if not isinstance(made, ast.Call) or last_name(made.func) != "Learner" or not made.args or not train:
        return ""
    valid = others[0] if len(others) == 1 else next((one for one in others if "val" in one.lower()), "")
    if not valid:
        return ""
    new = ast.Call(made.func, [ast.Name("dls"), *made.args[1:]], made.keywords)
    return f"dls = DataLoaders({train}, {valid})\n{name} = {ast.unparse(new)}"
