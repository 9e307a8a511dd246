"""Things that take one list and were given its items one by one: Compose, ModuleList, sklearn's Pipeline."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import last_name, parent, trees
from fastaid.teach.rules.python_source import code_of, replaced
from fastaid.teach.scene import Scene

TAKING = {"Compose": "transforms", "ModuleList": "modules", "RandomApply": "transforms", "RandomOrder": "transforms",
          "RandomChoice": "transforms", "Pipeline": "steps"}  # fmt: skip
HOMES = ("torchvision.transforms", "torch.nn", "sklearn.pipeline", "albumentations")
LISTS = (ast.List, ast.Tuple, ast.ListComp, ast.Starred)


@rule(TypeError, ValueError)
def given_one_by_one(scene: Scene) -> Diagnosis | None:
    """`T.Compose(T.Resize(20), T.ToTensor())`: it takes one list."""
    here = scene.here
    call = here.call if here is not None else None
    name = last_name(call.func) if call is not None else ""
    if here is None or call is None or name not in TAKING or not _is_known(here.value(call.func)):
        return None
    if not call.args or any(isinstance(one, ast.Starred) for one in call.args):
        return None
    if name == "Pipeline" and not isinstance(call.args[0], (ast.List, ast.Tuple)):
        return _steps(call)
    if name in ("RandomApply", "RandomChoice") or (len(call.args) == 1 and isinstance(call.args[0], LISTS)):
        return None
    if len(call.args) < 2 and "iterable" not in scene.message:
        return None
    items = [part for one in call.args for part in (one.elts if isinstance(one, ast.List) else [one])]
    if not all(isinstance(one, (ast.Call, ast.Name, ast.Attribute, ast.Tuple, ast.Lambda)) for one in items):
        return None
    given = f"{len(call.args)} arguments" if len(call.args) > 1 else "one item that is no list"
    return Diagnosis(
        f"`{name}` was given {given}: `{', '.join(ast.unparse(one) for one in call.args)[:80]}`.",
        f"It takes a single argument, `{TAKING[name]}`: one list, with all of them in it.",
        replaced(here, call, _listed(call, items)),
        "Put them into square brackets:",
        card="transforms" if name == "Compose" else "",
    )


def _listed(call: ast.Call, items: list[ast.expr]) -> str:
    more = [ast.unparse(one) for one in call.keywords]
    whole = f"[{', '.join(ast.unparse(one) for one in items)}]"
    return f"{ast.unparse(call.func)}({', '.join([whole, *more])})"


def _is_known(kind: Any) -> bool:
    return isinstance(kind, type) and kind.__module__.startswith(HOMES)


def _steps(call: ast.Call) -> Diagnosis | None:
    """sklearn's Pipeline wants pairs of a name and a step, in a list."""
    if not all(isinstance(one, (ast.Call, ast.Name)) for one in call.args):
        return None
    line = f"make_pipeline({', '.join(ast.unparse(one) for one in call.args)})"
    around = parent(call)
    if isinstance(around, ast.Assign):
        line = f"{ast.unparse(around.targets[0])} = {line}"
    return Diagnosis(
        "`Pipeline` was given its steps without a list and without names.",
        "It takes one list of pairs, `[('scale', StandardScaler()), …]`. `make_pipeline` takes the steps alone, and "
        "names them itself.",
        f"from sklearn.pipeline import make_pipeline\n{line}",
        "Write:",
    )


@rule(TypeError, needs="torchvision")
def made_without_a_list(scene: Scene) -> Diagnosis | None:
    """`T.Compose(T.ToTensor())` is made without a word, and fails where it is used."""
    for _, held in scene.holding("self", lambda one: type(one).__name__ in ("Compose", "RandomApply")):
        if not _is_known(type(held)):
            continue
        inside = stored(held).get("transforms", UNKNOWN)
        name = type(held).__name__
        inside = stored(held).get("_modules", {}).get("transforms", inside)
        if inside is UNKNOWN or isinstance(inside, (list, tuple)) or is_of(inside, "torch.nn", "ModuleList"):
            continue
        made = _making(scene, name)
        if made is None:
            return None
        more = (
            made.args[1:]
            if name == "Compose"
            else [one for one in made.args[1:] if isinstance(one, ast.Call)]
        )
        line = _listed(made, [made.args[0], *more])
        around = parent(made)
        if isinstance(around, ast.Assign):
            line = f"{ast.unparse(around.targets[0])} = {line}"
        return Diagnosis(
            f"`{code_of(made)[:80]}` was given `{ast.unparse(made.args[0])[:40]}` itself, not a list of transforms.",
            f"`{name}` goes through a list. It looks at it only when it is used, here.",
            line,
            "Put square brackets around the transforms:",
            card="transforms",
        )
    return None


def _making(scene: Scene, name: str) -> ast.Call | None:
    """The learner's line that made it without a list."""
    for tree in trees(scene):
        for statement in ast.walk(tree):
            for node in ast.iter_child_nodes(statement):
                if not isinstance(node, ast.Call) or last_name(node.func) != name or not node.args:
                    continue
                if not isinstance(node.args[0], LISTS):
                    node.parent = statement  # type: ignore[attr-defined]
                    return node
    return None


@rule(ValueError, TypeError, needs="sklearn")
def pipeline_of_a_step(scene: Scene) -> Diagnosis | None:
    """`Pipeline(StandardScaler())` is made without a word, and fails at `fit`."""
    found = scene.holding("self", lambda held: is_of(held, "sklearn.pipeline", "Pipeline"))
    held = next((one for _, one in found), None)
    if held is None or isinstance(stored(held).get("steps"), (list, tuple)):
        return None
    made = _making(scene, "Pipeline")
    return _steps(made) if made is not None else None
