"""`valid_pct=20` where a share between 0 and 1 is wanted."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules import rule
from fastaid.teach.rules.in_code import anew, last_name, trees
from fastaid.teach.scene import Scene


def percentage(scene: Scene, splitter: Any = None) -> Diagnosis | None:
    """What to say where a splitter was given a percentage; None where it was given a share."""
    call, share = _written(scene)
    inside = _inside(splitter) if splitter is not None else {}
    share = inside.get("valid_pct", share if splitter is None else 0)
    if type(share) not in (int, float) or not 1 < share <= 100:
        return None
    if call is None:
        line = f"splitter=RandomSplitter(valid_pct={share / 100:g}, seed=42)"
    elif call.args and last_name(call.func) == "RandomSplitter":
        bare = ast.Call(call.func, [ast.Constant(share / 100), *call.args[1:]], call.keywords)
        line = ast.unparse(bare)
    else:
        line = anew(call, {"valid_pct": f"{share / 100:g}"})
    return Diagnosis(
        f"`valid_pct` is {share:g}: that is {share * 100:g} %, so every item went into the validation set and none "
        "is left for training.",
        "`valid_pct` is a share (a fraction) between 0 and 1, not a number of percent.",
        line,
        f"For {share:g} % write {share / 100:g}:",
        card="splitters",
    )


def _written(scene: Scene) -> tuple[ast.Call | None, float]:
    """The latest call with a `valid_pct` above 1, and its value."""
    here = scene.here
    own = [here.call] if here is not None and here.call is not None else []
    for nodes in (own, *(ast.walk(tree) for tree in trees(scene))):
        for node in nodes:
            if not isinstance(node, ast.Call):
                continue
            given = [one.value for one in node.keywords if one.arg == "valid_pct"]
            if not given and last_name(node.func) == "RandomSplitter":
                given = node.args[:1]
            for one in given:
                value: Any = one.value if isinstance(one, ast.Constant) else here.value(one) if here else None
                if type(value) in (int, float) and value > 1:
                    return node, value
    return None, 0


def _inside(splitter: Any) -> dict[str, Any]:
    code, cells = getattr(splitter, "__code__", None), getattr(splitter, "__closure__", None)
    if code is None or cells is None:
        return {}
    return {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells, strict=False)}


@rule(IndexError, ValueError, needs="fastai.tabular")
def table_split_by_percent(scene: Scene) -> Diagnosis | None:
    """A table whose rows all went to the validation set."""
    frame = scene.within("fastai.tabular.core")
    splits = next(
        (one.names["splits"] for one in scene.frames if type(one.names.get("splits")) in (tuple, list)), None
    )
    if frame is None:
        return None
    if splits is None:
        splits = next((held for _, held in scene.live(tuple) if _is_one_sided(held)), None)
    return percentage(scene) if _is_one_sided(splits) else None


def _is_one_sided(held: Any) -> bool:
    try:
        return len(held) == 2 and not len(held[0]) and len(held[1]) > 0
    except TypeError:
        return False
