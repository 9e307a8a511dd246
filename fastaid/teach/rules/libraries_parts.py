"""Functions asked of numpy that other libraries have, or that it calls otherwise."""

from __future__ import annotations

import ast
import sys
from types import ModuleType

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import parent
from fastaid.teach.rules.python_source import near, node_at, replaced, text_of
from fastaid.teach.scene import Scene

# What statistics, math, Excel or other languages call it.
CALLED = {
    "stdev": "std", "sd": "std", "stddev": "std", "avg": "mean", "len": "size", "rand": "random.rand",
    "randint": "random.randint", "randn": "random.randn", "choice": "random.choice", "shuffle": "random.shuffle",
    "seed": "random.seed", "ln": "log", "arrange": "arange", "toarray": "array", "to_array": "array",
    "inv": "linalg.inv", "norm": "linalg.norm", "det": "linalg.det", "count": "count_nonzero", "zeroes": "zeros",
    "length": "size", "ceiling": "ceil", "modulo": "mod",
}  # fmt: skip
# Where a function is looked for that numpy has not: under these names, as far as the notebook has imported them.
OTHERS = ("pandas", "matplotlib.pyplot", "torch", "random", "math", "statistics", "os", "time")
IMPORTED = {"pandas": "import pandas as pd", "matplotlib.pyplot": "import matplotlib.pyplot as plt",
            "torch": "import torch"}  # fmt: skip
SHORT = {"pandas": "pd", "matplotlib.pyplot": "plt"}


@rule(AttributeError, needs="numpy")
def asked_of_numpy(scene: Scene) -> Diagnosis | None:
    """`np.stdev(x)`, `np.arrange(5)`, `np.scatter(x, y)`."""
    frame = scene.here
    node = node_at(frame) if frame is not None else None
    if frame is None or not isinstance(node, ast.Attribute):
        return None
    module, wrong, text = frame.value(node.value), node.attr, text_of(node.value)
    if not isinstance(module, ModuleType) or module.__name__ not in ("numpy", "numpy.random"):
        return None
    if f"has no attribute '{wrong}'" not in scene.message or hasattr(module, wrong):
        return None
    names = [one for one in vars(module) if not one.startswith("_")]
    right = CALLED.get(wrong, "") if module.__name__ == "numpy" else ""
    other = _of_another(scene, node, wrong) if not right else None
    if other is not None:
        return other
    right = right or next(iter(near(wrong, names, 0.8)), "")
    if right:
        return Diagnosis(
            f"`{module.__name__}` has no `{wrong}`.",
            f"It calls it `{right}`.",
            replaced(frame, node, f"{text}.{right}"),
            "Write:",
            sure="certain" if wrong in CALLED else "likely",
        )
    return None


def _of_another(scene: Scene, node: ast.Attribute, wrong: str) -> Diagnosis | None:
    """The function of another library that is meant."""
    frame, text = scene.here, text_of(node.value)
    for home in OTHERS:
        other = sys.modules.get(home)
        held = vars(other).get(wrong) if isinstance(other, ModuleType) else None
        if not callable(held) or not isinstance(parent(node), ast.Call) or frame is None:
            continue
        known = next((name for name, one in scene.live(ModuleType) if one is other), "")
        short = known or SHORT.get(home, home)
        line = replaced(frame, node, f"{short}.{wrong}")
        return Diagnosis(
            f"`{text}` is numpy, which has no `{wrong}`.",
            f"`{wrong}` is a function of {home}" + (f", which is `{known}` here." if known else "."),
            line if known else f"{IMPORTED.get(home, f'import {home}')}\n{line}",
            "Write:",
            sure="likely",
        )
    return None
