"""A method of fastai's that the learner wrote anew, called by fastai with arguments that theirs does not take."""

from __future__ import annotations

import ast
import inspect
import re
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import trees
from fastaid.teach.rules.python_source import is_own
from fastaid.teach.scene import Scene

SAYS = re.compile(r"(?:([\w.]+)\.)?(\w+)\(\) (?:got an unexpected keyword argument '(\w+)'|takes .* given)")


@rule(TypeError, needs="fastai")
def own_method_called_by_fastai(scene: Scene) -> Diagnosis | None:
    """`@patch def get_preds(x: Learner, …)`: then `learn.predict` calls that in place of fastai's."""
    last, said = scene.last, SAYS.match(scene.message)
    if last is None or last.is_learners or said is None or not last.module.startswith(("fastai", "fastcore")):
        return None
    holder: Any = last.names.get("self")
    kind = next((one for one in type(holder).__mro__ if said[2] in vars(one)), None)
    method: Any = vars(kind)[said[2]] if kind is not None else None
    if kind is None or not is_own(method, scene.names) or scene.here is None:
        return None
    is_patched = str(kind.__module__).split(".")[0] in ("fastai", "fastcore")
    base = next((one for one in kind.__mro__[1:] if said[2] in vars(one)), None)
    if not is_patched and (base is None or not str(base.__module__).startswith("fastai")):
        return None
    name, called = said[2], f"{last.function}"
    takes = listed((f"`{one}`" for one in list(inspect.signature(method).parameters)[1:6]), 5)
    what = f"`{kind.__name__}.{name}` is your own function; fastai's `{called}` calls it" + (
        f" with `{said[3]}`, which yours does not take ({takes or 'it takes nothing'})." if said[3] else "."
    )
    if is_patched:
        return Diagnosis(
            what,
            f"`@patch`, or an assignment, put it in the place of fastai's method for every `{kind.__name__}`, so what "
            "fastai builds on it fails.",
            _renamed(scene, name),
            "Give yours its own name, restart the kernel (fastai's is gone until then), and run the cells again:",
        )
    return Diagnosis(
        what,
        f"A method that stands for one of {base.__name__ if base else 'fastai'}'s has to take what that takes.",
        f"def {name}(self, *args, **kwargs):",
        "Take whatever comes, and pass it on to `super()`:",
    )


def _renamed(scene: Scene, name: str) -> str:
    """The first lines of the learner's function under another name."""
    for tree in trees(scene):
        for one in ast.walk(tree):
            if isinstance(one, ast.FunctionDef) and one.name == name:
                return f"@patch\ndef own_{name}({ast.unparse(one.args)}):"
    return f"@patch\ndef own_{name}(x:Learner):"
